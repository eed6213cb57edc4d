//! Which facts a rule asks for.

use std::ops::BitOr;

/// A set of facts; what no selected rule needs is not computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs(u16);

impl Needs {
    /// Nothing but the document.
    pub const NOTHING: Self = Self(0);
    /// The vocabulary ids and the hashes of the tokens.
    pub const WORDS: Self = Self(1);
    /// Hits of the phrase tables.
    pub const HITS: Self = Self(2 | Self::WORDS.0);
    /// Mentions of names.
    pub const NAMES: Self = Self(4 | Self::WORDS.0);
    /// Mentions and definitions of acronyms.
    pub const ACRONYMS: Self = Self(16 | Self::WORDS.0);
    /// What doubtful acronyms stand for, by the company they keep.
    pub const SENSES: Self = Self(32 | Self::HITS.0 | Self::ACRONYMS.0);

    /// What stands in the text beyond ASCII.
    pub const CHARACTERS: Self = Self(64 | Self::WORDS.0);
    /// Signs of a source language, whether or not a phrase row asks for them.
    pub const SIGNALS: Self = Self(8 | Self::HITS.0);

    /// Both of two sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing is needed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of `other` is needed.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Needs {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
