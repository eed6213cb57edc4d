//! Letters of other scripts that look like Latin ones in running words.

use rustc_hash::FxHashMap;

use crate::knowledge::{Rows, TableError};

const TABLE: &str = "source/word_look_alikes.tsv";
const CAPITALS: &str = "source/look_alikes.tsv";

/// Cyrillic and Greek letters with the Latin ones that they look like.
#[derive(Debug, Default)]
pub struct WordLooks(FxHashMap<char, char>);

impl WordLooks {
    /// Opens the built-in tables: the one for words, and the Cyrillic capitals that acronyms have.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut letters = FxHashMap::default();
        let words = Rows::new(TABLE, include_str!("word_look_alikes.tsv"), ["letter", "latin", "origin"])?;
        let capitals = Rows::new(CAPITALS, include_str!("look_alikes.tsv"), ["cyrillic", "latin", "origin"])?;
        for (table, row) in words.map(|row| (TABLE, row)).chain(capitals.map(|row| (CAPITALS, row))) {
            let (line, [letter, latin, _]) = row?;
            let (Some(letter), Some(latin)) = (letter.chars().next(), latin.chars().next()) else {
                return Err(TableError::new(table, line, "one letter in each cell is expected"));
            };
            // A letter that looks like a digit belongs to no word.
            if latin.is_alphabetic() {
                letters.insert(letter, latin);
            }
        }
        Ok(Self(letters))
    }

    /// The Latin letter that a letter of another script looks like.
    pub fn latin(&self, letter: char) -> Option<char> {
        self.0.get(&letter).copied()
    }
}
