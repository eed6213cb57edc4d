//! Phrases that render the source language word for word.
//!
//! In: the hits of its table. Out: a finding for each, with the answers of its row.
//! Must not know: which phrases there are; a row needs no line here.

use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::knowledge::phrase::PhraseTable;
use crate::rules::{Context, Meta, Reporter, Rule};

use crate::rules::phrase;

static META: Meta = Meta {
    id: "wording/calque",
    summary: "a phrase that renders the source language word for word",
    why: "readers stumble over words that English does not put together, or take them for something else",
    category: "style/unidiomatic-style",
    severity: Severity::Minor,
    classes: phrase::CLASSES,
    safety: Some(Safety::Safe),
    languages: &Language::WITH_WORDING,
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/calque`
#[derive(Debug)]
pub(super) struct Calque;

impl Rule for Calque {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        phrase::report(context, report, PhraseTable::Calque, |said| {
            format!("“{}” renders the {} word for word. {}", said.words, said.source, said.advice)
        });
    }
}
