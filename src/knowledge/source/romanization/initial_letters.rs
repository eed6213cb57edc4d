//! How single letters are written where each stands first in its word: what becomes of the letters of an acronym.

use rustc_hash::FxHashMap;

use super::{Romanization, Schemes};

impl Romanization {
    /// The spellings, in lower case, that English copy gives each letter as a matter of course at the start of a word.
    pub fn initial_letters(&self, schemes: &Schemes) -> FxHashMap<char, Vec<&'static str>> {
        let mut letters: FxHashMap<char, Vec<&'static str>> = FxHashMap::default();
        for row in &self.written {
            let mut unit = row.unit.chars();
            let (Some(letter), None) = (unit.next(), unit.next()) else { continue };
            // A standard must have it, too: the press alone writes "ph" in names that came by way of Greek.
            let usual = !row.schemes.and(schemes.english()).is_empty() && !row.schemes.without(schemes.english()).is_empty();
            if usual && row.place.holds(None, false) && row.latin.is_ascii() {
                let spellings = letters.entry(letter).or_default();
                if !spellings.contains(&row.latin) {
                    spellings.push(row.latin);
                }
            }
        }
        letters
    }
}
