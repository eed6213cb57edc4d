//! How the letters of a source language are written in Latin letters.

use super::latin::{fold_latin, is_vowel, may_be, without_accent};
use crate::knowledge::{Language, Rows, TableError};

/// The longest Latin spelling of one unit, in letters.
const LONGEST: usize = 8;

/// Where in a word a row holds, as seen in the Latin spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Anywhere.
    Any,
    /// After a vowel.
    AfterVowel,
    /// After a consonant.
    AfterConsonant,
    /// At the start of a word or after a vowel.
    Open,
    /// At the end of a word, after at least one letter.
    End,
}

/// The presses and scholars whose habits differ from the English.
const HABITS: [&str; 7] = ["english", "french", "german", "iso", "northern", "polish", "scholarly"];

#[derive(Clone, Copy, Debug)]
struct Row {
    unit: u16,
    latin: [u8; LONGEST],
    length: u8,
    place: Place,
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
}

impl Romanization {
    /// Opens the built-in table of a language.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin(language: Language) -> Result<Self, TableError> {
        let (table, text) = match language {
            Language::Russian => ("source/russian/romanization.tsv", include_str!("russian/romanization.tsv")),
            Language::Ukrainian => ("source/ukrainian/romanization.tsv", include_str!("ukrainian/romanization.tsv")),
            Language::Belarusian => ("source/belarusian/romanization.tsv", include_str!("belarusian/romanization.tsv")),
            Language::Bulgarian => ("source/bulgarian/romanization.tsv", include_str!("bulgarian/romanization.tsv")),
        };
        let mut units: Vec<&'static str> = Vec::new();
        let mut rows = Vec::new();
        let mut folded = Vec::new();
        for row in Rows::new(table, text, ["unit", "latin", "place", "habit", "cost", "origin"])? {
            let (line, [unit, latin, place, habit, cost, _]) = row?;
            let wrong = |what: String| TableError::new(table, line, what);
            if units.last() != Some(&unit) {
                units.push(unit);
            }
            fold_latin(latin, &mut folded);
            let mut letters = [0; LONGEST];
            let slot = letters.get_mut(..folded.len()).filter(|slot| !slot.is_empty());
            slot.ok_or_else(|| wrong(format!("“{latin}” has not 1 to {LONGEST} letters")))?.copy_from_slice(&folded);
            rows.push(Row {
                unit: units.len() as u16 - 1,
                latin: letters,
                length: folded.len() as u8,
                place: place_named(place).ok_or_else(|| wrong(format!("there is no place “{place}”")))?,
                habit: habit_named(habit).ok_or_else(|| wrong(format!("there is no habit “{habit}”")))?,
                cost: cost.parse().map_err(|_| wrong(format!("“{cost}” is no cost from 0 to 255")))?,
                letters: unit.chars().count() as u8,
            });
        }
        rows.sort_by_key(|row| row.latin[0]);
        let starts = (0..=256).map(|byte| rows.partition_point(|row| usize::from(row.latin[0]) < byte) as u16).collect();
        Ok(Self { language, units, rows, starts })
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
        let Some(rest) = word.get(at..).filter(|rest| !rest.is_empty()) else { return };
        let first = [rest[0], without_accent(rest[0])];
        for &first in if may_be(first[1], first[0]) && first[0] != first[1] { &first[..] } else { &first[..1] } {
            let range = usize::from(self.starts[usize::from(first)])..usize::from(self.starts[usize::from(first) + 1]);
            let fits = |row: &&Row| habits & (1 << row.habit) != 0 && row.fits(word, at);
            out.extend(self.rows[range].iter().filter(fits).map(|row| Match {
                unit: row.unit,
                length: row.length,
                cost: row.cost,
                foreign: row.habit > 0,
                letters: row.letters,
            }));
        }
    }
}

impl Row {
    /// Whether its letters stand at a place of a word, and it holds there.
    fn fits(&self, word: &[u8], at: usize) -> bool {
        let letters = &self.latin[..usize::from(self.length)];
        let before = at.checked_sub(1).map(|i| is_vowel(word[i]));
        let holds = match self.place {
            Place::Any => true,
            Place::AfterVowel => before == Some(true),
            Place::AfterConsonant => before == Some(false),
            Place::Open => before != Some(false),
            Place::End => at > 0 && at + letters.len() == word.len(),
        };
        holds && word.len() - at >= letters.len() && letters.iter().zip(&word[at..]).all(|(&table, &word)| may_be(table, word))
    }
}

fn place_named(name: &str) -> Option<Place> {
    Some(match name {
        "any" => Place::Any,
        "after-vowel" => Place::AfterVowel,
        "after-consonant" => Place::AfterConsonant,
        "open" => Place::Open,
        "end" => Place::End,
        _ => return None,
    })
}

fn habit_named(name: &str) -> Option<u8> {
    HABITS.iter().position(|habit| *habit == name).map(|i| i as u8)
}

/// The signs by which a spelling shows another habit than the English.
#[derive(Debug)]
pub struct Habits(Vec<(u8, Vec<u8>, bool)>);

impl Habits {
    pub(super) fn builtin() -> Result<Self, TableError> {
        let table = "source/habits.tsv";
        let mut signs = Vec::new();
        for row in Rows::new(table, include_str!("habits.tsv"), ["habit", "sign", "origin"])? {
            let (line, [habit, sign, _]) = row?;
            let habit = habit_named(habit).ok_or_else(|| TableError::new(table, line, format!("there is no habit “{habit}”")))?;
            let mut folded = Vec::new();
            fold_latin(sign.trim_end_matches('$'), &mut folded);
            signs.push((habit, folded, sign.ends_with('$')));
        }
        Ok(Self(signs))
    }

    /// The habits that a folded spelling may follow, as bits; the English is always among them.
    pub fn of(&self, word: &[u8]) -> u8 {
        let shows = |(_, sign, end): &&(u8, Vec<u8>, bool)| {
            if *end { word.ends_with(sign) } else { word.windows(sign.len()).any(|part| part == sign.as_slice()) }
        };
        self.0.iter().filter(shows).fold(1, |bits, (habit, ..)| bits | 1 << habit)
    }
}
