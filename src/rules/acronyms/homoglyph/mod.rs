//! A Cyrillic acronym taken for Latin letters of the same look: "the CBO zone" for СВО, "PФ" with two alphabets in it.
//!
//! In: the verdicts among the senses, and the forms that hold Cyrillic letters. Out: a finding on each place.
//! Must not know: how evidence is weighed.

use super::{evidence, wording};
use crate::facts::Needs;
use crate::facts::acronyms::Mention;
use crate::facts::senses::{Ground, Verdict};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::knowledge::acronyms::{Concept, FormKey, Standing};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/homoglyph",
    summary: "an acronym whose Cyrillic letters were read as Latin ones, or in which both stand",
    why: "the letters look right and say something else, to a reader, to a search and to a screen reader",
    category: "linguistic-conventions/character-encoding",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "mixed-letters",
            what: "Latin and Cyrillic letters stand in one acronym, or Cyrillic ones that all look Latin",
            by_definition: Some("no acronym of any language is written in two alphabets, and English has no Cyrillic one"),
        },
        Class {
            id: "look", what: "Latin letters that look like a source acronym, in that thing’s company", by_definition: None
        },
    ],
    safety: Some(Safety::Safe),
    languages: &Language::SLAVIC,
    needs: Needs::SENSES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `acronyms/homoglyph`
#[derive(Debug)]
pub(super) struct Homoglyph;

impl Rule for Homoglyph {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for mention in context.facts.acronyms().mentions() {
            if !context.slice(mention.span).is_ascii() {
                report_letters(context, report, mention);
            }
        }
        for verdict in context.facts.senses().verdicts().iter().filter(|v| v.standing == Standing::Look) {
            report_look(context, report, verdict);
        }
    }
}

/// What a form with Cyrillic letters may be.
struct Reading<'a> {
    /// With Latin letters throughout, where each Cyrillic one looks like one.
    latin: Option<String>,
    /// The concepts that it stands for with Cyrillic letters throughout.
    concepts: Vec<&'a Concept>,
    /// Whether it has Latin letters, too.
    mixed: bool,
}

fn read<'a>(context: &Context<'a>, seen: &str) -> Option<Reading<'a>> {
    let tables = &context.knowledge.acronyms;
    let latin = tables.looks().of_word(seen);
    let mixed = seen.chars().any(|c| c.is_ascii_alphabetic());
    let cyrillic = tables.looks().cyrillic_of(seen);
    let concepts: Vec<&Concept> = cyrillic.iter().flat_map(|cyrillic| tables.of_source(cyrillic)).collect();
    (latin.is_some() || mixed && !concepts.is_empty()).then_some(Reading { latin, concepts, mixed })
}

/// An acronym in two alphabets, or in Cyrillic letters that all look Latin. One of the latter that a quotation or a bracket
/// shows as a foreign word is meant so.
fn report_letters(context: &Context, report: &mut Reporter, mention: &Mention) {
    let seen = context.slice(mention.span);
    let Some(reading) = read(context, seen) else { return };
    if !reading.mixed && super::is_shown_as_foreign(context, mention) {
        return;
    }
    let letters = if reading.mixed { "has Latin and Cyrillic letters" } else { "is written in Cyrillic letters that look Latin" };
    let known = reading.latin.as_deref().filter(|latin| is_english(context, latin));
    let source =
        reading.concepts.first().map_or(String::new(), |c| format!(" The source seems to have {}.", super::source_of(c, 0)));
    let mut draft = report.at(
        mention.span,
        "mixed-letters",
        format!("“{seen}” {letters}.{source} Write it in Latin letters, or what it stands for."),
    );
    if let Some(concept) = reading.concepts.first() {
        draft = draft.group(super::group_of(concept)).evidence("table", super::source_of(concept, 0), Some("source/acronyms"));
    }
    // Letters of two alphabets in an English acronym are a slip of the keyboard; a whole Cyrillic word is none.
    if let Some(latin) = known.filter(|_| reading.mixed || reading.concepts.is_empty()) {
        draft = draft.fix(format!("Write “{latin}” in Latin letters"), Safety::Safe, &[(mention.span, latin)]);
    }
    draft = wording::add_choices(draft, context, mention, &reading.concepts, reading.concepts.len() == 1);
    if let Some(latin) = known.filter(|_| !reading.mixed && !reading.concepts.is_empty()) {
        draft = draft.fix(format!("Write “{latin}” in Latin letters"), Safety::Unsafe, &[(mention.span, latin)]);
    }
    draft.done();
}

/// Whether an acronym in Latin letters is one of English.
fn is_english(context: &Context, acronym: &str) -> bool {
    let id = FormKey::of(acronym);
    let tables = &context.knowledge.acronyms;
    tables.sense(id).is_some() || tables.readings(id).iter().any(|r| matches!(r.standing, Standing::English | Standing::Loan))
}

/// Latin letters that look like a source acronym, by the company they keep.
fn report_look(context: &Context, report: &mut Reporter, verdict: &Verdict) {
    let Some(mention) = context.facts.acronyms().mentions().get(verdict.mention) else { return };
    let Some(concept) = context.knowledge.acronyms.concept(verdict.concept) else { return };
    let seen = context.slice(mention.span);
    let clauses = evidence::clauses(context, verdict, mention, concept).join("; ");
    let message = format!(
        "“{seen}” looks like the Cyrillic letters of {}: {clauses}. Ask what is meant, and choose a wording.",
        super::source_of(concept, verdict.source)
    );
    let known = verdict.summands.iter().any(|s| matches!(s.ground, Ground::KnownTopic | Ground::KnownWords));
    let draft = report
        .at(mention.span, "look", message)
        .ask(format!("Does “{seen}” stand for {} in the source text?", super::source_of(concept, verdict.source)));
    let draft = evidence::add_to(draft, context, verdict, concept);
    wording::add_choices(draft, context, mention, &[concept], !known).done();
}
