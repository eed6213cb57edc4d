//! Quotations over several blocks.
//!
//! English opens a quotation again in every paragraph and closes it in the last one only. Letters, verse and many
//! papers open it once and close it once. Both are right; a mark is lone only where neither reading holds.

use std::ops::Range;

use super::mark::{Facing, Mark};
use super::nest::Nested;
use super::{LoneMark, MarkRole, Quotation, Quotations, QuoteStyle};
use crate::document::Block;
use crate::document::token::Token;

/// Most tokens between the two marks of a quotation that is opened once and closed once several blocks later; a longer
/// one is set off in another way, or opened again.
const LONGEST_RUN: usize = 600;
/// The same for a word or two taken into a sentence (he called it “a trifle), which need a line break to lie in two blocks.
const LONGEST_FRAGMENT: usize = 80;
/// Most blocks without a mark between two paragraphs of a quotation that is opened again: a sub-heading, a page number.
const LONGEST_GAP: usize = 1;

/// An opening mark that waits for its closing mark.
#[derive(Debug)]
struct Waiting {
    mark: Mark,
    /// Whether it can be direct speech of several paragraphs.
    may_run: bool,
    /// The token ranges of the blocks since: the first from the mark on.
    parts: Vec<Range<usize>>,
}

/// What is open between blocks.
#[derive(Debug, Default)]
pub(super) struct Runs {
    waiting: Option<Waiting>,
}

impl Runs {
    /// Whether a quotation is open.
    pub(super) fn is_open(&self) -> bool {
        self.waiting.is_some()
    }

    /// Goes on with the next block and what it left over.
    pub(super) fn block(&mut self, block: &Block, tokens: &[Token], marks: &[Mark], mut nested: Nested, found: &mut Quotations) {
        if let Some(mut waiting) = self.waiting.take() {
            match follow(&waiting, block, tokens, marks, &nested) {
                Follow::On => {
                    waiting.parts.push(block.tokens());
                    self.waiting = Some(waiting);
                    return;
                }
                Follow::Again => waiting.end(tokens, None, found),
                Follow::Closed => {
                    let close = nested.closing.remove(0).token;
                    waiting.parts.push(block.tokens().start..close + 1);
                    waiting.end(tokens, Some(close), found);
                }
                Follow::Misplaced => {
                    let close = nested.opening.remove(0);
                    found.lone.push(LoneMark { token: close.token, role: MarkRole::Closing, style: close.style, clear: false });
                    waiting.parts.push(block.tokens().start..close.token + 1);
                    waiting.end(tokens, Some(close.token), found);
                }
                Follow::Lost => found.lone.push(lone(&waiting.mark, MarkRole::Opening)),
            }
        }
        found.lone.extend(nested.closing.iter().map(|m| lone(m, MarkRole::Closing)));
        let last = nested.opening.pop();
        found.lone.extend(nested.opening.iter().map(|m| lone(m, MarkRole::Opening)));
        self.waiting = last.map(|mark| {
            let first_part = mark.token..block.tokens().end;
            Waiting { may_run: may_run(tokens, mark.token, block), parts: Vec::from_iter([first_part]), mark }
        });
    }

    /// Ends the document: what still waits is lone.
    pub(super) fn end(&mut self, found: &mut Quotations) {
        found.lone.extend(self.waiting.take().map(|waiting| lone(&waiting.mark, MarkRole::Opening)));
    }
}

impl Waiting {
    /// Records the quotation: its first block as a pair, the others as speech. One that is opened again speaks for its
    /// own block only.
    fn end(mut self, tokens: &[Token], close: Option<usize>, found: &mut Quotations) {
        if close.is_none() {
            self.parts.truncate(1);
        }
        let mut spans = self.parts.into_iter().filter_map(|part| {
            let last = tokens.get(part.clone())?.last()?;
            Some(tokens.get(part.start)?.span().cover(last.span()))
        });
        if let Some(span) = spans.next() {
            found.pairs.push(Quotation { span, open: self.mark.token, close, style: self.mark.style, depth: 0 });
        }
        found.speech.extend(spans);
    }
}

/// How a block goes on with an open quotation.
enum Follow {
    /// It stands within it.
    On,
    /// It opens it again.
    Again,
    /// Its first closing mark left over closes it.
    Closed,
    /// Its first opening mark left over is meant to close it, but stands on the wrong side of a space.
    Misplaced,
    /// It has nothing to do with it.
    Lost,
}

fn follow(waiting: &Waiting, block: &Block, tokens: &[Token], marks: &[Mark], nested: &Nested) -> Follow {
    let longest = if waiting.may_run { LONGEST_RUN } else { LONGEST_FRAGMENT };
    let near = block.tokens().start - waiting.mark.token <= longest;
    let Some(first) = marks.first() else { return if near { Follow::On } else { Follow::Lost } };
    if near && nested.only_terms && !nested.closing.is_empty() {
        return Follow::Closed;
    }
    let leads = tokens[block.tokens().start..first.token].iter().all(|t| t.mark().is_some());
    if waiting.may_run && nested.opens_first && leads && waiting.parts.len() <= LONGEST_GAP + 1 {
        return Follow::Again;
    }
    if !near || !nested.only_terms {
        Follow::Lost
    } else if nested.opening.is_empty() {
        Follow::On
    } else if nested.opening.first().is_some_and(|mark| is_misplaced(tokens, mark, block)) {
        Follow::Misplaced
    } else {
        Follow::Lost
    }
}

/// Whether a straight mark that faces as an opening one is a closing one: a comma or stop before the space, and the
/// sentence goes on after it (`he left, "she said`).
fn is_misplaced(tokens: &[Token], mark: &Mark, block: &Block) -> bool {
    let pause = mark.token.checked_sub(1).filter(|&i| i >= block.tokens().start).and_then(|i| tokens[i].mark());
    let next = tokens[..block.tokens().end].get(mark.token + 1);
    mark.style == QuoteStyle::Straight
        && pause.is_some_and(|m| matches!(m, ',' | '.' | '!' | '?' | '…'))
        && next.is_none_or(Token::is_lower)
}

/// Whether the quotation that a mark opens can be direct speech of several paragraphs: it begins the block or follows
/// on a pause, or begins with a capital.
fn may_run(tokens: &[Token], at: usize, block: &Block) -> bool {
    let lower = tokens[..block.tokens().end].get(at + 1).is_some_and(Token::is_lower);
    !lower || at == block.tokens().start || tokens[at - 1].mark().is_some()
}

fn lone(mark: &Mark, role: MarkRole) -> LoneMark {
    let clear = match role {
        MarkRole::Opening => mark.around == Facing::Open,
        MarkRole::Closing => mark.around == Facing::Close,
    };
    LoneMark { token: mark.token, role, style: mark.style, clear }
}
