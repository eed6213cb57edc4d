//! Reads the tables of acronyms.

use super::{Acronyms, Concept, Kind, Owner, Reading, Sense, Standing, rendering};
use crate::knowledge::{Language, Rows, TableError, VocabularyBuilder, WordId};

const SOURCE_COLUMNS: [&str; 11] =
    ["acronym", "expansion", "english", "words", "loans", "letters", "mistaken", "topics", "kind", "offer", "origin"];
const ENGLISH_COLUMNS: [&str; 6] = ["acronym", "senses", "topics", "kind", "rank", "origin"];

/// The table of a source language and its place below `knowledge/`.
fn source(language: Language) -> Option<(&'static str, &'static str)> {
    Some(match language {
        Language::Russian => ("source/russian/acronyms.tsv", include_str!("../source/russian/acronyms.tsv")),
        Language::Ukrainian => ("source/ukrainian/acronyms.tsv", include_str!("../source/ukrainian/acronyms.tsv")),
        Language::Belarusian => ("source/belarusian/acronyms.tsv", include_str!("../source/belarusian/acronyms.tsv")),
        Language::Bulgarian => ("source/bulgarian/acronyms.tsv", include_str!("../source/bulgarian/acronyms.tsv")),
        _ => return None,
    })
}

/// The table of English acronyms and its place below `knowledge/`.
const ENGLISH: (&str, &str) = ("target/english/acronyms.tsv", include_str!("../target/english/acronyms.tsv"));

impl Acronyms {
    /// Reads the built-in tables; their words go into the vocabulary, which must hold the word classes already.
    ///
    /// # Errors
    /// [`TableError`] for a row that cannot be read.
    pub(in crate::knowledge) fn builtin(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let mut acronyms = Self::default();
        for language in Language::WITH_ACRONYMS {
            let Some((table, text)) = source(language) else { continue };
            for row in Rows::new(table, text, SOURCE_COLUMNS)? {
                let (line, cells) = row?;
                acronyms.add_source(language, cells, words).map_err(|e| TableError::new(table, line, e))?;
            }
        }
        let (table, text) = ENGLISH;
        for row in Rows::new(table, text, ENGLISH_COLUMNS)? {
            let (line, cells) = row?;
            acronyms.add_sense(cells, words).map_err(|e| TableError::new(table, line, e))?;
        }
        Ok(acronyms)
    }

    fn add_source(&mut self, language: Language, cells: [&'static str; 11], words: &mut VocabularyBuilder) -> Result<(), String> {
        let [acronym, expansion, english, names, loans, letters, mistaken, topics, kind, offer, _] = cells;
        let kind = Kind::named(kind).ok_or_else(|| format!("“{kind}” is no kind of thing"))?;
        let found = self.same_concept(list(names).next(), list(english).next());
        let index = found.unwrap_or(self.concepts.len());
        if found.is_none() {
            self.concepts.push(Concept {
                label: acronym,
                sources: Vec::new(),
                english: list(english).collect(),
                words: list(names).collect(),
                offer: match offer {
                    "" => list(english).chain(list(names).take(1)).collect(),
                    _ => list(offer).collect(),
                },
                topics: sorted(topics.split_whitespace().map(|w| words.intern(w)).collect()),
                name_words: Vec::new(),
                kind,
            });
        }
        let mut parts = Vec::new();
        for name in list(names) {
            let name = rendering::content_words(name, words);
            parts.extend(&name);
            self.renderings.add(Owner::Concept(index), name);
        }
        let concept = &mut self.concepts[index];
        concept.sources.push((language, acronym, expansion));
        concept.name_words = sorted(parts);
        let tellings = concept.topics.clone();
        concept.name_words.retain(|id| tellings.binary_search(id).is_ok());
        let standings =
            [(english, Standing::English), (loans, Standing::Loan), (letters, Standing::Letters), (mistaken, Standing::Mistaken)];
        for (forms, standing) in standings {
            for form in list(forms) {
                self.add_reading(words.intern(form), Reading { concept: index, standing });
            }
        }
        Ok(())
    }

    /// The concept that another language has brought already: of the same first name in words, or, where a row has
    /// none, of the same English acronym.
    fn same_concept(&self, name: Option<&str>, english: Option<&str>) -> Option<usize> {
        self.concepts.iter().position(|concept| match name {
            Some(name) => concept.words.first() == Some(&name),
            None => concept.words.is_empty() && english.is_some() && concept.english.first().copied() == english,
        })
    }

    /// Of two standings that languages give one form, the better one counts.
    fn add_reading(&mut self, form: WordId, reading: Reading) {
        let list = self.readings.entry(form).or_default();
        match list.iter_mut().find(|old| old.concept == reading.concept) {
            Some(old) => old.standing = old.standing.min(reading.standing),
            None => list.push(reading),
        }
    }

    fn add_sense(&mut self, cells: [&'static str; 6], words: &mut VocabularyBuilder) -> Result<(), String> {
        let [acronym, names, topics, kind, rank, _] = cells;
        let kind = Kind::named(kind).ok_or_else(|| format!("“{kind}” is no kind of thing"))?;
        let commonest = match rank {
            "commonest" => true,
            "known" => false,
            _ => return Err(format!("“{rank}” is neither commonest nor known")),
        };
        let index = self.senses.len();
        for name in list(names) {
            self.renderings.add(Owner::Sense(index), rendering::content_words(name, words));
        }
        let topics = sorted(topics.split_whitespace().map(|w| words.intern(w)).collect());
        self.senses.push(Sense { acronym, words: list(names).collect(), topics, kind, commonest });
        if self.by_acronym.insert(words.intern(acronym), index).is_some() {
            return Err(format!("“{acronym}” stands twice"));
        }
        Ok(())
    }
}

/// The entries of a cell.
pub(super) fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(';').map(str::trim_start).filter(|entry| !entry.is_empty())
}

fn sorted(mut ids: Vec<WordId>) -> Vec<WordId> {
    ids.sort_unstable();
    ids.dedup();
    ids
}
