//! Verse, dialogue and tables: lines that stand together and may come back.
//!
//! In: a block among its neighbours. Out: whether it stands among short lines.
//! Must not know: words.

use crate::document::{Document, Span};

/// Bytes of the longest line of verse.
const LONGEST_LINE: usize = 72;

/// Whether a block, or the block beside it, belongs to a run of short lines without blank lines between.
///
/// The block `twin` is no neighbour: two equal lines in a row are what is looked for.
pub(super) fn is_verse(document: &Document, block: usize, twin: usize) -> bool {
    let run = |a: usize, b: usize| a != twin && b != twin && joined(document, a, b);
    let before = |at: usize| at.checked_sub(1);
    let beside = before(block).is_some_and(|b| run(b, block)) || run(block, block + 1);
    let stanza_before = before(block).and_then(|b| Some((before(b)?, b))).is_some_and(|(a, b)| run(a, b));
    beside || stanza_before || run(block + 1, block + 2)
}

/// Digits of a date or a counter, which stand in no verse.
const DIGITS: usize = 4;

/// Whether a line is one of hashtags, of cells between bars, or of dates and counters.
fn is_furniture(line: &str) -> bool {
    line.starts_with('#') || line.contains('|') || line.bytes().filter(u8::is_ascii_digit).nth(DIGITS - 1).is_some()
}

/// Whether two blocks are short lines of words, one right below the other.
fn joined(document: &Document, upper: usize, lower: usize) -> bool {
    let blocks = document.blocks();
    let (Some(upper), Some(lower)) = (blocks.get(upper), blocks.get(lower)) else { return false };
    let Some(gap) = upper.span().gap(lower.span()) else { return false };
    let short = |span: Span| span.len() <= LONGEST_LINE && !is_furniture(document.slice(span));
    short(upper.span()) && short(lower.span()) && document.slice(gap).bytes().filter(|&b| b == b'\n').count() == 1
}
