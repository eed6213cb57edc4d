//! Pairs within one block, by a stack.

use super::mark::{Facing, Mark};
use super::{Quotation, QuoteStyle};
use crate::document::token::Token;

/// Most marks that can be open at a time; nobody quotes so deep, and a mark further out is given up.
const DEEPEST: usize = 32;
/// How many later marks of a block may tell what a doubtful one does.
const AHEAD: usize = 64;
/// More opening marks left over than any slip leaves in one block.
const SEVERAL: usize = 4;

/// What one block leaves over, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Nested {
    /// Closing marks to which nothing had been opened.
    pub closing: Vec<Mark>,
    /// Opening marks to which nothing was closed.
    pub opening: Vec<Mark>,
    /// Whether the first mark of the block opens.
    pub opens_first: bool,
    /// Whether no pair of the block, up to the first closing mark left over, ends in a stop or comma: then they hold
    /// single words or titles and may stand inside somebody's longer words.
    pub only_terms: bool,
}

/// Pairs the marks of a block, appends the pairs to `pairs` and gives back what is left over. `waiting` says whether
/// a quotation of an earlier block is still open.
pub(super) fn nest(tokens: &[Token], marks: &[Mark], waiting: bool, pairs: &mut Vec<Quotation>) -> Nested {
    let mut left = Nested { only_terms: true, ..Nested::default() };
    let mut open: Vec<Mark> = Vec::new();
    let earlier = pairs.len();
    for (i, mark) in marks.iter().enumerate() {
        match facing(mark, &open, &marks[i + 1..marks.len().min(i + 1 + AHEAD)], waiting) {
            None => {}
            Some(false) => match partner(mark, &open) {
                Some(at) => {
                    let first = open[at];
                    left.opening.extend(open.drain(at..).skip(1));
                    left.only_terms &= !left.closing.is_empty() || !pauses(tokens, first.token, mark.token);
                    let span = tokens[first.token].span().cover(tokens[mark.token].span());
                    pairs.push(Quotation { span, open: first.token, close: Some(mark.token), style: first.style, depth: 0 });
                }
                None => left.closing.push(*mark),
            },
            Some(true) => {
                left.opens_first |= i == 0;
                if open.len() == DEEPEST {
                    left.opening.push(open.remove(0));
                }
                open.push(*mark);
            }
        }
    }
    left.opening.extend(open);
    left.opening.sort_by_key(|m| m.token);
    if let Some(new) = pairs.get_mut(earlier..) {
        for lone in left.opening.iter_mut().rev().take(SEVERAL) {
            give_to_outer(tokens, marks, lone, new);
        }
    }
    left
}

/// Where a quotation opens again in the middle of a phrase and is closed once, the second mark is the one too many
/// (`he called it “a “trifle”`): the pair goes to the first one, and the second is left over.
fn give_to_outer(tokens: &[Token], marks: &[Mark], lone: &mut Mark, pairs: &mut [Quotation]) {
    let opens_later = pairs.iter_mut().filter(|q| q.open > lone.token);
    let Some(pair) = opens_later.min_by_key(|q| q.open) else { return };
    let (Some(&inner), Some(close)) = (marks.iter().find(|m| m.token == pair.open), pair.close) else { return };
    let between = &tokens[lone.token + 1..inner.token];
    let ends = |t: &Token| t.mark().is_some_and(|m| matches!(m, '.' | '?' | '!' | '…' | ':' | ';'));
    let phrase = between.last().is_some_and(Token::is_wordlike) && !between.iter().any(ends);
    let starts_low = |mark: &Mark| tokens.get(mark.token + 1).is_some_and(Token::is_lower);
    let comma = tokens.get(close + 1).is_some_and(|t| t.is_mark(',') && !t.space_before());
    let speech = comma || pauses(tokens, inner.token, close);
    // Several quotations in a row are parts of a longer one.
    let row = tokens.get(close + 1..).unwrap_or_default().iter().take(2).any(Token::opens_quotation);
    if inner.style == lone.style && phrase && !row && (speech || starts_low(&inner) && starts_low(lone)) {
        pair.span = tokens[lone.token].span().cover(pair.span);
        pair.open = lone.token;
        *lone = inner;
    }
}

