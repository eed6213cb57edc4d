//! Two words for one thing, as the source doubles them.
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
    id: "wording/doubled-synonym",
    summary: "two words for one thing, as the source doubles them",
    why: "what the source says for weight sounds in English like two different things",
    category: "style/unidiomatic-style",
    severity: Severity::Minor,
    classes: phrase::CLASSES,
    safety: Some(Safety::Unsafe),
    languages: &Language::WITH_WORDING,
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/doubled-synonym`
#[derive(Debug)]
pub(super) struct DoubledSynonym;

impl Rule for DoubledSynonym {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        phrase::report(context, report, PhraseTable::DoubledSynonym, |said| {
            format!("“{}” says one thing twice, as the {} does. {}", said.words, said.source, said.advice)
        });
    }
}
