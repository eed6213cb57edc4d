//! All that a rule may see.

use std::ops::Range;

use crate::concordance::{Corpus, DocumentNames};
use crate::document::{Document, RegionKind, Span, Token};
use crate::facts::Facts;
use crate::house::House;
use crate::knowledge::{Knowledge, WordClass};

/// One document with its facts and the tables.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document,
    /// What is true of it by the tables.
    pub facts: &'a Facts,
    /// What it says of names.
    pub names: &'a DocumentNames<'a>,
    /// What all documents say of names, where they are read together.
    pub corpus: Option<&'a Corpus>,
    /// How the house wants names spelt.
    pub house: &'a House,
    /// The tables.
    pub knowledge: &'a Knowledge,
}

impl<'a> Context<'a> {
    /// The tokens of the document.
    pub fn tokens(&self) -> &'a [Token] {
        self.document.tokens()
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        self.document.slice(span)
    }

    /// Whether a span lies in what nobody reads as prose: an address, code, a hashtag or a handle.
    pub fn is_verbatim(&self, span: Span) -> bool {
        [RegionKind::Link, RegionKind::Code, RegionKind::Tag].into_iter().any(|kind| self.document.inside(span, kind))
    }

    /// Whether a semicolon ends the name of a character as markup writes it ("&ndash;"): it is no mark of the sentence.
    pub fn closes_entity(&self, at: usize) -> bool {
        let is =
            |back: usize, mark: char| at.checked_sub(back).and_then(|at| self.tokens().get(at)).is_some_and(|t| t.is_mark(mark));
        is(0, ';') && (is(2, '&') || is(2, '#') && is(3, '&'))
    }

    /// The words of one token; empty where there is none.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens().get(token).map_or("", |token| self.slice(token.span()))
    }

    /// The words of some tokens with what stands between them; empty where there are none.
    pub fn words(&self, tokens: Range<usize>) -> &'a str {
        self.document.span_of(tokens).map_or("", |span| self.slice(span))
    }

    /// Whether a token is a word of a class; needs the fact `words`.
    pub fn is(&self, token: usize, class: WordClass) -> bool {
        self.knowledge.vocabulary.is(self.facts.words(), token, class)
    }

    /// The hash of one token in lower case; needs the fact `words`.
    pub fn hash(&self, token: usize) -> u64 {
        self.facts.hashes().get(token).copied().unwrap_or_default()
    }
}
