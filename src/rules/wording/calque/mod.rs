//! Phrases that render the source language word for word.
//!
//! In: the hits of the calque table. Out: a finding for each, with the answers of its row.
//! Must not know: which phrases there are; a row needs no line here.

use crate::document::Span;
use crate::facts::{Needs, PhraseHit};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::knowledge::capitalized;
use crate::knowledge::phrase::{PhraseRow, PhraseTable, Sureness, Test};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const PHRASE: &str = "phrase";
const REGISTER: &str = "register";

static META: Meta = Meta {
    id: "wording/calque",
    summary: "a phrase that renders the source language word for word",
    why: "readers stumble over words that English does not put together, or take them for something else",
    category: "style/unidiomatic-style",
    severity: Severity::Minor,
    classes: &[
        Class { id: PHRASE, what: "a phrase that is hardly ever natural English", by_definition: None },
        Class {
            id: REGISTER,
            what: "a phrase that some registers of English have, in a document that shows a Slavic source or has it again and again",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[Language::Russian, Language::Ukrainian, Language::Belarusian, Language::Bulgarian],
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/calque`
#[derive(Debug)]
pub(super) struct Calque;

impl Rule for Calque {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for hit in context.facts.hits(PhraseTable::Calque) {
            if let Some(row) = context.knowledge.phrases.rows().get(hit.row) {
                report_hit(context, report, hit, row);
            }
        }
    }
}

fn report_hit(context: &Context, report: &mut Reporter, hit: &PhraseHit, row: &PhraseRow) {
    let answers = answers(context, hit, row);
    let class = if row.class == PHRASE { PHRASE } else { REGISTER };
    let mut draft = report
        .at(hit.span, class, message(context.slice(hit.span), row, &answers))
        .row(&row.key)
        .group(format!("calque:{}", row.key))
        .evidence("table", row.source.clone().unwrap_or_default(), Some("target/english/phrases/calque"));
    if row.when.contains(&Test::SignalSlavic) {
        let signs = context.facts.signals().seen().iter();
        let signs: Vec<String> = signs.map(|seen| format!("{} ({})", seen.sign, seen.example)).collect();
        let signs = format!("signs of a Slavic source: {}", signs.join(", "));
        draft = draft.evidence("signal", signs, Some("source/slavic-signs"));
    }
    for answer in &answers {
        let edits: &[(Span, &str)] = &[(hit.span, answer)];
        draft = draft.fix(format!("Write “{answer}”"), safety(row.safety), edits);
    }
    draft.done();
}

fn safety(sureness: Sureness) -> Safety {
    match sureness {
        Sureness::DisplayOnly => Safety::DisplayOnly,
        Sureness::Unsafe => Safety::Unsafe,
        Sureness::Safe => Safety::Safe,
    }
}

/// The answers of the row in the words and the case of the hit.
fn answers(context: &Context, hit: &PhraseHit, row: &PhraseRow) -> Vec<String> {
    let Some(phrase) = row.phrases.get(hit.phrase) else { return Vec::new() };
    let slot = |number: usize| context.words(hit.slots.get(number).cloned().unwrap_or_default());
    let seen = context.slice(hit.span);
    phrase.answers.iter().map(|answer| in_case_of(seen, answer.fill(&phrase.options, slot))).collect()
}

/// The answer with a capital where the phrase began with one, in capitals where the phrase was.
fn in_case_of(seen: &str, answer: String) -> String {
    if !seen.chars().any(char::is_lowercase) {
        return answer.to_uppercase();
    }
    if seen.starts_with(char::is_uppercase) { capitalized(&answer) } else { answer }
}

fn message(seen: &str, row: &PhraseRow, answers: &[String]) -> String {
    let language = row.from.first().map_or("original", |language| language.name());
    let source = row.source.as_ref().map_or(String::new(), |source| format!(" «{source}»"));
    let advice = match answers {
        [] => "Say it in other words".to_owned(),
        [only] => format!("Write “{only}”"),
        [first, .., last] => {
            let others: String = answers[1..answers.len() - 1].iter().map(|answer| format!(", “{answer}”")).collect();
            format!("Write “{first}”{others} or “{last}”")
        }
    };
    format!("“{seen}” renders the {language}{source} word for word. {advice}.")
}
