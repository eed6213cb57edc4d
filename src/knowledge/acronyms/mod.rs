//! Acronyms: what those of the source languages become in English, and what readers take English ones for.
//!
//! In: `source/<language>/acronyms.tsv`, the romanisation of those in Cyrillic letters, and `target/english/acronyms.tsv`.
//! Out: [`Acronyms`], looked up by word id.
//! Must not know: texts, what a rule makes of an acronym.

mod indefinite;
mod index;
mod rendering;
mod sense;
mod spelled;
mod tables;
#[cfg(test)]
mod tests;

pub use indefinite::Indefinite;
pub(in crate::knowledge) use index::compile::compile;
pub use rendering::{Owner, Words};
pub use sense::{Article, Rank, Sense, Spoken};
pub use spelled::LatinLooks;
pub(in crate::knowledge) use tables::{SOURCE as BUILTIN, SOURCE_COLUMNS, Table};

use std::sync::OnceLock;

use index::Index;

use super::{Language, Rows, Source, TableError, VocabularyBuilder, hash_word};

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
    /// An illness that comes back every year.
    Ailment,
    /// A news agency, a newspaper, a broadcaster.
    Outlet,
    /// A state or a body that is no more.
    Past,
    /// Anything else.
    Thing,
}

impl Kind {
    /// All kinds with the names that tables use.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Event, "event"),
        (Self::Organisation, "organisation"),
        (Self::Force, "force"),
        (Self::State, "state"),
        (Self::People, "people"),
        (Self::System, "system"),
        (Self::Place, "place"),
        (Self::Document, "document"),
        (Self::Illness, "illness"),
        (Self::Ailment, "ailment"),
        (Self::Outlet, "outlet"),
        (Self::Past, "past"),
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
    /// The source acronym in its own letters, where they are not Latin.
    Own,
    /// What English writes.
    English,
    /// The source acronym letter by letter, met in English too.
    Loan,
    /// The source acronym letter by letter, no English.
    Letters,
    /// The source acronym with Latin letters of the same look.
    Look,
    /// An acronym, or a name in words, of something else.
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
    /// What a post-editor may choose from where the choice is not simply the English: a matter of the house.
    pub offer: Vec<&'static str>,
    /// The hashes of words that its company is known by, sorted.
    pub topics: Vec<u64>,
    /// The hashes of words that are part of its name and rare enough to tell, sorted.
    pub name_words: Vec<u64>,
    /// The kind of thing.
    pub kind: Kind,
}

/// What an acronym in English copy may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its index, as [`Acronyms::concept`] takes it.
    pub concept: usize,
    /// Index in [`Concept::sources`] of the acronym that it renders so.
    pub source: usize,
    /// How it stands to the concept.
    pub standing: Standing,
}

/// The key of an acronym, or of a form of several words, in the tables: the hash of its letters in lower case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormKey(pub(super) u64);

impl FormKey {
    /// Of a form as it is written.
    pub fn of(form: &str) -> Self {
        Self(hash_word(form))
    }

    /// Of a token whose hash is known ([`crate::facts::Facts::hashes`]).
    pub fn of_hash(hash: u64) -> Self {
        Self(hash)
    }
}

/// All tables of acronyms. Forms and names are found in an index; what a row says is read when it is asked for.
#[derive(Debug, Default)]
pub struct Acronyms {
    index: Index,
    /// The tables of the source languages: the built-in ones, then those of packs.
    tables: Vec<Table>,
    concepts: Vec<OnceLock<Option<Concept>>>,
    senses: Vec<OnceLock<Option<Sense>>>,
    looks: LatinLooks,
    countries: Vec<(u64, Language)>,
}

/// The index of the built-in tables, compiled by `cargo xtask acronyms`; a test holds it to them.
static INDEX: &[u8] = include_bytes!("../acronyms.idx");

