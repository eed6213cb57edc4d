//! Multi-word tables: phrase rows, and the one automaton that finds them all.
//!
//! In: TOML tables of rows. Out: [`Phrases`], the rows with their automaton over word ids.
//! Must not know: texts, what a rule makes of a hit.

mod answer;
mod choice;
mod pattern;
mod row;
mod topic;
mod trie;

pub use answer::Answer;
pub use pattern::{Element, Slot};
pub use row::{Anchor, Phrase, PhraseRow, Sureness, Test};
pub use topic::{Topic, TopicSet, Topics};
pub use trie::{Hit, Trie};

use crate::knowledge::{TableError, VocabularyBuilder};

/// The tables that are made of phrase rows; each belongs to one rule or one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhraseTable {
    /// Renderings word for word (`wording/calque`).
    Calque,
    /// Page furniture (`residue/boilerplate`).
    Boilerplate,
    /// What language models say to their users (`residue/translator-chatter`).
    Chatter,
    /// Slots that tell what kind of thing stands in them ("for the duration of the …"), for senses of acronyms.
    Slot,
}

impl PhraseTable {
    /// All tables.
    pub const ALL: [Self; 4] = [Self::Calque, Self::Boilerplate, Self::Chatter, Self::Slot];

    /// The table as a path below `knowledge/`.
    pub fn path(self) -> &'static str {
        match self {
            Self::Calque => "target/english/phrases/calque.toml",
            Self::Boilerplate => "target/english/phrases/boilerplate.toml",
            Self::Chatter => "target/english/phrases/chatter.toml",
            Self::Slot => "target/english/phrases/slot.toml",
        }
    }

    /// The built-in rows.
    pub(in crate::knowledge) fn builtin(self) -> &'static str {
        match self {
            Self::Calque => include_str!("../target/english/phrases/calque.toml"),
            Self::Boilerplate => include_str!("../target/english/phrases/boilerplate.toml"),
            Self::Chatter => include_str!("../target/english/phrases/chatter.toml"),
            Self::Slot => include_str!("../target/english/phrases/slot.toml"),
        }
    }
}

/// All rows of all tables, with the automaton over them.
#[derive(Debug)]
pub struct Phrases {
    rows: Vec<PhraseRow>,
    trie: Trie,
}

impl Phrases {
    /// Reads tables and builds the automaton; their words go into the vocabulary.
    ///
    /// # Errors
    /// [`TableError`] for a row that cannot be read.
    pub fn build(tables: &[(PhraseTable, &str)], topics: &Topics, words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let mut rows = Vec::new();
        let mut trie = Trie::default();
        for &(table, text) in tables {
            for read in row::read(table, text, topics, words)? {
                for (phrase, elements) in read.elements.iter().enumerate() {
                    trie.insert(elements, rows.len(), phrase);
                }
                rows.push(read.row);
            }
        }
        trie.close();
        Ok(Self { rows, trie })
    }

    /// The rows; a [`Hit`] names one by its index.
    pub fn rows(&self) -> &[PhraseRow] {
        &self.rows
    }

    /// The automaton.
    pub fn trie(&self) -> &Trie {
        &self.trie
    }
}
