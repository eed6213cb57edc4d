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
    /// What a reading in the manner of the press costs, in hundredths, where the group is a sign of it.
    sign: Option<u8>,
    /// Which letters it has, as bits: a word without them all has not the group.
    set: u64,
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
            let wrong = |what: String| TableError::new(name, line, what);
            let at_end = match place {
                "end" => true,
                "any" => false,
                _ => return Err(wrong(format!("there is no place “{place}”"))),
            };
            let sign = match sign {
                "-" => None,
                price => Some(price.parse().map_err(|_| wrong(format!("“{price}” is no price from 0 to 255")))?),
            };
            let written: Vec<char> = written.nfc().collect();
            let set = letters_of(&written);
            let group = Group { written, read, at_end, sign, set };
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

    /// The presses of which a word shows a sign, as bits in the order of the table.
    pub fn signs(&self, word: &str) -> u32 {
        let letters: Vec<char> = word.nfc().flat_map(char::to_lowercase).collect();
        let shows = |press: &Press| press.groups.iter().any(|group| group.sign.is_some() && group.is_in(&letters));
        self.0.iter().enumerate().filter(|(_, press)| shows(press)).fold(0, |bits, (i, _)| bits | 1 << i)
    }

    /// The folded readings of a word in the manner of each press that it shows a sign of, each with its price in hundredths.
    pub fn readings(&self, word: &str) -> Vec<(u32, Vec<u8>)> {
        let letters: Vec<char> = word.nfc().flat_map(char::to_lowercase).collect();
        let set = letters_of(&letters);
        let mut readings: Vec<(u32, Vec<u8>)> = Vec::new();
        for press in &self.0 {
            let possible = press.groups.iter().filter(|group| group.sign.is_some() && group.set & !set == 0);
            let signs = possible.filter(|group| group.is_in(&letters)).filter_map(|group| group.sign);
            if let Some(price) = signs.min() {
                let mut folded = Vec::with_capacity(letters.len());
                fold_latin(&press.read(&letters), &mut folded);
                readings.push((u32::from(price), folded));
            }
        }
        readings
    }
}

/// Which letters a word has, as bits; one bit may stand for several.
fn letters_of(word: &[char]) -> u64 {
    word.iter().fold(0, |set, &letter| set | 1 << (letter as u32 % 64))
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