impl Acronyms {
    /// Opens the built-in tables.
    ///
    /// # Errors
    /// [`TableError`] for a row that cannot be read.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let broken = || TableError::new("acronyms.idx", 0, "broken build: run `cargo xtask acronyms`");
        Self::of(Index::open(INDEX).ok_or_else(broken)?, tables::SOURCE.to_vec())
    }

    /// The built-in tables with others, whose rows come last; the index is made anew, which costs some milliseconds.
    ///
    /// # Errors
    /// [`TableError`] for a row that cannot be read.
    pub(super) fn with(extra: Vec<Table>, vocabulary: &VocabularyBuilder, source: &Source) -> Result<Self, TableError> {
        let tables: Vec<Table> = tables::SOURCE.iter().copied().chain(extra).collect();
        let bytes = compile(&tables, vocabulary, source)?;
        let broken = || TableError::new("acronyms", 0, "the index of the tables cannot be opened");
        Self::of(Index::open(&bytes).ok_or_else(broken)?, tables)
    }

    fn of(index: Index, tables: Vec<Table>) -> Result<Self, TableError> {
        let concepts = (0..index.concepts()).map(|_| OnceLock::new()).collect();
        let senses = index.sense_rows().iter().map(|_| OnceLock::new()).collect();
        Ok(Self { index, tables, concepts, senses, looks: LatinLooks::builtin()?, countries: countries()? })
    }

    /// What an acronym of the source languages stands for, by its index.
    pub fn concept(&self, index: usize) -> Option<&Concept> {
        let read = || {
            let rows = self.index.rows(index).iter().filter_map(|&(table, offset)| {
                let table = *self.tables.get(table as usize)?;
                let row = tables::SourceRow::new(tables::cells_at(table, offset as usize)?).ok()?;
                Some((table.language?, row))
            });
            Concept::of(rows)
        };
        self.concepts.get(index)?.get_or_init(read).as_ref()
    }

    /// What readers take an English acronym for, by its index.
    pub fn sense_at(&self, index: usize) -> Option<&Sense> {
        let offset = *self.index.sense_rows().get(index)? as usize;
        self.senses.get(index)?.get_or_init(|| Sense::new(tables::cells_at(tables::ENGLISH, offset)?).ok()).as_ref()
    }

    /// The concepts that an acronym may stand for.
    pub fn readings(&self, acronym: FormKey) -> &[Reading] {
        self.index.readings(acronym)
    }

    /// The concepts of an acronym as a source language writes it, in letters that are not Latin.
    pub fn of_source(&self, acronym: &str) -> impl Iterator<Item = &Concept> {
        let own = self.readings(FormKey::of(acronym)).iter().filter(|reading| reading.standing == Standing::Own);
        own.filter_map(|reading| self.concept(reading.concept))
    }

    /// Whether a form of one word is written like a word, with one capital ("Sat" for СБ).
    pub fn is_titled(&self, form: FormKey) -> bool {
        self.index.is_titled(form)
    }

    /// Whether a table has an acronym.
    pub fn has(&self, acronym: FormKey) -> bool {
        !self.readings(acronym).is_empty() || self.sense_index(acronym).is_some()
    }

    /// What readers take an acronym for.
    pub fn sense(&self, acronym: FormKey) -> Option<&Sense> {
        self.sense_at(self.sense_index(acronym)?)
    }

    /// The index of the sense of an acronym, as [`Owner::Sense`] names it.
    pub fn sense_index(&self, acronym: FormKey) -> Option<usize> {
        self.index.sense(acronym)
    }

    /// The key of a form of several words, as [`Owner::Form`] names it.
    pub fn form(&self, number: usize) -> Option<FormKey> {
        self.index.form(number)
    }

    /// The words that show that a text speaks of the country of a language, by their hashes, each with the language.
    pub fn countries(&self) -> &[(u64, Language)] {
        &self.countries
    }

    /// Cyrillic letters that look like Latin ones.
    pub fn looks(&self) -> &LatinLooks {
        &self.looks
    }
}

/// Reads the words that show which country a text speaks of.
fn countries() -> Result<Vec<(u64, Language)>, TableError> {
    const TABLE: &str = "source/countries.tsv";
    let mut countries = Vec::new();
    for row in Rows::new(TABLE, include_str!("../source/countries.tsv"), ["language", "words", "origin"])? {
        let (line, [code, names, _]) = row?;
        let language = Language::WITH_ACRONYMS.into_iter().find(|language| language.code() == code);
        let language = language.ok_or_else(|| TableError::new(TABLE, line, format!("there is no language “{code}”")))?;
        countries.extend(names.split(' ').map(|name| (hash_word(name), language)));
    }
    Ok(countries)
}
