//! What stands around a lone mark.
//!
//! In: the document and the words of saying. Out: how sure a finding is, where its words begin, what a message quotes.

use std::ops::Range;

use super::{LoneMark, MarkRole, QuoteStyle, Span};
use crate::knowledge::WordClass;
use crate::rules::Context;

/// Most tokens that a message quotes on one side of a mark.
const QUOTED: usize = 5;
/// More lone marks than any slip leaves in one paragraph.
const SEVERAL: usize = 4;
/// The first two bytes of quotation marks in UTF-8, read as Windows-1252 and as Windows-1251.
const GARBLED: [&str; 2] = ["â€", "вЂ"];
/// How far into a sentence its verb of saying stands, in tokens: "the former head of the agency said".
const ATTRIBUTION: usize = 12;

/// Whether a straight mark was typed for the apostrophe of a possessive plural (`the workers" demands`) or stands
/// inside a word; somebody's words do not end so.
pub(super) fn is_apostrophe(context: &Context, lone: &LoneMark) -> bool {
    let tokens = context.tokens();
    let before = lone.token.checked_sub(1).and_then(|i| tokens.get(i)).filter(|t| t.is_word());
    let (Some(before), Some(mark), Some(next)) = (before, tokens.get(lone.token), tokens.get(lone.token + 1)) else {
        return false;
    };
    let inside = !mark.space_before() && !next.space_before() && next.is_word();
    let plural = context.slice(before.span()).ends_with('s') && !next.break_before() && next.is_lower();
    lone.role == MarkRole::Closing && (inside || lone.style == QuoteStyle::Straight && !mark.space_before() && plural)
}

/// Whether the paragraph has several lone marks of the same role, or this one could be explained in another way.
pub(super) fn is_doubtful(context: &Context, lone: &LoneMark) -> bool {
    let document = context.document;
    let block = document.blocks()[document.block_of(lone.token)].tokens();
    let around = document.quotations().lone_in(block.clone());
    let others = around.iter().take(SEVERAL).filter(|m| m.role == lone.role);
    let first = &context.tokens()[block.start];
    let single = lone.role == MarkRole::Closing && (first.is_mark('\'') || first.is_mark('‘'));
    let unclear = !lone.clear && lone.role == MarkRole::Opening;
    around.len() > SEVERAL || others.count() > 1 || single || unclear || is_garbled(context, block)
}

/// Whether marks of the paragraph were read in the wrong encoding: one of them may be the partner.
fn is_garbled(context: &Context, block: Range<usize>) -> bool {
    let words = context.words(block);
    GARBLED.iter().any(|beginning| words.contains(beginning))
}

/// The mark that closed the last quotation of the paragraph too early: a new sentence follows on it which names
/// nobody, and the paragraph closes a second time at the lone mark.
pub(super) fn closed_too_early(context: &Context, lone: &LoneMark) -> Option<usize> {
    let (document, tokens) = (context.document, context.tokens());
    let block = document.blocks()[document.block_of(lone.token)].tokens();
    let earlier = document.quotations().last_closed_in(block.start..lone.token)?;
    let close = earlier.close?;
    let stop = close.checked_sub(1).and_then(|i| tokens.get(i)?.mark());
    if earlier.style != lone.style || !stop.is_some_and(|m| matches!(m, '.' | '?' | '!' | '…')) {
        return None;
    }
    let opens = earlier.open == block.start || tokens[earlier.open - 1].mark().is_some_and(|m| matches!(m, ':' | ','));
    let sentence = close + 1..document.sentences().get(document.sentence_of(close + 1))?.tokens().end.min(lone.token);
    let first = tokens.get(close + 1).filter(|t| t.space_before() && t.is_capitalized())?;
    let named = sentence.take(ATTRIBUTION).any(|i| context.is(i, WordClass::Speech));
    (opens && first.is_word() && !named).then_some(close)
}

/// Where the words that a lone mark closes may begin, and what begins there: the paragraph, or after an earlier
/// quotation the sentence.
pub(super) fn beginning(context: &Context, token: usize) -> (Span, &'static str) {
    let document = context.document;
    let block = &document.blocks()[document.block_of(token)];
    if document.quotations().last_closed_in(block.tokens().start..token).is_none() {
        return (block.span().at_start(), "paragraph");
    }
    let sentence = document.sentences().get(document.sentence_of(token));
    let start = sentence.and_then(|s| context.tokens().get(s.tokens().start));
    (start.map_or(block.span(), |t| t.span()).at_start(), "sentence")
}

/// The span of the paragraph that holds a token.
pub(super) fn block(context: &Context, token: usize) -> Span {
    context.document.blocks()[context.document.block_of(token)].span()
}

/// The place right before the token that follows on a mark.
pub(super) fn after(context: &Context, token: usize) -> Span {
    context.tokens().get(token + 1).map_or(block(context, token).at_end(), |t| t.span().at_start())
}

/// How many marks of the paragraph have a partner.
pub(super) fn count(context: &Context, token: usize) -> String {
    let block = context.document.blocks()[context.document.block_of(token)].tokens();
    let quotations = context.document.quotations();
    let (pairs, lone) = (quotations.opened_in(block.clone()).len(), quotations.lone_in(block).len());
    format!("paired quotations in the paragraph: {pairs}; marks without a partner: {lone}")
}

/// A few words right after a mark.
pub(super) fn words_after<'a>(context: &Context<'a>, mark: usize) -> &'a str {
    let end = context.document.blocks()[context.document.block_of(mark)].tokens().end;
    let words = mark + 1..(mark + 1 + QUOTED).min(end);
    context.words(words).trim_end_matches(is_pause)
}

/// A few words right before a mark.
pub(super) fn words_before<'a>(context: &Context<'a>, mark: usize) -> &'a str {
    let start = context.document.blocks()[context.document.block_of(mark)].tokens().start;
    let words = mark.saturating_sub(QUOTED).max(start)..mark;
    context.words(words).trim_start_matches(is_pause)
}

fn is_pause(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '“' | '”' | '"' | '’' | '\'' | ')')
}
