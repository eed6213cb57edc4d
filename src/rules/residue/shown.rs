//! Whether what looks like a leftover is shown on purpose: in a bracket, beside words about words, in a text about code.
//!
//! In: a run of tokens. Out: yes or no, from a few tokens around it. Must not know: what the run is.

use std::ops::Range;

use crate::document::{RegionKind, Sentence};
use crate::knowledge::WordClass;
use crate::rules::Context;

/// How far an opening bracket is looked for, in tokens.
const BRACKET: usize = 12;

/// The opening bracket that a run of tokens stands in, if it is near.
pub(super) fn bracket(context: &Context, run: &Range<usize>) -> Option<usize> {
    let block = context.document.blocks().get(context.document.block_of(run.start))?.tokens();
    let before = (block.start.max(run.start.saturating_sub(BRACKET))..run.start).rev();
    for at in before {
        match context.tokens().get(at)?.mark() {
            Some('(' | '[') => return Some(at),
            Some(')' | ']') => return None,
            _ => {}
        }
    }
    None
}

/// Whether one of the tokens around a run is a word of a class: at most `reach` before it or half as far after it, and in its
/// sentence.
pub(super) fn near(context: &Context, run: &Range<usize>, class: WordClass, reach: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(run.start));
    let Some(sentence) = sentence.map(Sentence::tokens) else { return false };
    let before = sentence.start.max(run.start.saturating_sub(reach))..run.start;
    let after = run.end..sentence.end.min(run.end + reach.div_ceil(2));
    before.chain(after).any(|at| context.is(at, class))
}

/// Whether somebody writes about code; what is true of the whole document is asked for once.
#[derive(Default)]
pub(super) struct Code(Option<bool>);

impl Code {
    /// Whether code is set off somewhere in the document, or the sentence of a token or the one before it has words about code.
    pub(super) fn spoken_of(&mut self, context: &Context, token: usize) -> bool {
        let regions = context.document.regions();
        let set_off = self.0.get_or_insert_with(|| regions.iter().any(|region| region.kind == RegionKind::Code));
        *set_off || in_sentence(context, token)
    }
}

/// A sentence without end is looked through so near the place only, in tokens.
const SENTENCE: usize = 80;

fn in_sentence(context: &Context, token: usize) -> bool {
    let at = context.document.sentence_of(token);
    let sentences = context.document.sentences();
    let (Some(first), Some(last)) = (sentences.get(at.saturating_sub(1)), sentences.get(at)) else { return false };
    let start = first.tokens().start.max(token.saturating_sub(SENTENCE));
    (start..last.tokens().end.min(token + SENTENCE)).any(|near| context.is(near, WordClass::AboutCode))
}
