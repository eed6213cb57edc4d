//! Keys: a few numbers for each spelling, one of them shared by spellings that may romanise one source form.
//!
//! A key is the skeleton of consonants as they sound over the four source languages: vowels, y and the soft sign leave
//! no trace, all sibilants and affricates are one class, h, kh, g and gh another, v, w and f a third; a last “a” is kept,
//! since it tells women from men. A letter that can be read in two ways (c, ch, j, ck, u for ў) gives two readings.
//! That is coarser than the verifier on purpose: spellings with no key in common are never compared.

use crate::knowledge::source::{fold_latin, without_accent};

/// The most readings of one spelling; further ones are dropped.
const MOST: usize = 8;

/// Classes of letters, four bits each, so that sixteen letters fit one number; 0 is no letter.
mod class {
    pub const NONE: u8 = 0;
    pub const B: u8 = 1;
    pub const D: u8 = 2;
    pub const G: u8 = 3;
    pub const K: u8 = 4;
    pub const L: u8 = 5;
    pub const M: u8 = 6;
    pub const N: u8 = 7;
    pub const P: u8 = 8;
    pub const R: u8 = 9;
    pub const S: u8 = 10;
    pub const T: u8 = 11;
    pub const V: u8 = 12;
    pub const A: u8 = 13;
}

/// The keys of a spelling, sorted, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    keys: [u64; MOST],
    count: u8,
}

impl Keys {
    /// The keys of a word, whatever its case and accents.
    pub fn of(word: &str) -> Self {
        let mut folded = Vec::with_capacity(word.len());
        fold_latin(word, &mut folded);
        Self::of_folded(&folded)
    }

    /// The keys of a folded word.
    pub fn of_folded(word: &[u8]) -> Self {
        let mut readings = Readings { all: [(0, class::NONE); MOST], count: 1 };
        let mut at = 0;
        while at < word.len() {
            at += step(word, at, &mut readings);
        }
        if word.last().is_some_and(|&letter| without_accent(letter) == b'a') {
            readings.push(&[class::NONE, class::A]);
        }
        let mut keys = [0; MOST];
        let mut count = 0;
        for (key, _) in &readings.all[..readings.count] {
            if !keys[..count].contains(key) {
                keys[count] = *key;
                count += 1;
            }
        }
        keys[..count].sort_unstable();
        Self { keys, count: count as u8 }
    }

    /// The keys.
    pub fn as_slice(&self) -> &[u64] {
        &self.keys[..usize::from(self.count)]
    }
}

/// All readings so far: the packed classes and the class of the letter just before, for doubled letters.
struct Readings {
    all: [(u64, u8); MOST],
    count: usize,
}

impl Readings {
    /// Adds classes to every reading; one that repeats the letter just before is the same letter doubled.
    fn push(&mut self, classes: &[u8]) {
        for reading in &mut self.all[..self.count] {
            *reading = extend(*reading, classes);
        }
    }

    /// Adds either of two sequences: every reading becomes two, as far as there is room.
    fn fork(&mut self, usual: &[u8], other: &[u8]) {
        for i in 0..self.count {
            if let Some(slot) = self.all.get(self.count).map(|_| self.count) {
                self.all[slot] = extend(self.all[i], other);
                self.count += 1;
            }
            self.all[i] = extend(self.all[i], usual);
        }
    }
}

fn extend((mut key, mut last): (u64, u8), classes: &[u8]) -> (u64, u8) {
    for &class in classes {
        if class != last && class != class::NONE {
            key = key << 4 | u64::from(class);
        }
        last = class;
    }
    (key, last)
}

/// Reads one unit of a word; gives how many letters it took.
fn step(word: &[u8], at: usize, readings: &mut Readings) -> usize {
    use class::*;
    let next = word.get(at + 1).copied().unwrap_or(b'-');
    let before = at.checked_sub(1).map_or(b'-', |i| word[i]);
    let sibilant = |b: u8| matches!(b, b's' | b'z' | 128..=133 | 142);
    match word[at] {
        b'b' => readings.push(&[B]),
        b'd' => readings.push(&[D]),
        149 => readings.fork(&[D], &[S]),
        b'g' if next == b'h' => return two(readings, &[G]),
        // Macedonian ѓ and ќ.
        b'g' if next == b'j' => {
            readings.fork(&[G], &[D]);
            return 2;
        }
        151 => readings.fork(&[G], &[D]),
        b'k' if next == b'j' => {
            readings.fork(&[K], &[S]);
            return 2;
        }
        152 => readings.fork(&[K], &[S]),
        b'g' => readings.push(&[G]),
        b'k' if next == b'h' => return two(readings, &[G]),
        b'k' | b'q' => readings.push(&[K]),
        b'l' | 134 => readings.push(&[L]),
        b'm' => readings.push(&[M]),
        b'n' => readings.push(&[N]),
        b'p' if next == b'h' => return two(readings, &[V]),
        b'p' => readings.push(&[P]),
        b'r' => readings.push(&[R]),
        // Bulgarian щ is “sht” or “shch”.
        b's' if word[at..].starts_with(b"sht") => {
            readings.fork(&[S, T], &[S]);
            return 3;
        }
        b's' | b'z' if next == b'h' => return two(readings, &[S]),
        b's' | b'z' | 128..=133 | 142 => readings.push(&[S]),
        b't' if sibilant(next) || (next == b'c' && word.get(at + 2) == Some(&b'h')) => {}
        b't' if next == b'h' => return two(readings, &[T]),
        b't' => readings.push(&[T]),
        b'v' | b'w' | b'f' => readings.push(&[V]),
        // Belarusian ў and Bulgarian ъ.
        137 => readings.fork(&[V], &[NONE]),
        b'x' => readings.fork(&[K, S], &[G]),
        b'c' if next == b'h' => {
            if sibilant(before) || before == b't' {
                readings.push(&[S]);
            } else {
                readings.fork(&[S], &[G]);
            }
            return 2;
        }
        b'c' if next == b'k' => {
            readings.fork(&[K], &[S, K]);
            return 2;
        }
        b'c' if sibilant(next) => readings.push(&[S]),
        b'c' => readings.fork(&[K], &[S]),
        b'h' => readings.push(&[G]),
        b'j' if before == b'd' => readings.fork(&[NONE], &[S]),
        b'j' if is_vowel(next) => {
            readings.fork(&[NONE], &[S]);
            if before == b'-' {
                readings.fork(&[NONE], &[NONE]);
            }
        }
        b'u' if is_vowel(before) && !is_vowel(next) => readings.fork(&[NONE], &[V]),
        _ => readings.push(&[NONE]),
    }
    1
}

fn two(readings: &mut Readings, classes: &[u8]) -> usize {
    readings.push(classes);
    2
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}
