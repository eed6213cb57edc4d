//! Where a word stands: whether its text has capitals at all, and whether it is free of what is no English prose.
//!
//! In: a token of a document. Out: whether a capital can be expected there.
//! Must not know: which word it is.

use crate::document::RegionKind;
use crate::knowledge::WordClass;
use crate::rules::Context;

/// Fewest words of a quotation without a capital that is somebody's way of writing, not a phrase.
const LONG_QUOTATION: usize = 4;

/// Words of a quotation that are looked at.
const LOOKED_AT: usize = 200;

/// What has been found out of the document and of the sentence at hand.
#[derive(Default)]
pub(super) struct Settings {
    /// Whether the document opens its sentences with capitals.
    capitals: Option<bool>,
    /// The sentence looked at last, with whether it has a capital.
    sentence: Option<(usize, bool)>,
}

impl Settings {
    /// Whether the document, the sentence and the quotation around a token have capitals.
    pub(super) fn has_capitals(&mut self, context: &Context, at: usize) -> bool {
        if !*self.capitals.get_or_insert_with(|| opens_sentences_with_capitals(context)) {
            return false;
        }
        let sentence = context.document.sentence_of(at);
        let known = self.sentence.filter(|(index, _)| *index == sentence).map(|(_, has)| has);
        let has = known.unwrap_or_else(|| {
            let range = context.document.sentences().get(sentence).map(|s| s.tokens());
            range.and_then(|range| context.tokens().get(range)).unwrap_or_default().iter().any(|t| t.has_capital() && t.is_word())
        });
        self.sentence = Some((sentence, has));
        has && !in_quotation_without_capitals(context, at)
    }
}

/// Whether most sentences that begin with a word begin with a capital.
fn opens_sentences_with_capitals(context: &Context) -> bool {
    let (mut lower, mut all) = (0usize, 0usize);
    for sentence in context.document.sentences() {
        let tokens = context.tokens().get(sentence.tokens()).unwrap_or_default();
        if let Some(first) = tokens.iter().find(|t| t.is_wordlike()).filter(|t| t.is_word()) {
            all += 1;
            lower += usize::from(first.is_lower());
        }
    }
    2 * lower < all.max(1)
}

/// Whether the innermost long quotation around a token has no capital: a post or a note as it was written.
fn in_quotation_without_capitals(context: &Context, at: usize) -> bool {
    let Some(span) = context.tokens().get(at).map(|t| t.span()) else { return false };
    if !context.document.inside(span, RegionKind::Quotation) {
        return false;
    }
    let quotations = context.document.quotations().pairs();
    let opened = quotations.partition_point(|q| q.open < at);
    let around = quotations.get(..opened).unwrap_or_default().iter().rev().take(LONG_QUOTATION).find(|q| q.span.contains(span));
    around.is_some_and(|quotation| {
        let end = context.document.token_at(quotation.span.end());
        let words = context.tokens().get(quotation.open..end).unwrap_or_default().iter().filter(|t| t.is_word()).take(LOOKED_AT);
        let (count, capitals) = words.fold((0, 0), |(n, c), t| (n + 1, c + usize::from(t.has_capital())));
        count >= LONG_QUOTATION && capitals == 0
    })
}

/// Whether a word stands by itself in English prose: no part of a file name, a tag or a foreign phrase.
pub(super) fn stands_free(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let Some(token) = tokens.get(at) else { return false };
    if context.is_verbatim(token.span()) {
        return false;
    }
    free_before(context, at) && free_after(context, at) && !is_mentioned(context, at)
}

/// Whether a word is spoken of as a word: it stands alone between quotation marks, or a word about words before it.
fn is_mentioned(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let opened = at.checked_sub(1).filter(|&i| tokens[i].opens_quotation() && !tokens[at].space_before());
    let pause = tokens.get(at + 1).is_some_and(|t| matches!(t.mark(), Some(',' | '.' | ';' | '?' | '!')));
    let closing = if pause { at + 2 } else { at + 1 };
    let closed = tokens.get(closing).is_some_and(|t| t.closes_quotation() && !t.space_before());
    let before = opened.unwrap_or(at).checked_sub(1);
    opened.is_some() && closed || before.is_some_and(|i| context.is(i, WordClass::AboutWords))
}

fn free_before(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let Some(before) = at.checked_sub(1).and_then(|i| tokens.get(i)) else { return true };
    if !tokens[at].space_before() && !starts_block(context, at) {
        let hyphen = before.is_mark('-') && at >= 2 && context.is(at - 2, WordClass::Prefix);
        return hyphen || before.opens_quotation() || before.is_mark('(') || before.is_mark('–') || before.is_mark('—');
    }
    !is_foreign(context, at - 1)
}

fn free_after(context: &Context, at: usize) -> bool {
    let Some(after) = context.tokens().get(at + 1) else { return true };
    if after.space_before() || starts_block(context, at + 1) {
        return !is_foreign(context, at + 1);
    }
    let ends =
        context.tokens().get(at + 2).is_none_or(|t| t.space_before() || t.mark().is_some() || starts_block(context, at + 2));
    match after.mark() {
        Some('-' | '–' | '—') => true,
        Some(',' | '.' | ';' | ':' | '?' | '!' | '…' | ')') => ends,
        Some(_) => after.closes_quotation() && ends,
        None => after.is_clitic(),
    }
}

/// Whether a word in lower case is a particle of a name, or no English word.
fn is_foreign(context: &Context, at: usize) -> bool {
    let lower = context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower());
    let word = context.word(at);
    let known = context.knowledge.lexicon.is_word(word) || context.facts.words().get(at).is_some_and(|id| id.index() > 0);
    lower && (context.is(at, WordClass::Particle) || !known)
}

fn starts_block(context: &Context, at: usize) -> bool {
    context.document.blocks().get(context.document.block_of(at)).is_some_and(|block| block.tokens().start == at)
}
