//! Names formed from a father's name: their endings, those that are formed in other ways, and the surnames formed alike.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Gender;
use super::latin::fold_latin;
use crate::knowledge::{Rows, TableError};

const ENDINGS: &str = "source/patronymics.tsv";
const IRREGULAR: &str = "source/patronymics_irregular.tsv";
const SURNAMES: &str = "source/patronymic_surnames.tsv";

/// What is known of names formed from a father's.
#[derive(Debug, Default)]
pub(super) struct Patronymics {
    endings: Vec<(&'static [u8], Gender)>,
    /// Folded words that no ending and father's name make.
    irregular: FxHashMap<Box<[u8]>, Gender>,
    /// Folded surnames.
    surnames: FxHashSet<Box<[u8]>>,
}

impl Patronymics {
    /// Opens the built-in tables.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut patronymics = Self::default();
        for row in Rows::new(ENDINGS, include_str!("patronymics.tsv"), ["ending", "languages", "gender", "origin"])? {
            let (line, [ending, _, gender, _]) = row?;
            patronymics.endings.push((ending.as_bytes(), gender_of(ENDINGS, line, gender)?));
        }
        let mut folded = Vec::new();
        let rows = Rows::new(IRREGULAR, include_str!("patronymics_irregular.tsv"), ["patronymic", "father", "gender", "origin"])?;
        for row in rows {
            let (line, [patronymic, _, gender, _]) = row?;
            fold_latin(patronymic, &mut folded);
            patronymics.irregular.insert(folded.as_slice().into(), gender_of(IRREGULAR, line, gender)?);
        }
        for row in Rows::new(SURNAMES, include_str!("patronymic_surnames.tsv"), ["surname", "origin"])? {
            let (_, [surname, _]) = row?;
            fold_latin(surname, &mut folded);
            patronymics.surnames.insert(folded.as_slice().into());
        }
        Ok(patronymics)
    }

    /// The gender of whoever has this folded patronymic, where it is one; `is_fathers` knows the stems of men's names.
    pub(super) fn gender(&self, folded: &[u8], is_fathers: impl Fn(&[u8]) -> bool) -> Option<Gender> {
        // Nearly all words are done with a look at their last letter.
        let endings = self.endings.iter().filter(|(ending, _)| ending.last() == folded.last());
        let formed = endings.filter_map(|(ending, gender)| Some((folded.strip_suffix(*ending)?, *gender)));
        let formed = formed.into_iter().find(|(stem, _)| is_fathers(stem)).map(|(_, gender)| gender);
        formed.or_else(|| self.irregular.get(folded).copied())
    }

    /// Whether a folded word is a surname that many bear.
    pub(super) fn is_surname(&self, folded: &[u8]) -> bool {
        self.surnames.contains(folded)
    }
}

fn gender_of(table: &str, line: usize, gender: &str) -> Result<Gender, TableError> {
    match gender {
        "f" => Ok(Gender::Female),
        "m" => Ok(Gender::Male),
        _ => Err(TableError::new(table, line, format!("there is no gender “{gender}”"))),
    }
}
