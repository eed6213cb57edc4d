//! What stands around a word in capitals.
//!
//! In: a token. Out: whether its sentence is set as usual, and what kind of place it has there.
//! Must not know: the word itself.

use crate::document::RegionKind;
use crate::knowledge::WordClass;
use crate::rules::Context;

/// Tokens before and after a word that tell whether its sentence is set as usual.
const AROUND: usize = 12;
/// Fewest words in lower case among them.
const FEWEST_LOWER: usize = 2;

/// Most words in capitals of more than three letters among them, the word itself with them.
const MOST_OTHERS: usize = 3;

/// Whether a word in capitals stands alone among words in usual letters, in a line that is no heading.
pub(super) fn is_usual(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let shouted = |at: usize| tokens.get(at).is_some_and(|t| t.is_word() && t.is_all_caps() && !t.is_clitic());
    let one_letter = |at: usize| tokens.get(at).is_some_and(|t| t.is_word() && t.is_capitalized() && t.span().len() == 1);
    // “BUT A CHILD”, “MR. LIND”.
    let tied = |at: usize| one_letter(at) || tokens.get(at).is_some_and(|t| t.is_mark('.'));
    let article = at > 1 && tied(at - 1) && shouted(at - 2);
    let joint = |at: usize| context.is(at, WordClass::Coordinator);
    let paired = at > 1 && joint(at - 1) && shouted(at - 2) || joint(at + 1) && shouted(at + 2);
    let beside = paired || at.checked_sub(1).is_some_and(shouted) || shouted(at + 1) || one_letter(at + 1) || article;
    let joined = tokens.get(at + 1).is_some_and(|t| {
        !t.space_before() && t.mark().is_some_and(|m| matches!(m, '-' | '/' | '&' | '_' | '.')) && joins(context, at + 1)
    }) || at > 0
        && tokens.get(at).is_some_and(|t| !t.space_before())
        && tokens[at - 1].mark().is_some_and(|m| matches!(m, '-' | '/' | '&' | '_' | '.' | '@' | '#' | '$'));
    let Some(sentence) = context.document.sentences().get(context.document.sentence_of(at)).map(|s| s.tokens()) else {
        return false;
    };
    let near = sentence.start.max(at.saturating_sub(AROUND))..sentence.end.min(at + AROUND);
    let words = tokens.get(near).unwrap_or_default();
    let lower = words.iter().filter(|t| t.is_lower()).count();
    let others = words.iter().filter(|t| t.is_all_caps() && t.span().len() > 3).count();
    !beside && !joined && !is_heading(context, at) && lower >= FEWEST_LOWER && others <= MOST_OTHERS
}

/// Whether a mark ties the word before it to the one after.
fn joins(context: &Context, mark: usize) -> bool {
    context.tokens().get(mark + 1).is_some_and(|t| !t.space_before() && t.is_wordlike())
}

/// Whether a token stands in a heading.
pub(super) fn is_heading(context: &Context, at: usize) -> bool {
    context.tokens().get(at).is_none_or(|t| context.document.inside(t.span(), RegionKind::Heading))
}

/// Whether a token is the first of its block, marks aside: a dateline or a speaker's label may stand there.
pub(super) fn opens_block(context: &Context, at: usize) -> bool {
    let start = context.document.blocks().get(context.document.block_of(at)).map_or(0, |b| b.tokens().start);
    (start..at).all(|i| context.tokens().get(i).is_none_or(|t| !t.is_wordlike()))
}

/// Whether a colon follows on a word, as on a speaker's label.
pub(super) fn is_label(context: &Context, at: usize) -> bool {
    context.tokens().get(at + 1).is_some_and(|t| t.is_mark(':'))
}

/// Whether a token is the first word of its sentence.
pub(super) fn opens_sentence(context: &Context, at: usize) -> bool {
    let start = context.document.sentences().get(context.document.sentence_of(at)).map_or(0, |s| s.tokens().start);
    (start..at).rev().take(3).all(|i| context.tokens().get(i).is_none_or(|t| !t.is_wordlike())) && at < start + 3
        || at.checked_sub(1).and_then(|i| context.tokens().get(i)).is_some_and(|t| t.opens_quotation())
}

/// Whether a token is a word with a capital and small letters after a space, and no function word.
pub(super) fn is_title_case(context: &Context, at: usize) -> bool {
    let word =
        context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_title_case() && t.space_before() && !t.break_before());
    word && !context.is(at, WordClass::Function) && !context.is(at, WordClass::Pronoun)
}

/// Whether a given name or an initial stands before the word: surnames in capitals are a habit of some.
pub(super) fn beside_surname(context: &Context, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| context.tokens().get(i)) else { return false };
    let lower = context.slice(before.span()).to_lowercase();
    before.is_word() && before.is_title_case() && context.knowledge.source.given_names.has(lower.as_bytes())
}

/// Whether a title may begin at a word: after a comma, an article or a preposition.
pub(super) fn opens_title(context: &Context, at: usize) -> bool {
    let closed = [WordClass::Function, WordClass::Pronoun, WordClass::Starter, WordClass::AfterNoun];
    let Some(before) = at.checked_sub(1) else { return false };
    let opens = [WordClass::Article, WordClass::Preposition, WordClass::Genitive];
    let comma = context.tokens().get(before).is_some_and(|t| t.is_mark(','));
    (comma || opens.into_iter().any(|class| context.is(before, class))) && !closed.into_iter().any(|class| context.is(at, class))
}

/// Whether a word is the noun of its phrase: an article or a small number before it, with one word between at most, and
/// no noun after it.
pub(super) fn is_head(context: &Context, at: usize) -> bool {
    let closed = [WordClass::Function, WordClass::Pronoun, WordClass::AfterNoun];
    if closed.into_iter().any(|class| context.is(at, class)) {
        return false;
    }
    let opens = |at: usize| context.is(at, WordClass::Article) || context.is(at, WordClass::Cardinal);
    let article = at.checked_sub(1).is_some_and(opens) || at.checked_sub(2).is_some_and(opens);
    let Some(next) = context.tokens().get(at + 1) else { return article };
    let goes_on = [
        WordClass::Function,
        WordClass::Starter,
        WordClass::AfterNoun,
        WordClass::Auxiliary,
        WordClass::FiniteVerb,
        WordClass::Speech,
        WordClass::IrregularPast,
        WordClass::Preposition,
    ];
    article && (!next.is_wordlike() || goes_on.into_iter().any(|class| context.is(at + 1, class)))
}
