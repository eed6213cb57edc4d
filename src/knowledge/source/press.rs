//! Presses that do not write English: how a spelling of theirs reads in English romanisation.

use unicode_normalization::UnicodeNormalization;

use super::latin::fold_latin;
use crate::knowledge::{Rows, TableError};

/// A group of letters that a press writes.
#[derive(Debug)]
struct Group {
    written: Vec<char>,
    read: &'static str,
    at_end: bool,
    sign: bool,
}

/// A press and its groups, the longest first.
#[derive(Debug)]
struct Press {
    name: &'static str,
    groups: Vec<Group>,
}

/// All presses of the table.
#[derive(Debug)]
pub struct Presses(Vec<Press>);

impl Presses {
    /// Opens a built-in table: `name` is how errors call it.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn open(name: &'static str, text: &'static str) -> Result<Self, TableError> {
        let mut presses: Vec<Press> = Vec::new();
        let rows = Rows::new(name, text, ["press", "written", "read", "place", "sign", "origin"])?;
        for row in rows {
            let (line, [press, written, read, place, sign, _]) = row?;
            let one_of = |word: &str, yes: &str, no: &str| match word {
                word if word == yes => Ok(true),
                word if word == no => Ok(false),
                _ => Err(TableError::new(name, line, format!("“{word}” is neither “{yes}” nor “{no}”"))),
            };
            let (at_end, sign) = (one_of(place, "end", "any")?, one_of(sign, "yes", "no")?);
            let group = Group { written: written.nfc().collect(), read, at_end, sign };
            match presses.last_mut().filter(|last| last.name == press) {
                Some(last) => last.groups.push(group),
                None => presses.push(Press { name: press, groups: vec![group] }),
            }
        }
        for press in &mut presses {
            press.groups.sort_by_key(|group| std::cmp::Reverse((group.written.len(), group.at_end)));
        }
        Ok(Self(presses))
    }

    /// The folded readings of a word in the manner of each press that it shows a sign of.
    pub fn readings(&self, word: &str) -> Vec<Vec<u8>> {
        let letters: Vec<char> = word.nfc().flat_map(char::to_lowercase).collect();
        let mut readings: Vec<Vec<u8>> = Vec::new();
        for press in self.0.iter().filter(|press| press.groups.iter().any(|group| group.sign && group.is_in(&letters))) {
            let mut folded = Vec::with_capacity(letters.len());
            fold_latin(&press.read(&letters), &mut folded);
            if !readings.contains(&folded) {
                readings.push(folded);
            }
        }
        readings
    }
}

impl Group {
    fn is_in(&self, letters: &[char]) -> bool {
        (1..letters.len()).any(|at| self.stands_at(letters, at)) || self.stands_at(letters, 0)
    }

    fn stands_at(&self, letters: &[char], at: usize) -> bool {
        letters[at..].starts_with(&self.written) && (!self.at_end || at > 0 && at + self.written.len() == letters.len())
    }
}

impl Press {
    fn read(&self, letters: &[char]) -> String {
        let mut out = String::with_capacity(letters.len() + 4);
        let mut at = 0;
        while at < letters.len() {
            match self.groups.iter().find(|group| group.stands_at(letters, at)) {
                Some(group) => {
                    out.push_str(group.read);
                    at += group.written.len();
                }
                None => {
                    out.push(letters[at]);
                    at += 1;
                }
            }
        }
        out
    }
}
