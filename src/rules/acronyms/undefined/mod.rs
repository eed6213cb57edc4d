//! An acronym that the text never explains and that few readers know.
//!
//! In: the forms of a document without a definition. Out: one hint a form at its first mention in running text, with the long
//! form where a table has one. Must not know: what acronyms mean in a source language, which is the business of other rules.

mod explained;
mod part_of_name;

use super::{owns, running, wording};
use crate::document::Span;
use crate::facts::Needs;
use crate::facts::acronyms::{Form, Mention};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::acronyms::{FormKey, Kind, Rank, Standing};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/undefined",
    summary: "an acronym that is never explained and not widely known",
    why: "a reader who does not know it cannot look it up in the text",
    category: "style/unclear-reference",
    severity: Severity::Neutral,
    classes: &[Class {
        id: "unexplained",
        what: "the text has neither a bracket nor words for it, and no table calls it well known",
        by_definition: None,
    }],
    safety: Some(Safety::DisplayOnly),
    languages: &[],
    needs: Needs::SENSES,
    hint: true,
    page: include_str!("rule.md"),
};

/// The fewest letters: those of two are mostly units, codes and initials.
const FEWEST: usize = 3;
/// Letters that sizes and Roman numerals are made of.
const NUMERAL: &[u8] = b"CDILMSVX";
/// How many tokens on each side are searched for words that tell a thing.
const NEAR: usize = 60;
/// How many later mentions are shown.
const SHOWN: usize = 5;

/// `acronyms/undefined`
#[derive(Debug)]
pub(super) struct Undefined;

impl Rule for Undefined {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let forms = context.facts.acronyms().forms();
        let mut claimed = running::judged(context);
        claimed.extend(context.facts.senses().members().iter().map(|member| member.form));
        let unknown = |index: &usize| forms.get(*index).is_some_and(|form| is_unknown(context, form)) && !claimed.contains(index);
        let candidates: Vec<usize> = (0..forms.len()).filter(unknown).collect();
        if candidates.is_empty() {
            return;
        }
        let explained = explained::in_words(context, &candidates);
        for form in candidates.iter().filter(|form| !explained.contains(form)).filter_map(|&form| forms.get(form)) {
            let name = running::mentions(context, form).any(|m| part_of_name::is_part(context, m));
            if let Some(first) = running::first_mention(context, form).filter(|_| !name) {
                report_one(context, report, form, first);
            }
        }
    }
}

/// Whether nothing is said of a form and its letters tell a reader nothing.
fn is_unknown(context: &Context, form: &Form) -> bool {
    let tables = &context.knowledge.acronyms;
    let letters = form.text.as_bytes();
    let acronym = letters.len() >= FEWEST && letters.iter().all(u8::is_ascii_uppercase);
    let numeral = || letters.iter().all(|letter| NUMERAL.contains(letter));
    let title = context.knowledge.vocabulary.classes(form.word).has(WordClass::Title);
    let shouted = || title || is_word_in_capitals(context, &form.text);
    // What English takes over as it is needs no words, and what it does not write is another rule's business.
    let readings = tables.readings(form.key);
    // News agencies and newspapers go by their letters.
    let kind = |concept: usize| tables.concept(concept).map(|concept| concept.kind);
    let outlet = readings.iter().any(|reading| kind(reading.concept) == Some(Kind::Outlet));
    let english = readings.iter().find(|reading| reading.standing == Standing::English);
    let mistaken = readings.iter().any(|reading| reading.standing > Standing::Loan);
    let of_other_rules =
        !readings.is_empty() && english.is_none_or(|english| mistaken && !keeps_company(context, form, english.concept));
    acronym
        && form.definitions.is_empty()
        && !form.glossed
        && !numeral()
        && !running::is_known_to_all(context, form, Rank::Household)
        && !of_other_rules
        && !outlet
        && !shouted()
}

/// Whether words that a concept is known by stand near the first mention of a form.
fn keeps_company(context: &Context, form: &Form, concept: usize) -> bool {
    let topics = context.knowledge.acronyms.concept(concept).map_or(&[][..], |concept| &concept.topics);
    let Some(first) = running::mentions(context, form).next() else { return false };
    let words = context.facts.hashes();
    let near = words.get(first.token.saturating_sub(NEAR)..(first.end + NEAR).min(words.len())).unwrap_or_default();
    near.iter().any(|word| FormKey::of_hash(*word) != form.key && topics.binary_search(word).is_ok())
}

/// Whether capitals are those of a word, shouted or at the head of a dateline: "NOT", "SOFIA".
fn is_word_in_capitals(context: &Context, text: &str) -> bool {
    let (first, rest) = text.split_at_checked(1).unwrap_or((text, ""));
    let lexicon = &context.knowledge.lexicon;
    lexicon.is_common(&text.to_ascii_lowercase()) || lexicon.is_word(&format!("{first}{}", rest.to_ascii_lowercase()))
}

/// The usual long form, where a table has one.
fn long_form(context: &Context, form: &Form) -> Option<&'static str> {
    let tables = &context.knowledge.acronyms;
    let english = tables.readings(form.key).iter().find(|r| r.standing <= Standing::Loan);
    let concept = english.and_then(|r| tables.concept(r.concept)?.words.first().copied());
    concept.or_else(|| tables.sense(form.key)?.words.first().copied())
}

fn report_one(context: &Context, report: &mut Reporter, form: &Form, first: &Mention) {
    let seen = context.slice(first.span);
    let long = long_form(context, form);
    let text = &form.text;
    let todo = match long {
        Some(long) => format!("It usually is “{long}”. Spell it out here."),
        None => "Spell it out here, or say what it is.".to_owned(),
    };
    let places = super::places(form.mentions.len());
    let message = format!("“{seen}” is explained nowhere in the text ({places}), and few readers know it. {todo}");
    let mut draft = report.at(first.span, "unexplained", message).group(format!("acronyms:{text}"));
    if let Some(long) = long {
        draft = draft.evidence("table", format!("{text}: {long}"), Some("target/english/acronyms"));
        if let Some(words) = running::introduction(context, first, form, long) {
            draft = wording::add_choice(draft, context, first, &words, Safety::DisplayOnly);
        }
    } else {
        draft = draft.ask(format!("What is “{text}”?"));
    }
    for place in later(context, form, first.span) {
        draft = draft.also(place, format!("“{}” again", context.slice(place)));
    }
    draft.done();
}

/// Other places of a form that are shown.
fn later(context: &Context, form: &Form, first: Span) -> impl Iterator<Item = Span> {
    let spans: Vec<Span> = running::mentions(context, form).map(|m| m.span).filter(|span| *span != first).take(SHOWN).collect();
    spans.into_iter()
}
