//! Initials that were copied by their look.

use crate::knowledge::{Rows, TableError};

const TABLE: &str = "source/initials.tsv";

/// Latin letters that look like Cyrillic ones, with the letters that the names begin with.
#[derive(Debug, Default)]
pub struct LookAlikes(Vec<(char, Vec<char>)>);

impl LookAlikes {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut letters = Vec::new();
        for row in Rows::new(TABLE, include_str!("initials.tsv"), ["looks", "begins", "origin"])? {
            let (line, [looks, begins, _]) = row?;
            let looks = looks.chars().next().ok_or_else(|| TableError::new(TABLE, line, "no letter"))?;
            letters.push((looks, begins.chars().filter(|c| c.is_alphabetic()).collect()));
        }
        Ok(Self(letters))
    }

    /// The letters that names begin with whose Cyrillic initial looks like this one.
    pub fn of(&self, initial: char) -> &[char] {
        self.0.iter().find(|(looks, _)| *looks == initial).map_or(&[], |(_, begins)| begins)
    }
}
