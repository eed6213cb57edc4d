//! Habits: the presses and scholars whose romanisation is not the English, and the signs by which a spelling shows them.

use super::latin::{fold_latin, letters_of};
use crate::knowledge::{Rows, TableError};

const TABLE: &str = "source/habits.tsv";

/// The habits, one bit each.
const HABITS: [&str; 8] = ["english", "french", "german", "iso", "northern", "polish", "scholarly", "southern"];

/// The bit of the English habit, which every spelling may follow.
pub(super) const ENGLISH: u8 = 1;
/// The bit of the Latin alphabets of Serbian and Macedonian.
pub const SOUTHERN: u8 = 1 << 7;

/// The bit of a habit.
pub(super) fn habit_named(name: &str) -> Option<u8> {
    HABITS.iter().position(|habit| *habit == name).map(|place| 1 << place)
}

#[derive(Debug)]
struct Sign {
    habit: u8,
    letters: Vec<u8>,
    /// Which letters it has, as bits: a word without them all has not the sign.
    set: u64,
    at_end: bool,
}

/// The signs by which a spelling shows another habit than the English.
#[derive(Debug)]
pub struct Habits(Vec<Sign>);

impl Habits {
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut signs = Vec::new();
        let mut letters = Vec::new();
        for row in Rows::new(TABLE, include_str!("habits.tsv"), ["habit", "sign", "origin"])? {
            let (line, [habit, sign, _]) = row?;
            let habit = habit_named(habit).ok_or_else(|| TableError::new(TABLE, line, format!("there is no habit “{habit}”")))?;
            fold_latin(sign.trim_end_matches('$'), &mut letters);
            signs.push(Sign { habit, letters: letters.clone(), set: letters_of(&letters), at_end: sign.ends_with('$') });
        }
        Ok(Self(signs))
    }

    /// The habits that a folded spelling may follow, as bits; the English is always among them.
    pub fn of(&self, word: &[u8]) -> u8 {
        let set = letters_of(word);
        let possible = self.0.iter().filter(|sign| sign.set & !set == 0);
        possible.filter(|sign| sign.is_in(word)).fold(ENGLISH, |bits, sign| bits | sign.habit)
    }
}

impl Sign {
    fn is_in(&self, word: &[u8]) -> bool {
        if self.at_end {
            return word.ends_with(&self.letters);
        }
        word.windows(self.letters.len()).any(|part| part == self.letters)
    }
}
