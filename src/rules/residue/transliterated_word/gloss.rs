//! Words that a text explains, sets off or speaks of: they are foreign on purpose.
//!
//! In: the place of a word. Out: whether it is shown there. Must not know: which words are foreign.

use crate::document::Token;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::Doubling;
use crate::rules::Context;

/// How far before “Polish is polski” the language is sought, in tokens.
const LANGUAGE: usize = 8;

/// Whether a word is part of an address, of a hyphenated or broken word, or follows a colon.
pub(super) fn is_set_off(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let Some(token) = tokens.get(at) else { return true };
    let (before, after) = around(context, at);
    let glued = |t: &Token, spaced: bool| !spaced && matches!(t.mark(), Some('-' | '/' | '\'' | '’' | '*' | '_' | '.' | '@'));
    // Close to a character that was lost or misread it is a part of a word.
    let broken = |t: &Token, spaced: bool| {
        !spaced && !t.opens_quotation() && !t.closes_quotation() && t.mark().is_some_and(|m| !m.is_ascii() && !"…–—".contains(m))
    };
    let hyphen_after = after.is_some_and(|t| {
        glued(t, t.space_before()) && tokens.get(at + 2).is_some_and(|next| !next.space_before() && next.is_wordlike())
    });
    // “avtodor .ru”: an address that was torn apart.
    let address = after.is_some_and(|t| t.is_mark('.'))
        && tokens.get(at + 2).is_some_and(|next| !next.space_before() && !next.break_before() && next.is_lower());
    context.is_verbatim(token.span())
        || address
        || before.is_some_and(|t| glued(t, token.space_before()) || broken(t, token.space_before()) || t.is_mark(':'))
        || hyphen_after
        || after.is_some_and(|t| broken(t, t.space_before()))
}

/// Whether a word is quoted, bracketed, glossed, defined, or spoken of as a word.
pub(super) fn is_explained(context: &Context, at: usize) -> bool {
    let (before, after) = around(context, at);
    let sets_off = |t: &Token| {
        t.opens_quotation() || t.closes_quotation() || matches!(t.mark(), Some('(' | ')' | '[' | '*' | '_' | '=' | '{'))
    };
    before.is_some_and(sets_off)
        || after.is_some_and(sets_off)
        || is_named(context, at)
        || is_glossed(context, at)
        || is_defined(context, at)
        || is_translation(context, at)
}

fn around<'a>(context: &'a Context, at: usize) -> (Option<&'a Token>, Option<&'a Token>) {
    let tokens = context.tokens();
    (at.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(at + 1))
}

fn is_copula(context: &Context, at: usize) -> bool {
    context.facts.words().get(at).is_some_and(|&word| context.knowledge.doubled.is(word, Doubling::Copula))
}

fn is_article(context: &Context, at: usize) -> bool {
    context.is(at, WordClass::Article)
}

/// “called X”, “known as X”, “the word X”, and “a lone farm, or X”.
fn is_named(context: &Context, at: usize) -> bool {
    let names = |i: usize| [WordClass::Naming, WordClass::Mention].iter().any(|&class| context.is(i, class));
    let comma = |i: usize| context.tokens().get(i).is_some_and(|t| matches!(t.mark(), Some(',' | '–' | '—' | '(')));
    let Some(before) = at.checked_sub(1) else { return false };
    let earlier = before.checked_sub(1);
    let linked = is_article(context, before) || context.is(before, WordClass::Preposition);
    names(before)
        || linked && earlier.is_some_and(|i| context.is(i, WordClass::Naming))
        || context.is(before, WordClass::Gloss) && earlier.is_some_and(comma)
}

/// Whether an apposition follows that says what the word means: “, a man of …”, “ – a kind of …”, “, or …”, or gives a name.
fn is_glossed(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let mark = tokens.get(at + 1).and_then(Token::mark);
    let named = || tokens.get(at + 2).is_some_and(Token::is_title_case);
    matches!(mark, Some(',' | '–' | '—'))
        && (is_article(context, at + 2) && is_apposition(context, at + 3) || context.is(at + 2, WordClass::Gloss) || named())
}

/// “A khutor is a farmstead”, “Khutor means farmstead”: the sentence begins with the word, which nothing but “a” goes
/// before. “The khutor is a ruin” defines nothing.
fn is_defined(context: &Context, at: usize) -> bool {
    let document = context.document;
    let start = document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.tokens().start);
    let one = |i: usize| context.facts.words().get(i).is_some_and(|&word| context.knowledge.doubled.is(word, Doubling::One));
    let head = start == Some(at) || at.checked_sub(1).is_some_and(|before| start == Some(before) && one(before));
    let foreign = |i: usize| context.is(i, WordClass::Nationality) && context.is(i + 1, WordClass::Preposition);
    head && is_copula(context, at + 1) && is_article(context, at + 2)
        || is_copula(context, at + 1) && foreign(at + 2)
        || context.is(at + 1, WordClass::Mention)
}

/// “Polish is polski in its own tongue”: after a form of “to be”, in a sentence that names a language.
fn is_translation(context: &Context, at: usize) -> bool {
    let document = context.document;
    let Some(sentence) = document.sentences().get(document.sentence_of(at)) else { return false };
    at.checked_sub(1).is_some_and(|before| is_copula(context, before))
        && (sentence.tokens().start.max(at.saturating_sub(LANGUAGE))..at).any(|i| context.is(i, WordClass::Nationality))
}

/// Whether a noun phrase ends, or is narrowed down, before a verb comes: after “in the hutor, a fire broke out” a sentence
/// goes on instead.
fn is_apposition(context: &Context, at: usize) -> bool {
    const NOUN_PHRASE: usize = 6;
    const NARROWING: [WordClass; 3] = [WordClass::Narrowing, WordClass::Preposition, WordClass::Genitive];
    const VERBS: [WordClass; 3] = [WordClass::FiniteVerb, WordClass::Auxiliary, WordClass::IrregularPast];
    let has = |i: usize, classes: &[WordClass]| classes.iter().any(|&class| context.is(i, class));
    for i in at..at + NOUN_PHRASE {
        let mark = context.tokens().get(i).is_none_or(|t| matches!(t.mark(), Some(',' | '.' | ';' | '–' | '—' | ')')));
        if mark || has(i, &NARROWING) {
            return true;
        }
        let joined = i.checked_sub(1).and_then(|i| context.tokens().get(i)).is_some_and(|t| t.is_mark('-'));
        if joined {
            continue;
        }
        if has(i, &VERBS) || context.knowledge.doubled.ends(context.word(i), Doubling::Participle) {
            // “a ladle made of silver” is a noun phrase, too.
            return has(i + 1, &NARROWING);
        }
    }
    false
}
