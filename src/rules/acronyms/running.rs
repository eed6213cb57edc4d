//! What the rules on explanations share: where an acronym stands in running text, which brackets explain it, whether it needs
//! to be explained, and how an explanation is written.
//!
//! In: a form, a mention or a definition. Out: places and words. Must not know: which rule asks.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::document::{BlockKind, Span};
use crate::facts::acronyms::{Definition, Form, Mention};
use crate::knowledge::WordClass;
use crate::knowledge::acronyms::Rank;
use crate::rules::Context;

/// The longest block that opens with a word of credits and is one ("Photo: EPA."), in tokens.
const LONGEST_CREDIT: usize = 12;

/// The first mention of a form outside headings, the headline and credits.
pub(super) fn first_mention<'a>(context: &Context<'a>, form: &Form) -> Option<&'a Mention> {
    mentions(context, form).find(|mention| is_running(context, mention.token))
}

/// The forms that stand for something doubtful at some place: other rules speak of them.
pub(super) fn judged(context: &Context) -> FxHashSet<usize> {
    let mentions = context.facts.acronyms().mentions();
    let verdicts = context.facts.senses().verdicts().iter();
    verdicts.filter_map(|verdict| mentions.get(verdict.mention)).map(|mention| mention.form).collect()
}

/// The mentions of a form in the order of the text.
pub(super) fn mentions<'a>(context: &Context<'a>, form: &Form) -> impl Iterator<Item = &'a Mention> {
    let all = context.facts.acronyms().mentions();
    form.mentions.iter().filter_map(|&i| all.get(i))
}

/// The definitions of a form outside headings that no other rule objects to, in the order of the text.
pub(super) fn definitions<'a>(context: &Context<'a>, form: &Form) -> Vec<&'a Definition> {
    let acronyms = context.facts.acronyms();
    let collisions = context.facts.senses().collisions();
    let sound = |index: usize| !collisions.iter().any(|collision| collision.definition == index);
    let own = form.definitions.iter().filter(|&&index| sound(index)).filter_map(|&index| acronyms.definitions().get(index));
    own.filter(|definition| definition.letters_fit || is_of_form(context, form, definition)).collect()
}

/// Whether the long form of a definition is a name of the very thing that the tables have under the acronym.
pub(super) fn is_of_form(context: &Context, form: &Form, definition: &Definition) -> bool {
    definition.owners.iter().any(|owner| super::owns(context, form, *owner))
}

/// Whether a token stands in running text: in no heading, not in the headline, not in a line of credits.
pub(super) fn is_running(context: &Context, token: usize) -> bool {
    let index = context.document.block_of(token);
    let Some(block) = context.document.blocks().get(index) else { return false };
    let credit = block.tokens().len() <= LONGEST_CREDIT && context.is(block.tokens().start, WordClass::Credit);
    block.kind() != BlockKind::Heading && !credit && (index > 0 || ends_in_full_stop(context, block.tokens()))
}

/// Whether the last mark of some tokens is a full stop; a headline may ask or exclaim, but has none.
fn ends_in_full_stop(context: &Context, tokens: Range<usize>) -> bool {
    let last = context.tokens().get(tokens).and_then(|all| all.iter().rev().find(|t| !t.closes_quotation() && !t.is_mark(')')));
    last.is_some_and(|token| token.is_mark('.') || token.is_dotted())
}

/// Whether everybody knows an acronym so well that it is not explained.
pub(super) fn is_known_to_all(context: &Context, form: &Form, rank: Rank) -> bool {
    let tables = context.knowledge;
    let everyday = tables.vocabulary.classes(form.word).has(WordClass::Everyday);
    everyday || tables.acronyms.sense(form.key).is_some_and(|sense| sense.rank <= rank) || tables.lexicon.is_word(&form.text)
}

/// The tokens of the words of a range that have weight: articles, prepositions and possessive endings left out.
pub(super) fn content<'a>(context: &'a Context, range: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    range.filter(|&at| {
        let word = context.tokens().get(at).is_some_and(|t| t.is_wordlike() && !t.is_clitic());
        word && !context.is(at, WordClass::Function)
    })
}

/// The long form with the acronym in a bracket behind it, where it can be written in the place of a mention: one in the
/// singular, with nothing joined to it.
pub(super) fn introduction(context: &Context, mention: &Mention, form: &Form, long: &str) -> Option<String> {
    let after = context.tokens().get(mention.end);
    let joined = after.is_some_and(|t| t.is_clitic() || t.is_mark('-') && !t.space_before())
        || mention
            .token
            .checked_sub(1)
            .and_then(|at| context.tokens().get(at))
            .is_some_and(|t| matches!(t.mark(), Some('-' | '(')));
    let plain = context.slice(mention.span) == &*form.text;
    (plain && !joined && !long.contains('\n')).then(|| format!("{long} ({})", form.text))
}

/// A bracket with the white space before it, which is deleted with it.
pub(super) fn with_space_before(context: &Context, bracket: Range<usize>) -> Option<Span> {
    let before = context.tokens().get(bracket.start.checked_sub(1)?)?;
    Some(before.span().at_end().cover(context.document.span_of(bracket)?))
}

/// The first letters of the words of weight in a range, in capitals; of words with hyphens those of each part, or of the
/// first alone ("Anti-Corruption": AC or A).
pub(super) fn initials(context: &Context, range: Range<usize>, of_parts: bool) -> String {
    let words = content(context, range).filter(|&at| of_parts || !follows_hyphen(context, at));
    words.filter_map(|at| context.word(at).chars().next()).flat_map(char::to_uppercase).collect()
}

/// Whether a token is joined to the one before by a hyphen.
pub(super) fn follows_hyphen(context: &Context, at: usize) -> bool {
    let joined = |at: usize| context.tokens().get(at).is_some_and(|t| !t.space_before());
    at > 0 && joined(at) && joined(at - 1) && context.tokens().get(at - 1).is_some_and(|t| t.is_mark('-'))
}
