//! Offices that stand right before the name of a person.
//!
//! In: the mentions of names and the class of offices. Out: each office with its tokens, its case, and the name.
//! Must not know: what is reported.

use std::ops::Range;

use crate::document::{RegionKind, Token};
use crate::facts::names::{Mention, SpellingId};
use crate::knowledge::target::english::NumberWord;
use crate::knowledge::{WordClass, join};
use crate::rules::Context;

/// Most words of an office.
const MOST: usize = 4;

/// How an office is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// With capitals, within a sentence.
    Capital,
    /// With the capital of a sentence's first word, which may be the sentence's.
    First,
    /// In lower case where nothing asks for it, or with capitals in part.
    Lower,
    /// In lower case after an article, an adjective or the like, where every style has it so.
    Free,
}

/// An office before a name.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The hash of its words.
    pub office: u64,
    /// The surname.
    pub surname: SpellingId,
    /// The hash of the surname's last word.
    pub name: u64,
    /// How it is written.
    pub case: Case,
}

/// Finds the uses in the order of the text; headings have capitals of their own.
pub(super) fn find(context: &Context) -> Vec<Use> {
    context.facts.names().mentions().iter().filter_map(|mention| read(context, mention)).collect()
}

fn read(context: &Context, mention: &Mention) -> Option<Use> {
    let surname = mention.kind.surname();
    // An office that no table of titles has is taken for a given name.
    let given = mention.kind.given().filter(|given| !context.is(given.start as usize, WordClass::Office));
    let start = given.map_or(surname.start, |given| given.start) as usize;
    let tokens = office(context, start)?;
    let span = context.document.span_of(tokens.clone())?;
    if context.document.inside(span, RegionKind::Heading) || context.is_verbatim(span) {
        return None;
    }
    let office = tokens.clone().fold(0, |key, i| join(key, context.hash(i)));
    let name = context.hash(surname.tokens().last()?);
    let case = case(context, &tokens)?;
    Some(Use { tokens, office, surname: surname.spelling, name, case })
}

/// The words of the office right before a name.
fn office(context: &Context, name: usize) -> Option<Range<usize>> {
    let tokens = context.tokens();
    let joined = |at: usize| tokens.get(at + 1).is_some_and(|next| next.space_before() && !next.break_before());
    let word = |at: usize| tokens.get(at).is_some_and(|t| t.is_word() && !t.is_clitic() && !t.is_all_caps()) && joined(at);
    let mut start = name;
    while let Some(before) = start.checked_sub(1)
        && name - before <= MOST
        && word(before)
        && context.is(before, WordClass::Office)
    {
        start = before;
    }
    let glued = start.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.is_dash() && !starts_apart(context, start));
    (start < name && !glued).then_some(start..name)
}

/// Whether white space stands before a word.
fn starts_apart(context: &Context, at: usize) -> bool {
    context.tokens().get(at).is_some_and(Token::space_before)
}

fn case(context: &Context, office: &Range<usize>) -> Option<Case> {
    let (document, tokens) = (context.document, context.tokens());
    let words = tokens.get(office.clone())?;
    let first = document.sentences().get(document.sentence_of(office.start)).is_some_and(|s| s.tokens().start == office.start);
    let before = office.start.checked_sub(1);
    let opened =
        before.and_then(|i| tokens.get(i)).is_some_and(|t| t.opens_quotation() && starts_apart(context, office.start - 1));
    let first = first || opened && !starts_apart(context, office.start);
    let capitals = words.iter().filter(|t| t.is_capitalized()).count();
    if capitals == words.len() {
        return Some(if first && words.len() == 1 { Case::First } else { Case::Capital });
    }
    Some(if first || asks_for_nothing(context, before) { Case::Lower } else { Case::Free })
}

/// Whether what stands before an office leaves its case open: a mark, a conjunction, a preposition, a verb, a time.
fn asks_for_nothing(context: &Context, before: Option<usize>) -> bool {
    let Some(at) = before else { return true };
    let Some(token) = context.tokens().get(at) else { return true };
    let is = |class: WordClass| context.is(at, class);
    if token.is_clitic() || [WordClass::Article, WordClass::Possessive, WordClass::PastOffice].into_iter().any(is) {
        return false;
    }
    let mark = token.mark().is_some_and(|mark| !matches!(mark, '-' | '/' | '’' | '\''));
    let time = context.facts.words().get(at).is_some_and(|&word| context.knowledge.numbers.is(word, NumberWord::Duration));
    const OPEN: [WordClass; 7] = [
        WordClass::Pronoun,
        WordClass::Function,
        WordClass::Speech,
        WordClass::Reporting,
        WordClass::IrregularPast,
        WordClass::FiniteVerb,
        WordClass::When,
    ];
    mark || time || OPEN.into_iter().any(is)
}
