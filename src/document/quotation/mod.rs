//! Quotations: which quotation mark belongs to which, over the whole document.
//!
//! In: the tokens, blocks and sentences of a document. Out: [`Quotations`]: pairs, marks without a partner, and the
//! stretches that are somebody's words.
//! `mark` says of each mark which way it faces, `side` turns straight ones that stand on the wrong side of a space,
//! `nest` pairs them within a block, `run` follows quotations over several blocks, `single` pairs single marks. Single marks are paired for the stretches only: a lone one may be an
//! apostrophe, so none is ever called lone.
//! Must not know: any table of words, so nothing of who speaks.

mod mark;
mod nest;
mod run;
mod side;
mod single;

use std::ops::Range;

use super::token::Token;
use super::{Block, Sentence, Span, Text};

/// The pair of marks that encloses a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteStyle {
    /// “…”
    Curly,
    /// "…"
    Straight,
    /// «…»
    Guillemets,
    /// „…“ or „…”
    Low,
    /// 「…」 or 『…』
    Corner,
    /// ‘…’ or '…'
    Single,
}

/// What a quotation mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkRole {
    /// It begins a quotation.
    Opening,
    /// It ends one.
    Closing,
}

/// A quotation, or the part of it that stands in the block where it begins.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// From the opening to the closing mark, or to the end of the block for a running quotation.
    pub span: Span,
    /// Token index of the opening mark.
    pub open: usize,
    /// Token index of the closing mark, which may stand in a later block; `None` where the quotation runs on and the
    /// next block opens again.
    pub close: Option<usize>,
    /// The marks used.
    pub style: QuoteStyle,
    /// How many quotations enclose it.
    pub depth: usize,
}

/// A quotation mark without a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoneMark {
    /// Token index.
    pub token: usize,
    /// What it seems to do.
    pub role: MarkRole,
    /// The marks used.
    pub style: QuoteStyle,
    /// Whether its surroundings say so: white space or a bracket on the outer side, a word or a stop on the inner.
    pub clear: bool,
}

/// All quotations of a document, in the order of their opening marks, and the marks left over.
#[derive(Debug, Default)]
pub struct Quotations {
    pairs: Vec<Quotation>,
    lone: Vec<LoneMark>,
    speech: Vec<Span>,
}

impl Quotations {
    /// Quotations in the order of their opening marks.
    pub fn pairs(&self) -> &[Quotation] {
        &self.pairs
    }

    /// Marks without a partner, in the order of the text; never single ones.
    pub fn lone(&self) -> &[LoneMark] {
        &self.lone
    }

    /// The last quotation between double marks that opens in a run of tokens and closes before its end, and that no
    /// other encloses.
    pub fn last_closed_in(&self, tokens: Range<usize>) -> Option<&Quotation> {
        let whole = |q: &&Quotation| q.depth == 0 && q.style != QuoteStyle::Single && q.close.is_some_and(|c| c < tokens.end);
        self.opened_in(tokens.clone()).iter().rev().find(whole)
    }

    /// The quotations that open in a run of tokens.
    pub fn opened_in(&self, tokens: Range<usize>) -> &[Quotation] {
        let place = |token| self.pairs.partition_point(|q| q.open < token);
        self.pairs.get(place(tokens.start)..place(tokens.end)).unwrap_or_default()
    }

    /// The marks without a partner in a run of tokens.
    pub fn lone_in(&self, tokens: Range<usize>) -> &[LoneMark] {
        let place = |token| self.lone.partition_point(|m| m.token < token);
        self.lone.get(place(tokens.start)..place(tokens.end)).unwrap_or_default()
    }

    /// Stretches that are somebody's words: the pairs, each block of a running quotation, and beside a lone mark the
    /// rest of its sentence. In no order, overlapping where quotations nest.
    pub(super) fn speech(&self) -> &[Span] {
        &self.speech
    }
}

/// Pairs the quotation marks of a document.
pub(super) fn pair(text: &Text, tokens: &[Token], blocks: &[Block], sentences: &[Sentence]) -> Quotations {
    let mut found = Quotations::default();
    let mut marks = Vec::new();
    let mut runs = run::Runs::default();
    for (index, block) in blocks.iter().enumerate() {
        let singles = mark::collect(text, tokens, block.tokens(), &mut marks);
        side::settle(text, tokens, block.tokens(), runs.is_open(), &mut marks);
        let nested = nest::nest(tokens, &marks, runs.is_open(), &mut found.pairs);
        let after = run::After::new(text, blocks, index);
        runs.block(block, after, tokens, &marks, nested, &mut found);
        if singles {
            single::pair(text, tokens, block.tokens(), &mut found.pairs);
        }
    }
    runs.end(&mut found);
    found.pairs.sort_by_key(|q| q.open);
    found.lone.sort_by_key(|m| m.token);
    deepen(&mut found.pairs);
    found.speech.extend(found.pairs.iter().map(|q| q.span));
    let beside = found.lone.iter().filter_map(|lone| rest_of_sentence(tokens, sentences, lone));
    found.speech.extend(beside);
    found
}

/// Counts for each quotation how many enclose it; they are sorted by their opening marks.
fn deepen(pairs: &mut [Quotation]) {
    let mut ends: Vec<usize> = Vec::new();
    for pair in pairs {
        while ends.last().is_some_and(|&end| end <= pair.span.start()) {
            ends.pop();
        }
        pair.depth = ends.len();
        ends.push(pair.span.end());
    }
}

/// From a lone mark to the end of its sentence that must be speech: its end for an opening mark, its beginning for a
/// closing one. How much further the words go nobody can tell.
fn rest_of_sentence(tokens: &[Token], sentences: &[Sentence], lone: &LoneMark) -> Option<Span> {
    let sentence = sentences.get(sentences.partition_point(|s| s.tokens().end <= lone.token))?.tokens();
    let (first, last) = match lone.role {
        MarkRole::Opening => (lone.token, sentence.end.checked_sub(1)?),
        MarkRole::Closing => (sentence.start, lone.token),
    };
    Some(tokens.get(first)?.span().cover(tokens.get(last)?.span()))
}
