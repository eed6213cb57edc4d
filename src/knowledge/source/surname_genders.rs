//! The forms that surnames of Slavic languages have for men and for women.

use crate::knowledge::{Rows, TableError};

use super::Gender;

const TABLE: &str = "source/surname_genders.tsv";

/// How a surname ends for a man and for a woman.
#[derive(Clone, Copy, Debug)]
pub struct SurnameEnding {
    /// For a man.
    pub man: &'static str,
    /// For a woman.
    pub woman: &'static str,
    /// Whether the woman's form is hardly ever a man's name or a foreign one.
    pub sure: bool,
}

impl SurnameEnding {
    /// The ending for a gender.
    pub fn of(&self, gender: Gender) -> &'static str {
        if gender == Gender::Female { self.woman } else { self.man }
    }
}

/// All endings of the table, those with the longest woman's form first.
#[derive(Debug, Default)]
pub struct SurnameGenders(Vec<SurnameEnding>);

impl SurnameGenders {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut endings = Vec::new();
        for row in Rows::new(TABLE, include_str!("surname_genders.tsv"), ["man", "woman", "sure", "origin"])? {
            let (line, [man, woman, sure, _]) = row?;
            let sure = match sure {
                "yes" => true,
                "no" => false,
                _ => return Err(TableError::new(TABLE, line, format!("“{sure}” is neither yes nor no"))),
            };
            endings.push(SurnameEnding { man, woman, sure });
        }
        // Of forms as long the one with y is the press's: -sky, -skaya.
        endings.sort_by_key(|ending| {
            (std::cmp::Reverse(ending.woman.len()), ending.man.len(), std::cmp::Reverse((ending.man, ending.woman)))
        });
        Ok(Self(endings))
    }

    /// The endings that a surname has as that of a gender, the longest first.
    pub fn of<'s>(&'s self, surname: &str, gender: Gender) -> impl Iterator<Item = &'s SurnameEnding> {
        self.0.iter().filter(move |ending| surname.ends_with(ending.of(gender)) && surname.len() >= ending.of(gender).len() + 2)
    }
}
