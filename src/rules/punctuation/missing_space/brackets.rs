//! A word close to the outer side of a bracket.

use super::words::is_year;
use super::{beside, code};
use crate::document::Token;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Context, Reporter};

/// Most tokens between two brackets that are taken for partners.
const WIDEST: usize = 80;
/// Fewest letters of a word that is no function, formula or plural ending.
const SHORTEST: usize = 3;

/// Reports a word close before the opening bracket at `at`: "the city(founded in 1956)".
pub(super) fn before_opening(context: &Context, report: &mut Reporter, at: usize) {
    let tokens = context.tokens();
    let Some(before) = beside::joined_before(tokens, at).filter(|t| is_word(context, t) || is_year(context, t)) else { return };
    let Some(close) = closing(tokens, at) else { return };
    let ends = |t: &Token| t.mark().is_some_and(|m| ",.;:?!”’\")".contains(m)) || goes_on(context, close + 1);
    let outside = beside::joined_after(tokens, close).is_none_or(ends);
    if !outside || !holds_prose(tokens, at, close) || code::is_code(context, at) {
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
    let Some(next) = beside::joined_after(tokens, at).filter(|_| goes_on(context, at + 1)) else { return };
    let Some(open) = opening(tokens, at) else { return };
    let free = beside::joined_before(tokens, open).is_none_or(|t| is_word(context, t) || is_year(context, t));
    let figures = at == open + 2 && !tokens[open + 1].is_word() && tokens[open + 1].is_wordlike();
    if !free || !(figures || holds_prose(tokens, open, at)) || code::is_code(context, at) {
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

/// Whether a token is a word of prose, or a small word of English grammar.
fn goes_on(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let small = context.is(at, WordClass::Function) && context.word(at).len() > 1;
    tokens.get(at).is_some_and(|t| is_word(context, t) || small && t.is_lower())
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
    let string = inside.first().is_some_and(|t| matches!(t.mark(), Some('"' | '\'')));
    words >= 2 && spaces >= 1 && !odd && !string
}
