//! Tokens: spans with a class and a shape, 16 bytes each.

use super::Span;

/// The class of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits and inner apostrophes; "U.S." and "e.g." are one word each.
    Word,
    /// Digits with separators inside ("10,000", "14:20").
    Number,
    /// One punctuation mark or symbol; [`Token::mark`] tells which.
    Mark,
    /// A web or mail address, or a file path.
    Link,
}

/// A token of a document.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    span: Span,
    mark: char,
    kind: TokenKind,
    shape: u8,
}

/// Bits of a token's shape.
pub(in crate::document) mod shape {
    pub const SPACE_BEFORE: u8 = 1;
    pub const BREAK_BEFORE: u8 = 2;
    pub const UPPER_FIRST: u8 = 4;
    pub const HAS_UPPER_LATER: u8 = 8;
    pub const HAS_LOWER: u8 = 16;
    pub const HAS_DIGIT: u8 = 32;
    pub const DOTTED: u8 = 64;
    pub const CLITIC: u8 = 128;
}

impl Token {
    pub(in crate::document) fn new(span: Span, kind: TokenKind, mark: char, shape: u8) -> Self {
        Self { span, mark, kind, shape }
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Its class.
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The character of a mark; `None` for other classes.
    pub fn mark(&self) -> Option<char> {
        (self.kind == TokenKind::Mark).then_some(self.mark)
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark && self.mark == mark
    }

    /// Whether it is a mark that opens a quotation in some style; a straight one may close it as well.
    pub fn opens_quotation(&self) -> bool {
        matches!(self.mark(), Some('“' | '"' | '‘' | '\'' | '«' | '„'))
    }

    /// Whether it is a mark that closes a quotation in some style; a straight one may open it as well.
    pub fn closes_quotation(&self) -> bool {
        matches!(self.mark(), Some('”' | '"' | '’' | '\'' | '»'))
    }

    /// Whether it is a dash, or a hyphen, which many type for one.
    pub fn is_dash(&self) -> bool {
        matches!(self.mark(), Some('–' | '—' | '―' | '-'))
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it is a word or a number.
    pub fn is_wordlike(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// Whether white space stands before it (a line break counts; the first token of a block has none).
    pub fn space_before(&self) -> bool {
        self.shape & shape::SPACE_BEFORE != 0
    }

    /// Whether a line break stands before it, within its block.
    pub fn break_before(&self) -> bool {
        self.shape & shape::BREAK_BEFORE != 0
    }

    /// Whether the first letter is a capital.
    pub fn is_capitalized(&self) -> bool {
        self.shape & shape::UPPER_FIRST != 0
    }

    /// Whether it has letters and all of them are capitals, two at least ("NATO", "U.S.", "T-72" has one only).
    pub fn is_all_caps(&self) -> bool {
        self.shape & (shape::UPPER_FIRST | shape::HAS_UPPER_LATER | shape::HAS_LOWER)
            == shape::UPPER_FIRST | shape::HAS_UPPER_LATER
    }

    /// Whether it starts with a capital and goes on in lower case only ("Minsk").
    pub fn is_title_case(&self) -> bool {
        self.shape & (shape::UPPER_FIRST | shape::HAS_UPPER_LATER | shape::HAS_LOWER) == shape::UPPER_FIRST | shape::HAS_LOWER
    }

    /// Whether it has letters and none of them is a capital.
    pub fn is_lower(&self) -> bool {
        self.shape & (shape::UPPER_FIRST | shape::HAS_UPPER_LATER) == 0 && self.shape & shape::HAS_LOWER != 0
    }

    /// Whether a capital is among its characters.
    pub fn has_capital(&self) -> bool {
        self.shape & (shape::UPPER_FIRST | shape::HAS_UPPER_LATER) != 0
    }

    /// Whether a digit is among its characters.
    pub fn has_digit(&self) -> bool {
        self.shape & shape::HAS_DIGIT != 0
    }

    /// Whether it is written with full stops between single letters ("U.S.", "e.g.").
    pub fn is_dotted(&self) -> bool {
        self.shape & shape::DOTTED != 0
    }

    /// Whether it is a possessive ending ("’s") cut off its word.
    pub fn is_clitic(&self) -> bool {
        self.shape & shape::CLITIC != 0
    }
}
