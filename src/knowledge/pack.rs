//! Packs: a folder of a house with tables like the built-in ones.
//!
//! In: the texts of its files, and terms. Out: a [`Pack`], which [`super::Knowledge::with_pack`] opens with the built-in tables.
//! Must not know: where the files lie.

use super::acronyms::{Acronyms, SOURCE_COLUMNS, Table};
use super::phrase::{PhraseTable, Phrases};
use super::terms::{self, Term, TermError};
use super::{Language, Source, TableError, VocabularyBuilder};

/// What a file of a pack holds, as its place in the folder tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFile {
    /// `phrases/calque.toml` and its like: rows of a built-in table.
    Phrases(PhraseTable),
    /// `acronyms/ru.tsv`: acronyms of a source language.
    Acronyms(Language),
    /// `terms.csv`, `terms.tsv`, `terms.tbx`: a glossary.
    Terms,
    /// `names.tsv`: a house list of names.
    Names,
    /// `cases.md`: marked examples, which `postedit packs test` runs.
    Cases,
    /// A readme or a licence.
    ForPeople,
}

impl PackFile {
    /// The files that a pack may have, for messages.
    pub const KNOWN: &str = "phrases/NAME.toml, acronyms/LANGUAGE.tsv, terms.csv|tsv|tbx, names.tsv, cases.md, README, LICENSE";

    /// What the file at a place holds; `/` stands between folders. `None` for what no pack has.
    pub fn of(path: &str) -> Option<Self> {
        let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
        match (stem, ending) {
            ("names", "tsv") => Some(Self::Names),
            ("terms", "csv" | "tsv" | "tbx") => Some(Self::Terms),
            ("cases", "md") => Some(Self::Cases),
            _ if ["README", "LICENSE", "LICENCE", "CHANGELOG"].contains(&stem.to_uppercase().as_str()) => Some(Self::ForPeople),
            (_, "toml") => {
                let name = stem.strip_prefix("phrases/")?;
                let own = |table: &PhraseTable| table.name() == name && *table != PhraseTable::Term;
                PhraseTable::ALL.into_iter().find(own).map(Self::Phrases)
            }
            (_, "tsv") => {
                let language = Language::of_code(stem.strip_prefix("acronyms/")?)?;
                Language::WITH_ACRONYMS.contains(&language).then_some(Self::Acronyms(language))
            }
            _ => None,
        }
    }
}

/// A pack that cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A glossary.
    #[error(transparent)]
    Terms(#[from] TermError),
    /// A term without a word.
    #[error("{0}")]
    Term(String),
}

/// The tables of a house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    phrases: Vec<(PhraseTable, String, String)>,
    acronyms: Vec<(Language, String, String)>,
    terms: Vec<Term>,
}

impl Pack {
    /// Whether it holds nothing that changes the tables.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty() && self.acronyms.is_empty() && self.terms.is_empty()
    }

    /// Adds a file; `name` is how errors call it. Files for people, names and cases are not for the tables.
    ///
    /// # Errors
    /// [`PackError`] for a glossary or a table of acronyms that cannot be read; phrase tables are read when they are opened.
    pub fn add(&mut self, file: PackFile, name: &str, text: String) -> Result<(), PackError> {
        match file {
            PackFile::Phrases(table) => {
                let text = text.trim_start_matches('\u{feff}').to_owned();
                self.phrases.push((table, name.to_owned(), text));
            }
            PackFile::Acronyms(language) => self.acronyms.push((language, name.to_owned(), with_all_columns(name, &text)?)),
            PackFile::Terms => self.terms.extend(Term::read(name, &text)?),
            PackFile::Names | PackFile::Cases | PackFile::ForPeople => {}
        }
        Ok(())
    }

    /// Adds a term.
    pub fn add_term(&mut self, term: Term) {
        self.terms.push(term);
    }

    /// The phrase rows of the pack, in the order of its files.
    pub(super) fn add_phrases(&self, phrases: &mut Phrases, words: &mut VocabularyBuilder) -> Result<(), PackError> {
        Term::agree(&self.terms).map_err(PackError::Term)?;
        let tables: Vec<(PhraseTable, &str, &str)> =
            self.phrases.iter().map(|(table, name, text)| (*table, name.as_str(), text.as_str())).collect();
        phrases.add(&tables, words)?;
        phrases.add_rows(terms::rows(&self.terms)?, words).map_err(PackError::Term)
    }

    /// The acronyms of the built-in tables and of the pack.
    pub(super) fn acronyms(&self) -> Result<Acronyms, TableError> {
        if self.acronyms.is_empty() {
            return Acronyms::builtin();
        }
        let mut words = VocabularyBuilder::default();
        super::english::add_word_classes(&mut words)?;
        // Rows are read from the text when they are asked for, for as long as the program runs; so the text is kept as long.
        let keep = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        let table = |(language, path, text): &(Language, String, String)| Table {
            path: keep(path),
            text: keep(text),
            language: Some(*language),
        };
        Acronyms::with(self.acronyms.iter().map(table).collect(), &words, &Source::builtin()?)
    }
}

/// A table of acronyms with all columns that the built-in ones have: a house names those that it needs in the heading.
fn with_all_columns(name: &str, text: &str) -> Result<String, TableError> {
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let (at, heading) = lines.next().ok_or_else(|| TableError::new(name, 1, "the table is empty"))?;
    let heading: Vec<&str> = heading.split('\t').map(str::trim).collect();
    let known = format!("known columns: {}; `acronym` and `english` or `words` are needed", SOURCE_COLUMNS.join(", "));
    if let Some(odd) = heading.iter().find(|column| !SOURCE_COLUMNS.contains(column)) {
        return Err(TableError::new(name, at + 1, format!("no column is called “{odd}”; {known}")));
    }
    if !heading.contains(&"acronym") || !(heading.contains(&"english") || heading.contains(&"words")) {
        return Err(TableError::new(name, at + 1, known));
    }
    let mut out = SOURCE_COLUMNS.join("\t") + "\n";
    for (at, line) in lines {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if cells.len() > heading.len() {
            return Err(TableError::new(name, at + 1, format!("{} cells; the heading has {}", cells.len(), heading.len())));
        }
        let value = |column: &str| {
            let place = heading.iter().position(|c| *c == column)?;
            cells.get(place).copied().filter(|cell| !cell.is_empty())
        };
        let cell = |column: &str| {
            let own = value(column).unwrap_or_default();
            match (column, own) {
                ("kind", "") => "thing",
                ("origin", "") => "the house",
                // Messages say what is short for what.
                ("expansion", "") => value("words").or(value("english")).unwrap_or_default(),
                _ => own,
            }
        };
        if cell("acronym").is_empty() || cell("english").is_empty() && cell("words").is_empty() {
            return Err(TableError::new(name, at + 1, "a row needs the acronym, and what English writes for it"));
        }
        out += &SOURCE_COLUMNS.map(cell).join("\t");
        out.push('\n');
    }
    Ok(out)
}
