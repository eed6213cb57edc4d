//! Words that look like a word of the source and mean something else.
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
    id: "wording/false-friend",
    summary: "a word that looks like that of the source and means something else",
    why: "the reader takes the English word at its word, and the sentence says something else",
    category: "accuracy/mistranslation",
    severity: Severity::Minor,
    classes: phrase::CLASSES,
    safety: Some(Safety::Unsafe),
    languages: &Language::WITH_WORDING,
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/false-friend`
#[derive(Debug)]
pub(super) struct FalseFriend;

impl Rule for FalseFriend {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        phrase::report(context, report, PhraseTable::FalseFriend, |said| {
            format!("“{}” looks like the {}, which means something else. {}", said.words, said.source, said.advice)
        });
    }
}
