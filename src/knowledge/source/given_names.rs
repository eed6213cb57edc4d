//! Given names: which spellings romanise one form of one language.

use rustc_hash::{FxHashMap, FxHashSet};

use super::latin::fold_latin;
use super::patronymics::Patronymics;
use crate::knowledge::{Language, Rows, TableError};

const TABLE: &str = "source/given_names.tsv";
const ABROAD: &str = "source/given_names_abroad.tsv";

/// Who bears a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Women.
    Female,
    /// Men.
    Male,
}

impl Gender {
    /// The other one.
    pub fn other(self) -> Self {
        if self == Self::Female { Self::Male } else { Self::Female }
    }
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
    /// Folded spellings of men's names of which others are formed, sorted.
    male: Vec<Box<[u8]>>,
    /// Folded spellings that other languages have too.
    abroad: FxHashSet<Box<[u8]>>,
    /// Names formed from a father's name.
    patronymics: Patronymics,
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
                // The southern languages form surnames so, and no patronymics of the kind.
                let forms = matches!(language, Language::Russian | Language::Ukrainian | Language::Belarusian);
                if gender == Gender::Male && forms {
                    male.push(folded.as_slice().into());
                }
                spellings.entry(folded.as_slice().into()).or_default().push(names.len() as u16);
            }
            names.push(GivenName { language, name, gender, preferred });
        }
        male.sort_unstable();
        let mut abroad = FxHashSet::default();
        for row in Rows::new(ABROAD, include_str!("given_names_abroad.tsv"), ["name", "where", "origin"])? {
            let (_, [name, ..]) = row?;
            fold_latin(name, &mut folded);
            abroad.insert(folded.as_slice().into());
        }
        Ok(Self { names, spellings, male, abroad, patronymics: Patronymics::builtin()? })
    }

    /// All names.
    pub fn all(&self) -> impl Iterator<Item = &GivenName> {
        self.names.iter()
    }

    /// Whether a folded word spells a given name.
    pub fn has(&self, folded: &[u8]) -> bool {
        self.spellings.contains_key(folded)
    }

    /// Whether only Slavic languages have a given name in this folded spelling.
    pub fn is_only_slavic(&self, folded: &[u8]) -> bool {
        self.has(folded) && !self.abroad.contains(folded)
    }

    /// Whether a folded word is a given name of other languages, which is no Slavic name in a case.
    pub fn is_abroad(&self, folded: &[u8]) -> bool {
        self.abroad.contains(folded)
    }

    /// The gender of whoever bears a folded given name; none where both bear it, or where the table does not have it.
    pub fn gender(&self, folded: &[u8]) -> Option<Gender> {
        let mut names = self.of(folded);
        let first = names.next()?.gender;
        names.all(|name| name.gender == first).then_some(first)
    }

    /// Whose child's name a folded word is, if it is formed from a father's: a known man's name, perhaps cut short, and an
    /// ending, or a word of the table. Surnames are formed alike (Yanovich), but seldom from names that are still given.
    pub fn patronymic(&self, folded: &[u8]) -> Option<Gender> {
        let is_fathers = |stem: &[u8]| {
            let first = self.male.partition_point(|name| **name < *stem);
            stem.len() > 2 && self.male.get(first).is_some_and(|name| name.starts_with(stem))
        };
        self.patronymics.gender(folded, is_fathers)
    }

    /// Whether a folded word that may be formed from a father's name is a widespread surname.
    pub fn patronymic_is_surname(&self, folded: &[u8]) -> bool {
        self.patronymics.is_surname(folded)
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
