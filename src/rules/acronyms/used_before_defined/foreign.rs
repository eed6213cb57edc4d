//! Names before a bracket whose letters are not those of the acronym in it: "Internal Security Agency (ABW)".
//!
//! In: a form without a definition. Out: the name in capitals before a bracket with nothing but the form. Must not know: where
//! else the form stands.

use std::ops::Range;

use super::running;
use crate::document::Token;
use crate::facts::acronyms::Form;
use crate::knowledge::WordClass;
use crate::rules::Context;

/// The fewest letters: shorter ones in brackets are parties, states and tickers.
const FEWEST: usize = 3;
/// The fewest words with capitals that are a name in full.
const WORDS: usize = 3;
/// The most tokens of such a name.
const LONGEST: usize = 12;

/// The name that explains a form, at the first bracket that has one.
pub(super) fn long_form(context: &Context, form: &Form) -> Option<Range<usize>> {
    if form.text.len() < FEWEST {
        return None;
    }
    running::mentions(context, form).find_map(|mention| {
        let open = mention.token.checked_sub(1)?;
        let mark = |at: usize, mark: char| context.tokens().get(at).is_some_and(|t| t.is_mark(mark));
        (mark(open, '(') && mark(mention.end, ')')).then(|| name_before(context, open))?
    })
}

/// The words with capitals before a bracket, small words between them, of which the last is a common noun as those of offices
/// are: people and brands are no long forms.
fn name_before(context: &Context, open: usize) -> Option<Range<usize>> {
    let capital = |at: usize| context.tokens().get(at).is_some_and(Token::is_title_case);
    let small = |at: usize| context.is(at, WordClass::Function) || context.tokens().get(at).is_some_and(|t| t.is_mark('-'));
    let sentence = context.document.sentences().get(context.document.sentence_of(open))?.tokens().start;
    let least = open.saturating_sub(LONGEST).max(sentence);
    let run = (least..open).rev().take_while(|&at| capital(at) || small(at));
    let words: Vec<usize> = run.filter(|&at| capital(at) && !context.is(at, WordClass::Function)).collect();
    let (last, first) = (*words.first()?, *words.last()?);
    let noun = context.knowledge.lexicon.is_common(&context.word(last).to_lowercase());
    (words.len() >= WORDS && last + 1 == open && noun).then_some(first..open)
}
