//! What the articles of English depend on: how words begin as they are said, and which names always have “the”.

use rustc_hash::FxHashMap;

use crate::knowledge::acronyms::Indefinite;
use crate::knowledge::{Beginnings, Rows, TableError, hash_word};

const SOUNDS: &str = include_str!("first-sounds.tsv");
const SOUNDS_PATH: &str = "target/english/first-sounds.tsv";
const NAMES: &str = include_str!("definite-names.tsv");
const NAMES_PATH: &str = "target/english/definite-names.tsv";

/// The kind of a state whose team goes by its name.
const TEAM: &str = "team";

/// The tables on articles.
#[derive(Debug, Default)]
pub struct Articles {
    /// Beginnings with the article before them, sorted; none where some say it one way, some the other.
    sounds: Vec<(&'static str, Option<Indefinite>)>,
    /// Bytes of the longest beginning.
    longest: usize,
    /// Whether each name is a team’s as well.
    names: FxHashMap<u64, bool>,
    beginnings: Beginnings,
}

impl Articles {
    /// The article before an English word in lower case: as its longest beginning in the table says, else as its first
    /// letter does. Nothing where it is said in two ways, or begins with no letter of English.
    pub fn indefinite(&self, word: &str) -> Option<Indefinite> {
        let known = |end: usize| {
            let beginning = word.get(..end)?;
            let at = self.sounds.binary_search_by_key(&beginning, |(text, _)| text).ok()?;
            self.sounds.get(at).map(|(_, article)| *article)
        };
        let letter = || word.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(Indefinite::A);
        (1..=self.longest.min(word.len())).rev().find_map(known).unwrap_or_else(letter)
    }

    /// Whether the words with this hash together ([`crate::knowledge::join`]) are a name that always has “the” as a noun,
    /// and if so, whether it is a team’s as well, which may open a sentence without.
    pub fn definite(&self, key: u64) -> Option<bool> {
        self.names.get(&key).copied()
    }

    /// The beginnings of all names that always have “the”.
    pub fn beginnings(&self) -> &Beginnings {
        &self.beginnings
    }
}

/// Reads the tables.
pub(in crate::knowledge) fn articles() -> Result<Articles, TableError> {
    let mut articles = Articles::default();
    for row in Rows::new(SOUNDS_PATH, SOUNDS, ["beginning", "article", "origin"])? {
        let (line, [beginning, article, _]) = row?;
        let article = match article {
            "a" => Some(Indefinite::A),
            "an" => Some(Indefinite::An),
            "either" => None,
            _ => return Err(TableError::new(SOUNDS_PATH, line, format!("“{article}” is not a, an or either"))),
        };
        articles.longest = articles.longest.max(beginning.len());
        articles.sounds.push((beginning, article));
    }
    articles.sounds.sort_unstable_by_key(|(beginning, _)| *beginning);
    for row in Rows::new(NAMES_PATH, NAMES, ["name", "kind", "origin"])? {
        let (_, [name, kind, _]) = row?;
        let words: Vec<u64> = name.split(' ').map(hash_word).collect();
        articles.names.insert(articles.beginnings.add(&words), kind == TEAM);
    }
    Ok(articles)
}
