//! Spaces just inside quotation marks, and on the wrong side of them.

use super::{GROUP, gap};
use crate::document::{Quotation, QuoteStyle, Span, Token};
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// Reports the spaces of all quotations between curly or straight marks.
pub(super) fn check(context: &Context, report: &mut Reporter) {
    for pair in context.document.quotations().pairs() {
        let class = match pair.style {
            QuoteStyle::Curly => "in-quotation",
            QuoteStyle::Straight if !may_measure(context, pair) => "in-straight-marks",
            _ => continue,
        };
        after_opening(context, report, pair.open, class);
        if let Some(close) = pair.close {
            before_closing(context, report, close, class);
        }
    }
}

/// Whether a straight mark follows on a number after a space, so that it may mean inches (`5 " pipes`).
fn may_measure(context: &Context, pair: &Quotation) -> bool {
    let number = |mark: usize| {
        let before = mark.checked_sub(1).and_then(|i| context.tokens().get(i));
        before.is_some_and(|t| t.is_wordlike() && !t.is_word())
    };
    let spaced = |mark: usize| context.tokens().get(mark).is_some_and(Token::space_before);
    number(pair.open) || pair.close.is_some_and(|close| number(close) && spaced(close))
}

/// A space right after an opening mark.
fn after_opening(context: &Context, report: &mut Reporter, open: usize, class: &'static str) {
    let tokens = context.tokens();
    let (Some(mark), Some(next)) = (tokens.get(open), tokens.get(open + 1).filter(|t| t.is_wordlike())) else { return };
    let Some(gap) = gap(context, mark, next) else { return };
    let (seen, word) = (context.slice(mark.span()), context.slice(next.span()));
    let before = open.checked_sub(1).and_then(|i| tokens.get(i)).filter(|t| clings(t, mark) && ends_words(t));
    match before {
        Some(before) => {
            let before = context.slice(before.span());
            let span = mark.span().cover(gap);
            report
                .at(
                    span,
                    class,
                    format!("The quotation opens before “{word}”, and its mark clings to “{before}”. Move the space."),
                )
                .group(GROUP)
                .fix("Move the space before the mark", Safety::Safe, &[(span, &format!(" {seen}"))])
                .done();
        }
        None => inside(report, gap, mark.span().cover(gap), class, word),
    }
}

/// A space right before a closing mark.
fn before_closing(context: &Context, report: &mut Reporter, close: usize, class: &'static str) {
    let tokens = context.tokens();
    let ends = |t: &&Token| t.is_wordlike() || t.mark().is_some_and(|m| matches!(m, ',' | '.' | '?' | '!'));
    let last = close.checked_sub(1).and_then(|i| tokens.get(i)).filter(ends);
    let (Some(last), Some(mark)) = (last, tokens.get(close)) else { return };
    let Some(gap) = gap(context, last, mark) else { return };
    let (seen, word) = (context.slice(mark.span()), context.slice(last.span()));
    // Strings of a program are added up ("a, " + "b").
    let next = tokens.get(close + 1);
    if next.is_some_and(|t| t.mark().is_some_and(|m| matches!(m, '+' | '=' | '&' | '|' | '\\'))) {
        return;
    }
    match next.filter(|t| clings(mark, t) && t.is_wordlike()) {
        Some(next) => {
            let next = context.slice(next.span());
            let span = gap.cover(mark.span());
            report
                .at(span, class, format!("The quotation closes after “{word}”, and its mark clings to “{next}”. Move the space."))
                .group(GROUP)
                .fix("Move the space behind the mark", Safety::Safe, &[(span, &format!("{seen} "))])
                .done();
        }
        None => inside(report, gap, gap.cover(mark.span()), class, word),
    }
}

/// A space between a mark and the words that it encloses; `span` is the space with the mark.
fn inside(report: &mut Reporter, gap: Span, span: Span, class: &'static str, word: &str) {
    report
        .at(span, class, format!("A space stands inside the quotation, between its mark and “{word}”."))
        .group(GROUP)
        .fix("Take the space out", Safety::Safe, &[(gap, "")])
        .done();
}

/// Whether words end on a token: the space belongs behind it.
fn ends_words(token: &Token) -> bool {
    token.is_wordlike() || token.mark().is_some_and(|m| matches!(m, ',' | '.' | ';' | ':' | '?' | '!' | '%'))
}

/// Whether nothing stands between two tokens.
fn clings(before: &Token, after: &Token) -> bool {
    before.span().end() == after.span().start()
}
