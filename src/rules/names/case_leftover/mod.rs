//! The ending of a case of the source language left on a name.
//!
//! In: the words of names of a document, the endings of cases and the places of the tables. Out: a finding on each place
//! of a name that has such an ending, with the nominative as the fix.
//! Must not know: how words of names are found.

mod nominative;

use crate::facts::Needs;
use crate::facts::names::Word;
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use nominative::{Forms, Nominative};

static META: Meta = Meta {
    id: "names/case-leftover",
    summary: "the ending of a case of the source language left on a name",
    why: "names have no cases in English, so readers take the form for another name, and nobody can look it up",
    category: "accuracy/mistranslation",
    severity: Severity::Minor,
    classes: &[
        Class { id: "stands", what: "the nominative stands in the document in as many places or more", by_definition: None },
        Class {
            id: "table",
            what: "the nominative is a place of the tables, and a preposition of place stands before",
            by_definition: None,
        },
        Class {
            id: "preposition-left",
            what: "a preposition of the source language stands before, and the nominative stands in the document or in a table",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `names/case-leftover`
#[derive(Debug)]
pub(super) struct CaseLeftover;

impl Rule for CaseLeftover {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let forms = Forms::of(context);
        for spelling in 0..context.facts.names().spellings().len() {
            if let Some(found) = forms.nominative(spelling as u32) {
                for word in forms.words(spelling as u32) {
                    report_word(context, report, word, &found, class_of(&forms, word, &found));
                }
            }
        }
    }
}

fn class_of(forms: &Forms, word: &Word, found: &Nominative) -> &'static str {
    if forms.after_left_preposition(word) {
        "preposition-left"
    } else if found.count == 0 {
        "table"
    } else {
        "stands"
    }
}

fn report_word(context: &Context, report: &mut Reporter, word: &Word, found: &Nominative, class: &'static str) {
    let Some(span) = context.document.span_of(word.tokens()) else { return };
    let seen = context.slice(span);
    let right = if found.ending.plural { format!("{}s", found.text) } else { found.text.to_owned() };
    let place = match found.count {
        0 => "as the tables have it".to_owned(),
        count => format!("which stands in {}", counted(count, "other place", "other places")),
    };
    let message = format!("“{seen}” has the ending of a case: it is “{}”, {place}. Write “{right}”.", found.text);
    let mut draft = report
        .at(span, class, message)
        .evidence("ending", format!("-{} for -{}", found.ending.oblique, found.ending.nominative), Some("source/case_endings"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .group(format!("names:{}", found.text));
    if let Some(other) = found.first.and_then(|word| context.document.span_of(word.tokens())) {
        draft = draft.compare(other, format!("“{}” here", context.slice(other)));
    }
    draft.done();
}
