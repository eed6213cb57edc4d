//! “?!”, “!!!” and their like in a report’s own words.
//!
//! In: runs of question and exclamation marks outside quotations. Out: a finding on each with one mark in its place.
//! Must not know: how strongly anybody feels.

use super::{beside, code};
use std::ops::Range;

use crate::document::{RegionKind, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/interrobang",
    summary: "several question or exclamation marks in a row in a report’s own words",
    why: "headlines and reports in Slavic languages may shout so; in English it reads as a post or a comic",
    category: "style/register",
    severity: Severity::Minor,
    classes: &[Class {
        id: "narration",
        what: "a run of such marks after a word, outside quotations, in a text that has few of them",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NOTHING,
    hint: false,
    page: include_str!("rule.md"),
};

/// Runs from which on they are the writer’s manner, a post, a chat, a tale, if they stand so close.
const MANNER: usize = 4;
/// Fewest words of a report; shorter texts are posts and notes.
const REPORT: usize = 150;
/// Words to a run in such a text, at most.
const CLOSE: usize = 70;

/// `punctuation/interrobang`
#[derive(Debug)]
pub(super) struct Interrobang;

impl Rule for Interrobang {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let runs = runs(context);
        let words = context.document.word_count();
        let manner = runs.len() >= MANNER && words < runs.len() * CLOSE;
        if words < REPORT || manner || runs.is_empty() || tells_a_tale(context) {
            return;
        }
        for run in runs.into_iter().filter(|run| is_narration(context, run)) {
            let asks = context.tokens()[run.clone()].iter().any(|t| t.is_mark('?'));
            let new = if asks { "?" } else { "!" };
            let Some(span) = context.document.span_of(run) else { continue };
            let seen = context.slice(span);
            report
                .at(span, "narration", format!("“{seen}” shouts in the report’s own words. Write “{new}”."))
                .fix(format!("Write “{new}”"), Safety::Unsafe, &[(span, new)])
                .done();
        }
    }
}

/// All runs of two such marks or more, in the order of the text.
fn runs(context: &Context) -> Vec<Range<usize>> {
    let tokens = context.tokens();
    let loud = |t: &Token| matches!(t.mark(), Some('?' | '!'));
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in context.document.marks().filter(|&at| loud(&tokens[at])) {
        match found.last_mut() {
            Some(run) if run.end == at && !tokens[at].space_before() && beside::before(tokens, at).is_some() => run.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found.retain(|run| run.len() > 1);
    found
}

/// Whether a run follows on a word of the report’s own: no quotation, no chess move, no name that ends in such a mark.
fn is_narration(context: &Context, run: &Range<usize>) -> bool {
    let tokens = context.tokens();
    let Some(before) = beside::joined_before(tokens, run.start) else { return false };
    let Some(span) = context.document.span_of(run.clone()) else { return false };
    let next = beside::after(tokens, run.end - 1);
    let ends = next.is_none_or(|t| t.space_before() && !t.is_lower() || t.is_mark(')'));
    ends && is_plain(context, before, run.start)
        && !is_cited(context, run.start)
        && !code::is_code(context, run.start)
        && !context.document.inside(span, RegionKind::Quotation)
        && !is_labelled(context, run.start)
}

/// A year or a word of several small letters: no symbol, no chess move, no name, nothing on a sign.
fn is_plain(context: &Context, word: &Token, at: usize) -> bool {
    let letters = context.slice(word.span());
    let year = letters.len() == 4 && letters.bytes().all(|b| b.is_ascii_digit());
    let first = at.checked_sub(2).is_none_or(|i| context.tokens()[i].mark().is_some());
    year || word.is_word()
        && !word.has_digit()
        && letters.chars().nth(1).is_some()
        && (word.is_lower() || word.is_title_case() && first)
}

/// Whether the words of a sentence may be somebody’s: a colon or a dash stands before them.
fn is_cited(context: &Context, at: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(at)).map(|s| s.tokens());
    sentence.is_some_and(|range| {
        context.tokens()[range.start..at]
            .iter()
            .enumerate()
            .any(|(i, t)| t.is_mark(':') || i == 0 && matches!(t.mark(), Some('–' | '—' | '-')))
    })
}

/// Whether the paragraph begins with a speaker’s label: a transcript, a post, a chat.
fn is_labelled(context: &Context, at: usize) -> bool {
    const LABEL: usize = 6;
    let block = context.document.blocks()[context.document.block_of(at)].tokens();
    let first = &context.tokens()[block.start..block.end.min(block.start + LABEL)];
    first.iter().any(|t| t.is_mark(':')) || first.iter().take(2).any(|t| t.is_mark('/') || t.is_mark('@'))
}

/// Whether much of the text is speech, as in a tale or a play.
fn tells_a_tale(context: &Context) -> bool {
    let speech: usize = context.document.regions().iter().filter(|r| r.kind == RegionKind::Quotation).map(|r| r.span.len()).sum();
    speech * 3 > context.document.text().as_str().len()
}
