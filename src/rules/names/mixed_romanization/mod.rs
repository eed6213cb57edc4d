//! One bearer, two spellings of one name.
//!
//! In: the mentions of names of a document and the tables of romanisation. Out: a finding on each place that has the
//! minority's spelling, with the majority's as the fix.
//! Must not know: how mentions are found or bearers told apart.

use crate::concordance::{Concordance, Place, Variant};
use crate::document::Span;
use crate::facts::Needs;
use crate::facts::names::{MentionKind, SourceForm, Verdict, Word, compare};
use crate::finding::{Severity, counted};
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
            id: "given-name",
            what: "a given name beside one bearer’s surname, spelt otherwise in more places; a usual romanisation of one form gives both",
            by_definition: None,
        },
        Class {
            id: "surname",
            what: "one bearer’s surname, spelt otherwise in more places; a usual romanisation of one form gives both",
            by_definition: None,
        },
        Class {
            id: "tie",
            what: "two spellings of one bearer’s name in as many places each; a usual romanisation of one form gives both",
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

/// Reports every place whose spelling has fewer places than the most frequent one, and on a tie the later of two.
fn check_variants(context: &Context, report: &mut Reporter, variants: &[Variant], role: Role) {
    let [usual, second, ..] = variants else { return };
    if usual.places.len() == second.places.len() {
        return if let [a, b] = variants {
            check_tie(context, report, a, b, role)
        };
    }
    for other in &variants[1..] {
        let found = compare(&other.text, &usual.text, context.knowledge);
        // Spellings that differ in accents or capitals alone have no form to show: that is another fault than this.
        if let Some(source) = &found.source {
            let case = Case { other, usual, role, verdict: found.verdict, source };
            other.places.iter().for_each(|place| report_place(context, report, *place, &case));
        }
    }
}

/// Reports two spellings with as many places each, once, where the second of them turns up.
fn check_tie(context: &Context, report: &mut Reporter, a: &Variant, b: &Variant, role: Role) {
    let found = compare(&a.text, &b.text, context.knowledge);
    let (Some(source), Verdict::Same) = (&found.source, found.verdict) else { return };
    let (earlier, later) = if a.places.first() <= b.places.first() { (a, b) } else { (b, a) };
    let spans = |variant: &Variant| variant.places.iter().filter_map(|place| span(context, *place, role)).collect::<Vec<_>>();
    let (old, new) = (spans(earlier), spans(later));
    let (Some(&there), Some(&here)) = (old.first(), new.first()) else { return };
    let preferred = context.knowledge.source.given_names.preferred(&a.text, &b.text).filter(|_| role == Role::Given);
    let advice = preferred.map_or("Choose one".into(), |word| format!("The press writes “{word}”"));
    let count = if new.len() == 1 { "once".to_owned() } else { format!("{} times", new.len()) };
    let (seen, other, form) = (context.slice(here), context.slice(there), &*source.form);
    let mut draft = report
        .at(here, "tie", format!("“{seen}” here, “{other}” above, {count} each; both romanise {form}. {advice}."))
        .evidence("source-form", form, Some(source.language.romanization_table()))
        .group(format!("names:{form}"))
        .compare(there, format!("“{other}” here"));
    for also in &new[1..] {
        draft = draft.also(*also, format!("“{}” here", context.slice(*also)));
    }
    // The form that the press writes comes first; without one the first spelling of the text does, as a choice only.
    let choices = [(&earlier.text, &new), (&later.text, &old)];
    let (first, second) = if preferred == Some(&*later.text) { (1, 0) } else { (0, 1) };
    for (place, choice) in [first, second].into_iter().enumerate() {
        let (word, spans) = choices[choice];
        let safety = if preferred.is_some() && place == 0 { Safety::Unsafe } else { Safety::DisplayOnly };
        let edits: Vec<(Span, &str)> = spans.iter().map(|span| (*span, &**word)).collect();
        draft = draft.fix(format!("Write “{word}”"), safety, &edits);
    }
    draft.done();
}

/// A spelling that is to give way to another.
struct Case<'a> {
    other: &'a Variant,
    usual: &'a Variant,
    role: Role,
    verdict: Verdict,
    source: &'a SourceForm,
}

fn report_place(context: &Context, report: &mut Reporter, place: Place, case: &Case) {
    let Case { other, usual, role, verdict, source } = *case;
    let Some(span) = span(context, place, role) else { return };
    let class = match verdict {
        Verdict::Same if role == Role::Given => "given-name",
        Verdict::Same => "surname",
        _ => "likely",
    };
    let seen = context.slice(span);
    let right = if seen == &*other.text { usual.text.to_string() } else { usual.text.to_uppercase() };
    let safety = if verdict == Verdict::Same { Safety::Safe } else { Safety::Unsafe };
    let mut draft = report
        .at(span, class, message(seen, &right, usual.places.len(), &source.form))
        .evidence("count", format!("“{}” {}, “{}” {}", other.text, other.places.len(), usual.text, usual.places.len()), None)
        .fix(format!("Write “{right}”"), safety, &[(span, &right)])
        .evidence("source-form", &*source.form, Some(source.language.romanization_table()))
        .group(format!("names:{}", source.form));
    for span in usual.places.iter().filter_map(|place| self::span(context, *place, role)).take(SHOWN) {
        draft = draft.compare(span, format!("“{}” here", context.slice(span)));
    }
    draft.done();
}

/// What, why, and what to do.
fn message(seen: &str, right: &str, count: usize, form: &str) -> String {
    let places = counted(count, "other place", "other places");
    format!("“{seen}” here, “{right}” in {places}; both romanise {form}. Write “{right}”.")
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