/// Whether a mark opens, given what is open and what follows; `None` for one that is no quotation mark here.
fn facing(mark: &Mark, open: &[Mark], later: &[Mark], waiting: bool) -> Option<bool> {
    let has = |style| open.iter().any(|m| m.style == style);
    match mark.style {
        QuoteStyle::Straight => {
            if mark.inches && mark.around == Facing::Close {
                return inside(mark, open, later).then_some(false);
            }
            Some(match mark.facing {
                // Of two marks side by side the first closes what is open: nobody quotes nothing.
                Facing::Open => open.is_empty() || !later.first().is_some_and(|next| is_beside(mark, next)),
                Facing::Close => false,
                Facing::Either => open.is_empty() && !waiting,
            })
        }
        QuoteStyle::Guillemets => {
            // Between white space on both sides they separate the parts of a path; quoted French is spaced inside only.
            let french =
                has(QuoteStyle::Guillemets) || later.iter().any(|m| m.style == QuoteStyle::Guillemets && m.facing != mark.facing);
            match (mark.facing, mark.around) {
                (Facing::Close, Facing::Open) if !has(QuoteStyle::Guillemets) => Some(true),
                (Facing::Open, Facing::Close) => Some(false),
                (Facing::Close, Facing::Either) if closes_other(mark, open, later) => Some(false),
                (_, Facing::Either) if !french => None,
                (Facing::Close, Facing::Either) if !has(QuoteStyle::Guillemets) => None,
                (facing, _) => Some(facing == Facing::Open),
            }
        }
        QuoteStyle::Corner => Some(mark.facing == Facing::Open),
        // A mark of the wrong shape does what its surroundings say, where that gives it a partner.
        _ => Some(match (mark.facing, mark.around) {
            (Facing::Open, Facing::Close) => open.is_empty(),
            (Facing::Close, Facing::Open) => {
                open.is_empty() && later.iter().any(|m| m.style == QuoteStyle::Curly && m.around == Facing::Close)
            }
            (facing, _) => facing == Facing::Open,
        }),
    }
}

/// Whether the next mark stands right beside a straight one and is straight as well.
fn is_beside(mark: &Mark, next: &Mark) -> bool {
    next.token == mark.token + 1 && next.style == QuoteStyle::Straight
}

/// Whether a guillemet that stands alone between spaces closes what a mark of another kind opened.
fn closes_other(mark: &Mark, open: &[Mark], later: &[Mark]) -> bool {
    let Some(last) = open.last().filter(|m| m.style != mark.style) else { return false };
    later.iter().all(|m| m.style != last.style && m.style != mark.style)
}

/// Whether the words between two marks end in a stop or comma.
fn pauses(tokens: &[Token], open: usize, close: usize) -> bool {
    let last = tokens[open..close].last().and_then(Token::mark);
    last.is_some_and(|m| matches!(m, '.' | ',' | '!' | '?' | '…' | ';' | '—' | '–' | '-'))
}

/// Whether a straight mark after a number closes a quotation rather than means inches.
fn inside(mark: &Mark, open: &[Mark], later: &[Mark]) -> bool {
    if open.is_empty() {
        return false;
    }
    let next = later.iter().find(|m| m.style == mark.style && m.facing != Facing::Either);
    !next.is_some_and(|m| m.facing == Facing::Close) || open.len() > 1
}

/// The innermost open mark that a closing mark fits: of its own style first, else of any.
fn partner(mark: &Mark, open: &[Mark]) -> Option<usize> {
    let fits = |m: &Mark| match mark.style {
        QuoteStyle::Curly => matches!(m.style, QuoteStyle::Curly | QuoteStyle::Low),
        style => m.style == style,
    };
    open.iter().rposition(fits).or_else(|| open.len().checked_sub(1))
}
