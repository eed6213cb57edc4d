//! Nearness: whether two spellings that no romanisation joins sound nearly alike, as the guesses of a translator do who
//! meets a foreign name again and again.
//!
//! The two are laid side by side letter by letter. Only vowels may differ, a letter may be doubled or not, and consonants
//! that are read alike (c and k, s and z) may stand for each other; the first letter must be read alike, and how a word
//! ends must be the same, since endings tell a man from a woman and a town from its district.

use unicode_normalization::UnicodeNormalization;

use crate::knowledge::source::{fold_latin, without_accent};

/// What a vowel that differs costs; the other prices are shares of it.
const VOWEL: u32 = 6;
/// A vowel beside another vowel, or one that is read alike (i and y).
const GLIDE: u32 = 3;
/// A consonant read like another.
const CONSONANT: u32 = 5;
/// A letter that is doubled in one of the words.
const DOUBLED: u32 = 2;
/// Shorter words are too much alike.
const SHORTEST: usize = 4;
/// Longer ones are not names.
const LONGEST: usize = 24;
const FAR: u32 = u32::MAX / 2;

/// The dearest pair that is near, by the letters of the shorter word: one difference in a short word, two in a long one.
fn limit(letters: usize) -> u32 {
    if letters == SHORTEST { VOWEL } else { 2 * letters as u32 - 2 }
}

/// Whether two words are letter by letter the same but for apostrophes and primes; capitals and accents count.
pub fn differ_in_apostrophes(a: &str, b: &str) -> bool {
    let mute = |c: &char| matches!(c, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{2b9}'..='\u{2bf}');
    let letters = |word: &str| word.nfc().filter(|c| !mute(c)).collect::<Vec<char>>();
    a != b && letters(a) == letters(b)
}

/// Whether two words sound nearly alike; never for words that differ in their ending.
pub fn is_near(a: &str, b: &str) -> bool {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    fold_latin(a, &mut left);
    fold_latin(b, &mut right);
    let (a, b) = (&plain(&left), &plain(&right));
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short < SHORTEST || long > LONGEST || long - short > 2 || !ends_alike(a, b) {
        return false;
    }
    let begin_alike = a.first().zip(b.first()).is_some_and(|(&a, &b)| replacement(a, b) < FAR);
    begin_alike && cost(a, b) <= limit(short)
}

/// Whether two words end alike: endings tell a man from a woman and a town from its district, but e, i and y at the end of
/// a name that is no Slavic one are all guesses.
fn ends_alike(a: &[u8], b: &[u8]) -> bool {
    let (Some((last, stem)), Some((other, _))) = (a.split_last(), b.split_last()) else { return false };
    let guessed = [last, other].into_iter().all(|letter| matches!(letter, b'e' | b'i' | b'y'));
    last == other || guessed && !stem.ends_with(b"sk")
}

/// A folded word without accents, and with one letter for what is read as one.
fn plain(word: &[u8]) -> Vec<u8> {
    let mut plain: Vec<u8> = Vec::with_capacity(word.len());
    for letter in word.iter().copied().map(without_accent) {
        match (plain.last_mut(), letter) {
            (Some(before @ b'k'), b'h') => *before = b'h',
            (Some(before @ b'p'), b'h') => *before = b'f',
            (Some(before @ b'c'), b'k') => *before = b'k',
            (Some(before @ b'o'), b'o' | b'u') => *before = b'u',
            (Some(before @ b'e'), b'e') => *before = b'i',
            _ => plain.push(letter),
        }
    }
    if let Some(stem) = [b"ey".as_slice(), b"ie"].iter().find_map(|end| plain.strip_suffix(*end)).map(<[u8]>::len) {
        plain.truncate(stem);
        plain.push(b'y');
    }
    plain
}

/// The price of the cheapest way to lay the words side by side.
fn cost(left: &[u8], right: &[u8]) -> u32 {
    let mut above = [FAR; LONGEST + 1];
    above[0] = 0;
    for j in 0..right.len() {
        above[j + 1] = above[j].saturating_add(gap(right, j)).min(FAR);
    }
    for i in 0..left.len() {
        let mut row = [FAR; LONGEST + 1];
        row[0] = above[0].saturating_add(gap(left, i)).min(FAR);
        for j in 0..right.len() {
            let replaced = above[j].saturating_add(replacement(left[i], right[j]));
            let dropped = above[j + 1].saturating_add(gap(left, i));
            let added = row[j].saturating_add(gap(right, j));
            row[j + 1] = replaced.min(dropped).min(added).min(FAR);
        }
        above = row;
    }
    above[right.len()]
}

/// The price of a letter that only one of the words has.
fn gap(word: &[u8], at: usize) -> u32 {
    let neighbour = |i: Option<usize>| i.and_then(|i| word.get(i)).copied();
    let sides = [neighbour(at.checked_sub(1)), neighbour(Some(at + 1))];
    let letter = word[at];
    if sides[0] == Some(letter) {
        DOUBLED
    } else if is_vowel(letter) {
        if sides.into_iter().flatten().any(is_vowel) { GLIDE } else { VOWEL }
    } else if matches!(letter, b'h' | b'j' | b't') && sides.into_iter().flatten().any(|side| !is_vowel(side)) {
        CONSONANT
    } else {
        FAR
    }
}

fn replacement(a: u8, b: u8) -> u32 {
    if a == b {
        0
    } else if is_alike(a, b) {
        if is_vowel(a) { GLIDE } else { CONSONANT }
    } else if is_vowel(a) && is_vowel(b) {
        VOWEL
    } else {
        FAR
    }
}

/// Whether two letters are often read alike.
fn is_alike(a: u8, b: u8) -> bool {
    const SETS: [&[u8]; 6] = [b"ckqg", b"szcx", b"vwf", b"iyj", b"dt", b"gh"];
    SETS.iter().any(|set| set.contains(&a) && set.contains(&b))
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}
