//! A space that was lost after a mark, or before or after a bracket.
//!
//! In: marks with a word close on both sides. Out: a finding on each that is no address, figure, code or abbreviation,
//! with the space put in.
//! Must not know: whether what follows is a new sentence by its meaning.

mod brackets;
mod quotations;
mod words;

use super::{beside, code};
use crate::document::Token;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/missing-space",
    summary: "two words with a mark and no space between them",
    why: "two sentences or words run into each other, and a program may take them for an address",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "sentence",
            what: "a full stop between a word and one that usually begins a sentence, with a capital",
            by_definition: None,
        },
        Class { id: "capital", what: "a full stop between a word and any other word with a capital", by_definition: None },
        Class { id: "lower", what: "a full stop between two English words in lower case", by_definition: None },
        Class {
            id: "pause",
            what: "a comma, semicolon, question or exclamation mark with a word close on both sides",
            by_definition: None,
        },
        Class {
            id: "bracket",
            what: "a bracket or a quotation that encloses words, with a word or a pause close on its outer side",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `punctuation/missing-space`
#[derive(Debug)]
pub(super) struct MissingSpace;

impl Rule for MissingSpace {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let tokens = context.tokens();
        for at in context.document.marks() {
            let Some(mark) = tokens[at].mark() else { continue };
            match mark {
                '.' | ',' | ';' | '?' | '!' => between(context, report, at, mark),
                '(' => brackets::before_opening(context, report, at),
                ')' => brackets::after_closing(context, report, at),
                _ => {}
            }
        }
        quotations::check(context, report);
    }
}

/// Reports a mark with a word close on both sides.
fn between(context: &Context, report: &mut Reporter, at: usize, mark: char) {
    let tokens = context.tokens();
    let Some(next) = beside::joined_after(tokens, at).filter(|t| t.is_word()) else { return };
    let Some(before) = beside::joined_before(tokens, at) else { return };
    if code::is_code(context, at) {
        return;
    }
    match mark {
        '.' if before.is_wordlike() || words::closes(before) => stop(context, report, at, next),
        ',' | ';' if (before.is_wordlike() || words::closes(before)) && words::pause(context, at) => {
            insert(context, report, at, "pause")
        }
        '?' | '!' if words::ends_sentence(context, at) => insert(context, report, at, "pause"),
        _ => {}
    }
}

/// Reports a full stop between two words.
fn stop(context: &Context, report: &mut Reporter, at: usize, next: &Token) {
    if next.is_capitalized() {
        if words::ends_sentence(context, at) {
            // A name may follow close on a stop in code (“strings.Split”), the first word of a sentence does not.
            let begins = context.is(at + 1, WordClass::Starter) || context.is(at + 1, WordClass::Pronoun);
            insert(context, report, at, if begins { "sentence" } else { "capital" });
        }
    } else if words::two_lower(context, at) {
        lower(context, report, at);
    }
}

fn insert(context: &Context, report: &mut Reporter, at: usize, class: &'static str) {
    let mark = context.tokens()[at].span();
    let (before, sign, next) = (context.word(at - 1), context.slice(mark), context.word(at + 1));
    let spaced = format!("{sign} ");
    report
        .at(mark, class, format!("No space stands after “{before}{sign}”. Write “{before}{spaced}{next}”."))
        .fix("Put a space in", if class == "capital" { Safety::Unsafe } else { Safety::Safe }, &[(mark, &spaced)])
        .done();
}

/// A sentence that goes on in lower case close to the stop: the space and the capital are lost.
fn lower(context: &Context, report: &mut Reporter, at: usize) {
    let (before, next) = (context.word(at - 1), context.word(at + 1));
    let Some(first) = next.chars().next() else { return };
    let start = context.tokens()[at].span();
    let letter = context.tokens()[at + 1].span().start();
    let Some(span) = context.document.text().span(start.start()..letter + first.len_utf8()) else { return };
    let new: String = ". ".chars().chain(first.to_uppercase()).collect();
    let rest = next.get(first.len_utf8()..).unwrap_or_default();
    report
        .at(span, "lower", format!("“{before}.{next}” is two words, and one may begin a sentence. Write “{before}{new}{rest}”."))
        .fix("Begin a new sentence", Safety::Unsafe, &[(span, &new)])
        .fix("Put a space in place of the stop", Safety::DisplayOnly, &[(start, " ")])
        .done();
}
