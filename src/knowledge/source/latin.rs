//! Latin letters as bytes: what romanisations are compared in.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Letters beyond a to z that romanisations tell apart; each is one byte from 128 on.
const LETTERS: [char; 25] =
    ['č', 'š', 'ž', 'ć', 'ś', 'ż', 'ł', 'ë', 'ï', 'ŭ', 'ă', 'ǎ', 'â', 'û', 'ŝ', 'ê', 'è', 'é', 'ì', 'ȳ', 'ĭ', 'đ', 'ö', 'ǵ', 'ḱ'];
/// The same letters without their accents.
const PLAIN: [u8; 25] = *b"cszcszleiuaaauseeeiyidogk";
/// From this one on the accent may be left out of account as well: few spellings that bear it follow the standard that has it.
const OPTIONAL: u8 = 128 + 12;

/// Writes a word as one byte a letter: lower case, accents that no table has left out, apostrophes and primes too,
/// every other character as a hyphen.
pub fn fold_latin(word: &str, out: &mut Vec<u8>) {
    out.clear();
    if word.is_ascii() {
        let letter = |b: u8| if b.is_ascii_alphabetic() { b.to_ascii_lowercase() } else { b'-' };
        out.extend(word.bytes().filter(|&b| b != b'\'' && b != b'`').map(letter));
        return;
    }
    for c in word.nfc().flat_map(char::to_lowercase) {
        push(c, out);
    }
}

/// One character folded; nothing where it leaves no trace.
pub(super) fn fold_letter(c: char) -> Vec<u8> {
    let mut folded = Vec::new();
    c.to_lowercase().for_each(|c| push(c, &mut folded));
    folded
}

/// Which letters a folded word has, as bits; one bit may stand for several accents.
pub(super) fn letters_of(word: &[u8]) -> u64 {
    let bit = |&letter: &u8| if letter.is_ascii_lowercase() { letter - b'a' } else { 26 + letter % 32 };
    word.iter().fold(0, |set, letter| set | 1 << bit(letter))
}

fn push(c: char, out: &mut Vec<u8>) {
    if c.is_ascii_alphabetic() {
        out.push(c as u8);
    } else if let Some(place) = LETTERS.iter().position(|&l| l == c) {
        out.push(128 + place as u8);
    } else if is_mute(c) || is_combining_mark(c) {
    } else if let Some(plain) = plain(c) {
        out.extend_from_slice(plain);
    } else {
        let mut base = None;
        decompose_canonical(c, |part| base = base.or(part.is_ascii_alphabetic().then_some(part as u8)));
        out.push(base.unwrap_or(b'-'));
    }
}

/// Apostrophes, primes and the dot between letters, which stand for a soft sign or for nothing.
fn is_mute(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '·' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2b9}'
            ..='\u{2bf}' | '\u{2c8}' | '\u{2032}' | '\u{2033}' | '\u{200b}'
    )
}

/// Letters that have no accent to take off.
fn plain(c: char) -> Option<&'static [u8]> {
    Some(match c {
        'ß' => b"ss",
        'ø' => b"o",
        'ı' => b"i",
        'đ' | 'ð' => b"d",
        'æ' => b"ae",
        'œ' => b"oe",
        'þ' => b"th",
        'ə' => b"e",
        _ => return None,
    })
}

/// A folded letter without its accent.
pub fn without_accent(letter: u8) -> u8 {
    letter.checked_sub(128).and_then(|place| PLAIN.get(usize::from(place))).copied().unwrap_or(letter)
}

/// Whether a letter of a table may stand for a letter of a word: the same one, or the one without an optional accent.
pub(super) fn may_be(table: u8, word: u8) -> bool {
    table == word || (word >= OPTIONAL && table == without_accent(word))
}

/// Whether a folded letter is a vowel, y among them.
pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(without_accent(letter), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}
