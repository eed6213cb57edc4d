//! Quotations: which quotation mark belongs to which, over the whole document.

use super::token::Token;
use super::{Block, Span, Text};

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
    /// ‘…’
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

/// A quotation within one block, its marks included.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// From the opening to the closing mark, or to the end of the block for a running quotation.
    pub span: Span,
    /// Token index of the opening mark.
    pub open: usize,
    /// Token index of the closing mark; `None` where the quotation runs on in the next block.
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
}

/// All quotations of a document, in the order of their opening marks, and the marks left over.
#[derive(Debug, Default)]
pub struct Quotations {
    pairs: Vec<Quotation>,
    lone: Vec<LoneMark>,
}

impl Quotations {
    /// Quotations in the order of their opening marks.
    pub fn pairs(&self) -> &[Quotation] {
        &self.pairs
    }

    /// Marks without a partner, in the order of the text.
    pub fn lone(&self) -> &[LoneMark] {
        &self.lone
    }
}

/// Pairs the quotation marks of a document.
pub(super) fn pair(_text: &Text, tokens: &[Token], blocks: &[Block]) -> Quotations {
    let mut found = Quotations::default();
    for block in blocks {
        let mut open: Vec<(usize, QuoteStyle)> = Vec::new();
        for at in block.tokens() {
            match tokens[at].mark() {
                Some('“') => open.push((at, QuoteStyle::Curly)),
                Some('”') => match open.pop() {
                    Some((start, style)) => {
                        let span = tokens[start].span().cover(tokens[at].span());
                        found.pairs.push(Quotation { span, open: start, close: Some(at), style, depth: open.len() });
                    }
                    None => found.lone.push(LoneMark { token: at, role: MarkRole::Closing, style: QuoteStyle::Curly }),
                },
                _ => {}
            }
        }
        found.lone.extend(open.into_iter().map(|(token, style)| LoneMark { token, role: MarkRole::Opening, style }));
    }
    found.pairs.sort_by_key(|q| q.open);
    found.lone.sort_by_key(|m| m.token);
    found
}
