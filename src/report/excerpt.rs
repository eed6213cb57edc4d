//! The sentence of a finding on one line: cut to a window around it where it is long.

use std::ops::Range;

use crate::document::{Document, Span};

/// What stands where something was left out.
const ELLIPSIS: &str = "… ";
/// How many characters may be given up so as not to cut a word.
const WORD: usize = 16;

/// A piece of the document on one line, which knows where each of its characters came from.
pub(super) struct Excerpt {
    /// The line.
    pub line: String,
    /// Of each character: where it starts in the text, and where in the line.
    places: Vec<(usize, usize)>,
    /// One past the last byte of the text that is shown.
    end: usize,
    /// One past the last byte of the line that stands for text.
    line_end: usize,
}

impl Excerpt {
    /// The sentence that a span stands in, at most about `width` characters of it.
    pub fn new(document: &Document, span: Span, width: usize) -> Self {
        let sentence = sentence(document, span);
        let text = document.text().as_str();
        let head = text.get(sentence.start..span.start()).unwrap_or_default();
        let tail = text.get(span.start()..sentence.end).unwrap_or_default();
        // More than `width` characters on either side are never shown.
        let before: Vec<(usize, char)> = head.char_indices().rev().take(width + 1).collect();
        let after: Vec<(usize, char)> = tail.char_indices().take(width + 1).collect();
        let kept = document.slice(span).chars().take(width).count();
        let (left, right) = shares(before.len(), after.len(), kept, width);
        let left = if left < before.len() { at_word(&before[..left]) } else { left };
        let right = if right < after.len() { kept.min(right) + at_word(&after[kept.min(right)..right]) } else { right };
        let mut excerpt = Self { line: String::new(), places: Vec::new(), end: sentence.start, line_end: 0 };
        if left < before.len() {
            excerpt.line.push_str(ELLIPSIS);
        }
        let shown = before[..left].iter().rev().map(|&(at, c)| (sentence.start + at, c));
        shown.chain(after[..right].iter().map(|&(at, c)| (span.start() + at, c))).for_each(|(at, c)| excerpt.push(at, c));
        excerpt.line.truncate(excerpt.line.trim_end().len().max(ELLIPSIS.len().min(excerpt.line.len())));
        excerpt.line_end = excerpt.line.len();
        if right < after.len() {
            excerpt.line.push_str(" …");
        }
        excerpt
    }

    /// One more character; any white space and control character becomes a space, and a run of them one.
    fn push(&mut self, at: usize, c: char) {
        self.end = at + c.len_utf8();
        self.places.push((at, self.line.len()));
        if c == '\u{feff}' {
            return;
        }
        match c.is_control() || c == '\u{2028}' || c == '\u{2029}' {
            true if self.line.ends_with(' ') => {}
            true => self.line.push(' '),
            false => self.line.push(c),
        }
    }

    /// Where a span of the text stands in the line, as far as it is shown; `None` where nothing of it is.
    pub fn place(&self, span: Span) -> Option<Range<usize>> {
        let first = self.places.first()?.0;
        if span.end() < first
            || span.start() > self.end
            || (!span.is_empty() && (span.end() == first || span.start() == self.end))
        {
            return None;
        }
        let at = |offset: usize| {
            let i = self.places.partition_point(|(text, _)| *text < offset);
            self.places.get(i).map_or(self.line_end, |(_, line)| *line).min(self.line_end)
        };
        let start = at(span.start());
        Some(start..at(span.end()).max(start))
    }
}

/// The sentence, or sentences, that hold a span, without the white space around them.
fn sentence(document: &Document, span: Span) -> Range<usize> {
    let token = |offset: usize| document.token_at(offset + 1).saturating_sub(1);
    let of = |i: usize| {
        let sentence = document.sentences().get(document.sentence_of(i))?;
        document.span_of(sentence.tokens())
    };
    let (first, last) = (of(token(span.start())), of(token(span.end().saturating_sub(1).max(span.start()))));
    let touching = first.into_iter().chain(last).filter(|s| s.touches(span));
    let whole = touching.fold(span, Span::cover);
    whole.range()
}

/// How many characters before the span's start and from it on are shown: the span first, then both sides, more to the
/// right of it than to the left.
fn shares(before: usize, after: usize, span: usize, width: usize) -> (usize, usize) {
    if before + after <= width {
        return (before, after);
    }
    let room = width.saturating_sub(2 * ELLIPSIS.chars().count());
    let rest = room.saturating_sub(span);
    let right_wish = after.saturating_sub(span).min(rest - rest / 3);
    let left = before.min(rest - right_wish);
    let right = after.min(room.saturating_sub(left));
    (left, right)
}

/// How many of the characters, walking outwards, can be kept so that the last one kept ends a word.
fn at_word(chars: &[(usize, char)]) -> usize {
    let given_up = chars.iter().rev().take(WORD).position(|(_, c)| c.is_whitespace());
    chars.len() - given_up.map_or(0, |n| n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Conventions, Text};

    fn document(text: &str) -> Document {
        Document::plain(Text::new(text).expect("short"), &Conventions::default())
    }

    fn span(document: &Document, words: &str) -> Span {
        let at = document.text().as_str().find(words).expect("it is there");
        document.text().span(at..at + words.len()).expect("whole characters")
    }

    #[test]
    fn a_short_sentence_is_shown_whole_and_alone() {
        let wrapped =
            "It rained all the day, and all the night after that. Talks with Sergey\r\ntook an hour to begin. They went home.\n";
        let document = document(wrapped);
        let place = span(&document, "Sergey");
        let excerpt = Excerpt::new(&document, place, 80);
        assert_eq!(excerpt.line, "Talks with Sergey took an hour to begin.");
        assert_eq!(excerpt.line[excerpt.place(place).expect("shown")], *"Sergey");
        assert_eq!(excerpt.place(span(&document, "rained")), None);
    }

    #[test]
    fn a_long_sentence_is_cut_at_words() {
        let text = format!("{} Sergey {} end.", "before it all ".repeat(20), "and so on after ".repeat(20));
        let document = document(&text);
        let place = span(&document, "Sergey");
        let excerpt = Excerpt::new(&document, place, 60);
        assert!(excerpt.line.chars().count() <= 60, "{}", excerpt.line);
        assert!(excerpt.line.starts_with("… ") && excerpt.line.ends_with(" …"), "{}", excerpt.line);
        assert_eq!(excerpt.line[excerpt.place(place).expect("shown")], *"Sergey");
        assert_eq!(excerpt.place(span(&document, "end")), None);
    }

    #[test]
    fn a_span_longer_than_the_window_is_cut() {
        let document = document(&"every word of it ".repeat(30));
        let excerpt = Excerpt::new(&document, document.blocks()[0].span(), 60);
        let place = excerpt.place(document.blocks()[0].span()).expect("shown");
        assert!(excerpt.line.chars().count() <= 62 && place.end <= excerpt.line.len(), "{}", excerpt.line);
    }

    #[test]
    fn a_place_without_width_has_a_place_at_the_end_too() {
        let document = document("They went home");
        let end = span(&document, "home").at_end();
        assert_eq!(Excerpt::new(&document, end, 60).place(end), Some(14..14));
    }
}
