//! Terms of several words that are proper in every text, and some that are right both ways.

use rustc_hash::FxHashMap;

use crate::knowledge::{Beginnings, Rows, TableError, hash_word};

const TABLE: &str = include_str!("proper-terms.tsv");
const PATH: &str = "target/english/proper-terms.tsv";

/// A row of the table.
#[derive(Clone, Debug)]
pub struct ProperTerm {
    /// The term with its capitals, words separated by one space.
    pub written: Box<str>,
    /// The hash of the word that must stand before it where it has no capitals.
    pub after: Option<u64>,
    /// Whether it is right with and without capitals, by its meaning.
    pub both: bool,
}

/// The terms of the table, found in a text by the hashes of their words.
#[derive(Debug, Default)]
pub struct ProperTerms {
    by_key: FxHashMap<u64, ProperTerm>,
    beginnings: Beginnings,
}

impl ProperTerms {
    /// The term of which the words have this hash together.
    pub fn get(&self, key: u64) -> Option<&ProperTerm> {
        self.by_key.get(&key)
    }

    /// The beginnings of all terms.
    pub fn beginnings(&self) -> &Beginnings {
        &self.beginnings
    }

    fn add(&mut self, term: ProperTerm) {
        let words: Vec<u64> = term.written.split(' ').map(hash_word).collect();
        self.by_key.insert(self.beginnings.add(&words), term);
    }
}

/// Reads the table.
pub(in crate::knowledge) fn proper_terms() -> Result<ProperTerms, TableError> {
    let mut terms = ProperTerms::default();
    let mut last = "";
    for row in Rows::new(PATH, TABLE, ["term", "after", "kind", "origin"])? {
        let (line, [written, after, kind, origin]) = row?;
        let both = match kind {
            "proper" => false,
            "both" => true,
            _ => return Err(TableError::new(PATH, line, format!("“{kind}” is neither proper nor both"))),
        };
        if origin.is_empty() || written.split(' ').count() < 2 {
            return Err(TableError::new(PATH, line, "a row needs an origin and a term of two words"));
        }
        if last >= written {
            return Err(TableError::new(PATH, line, format!("“{written}” stands out of order, or twice")));
        }
        last = written;
        let after = (after != "-").then(|| hash_word(after));
        terms.add(ProperTerm { written: written.into(), after, both });
    }
    Ok(terms)
}
