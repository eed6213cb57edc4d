//! What speaks for a source acronym, in words: shared by the rules that report verdicts.

use std::ops::Range;

use crate::facts::acronyms::Mention;
use crate::facts::senses::{Ground, Verdict};
use crate::knowledge::Language;
use crate::knowledge::acronyms::{Concept, Kind};
use crate::rules::{Context, Draft};

/// From this weight on, the source language is shown and not only likely.
const SHOWN: f32 = 1.0;

/// The most words of one kind that a message quotes.
const MOST: usize = 4;

/// The first of some words in quotation marks, with commas and a space after them.
fn list(context: &Context, places: &[Range<usize>]) -> String {
    let words: Vec<String> = places.iter().take(MOST).map(|place| super::quoted(context, place.clone())).collect();
    if words.is_empty() { String::new() } else { words.join(", ") + " " }
}

/// Adds every summand of a verdict to a finding, and the sibling as a place to compare with.
pub(super) fn add_to<'r, 'a>(mut draft: Draft<'r, 'a>, context: &Context, verdict: &Verdict, concept: &Concept) -> Draft<'r, 'a> {
    draft = draft.group(super::group_of(concept)).evidence(
        "table",
        super::source_of(concept, verdict.source),
        Some("source/acronyms"),
    );
    for summand in &verdict.summands {
        let name = name(summand.ground);
        draft = draft.evidence(name, format!("{name} {}({:+.1})", list(context, &summand.places), summand.weight), None);
    }
    match verdict.ground(Ground::Sibling).and_then(|s| context.document.span_of(s.places.first()?.clone())) {
        Some(place) => draft.compare(place, format!("“{}” for the same thing", context.slice(place))),
        None => draft,
    }
}

/// What speaks for the source acronym, in words.
pub(super) fn clauses(context: &Context, verdict: &Verdict, mention: &Mention, concept: &Concept) -> Vec<String> {
    let mut clauses = Vec::new();
    if let Some(slot) = verdict.ground(Ground::Slot).and_then(|s| s.places.first()) {
        let whole = slot.start.min(mention.token)..slot.end.max(mention.end);
        // Of what has no kind of its own the name says more.
        let name = concept.words.first().filter(|_| concept.kind == Kind::Thing);
        let meant = name.map_or_else(|| thing(concept.kind).to_owned(), |name| format!("“{name}”"));
        clauses.push(format!("it stands where {meant} is meant ({})", super::quoted(context, whole)));
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
    if verdict.ground(Ground::Elsewhere).is_some() {
        clauses.push("elsewhere in the text its company shows it".to_owned());
    }
    if let Some(summand) = verdict.ground(Ground::Language) {
        let how = if summand.weight < SHOWN { "may have been translated" } else { "reads as translated" };
        clauses.push(format!("the text {how} from {}", language(concept, verdict.source)));
    }
    clauses
}

/// The language that a text shows: the signs of the Slavic ones are the same.
fn language(concept: &Concept, source: usize) -> &'static str {
    match concept.sources.get(source) {
        Some((language, ..)) if !Language::SLAVIC.contains(language) => language.name(),
        _ => "a Slavic language",
    }
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
        Kind::Ailment => "an illness of every year",
        Kind::Past => "something of the past",
        Kind::Outlet => "a news outlet",
        Kind::Thing => "something else",
    }
}

/// A kind of evidence as reports call it.
fn name(ground: Ground) -> &'static str {
    match ground {
        Ground::Letters => "letters",
        Ground::Language => "source-language",
        Ground::Elsewhere => "elsewhere",
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
