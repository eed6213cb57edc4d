//! `Text` and the spans that point into it.

use std::ops::Range;

/// The longest text, in bytes: 1 GiB, so that every offset fits a `u32` with room to spare.
pub const MAX_BYTES: usize = 1 << 30;

/// What a reader sees: one decoded UTF-8 string, never normalised.
///
/// For a plain UTF-8 file it *is* the file, byte order mark and carriage returns included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Box<str>);

/// A text of more than 1 GiB.
#[derive(Debug, thiserror::Error)]
#[error("the text has {0} bytes; at most {MAX_BYTES} can be read as one document")]
pub struct TextTooLong(usize);

impl Text {
    /// Takes a decoded string.
    ///
    /// # Errors
    /// [`TextTooLong`] above 1 GiB.
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, TextTooLong> {
        let text = text.into();
        if text.len() > MAX_BYTES { Err(TextTooLong(text.len())) } else { Ok(Self(text)) }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A span of byte offsets; `None` where an end is outside the text or inside a character.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        self.0.get(range.clone())?;
        Some(Span::of(range))
    }

    /// The whole text as a span.
    pub fn whole(&self) -> Span {
        Span::of(0..self.0.len())
    }

    /// The words of a span. A span of another text that does not fit this one gives an empty string.
    pub fn slice(&self, span: Span) -> &str {
        self.0.get(span.range()).unwrap_or_default()
    }

    /// The character that starts at a byte offset on a character boundary.
    pub fn char_at(&self, offset: usize) -> Option<char> {
        self.0.get(offset..)?.chars().next()
    }
}

/// A byte range of one [`Text`], on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Only a text, or code of this folder that walks one, may make a span.
    pub(in crate::document) fn of(range: Range<usize>) -> Self {
        debug_assert!(range.start <= range.end && range.end <= MAX_BYTES);
        // Within MAX_BYTES, so the casts lose nothing.
        Self { start: range.start as u32, end: range.end as u32 }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// As a byte range.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether it is only a place between two characters.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// What lies between this span and a later one; `None` when they overlap or stand the other way round.
    pub fn gap(self, later: Self) -> Option<Self> {
        (self.end <= later.start).then_some(Self { start: self.end, end: later.start })
    }

    /// The empty span at its start.
    #[must_use]
    pub fn at_start(self) -> Self {
        Self { start: self.start, end: self.start }
    }

    /// The empty span at its end.
    #[must_use]
    pub fn at_end(self) -> Self {
        Self { start: self.end, end: self.end }
    }

    /// From the start of this span to the start of a later one.
    #[must_use]
    pub fn up_to(self, later: Self) -> Self {
        Self { start: self.start, end: later.start.max(self.start) }
    }

    /// Whether the two share a byte, or one is an empty place inside or at the edge of the other.
    pub fn touches(self, other: Self) -> bool {
        if self.is_empty() || other.is_empty() {
            self.start <= other.end && other.start <= self.end
        } else {
            self.start < other.end && other.start < self.end
        }
    }

    /// Whether the other lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
