//! Endings of the cases of Slavic languages in romanisation, and the places whose nominative is known.

use rustc_hash::FxHashMap;

use super::latin::fold_latin;
use crate::knowledge::{Rows, TableError};

const ENDINGS: &str = "source/case_endings.tsv";
const PLACES: &str = "source/places.tsv";
const THINGS: &str = "source/things.tsv";

/// What a name must be for an ending to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// Anything.
    Any,
    /// Somebody's given name that the tables have.
    Given,
    /// A man.
    Man,
    /// A place.
    Place,
    /// A short form of a given name.
    Short,
    /// A thing.
    Thing,
}

/// An ending of an oblique case, and that of the nominative.
#[derive(Clone, Copy, Debug)]
pub struct CaseEnding {
    /// What the name must be.
    pub bearing: Bearing,
    /// How the nominative ends.
    pub nominative: &'static str,
    /// How the oblique case ends.
    pub oblique: &'static str,
    /// Whether other names end so in the nominative, women's above all, so that more must be seen.
    pub doubtful: bool,
    /// Whether it is a plural.
    pub plural: bool,
}

/// The endings, by their last letter, and the names of which the nominative is known.
#[derive(Debug, Default)]
pub struct Cases {
    endings: FxHashMap<u8, Vec<CaseEnding>>,
    places: FxHashMap<Box<[u8]>, &'static str>,
    things: FxHashMap<Box<[u8]>, &'static str>,
}

impl Cases {
    /// Opens the built-in tables; `places` and `things` are names that other tables have, in their usual spelling.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin(
        places: impl Iterator<Item = &'static str>,
        things: impl Iterator<Item = &'static str>,
    ) -> Result<Self, TableError> {
        let mut cases = Self::default();
        cases.read_endings()?;
        let mut folded = Vec::new();
        let mut listed_places: Vec<&'static str> = places.collect();
        for row in Rows::new(PLACES, include_str!("places.tsv"), ["language", "name", "spelling", "origin"])? {
            let (_, [_, _, spelling, _]) = row?;
            listed_places.push(spelling);
        }
        let mut listed_things: Vec<&'static str> = things.collect();
        for row in Rows::new(THINGS, include_str!("things.tsv"), ["thing", "kind", "origin"])? {
            let (_, [thing, ..]) = row?;
            listed_things.push(thing);
        }
        for (names, listed) in [(&mut cases.places, listed_places), (&mut cases.things, listed_things)] {
            for name in listed {
                fold_latin(name, &mut folded);
                names.insert(folded.as_slice().into(), name);
            }
        }
        Ok(cases)
    }

    fn read_endings(&mut self) -> Result<(), TableError> {
        for row in Rows::new(ENDINGS, include_str!("case_endings.tsv"), ["kind", "nominative", "oblique", "origin"])? {
            let (line, [kind, nominative, oblique, _]) = row?;
            let bearing = match kind {
                "any" => Bearing::Any,
                "given" => Bearing::Given,
                "man" => Bearing::Man,
                "place" => Bearing::Place,
                "short" => Bearing::Short,
                "thing" => Bearing::Thing,
                _ => return Err(TableError::new(ENDINGS, line, format!("there is no kind “{kind}”"))),
            };
            for ending in oblique.split(' ') {
                let oblique = ending.trim_matches(['!', '+']);
                let Some(&last) = oblique.as_bytes().last() else { continue };
                let (doubtful, plural) = (ending.ends_with('!'), ending.starts_with('+'));
                self.endings.entry(last).or_default().push(CaseEnding { bearing, nominative, oblique, doubtful, plural });
            }
        }
        self.endings.values_mut().for_each(|endings| endings.sort_by_key(|ending| std::cmp::Reverse(ending.oblique.len())));
        Ok(())
    }

    /// The endings that a folded word may have, the longest first.
    pub fn of<'s>(&'s self, folded: &[u8]) -> impl Iterator<Item = &'s CaseEnding> {
        let endings = folded.last().and_then(|last| self.endings.get(last)).into_iter().flatten();
        endings.filter(|ending| folded.ends_with(ending.oblique.as_bytes()))
    }

    /// The spelling of a place, by its folded spelling.
    pub fn place(&self, folded: &[u8]) -> Option<&'static str> {
        self.places.get(folded).copied()
    }

    /// The spelling of a thing, by its folded spelling.
    pub fn thing(&self, folded: &[u8]) -> Option<&'static str> {
        self.things.get(folded).copied()
    }
}
