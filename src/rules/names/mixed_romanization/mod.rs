//! One bearer, two spellings of one name.
//!
//! In: the mentions of names of a document and the tables of romanisation. Out: a finding on each place that has the
//! minority's spelling, with the majority's as the fix.
//! Must not know: how mentions are found or bearers told apart.

use crate::concordance::{Concordance, Place, Variant};
use crate::document::Span;
use crate::facts::Needs;
use crate::facts::names::{Comparison, MentionKind, Verdict, Word, compare};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/mixed-romanization",
    summary: "one person’s name romanised in two ways",
    why: "readers take two spellings for two people, and a search for one of them misses the other",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "full-name",
            what: "a given name or surname within a full name of the same bearer, spelt otherwise in more places",
            by_definition: None,
        },
        Class { id: "surname", what: "a surname by itself, spelt otherwise in more places of its one bearer", by_definition: None },
        Class { id: "likely", what: "spellings of one bearer that one form gives only in an unusual way", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// How many places with the majority's spelling are shown beside a finding.
const SHOWN: usize = 2;

/// `names/mixed-romanization`
#[derive(Debug)]
pub(super) struct MixedRomanization;

impl Rule for MixedRomanization {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let concordance = Concordance::of(context.facts.names(), 0);
        for bearer in concordance.bearers(context.knowledge) {
            check_variants(context, report, &bearer.givens, Role::Given);
            check_variants(context, report, &bearer.surnames, Role::Surname);
        }
    }
}

/// Which part of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Given,
    Surname,
}

/// Reports every place whose spelling has fewer places than the most frequent one.
fn check_variants(context: &Context, report: &mut Reporter, variants: &[Variant], role: Role) {
    let [usual, others @ ..] = variants else { return };
    // On a tie nobody knows which is meant.
    if others.first().is_none_or(|second| second.places.len() == usual.places.len()) {
        return;
    }
    for other in others {
        let found = compare(&other.text, &usual.text, context.knowledge);
        if found.verdict > Verdict::Different {
            other.places.iter().for_each(|place| report_place(context, report, (*place, other), usual, role, &found));
        }
    }
}

fn report_place(
    context: &Context,
    report: &mut Reporter,
    (place, other): (Place, &Variant),
    usual: &Variant,
    role: Role,
    found: &Comparison,
) {
    let Some(span) = span(context, place, role) else { return };
    let class = match (found.verdict, kind(context, place)) {
        (Verdict::Likely, _) => "likely",
        (_, Some(MentionKind::Full { .. })) => "full-name",
        _ => "surname",
    };
    let seen = context.slice(span);
    let right = if seen == &*other.text { usual.text.to_string() } else { usual.text.to_uppercase() };
    let count = usual.places.len();
    let places = if count == 1 { "1 other place".to_owned() } else { format!("{count} other places") };
    let form = found.source.as_ref().map(|source| source.form.as_str());
    let both = form.map_or_else(|| "they differ in accents only".to_owned(), |form| format!("both romanise {form}"));
    let message = format!("“{seen}” here, “{right}” in {places}; {both}. Write “{right}”.");
    let safety = if found.verdict == Verdict::Same { Safety::Safe } else { Safety::Unsafe };
    let mut draft = report
        .at(span, class, message)
        .evidence("count", format!("“{}” in {} places, “{}” in {count}", other.text, other.places.len(), usual.text), None)
        .fix(format!("Write “{right}”"), safety, &[(span, &right)])
        .group(format!("names:{}", form.unwrap_or(&usual.text)));
    if let Some(source) = &found.source {
        draft = draft.evidence("source-form", &*source.form, Some(source.language.romanization_table()));
    }
    for span in usual.places.iter().filter_map(|place| self::span(context, *place, role)).take(SHOWN) {
        draft = draft.compare(span, format!("“{}” here", context.slice(span)));
    }
    draft.done();
}

fn kind(context: &Context, place: Place) -> Option<MentionKind> {
    context.facts.names().mentions().get(place.mention as usize).map(|mention| mention.kind)
}

/// Where the given name or the surname of a mention stands.
fn span(context: &Context, place: Place, role: Role) -> Option<Span> {
    let kind = kind(context, place)?;
    let word: Word = if role == Role::Given { kind.given()? } else { kind.surname() };
    context.document.span_of(word.tokens())
}
