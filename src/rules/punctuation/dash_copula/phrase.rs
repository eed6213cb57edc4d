//! Whether a run of words is made of noun phrases alone.
//!
//! In: a run of tokens. Out: whether no word of it may be a finite verb, and whether its first noun is a plural.
//! Must not know: dashes.

use std::ops::Range;

use crate::knowledge::WordClass;
use crate::rules::Context;

/// What has been read of the phrases so far.
#[derive(Default)]
struct State {
    /// The last word of the phrase at hand that is no small word.
    content: Option<usize>,
    /// Whether the last token was such a word.
    after_content: bool,
    /// Whether another phrase narrows the first noun down, so that the number of the word before tells nothing.
    narrowed: bool,
    /// Whether a number stands before the noun, which is a plural then.
    counted: bool,
}

/// Whether every word is a noun, an adjective, or one of the small words of noun phrases; what stands in a relative
/// clause may have its verb.
pub(super) fn is_noun_phrase(context: &Context, range: Range<usize>) -> bool {
    let mut state = State::default();
    for at in range.clone() {
        let Some(token) = context.tokens().get(at) else { return false };
        if token.is_mark(',') {
            state = State::default();
        } else if token.is_clitic() || token.mark().is_some() {
            state.content = None;
        } else if is_relative(context, at) {
            return at > range.start && state.after_content;
        } else if opens_phrase(context, at) {
            let limited = state.content.is_some_and(|before| context.is(before, WordClass::Limiting));
            // An article right after a noun: the word before may be a verb that governs it.
            if state.after_content && !limited && is_determiner(context, at) {
                return false;
            }
            let counted = context.is(at, WordClass::Cardinal);
            let joined = context.is(at, WordClass::Coordinator);
            let narrowed = !joined && (state.narrowed || state.after_content && !limited);
            state = State { narrowed, counted, ..State::default() };
        } else {
            if small(context, at) || is_verb(context, at) || may_be_verb(context, &state, at) {
                return false;
            }
            state.content = Some(at);
            state.after_content = true;
        }
    }
    state.after_content
}

/// Whether the noun of the first phrase is a plural.
pub(super) fn is_plural(context: &Context, range: Range<usize>) -> bool {
    let end = range.clone().skip(1).find(|&at| {
        let joint = [WordClass::Preposition, WordClass::Genitive, WordClass::Coordinator, WordClass::Narrowing];
        joint.into_iter().any(|class| context.is(at, class))
    });
    let joined = end.is_some_and(|at| context.is(at, WordClass::Coordinator));
    let Some(noun) = end.unwrap_or(range.end).checked_sub(1) else { return false };
    joined || is_plural_noun(context, noun)
}

/// Whether a run of words begins with a plural that has no article and is the noun of its phrase, or with an adjective
/// that is no noun.
pub(super) fn is_bare_plural(context: &Context, range: &Range<usize>) -> bool {
    let next = range.start + 1;
    let joint = [WordClass::Preposition, WordClass::Genitive, WordClass::Coordinator];
    let ends = next >= range.end
        || context.tokens().get(next).is_some_and(|t| t.is_mark(','))
        || joint.into_iter().any(|class| context.is(next, class));
    context.is(range.start, WordClass::Limiting) || is_plural_noun(context, range.start) && ends
}

fn is_plural_noun(context: &Context, at: usize) -> bool {
    let word = context.word(at).to_lowercase();
    context.is(at, WordClass::Plural) || ends_in_s(&word) && context.knowledge.lexicon.is_word(&word)
}

fn ends_in_s(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")
}

/// Whether a relative pronoun begins a clause with a verb of its own.
fn is_relative(context: &Context, at: usize) -> bool {
    let joint = [WordClass::Genitive, WordClass::Preposition];
    context.is(at, WordClass::Narrowing) && !joint.into_iter().any(|class| context.is(at, class))
}

fn is_determiner(context: &Context, at: usize) -> bool {
    [WordClass::Article, WordClass::Possessive, WordClass::Cardinal].into_iter().any(|class| context.is(at, class))
}

/// Whether a word opens a noun phrase or joins two.
fn opens_phrase(context: &Context, at: usize) -> bool {
    let number = context.tokens().get(at).is_some_and(|t| !t.is_word());
    let joint = [WordClass::Preposition, WordClass::Genitive, WordClass::Coordinator];
    number || is_determiner(context, at) || joint.into_iter().any(|class| context.is(at, class))
}

/// Whether a word is one of the small words that are no part of a noun phrase.
fn small(context: &Context, at: usize) -> bool {
    let closed = [WordClass::Function, WordClass::Pronoun, WordClass::AfterNoun];
    !context.is(at, WordClass::Limiting) && closed.into_iter().any(|class| context.is(at, class))
}

/// Whether a word is a finite verb by the tables; a past form right after an article is a noun or an adjective.
fn is_verb(context: &Context, at: usize) -> bool {
    let lower = context.tokens().get(at).is_some_and(|t| t.is_lower());
    let verbs = [WordClass::Auxiliary, WordClass::FiniteVerb, WordClass::Speech];
    let past =
        context.is(at, WordClass::IrregularPast) && !at.checked_sub(1).is_some_and(|before| is_determiner(context, before));
    lower && (past || verbs.into_iter().any(|class| context.is(at, class)))
}

/// Whether a word that follows on another within a phrase may be its verb: a past form, or a form in -s after a
/// singular, or one without it after a plural, of a word that has a form in -ing. Where another phrase narrows the
/// subject down (“the boat of the pilots passes”), the number of the word before tells nothing.
fn may_be_verb(context: &Context, state: &State, at: usize) -> bool {
    let Some(before) = state.content.filter(|&before| !context.is(before, WordClass::Limiting)) else { return false };
    let Some(token) = context.tokens().get(at).filter(|t| t.is_lower()) else { return false };
    let word = context.slice(token.span());
    if word.ends_with("ed") {
        return true;
    }
    let plural = ends_in_s(&context.word(before).to_lowercase());
    let stem = word.strip_suffix('s').filter(|_| ends_in_s(word));
    if stem.is_some() && state.counted || stem.is_some() == plural && !state.narrowed {
        return false;
    }
    has_gerund(context, stem.unwrap_or(word))
}

/// Whether a word is a verb that has a form in -ing.
fn has_gerund(context: &Context, stem: &str) -> bool {
    let bare = stem.strip_suffix('e').unwrap_or(stem);
    let doubled = stem.chars().next_back().map(|last| format!("{stem}{last}ing"));
    let forms = [Some(format!("{stem}ing")), Some(format!("{bare}ing")), doubled];
    forms.into_iter().flatten().any(|form| context.knowledge.lexicon.is_word(&form))
}
