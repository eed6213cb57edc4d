//! “A” and “an” by the first sound of a word: “a hour”, “an university”.
//!
//! In: an article. Out: a finding where it does not fit. Must not know: words that English does not have, whose sound
//! nobody can tell.

use std::borrow::Cow;

use super::{SOUND, is_article};
use crate::document::Token;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::acronyms::Indefinite;
use crate::rules::{Context, Reporter};

/// Letters of the shortest word that is no abbreviation.
const SHORTEST: usize = 3;
/// Tokens within which a quotation that shows words ends.
const CITED: usize = 4;

/// Reports an article that does not fit the next word.
pub(super) fn check(context: &Context, report: &mut Reporter, at: usize) {
    let seen = context.word(at);
    let all = [Indefinite::A, Indefinite::An];
    let Some(old) = all.into_iter().find(|article| seen.eq_ignore_ascii_case(article.word())) else { return };
    let (Some(token), Some(next)) = (context.tokens().get(at), context.tokens().get(at + 1)) else { return };
    let word = context.slice(next.span());
    let Some(right) = wanted(context, at + 1, next, word, old) else { return };
    if !is_article(context, at) || right == Indefinite::An && is_letter(context, at) || is_cited(context, at) {
        return;
    }
    let new = if token.is_capitalized() { right.word().replacen('a', "A", 1) } else { right.word().to_owned() };
    let sound = if right == Indefinite::A { "a consonant" } else { "a vowel" };
    let message = format!("“{seen} {word}”: “{word}” begins with the sound of {sound}. Write “{new}”.");
    report
        .at(token.span(), SOUND, message)
        .evidence("table", word, Some("target/english/first-sounds"))
        .fix(format!("Write “{new}”"), Safety::Safe, &[(token.span(), &new)])
        .done();
}

/// The other article, where a word is a common English one that has it and can have an article.
fn wanted(context: &Context, at: usize, token: &Token, word: &str, old: Indefinite) -> Option<Indefinite> {
    if word.len() < SHORTEST || !(token.is_lower() || token.is_title_case()) {
        return None;
    }
    let lower = if token.is_lower() { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    let right = context.knowledge.articles.indefinite(&lower).filter(|right| *right != old)?;
    let name = || token.is_title_case() && (context.is(at, WordClass::Nationality) || context.is(at, WordClass::Land));
    if !context.knowledge.lexicon.is_common(&lower) && !name() {
        return None;
    }
    // Before words of grammar “a” is a letter, and “an” a word of a dialect; “a one-off” and “an other” begin with some.
    let bare = context.is(at, WordClass::Function) || context.is(at, WordClass::Auxiliary) || context.is(at, WordClass::Pronoun);
    (!bare || right == Indefinite::A && context.is(at, WordClass::Cardinal)).then_some(right)
}

/// Whether “a” may be a letter, a note or a word of another language: close to a dash or an apostrophe.
fn is_letter(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let tight = tokens.get(at).is_some_and(|t| !t.space_before());
    tight && before.is_some_and(|t| t.is_dash() || matches!(t.mark(), Some('’' | '\'' | '/')))
}

/// Whether an article opens a few words between quotation marks: they may be shown for what they are.
fn is_cited(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let opened = at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(Token::opens_quotation);
    opened && tokens.iter().skip(at + 1).take(CITED).any(Token::closes_quotation)
}
