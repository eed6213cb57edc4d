//! Single marks, which look like apostrophes.

use std::ops::Range;

use super::{Quotation, QuoteStyle};
use crate::document::Text;
use crate::document::token::Token;

/// Appends the quotations between single marks of one block.
///
/// An opening mark has white space or a bracket before it and a word after it. It closes at the next mark that follows
/// on a stop or comma; else at the last one that follows on a word and does not look like a possessive plural; a
/// further opening mark ends the search. What finds no partner was an apostrophe (’90s, ’em).
pub(super) fn pair(text: &Text, tokens: &[Token], block: Range<usize>, pairs: &mut Vec<Quotation>) {
    let mut at = block.start;
    while at < block.end {
        let close = opens(tokens, at, &block).then(|| close(text, tokens, at, &block)).flatten();
        match close {
            Some(close) => {
                let span = tokens[at].span().cover(tokens[close].span());
                pairs.push(Quotation { span, open: at, close: Some(close), style: QuoteStyle::Single, depth: 0 });
                at = close + 1;
            }
            None => at += 1,
        }
    }
}

fn opens(tokens: &[Token], at: usize, block: &Range<usize>) -> bool {
    let straight = tokens[at].is_mark('\'');
    if !straight && !tokens[at].is_mark('‘') {
        return false;
    }
    let before = tokens[at - usize::from(at > block.start)].mark();
    let free = at == block.start || tokens[at].space_before() || before.is_some_and(|m| "(“\"«„[–—-".contains(m));
    let next = tokens[..block.end].get(at + 1);
    free && next.is_some_and(|t| {
        !t.space_before() && (t.is_wordlike() && !(straight && t.has_digit()) || t.mark().is_some_and(|m| m == '“' || m == '"'))
    })
}

fn close(text: &Text, tokens: &[Token], open: usize, block: &Range<usize>) -> Option<usize> {
    let curly = tokens[open].is_mark('‘');
    let mut possible = None;
    for at in open + 2..block.end {
        let token = &tokens[at];
        if opens(tokens, at, block) {
            break;
        }
        let mark = if curly { '’' } else { '\'' };
        if !token.is_mark(mark) || token.space_before() {
            continue;
        }
        let next = tokens[..block.end].get(at + 1);
        let parted = next.is_none_or(|t| t.space_before() || t.mark().is_some());
        if tokens[at - 1].mark().is_some() && parted {
            return Some(at);
        }
        let plural = text.slice(tokens[at - 1].span()).ends_with('s') && next.is_some_and(|t| t.space_before() && t.is_lower());
        if parted && (!plural || possible.is_none()) {
            possible = Some(at);
            if !plural {
                return possible;
            }
        }
    }
    possible
}
