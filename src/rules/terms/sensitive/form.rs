//! A form as it stands in a text, and the other forms fitted to its place.

use std::iter::zip;

use crate::document::Token;
use crate::facts::PhraseHit;
use crate::knowledge::acronyms::Indefinite;
use crate::knowledge::phrase::PhraseRow;
use crate::knowledge::{WordClass, capitalized};
use crate::rules::Context;

/// The class of rows whose article may belong to a noun that follows (“the Ukraine talks”).
const ARTICLE: &str = "article";

/// A form of a matter.
pub(super) struct Form<'a> {
    /// As the text has it.
    pub seen: &'a str,
    /// As the table has it.
    listed: &'a str,
    /// The forms that a house can choose, in the number and the case of this one.
    pub answers: Vec<String>,
}

impl<'a> Form<'a> {
    /// The form of a hit.
    pub fn of(context: &Context<'a>, hit: &PhraseHit, row: &'a PhraseRow) -> Option<Self> {
        let phrase = row.phrases.get(hit.phrase)?;
        let (seen, listed) = (context.slice(hit.span), phrase.text.as_str());
        let opens = opens_sentence(context, hit.tokens.start);
        let answers = phrase.answers.iter().map(|answer| in_case(seen, listed, opens, answer.fill(&phrase.options, |_| "")));
        Some(Self { seen, listed, answers: answers.collect() })
    }

    /// Whether this form is an answer, in any case and however its words are parted.
    pub fn is(&self, answer: &str) -> bool {
        let mut words = self.seen.split_whitespace();
        answer.split_whitespace().all(|word| words.next().is_some_and(|seen| seen.to_lowercase() == word.to_lowercase()))
            && words.next().is_none()
    }
}

/// An answer with a capital where the place asks for one, in capitals where the form was and need not be.
fn in_case(seen: &str, listed: &str, opens: bool, answer: String) -> String {
    let small = |text: &str| text.contains(char::is_lowercase);
    if !small(seen) && small(listed) {
        return answer.to_uppercase();
    }
    let raised = seen.starts_with(char::is_uppercase) && !listed.starts_with(char::is_uppercase);
    if opens || raised { capitalized(&answer) } else { answer }
}

/// Whether a hit is the form of the table and no other word: a name has its capitals, a word has none within a sentence, and an
/// article is that of the name.
pub(super) fn is_meant(context: &Context, hit: &PhraseHit, row: &PhraseRow, form: &Form) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = || zip(form.listed.split_whitespace(), form.seen.split_whitespace());
    let named = words().all(|(listed, seen)| !capital(listed) || capital(seen));
    // One word in lower case that has a capital within a sentence belongs to a name (“the Rebel Alliance”).
    let one = hit.tokens.len() == 1 && !capital(form.listed);
    let part_of_name = one && capital(form.seen) && !opens_sentence(context, hit.tokens.start) && is_small(context, hit);
    named && !part_of_name && !context.is_verbatim(hit.span) && (row.class != ARTICLE || stands_alone(context, hit))
}

/// Whether a word has small letters.
fn is_small(context: &Context, hit: &PhraseHit) -> bool {
    context.tokens().get(hit.tokens.start).is_some_and(Token::is_title_case)
}

/// Whether nothing but marks stands before a token in its sentence.
fn opens_sentence(context: &Context, at: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(at));
    let before = sentence.and_then(|sentence| context.tokens().get(sentence.tokens().start..at));
    before.is_some_and(|tokens| tokens.iter().all(|token| token.mark().is_some()))
}

/// Whether no noun follows to which the article may belong.
fn stands_alone(context: &Context, hit: &PhraseHit) -> bool {
    let at = hit.tokens.end;
    let Some(next) = context.tokens().get(at) else { return true };
    if context.document.block_of(at) != context.document.block_of(hit.tokens.start) {
        return true;
    }
    let verb = [WordClass::AfterNoun, WordClass::Auxiliary, WordClass::FiniteVerb, WordClass::Function, WordClass::Speech];
    let joined = next.is_mark('-') && !next.space_before();
    next.is_clitic() || next.mark().is_some() && !joined || verb.into_iter().any(|class| context.is(at, class))
}

/// Whether the indefinite article before a hit, if there is one, can stand before the answer as well.
pub(super) fn fits_article(context: &Context, hit: &PhraseHit, answer: &str) -> bool {
    let before = hit.tokens.start.checked_sub(1).map_or("", |at| context.word(at));
    let indefinite = [Indefinite::A, Indefinite::An].iter().any(|article| article.word().eq_ignore_ascii_case(before));
    let opens = |text: &str| text.starts_with(|c: char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u'));
    !indefinite || opens(context.slice(hit.span)) == opens(answer)
}
