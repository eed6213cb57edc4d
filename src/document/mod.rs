//! The document: what a reader sees, cut into tokens, sentences, blocks and quotations.
//!
//! In: decoded prose ([`Text`]), the outline of its blocks, and the [`Conventions`] of the target language.
//! Out: an immutable [`Document`]; positions are born here, as [`Span`]s, and never searched for again.
//! Must not know: any table, any source language, any rule, how the text was stored in a file.

mod block;
mod conventions;
mod edit;
mod outline;
mod position;
mod quotation;
mod region;
mod sentence;
mod text;
mod token;
mod tokenizer;

use std::ops::Range;

pub use block::{Block, BlockKind, Outline};
pub use conventions::{Abbreviation, Conventions};
pub use edit::Edit;
pub use outline::outline_plain;
pub use position::{LineIndex, Position};
pub use quotation::{LoneMark, MarkRole, Quotation, Quotations, QuoteStyle};
pub use region::{Region, RegionKind};
pub use sentence::Sentence;
pub use text::{Span, Text, TextTooLong};
pub use token::{Token, TokenKind};

/// An immutable text with everything that can be seen without a table.
#[derive(Debug)]
pub struct Document {
    text: Text,
    tokens: Vec<Token>,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    quotations: Quotations,
    regions: Vec<Region>,
    places: region::Places,
    marks: Vec<u32>,
    numbers: Vec<u32>,
}

impl Document {
    /// Cuts a text into tokens, sentences and quotations, block by block.
    ///
    /// `outline` names the blocks in the order of the text; what lies between them (blank lines, markup)
    /// belongs to no block and holds no token.
    pub fn new(text: Text, outline: Vec<Outline>, conventions: &Conventions) -> Self {
        let mut tokens = Vec::with_capacity(text.as_str().len() / 5);
        let mut blocks = Vec::with_capacity(outline.len());
        let mut sentences = Vec::new();
        for part in outline {
            let first_token = tokens.len();
            tokenizer::tokenize(&text, part.span, conventions, &mut tokens);
            let first_sentence = sentences.len();
            let range = first_token..tokens.len();
            sentence::split(&text, &tokens, range.clone(), blocks.len(), conventions, &mut sentences);
            blocks.push(Block::new(part, range, first_sentence..sentences.len()));
        }
        let quotations = quotation::pair(&text, &tokens, &blocks, &sentences);
        let regions = region::regions(&tokens, &blocks, &quotations);
        let places = region::Places::new(&regions);
        let indices = |wanted: fn(&Token) -> bool| {
            // A text holds at most 1 GiB, so that an index fits.
            tokens.iter().enumerate().filter(|(_, t)| wanted(t)).map(|(at, _)| at as u32).collect()
        };
        let (marks, numbers) = (indices(|t| t.kind() == TokenKind::Mark), indices(Token::has_digit));
        Self { text, tokens, blocks, sentences, quotations, regions, places, marks, numbers }
    }

    /// Reads plain text: blocks are found by blank lines and line breaks.
    pub fn plain(text: Text, conventions: &Conventions) -> Self {
        let outline = outline_plain(&text);
        Self::new(text, outline, conventions)
    }

    /// The text as a reader sees it.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text.slice(span)
    }

    /// All tokens in the order of the text.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The indices of all marks, so that a rule on marks need not walk through the words.
    pub fn marks(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.marks.iter().map(|&at| at as usize)
    }

    /// The indices of all words and numbers with a digit.
    pub fn numbers(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.numbers.iter().map(|&at| at as usize)
    }

    /// Paragraphs, headings and list items in the order of the text.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// All sentences in the order of the text.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Quotations and the quotation marks that have no partner.
    pub fn quotations(&self) -> &Quotations {
        &self.quotations
    }

    /// Stretches in which rules behave differently, sorted by their start.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// Whether a span lies wholly inside a region of this kind.
    pub fn inside(&self, span: Span, kind: RegionKind) -> bool {
        self.places.inside(span, kind)
    }

    /// The words between two token indices as one span; `None` for an empty range.
    pub fn span_of(&self, tokens: Range<usize>) -> Option<Span> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        (tokens.start < tokens.end).then(|| first.span().cover(last.span()))
    }

    /// The first words of some tokens, at most `most` tokens of them, with “…” where more follow.
    pub fn beginning(&self, tokens: Range<usize>, most: usize) -> String {
        let end = tokens.end.min(tokens.start + most);
        let words = self.span_of(tokens.start..end).map_or("", |span| self.slice(span));
        if end < tokens.end { format!("{words} …") } else { words.to_owned() }
    }

    /// What must go so that a block is gone: its lines and the blank lines after them; at the end of the text, the
    /// blank lines before them, so that the last line keeps its end.
    ///
    /// A block that shares its first or last line with something else gives way to it: only what is its own goes.
    pub fn deletion_of(&self, block: &Block) -> Span {
        let text = self.text.as_str();
        let before = text.get(..block.span().start()).unwrap_or_default();
        let after = text.get(block.span().end()..).unwrap_or_default();
        let within_line = |c: char| c.is_whitespace() && c != '\n';
        if after.trim_start().is_empty() {
            let rest_of_line = after.len() - after.trim_start_matches(within_line).len();
            // A carriage return belongs to the end of the line, which stays.
            let kept = usize::from(after.get(..rest_of_line).is_some_and(|rest| rest.ends_with('\r')));
            return Span::of(before.trim_end().len()..block.span().end() + rest_of_line - kept);
        }
        let indent = before.trim_end_matches(within_line);
        let start = if indent.is_empty() || indent.ends_with('\n') { indent.len() } else { before.len() };
        let blank = after.get(..after.len() - after.trim_start().len()).unwrap_or_default();
        let end = block.span().end() + blank.rfind('\n').map_or(0, |at| at + 1);
        Span::of(start..end)
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens().end <= token)
    }

    /// The index of the block that holds a token.
    pub fn block_of(&self, token: usize) -> usize {
        self.blocks.partition_point(|b| b.tokens().end <= token)
    }

    /// The index of the first token that starts at or after a byte offset.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|t| t.span().start() < offset)
    }

    /// Words a reader would count.
    pub fn word_count(&self) -> usize {
        count_words(&self.tokens)
    }
}

/// The tokens of a text that is one line, cut as they would be in a document: rows of tables are read so.
pub fn tokens_of(line: &Text) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenizer::tokenize(line, line.whole(), &Conventions::default(), &mut tokens);
    tokens
}

/// Words a reader would count: word and number tokens, a possessive ending not among them.
pub fn count_words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|t| t.is_wordlike() && !t.is_clitic()).count()
}

#[cfg(test)]
mod tests;
