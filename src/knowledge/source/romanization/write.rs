//! Writing a form of a source language in Latin letters, and telling which schemes write it so.

use super::{Place, Romanization, Scheme, SchemeSet, Schemes};
use crate::knowledge::Language;
use crate::knowledge::source::latin::{fold_latin, fold_letter};

/// Above this cost, in hundredths, no press writes a row as a matter of course.
const USUAL: u8 = 40;
/// The rows that foreign presses share with the English cost no more than this.
const SHARED: u8 = 10;
/// Longer forms are not names.
const LONGEST: usize = 64;

/// A row as it is written.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) unit: &'static str,
    pub(super) latin: &'static str,
    pub(super) folded: Box<[u8]>,
    pub(super) place: Place,
    /// The standards and presses that write it.
    pub(super) schemes: SchemeSet,
}

impl Schemes {
    /// The schemes of an origin and those that write an English row of this cost besides.
    pub(super) fn of_row(&self, origin: &str, cost: Option<u8>) -> Result<SchemeSet, String> {
        let mut set = SchemeSet::default();
        for name in origin.split("; ") {
            set = set.or(self.set_of(name).ok_or_else(|| format!("there is no scheme “{name}”"))?);
        }
        if cost.is_some_and(|cost| cost <= USUAL) {
            set = set.or(self.english());
        }
        Ok(if cost.is_some_and(|cost| cost <= SHARED) { set.or(self.presses()) } else { set })
    }
}

impl Romanization {
    /// A form of the language as a scheme writes it; nothing where the scheme does not say how a letter is written. Signs
    /// for softness and hardness are left out, as English copy does.
    pub fn write(&self, form: &str, scheme: &Scheme, schemes: &Schemes) -> Option<String> {
        let set = schemes.set_of(scheme.name)?;
        let lower: Vec<char> = form.chars().flat_map(char::to_lowercase).collect();
        let capitals: Vec<bool> = form.chars().map(char::is_uppercase).collect();
        if lower.len() > LONGEST || lower.len() != capitals.len() {
            return None;
        }
        let mut out = String::with_capacity(2 * form.len());
        let (mut at, mut before) = (0, None);
        while let Some(&letter) = lower.get(at) {
            if !letter.is_alphabetic() {
                if !is_apostrophe(letter) {
                    out.push(letter);
                    before = None;
                }
                at += 1;
                continue;
            }
            let rest = &lower[at..];
            let Some((length, row)) = self.row_for(rest, before, set) else {
                if self.is_mute(letter) {
                    at += 1;
                    continue;
                }
                return None;
            };
            let mut letters = row.latin.chars();
            if capitals[at] {
                out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            }
            out.extend(letters);
            before = row.folded.last().copied();
            at += length;
        }
        Some(out)
    }

    /// The row of a scheme for the letters that follow: the longest unit, in the most particular place.
    fn row_for(&self, rest: &[char], before: Option<u8>, set: SchemeSet) -> Option<(usize, &Written)> {
        let ends = |length: usize| rest.get(length).is_none_or(|next| !next.is_alphabetic() && !is_apostrophe(*next));
        let fits = self.written.iter().filter(|row| !row.schemes.and(set).is_empty()).filter_map(|row| {
            let length = unit_at(row.unit, rest)?;
            row.place.holds(before, ends(length)).then_some((length, row))
        });
        fits.max_by_key(|(length, row)| (*length, row.place))
    }

    /// The schemes that write a form as this spelling, the best known first. Presses that do not write English are named
    /// only where the English press does not write it so.
    pub fn schemes<'s>(&self, spelling: &str, form: &str, schemes: &'s Schemes) -> Vec<&'s Scheme> {
        let set = self.schemes_of(spelling, form);
        let english = schemes.english();
        if set.and(english).is_empty() {
            return schemes.within(set);
        }
        let standards = set.without(schemes.presses());
        schemes.within(standards.or(english))
    }

    /// Which schemes have a way from the start of both to the end: of each pair of places, those that reach it.
    fn schemes_of(&self, spelling: &str, form: &str) -> SchemeSet {
        let mut word = Vec::new();
        fold_latin(spelling, &mut word);
        let letters: Vec<char> = form.chars().flat_map(char::to_lowercase).filter(|c| !is_apostrophe(*c)).collect();
        if word.len() > LONGEST || letters.len() > LONGEST {
            return SchemeSet::default();
        }
        let columns = letters.len() + 1;
        let mut reached = vec![SchemeSet::default(); (word.len() + 1) * columns];
        reached[0] = SchemeSet::ALL;
        for i in 0..=word.len() {
            for j in 0..letters.len() {
                let here = reached[i * columns + j];
                if here.is_empty() {
                    continue;
                }
                let before = i.checked_sub(1).map(|i| word[i]).filter(|letter| *letter != b'-');
                if self.is_mute(letters[j]) {
                    let there = &mut reached[i * columns + j + 1];
                    *there = there.or(here);
                }
                if !letters[j].is_alphabetic() && word.get(i) == Some(&b'-') {
                    let there = &mut reached[(i + 1) * columns + j + 1];
                    *there = there.or(here);
                }
                for row in &self.written {
                    let Some(length) = unit_at(row.unit, &letters[j..]) else { continue };
                    let end = i + row.folded.len();
                    let last = word.get(end).is_none_or(|next| *next == b'-');
                    if word[i..].starts_with(&row.folded) && row.place.holds(before, last) {
                        let there = &mut reached[end * columns + j + length];
                        *there = there.or(here.and(row.schemes));
                    }
                }
            }
        }
        reached[reached.len() - 1]
    }

    /// Whether a letter that no row writes leaves no trace in English copy.
    fn is_mute(&self, letter: char) -> bool {
        letter == 'ь' || letter == 'ъ' && self.language != Language::Bulgarian
    }
}

/// How many letters a unit takes, where it stands at the start of these.
fn unit_at(unit: &str, letters: &[char]) -> Option<usize> {
    let mut length = 0;
    for letter in unit.chars() {
        if letters.get(length) != Some(&letter) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

fn is_apostrophe(letter: char) -> bool {
    fold_letter(letter).is_empty()
}
