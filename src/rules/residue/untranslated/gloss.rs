//! Foreign words that are shown on purpose: quoted, explained, named as words, or given as the original of a name.
//!
//! In: a run of foreign tokens. Out: whether it is shown. Must not know: its language.

use std::ops::Range;

use crate::document::{RegionKind, Token};
use crate::knowledge::WordClass;
use crate::rules::Context;

/// How near a word about words stands.
const REACH: usize = 4;

/// Whether a run stands in a bracket, beside words about words or a gloss, between signs of emphasis, or in code.
pub(super) fn is_shown(context: &Context, run: &Range<usize>) -> bool {
    let Some(span) = context.document.span_of(run.clone()) else { return true };
    [RegionKind::Code, RegionKind::Link].into_iter().any(|kind| context.document.inside(span, kind))
        || in_bracket(context, run)
        || super::shown::near(context, run, WordClass::AboutWords, REACH)
        || super::shown::near(context, run, WordClass::AboutLetters, REACH)
        || is_named(context, run)
        || is_explained(context, run)
}

/// The original in a bracket after a word; in a square one, which editors set, after a name only.
fn in_bracket(context: &Context, run: &Range<usize>) -> bool {
    let Some(open) = super::shown::bracket(context, run) else { return false };
    let square = context.tokens().get(open).is_some_and(|t| t.is_mark('['));
    let before = open.checked_sub(1).and_then(|at| context.tokens().get(at));
    !square || before.is_some_and(|t| t.is_capitalized() || t.closes_quotation())
}

/// “in Ukrainian, …”, “Ukrainian has …”: a language just before it, and no person of that people; “called …”, “known as …”.
fn is_named(context: &Context, run: &Range<usize>) -> bool {
    let mut before = run.start.saturating_sub(2)..run.start;
    let language = |at: usize| {
        let word = at.checked_sub(1).and_then(|at| context.tokens().get(at));
        context.is(at, WordClass::Nationality) && !word.is_some_and(|t| t.is_lower() && !context.is(at - 1, WordClass::Function))
    };
    let near = run.start.saturating_sub(REACH)..run.start;
    // “Its Russian name is …”
    let spoken_of = super::shown::near(context, run, WordClass::AboutNames, REACH);
    before.any(|at| language(at) || context.is(at, WordClass::Naming))
        || spoken_of && near.into_iter().any(|at| context.is(at, WordClass::Nationality))
}

/// A bracket, an equals sign or a slash beside it, signs of emphasis around it, or a dash after it at the head of a line.
fn is_explained(context: &Context, run: &Range<usize>) -> bool {
    let block = context.document.blocks().get(context.document.block_of(run.start)).map(crate::document::Block::tokens);
    let Some(block) = block else { return true };
    let before = run.start.checked_sub(1).filter(|at| block.contains(at)).and_then(|at| context.tokens().get(at));
    let after = Some(run.end).filter(|at| block.contains(at)).and_then(|at| context.tokens().get(at));
    let is = |token: Option<&Token>, marks: &[char]| token.and_then(Token::mark).is_some_and(|m| marks.contains(&m));
    let heads_line = before.is_none() || context.tokens().get(run.start).is_some_and(Token::break_before);
    is(before, &['/', '=', '_', '*', '|'])
        || is(after, &['(', '=', '/', '_', '*', '|'])
        || heads_line && is(after, &['–', '—', '-', ':', '‒'])
}

/// Whether the quotation around a run has more foreign words than others: a title or a word that is quoted.
pub(super) fn is_quoted(context: &Context, run: &Range<usize>, foreign: impl Fn(usize) -> bool) -> bool {
    let Some(block) = context.document.blocks().get(context.document.block_of(run.start)) else { return false };
    let around = context.document.quotations().opened_in(block.tokens().start..run.start);
    // Quotations nest a few levels deep; the nearest few that begin before the run will do.
    around.iter().rev().take(6).filter_map(|q| q.close.map(|close| q.open + 1..close)).any(|inner| {
        let words = || inner.clone().take(60).filter(|&at| context.tokens().get(at).is_some_and(Token::is_word));
        inner.end >= run.end && words().filter(|&at| foreign(at)).count() * 2 >= words().count()
    })
}
