//! What stands in a text beyond ASCII: letters of other scripts, characters that nobody sees, marks for a character that was
//! lost, and characters that were read in the wrong encoding.
//!
//! In: a document. Out: [`Characters`], from one pass over the text that looks at nothing but the characters beyond ASCII;
//! most texts have only quotation marks, dashes and accents there. `script` says what writes a letter, `misread` undoes a wrong
//! decoding.
//! Must not know: tables, rules.

mod misread;
mod script;

pub use misread::Misread;
pub use script::Script;

use crate::document::{Document, Span, Token};

/// What stands in a document beyond ASCII, each list in the order of the text.
#[derive(Debug, Default)]
pub struct Characters {
    foreign: Vec<usize>,
    invisible: Vec<Span>,
    lost: Vec<Span>,
    misread: Vec<Misread>,
    stressed: Vec<Span>,
    decomposed: bool,
}

impl Characters {
    pub(super) fn read(document: &Document) -> Self {
        let mut found = Self::default();
        let text = document.text().as_str();
        let (mut at, mut token) = (0, 0);
        while let Some((start, c)) = next_beyond_ascii(text, at) {
            let end = start + c.len_utf8();
            at = end;
            if is_ordinary(c) {
                continue;
            }
            if let Some((misread, end)) = misread::at(document.text(), start, c) {
                found.misread.push(misread);
                at = end;
            } else if is_invisible(c) {
                // A byte order mark is how some editors begin a file.
                if start > 0 || c != '\u{feff}' {
                    push_run(document, &mut found.invisible, start..end);
                }
            } else if matches!(c, '\u{fffd}' | '\u{2047}') {
                push_run(document, &mut found.lost, start..end);
            } else if c == ACUTE {
                found.stressed.extend(document.text().span(start..end));
            } else if unicode_normalization::char::is_combining_mark(c) {
                found.decomposed |= Script::of_last(text.get(..start).unwrap_or_default()) == Some(Script::Latin);
            } else if Script::of(c).is_some_and(|script| script != Script::Latin) {
                token = token_from(document, token, start);
                let word = document.tokens().get(token).filter(|t| t.span().start() <= start && start < t.span().end());
                if word.is_some_and(Token::is_word) && found.foreign.last() != Some(&token) {
                    found.foreign.push(token);
                }
            }
        }
        found
    }

    /// The words with a letter that is not Latin, as token indices. Words that were read in the wrong encoding are left out.
    pub fn foreign(&self) -> &[usize] {
        &self.foreign
    }

    /// Runs of one and the same character that nobody sees; a byte order mark at the beginning is left out.
    pub fn invisible(&self) -> &[Span] {
        &self.invisible
    }

    /// Runs of marks that stand for a character that was lost (U+FFFD, or U+2047 as models write it).
    pub fn lost(&self) -> &[Span] {
        &self.lost
    }

    /// Runs that were read in the wrong encoding.
    pub fn misread(&self) -> &[Misread] {
        &self.misread
    }

    /// Acute accents that are characters of their own; none where the text sets other accents so, too.
    pub fn stressed(&self) -> &[Span] {
        if self.decomposed { &[] } else { &self.stressed }
    }
}

/// The acute that combines with the letter before it, as dictionaries of Slavic languages mark stress.
const ACUTE: char = '\u{301}';

/// The next character beyond ASCII at or after a byte offset, eight bytes a step.
fn next_beyond_ascii(text: &str, mut at: usize) -> Option<(usize, char)> {
    const HIGH: u64 = u64::from_ne_bytes([128; 8]);
    let bytes = text.as_bytes();
    while bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()).is_some_and(|chunk| u64::from_ne_bytes(*chunk) & HIGH == 0) {
        at += 8;
    }
    let start = at + bytes.get(at..)?.iter().position(|byte| !byte.is_ascii())?;
    Some((start, text.get(start..)?.chars().next()?))
}

/// The index of the token that holds a place, or of the first one after it, from a token at or before it.
fn token_from(document: &Document, token: usize, place: usize) -> usize {
    let ahead = document.tokens().get(token..).unwrap_or_default();
    // Letters of other scripts mostly stand close together; only a far one is worth a search.
    match ahead.iter().take(4).position(|t| place < t.span().end()) {
        Some(steps) => token + steps,
        None => token + ahead.partition_point(|t| t.span().end() <= place),
    }
}

/// Characters that all English copy may have.
fn is_ordinary(c: char) -> bool {
    matches!(c, '’' | '“' | '”' | '‘' | '–' | '—' | '…' | '\u{a0}' | 'é')
}

/// Characters that take no room: joiners, word breaks, marks of direction, the soft hyphen, the place of a lost object.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffc}'
    )
}

/// Adds a character to the run that ends where it begins, if that has the same characters, or as a run of its own.
fn push_run(document: &Document, runs: &mut Vec<Span>, range: std::ops::Range<usize>) {
    let text = document.text();
    let Some(span) = text.span(range) else { return };
    match runs.last_mut() {
        Some(last) if last.end() == span.start() && text.slice(*last).ends_with(text.slice(span)) => *last = last.cover(span),
        _ => runs.push(span),
    }
}

#[cfg(test)]
mod tests;
