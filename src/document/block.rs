//! Paragraphs, headings and list items.

use std::ops::Range;

use super::Span;

/// What a block is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A short line that does not end as a sentence does: a headline, a label, a credit.
    Heading,
    /// An entry of a list, its bullet included.
    ListItem,
}

/// A block before it has tokens; made by the format that knows where blocks begin and end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The block without the white space around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A block with its tokens and sentences.
#[derive(Clone, Debug)]
pub struct Block {
    span: Span,
    kind: BlockKind,
    tokens: Range<usize>,
    sentences: Range<usize>,
}

impl Block {
    pub(in crate::document) fn new(outline: Outline, tokens: Range<usize>, sentences: Range<usize>) -> Self {
        Self { span: outline.span, kind: outline.kind, tokens, sentences }
    }

    /// Where it stands, white space around it left out.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What it is.
    pub fn kind(&self) -> BlockKind {
        self.kind
    }

    /// Indices of its tokens in the document.
    pub fn tokens(&self) -> Range<usize> {
        self.tokens.clone()
    }

    /// Indices of its sentences in the document.
    pub fn sentences(&self) -> Range<usize> {
        self.sentences.clone()
    }
}
