//! A name that lost the country it needs: "shells for the Armed Forces" for those of Ukraine.
//!
//! In: the truncations among the senses. Out: a finding on each, with the whole name. Must not know: how it is told whose
//! body is meant.

use crate::facts::Needs;
use crate::facts::senses::Truncation;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/truncated-expansion",
    summary: "an acronym of the source spelt out without the country that it names",
    why: "in a text about several countries readers take the body for another country’s",
    category: "accuracy/omission",
    severity: Severity::Major,
    classes: &[Class {
        id: "no-full-name",
        what: "the whole name and its acronym stand nowhere, other countries are spoken of, and the country is told by what is near",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &Language::SLAVIC,
    needs: Needs::SENSES,
    hint: false,
    page: include_str!("rule.md"),
};

/// The most words of the company that a message quotes.
const QUOTED: usize = 3;

/// `acronyms/truncated-expansion`
#[derive(Debug)]
pub(super) struct TruncatedExpansion;

impl Rule for TruncatedExpansion {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for truncation in context.facts.senses().truncations() {
            report_one(context, report, truncation);
        }
    }
}

fn report_one(context: &Context, report: &mut Reporter, truncation: &Truncation) {
    let Some(concept) = context.knowledge.acronyms.concept(truncation.concept) else { return };
    let Some(place) = context.document.span_of(truncation.tokens.clone()) else { return };
    let Some(whole) = concept.words.first() else { return };
    let seen = context.slice(place);
    let near: Vec<String> = truncation.company.iter().take(QUOTED).map(|&at| super::quoted(context, at..at + 1)).collect();
    let near = near.join(", ");
    let message = format!(
        "“the {seen}” does not say whose, and the text speaks of several countries; {near} stands near, so the source seems to \
         have {}. Write “{whole}”.",
        super::source_of(concept, 0)
    );
    report
        .at(place, "no-full-name", message)
        .group(super::group_of(concept))
        .evidence("topic", near, None)
        .evidence("table", super::source_of(concept, 0), Some("source/acronyms"))
        .ask(format!("Whose are “the {seen}”?"))
        .fix(format!("Write “{whole}”"), Safety::Unsafe, &[(place, whole)])
        .done();
}
