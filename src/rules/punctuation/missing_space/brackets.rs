//! A word close to the outer side of a bracket.

use super::beside;
use crate::document::Token;
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// Most tokens between two brackets that are taken for partners.
const WIDEST: usize = 80;
/// Fewest letters of a word that is no function, formula or plural ending.
const SHORTEST: usize = 3;

/// Reports a word close before the opening bracket at `at`: "the city(founded in 1956)".
pub(super) fn before_opening(context: &Context, report: &mut Reporter, at: usize) {
    let tokens = context.tokens();
    let Some(before) = beside::joined_before(tokens, at).filter(|t| is_word(context, t)) else { return };
    let Some(close) = closing(tokens, at) else { return };
    let outside = beside::joined_after(tokens, close).is_none_or(|t| t.mark().is_some_and(|m| ",.;:?!”’\")".contains(m)));
    if !outside || !holds_prose(tokens, at, close) || context.is_verbatim(tokens[at].span()) {
        return;
    }
    let (mark, word) = (tokens[at].span(), context.slice(before.span()));
    report
        .at(mark, "bracket", format!("No space stands between “{word}” and the bracket. Write “{word} (”."))
        .fix("Put a space in", Safety::Safe, &[(mark, " (")])
        .done();
}

/// Reports a word close after the closing bracket at `at`: "(born in 1956)and".
pub(super) fn after_closing(context: &Context, report: &mut Reporter, at: usize) {
    let tokens = context.tokens();
    let Some(next) = beside::joined_after(tokens, at).filter(|t| is_word(context, t)) else { return };
    let Some(open) = opening(tokens, at) else { return };
    let free = beside::before(tokens, open).is_none_or(|_| tokens[open].space_before());
    let figures = at == open + 2 && !tokens[open + 1].is_word() && tokens[open + 1].is_wordlike();
    if !free || !(figures || holds_prose(tokens, open, at)) || context.is_verbatim(tokens[at].span()) {
        return;
    }
    let (mark, word) = (tokens[at].span(), context.slice(next.span()));
    report
        .at(mark, "bracket", format!("No space stands between the bracket and “{word}”. Write “) {word}”."))
        .fix("Put a space in", Safety::Safe, &[(mark, ") ")])
        .done();
}

/// A word of prose: letters only, long enough, known to English or a name.
fn is_word(context: &Context, token: &Token) -> bool {
    let word = context.slice(token.span());
    let long = token.is_word() && !token.has_digit() && word.chars().count() >= SHORTEST;
    long && (token.is_title_case()
        || token.is_all_caps()
        || token.is_lower() && context.knowledge.lexicon.is_common(&word.replace('’', "'")))
}

/// The bracket that closes the one at `open`; none where another opens before it.
fn closing(tokens: &[Token], open: usize) -> Option<usize> {
    let end = tokens.len().min(open + WIDEST);
    let found = (open + 1..end).find(|&i| matches!(tokens[i].mark(), Some('(' | ')')))?;
    tokens[found].is_mark(')').then_some(found)
}

fn opening(tokens: &[Token], close: usize) -> Option<usize> {
    let found = (close.saturating_sub(WIDEST)..close).rev().find(|&i| matches!(tokens[i].mark(), Some('(' | ')')))?;
    tokens[found].is_mark('(').then_some(found)
}

/// Whether brackets hold several words with spaces between: no argument list, no ending, no formula.
fn holds_prose(tokens: &[Token], open: usize, close: usize) -> bool {
    let inside = tokens.get(open + 1..close).unwrap_or_default();
    let words = inside.iter().filter(|t| t.is_wordlike()).count();
    let spaces = inside.iter().skip(1).filter(|t| t.space_before()).count();
    let odd = inside.iter().any(|t| matches!(t.mark(), Some('=' | '+' | '*' | '_' | '<' | '>' | '{' | '`' | '\\')));
    words >= 2 && spaces >= 1 && !odd
}
