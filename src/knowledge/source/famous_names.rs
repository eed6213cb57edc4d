//! Famous names: people and places whose spellings no table of letters gives.

use rustc_hash::FxHashMap;

use super::latin::{fold_latin, without_accent};
use crate::knowledge::{Language, Rows, TableError};

const TABLE: &str = "source/famous_names.tsv";

/// A famous person or place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FamousName {
    /// The language.
    pub language: Language,
    /// The name in the language's own script.
    pub name: &'static str,
    /// The spelling that English texts write most.
    pub preferred: &'static str,
}

/// All famous names, found by any of their spellings.
#[derive(Debug)]
pub struct FamousNames {
    names: Vec<FamousName>,
    /// Folded spellings without accents, with the numbers of the names they spell.
    spellings: FxHashMap<Box<[u8]>, Vec<u16>>,
}

impl FamousNames {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut famous = Self { names: Vec::new(), spellings: FxHashMap::default() };
        let mut folded = Vec::new();
        let languages = || Language::ALL.into_iter().chain(Language::FAMOUS_ONLY);
        for row in Rows::new(TABLE, include_str!("famous_names.tsv"), ["language", "name", "preferred", "spellings", "origin"])? {
            let (line, [language, name, preferred, spellings, _]) = row?;
            let unknown = || TableError::new(TABLE, line, format!("there is no language “{language}”"));
            let language = languages().find(|known| known.code() == language).ok_or_else(unknown)?;
            let number = famous.names.len() as u16;
            for spelling in spellings.split(' ').filter(|spelling| !spelling.is_empty()).chain([preferred]) {
                fold(spelling, &mut folded);
                let of = famous.spellings.entry(folded.as_slice().into()).or_default();
                if !of.contains(&number) {
                    of.push(number);
                }
            }
            famous.names.push(FamousName { language, name, preferred });
        }
        Ok(famous)
    }

    /// The numbers of the names that a folded word without accents spells.
    pub fn numbers(&self, plain: &[u8]) -> &[u16] {
        self.spellings.get(plain).map_or(&[], Vec::as_slice)
    }

    /// A name by its number.
    pub fn name(&self, number: u16) -> Option<&FamousName> {
        self.names.get(usize::from(number))
    }

    /// The name that both words spell.
    pub fn shared(&self, a: &str, b: &str) -> Option<&FamousName> {
        let mut folded = Vec::new();
        fold(a, &mut folded);
        let left = self.numbers(&folded);
        fold(b, &mut folded);
        let right = self.numbers(&folded);
        left.iter().find(|number| right.contains(number)).and_then(|&number| self.name(number))
    }

    /// The spelling that English texts write most for the name that both words spell.
    pub fn preferred(&self, a: &str, b: &str) -> Option<&'static str> {
        self.shared(a, b).map(|name| name.preferred)
    }
}

fn fold(word: &str, out: &mut Vec<u8>) {
    fold_latin(word, out);
    out.iter_mut().for_each(|letter| *letter = without_accent(*letter));
}
