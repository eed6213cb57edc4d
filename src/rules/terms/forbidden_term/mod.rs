//! Terms that a house does without: those of its glossaries, its packs, and `[terms]` of its settings.
//!
//! In: the hits of the rows that are made of those. Out: a finding for each, with the preferred term in the same form.
//! Must not know: any term; without a house there is none.

use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::phrase::{PhraseRow, PhraseTable};
use crate::rules::{Class, Context, Meta, Reporter, Rule, phrase};

/// The class of rows whose capitals count, and of findings by them.
const EXACT: &str = "exact";
/// The class of all other rows.
const ANY_CASE: &str = "any-case";

static META: Meta = Meta {
    id: "terms/forbidden-term",
    summary: "a term that the house has chosen to do without",
    why: "a reader takes two terms for two things, and the house has settled on one",
    category: "terminology/inconsistent-with-terminology-resource",
    severity: Severity::Minor,
    classes: &[
        Class { id: EXACT, what: "a term whose capitals are wrong", by_definition: Some("the house says so") },
        Class { id: ANY_CASE, what: "a term that is not the house's", by_definition: Some("the house says so") },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `terms/forbidden-term`
#[derive(Debug)]
pub(super) struct ForbiddenTerm;

impl Rule for ForbiddenTerm {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for hit in context.facts.hits(PhraseTable::Term).filter(|hit| !context.is_verbatim(hit.span)) {
            let Some(row) = context.knowledge.phrases.row(hit.row) else { continue };
            let words = context.slice(hit.span);
            let class = if row.class == EXACT { EXACT } else { ANY_CASE };
            // Capitals are the fault itself: at the start of a sentence the right form may look like the wrong one.
            if class == EXACT && row.phrases.get(hit.phrase).is_none_or(|phrase| phrase.text != words) {
                continue;
            }
            let answers = match class {
                EXACT => phrase::answers(context, hit, row, |_, answer| answer),
                _ => phrase::answers(context, hit, row, phrase::in_case_of),
            };
            let draft = report
                .at(hit.span, class, message(words, row, &answers))
                .row(&row.key)
                .group(format!("term:{}", row.key))
                .evidence("house", row.origin.clone(), None);
            phrase::with_fixes(context, draft, hit, &answers, Safety::Unsafe).done();
        }
    }
}

fn message(words: &str, row: &PhraseRow, answers: &[String]) -> String {
    let note = if row.note.is_empty() { String::new() } else { format!(": {}", row.note) };
    format!("“{words}” is not a term of the house ({}{note}). {}", row.origin, phrase::advice(answers))
}
