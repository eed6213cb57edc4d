//! A given name of one gender with a surname in the form of the other.
//!
//! In: the full names of a document, the given names and the endings of surnames of the tables. Out: a finding on each
//! surname whose form is that of the other gender, with the agreeing form as the fix.
//! Must not know: how mentions are found.

mod forms;

use rustc_hash::FxHashSet;

use super::partner;
use crate::facts::Needs;
use crate::facts::names::{MentionKind, SpellingId, Word};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::Gender;
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use forms::{Forms, Mismatch};

static META: Meta = Meta {
    id: "names/gender-mismatch",
    summary: "a man’s given name with a woman’s surname, or the reverse",
    why: "a surname in the other form names another person, the wife or the brother",
    category: "accuracy/mistranslation",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "other-form-stands",
            what: "the agreeing form of the surname stands in the document too",
            by_definition: None,
        },
        Class { id: "given-name-only", what: "only the table of given names tells", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `names/gender-mismatch`
#[derive(Debug)]
pub(super) struct GenderMismatch;

/// A full name whose parts do not agree.
struct Found {
    given: Word,
    surname: Word,
    mismatch: Mismatch,
}

impl Rule for GenderMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let found = find(context);
        let keeps = found.is_empty() || women_keep_mens_forms(context, &found);
        for Found { given, surname, mismatch } in &found {
            if mismatch.model.is_some() || mismatch.gender == Gender::Male || !keeps {
                report_word(context, report, *given, *surname, mismatch);
            }
        }
    }
}

fn find(context: &Context) -> Vec<Found> {
    let names = context.facts.names();
    let mut forms = Forms::of(context);
    let mut found = Vec::new();
    for mention in names.mentions() {
        let MentionKind::Full { given, surname } = mention.kind else { continue };
        if let Some(mismatch) = forms.mismatch(given.spelling, surname.spelling)
            && partner(context, given).is_none()
            && !goes_on(context, surname)
        {
            found.push(Found { given, surname, mismatch });
        }
    }
    found
}

/// Whether several women of the document have a man's form and none the woman's: then the text keeps one form for a whole
/// family, as texts from abroad do.
fn women_keep_mens_forms(context: &Context, found: &[Found]) -> bool {
    let alone = found.iter().filter(|name| name.mismatch.gender == Gender::Female && name.mismatch.model.is_none());
    let kept: FxHashSet<SpellingId> = alone.map(|name| name.surname.spelling).collect();
    kept.len() > 1 && Forms::of(context).women_in_womens_forms() == 0
}

/// Whether another capitalised word follows, so that the name is a street's or somebody else's: “Sofia Perovskaya Street”.
fn goes_on(context: &Context, surname: Word) -> bool {
    let next = context.tokens().get(surname.end as usize);
    let capital = next.filter(|token| token.is_word() && token.is_capitalized() && token.space_before() && !token.break_before());
    // In a line of capitals nothing can be told from them.
    capital.is_some_and(|token| !token.is_all_caps())
}

fn report_word(context: &Context, report: &mut Reporter, given: Word, surname: Word, mismatch: &Mismatch) {
    let Some(span) = context.document.span_of(surname.tokens()) else { return };
    let (seen, right) = (context.slice(span), &mismatch.right);
    let right = if seen.chars().any(char::is_lowercase) { right.clone() } else { right.to_uppercase() };
    let (is, form) = if mismatch.gender == Gender::Male { ("a man’s", "a woman’s") } else { ("a woman’s", "a man’s") };
    let name = context.words(given.tokens());
    let stands = if mismatch.model.is_some() { ", and the other form stands in the document" } else { "" };
    let message = format!("“{name}” is {is} name, “{seen}” has {form} ending{stands}. Write “{right}”.");
    let class = if mismatch.model.is_some() { "other-form-stands" } else { "given-name-only" };
    let mut draft = report
        .at(span, class, message)
        .evidence("table", name, Some("source/given_names"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .group(format!("names:{}", mismatch.right));
    if let Some(place) = mismatch.model.and_then(|word| context.document.span_of(word.tokens())) {
        draft = draft.compare(place, format!("“{}” here", context.slice(place)));
    }
    draft.done();
}
