//! The thing that a pronoun may mean: the subject that it goes on with.
//!
//! In: a pronoun. Out: a thing of its paragraph, if from there on nobody stands who could be meant.
//! Must not know: people further off.

use std::ops::Range;

use super::persons::is_anyone;
use super::pronoun::Pronoun;
use crate::document::{RegionKind, Token};
use crate::knowledge::WordClass;
use crate::knowledge::source::Gender;
use crate::rules::Context;

/// Sentences before that of the pronoun in which the thing may stand.
const BACK: usize = 2;
/// Tokens between a thing and the reflexive pronoun of its clause.
const CLAUSE: usize = 4;
/// Tokens between a verb and the “that” of what it reports.
const REPORTED: usize = 5;
/// Tokens of a noun phrase before its noun.
const ATTRIBUTES: usize = 6;
/// Tokens before the pronoun that are looked at.
const WINDOW: usize = 90;
/// Tokens before the pronoun in which a country is close to it.
const CLOSE: usize = 3;

/// The subject of the clause of a reflexive pronoun, if it is a thing: hardly more than a verb stands between.
pub(super) fn subject_of_reflexive(context: &Context, pronoun: &Pronoun) -> Option<usize> {
    let closed = [
        WordClass::Coordinator,
        WordClass::Preposition,
        WordClass::Genitive,
        WordClass::Pronoun,
        WordClass::Article,
        WordClass::Joining,
    ];
    let plain = |at: usize| {
        let lower = context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower());
        lower && !closed.into_iter().any(|class| context.is(at, class))
    };
    let window = window(context, pronoun);
    if let Some(it) = pronoun.at.checked_sub(2).filter(|&it| window.contains(&it) && context.is(it, WordClass::Dummy)) {
        // “it locks herself”, but “she built it herself”, “let it be herself”
        return is_subject_alone(context, it, window.start).then_some(it);
    }
    let reach = pronoun.at.saturating_sub(CLAUSE + 1).max(window.start)..pronoun.at;
    let thing = reach.rev().find(|&at| is_thing(context, at, pronoun))?;
    let sentence = sentence(context, thing).start.max(window.start);
    let joint = |at: usize| {
        context.tokens().get(at).is_some_and(|t| t.is_mark(','))
            || context.is(at, WordClass::Coordinator)
            || is_joining(context, at)
    };
    let first = phrase(context, thing)?;
    let clause = (sentence..first).rev().find(|&at| joint(at)).map_or(sentence, |at| at + 1);
    // “who runs the lift himself”: what stands before the thing must be an adverbial.
    let opens = clause == first || context.is(clause, WordClass::Preposition);
    let subject = opens && !(clause..first).any(|at| is_verb(context, at) || context.is(at, WordClass::Pronoun));
    (subject && (thing + 1..pronoun.at).all(plain)).then_some(thing)
}

/// Whether “it” is the subject of a verb: it opens its clause, or a conjunction or preposition does and no verb follows.
fn is_subject_alone(context: &Context, it: usize, start: usize) -> bool {
    let comma = |at: &usize| context.tokens().get(*at).is_some_and(|t| t.is_mark(','));
    let clause = (start.max(sentence(context, it).start)..it).rev().take_while(|at| !comma(at));
    let (mut first, mut free) = (it, true);
    for at in clause {
        first = at;
        free &= !is_verb(context, at) && !context.is(at, WordClass::Pronoun);
    }
    let opens = first == it || context.is(first, WordClass::Coordinator) || context.is(first, WordClass::Preposition);
    let verb = context.tokens().get(it + 1).is_some_and(|t| t.is_word() && t.is_lower());
    free && opens && verb && !context.is(it + 1, WordClass::Function)
}

