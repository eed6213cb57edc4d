//! Openers of sentences that English news does without.
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
    id: "wording/discourse-marker",
    summary: "a sentence that opens as the source opens it",
    why: "such openers tell nothing in English, and a page full of them reads as translated",
    category: "style/unidiomatic-style",
    severity: Severity::Minor,
    classes: phrase::CLASSES,
    safety: Some(Safety::Unsafe),
    languages: &Language::WITH_WORDING,
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/discourse-marker`
#[derive(Debug)]
pub(super) struct DiscourseMarker;

impl Rule for DiscourseMarker {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        phrase::report(context, report, PhraseTable::DiscourseMarker, |said| {
            format!(
                "“{}” opens the sentence as the {} does, and says nothing in English. {}",
                said.words, said.source, said.advice
            )
        });
    }
}
