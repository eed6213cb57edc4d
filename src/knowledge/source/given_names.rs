//! Given names: which spellings romanise one form of one language.

use rustc_hash::FxHashMap;

use super::latin::fold_latin;
use crate::knowledge::{Language, Rows, TableError};

const TABLE: &str = "source/given_names.tsv";

/// Who bears a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Women.
    Female,
    /// Men.
    Male,
}

/// A given name of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenName {
    /// The language.
    pub language: Language,
    /// The name in the language's own script.
    pub name: &'static str,
    /// Who bears it.
    pub gender: Gender,
    /// The spelling that the English press writes most.
    pub preferred: &'static str,
}

/// All given names, found by any of their spellings.
#[derive(Debug)]
pub struct GivenNames {
    names: Vec<GivenName>,
    /// Folded spellings with the numbers of the names they spell.
    spellings: FxHashMap<Box<[u8]>, Vec<u16>>,
    /// Folded spellings of men's names, sorted.
    male: Vec<Box<[u8]>>,
    /// How names formed from a father's name end.
    patronymic_endings: Vec<&'static [u8]>,
}

impl GivenNames {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut names = Vec::new();
        let mut spellings: FxHashMap<Box<[u8]>, Vec<u16>> = FxHashMap::default();
        let mut male: Vec<Box<[u8]>> = Vec::new();
        let mut folded = Vec::new();
        let rows = Rows::new(
            TABLE,
            include_str!("given_names.tsv"),
            ["language", "name", "gender", "preferred", "spellings", "origin"],
        )?;
        for row in rows {
            let (line, [language, name, gender, preferred, others, _]) = row?;
            let wrong = |what: &str, seen: &str| TableError::new(TABLE, line, format!("there is no {what} “{seen}”"));
            let language = Language::ALL.into_iter().find(|l| l.code() == language).ok_or_else(|| wrong("language", language))?;
            let gender = match gender {
                "f" => Gender::Female,
                "m" => Gender::Male,
                _ => return Err(wrong("gender", gender)),
            };
            for spelling in others.split(' ').filter(|s| !s.is_empty()).chain([preferred]) {
                fold_latin(spelling, &mut folded);
                if gender == Gender::Male {
                    male.push(folded.as_slice().into());
                }
                spellings.entry(folded.as_slice().into()).or_default().push(names.len() as u16);
            }
            names.push(GivenName { language, name, gender, preferred });
        }
        male.sort_unstable();
        Ok(Self { names, spellings, male, patronymic_endings: patronymic_endings()? })
    }

    /// All names.
    pub fn all(&self) -> impl Iterator<Item = &GivenName> {
        self.names.iter()
    }

    /// Whether a folded word spells a given name.
    pub fn has(&self, folded: &[u8]) -> bool {
        self.spellings.contains_key(folded)
    }

    /// Whether a folded word is formed from a father's name: a known man's name, perhaps cut short, and an ending.
    /// Surnames are formed alike (Yanovich), but seldom from names that are still given.
    pub fn is_patronymic(&self, folded: &[u8]) -> bool {
        // Nearly all words are done with a look at their last letter.
        let endings = self.patronymic_endings.iter().filter(|ending| ending.last() == folded.last());
        endings.filter_map(|ending| folded.strip_suffix(*ending)).any(|stem| {
            let first = self.male.partition_point(|name| **name < *stem);
            stem.len() > 2 && self.male.get(first).is_some_and(|name| name.starts_with(stem))
        })
    }

    /// The names that a folded word spells.
    pub fn of(&self, folded: &[u8]) -> impl Iterator<Item = &GivenName> {
        self.spellings.get(folded).into_iter().flatten().map(|&i| &self.names[usize::from(i)])
    }

    /// The spelling that the press writes most for the name that both words spell.
    pub fn preferred(&self, a: &str, b: &str) -> Option<&'static str> {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        fold_latin(a, &mut left);
        fold_latin(b, &mut right);
        self.shared(&left, &right).map(|name| name.preferred)
    }

    /// The name that both folded words spell; where several languages have one, that of the language most is
    /// translated from ([`Language::ALL`] begins with it).
    pub fn shared(&self, a: &[u8], b: &[u8]) -> Option<&GivenName> {
        self.of(a).filter(|name| self.of(b).any(|other| other == *name)).min_by_key(|name| name.language)
    }
}

/// The endings of patronymics.
fn patronymic_endings() -> Result<Vec<&'static [u8]>, TableError> {
    let table = "source/patronymics.tsv";
    let rows = Rows::new(table, include_str!("patronymics.tsv"), ["ending", "languages", "origin"])?;
    rows.map(|row| row.map(|(_, [ending, ..])| ending.as_bytes())).collect()
}
