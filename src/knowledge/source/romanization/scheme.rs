//! Schemes: the standards and presses that romanise, by name, the best known first.

use crate::knowledge::{Language, Rows, TableError};

const TABLE: &str = "source/schemes.tsv";

/// The name of the press that writes English.
const ENGLISH: &str = "English press";

/// What the names of presses end in, as against standards.
const PRESSES: [&str; 3] = [" press", " usage", " names"];

/// A standard of romanisation, or the habits of a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// The name that origins of rows and reports use.
    pub name: &'static str,
    /// The word for it in a house’s settings, where it can be one; schemes of different languages may share it.
    pub key: Option<&'static str>,
    /// The languages for which it is complete, so that it can be written.
    pub writes: Vec<Language>,
    /// Whose it is.
    pub origin: &'static str,
}

/// A set of schemes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SchemeSet(u64);

impl SchemeSet {
    /// Every scheme there may be.
    pub(super) const ALL: Self = Self(u64::MAX);

    pub(super) fn of(place: usize) -> Self {
        Self(1 << place)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// All schemes of the table, in its order.
#[derive(Debug)]
pub struct Schemes(Vec<Scheme>);

impl Schemes {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(in crate::knowledge::source) fn builtin() -> Result<Self, TableError> {
        let mut schemes = Vec::new();
        for row in Rows::new(TABLE, include_str!("../schemes.tsv"), ["rank", "scheme", "key", "writes", "origin"])? {
            let (line, [_, name, key, writes, origin]) = row?;
            let language = |code: &str| {
                let found = Language::ALL.into_iter().find(|language| language.code() == code);
                found.ok_or_else(|| TableError::new(TABLE, line, format!("there is no language “{code}”")))
            };
            let writes = writes.split(' ').filter(|code| *code != "-").map(language).collect::<Result<_, _>>()?;
            schemes.push(Scheme { name, key: Some(key).filter(|key| *key != "-"), writes, origin });
        }
        if schemes.len() > 64 {
            return Err(TableError::new(TABLE, 0, "more than 64 schemes do not fit a set"));
        }
        Ok(Self(schemes))
    }

    /// All schemes, the best known first.
    pub fn all(&self) -> &[Scheme] {
        &self.0
    }

    /// The scheme of this name, or of this key, that is complete for a language.
    pub fn writing(&self, name: &str, language: Language) -> Option<&Scheme> {
        let complete = self.0.iter().filter(|scheme| scheme.writes.contains(&language));
        complete.into_iter().find(|scheme| scheme.name == name || scheme.key == Some(name))
    }

    /// The set that holds only the scheme of this name.
    pub(super) fn set_of(&self, name: &str) -> Option<SchemeSet> {
        self.0.iter().position(|scheme| scheme.name == name).map(SchemeSet::of)
    }

    /// The English press.
    pub(super) fn english(&self) -> SchemeSet {
        self.set_of(ENGLISH).unwrap_or_default()
    }

    /// All presses.
    pub(super) fn presses(&self) -> SchemeSet {
        let of_press = |(place, scheme): (usize, &Scheme)| {
            if PRESSES.iter().any(|end| scheme.name.ends_with(end)) { SchemeSet::of(place) } else { SchemeSet::default() }
        };
        self.0.iter().enumerate().map(of_press).fold(SchemeSet::default(), SchemeSet::or)
    }

    /// The schemes of a set, the best known first.
    pub(super) fn within(&self, set: SchemeSet) -> Vec<&Scheme> {
        let all = self.0.iter().enumerate().filter(|(place, _)| !set.and(SchemeSet::of(*place)).is_empty());
        all.map(|(_, scheme)| scheme).collect()
    }
}
