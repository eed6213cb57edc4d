//! Quotations over several blocks.
//!
//! English opens a quotation again in every paragraph and closes it in the last one only. Letters, verse and many
//! papers open it once and close it once. Both are right; a mark is lone only where neither reading holds.

use std::ops::Range;

use super::mark::{Facing, Mark};
use super::nest::Nested;
use super::{LoneMark, MarkRole, Quotation, Quotations};
use crate::document::token::Token;
use crate::document::{Block, BlockKind, Text};

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
    pub(super) fn block(
        &mut self,
        block: &Block,
        after: After,
        tokens: &[Token],
        marks: &[Mark],
        mut nested: Nested,
        found: &mut Quotations,
    ) {
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
                Follow::Lost => found.lone.push(lone(&waiting.mark, MarkRole::Opening)),
            }
        }
        found.lone.extend(nested.closing.iter().map(|m| lone(m, MarkRole::Closing)));
        let last = nested.opening.pop();
        found.lone.extend(nested.opening.iter().map(|m| lone(m, MarkRole::Opening)));
        let Some(mark) = last else { return };
        let may_run = may_run(tokens, mark.token, block, marks);
        // A headline is no paragraph of somebody's words, and a word or two taken into a sentence end with it.
        let headline = block.kind() == BlockKind::Heading && tokens[block.tokens()].last().is_some_and(Token::is_wordlike);
        let ends = match after {
            After::Blank => headline || !may_run,
            After::Line => false,
            After::Headline => true,
        };
        if ends {
            found.lone.push(lone(&mark, MarkRole::Opening));
            return;
        }
        let first_part = mark.token..block.tokens().end;
        self.waiting = Some(Waiting { may_run, parts: Vec::from_iter([first_part]), mark });
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

/// What stands between a block and the next.
#[derive(Clone, Copy, Debug)]
pub(super) enum After {
    /// A line break.
    Line,
    /// More than that.
    Blank,
    /// The block is the headline of the document, whatever stands between.
    Headline,
}

impl After {
    /// What stands after the block with this index.
    pub(super) fn new(text: &Text, blocks: &[Block], index: usize) -> Self {
        let Some((block, next)) = blocks.get(index).zip(blocks.get(index + 1)) else { return Self::Line };
        let between = block.span().gap(next.span()).map_or("", |gap| text.slice(gap));
        match between.matches('\n').count() {
            _ if index == 0 && block.kind() == BlockKind::Heading && next.kind() == BlockKind::Paragraph => Self::Headline,
            0 | 1 => Self::Line,
            _ => Self::Blank,
        }
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
    } else {
        Follow::Lost
    }
}

/// Whether the quotation that a mark opens can be direct speech of several paragraphs: it begins the block or follows
/// on a pause, or begins with a capital. After a comma, words in lower case go on with an earlier quotation
/// (“The bridge,” he said, “is old …), or they are a word or two.
fn may_run(tokens: &[Token], at: usize, block: &Block, marks: &[Mark]) -> bool {
    let lower = tokens[..block.tokens().end].get(at + 1).is_some_and(Token::is_lower);
    let goes_on = marks.first().is_some_and(|first| first.token < at);
    let pause = |m: char| m != ',' || goes_on;
    !lower || at == block.tokens().start || tokens[at - 1].mark().is_some_and(pause)
}

fn lone(mark: &Mark, role: MarkRole) -> LoneMark {
    let clear = match role {
        MarkRole::Opening => mark.around == Facing::Open,
        MarkRole::Closing => mark.around == Facing::Close,
    };
    LoneMark { token: mark.token, role, style: mark.style, clear }
}
