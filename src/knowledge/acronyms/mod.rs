//! Acronyms: what those of the source languages become in English, and what readers take English ones for.
//!
//! In: `source/<language>/acronyms.tsv` and `target/english/acronyms.tsv`. Out: [`Acronyms`], looked up by word id.
//! Must not know: texts, what a rule makes of an acronym.

mod load;
mod rendering;
#[cfg(test)]
mod tests;

pub use rendering::{Owner, Rendering, Renderings};

use rustc_hash::FxHashMap;

use super::{Language, WordId};

/// The kind of thing an acronym stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What begins, lasts and ends.
    Event,
    /// A body with members, offices and a chairman.
    Organisation,
    /// Armed men under one command.
    Force,
    /// A country, or what calls itself one.
    State,
    /// A group of people.
    People,
    /// A machine, a plant, a network.
    System,
    /// A stretch of land.
    Place,
    /// A law or a paper.
    Document,
    /// An illness.
    Illness,
    /// Anything else.
    Thing,
}

impl Kind {
    /// All kinds with the names that tables use.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Event, "event"),
        (Self::Organisation, "organisation"),
        (Self::Force, "force"),
        (Self::State, "state"),
        (Self::People, "people"),
        (Self::System, "system"),
        (Self::Place, "place"),
        (Self::Document, "document"),
        (Self::Illness, "illness"),
        (Self::Thing, "thing"),
    ];

    /// The kind that a table names.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, word)| *word == name).map(|(kind, _)| *kind)
    }
}

/// How an acronym in English copy stands to a concept of a source language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// What English writes.
    English,
    /// The source acronym letter by letter, met in English too.
    Loan,
    /// The source acronym letter by letter or by look, no English.
    Letters,
    /// The English acronym of something else.
    Mistaken,
}

/// What acronyms of the source languages stand for, one entry for all languages.
#[derive(Debug)]
pub struct Concept {
    /// The acronym that groups of findings are named by: that of the first language that has it.
    pub label: &'static str,
    /// The acronym and its expansion in each language.
    pub sources: Vec<(Language, &'static str, &'static str)>,
    /// What English writes, best first.
    pub english: Vec<&'static str>,
    /// Its names in words, best first.
    pub words: Vec<&'static str>,
    /// What a post-editor may choose from.
    pub offer: Vec<&'static str>,
    /// Words that its company is known by, sorted.
    pub topics: Vec<WordId>,
    /// Words that are part of its name and rare enough to tell, sorted.
    pub name_words: Vec<WordId>,
    /// The kind of thing.
    pub kind: Kind,
}

/// What readers take an English acronym for.
#[derive(Debug)]
pub struct Sense {
    /// The acronym.
    pub acronym: &'static str,
    /// The senses in words, the usual one first.
    pub words: Vec<&'static str>,
    /// Words that their company is known by, sorted.
    pub topics: Vec<WordId>,
    /// The kind of thing that the usual one is.
    pub kind: Kind,
    /// Whether it is among the commonest of all, so that more is needed to doubt it.
    pub commonest: bool,
}

/// What an acronym in English copy may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Index in [`Acronyms::concepts`].
    pub concept: usize,
    /// How it stands to the concept.
    pub standing: Standing,
}

/// All tables of acronyms.
#[derive(Debug, Default)]
pub struct Acronyms {
    concepts: Vec<Concept>,
    senses: Vec<Sense>,
    readings: FxHashMap<WordId, Vec<Reading>>,
    by_acronym: FxHashMap<WordId, usize>,
    renderings: Renderings,
}

impl Acronyms {
    /// What the acronyms of the source languages stand for.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concepts that an acronym may stand for.
    pub fn readings(&self, acronym: WordId) -> &[Reading] {
        self.readings.get(&acronym).map_or(&[], Vec::as_slice)
    }

    /// What readers take an acronym for.
    pub fn sense(&self, acronym: WordId) -> Option<&Sense> {
        self.senses.get(*self.by_acronym.get(&acronym)?)
    }

    /// The index of the sense of an acronym, as [`Owner::Sense`] names it.
    pub fn sense_index(&self, acronym: WordId) -> Option<usize> {
        self.by_acronym.get(&acronym).copied()
    }

    /// The names in words of all concepts and senses.
    pub fn renderings(&self) -> &Renderings {
        &self.renderings
    }
}
