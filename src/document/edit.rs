//! One replacement in a text.

use super::{Span, Text};

/// One span and what shall stand there instead; never a no-op.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    span: Span,
    replacement: Box<str>,
}

impl Edit {
    /// An edit narrowed to what differs; `None` when nothing would change.
    ///
    /// Narrowing drops the common beginning and the common end, in whole characters.
    pub fn new(text: &Text, span: Span, replacement: &str) -> Option<Self> {
        let old = text.slice(span);
        if old == replacement {
            return None;
        }
        let head: usize = old.chars().zip(replacement.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (old_rest, new_rest) = (&old[head..], &replacement[head..]);
        let tail: usize =
            old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let span = text.span(span.start() + head..span.end() - tail)?;
        Some(Self { span, replacement: new_rest[..new_rest.len() - tail].into() })
    }

    /// Where it applies, in bytes of the text.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What shall stand there.
    pub fn replacement(&self) -> &str {
        &self.replacement
    }
}