/// The thing that a pronoun goes on with: the subject of a sentence before, or of an earlier clause of its own.
pub(super) fn topic(context: &Context, pronoun: &Pronoun) -> Option<usize> {
    let window = window(context, pronoun);
    let own = sentence(context, pronoun.at);
    // A sentence that has “it” means the thing by that.
    if own.clone().any(|at| context.is(at, WordClass::Dummy)) {
        return None;
    }
    let mut end = pronoun.at;
    while end > window.start {
        let start = sentence(context, end - 1).start.max(window.start);
        let things = (start..end).filter(|&at| is_thing(context, at, pronoun));
        let subject = things.into_iter().find(|&at| opens_sentence(context, at, start));
        if let Some(thing) = subject.filter(|&thing| start < own.start || is_later_clause(context, thing + 1..pronoun.at)) {
            return is_free(context, window, pronoun).then_some(thing);
        }
        end = start;
    }
    None
}

/// Whether nobody stands in a stretch of text who could be meant.
pub(super) fn is_free(context: &Context, mut range: Range<usize>, pronoun: &Pronoun) -> bool {
    !range.any(|at| is_anyone(context, at) || is_country(context, at, pronoun) || is_ship(context, at, pronoun))
}

fn sentence(context: &Context, at: usize) -> Range<usize> {
    let document = context.document;
    document.sentences().get(document.sentence_of(at)).map_or(at..at, |sentence| sentence.tokens())
}

/// The tokens before a pronoun in its paragraph, some sentences back, and within the same quotation.
fn window(context: &Context, pronoun: &Pronoun) -> Range<usize> {
    let document = context.document;
    let sentence = document.sentence_of(pronoun.at);
    let block = document.blocks().get(document.block_of(pronoun.at)).map_or(0, |block| block.tokens().start);
    let start = document.sentences().get(sentence.saturating_sub(BACK)).map_or(0, |sentence| sentence.tokens().start);
    let start = start.max(block).max(pronoun.at.saturating_sub(WINDOW));
    start.max(quotation_start(context, pronoun.at, start))..pronoun.at
}

/// Where the quotation that holds a token opens, if it opens after `start`.
fn quotation_start(context: &Context, at: usize, start: usize) -> usize {
    let holds = |close: Option<usize>| close.is_none_or(|close| close > at);
    let opened = context.document.quotations().opened_in(start..at);
    opened.iter().rev().find(|quotation| holds(quotation.close)).map_or(start, |quotation| quotation.open)
}

/// Whether a token is a thing that a pronoun of this gender may mean, as a head and not as an attribute.
fn is_thing(context: &Context, at: usize, pronoun: &Pronoun) -> bool {
    let is = |at: usize| context.is(at, WordClass::Thing) || pronoun.gender == Gender::Male && context.is(at, WordClass::Vessel);
    let Some(token) = context.tokens().get(at).filter(|t| t.is_word() && is(at)) else { return false };
    let before = at.checked_sub(1).and_then(|i| context.tokens().get(i));
    let hyphen = before.is_some_and(|t| t.is_dash() && !token.space_before());
    let quoted = |token: &Token| context.document.inside(token.span(), RegionKind::Quotation);
    let others_words = quoted(token) && !context.tokens().get(pronoun.at).is_some_and(quoted);
    let attribute = is(at + 1) || context.tokens().get(at + 1).is_some_and(Token::is_clitic);
    // “The 14th Border Brigade”
    let named = token.is_title_case() && before.is_some_and(Token::is_capitalized);
    (token.is_lower() || named) && !hyphen && !attribute && !others_words
}

/// Whether the phrase of a thing is the subject of the sentence that starts at a token: what stands before has no verb.
fn opens_sentence(context: &Context, thing: usize, start: usize) -> bool {
    let Some(first) = phrase(context, thing) else { return false };
    // “There is quite a large group.”
    let word = start + usize::from(context.tokens().get(start).is_some_and(Token::opens_quotation));
    if context.is(word, WordClass::Existential) {
        return !(start..first).any(|at| is_verb(context, at) && !context.is(at, WordClass::Auxiliary));
    }
    !(start..first).any(|at| is_verb(context, at) || context.is(at, WordClass::Pronoun))
}

