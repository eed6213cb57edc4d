//! Who says it: the clause that attributes direct speech ("said Petrov", "the guard asked").
//!
//! In: a token at which such a clause may begin. Out: whether one does, and where its verb stands.
//! Must not know: what the marks around it should be.

use crate::knowledge::WordClass;
use crate::rules::Context;

/// Longest subject before its verb, in tokens ("the head of the press service of the ministry said").
const LONGEST_SUBJECT: usize = 9;

/// Whether a token in lower case is a verb that direct speech is attributed with.
pub(super) fn is_verb(context: &Context, token: usize) -> bool {
    let lower = context.tokens().get(token).is_some_and(|t| t.is_lower());
    lower && [WordClass::Speech, WordClass::Spoken].into_iter().any(|class| context.is(token, class))
}

/// The verb of the attribution that begins at `from` and ends before `end`; `None` where none begins there.
pub(super) fn verb(context: &Context, from: usize, end: usize) -> Option<usize> {
    if is_verb(context, from) {
        return (from + 1 < end && follows_its_verb(context, from)).then_some(from);
    }
    let last = end.min(from + LONGEST_SUBJECT);
    let noun = !opens_subject(context, from);
    if noun && !is_noun(context, from) {
        return None;
    }
    for at in from + 1..last {
        if is_verb(context, at) {
            // A noun without an article may be followed by another noun ("travel notes").
            let sure = !noun || context.is(at, WordClass::FiniteVerb);
            return (sure && governs(context, from, at, end)).then_some(at);
        }
        if !stays_in_subject(context, at) {
            return None;
        }
    }
    None
}

/// Whether what stands after a verb is its subject: a name, a pronoun, an article, a title; after a verb that is no
/// noun as well, any noun.
fn follows_its_verb(context: &Context, verb: usize) -> bool {
    let next = verb + 1;
    let Some(token) = context.tokens().get(next).filter(|t| t.is_word()) else { return false };
    let named = token.is_capitalized() || opens_subject(context, next);
    let part = context.is(next + 1, WordClass::Genitive) && context.is(next, WordClass::Starter);
    // “said softly”, “called so far” are participles with adverbs, unless the subject follows.
    let adverb = token.is_lower() && context.slice(token.span()).ends_with("ly") && !opens_subject(context, next + 1);
    named || part || !adverb && is_noun(context, next) && context.is(verb, WordClass::FiniteVerb)
}

/// Whether a token is a word of no closed class, as a noun or an adjective is.
fn is_noun(context: &Context, token: usize) -> bool {
    let closed = [WordClass::Function, WordClass::Preposition, WordClass::AfterNoun, WordClass::Auxiliary];
    context.tokens().get(token).is_some_and(|t| t.is_word()) && !closed.into_iter().any(|class| context.is(token, class))
}

/// Whether a subject may begin here: a capital, an article, a pronoun, a title.
fn opens_subject(context: &Context, token: usize) -> bool {
    let capital = context.tokens().get(token).is_some_and(|t| t.is_word() && t.is_capitalized());
    let classes = [WordClass::Article, WordClass::Pronoun, WordClass::Title];
    capital || classes.into_iter().any(|class| context.is(token, class))
}

/// Whether a token may stand between the first word of a subject and its verb.
fn stays_in_subject(context: &Context, token: usize) -> bool {
    let Some(seen) = context.tokens().get(token) else { return false };
    if !seen.is_wordlike() {
        return seen.is_mark('-') && !seen.space_before() || seen.is_mark('.') && !seen.space_before();
    }
    let relative = context.is(token, WordClass::Narrowing)
        && !context.is(token, WordClass::Genitive)
        && !context.is(token, WordClass::Preposition);
    let goes_on = context.is(token, WordClass::AfterNoun) && !context.is(token, WordClass::Preposition);
    !relative && !goes_on && !context.is(token, WordClass::Auxiliary)
}

/// Whether the word is the verb of its subject and not a participle of it ("a word called so", "a tale told by").
fn governs(context: &Context, subject: usize, verb: usize, end: usize) -> bool {
    let named = context.tokens().get(subject).is_some_and(|t| t.is_capitalized()) || context.is(subject, WordClass::Pronoun);
    let next = verb + 1;
    let closes = next >= end || context.tokens().get(next).is_some_and(|t| !t.is_wordlike());
    let open = [WordClass::Preposition, WordClass::Narrowing].into_iter().any(|class| context.is(next, class));
    named || closes || !open || context.is(verb, WordClass::FiniteVerb)
}
