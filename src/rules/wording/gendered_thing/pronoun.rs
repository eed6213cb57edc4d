//! The pronouns that name a man or a woman, and what each becomes for a thing.
//!
//! In: a token. Out: its gender, its use, and the form for a thing. Must not know: people and things of the text.

use crate::document::{BlockKind, Token};
use crate::knowledge::WordClass;
use crate::knowledge::source::Gender;
use crate::knowledge::target::english::GenderedPronoun;
use crate::rules::Context;

/// Words after a possessive within which its noun stands.
const REACH: usize = 3;

/// A pronoun of running text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pronoun {
    /// Its token.
    pub(super) at: usize,
    /// Whom it names.
    pub(super) gender: Gender,
    /// Whether it is “himself” or “herself”.
    pub(super) reflexive: bool,
    form: GenderedPronoun,
}

impl Pronoun {
    /// The pronoun at a token; none for headings, names (“Her Majesty”), and words shown as words.
    pub(super) fn at(context: &Context, at: usize) -> Option<Self> {
        if !context.is(at, WordClass::Pronoun) {
            return None;
        }
        let form = *context.knowledge.pronouns.get(context.hash(at))?;
        let token = context.tokens().get(at)?;
        let block = context.document.blocks().get(context.document.block_of(at))?;
        let written = token.is_lower() || token.is_title_case() && opens(context, at);
        let next = context.tokens().get(at + 1);
        let alone =
            |t: &&Token| t.is_dash() && !t.space_before() || t.is_mark('/') || t.closes_quotation() && before_opens(context, at);
        let joined = next.is_some_and(|t| alone(&t))
            || before(context, at).is_some_and(|t| !token.space_before() && (t.is_dash() || t.is_mark('/')));
        let couple = pairs(context, at);
        if block.kind() != BlockKind::Paragraph || !written || joined || couple || context.is_verbatim(token.span()) {
            return None;
        }
        Some(Self { at, gender: form.gender, reflexive: form.reflexive, form })
    }

    /// Whether a noun or a verb follows that only people have or do: “his wife”, “she said”.
    pub(super) fn is_persons(&self, context: &Context) -> bool {
        let next = self.at + 1;
        if !self.is_possessive(context) {
            let acts = [WordClass::Speech, WordClass::Spoken, WordClass::Knowing];
            return acts.into_iter().any(|class| context.is(next, class));
        }
        let block = context.document.blocks().get(context.document.block_of(self.at)).map_or(0, |block| block.tokens().end);
        let mut phrase = (next..(next + REACH).min(block))
            .take_while(|&at| context.tokens().get(at).is_some_and(Token::is_word) && !context.is(at, WordClass::Function));
        phrase.any(|at| context.is(at, WordClass::PersonsOwn))
    }

    /// Whether it stands before a noun.
    pub(super) fn is_possessive(&self, context: &Context) -> bool {
        self.form.possessive.is_some() && (self.form.object.is_none() || self.has_noun(context))
    }

    /// The form for a thing, with the capital of this one.
    pub(super) fn right(&self, context: &Context) -> String {
        let possessive = self.form.possessive.filter(|_| self.is_possessive(context));
        let right = possessive.or(self.form.object).unwrap_or_default();
        let capital = context.tokens().get(self.at).is_some_and(Token::is_capitalized);
        if capital { crate::knowledge::capitalized(right) } else { right.to_owned() }
    }

    /// Whether what follows may be the noun of “her”.
    fn has_noun(&self, context: &Context) -> bool {
        let grammar =
            [WordClass::Article, WordClass::AfterNoun, WordClass::Preposition, WordClass::Infinitive, WordClass::Pronoun];
        let other = [WordClass::Coordinator, WordClass::Genitive, WordClass::Joining, WordClass::That];
        let next = self.at + 1;
        let word = context.tokens().get(next).is_some_and(|t| t.is_wordlike() && !t.is_clitic());
        word && !grammar.into_iter().chain(other).any(|class| context.is(next, class))
    }
}

fn before<'a>(context: &Context<'a>, at: usize) -> Option<&'a Token> {
    at.checked_sub(1).and_then(|i| context.tokens().get(i))
}

fn before_opens(context: &Context, at: usize) -> bool {
    before(context, at).is_some_and(Token::opens_quotation)
}

/// Whether a token opens a sentence or a quotation.
fn opens(context: &Context, at: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(at));
    sentence.is_some_and(|sentence| sentence.tokens().start == at) || before_opens(context, at)
}

/// Whether both genders are named at once: “he or she”, “his and her”.
fn pairs(context: &Context, at: usize) -> bool {
    let other = |at: Option<usize>| at.is_some_and(|at| context.knowledge.pronouns.get(context.hash(at)).is_some());
    let link = |at: Option<usize>| at.is_some_and(|at| context.is(at, WordClass::Coordinator));
    link(at.checked_sub(1)) && other(at.checked_sub(2)) || link(Some(at + 1)) && other(Some(at + 2))
}
