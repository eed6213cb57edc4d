//! What the rules that rest on a table of phrases share: a finding for each hit, and the answers of its row.
//!
//! In: the hits of one table, and what a rule says of a hit. Out: findings.
//! Must not know: which phrases there are; a row needs no line here.

use super::{Class, Context, Draft, Reporter};
use crate::document::{Span, Token};
use crate::facts::PhraseHit;
use crate::fix::Safety;
use crate::knowledge::capitalized;
use crate::knowledge::phrase::{PhraseRow, PhraseTable, Sureness, Test};

/// The class of a row that fires by itself.
const PHRASE: &str = "phrase";
/// The class of a row that asks for company.
const REGISTER: &str = "register";

/// The evidence class of a row that fires by itself.
pub(super) const BY_ITSELF: Class =
    Class { id: PHRASE, what: "a phrase that is hardly ever natural English in such a place", by_definition: None };

/// The evidence class of a row that asks for company.
pub(super) const IN_COMPANY: Class = Class {
    id: REGISTER,
    what: "a phrase that some registers of English have, in a document that shows its source language or has it again and again",
    by_definition: None,
};

/// The evidence classes of these rules.
pub(super) const CLASSES: &[Class] = &[BY_ITSELF, IN_COMPANY];

/// A hit as a message speaks of it.
pub(super) struct Said<'a> {
    /// The words.
    pub words: &'a str,
    /// The source language, and its words where the row has them: `Russian «…»`.
    pub source: String,
    /// What to do: `Write “…”`, with a full stop.
    pub advice: String,
}

/// Reports the hits of a table; `message` says what is wrong with one.
pub(super) fn report(context: &Context, report: &mut Reporter, table: PhraseTable, message: impl Fn(&Said) -> String) {
    for hit in context.facts.hits(table) {
        if let Some(row) = context.knowledge.phrases.row(hit.row) {
            report_hit(context, report, hit, row, &message);
        }
    }
}

fn report_hit(context: &Context, report: &mut Reporter, hit: &PhraseHit, row: &PhraseRow, message: &impl Fn(&Said) -> String) {
    let answers = answers(context, hit, row, in_case_of);
    let language = row.from.first().map_or("original", |language| language.name());
    let source = row.source.as_ref().map_or(language.to_owned(), |source| format!("{language} «{source}»"));
    let said = Said { words: context.slice(hit.span), source, advice: advice(&answers) };
    let class = if row.class == PHRASE { PHRASE } else { REGISTER };
    let mut draft = report
        .at(hit.span, class, message(&said))
        .row(&row.key)
        .group(format!("{}:{}", row.table.name(), row.key))
        .evidence("table", row.source.clone().unwrap_or_default(), Some(row.table.evidence()));
    if row.when.contains(&Test::Signal) {
        let signs: Vec<String> =
            context.facts.signals().seen(&row.from).map(|seen| format!("{} ({})", seen.sign, seen.example)).collect();
        draft = draft.evidence("signal", format!("signs of the source: {}", signs.join(", ")), Some("source/signs"));
    }
    with_fixes(context, draft, hit, &answers, safety(row.safety)).done();
}

/// A draft with a fix for each answer.
pub(super) fn with_fixes<'r, 'a>(
    context: &Context,
    mut draft: Draft<'r, 'a>,
    hit: &PhraseHit,
    answers: &[String],
    safety: Safety,
) -> Draft<'r, 'a> {
    for answer in answers {
        draft = match answer.as_str() {
            "" => match deletion(context, hit) {
                Some((span, next)) => draft.fix(format!("Take out “{}”", context.slice(hit.span)), safety, &[(span, &next)]),
                None => draft,
            },
            answer => draft.fix(format!("Write “{answer}”"), safety, &[(hit.span, answer)]),
        };
    }
    draft
}

/// The place of an opener with the first letter of the next word, which takes its capital, and that letter.
fn deletion(context: &Context, hit: &PhraseHit) -> Option<(Span, String)> {
    let next = context.tokens().get(hit.tokens.end)?;
    let capital = context.tokens().get(hit.tokens.start).is_some_and(Token::is_capitalized);
    let letter = context.slice(next.span()).chars().next()?;
    let span = context.document.text().span(hit.span.start()..next.span().start() + letter.len_utf8())?;
    let new = if capital { letter.to_uppercase().collect() } else { letter.to_string() };
    Some((span, new))
}

fn safety(sureness: Sureness) -> Safety {
    match sureness {
        Sureness::DisplayOnly => Safety::DisplayOnly,
        Sureness::Unsafe => Safety::Unsafe,
        Sureness::Safe => Safety::Safe,
    }
}

/// The answers of the row in the words of the hit; an empty one takes the phrase out. `fit` is given the hit and an answer,
/// and gives the answer its capitals.
pub(super) fn answers(context: &Context, hit: &PhraseHit, row: &PhraseRow, fit: impl Fn(&str, String) -> String) -> Vec<String> {
    let Some(phrase) = row.phrases.get(hit.phrase) else { return Vec::new() };
    let slot = |number: usize| context.words(hit.slots.get(number).cloned().unwrap_or_default());
    let seen = context.slice(hit.span);
    phrase.answers.iter().map(|answer| fit(seen, answer.fill(&phrase.options, slot))).collect()
}

/// The answer with a capital where the phrase began with one, in capitals where the phrase was.
pub(super) fn in_case_of(seen: &str, answer: String) -> String {
    if !seen.chars().any(char::is_lowercase) {
        return answer.to_uppercase();
    }
    if seen.starts_with(char::is_uppercase) { capitalized(&answer) } else { answer }
}

/// What to do, with a full stop.
pub(super) fn advice(answers: &[String]) -> String {
    match answers {
        [] => "Say it in other words.".to_owned(),
        [only] if only.is_empty() => "Take it out.".to_owned(),
        [only] => format!("Write “{only}”."),
        [first, .., last] => {
            let quoted = |answer: &String| if answer.is_empty() { "nothing".to_owned() } else { format!("“{answer}”") };
            let others: String = answers[1..answers.len() - 1].iter().map(|answer| format!(", {}", quoted(answer))).collect();
            format!("Write {}{others} or {}.", quoted(first), quoted(last))
        }
    }
}
