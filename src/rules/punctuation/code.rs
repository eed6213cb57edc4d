//! Lines of code that stand among prose without back quotes (what stands between them is known): commands, assignments, patterns.
//!
//! In: a token. Out: whether signs close to it are those of code, so that its marks are no marks of a sentence.
//! Must not know: any language of programming.

use super::beside;
use crate::document::Token;
use crate::rules::Context;

/// Tokens of one line on each side among which signs of code are looked for.
const NEAR: usize = 12;
/// Spaces before a line that set code off in plain text.
const INDENT: usize = 4;

/// Whether a token stands in what nobody reads as prose: an address, a region of code, a tag, or a line of code.
pub(super) fn is_code(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let Some(token) = tokens.get(at) else { return false };
    if context.is_verbatim(token.span()) || is_indented(context, at) {
        return true;
    }
    let left = (at.saturating_sub(NEAR)..at).rev().take_while(|&i| !breaks(tokens, i + 1));
    let right = (at + 1..tokens.len().min(at + NEAR)).take_while(|&i| !breaks(tokens, i));
    left.chain(right).chain([at]).any(|i| is_sign(context, i) && !context.is_verbatim(tokens[i].span()))
}

/// Whether a line or a block begins at a token.
fn breaks(tokens: &[Token], at: usize) -> bool {
    beside::before(tokens, at).is_none() || tokens.get(at).is_none_or(Token::break_before)
}

/// Whether a token is a sign that prose does not write, or writes in formulas alone.
fn is_sign(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let next = beside::joined_after(tokens, at);
    let name = next.is_some_and(|t| t.is_word());
    match tokens.get(at).and_then(Token::mark) {
        Some('=' | '|' | '<' | '>' | '{' | '}' | '\\' | '_' | '^') => true,
        Some('$') => name,
        Some('*' | '~') => next.is_some_and(|t| matches!(t.mark(), Some('.' | '/'))),
        Some('(') => next.is_some_and(|t| t.is_mark(')')),
        Some('&' | '+') => next.is_some_and(|t| matches!(t.mark(), Some('&' | '+' | '='))),
        Some('-') => name && is_option(context, at),
        _ => false,
    }
}

/// Whether a hyphen close to the word after it opens an option: a single letter (`-x`), a second hyphen (`--all`), or a
/// lone stop before it (`. -name`).
fn is_option(context: &Context, hyphen: usize) -> bool {
    let tokens = context.tokens();
    let free = |at: usize| tokens.get(at).is_some_and(Token::space_before);
    let letter = context.word(hyphen + 1).chars().count() == 1;
    let doubled = beside::joined_before(tokens, hyphen).is_some_and(|t| t.is_mark('-') && free(hyphen - 1));
    let stop = beside::before(tokens, hyphen).is_some_and(|t| t.is_mark('.') && free(hyphen - 1));
    doubled || free(hyphen) && (letter || stop)
}

/// Whether a block is set off by white space and begins as no sentence does.
fn is_indented(context: &Context, at: usize) -> bool {
    let document = context.document;
    let Some(block) = document.blocks().get(document.block_of(at)) else { return false };
    let begins =
        context.tokens().get(block.tokens().start).is_some_and(|t| t.is_lower() || matches!(t.mark(), Some('$' | '#' | '>')));
    let before = document.text().as_str().as_bytes().get(..block.span().start()).unwrap_or_default();
    let spaces = before.iter().rev().take(INDENT).take_while(|&&byte| byte == b' ').count();
    begins && (spaces == INDENT || before.last() == Some(&b'\t'))
}
