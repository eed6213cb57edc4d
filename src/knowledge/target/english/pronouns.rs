//! Pronouns that name a man or a woman, with those for a thing.

use rustc_hash::FxHashMap;

use crate::knowledge::source::Gender;
use crate::knowledge::{Rows, TableError, hash_word};

const TABLE: &str = include_str!("pronouns.tsv");
const PATH: &str = "target/english/pronouns.tsv";

/// A pronoun and what stands in its place for a thing.
#[derive(Clone, Copy, Debug)]
pub struct GenderedPronoun {
    /// Whom it names.
    pub gender: Gender,
    /// Whether it means the subject again.
    pub reflexive: bool,
    /// The form for a thing as a subject or an object.
    pub object: Option<&'static str>,
    /// The form for a thing before a noun.
    pub possessive: Option<&'static str>,
}

/// The table, by the hash of the word.
#[derive(Debug, Default)]
pub struct GenderedPronouns(FxHashMap<u64, GenderedPronoun>);

impl GenderedPronouns {
    /// The pronoun with this hash.
    pub fn get(&self, word: u64) -> Option<&GenderedPronoun> {
        self.0.get(&word)
    }
}

/// Reads the table.
pub(in crate::knowledge) fn gendered_pronouns() -> Result<GenderedPronouns, TableError> {
    let mut pronouns = GenderedPronouns::default();
    for row in Rows::new(PATH, TABLE, ["word", "gender", "use", "object", "possessive", "origin"])? {
        let (line, [word, gender, kind, object, possessive, _]) = row?;
        let wrong = |seen: &str| TableError::new(PATH, line, format!("“{seen}” is not among the words known here"));
        let gender = match gender {
            "f" => Gender::Female,
            "m" => Gender::Male,
            _ => return Err(wrong(gender)),
        };
        let reflexive = match kind {
            "reflexive" => true,
            "personal" => false,
            _ => return Err(wrong(kind)),
        };
        let form = |cell: &'static str| (cell != "-").then_some(cell);
        let (object, possessive) = (form(object), form(possessive));
        pronouns.0.insert(hash_word(word), GenderedPronoun { gender, reflexive, object, possessive });
    }
    Ok(pronouns)
}
