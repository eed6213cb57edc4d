//! An English acronym of something else that stands for an acronym of the source language: "the WTO zone".
//!
//! In: the verdicts among the senses. Out: a finding on each place, with the evidence in words, choices to be read, and a
//! question; nothing that can be applied. Must not know: how the evidence is weighed.

use std::ops::Range;

use crate::facts::Needs;
use crate::facts::acronyms::Mention;
use crate::facts::senses::{Ground, Verdict};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::acronyms::{Concept, Kind};
use crate::knowledge::{Language, WordClass};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/wrong-rendering",
    summary: "an acronym that stands for something else in English than the source means",
    why: "the reader is told of another body, event or thing than the source tells of",
    category: "accuracy/mistranslation",
    severity: Severity::Critical,
    classes: &[Class {
        id: "company",
        what: "two independent kinds of evidence: a definition, a sibling, the words around it, the slot it stands in",
        by_definition: None,
    }],
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
        for verdict in context.facts.senses().verdicts() {
            report_one(context, report, verdict);
        }
    }
}

fn report_one(context: &Context, report: &mut Reporter, verdict: &Verdict) {
    let Some(mention) = context.facts.acronyms().mentions().get(verdict.mention) else { return };
    let Some(concept) = context.knowledge.acronyms.concepts().get(verdict.concept) else { return };
    let seen = context.slice(mention.span);
    let source = super::source_of(concept);
    let mut draft = report
        .at(mention.span, "company", message(context, verdict, mention, concept))
        .group(super::group_of(concept))
        .evidence("table", source.clone(), Some("source/acronyms"))
        .ask(format!("Does “{seen}” stand for {source} in the source text, and how shall it be written?"));
    for summand in &verdict.summands {
        let name = name(summand.ground);
        draft = draft.evidence(name, format!("{name} {}({:+.1})", list(context, &summand.places), summand.weight), None);
    }
    let article = mention.token.checked_sub(1).is_some_and(|i| context.is(i, WordClass::Article));
    for choice in &concept.offer {
        let words = if article { without_article(context, choice) } else { choice };
        draft = draft.fix(format!("Write “{choice}”"), Safety::DisplayOnly, &[(mention.span, words)]);
    }
    if let Some(place) = verdict.ground(Ground::Sibling).and_then(|s| context.document.span_of(s.places.first()?.clone())) {
        draft = draft.compare(place, format!("“{}” for the same thing", context.slice(place)));
    }
    draft.done();
}

/// The most words of one kind that a message quotes.
const MOST: usize = 4;

/// A choice without the article that it need not bring where one stands already.
fn without_article<'a>(context: &Context, choice: &'a str) -> &'a str {
    let vocabulary = &context.knowledge.vocabulary;
    let is_article = |word: &str| vocabulary.classes(vocabulary.id(word)).has(WordClass::Article);
    choice.split_once(' ').filter(|(first, _)| is_article(first)).map_or(choice, |(_, rest)| rest)
}

/// The first of some words in quotation marks, with commas and spaces after them.
fn list(context: &Context, places: &[Range<usize>]) -> String {
    let words: Vec<String> = places.iter().take(MOST).map(|place| super::quoted(context, place.clone())).collect();
    if words.is_empty() { String::new() } else { words.join(", ") + " " }
}

/// What, why, and what to do.
fn message(context: &Context, verdict: &Verdict, mention: &Mention, concept: &Concept) -> String {
    let form = context.facts.acronyms().forms().get(mention.form);
    let known = form.and_then(|f| context.knowledge.acronyms.sense(f.word)).and_then(|sense| sense.words.first());
    let doubt = known.map_or("is hardly right".to_owned(), |known| format!("hardly means “{known}”"));
    let mut clauses = clauses(context, verdict, mention.token, concept);
    let known_near = verdict.summands.iter().any(|s| s.ground == Ground::KnownTopic && !s.places.is_empty());
    if known.is_some() && !known_near {
        clauses.insert(0, "nothing near it is about that".to_owned());
    }
    format!(
        "“{}” {doubt} here: {}. The source seems to have {}. Ask what is meant, and choose a wording.",
        context.slice(mention.span),
        clauses.join("; "),
        super::source_of(concept)
    )
}

/// What speaks for the source acronym, in words.
fn clauses(context: &Context, verdict: &Verdict, token: usize, concept: &Concept) -> Vec<String> {
    let mut clauses = Vec::new();
    if let Some(slot) = verdict.ground(Ground::Slot).and_then(|s| s.places.first()) {
        let whole = slot.start.min(token)..slot.end.max(token + 1);
        clauses.push(format!("it stands where {} is meant ({})", thing(concept.kind), super::quoted(context, whole)));
    }
    let mut near: Vec<Range<usize>> =
        [Ground::Name, Ground::Topic].into_iter().filter_map(|g| verdict.ground(g)).flat_map(|s| s.places.clone()).collect();
    near.sort_by_key(|place| place.start);
    if !near.is_empty() {
        clauses.push(format!("it stands near {}", list(context, &near).trim_end()));
    }
    if let Some(sibling) = verdict.ground(Ground::Sibling)
        && let Some(first) = sibling.places.first()
    {
        let count = super::places(sibling.count);
        clauses.push(format!("{} stands for the same thing in {count}", super::quoted(context, first.clone())));
    }
    if let Some(place) = verdict.ground(Ground::Words).and_then(|s| s.places.first()) {
        clauses.push(format!("the text has {} in words", super::quoted(context, place.clone())));
    }
    if verdict.ground(Ground::Definition).is_some() {
        clauses.push("the text itself explains it so".to_owned());
    }
    clauses
}

/// A kind of thing, with its article.
fn thing(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => "an event",
        Kind::Organisation => "an organisation",
        Kind::Force => "a force",
        Kind::State => "a country",
        Kind::People => "a group of people",
        Kind::System => "a machine or plant",
        Kind::Place => "a place",
        Kind::Document => "a document",
        Kind::Illness => "an illness",
        Kind::Thing => "something else",
    }
}

/// A kind of evidence as reports call it.
fn name(ground: Ground) -> &'static str {
    match ground {
        Ground::Definition => "definition",
        Ground::Sibling => "sibling",
        Ground::Words => "words",
        Ground::Slot => "slot",
        Ground::Name => "name",
        Ground::Topic => "topic",
        Ground::KnownWords => "known-words",
        Ground::KnownTopic => "known-topic",
    }
}