/// The first token of the noun phrase of a thing, where no preposition governs it.
fn phrase(context: &Context, thing: usize) -> Option<usize> {
    let start = sentence(context, thing).start;
    let capital = |at: usize| context.tokens().get(at).is_some_and(Token::is_capitalized);
    let attribute = |at: usize| {
        let word = context.tokens().get(at).is_some_and(|t| t.is_wordlike() || t.is_dash() && !t.space_before());
        let grammar = context.is(at, WordClass::Function) || context.is(at, WordClass::Preposition);
        let named = context.is(at, WordClass::Coordinator) && capital(at - 1) && capital(at + 1);
        word && !grammar || named
    };
    for first in (start.max(thing.saturating_sub(ATTRIBUTES))..thing).rev() {
        let pointing = first == start && context.is(first, WordClass::Announcing);
        if pointing || context.is(first, WordClass::Article) || context.is(first, WordClass::Possessive) {
            let governor = first.checked_sub(1).filter(|governor| *governor >= start);
            let governed = |at: usize| context.is(at, WordClass::Preposition) || context.is(at, WordClass::Genitive);
            return (!governor.is_some_and(governed)).then_some(first);
        }
        if !attribute(first) {
            return None;
        }
    }
    None
}

/// Whether a stretch of a sentence goes on to another clause that tells nothing of somebody.
fn is_later_clause(context: &Context, mut between: Range<usize>) -> bool {
    let start = between.start;
    let clause = |at: usize| {
        let comma = context.tokens().get(at).is_some_and(|t| t.is_mark(','));
        // “The league said on Friday that she”, but “a mast that he put up”.
        let verb = |that: usize| (that.saturating_sub(REPORTED).max(start)..that).any(|verb| is_verb(context, verb));
        let reported = context.is(at, WordClass::That) && verb(at);
        comma || reported || context.is(at, WordClass::Coordinator)
    };
    between.clone().any(clause) && !between.any(|at| is_joining(context, at))
}

fn is_joining(context: &Context, at: usize) -> bool {
    context.is(at, WordClass::Joining) && !context.is(at, WordClass::That)
}

/// Whether a token names a country, which old prose calls “she”, other than as a place or close to the pronoun.
fn is_country(context: &Context, at: usize, pronoun: &Pronoun) -> bool {
    if pronoun.gender == Gender::Male || !context.is(at, WordClass::Country) && !context.is(at, WordClass::Land) {
        return false;
    }
    let before = [WordClass::Preposition, WordClass::Genitive, WordClass::Article];
    let placed = at.checked_sub(1).is_some_and(|i| before.into_iter().any(|class| context.is(i, class)));
    !placed || pronoun.at - at <= CLOSE
}

/// Whether a token is a name with “the” that has no noun, as ships have, which English calls “she”: “the Moskva”.
fn is_ship(context: &Context, at: usize, pronoun: &Pronoun) -> bool {
    let named = context.tokens().get(at).is_some_and(Token::is_title_case);
    let article = at.checked_sub(1).is_some_and(|before| context.is(before, WordClass::Article));
    let known = [WordClass::Nationality, WordClass::WithThe, WordClass::Thing, WordClass::Vessel, WordClass::Organisation];
    // “the Unity and Labor party”
    let goes_on = |at: usize| context.is(at, WordClass::Coordinator) || !context.is(at, WordClass::Function);
    let noun = context.tokens().get(at + 1).is_some_and(|t| t.is_word() && goes_on(at + 1));
    pronoun.gender == Gender::Female && named && article && !noun && !known.into_iter().any(|class| context.is(at, class))
}

/// Whether a word is a verb in a form that has a subject.
fn is_verb(context: &Context, at: usize) -> bool {
    let classes = [WordClass::FiniteVerb, WordClass::Auxiliary, WordClass::Speech, WordClass::Knowing, WordClass::IrregularPast];
    classes.into_iter().any(|class| context.is(at, class))
}
