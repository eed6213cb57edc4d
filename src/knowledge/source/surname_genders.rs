//! The forms that surnames of Slavic languages have for men and for women.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::Gender;
use crate::knowledge::{Language, Rows, TableError};

const TABLE: &str = "source/surname_genders.tsv";
const ONE_FORM: &str = "source/one_form_surnames.tsv";
/// Letters that must be left of a surname without its ending.
const STEM: usize = 2;

/// Beside which given names of the other gender a form is wrong by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// Any.
    Always,
    /// Those that only Slavic languages have.
    Slavic,
    /// None: others bear such surnames too.
    Never,
}

/// How a surname ends for a man and for a woman.
#[derive(Clone, Debug)]
pub struct SurnameEnding {
    man: &'static str,
    woman: &'static str,
    man_tells: Tells,
    woman_tells: Tells,
    /// The languages that form surnames so.
    pub languages: Vec<Language>,
}

impl SurnameEnding {
    /// The ending for a gender.
    pub fn of(&self, gender: Gender) -> &'static str {
        if gender == Gender::Female { self.woman } else { self.man }
    }

    /// Beside which given names the form of a gender is wrong, where the given name is of the other gender.
    pub fn tells(&self, gender: Gender) -> Tells {
        if gender == Gender::Female { self.woman_tells } else { self.man_tells }
    }
}

/// All endings of the table, and the surnames that have one form for all.
#[derive(Debug, Default)]
pub struct SurnameGenders {
    endings: Vec<SurnameEnding>,
    one_form: FxHashSet<&'static str>,
}

impl SurnameGenders {
    /// Opens the built-in tables.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let columns = ["man", "woman", "languages", "man-tells", "woman-tells", "origin"];
        let mut genders = Self::default();
        for row in Rows::new(TABLE, include_str!("surname_genders.tsv"), columns)? {
            let (line, [man, woman, languages, man_tells, woman_tells, _]) = row?;
            let tells = |word: &str| match word {
                "always" => Ok(Tells::Always),
                "slavic" => Ok(Tells::Slavic),
                "never" => Ok(Tells::Never),
                _ => Err(TableError::new(TABLE, line, format!("“{word}” is not always, slavic or never"))),
            };
            let language = |code: &str| {
                let found = Language::ALL.into_iter().find(|language| language.code() == code);
                found.ok_or_else(|| TableError::new(TABLE, line, format!("there is no language “{code}”")))
            };
            genders.endings.push(SurnameEnding {
                man,
                woman,
                man_tells: tells(man_tells)?,
                woman_tells: tells(woman_tells)?,
                languages: languages.split(' ').map(language).collect::<Result<_, _>>()?,
            });
        }
        // Of forms as long the shortest man's form, and that with y, is the press's: -skaya, -sky.
        genders
            .endings
            .sort_by_key(|ending| (Reverse(ending.woman.len()), ending.man.len(), Reverse((ending.man, ending.woman))));
        for row in Rows::new(ONE_FORM, include_str!("one_form_surnames.tsv"), ["surname", "origin"])? {
            genders.one_form.insert(row?.1[0]);
        }
        Ok(genders)
    }

    /// The endings that a surname has as that of a gender, the longest first; none where it has one form for all.
    pub fn of<'s>(&'s self, surname: &str, gender: Gender) -> impl Iterator<Item = &'s SurnameEnding> {
        let endings = if self.one_form.contains(surname) { &[] } else { self.endings.as_slice() };
        endings.iter().filter(move |ending| surname.strip_suffix(ending.of(gender)).is_some_and(|stem| stem.len() >= STEM))
    }
}
