//! Words of another field: the wrong sense of a word of the source.
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
    id: "wording/wrong-sense",
    summary: "a word of another field: the wrong sense of a word of the source",
    why: "the sentence is good English and says something that nobody meant",
    category: "accuracy/mistranslation",
    severity: Severity::Major,
    classes: &[phrase::IN_COMPANY],
    safety: Some(Safety::Unsafe),
    languages: &Language::WITH_WORDING,
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/wrong-sense`
#[derive(Debug)]
pub(super) struct WrongSense;

impl Rule for WrongSense {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        phrase::report(context, report, PhraseTable::WrongSense, |said| {
            format!("“{}” is the wrong sense of the {} here. {}", said.words, said.source, said.advice)
        });
    }
}
