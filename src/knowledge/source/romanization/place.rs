//! Where in a word a row of a romanisation table holds.

use crate::knowledge::source::latin::is_vowel;

/// Where in a word a row holds, as seen in the Latin spelling; from the least particular to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Anywhere.
    Any,
    /// At the start of a word or after a vowel.
    Open,
    /// After a vowel.
    AfterVowel,
    /// After a consonant.
    AfterConsonant,
    /// At the start of a word.
    Start,
    /// At the end of a word, after at least one letter.
    End,
}

impl Place {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "any" => Self::Any,
            "open" => Self::Open,
            "after-vowel" => Self::AfterVowel,
            "after-consonant" => Self::AfterConsonant,
            "start" => Self::Start,
            "end" => Self::End,
            _ => return None,
        })
    }

    /// Whether a group of letters holds that has this folded letter before it (`None` at the start of a word) and is the
    /// last of its word or not.
    #[inline]
    pub(super) fn holds(self, before: Option<u8>, last: bool) -> bool {
        match self {
            Self::Any => true,
            Self::Open => before.is_none_or(is_vowel),
            Self::AfterVowel => before.is_some_and(is_vowel),
            Self::AfterConsonant => before.is_some_and(|letter| !is_vowel(letter)),
            Self::Start => before.is_none(),
            Self::End => last && before.is_some(),
        }
    }
}
