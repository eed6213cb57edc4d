//! Legal notes of the source page, and bars of links to networks.
//!
//! In: the tokens of a block. Out: whether it is such a note or bar.
//! Must not know: what is done with it; the words, which are the tables'.

use crate::document::{Block, BlockKind, Token, count_words};
use crate::knowledge::WordClass;
use crate::rules::Context;

/// Words of a longer note are a text of their own.
const LONGEST_NOTE: usize = 45;
/// Words on law and liability that a note has at least.
const FEWEST: usize = 2;
/// Blocks from the end within which the notes of a page stand.
const LAST: usize = 6;
/// Cells of a bar of links.
const CELLS: usize = 3;
/// Words of one cell.
const LONGEST_CELL: usize = 4;

/// Whether a block is a legal note with an asterisk, one alone, near the end of the text.
pub(super) fn is_note(context: &Context, index: usize) -> bool {
    let blocks = context.document.blocks();
    let starred = |index: Option<usize>| {
        index
            .and_then(|i| blocks.get(i))
            .is_some_and(|block| context.tokens().get(block.tokens().start).is_some_and(|t| t.is_mark('*')))
    };
    let Some(block) = blocks.get(index) else { return false };
    let Some(tokens) = context.tokens().get(block.tokens()) else { return false };
    let alone = !starred(index.checked_sub(1)) && !starred(Some(index + 1));
    let legal = block.tokens().filter(|&at| context.is(at, WordClass::Disclaimer)).count();
    starred(Some(index))
        && alone
        && index + LAST >= blocks.len()
        && index > 0
        && count_words(tokens) <= LONGEST_NOTE
        && legal >= FEWEST
        && tokens.last().is_some_and(|t| t.is_mark('.'))
}

/// Whether a block is a bar of links: cells between strokes or dots, each of which opens with a network or with what a
/// button does.
pub(super) fn is_link_bar(context: &Context, block: &Block) -> bool {
    let separates = |t: &Token| t.is_mark('|') || t.is_mark('·') || t.is_mark('•');
    let Some(tokens) = context.tokens().get(block.tokens()) else { return false };
    if block.kind() == BlockKind::ListItem || tokens.iter().filter(|t| separates(t)).count() + 1 < CELLS {
        return false;
    }
    let mut at = block.tokens().start;
    tokens.split(separates).all(|cell| {
        let opens = context.is(at, WordClass::Network) || context.is(at, WordClass::Button);
        at += cell.len() + 1;
        opens && count_words(cell) <= LONGEST_CELL
    })
}
