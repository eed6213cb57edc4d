//! How the letters of a source language are written in Latin letters.
//!
//! In: a table of one language. Out: [`Romanization`], read by the verifier from the Latin side ([`Romanization::matches`])
//! and written from the other ([`Romanization::write`]); which schemes give a spelling ([`Romanization::schemes`]).
//! Must not know: names, documents, costs beyond those of its rows.

mod initial_letters;
mod place;
mod scheme;
mod write;

use rustc_hash::FxHashMap;

use super::habits::{ENGLISH, habit_named};
use super::latin::{fold_latin, may_be, without_accent};
use crate::knowledge::{Language, Rows, TableError};
pub use place::Place;
pub use scheme::{Scheme, SchemeSet, Schemes};
use write::Written;

/// The longest Latin spelling of one unit, in letters.
const LONGEST: usize = 8;

/// A row that is read.
#[derive(Clone, Copy, Debug)]
struct Row {
    latin: [u8; LONGEST],
    unit: u16,
    length: u8,
    place: Place,
    /// One bit.
    habit: u8,
    cost: u8,
    letters: u8,
}

/// A row that fits a place of a spelling.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// The unit of the source language, by number.
    pub unit: u16,
    /// How many letters of the spelling it takes.
    pub length: u8,
    /// How rare it is beside the usual spelling, in hundredths.
    pub cost: u8,
    /// Whether it is of a press other than the English.
    pub foreign: bool,
    /// How many letters the unit has.
    pub letters: u8,
}

/// The romanisation of one language.
#[derive(Debug)]
pub struct Romanization {
    language: Language,
    units: Vec<&'static str>,
    rows: Vec<Row>,
    /// Where the rows that begin with each byte start.
    starts: Vec<u16>,
    /// All rows as they are written, by unit.
    written: Vec<Written>,
}

/// The table of a language and its place below `knowledge/`.
pub(super) fn table(language: Language) -> Option<(&'static str, &'static str)> {
    let text = match language {
        Language::Russian => include_str!("../russian/romanization.tsv"),
        Language::Ukrainian => include_str!("../ukrainian/romanization.tsv"),
        Language::Belarusian => include_str!("../belarusian/romanization.tsv"),
        Language::Bulgarian => include_str!("../bulgarian/romanization.tsv"),
        Language::Serbian => include_str!("../serbian/romanization.tsv"),
        Language::Macedonian => include_str!("../macedonian/romanization.tsv"),
        _ => return None,
    };
    Some((language.romanization_table(), text))
}

impl Romanization {
    /// Opens the built-in table of a language; one of a language without a table is empty.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin(language: Language, schemes: &Schemes) -> Result<Self, TableError> {
        let (table, text) = table(language).ok_or_else(|| TableError::new(language.name(), 0, "there is no such table"))?;
        let mut open = Self { language, units: Vec::new(), rows: Vec::new(), starts: Vec::new(), written: Vec::new() };
        let mut folded = Vec::new();
        let mut origins = FxHashMap::default();
        for row in Rows::new(table, text, ["unit", "latin", "place", "habit", "cost", "origin"])? {
            let (line, cells) = row?;
            open.add(cells, schemes, &mut origins, &mut folded).map_err(|what| TableError::new(table, line, what))?;
        }
        open.rows.sort_by_key(|row| row.latin);
        let start = |byte| open.rows.partition_point(|row| usize::from(row.latin[0]) < byte) as u16;
        open.starts = (0..=256).map(start).collect();
        Ok(open)
    }

    /// Adds a row; `origins` are those that were looked up already, since most come again and again.
    fn add(
        &mut self,
        cells: [&'static str; 6],
        schemes: &Schemes,
        origins: &mut FxHashMap<&'static str, SchemeSet>,
        folded: &mut Vec<u8>,
    ) -> Result<(), String> {
        let [unit, latin, place, habit, cost, origin] = cells;
        if self.units.last() != Some(&unit) {
            self.units.push(unit);
        }
        fold_latin(latin, folded);
        let mut letters = [0; LONGEST];
        let slot = letters.get_mut(..folded.len()).filter(|slot| !slot.is_empty());
        slot.ok_or_else(|| format!("“{latin}” has not 1 to {LONGEST} letters"))?.copy_from_slice(folded);
        let place = Place::named(place).ok_or_else(|| format!("there is no place “{place}”"))?;
        let habit = habit_named(habit).ok_or_else(|| format!("there is no habit “{habit}”"))?;
        let number = || cost.parse().map_err(|_| format!("“{cost}” is no cost from 0 to 255"));
        let cost: Option<u8> = if cost == "-" { None } else { Some(number()?) };
        let number = self.units.len() as u16 - 1;
        let origin = match origins.get(origin) {
            Some(known) => *known,
            None => *origins.entry(origin).or_insert(schemes.of_origin(origin)?),
        };
        let schemes = origin.or(schemes.besides(cost.filter(|_| habit == ENGLISH)));
        self.written.push(Written { unit, latin, folded: folded.as_slice().into(), place, schemes });
        if let Some(cost) = cost {
            let (length, letters_of_unit) = (folded.len() as u8, unit.chars().count() as u8);
            self.rows.push(Row { latin: letters, unit: number, length, place, habit, cost, letters: letters_of_unit });
        }
        Ok(())
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The letters of a unit in the language's own script.
    pub fn unit(&self, unit: u16) -> &'static str {
        self.units.get(usize::from(unit)).copied().unwrap_or_default()
    }

    /// Appends the rows that fit a folded spelling at a place; `habits` are those whose signs it shows.
    pub fn matches(&self, word: &[u8], at: usize, habits: u8, out: &mut Vec<Match>) {
        let Some((&first, _)) = word.get(at..).and_then(<[u8]>::split_first) else { return };
        self.matches_from(first, word, at, habits, out);
        let plain = without_accent(first);
        if plain != first && may_be(plain, first) {
            self.matches_from(plain, word, at, habits, out);
        }
    }

    fn matches_from(&self, first: u8, word: &[u8], at: usize, habits: u8, out: &mut Vec<Match>) {
        let range = usize::from(self.starts[usize::from(first)])..usize::from(self.starts[usize::from(first) + 1]);
        let before = at.checked_sub(1).and_then(|i| word.get(i)).copied();
        let rest = word.get(at..).unwrap_or_default();
        let second = rest.get(1).copied().unwrap_or_default();
        for row in self.rows.get(range).unwrap_or_default() {
            let length = usize::from(row.length);
            // Rows are sorted by their letters; a letter with an optional accent stands for two of them.
            if row.latin[1] > second && second < 128 {
                break;
            }
            let fits = habits & row.habit != 0 && length <= rest.len() && row.place.holds(before, length == rest.len());
            if fits && row.latin[1..length].iter().zip(&rest[1..]).all(|(&table, &word)| may_be(table, word)) {
                out.push(Match {
                    unit: row.unit,
                    length: row.length,
                    cost: row.cost,
                    foreign: row.habit != ENGLISH,
                    letters: row.letters,
                });
            }
        }
    }
}
