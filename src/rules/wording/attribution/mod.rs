//! Speakers and sources that are named as the source language names them.
//!
//! In: the hits of its table, and what stands after quotations. Out: a finding for each hit, with the answers of its row,
//! and one for each attribution in the present in a text that sets them in the past.
//! Must not know: which phrases and verbs there are; a row needs no line here.

mod tense;

use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::knowledge::phrase::PhraseTable;
use crate::rules::{Context, Meta, Reporter, Rule};

use crate::rules::phrase;

static META: Meta = Meta {
    id: "wording/attribution",
    summary: "a speaker or a source named as the source language names it",
    why: "a reader takes “according to him” for a doubt, and is left to guess who spoke",
    category: "style/unidiomatic-style",
    severity: Severity::Minor,
    classes: &[phrase::BY_ITSELF, phrase::IN_COMPANY, tense::CLASS],
    safety: Some(Safety::Unsafe),
    languages: &Language::WITH_WORDING,
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/attribution`
#[derive(Debug)]
pub(super) struct Attribution;

impl Rule for Attribution {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        phrase::report(context, report, PhraseTable::Attribution, |said| {
            format!("“{}” names the source as the {} does. {}", said.words, said.source, said.advice)
        });
        tense::report(context, report);
    }
}
