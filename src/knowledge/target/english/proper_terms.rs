//! Terms of several words that are proper in every text, and some that are right both ways.

use crate::knowledge::{Rows, TableError};

const TABLE: &str = include_str!("proper-terms.tsv");
const PATH: &str = "target/english/proper-terms.tsv";

/// A row of the table.
#[derive(Clone, Debug)]
pub struct ProperTerm {
    /// The term with its capitals, words separated by one space.
    pub written: Box<str>,
    /// The word that must stand before it where it has no capitals.
    pub after: Option<Box<str>>,
    /// Whether it is right with and without capitals, by its meaning.
    pub both: bool,
}

impl ProperTerm {
    /// Its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.written.split(' ')
    }
}

/// Reads the table.
pub(in crate::knowledge) fn proper_terms() -> Result<Vec<ProperTerm>, TableError> {
    let mut terms: Vec<ProperTerm> = Vec::new();
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
        if terms.last().is_some_and(|last| *last.written >= *written) {
            return Err(TableError::new(PATH, line, format!("“{written}” stands out of order, or twice")));
        }
        let after = (after != "-").then(|| after.into());
        terms.push(ProperTerm { written: written.into(), after, both });
    }
    Ok(terms)
}
