//! A space just inside a bracket.

use super::{GROUP, beside, gap, removal};
use std::ops::Range;

use crate::document::{Span, Token};
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// Most tokens between two brackets that are taken for partners.
const WIDEST: usize = 200;

/// Reports a space before the closing bracket at `at`.
pub(super) fn before_closing(context: &Context, report: &mut Reporter, block: Range<usize>, at: usize, mark: char) {
    let tokens = &context.tokens()[..block.end];
    let Some(last) = at.checked_sub(1).filter(|&i| i >= block.start).map(|i| &tokens[i]) else { return };
    let ends =
        last.is_wordlike() || last.mark().is_some_and(|m| matches!(m, '.' | '?' | '!' | '…' | '”' | '’' | '"' | ')' | '%'));
    if !ends {
        return;
    }
    let Some(gap) = gap(context, last, &tokens[at]) else { return };
    let next = beside::joined_after(context.tokens(), at).filter(|t| is_spelled(context, t));
    let first = block.start.max(at.saturating_sub(WIDEST));
    let Some(open) = partner((first..at).rev(), tokens, mark, other(mark)) else { return };
    if !holds_words(context, open + 1..at, mark) {
    } else if let Some(next) = next {
        let span = gap.cover(tokens[at].span());
        transfer(report, span, &format!("{mark} "), context.slice(tokens[at].span().cover(next.span())));
    } else {
        removal(report, gap, "in-brackets", context.slice(last.span()), context.slice(tokens[at].span()));
    }
}

/// Reports a space after the opening bracket at `at`.
pub(super) fn after_opening(context: &Context, report: &mut Reporter, block: Range<usize>, at: usize, mark: char) {
    let tokens = &context.tokens()[..block.end];
    let Some(next) = tokens.get(at + 1) else { return };
    let begins = next.is_wordlike() || next.mark().is_some_and(|m| matches!(m, '“' | '‘' | '"' | '„' | '«' | '$' | '£' | '€'));
    if !begins {
        return;
    }
    let Some(gap) = gap(context, &tokens[at], next) else { return };
    // ":(" is a face.
    let joined = !tokens[at].space_before() && at > block.start;
    if joined && tokens[at - 1].mark().is_some_and(|m| matches!(m, ':' | ';' | '-' | '=' | '\'')) {
        return;
    }
    let before = beside::joined_before(context.tokens(), at).filter(|t| is_spelled(context, t));
    let Some(close) = partner(at + 1..block.end.min(at + WIDEST), tokens, mark, other(mark)) else { return };
    if !holds_words(context, at + 1..close, mark) {
    } else if let Some(before) = before {
        let span = tokens[at].span().cover(gap);
        transfer(report, span, &format!(" {mark}"), context.slice(before.span().cover(tokens[at].span())));
    } else {
        removal(report, gap, "in-brackets", context.slice(tokens[at].span()), context.slice(next.span()));
    }
}

/// A space on the wrong side of a bracket, which clings to a word.
fn transfer(report: &mut Reporter, span: Span, right: &str, seen: &str) {
    report
        .at(span, "in-brackets", format!("The space stands on the wrong side of the bracket in “{seen}”. Move it."))
        .group(GROUP)
        .fix("Move the space out of the brackets", Safety::Safe, &[(span, right)])
        .done();
}

/// Whether a token is a number, or a word that is no name of a function or symbol.
fn is_spelled(context: &Context, token: &Token) -> bool {
    token.is_wordlike() && (!token.is_word() || context.slice(token.span()).chars().count() > 1)
}

fn other(mark: char) -> char {
    match mark {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        _ => '[',
    }
}

/// The bracket that belongs to `own`, looked for in the order of `places`.
fn partner(places: impl Iterator<Item = usize>, tokens: &[Token], own: char, wanted: char) -> Option<usize> {
    let mut depth = 0usize;
    for at in places {
        if tokens[at].is_mark(own) {
            depth += 1;
        } else if tokens[at].is_mark(wanted) {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(at),
            }
        }
    }
    None
}

/// Whether white space stands at both ends within square brackets, as some desks set off a label.
fn is_label(context: &Context, inside: &Range<usize>) -> bool {
    let spaced = |at: usize| context.tokens().get(at).is_some_and(Token::space_before);
    spaced(inside.start) && spaced(inside.end)
}

/// Whether brackets hold prose: no box to tick (`[ x ]`), no formula, no code.
fn holds_words(context: &Context, inside: Range<usize>, mark: char) -> bool {
    let tokens = &context.tokens()[inside.clone()];
    let code = |t: &Token| {
        t.mark().is_some_and(|m| matches!(m, '=' | '+' | '*' | '<' | '>' | '{' | '}' | '|' | '$' | '_' | '\\' | '&' | '^'))
    };
    let words = tokens.iter().filter(|t| t.is_word() && context.slice(t.span()).chars().count() > 1).count();
    let enough = if matches!(mark, '[' | ']') { 2 } else { 1 };
    words >= enough && !tokens.iter().any(code) && !(matches!(mark, '[' | ']') && is_label(context, &inside))
}
