//! What the target language's tables say about full stops, as this folder needs it.

use rustc_hash::{FxHashMap, FxHashSet};

/// How an abbreviation behaves when a full stop and a capital follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name or number must follow ("St.", "Mr.", "No."): never ends a sentence.
    BeforeName,
    /// May stand last in a sentence ("etc.", "Inc."): ends one when a usual first word follows.
    Anywhere,
}

/// Abbreviations, usual first words of sentences, and endings of addresses; made by the knowledge folder, empty for tests.
#[derive(Clone, Debug, Default)]
pub struct Conventions {
    abbreviations: FxHashMap<Box<str>, Abbreviation>,
    starters: FxHashSet<Box<str>>,
    endings: FxHashSet<Box<str>>,
}

impl Conventions {
    /// From the rows of tables: abbreviations without their last full stop, first words in lower case, what stands after
    /// the last full stop of a web address or a file name.
    pub fn new(
        abbreviations: impl IntoIterator<Item = (Box<str>, Abbreviation)>,
        starters: impl IntoIterator<Item = Box<str>>,
        endings: impl IntoIterator<Item = Box<str>>,
    ) -> Self {
        Self {
            abbreviations: abbreviations.into_iter().collect(),
            starters: starters.into_iter().collect(),
            endings: endings.into_iter().collect(),
        }
    }

    /// Whether a word can stand after the last full stop of a web address or a file name ("com", "docx"). Case counts.
    pub fn ends_address(&self, word: &str) -> bool {
        self.endings.contains(word)
    }

    /// How a word with a full stop behaves; `None` where it is no abbreviation. Case counts.
    pub fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).copied()
    }

    /// Whether a capitalised word is one that usually opens a sentence ("The", "In", "He").
    pub fn opens_sentences(&self, word: &str) -> bool {
        self.starters.contains(word.to_lowercase().as_str())
    }
}
