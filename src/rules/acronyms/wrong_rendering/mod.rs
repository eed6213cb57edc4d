//! An English acronym of something else that stands for an acronym of the source language: "the WTO zone".
//!
//! In: the verdicts among the senses. Out: a finding on each place, with the evidence in words, choices to be read, and a
//! question; nothing that can be applied. Must not know: how the evidence is weighed.

use super::{evidence, wording};
use crate::facts::Needs;
use crate::facts::acronyms::Mention;
use crate::facts::senses::{Ground, Verdict};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::knowledge::acronyms::{Concept, Standing};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/wrong-rendering",
    summary: "an acronym that stands for something else in English than the source means",
    why: "the reader is told of another body, event or thing than the source tells of",
    category: "accuracy/mistranslation",
    severity: Severity::Critical,
    classes: &[
        Class {
            id: "vouched",
            what: "another acronym of the same thing, or the thing in words, stands in the text",
            by_definition: None,
        },
        Class {
            id: "slot",
            what: "it stands where only another kind of thing can, in that thing’s company",
            by_definition: None,
        },
        Class { id: "company", what: "the words around it are those of another thing", by_definition: None },
        Class { id: "elsewhere", what: "elsewhere in the text the same acronym is shown to be wrong", by_definition: None },
    ],
    safety: Some(Safety::DisplayOnly),
    languages: &Language::WITH_ACRONYMS,
    needs: Needs::SENSES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `acronyms/wrong-rendering`
#[derive(Debug)]
pub(super) struct WrongRendering;

impl Rule for WrongRendering {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let verdicts = context.facts.senses().verdicts().iter();
        for verdict in verdicts.filter(|v| v.standing == Standing::Mistaken && !is_of_bracket(context, v)) {
            report_one(context, report, verdict);
        }
    }
}

/// Whether the acronym is wrong in the bracket that explains it, too: what is written there is written everywhere.
fn is_of_bracket(context: &Context, verdict: &Verdict) -> bool {
    let acronyms = context.facts.acronyms();
    let form = |mention: usize| acronyms.mentions().get(mention).map(|m| m.form);
    let unknown = |form: usize| acronyms.forms().get(form).is_some_and(|f| context.knowledge.acronyms.sense(f.key).is_none());
    let own = form(verdict.mention).filter(|&form| unknown(form));
    own.is_some() && context.facts.senses().mismatches().iter().any(|mismatch| form(mismatch.mention) == own)
}

fn report_one(context: &Context, report: &mut Reporter, verdict: &Verdict) {
    let Some(mention) = context.facts.acronyms().mentions().get(verdict.mention) else { return };
    let Some(concept) = context.knowledge.acronyms.concept(verdict.concept) else { return };
    let seen = context.slice(mention.span);
    let draft = report.at(mention.span, class_of(verdict), message(context, verdict, mention, concept)).ask(format!(
        "Does “{seen}” stand for {} in the source text, and how shall it be written?",
        super::source_of(concept, verdict.source)
    ));
    let mut draft = evidence::add_to(draft, context, verdict, concept);
    for choice in wording::choices(context, concept) {
        draft = wording::add_choice(draft, context, mention, &choice, Safety::DisplayOnly);
    }
    draft.done();
}

/// The kinds of evidence that spoke, the strongest first.
fn class_of(verdict: &Verdict) -> &'static str {
    let spoke = |grounds: &[Ground]| grounds.iter().any(|&ground| verdict.ground(ground).is_some());
    match () {
        () if spoke(&[Ground::Elsewhere]) => "elsewhere",
        () if spoke(&[Ground::Definition, Ground::Sibling, Ground::Words]) => "vouched",
        () if spoke(&[Ground::Slot]) => "slot",
        () => "company",
    }
}

/// What, why, and what to do.
fn message(context: &Context, verdict: &Verdict, mention: &Mention, concept: &Concept) -> String {
    let form = context.facts.acronyms().forms().get(mention.form);
    let known = form.and_then(|f| context.knowledge.acronyms.sense(f.key)).and_then(|sense| sense.words.first());
    let doubt = known.map_or("is hardly right".to_owned(), |known| format!("hardly means “{known}”"));
    let mut clauses = evidence::clauses(context, verdict, mention, concept);
    let known_near = verdict.summands.iter().any(|s| s.ground == Ground::KnownTopic && !s.places.is_empty());
    if known.is_some() && !known_near {
        clauses.insert(0, "nothing near it is about that".to_owned());
    }
    format!(
        "“{}” {doubt} here: {}. The source seems to have {}. Ask what is meant, and choose a wording.",
        context.slice(mention.span),
        clauses.join("; "),
        super::source_of(concept, verdict.source)
    )
}
