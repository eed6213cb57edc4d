//! A country, a people or an adjective of theirs in lower case: “the russian army”.
//!
//! In: words in lower case of the classes of countries and peoples. Out: each of them with its capital, but for those
//! that are common words in some sense, or that stand in a text that has no capitals.
//! Must not know: the names themselves, which are tables.

mod setting;

use setting::Settings;

use crate::document::Span;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::target::english::LowerCase;
use crate::knowledge::{WordClass, capitalized};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "terms/lost-capital",
    summary: "a country, a people or an adjective of theirs in lower case",
    why: "adjectives and peoples have no capital in Slavic languages; in English they always have, and the copy looks careless",
    category: "linguistic-conventions/capitalization",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "name",
            what: "a word that is nothing but a country, a people or an adjective of theirs",
            by_definition: None,
        },
        Class { id: "homograph", what: "a word that has a common sense as well, where its neighbours tell", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

const NAMES: [WordClass; 4] = [WordClass::Nationality, WordClass::Country, WordClass::People, WordClass::Land];

/// `terms/lost-capital`
#[derive(Debug)]
pub(super) struct LostCapital;

impl Rule for LostCapital {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let vocabulary = &context.knowledge.vocabulary;
        let mut settings = Settings::default();
        for (at, token) in context.tokens().iter().enumerate() {
            if !token.is_lower() {
                continue;
            }
            let Some(&id) = context.facts.words().get(at) else { break };
            let classes = vocabulary.classes(id);
            if !NAMES.into_iter().any(|class| classes.has(class)) {
                continue;
            }
            if let Some(class) = judge(context, at)
                && setting::stands_free(context, at)
                && settings.has_capitals(context, at)
            {
                report_word(context, report, token.span(), class);
            }
        }
    }
}

fn report_word(context: &Context, report: &mut Reporter, span: Span, class: &'static str) {
    let seen = context.slice(span);
    let right = capitalized(seen);
    let safety = if class == "name" { Safety::Safe } else { Safety::Unsafe };
    report
        .at(span, class, format!("“{seen}” has no capital; countries, peoples and their adjectives have one. Write “{right}”."))
        .group(format!("terms:{seen}"))
        .fix(format!("Write “{right}”"), safety, &[(span, &right)])
        .done();
}

/// The evidence class of a word in lower case; `None` where a common word may be meant.
fn judge(context: &Context, at: usize) -> Option<&'static str> {
    let uses = context.knowledge.lower_case.of(context.hash(at));
    let before = at.checked_sub(1).map_or(0, |i| context.hash(i));
    let after = context.hash(at + 1);
    let hyphen = context.tokens().get(at + 1).is_some_and(|t| t.is_mark('-'));
    let mut class = "name";
    if uses.is_empty() && context.knowledge.lexicon.is_word(context.word(at)) {
        return None;
    }
    for row in uses {
        let meant = match row.kind {
            LowerCase::Never => false,
            LowerCase::Before => !row.has(if hyphen { context.hash(at + 2) } else { after }),
            LowerCase::After => !row.has(before),
            LowerCase::Adjective => !row.has(after) && is_adjective(context, at),
            LowerCase::Place => at > 0 && context.is(at - 1, WordClass::PlacePreposition) && !is_noun(context, at + 1),
            LowerCase::People => is_people(context, at),
        };
        if !meant {
            return None;
        }
        if !matches!(row.kind, LowerCase::Before | LowerCase::After) {
            class = "homograph";
        }
    }
    Some(class)
}

/// Whether a word stands between an article or a preposition and a noun.
fn is_adjective(context: &Context, at: usize) -> bool {
    let opens = [WordClass::Article, WordClass::Preposition, WordClass::Genitive];
    at > 0 && opens.into_iter().any(|class| context.is(at - 1, class)) && is_noun(context, at + 1)
}

/// Whether a token is a word in lower case of no closed class, close to the word before it.
fn is_noun(context: &Context, at: usize) -> bool {
    let closed = [WordClass::Function, WordClass::AfterNoun, WordClass::Preposition, WordClass::Auxiliary];
    let word = context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower() && t.space_before());
    word && !closed.into_iter().any(|class| context.is(at, class))
}

/// Whether a plural is a people: “who” follows, or a place after a preposition, or another people after “and”.
fn is_people(context: &Context, at: usize) -> bool {
    let capital = |at: usize| context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_capitalized());
    let relative = context.is(at + 1, WordClass::Personal);
    let from = context.is(at + 1, WordClass::PlacePreposition) && capital(at + 2);
    let joined = context.is(at + 1, WordClass::Coordinator)
        && (capital(at + 2) || context.is(at + 2, WordClass::People) || context.is(at + 2, WordClass::Nationality));
    relative || from || joined
}
