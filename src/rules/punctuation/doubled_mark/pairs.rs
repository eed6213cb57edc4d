//! Dashes and brackets that stand twice.

use super::{beside, code};
use std::ops::Range;

use crate::rules::Context;

/// How far back the partner of a closing bracket is looked for, in tokens.
const WIDEST: usize = 200;

/// Two dashes between two words, with a space around each, and the one dash that is meant.
pub(super) fn dashes(context: &Context, at: usize) -> Option<(Range<usize>, &'static str)> {
    let tokens = context.tokens();
    let first = tokens.get(at).filter(|t| t.is_dash())?.mark()?;
    let second = beside::after(tokens, at)?;
    let spaced = second.space_before() && !second.break_before();
    // "--" is how typewriters write a dash.
    let typed = !spaced && first == second.mark()?;
    let before = beside::before(tokens, at).filter(|t| t.mark().is_none_or(|m| ")”\"’»%?!".contains(m)));
    let next = beside::after(tokens, at + 1).filter(|t| t.space_before() && t.is_wordlike());
    let free = tokens[at].space_before() && !tokens[at].break_before();
    let prose = before.is_some() && next.is_some() && free && !code::is_code(context, at);
    // Between two names the dashes may stand for something: an empty cell, a drawn line.
    let names = before.is_some_and(|t| t.is_capitalized()) && next.is_some_and(|t| t.is_capitalized());
    let dash = if first == '—' || second.is_mark('—') { "—" } else { "–" };
    (second.is_dash() && !typed && prose && !names).then_some((at..at + 2, dash))
}

/// A closing bracket, a stop, and a second closing bracket to which nothing was opened.
pub(super) fn brackets(context: &Context, at: usize) -> Option<(Range<usize>, &'static str)> {
    let tokens = context.tokens();
    let is = |i: usize, mark: char| beside::before(tokens, i).is_some() && tokens.get(i).is_some_and(|t| t.is_mark(mark));
    if !is(at, ')') || !is(at + 1, '.') || !is(at + 2, ')') || tokens[at + 1].space_before() {
        return None;
    }
    let block = context.document.blocks()[context.document.block_of(at)].tokens();
    let near = at.saturating_sub(WIDEST).max(block.start)..at;
    let count = |mark| near.clone().filter(|&i| tokens[i].is_mark(mark)).count();
    (count('(') == count(')') + 1).then_some((at..at + 3, ")."))
}

/// A stop on both sides of a closing bracket to which something before the sentence's end belongs: “(as of Friday.).”
pub(super) fn stops(context: &Context, at: usize) -> Option<(Range<usize>, &'static str)> {
    let tokens = context.tokens();
    let word = at.checked_sub(1).filter(|_| tokens[at].is_mark('.') && beside::joined_before(tokens, at).is_some())?;
    let bracket = beside::joined_after(tokens, at)?.is_mark(')');
    let stop = beside::joined_after(tokens, at + 1)?.is_mark('.');
    let ends = beside::joined_after(tokens, at + 2).is_none();
    let abbreviated = context.knowledge.conventions.abbreviation(context.word(word)).is_some() || !tokens[word].is_lower();
    (bracket && stop && ends && !abbreviated).then_some((at..at + 3, ")."))
}
