//! An acronym of the source language that was left letter by letter: "the ODKB summit".
//!
//! In: the verdicts among the senses. Out: a finding on each place, with what English writes. Places where English's own
//! form stands in the same document are the business of consistency and left to it. Must not know: how evidence is weighed.

use super::{evidence, wording};
use crate::facts::Needs;
use crate::facts::acronyms::Mention;
use crate::facts::senses::{Ground, Verdict, leading};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::knowledge::acronyms::{Concept, Standing};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/untranslated",
    summary: "an acronym of the source language left letter by letter where English has its own",
    why: "a reader who does not know the source language cannot know what it is",
    category: "accuracy/untranslated",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "company",
            what: "English has no such acronym, and the thing’s own company, name or another acronym of it stands in the text",
            by_definition: None,
        },
        Class {
            id: "language",
            what: "English has no such acronym, and the text shows the source language",
            by_definition: None,
        },
        Class {
            id: "cyrillic",
            what: "a source acronym of the tables stands in its own letters",
            by_definition: Some("a reader of English cannot read Cyrillic letters"),
        },
        Class {
            id: "ambiguous",
            what: "English has the acronym in another sense, which its company rules out",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Safe),
    languages: &Language::WITH_ACRONYMS,
    needs: Needs::SENSES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `acronyms/untranslated`
#[derive(Debug)]
pub(super) struct Untranslated;

impl Rule for Untranslated {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for mention in context.facts.acronyms().mentions() {
            if !context.slice(mention.span).is_ascii() {
                report_cyrillic(context, report, mention);
            }
        }
        for verdict in context.facts.senses().verdicts().iter().filter(|v| v.standing == Standing::Letters) {
            if !is_of_consistency(context, verdict) {
                report_one(context, report, verdict);
            }
        }
    }
}

/// Whether the house has settled the wording, or another form of the concept leads in the document, so that this place is
/// reported as the odd one out.
fn is_of_consistency(context: &Context, verdict: &Verdict) -> bool {
    let concept = context.knowledge.acronyms.concept(verdict.concept);
    if concept.is_some_and(|concept| context.house.acronym(concept).is_some()) {
        return true;
    }
    let senses = context.facts.senses();
    let form = context.facts.acronyms().mentions().get(verdict.mention).map(|m| m.form);
    leading(senses.members_of(verdict.concept))
        .is_some_and(|lead| Some(lead.form) != form && !matches!(lead.standing, Standing::Own | Standing::Letters))
}

/// Whether English has the acronym in a sense of its own.
fn is_known_elsewhere(context: &Context, verdict: &Verdict) -> bool {
    let acronyms = context.facts.acronyms();
    let form = acronyms.mentions().get(verdict.mention).and_then(|m| acronyms.forms().get(m.form));
    form.is_some_and(|form| context.knowledge.acronyms.sense(form.key).is_some())
}

fn class_of(context: &Context, verdict: &Verdict) -> &'static str {
    let near = [Ground::Topic, Ground::Name, Ground::Words, Ground::Sibling, Ground::Slot, Ground::Elsewhere];
    match verdict.ground(Ground::Letters) {
        None => "ambiguous",
        Some(_) if is_known_elsewhere(context, verdict) => "ambiguous",
        Some(_) if near.into_iter().any(|ground| verdict.ground(ground).is_some()) => "company",
        Some(_) => "language",
    }
}

fn report_one(context: &Context, report: &mut Reporter, verdict: &Verdict) {
    let Some(mention) = context.facts.acronyms().mentions().get(verdict.mention) else { return };
    let Some(concept) = context.knowledge.acronyms.concept(verdict.concept) else { return };
    let draft = report.at(mention.span, class_of(context, verdict), message(context, verdict, mention, concept));
    let mut draft = evidence::add_to(draft, context, verdict, concept);
    let others = others(context, verdict);
    let settled = wording::is_settled(context, concept) && others.is_empty();
    let sure = class_of(context, verdict) == "company";
    for (number, choice) in wording::choices(context, concept).into_iter().enumerate() {
        let safety = match number {
            _ if !settled => Safety::DisplayOnly,
            0 if sure && wording::is_acronym(&choice) => Safety::Safe,
            _ => Safety::Unsafe,
        };
        draft = wording::add_choice(draft, context, mention, &choice, safety);
    }
    wording::add_choices(draft, context, mention, &others, false).done();
}

/// Other things of the same letters, where nothing near tells which is meant.
fn others<'a>(context: &Context<'a>, verdict: &Verdict) -> Vec<&'a Concept> {
    let acronyms = context.facts.acronyms();
    let form = acronyms.mentions().get(verdict.mention).and_then(|m| acronyms.forms().get(m.form));
    let untold = class_of(context, verdict) == "language";
    let tables = &context.knowledge.acronyms;
    let readings = form.filter(|_| untold).map_or(&[][..], |form| tables.readings(form.key));
    let same = readings.iter().filter(|r| r.standing == Standing::Letters && r.concept != verdict.concept);
    same.filter_map(|reading| tables.concept(reading.concept)).collect()
}

fn message(context: &Context, verdict: &Verdict, mention: &Mention, concept: &Concept) -> String {
    let seen = context.slice(mention.span);
    let clauses = evidence::clauses(context, verdict, mention, concept).join("; ");
    let because = if clauses.is_empty() { String::new() } else { format!(": {clauses}") };
    let english = wording::choices(context, concept);
    let writes = match english.first() {
        _ if !others(context, verdict).is_empty() => "It may be something else of the same letters; choose".to_owned(),
        Some(first) if wording::is_settled(context, concept) => format!("English writes “{first}”"),
        _ => "Choose a wording".to_owned(),
    };
    format!("“{seen}” is {} letter by letter{because}. {writes}.", super::source_of(concept, verdict.source))
}

/// A source acronym in its own letters, unless it is shown as a foreign word. One that looks Latin is another matter.
fn report_cyrillic(context: &Context, report: &mut Reporter, mention: &Mention) {
    let tables = &context.knowledge.acronyms;
    let seen = context.slice(mention.span);
    let concepts: Vec<&Concept> = tables.of_source(seen).collect();
    let Some(first) = concepts.first() else { return };
    let is_shown = super::is_shown_as_foreign(context, mention) || is_within_foreign_words(context, mention);
    if tables.looks().of_word(seen).is_some() || is_shown {
        return;
    }
    let message = format!(
        "“{seen}” ({}) stands in Cyrillic letters. Write what it stands for.",
        first.sources.first().map_or("", |(_, _, expansion)| expansion)
    );
    let draft = report.at(mention.span, "cyrillic", message).group(super::group_of(first)).evidence(
        "table",
        super::source_of(first, 0),
        Some("source/acronyms"),
    );
    wording::add_choices(draft, context, mention, &concepts, concepts.len() == 1).done();
}

/// Whether a word without any Latin letter stands right beside a mention, which is then quoted with it (“Это ФСБ”).
fn is_within_foreign_words(context: &Context, mention: &Mention) -> bool {
    let is_foreign = |at: usize| {
        let token = context.tokens().get(at);
        token.is_some_and(|t| t.is_lower() || t.is_title_case())
            && context.word(at).chars().all(|c| c.is_alphabetic() && !c.is_ascii())
    };
    mention.token.checked_sub(1).is_some_and(is_foreign) || is_foreign(mention.end)
}
