//! Presses that do not write English: how a spelling of theirs reads in English romanisation.

use rustc_hash::FxHashMap;
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
}

/// A press and its groups, the longest first.
#[derive(Debug)]
struct Press {
    name: &'static str,
    groups: Vec<Group>,
}

/// All presses of the table.
#[derive(Debug)]
pub struct Presses {
    presses: Vec<Press>,
    /// Of each letter, the groups that begin with it and are signs: the numbers of the press and of the group.
    signs: FxHashMap<char, Vec<(u8, u8)>>,
}

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
            let group = Group { written: written.nfc().collect(), read, at_end, sign };
            match presses.last_mut().filter(|last| last.name == press) {
                Some(last) => last.groups.push(group),
                None => presses.push(Press { name: press, groups: vec![group] }),
            }
        }
        for press in &mut presses {
            press.groups.sort_by_key(|group| std::cmp::Reverse((group.written.len(), group.at_end)));
        }
        let mut signs: FxHashMap<char, Vec<(u8, u8)>> = FxHashMap::default();
        for (number, press) in presses.iter().enumerate() {
            for (place, group) in press.groups.iter().enumerate().filter(|(_, group)| group.sign.is_some()) {
                if let Some(&first) = group.written.first() {
                    signs.entry(first).or_default().push((number as u8, place as u8));
                }
            }
        }
        Ok(Self { presses, signs })
    }

    /// The presses of which a word shows a sign, as bits in the order of the table.
    pub fn signs(&self, word: &str) -> u32 {
        self.shown(&letters(word)).into_iter().fold(0, |bits, (press, _)| bits | 1 << press)
    }

    /// The folded readings of a word in the manner of each press that it shows a sign of, each with its price in hundredths.
    pub fn readings(&self, word: &str) -> Vec<(u32, Vec<u8>)> {
        let letters = letters(word);
        let read = |(press, price): (u8, u8)| {
            let mut folded = Vec::with_capacity(letters.len());
            fold_latin(&self.presses[usize::from(press)].read(&letters), &mut folded);
            (u32::from(price), folded)
        };
        self.shown(&letters).into_iter().map(read).collect()
    }

    /// The presses of which some letters show a sign, in the order of the table, each with its least price.
    fn shown(&self, letters: &[char]) -> Vec<(u8, u8)> {
        let mut shown: Vec<(u8, u8)> = Vec::new();
        for (at, letter) in letters.iter().enumerate() {
            for &(press, group) in self.signs.get(letter).into_iter().flatten() {
                let group = &self.presses[usize::from(press)].groups[usize::from(group)];
                if let Some(price) = group.sign.filter(|_| group.stands_at(letters, at)) {
                    match shown.iter_mut().find(|(other, _)| *other == press) {
                        Some((_, least)) => *least = price.min(*least),
                        None => shown.push((press, price)),
                    }
                }
            }
        }
        shown.sort_unstable();
        shown
    }
}

/// The letters of a word in lower case, composed.
fn letters(word: &str) -> Vec<char> {
    if word.is_ascii() {
        return word.chars().map(|c| c.to_ascii_lowercase()).collect();
    }
    word.nfc().flat_map(char::to_lowercase).collect()
}

impl Group {
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
