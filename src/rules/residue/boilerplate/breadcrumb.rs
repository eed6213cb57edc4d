//! Breadcrumbs: the way through a site, step by step, with a separator between the steps.
//!
//! In: the tokens of a block. Out: how much of it is a breadcrumb.
//! Must not know: names of front pages, which stand in the table.

use std::ops::Range;

use crate::document::{Block, Token, count_words};

/// Words of one step; a longer last one is the headline.
const LONGEST_STEP: usize = 6;

/// How much of a block is a breadcrumb.
pub(super) enum Steps {
    /// The whole block.
    All,
    /// All before this token, where the headline begins.
    UpTo(usize),
}

/// Reads a block that begins with the name of a front page; `root` are the tokens of the name, a separator perhaps its last.
pub(super) fn read(tokens: &[Token], block: &Block, root: Range<usize>) -> Option<Steps> {
    let end = block.tokens().end;
    let separator = tokens.get(root.start..end)?.iter().find(|t| is_separator(t)).and_then(Token::mark)?;
    let cuts = cuts(tokens, root.end.saturating_sub(1)..end, separator);
    let between = cuts.windows(2).all(|pair| step(tokens, pair[0] + 1..pair[1]) == Step::Place);
    // A slash, an angle or a bar between two words is also “or”, “greater than” and a choice; a way has two of them.
    let least = if matches!(separator, '/' | '>' | '|') { 2 } else { 1 };
    let &last = cuts.last()?;
    if !between || cuts.len() < least {
        return None;
    }
    match step(tokens, last + 1..end) {
        Step::Place | Step::Nothing => Some(Steps::All),
        Step::Headline => Some(Steps::UpTo(last + 1)),
        Step::Other => None,
    }
}

/// Whether a whole block is a way of three steps at least, whatever it begins with; only where it stands before a headline.
pub(super) fn is_trail(tokens: &[Token], block: &Block) -> bool {
    let range = block.tokens();
    let separator = tokens.get(range.clone()).and_then(|t| t.iter().find(|t| is_separator(t))).and_then(Token::mark);
    let Some(separator) = separator.filter(|&mark| mark != '|') else { return false };
    let cuts = cuts(tokens, range.clone(), separator);
    let starts = std::iter::once(range.start).chain(cuts.iter().map(|cut| cut + 1));
    let ends = cuts.iter().copied().chain(std::iter::once(range.end));
    cuts.len() >= 2 && starts.zip(ends).all(|(start, end)| step(tokens, start..end) == Step::Place)
}

fn is_separator(token: &Token) -> bool {
    matches!(token.mark(), Some('»' | '›' | '>' | '/' | '|' | '→')) && token.space_before()
}

fn cuts(tokens: &[Token], range: Range<usize>, separator: char) -> Vec<usize> {
    range.filter(|&i| tokens.get(i).is_some_and(|t| t.is_mark(separator))).collect()
}

#[derive(PartialEq, Eq)]
enum Step {
    Nothing,
    /// A section of the site.
    Place,
    /// Too long for a section, or a sentence.
    Headline,
    Other,
}

fn step(tokens: &[Token], range: Range<usize>) -> Step {
    let Some((tokens, first)) = tokens.get(range).and_then(|step| Some((step, step.first()?))) else { return Step::Nothing };
    let begins = first.is_capitalized() || first.has_digit() || first.mark().is_some();
    let words = count_words(tokens);
    let sentence = tokens.iter().any(|t| matches!(t.mark(), Some('.' | '!' | '?' | ';')));
    match (begins && words > 0, words > LONGEST_STEP || sentence) {
        (true, false) => Step::Place,
        (true, true) => Step::Headline,
        (false, _) => Step::Other,
    }
}
