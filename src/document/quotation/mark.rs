//! Which way a mark faces, by its shape and by what stands on both sides of it.

use std::ops::Range;

use super::QuoteStyle;
use crate::document::Text;
use crate::document::token::Token;

/// Which way a mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facing {
    /// It opens.
    Open,
    /// It closes.
    Close,
    /// Only the marks before it can tell.
    Either,
}

/// A double quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Token index.
    pub token: usize,
    pub style: QuoteStyle,
    pub facing: Facing,
    /// Which way the white space and the words around it say it faces, whatever its shape.
    pub around: Facing,
    /// Whether a number stands right before a straight mark, so that it may mean inches.
    pub inches: bool,
}

/// The first two bytes of dashes and quotation marks in UTF-8, read as Windows-1252 and as Windows-1251.
const GARBLED: [&str; 2] = ["â€", "вЂ"];

/// How firmly a neighbour holds on to a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// White space, the edge of the block, a bracket that encloses the quotation, a pausing mark after it.
    Loose,
    /// A word, a number, a stop before a closing mark.
    Tight,
    /// A dash, an ellipsis, emphasis, another quotation mark.
    Neutral,
}

/// Collects the double marks of a block into `out`; whether the block also has single marks.
pub(super) fn collect(text: &Text, tokens: &[Token], block: Range<usize>, out: &mut Vec<Mark>) -> bool {
    out.clear();
    let mut singles = false;
    let mut code = false;
    for at in block.clone() {
        let Some(mark) = tokens[at].mark() else { continue };
        let style = match mark {
            '"' | '\u{ff02}' => QuoteStyle::Straight,
            '“' | '”' | '‟' => QuoteStyle::Curly,
            '«' | '»' => QuoteStyle::Guillemets,
            '„' => QuoteStyle::Low,
            '「' | '」' | '『' | '』' => QuoteStyle::Corner,
            '`' => {
                code = !code && another_back_quote(tokens, at, block.end);
                continue;
            }
            '‘' | '\'' => {
                singles = true;
                continue;
            }
            _ => continue,
        };
        if code || mark != '"' && is_garbled(text, &tokens[at]) || is_bracketed(tokens, at, &block) {
            continue;
        }
        let around = around(tokens, at, &block);
        let facing = match mark {
            '"' | '\u{ff02}' => around,
            '“' | '‟' | '„' | '«' | '「' | '『' => Facing::Open,
            _ => Facing::Close,
        };
        let measure = |t: &Token| t.has_digit() && !t.has_capital() && !t.is_lower();
        let number = at > block.start && !tokens[at].space_before() && measure(&tokens[at - 1]);
        out.push(Mark { token: at, style, facing, around, inches: number && style == QuoteStyle::Straight });
    }
    singles
}

/// Whether a curly mark is the last third of a dash or mark in UTF-8 that was read as another encoding.
fn is_garbled(text: &Text, token: &Token) -> bool {
    let before = text.as_str().get(..token.span().start()).unwrap_or_default();
    GARBLED.iter().any(|beginning| before.ends_with(beginning))
}

/// Whether brackets hold a mark and nothing else: it is spoken about.
fn is_bracketed(tokens: &[Token], at: usize, block: &Range<usize>) -> bool {
    let before = at.checked_sub(1).filter(|&i| i >= block.start).is_some_and(|i| tokens[i].is_mark('('));
    before && at + 1 < block.end && tokens[at + 1].is_mark(')')
}

fn another_back_quote(tokens: &[Token], at: usize, end: usize) -> bool {
    tokens[at + 1..end].iter().any(|t| t.is_mark('`'))
}

/// Which way a mark's surroundings say it faces.
pub(super) fn around(tokens: &[Token], at: usize, block: &Range<usize>) -> Facing {
    match (left(tokens, at, block), right(tokens, at, block)) {
        (Side::Loose, Side::Tight | Side::Neutral) | (Side::Neutral, Side::Tight) => Facing::Open,
        (Side::Tight | Side::Neutral, Side::Loose) | (Side::Tight, Side::Neutral) => Facing::Close,
        _ => Facing::Either,
    }
}

fn left(tokens: &[Token], at: usize, block: &Range<usize>) -> Side {
    if at == block.start || tokens[at].space_before() {
        return Side::Loose;
    }
    match tokens[at - 1].mark() {
        Some('(' | '[' | '{' | '=' | '/' | '“' | '‘' | '«' | '„' | '<' | '>' | '|') => Side::Loose,
        Some('–' | '—' | '-' | '―' | '…' | '"' | '\'' | '_' | '*') => Side::Neutral,
        _ => Side::Tight,
    }
}

fn right(tokens: &[Token], at: usize, block: &Range<usize>) -> Side {
    let Some(next) = tokens[..block.end].get(at + 1).filter(|t| !t.space_before()) else { return Side::Loose };
    let dots = next.is_mark('.') && tokens[..block.end].get(at + 2).is_some_and(|t| t.is_mark('.'));
    match next.mark() {
        Some('.') if dots => Side::Neutral,
        Some('–' | '—' | '-' | '―' | '…' | '"' | '\'' | '’' | '_' | '*') => Side::Neutral,
        Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '”' | '»' | '/' | '<' | '|') => Side::Loose,
        _ => Side::Tight,
    }
}
