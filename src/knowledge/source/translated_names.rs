//! Proper names that translations render as words, found in a text by the hashes of the wrong words.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::knowledge::{Beginnings, Rows, TableError, hash_word};

const NAMES: &str = "source/translated_names.tsv";
const KINDS: &str = "target/english/kinds.tsv";

/// The kind of the rows that name people.
const SURNAME: &str = "surname";

/// A kind of things that bear proper names.
#[derive(Debug, Default)]
pub struct Kind {
    nouns: FxHashSet<u64>,
    weak: FxHashSet<u64>,
    between: FxHashSet<u64>,
    /// What a name is without quotation marks.
    pub bare: Bare,
}

/// Whether the word for a thing is its name without quotation marks too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bare {
    /// Never: the word and the noun may be a verb and its subject (“the West exercises …”).
    Never,
    /// Only where the name has several words, or where the document has the name as it is.
    #[default]
    Seldom,
    /// Directly beside the noun.
    Beside,
}

/// What a word is to a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The noun for it.
    Noun,
    /// A noun for many things, which needs another word of the kind beside it.
    WeakNoun,
    /// A word that may stand between the name and the noun.
    Between,
}

impl Kind {
    /// What the word with this hash is to the kind.
    pub fn part(&self, hash: u64) -> Option<Part> {
        match hash {
            hash if self.nouns.contains(&hash) => Some(Part::Noun),
            hash if self.weak.contains(&hash) => Some(Part::WeakNoun),
            hash if self.between.contains(&hash) => Some(Part::Between),
            _ => None,
        }
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct TranslatedName {
    /// The name in its own script.
    pub name: &'static str,
    /// The spellings that English texts use, the usual one first.
    pub right: Vec<&'static str>,
    /// Its kind; none for surnames.
    kind: Option<usize>,
}

/// A rendering of a name.
#[derive(Clone, Copy, Debug)]
struct Rendering {
    row: u16,
    /// Whether it counts only between quotation marks: other things of the kind bear it as their name.
    quoted: bool,
}

/// All rows.
#[derive(Debug, Default)]
pub struct TranslatedNames {
    rows: Vec<TranslatedName>,
    kinds: Vec<Kind>,
    by_key: FxHashMap<u64, Vec<Rendering>>,
    beginnings: Beginnings,
}

impl TranslatedNames {
    /// Opens the built-in tables.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut names = Self::default();
        let mut kinds: FxHashMap<&str, usize> = FxHashMap::default();
        for row in Rows::new(KINDS, include_str!("../target/english/kinds.tsv"), ["kind", "nouns", "between", "bare", "origin"])?
        {
            let (line, [kind, nouns, between, bare, _]) = row?;
            let bare = match bare {
                "yes" => Bare::Beside,
                "no" => Bare::Seldom,
                "never" => Bare::Never,
                _ => return Err(TableError::new(KINDS, line, format!("“{bare}” is none of yes, no and never"))),
            };
            kinds.insert(kind, names.kinds.len());
            let mut kind = Kind { bare, between: between.split(' ').map(hash_word).collect(), ..Kind::default() };
            for noun in nouns.split(' ') {
                match noun.strip_suffix('?') {
                    Some(weak) => kind.weak.insert(hash_word(weak)),
                    None => kind.nouns.insert(hash_word(noun)),
                };
            }
            names.kinds.push(kind);
        }
        let columns = ["language", "name", "kind", "right", "wrong", "origin"];
        for row in Rows::new(NAMES, include_str!("translated_names.tsv"), columns)? {
            let (line, [_, name, kind, right, wrong, _]) = row?;
            let number = names.rows.len() as u16;
            let kind = match kinds.get(kind) {
                None if kind == SURNAME => None,
                None => return Err(TableError::new(NAMES, line, format!("there is no kind “{kind}”"))),
                Some(&kind) => Some(kind),
            };
            for wrong in wrong.split('|') {
                let plain = wrong.trim_end_matches('?');
                let words: Vec<u64> = plain.split([' ', '-']).map(hash_word).collect();
                let key = names.beginnings.add(&words);
                names.by_key.entry(key).or_default().push(Rendering { row: number, quoted: plain != wrong });
            }
            names.rows.push(TranslatedName { name, right: right.split('|').collect(), kind });
        }
        Ok(names)
    }

    /// The rows whose wrong words have this hash together, and whether they count only between quotation marks.
    pub fn get(&self, key: u64) -> impl Iterator<Item = (&TranslatedName, bool)> {
        let renderings = self.by_key.get(&key).into_iter().flatten();
        renderings.filter_map(|rendering| Some((self.rows.get(usize::from(rendering.row))?, rendering.quoted)))
    }

    /// The usual spellings of things that bear their names without quotation marks, which are weapons for the most part.
    pub(super) fn bare(&self) -> impl Iterator<Item = &'static str> {
        self.rows.iter().filter(|row| self.kind(row).is_some_and(|kind| kind.bare == Bare::Beside)).map(|row| row.right[0])
    }

    /// The kind of a row; none for surnames.
    pub fn kind(&self, name: &TranslatedName) -> Option<&Kind> {
        name.kind.and_then(|kind| self.kinds.get(kind))
    }

    /// The beginnings of all wrong words.
    pub fn beginnings(&self) -> &Beginnings {
        &self.beginnings
    }
}
