//! Characters as HTML names them.

use rustc_hash::FxHashMap;

use super::{Rows, TableError};

const TABLE: &str = "entities.tsv";

/// Names with their characters.
#[derive(Debug, Default)]
pub struct Entities(FxHashMap<&'static str, char>);

impl Entities {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut names = FxHashMap::default();
        for row in Rows::new(TABLE, include_str!("entities.tsv"), ["name", "code", "origin"])? {
            let (line, [name, code, _]) = row?;
            let character = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
            names.insert(name, character.ok_or_else(|| TableError::new(TABLE, line, format!("“{code}” is no code point")))?);
        }
        Ok(Self(names))
    }

    /// The character with this name ("ndash"), in this case or, as translations capitalise, in lower case.
    pub fn named(&self, name: &str) -> Option<char> {
        self.0.get(name).or_else(|| self.0.get(name.to_lowercase().as_str())).copied()
    }
}
