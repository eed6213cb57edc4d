//! Words for countries and peoples that are right in lower case in some sense ("china cups", "french fries").

use rustc_hash::FxHashMap;

use crate::knowledge::{Rows, TableError, hash_word};

const TABLE: &str = include_str!("lower-case.tsv");
const PATH: &str = "target/english/lower-case.tsv";

/// How to tell the name from the common word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LowerCase {
    /// Nobody can tell.
    Never,
    /// The name is an adjective between an article or a preposition and a noun.
    Adjective,
    /// The name stands after a preposition of place.
    Place,
    /// The name is a people, which other words beside it tell.
    People,
    /// The common word stands before certain words.
    Before,
    /// The common word stands after certain words.
    After,
}

impl LowerCase {
    const ALL: [(Self, &str); 6] = [
        (Self::Never, "never"),
        (Self::Adjective, "adjective"),
        (Self::Place, "place"),
        (Self::People, "people"),
        (Self::Before, "before"),
        (Self::After, "after"),
    ];
}

/// A row of the table: the kind, and the hashes of the words beside which the common word is meant.
#[derive(Debug)]
pub struct LowerCaseUse {
    /// How to tell.
    pub kind: LowerCase,
    beside: Vec<u64>,
}

impl LowerCaseUse {
    /// Whether a word, by its hash, stands in the row.
    pub fn has(&self, word: u64) -> bool {
        self.beside.contains(&word)
    }
}

/// The table, by the hash of the word in lower case.
#[derive(Debug, Default)]
pub struct LowerCaseUses(FxHashMap<u64, Vec<LowerCaseUse>>);

impl LowerCaseUses {
    /// The rows of a word.
    pub fn of(&self, word: u64) -> &[LowerCaseUse] {
        self.0.get(&word).map_or(&[], Vec::as_slice)
    }
}

/// Reads the table.
pub(in crate::knowledge) fn lower_case_uses() -> Result<LowerCaseUses, TableError> {
    let mut uses = LowerCaseUses::default();
    for row in Rows::new(PATH, TABLE, ["word", "kind", "words", "origin"])? {
        let (line, [word, name, words, _]) = row?;
        let kind = LowerCase::ALL.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind);
        let kind = kind.ok_or_else(|| TableError::new(PATH, line, format!("there is no kind “{name}”")))?;
        let beside = words.split(' ').filter(|word| *word != "-").map(hash_word).collect();
        uses.0.entry(hash_word(word)).or_default().push(LowerCaseUse { kind, beside });
    }
    Ok(uses)
}
