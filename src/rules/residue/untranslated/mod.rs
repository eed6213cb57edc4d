//! Words of the source that were left in running English: in letters of another script, or in another language of Latin letters.
//!
//! In: the words with letters that are not Latin; the words that bind sentences of seven languages. Out: findings without a fix.
//! `script` reads the former, `language` the latter, `gloss` tells words that are shown on purpose.
//! Must not know: what the words mean.

mod gloss;
mod language;
mod script;

use std::ops::Range;

use super::shown;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/untranslated",
    summary: "words that were left in another language",
    why: "readers of English cannot read them, and what they say is lost",
    category: "accuracy/untranslated",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "script",
            what: "words, a short line or the name of a site in letters of another script in an English text",
            by_definition: None,
        },
        Class {
            id: "language",
            what: "five words or more of another language of Latin letters within an English sentence",
            by_definition: None,
        },
    ],
    safety: None,
    languages: &[],
    needs: Needs::CHARACTERS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `residue/untranslated`
#[derive(Debug)]
pub(super) struct Untranslated;

impl Rule for Untranslated {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        script::check(context, report);
        language::check(context, report);
    }
}

fn tell(context: &Context, report: &mut Reporter, run: Range<usize>, class: &'static str, what: &str) {
    let Some(span) = context.document.span_of(run.clone()) else { return };
    let seen = context.document.beginning(run, 8);
    report
        .at(span, class, format!("“{seen}” {what}. Translate it, or show that it is meant to stay."))
        .ask(format!("What does “{seen}” mean here?"))
        .done();
}
