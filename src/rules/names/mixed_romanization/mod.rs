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
        Class {
            id: "surname",
            what: "a surname by itself, spelt otherwise in more places of its one bearer",
            by_definition: None,
        },
        Class {
            id: "established",
            what: "spellings of a given name in as many places each, one of them the form that the press writes most",
            by_definition: None,
        },
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
        let concordance = Concordance::of_doubtful(context.facts.names(), 0);
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
    let [first, second, ..] = variants else { return };
    let tied = first.places.len() == second.places.len();
    let usual = if tied { established(context, variants) } else { Some(first) };
    let Some(usual) = usual else { return };
    for other in variants.iter().filter(|other| *other != usual) {
        let found = compare(&other.text, &usual.text, context.knowledge);
        if found.verdict > Verdict::Different {
            let case = Case { other, usual, role, tied, found: &found };
            other.places.iter().for_each(|place| report_place(context, report, *place, &case));
        }
    }
}

/// On a tie of two, the one that the table of given names prefers; otherwise nobody knows which is meant.
fn established<'a>(context: &Context, variants: &'a [Variant]) -> Option<&'a Variant> {
    let [a, b] = variants else { return None };
    let preferred = context.knowledge.source.given_names.preferred(&a.text, &b.text)?;
    [a, b].into_iter().find(|variant| &*variant.text == preferred)
}

/// A spelling that is to give way to another.
struct Case<'a> {
    other: &'a Variant,
    usual: &'a Variant,
    role: Role,
    tied: bool,
    found: &'a Comparison,
}

fn report_place(context: &Context, report: &mut Reporter, place: Place, case: &Case) {
    let Case { other, usual, role, tied, found } = *case;
    let Some(span) = span(context, place, role) else { return };
    let class = match (found.verdict, kind(context, place)) {
        _ if tied => "established",
        (Verdict::Likely, _) => "likely",
        (_, Some(MentionKind::Full { .. })) => "full-name",
        _ => "surname",
    };
    let seen = context.slice(span);
    let right = if seen == &*other.text { usual.text.to_string() } else { usual.text.to_uppercase() };
    let form = found.source.as_ref().map(|source| source.form.as_str());
    let safety = if found.verdict == Verdict::Same && !tied { Safety::Safe } else { Safety::Unsafe };
    let mut draft = report
        .at(span, class, message(seen, &right, usual.places.len(), form, tied))
        .evidence("count", format!("“{}” {}, “{}” {}", other.text, other.places.len(), usual.text, usual.places.len()), None)
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

/// What, why, and what to do.
fn message(seen: &str, right: &str, count: usize, form: Option<&str>, tied: bool) -> String {
    let places = if count == 1 { "1 other place".to_owned() } else { format!("{count} other places") };
    let both = form.map_or_else(|| "they differ in accents only".to_owned(), |form| format!("both romanise {form}"));
    let why = if tied { ", and the press writes the latter" } else { "" };
    format!("“{seen}” here, “{right}” in {places}; {both}{why}. Write “{right}”.")
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
