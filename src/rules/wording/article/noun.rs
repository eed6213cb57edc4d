//! “One of largest plants” and “an advice”: the article that a superlative needs, and the one that a mass noun cannot have.
//!
//! In: a superlative or an article. Out: a finding. Must not know: names.

use super::{MISSING, SURPLUS, is_article, is_head, is_verb, joins_clause, without};
use crate::document::Token;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::Doubling;
use crate::rules::{Context, Reporter};

/// Letters of “a” and “an”.
const INDEFINITE: usize = 2;
/// Adjectives between an article and its noun.
const ADJECTIVES: usize = 2;

/// Reports a superlative after “one of” without “the”.
pub(super) fn check_superlative(context: &Context, report: &mut Reporter, at: usize) {
    let (Some(of), Some(one)) = (at.checked_sub(1), at.checked_sub(2)) else { return };
    if !context.is(of, WordClass::Genitive) || !context.is(one, WordClass::Cardinal) {
        return;
    }
    let (Some(token), Some(next)) = (context.tokens().get(at), context.tokens().get(at + 1)) else { return };
    let one_sentence = context.document.sentence_of(one) == context.document.sentence_of(at + 1);
    // “one of most of our …” is no superlative.
    // “one of most of our …” is no superlative; “one of brightest of the decade” is.
    let quantity = [WordClass::Genitive, WordClass::Article, WordClass::Pronoun].into_iter().any(|c| context.is(at + 1, c));
    let quantity = quantity && context.is(at, WordClass::Function);
    if !one_sentence || !token.is_lower() || !next.is_word() || !next.space_before() || quantity {
        return;
    }
    let word = context.slice(token.span());
    let right = format!("the {word}");
    let message = format!("“{}”: a superlative has “the” here. Write “{right}”.", context.words(one..at + 1));
    report.at(token.span(), MISSING, message).fix(format!("Write “{right}”"), Safety::Unsafe, &[(token.span(), &right)]).done();
}

/// Reports “a” or “an” before a noun that has no plural, where that noun is the head of its phrase.
pub(super) fn check_uncountable(context: &Context, report: &mut Reporter, at: usize) {
    let Some(noun) = mass_noun(context, at).filter(|_| context.word(at).len() <= INDEFINITE) else { return };
    let compound = context.tokens().get(noun + 1).is_none_or(|t| !t.space_before() && t.is_dash());
    if compound || !is_article(context, at) || !is_over(context, noun + 1) {
        return;
    }
    let Some((span, new)) = without(context, at) else { return };
    let (seen, word) = (context.words(at..noun + 1), context.word(noun));
    let message = format!("“{seen}”: “{word}” cannot be counted and has no “{}” before it. Leave it out.", context.word(at));
    report
        .at(span, SURPLUS, message)
        .evidence("table", word, Some("target/english/word-classes"))
        .fix(format!("Leave “{}” out", context.word(at)), Safety::Unsafe, &[(span, &new)])
        .done();
}

/// Whether the phrase of a noun is over: “an information that …”, “an equipment for …”, “a traffic and stopped”.
fn is_over(context: &Context, at: usize) -> bool {
    // “a clothing, shoe and bag shop”
    let comma = context.tokens().get(at).is_some_and(|t| t.is_mark(',')) && begins_anew(context, at + 1);
    let opens = [WordClass::That, WordClass::Joining, WordClass::Preposition, WordClass::Genitive];
    let clause = opens.into_iter().any(|class| context.is(at, class));
    comma || clause || is_head(context, at, false) || joins_clause(context, at)
}

/// Whether a word after a comma is no further attribute of a noun that follows.
fn begins_anew(context: &Context, at: usize) -> bool {
    let classes = [WordClass::Function, WordClass::Preposition, WordClass::Pronoun, WordClass::Article, WordClass::Joining];
    let gerund = context.knowledge.doubled.ends(context.word(at), Doubling::Gerund);
    gerund || is_verb(context, at) || classes.into_iter().any(|class| context.is(at, class))
}

/// The mass noun of an article, with at most some adjectives between them.
fn mass_noun(context: &Context, article: usize) -> Option<usize> {
    let adjective = |at: usize| {
        let lower = context.tokens().get(at).is_some_and(|t: &Token| t.is_word() && t.is_lower() && t.space_before());
        lower && !context.is(at, WordClass::Function) && !context.is(at, WordClass::Little)
    };
    for noun in article + 1..=article + 1 + ADJECTIVES {
        if !adjective(noun) {
            return None;
        }
        if context.is(noun, WordClass::Uncountable) {
            return Some(noun);
        }
    }
    None
}
