//! What is kept of the names of a document: each distinct spelling once, and each place where somebody is named.

use std::ops::Range;

use super::Keys;

/// The number of a distinct spelling within a document.
pub type SpellingId = u32;

/// A distinct spelling of a word of a name; words in capitals count as their usual form.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// The word as it would stand within a sentence.
    pub text: Box<str>,
    /// Its keys.
    pub keys: Keys,
    /// Whether it spells a given name of a table.
    pub given: bool,
    /// Whether it is formed from a father's name.
    pub patronymic: bool,
    /// Whether English has the word in lower case.
    pub english: bool,
    /// Whether English has the word as a name.
    pub proper: bool,
}

/// A word of a name at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Which spelling.
    pub spelling: SpellingId,
    /// First token.
    pub start: u32,
    /// One past the last token; more than one for a hyphen or a particle ("de").
    pub end: u32,
    /// Whether it belongs to a full name that stands alone between quotation marks, as the title of a work does.
    pub in_title: bool,
}

impl Word {
    /// Its tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// How somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionKind {
    /// By given name and surname.
    Full {
        /// The given name.
        given: Word,
        /// The surname.
        surname: Word,
    },
    /// By initial and surname.
    Initial {
        /// The first initial.
        initial: char,
        /// The surname.
        surname: Word,
    },
    /// By one word, perhaps after a title.
    Single {
        /// The word.
        word: Word,
        /// Whether a title stands before it.
        titled: bool,
    },
}

impl MentionKind {
    /// The surname, or the single word.
    pub fn surname(&self) -> Word {
        match *self {
            Self::Full { surname, .. } | Self::Initial { surname, .. } => surname,
            Self::Single { word, .. } => word,
        }
    }

    /// The given name of a full name.
    pub fn given(&self) -> Option<Word> {
        if let Self::Full { given, .. } = *self { Some(given) } else { None }
    }
}

/// A place where somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// How.
    pub kind: MentionKind,
}

/// All mentions of a document.
#[derive(Debug, Default)]
pub struct Names {
    pub(super) spellings: Vec<Spelling>,
    pub(super) words: Vec<Word>,
    pub(super) mentions: Vec<Mention>,
}

impl Names {
    /// The distinct spellings, by id.
    pub fn spellings(&self) -> &[Spelling] {
        &self.spellings
    }

    /// A spelling.
    pub fn spelling(&self, id: SpellingId) -> &Spelling {
        &self.spellings[id as usize]
    }

    /// All capitalised words that may belong to names, in the order of the text, whether or not a mention has them.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The words from the first one on that begins at a token or after it.
    pub fn words_from(&self, token: usize) -> &[Word] {
        &self.words[self.words.partition_point(|word| (word.start as usize) < token)..]
    }

    /// The mentions in the order of the text.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }
}
