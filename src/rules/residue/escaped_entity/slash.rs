//! What stands after a backslash: a quotation mark, or the letter for a line break.

use super::Escape;
use crate::document::Token;
use crate::fix::Safety;
use crate::rules::Context;

/// `\"` or `\n`, from the backslash.
pub(super) fn escape(context: &Context, at: usize) -> Option<Escape> {
    let slash = context.tokens().get(at)?;
    // Several backslashes in a row are code that was escaped more than once, or a drawing.
    if at.checked_sub(1).and_then(|at| context.tokens().get(at)).is_some_and(|t| t.is_mark('\\')) {
        return None;
    }
    let next = context.tokens().get(at + 1).filter(|t| !t.space_before())?;
    if next.is_mark('"') { quotation_mark(context, at, slash, next) } else { line_break(context, at, slash, next) }
}

/// `\"`; one between two letters is an accent of TeX.
fn quotation_mark(context: &Context, at: usize, slash: &Token, mark: &Token) -> Option<Escape> {
    let before =
        at.checked_sub(1).and_then(|at| context.tokens().get(at)).is_some_and(|t| t.is_wordlike() && !slash.space_before());
    let after = context.tokens().get(at + 2).is_some_and(|t| t.is_wordlike() && !t.space_before());
    let span = slash.span().cover(mark.span());
    let edit = (slash.span(), String::new());
    (!(before && after)).then(|| Escape {
        span,
        class: "backslash",
        right: String::from("\""),
        safety: Safety::Safe,
        edit,
        end: at + 2,
    })
}

/// `\n` close after a mark of punctuation, or before a capital; not in a path.
fn line_break(context: &Context, at: usize, slash: &Token, next: &Token) -> Option<Escape> {
    let rest = context.slice(next.span()).strip_prefix('n')?;
    let before = at.checked_sub(1).and_then(|at| context.tokens().get(at)).filter(|_| !slash.space_before())?;
    let drive = before.is_mark(':') && at.checked_sub(2).is_some_and(|at| context.word(at).len() == 1);
    let pause = before.closes_quotation() || matches!(before.mark(), Some('.' | ',' | ';' | ':' | '!' | '?' | '…' | ')'));
    let capital = before.is_wordlike() && rest.starts_with(char::is_uppercase);
    let path = context.tokens().get(at + 2).is_some_and(|t| t.is_mark('\\') && !t.space_before()) && !rest.is_empty();
    if drive || path || !(pause || capital) {
        return None;
    }
    let span = context.document.text().span(slash.span().start()..next.span().start() + 1)?;
    let after = context.document.text().as_str().get(span.end()..)?.chars().next();
    let right = if after.is_none_or(char::is_whitespace) { "" } else { " " };
    Some(Escape::whole(span, "backslash", right.to_owned(), at + 2))
}
