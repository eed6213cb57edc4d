//! A quotation with a mark or a word close to its outer side.

use super::beside;
use crate::document::{Quotation, QuoteStyle, Span, Token};
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// Reports the quotations between double marks that cling to what stands outside them.
pub(super) fn check(context: &Context, report: &mut Reporter) {
    for pair in context.document.quotations().pairs() {
        if matches!(pair.style, QuoteStyle::Curly | QuoteStyle::Straight) && !context.is_verbatim(pair.span) {
            before_opening(context, report, pair);
            after_closing(context, report, pair);
        }
    }
}

/// “left.“Then”, “said:“No”: a pausing mark after a word, close to an opening mark.
fn before_opening(context: &Context, report: &mut Reporter, pair: &Quotation) {
    let tokens = context.tokens();
    let Some(pause) = beside::joined_before(tokens, pair.open).filter(|t| pauses(t)) else { return };
    let word = beside::joined_before(tokens, pair.open - 1).filter(|t| is_prose(t));
    let inside = beside::joined_after(tokens, pair.open).filter(|t| t.is_word());
    if word.is_some() && inside.is_some() {
        insert(context, report, pause.span());
    }
}

/// “left,”he said”: a word close to a closing mark that follows on a word or a pause.
fn after_closing(context: &Context, report: &mut Reporter, pair: &Quotation) {
    let tokens = context.tokens();
    let Some(close) = pair.close else { return };
    let next = beside::joined_after(tokens, close).filter(|t| is_prose(t) && !t.is_clitic());
    let last = beside::joined_before(tokens, close);
    if let (Some(_), Some(_), Some(mark)) = (next, last, tokens.get(close)) {
        insert(context, report, mark.span());
    }
}

fn pauses(token: &Token) -> bool {
    matches!(token.mark(), Some('.' | ',' | ':' | ';' | '?' | '!'))
}

/// A word of several letters without digits: no plural of a letter (“A”s), no code.
fn is_prose(token: &Token) -> bool {
    token.is_word() && !token.has_digit() && token.span().len() > 1
}

fn insert(context: &Context, report: &mut Reporter, mark: Span) {
    let seen = context.slice(mark);
    report
        .at(
            mark,
            "bracket",
            format!("No space stands after “{seen}”, where the quotation meets the words around it. Put one in."),
        )
        .fix("Put a space in", Safety::Safe, &[(mark, &format!("{seen} "))])
        .done();
}
