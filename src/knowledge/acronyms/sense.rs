//! What readers take an English acronym for.

use super::Kind;

/// How well an English acronym is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Among the commonest of all, so that more is needed to doubt it.
    Commonest,
    /// Any reader of newspapers knows it.
    Household,
    /// Known in a field or a country.
    Known,
}

/// How an acronym is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// Letter by letter.
    Letters,
    /// As a word.
    Word,
    /// Some say it one way, some the other.
    Either,
}

/// Which article an acronym takes as a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article {
    /// "the": the UN.
    The,
    /// None: NATO.
    None,
    /// That of any noun, or it differs.
    Open,
}

/// What readers take an English acronym for.
#[derive(Debug)]
pub struct Sense {
    /// The acronym.
    pub acronym: &'static str,
    /// The senses in words, the usual one first.
    pub words: Vec<&'static str>,
    /// The hashes of words that their company is known by, sorted.
    pub topics: Vec<u64>,
    /// The kind of thing that the usual one is.
    pub kind: Kind,
    /// How well it is known.
    pub rank: Rank,
    /// How it is read aloud.
    pub spoken: Spoken,
    /// Its article.
    pub article: Article,
}

impl Sense {
    /// Whether it is among the commonest acronyms of English.
    pub fn is_commonest(&self) -> bool {
        self.rank == Rank::Commonest
    }
}

impl Rank {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "commonest" => Self::Commonest,
            "household" => Self::Household,
            "known" => Self::Known,
            _ => return None,
        })
    }
}

impl Spoken {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "letters" => Self::Letters,
            "word" => Self::Word,
            "either" => Self::Either,
            _ => return None,
        })
    }
}

impl Article {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "the" => Self::The,
            "none" => Self::None,
            "" => Self::Open,
            _ => return None,
        })
    }
}
