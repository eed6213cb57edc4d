//! Pairs within one block, by a stack.

use super::mark::{Facing, Mark};
use super::{Quotation, QuoteStyle};
use crate::document::token::Token;

/// Most marks that can be open at a time; nobody quotes so deep, and a mark further out is given up.
const DEEPEST: usize = 32;
/// How many later marks of a block may tell what a doubtful one does.
const AHEAD: usize = 64;

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
    left
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
                Facing::Open => true,
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
                (_, Facing::Either) if !french => None,
                (Facing::Close, Facing::Either) if !has(QuoteStyle::Guillemets) => None,
                (facing, _) => Some(facing == Facing::Open),
            }
        }
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
