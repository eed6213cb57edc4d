//! Words that American and British English spell differently.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::knowledge::{Filter, Rows, TableError, hash_word};

const TABLE: &str = include_str!("varieties.tsv");
const PATH: &str = "target/english/varieties.tsv";
/// Bytes of the table for each spelling, at least, so that room is made for all at once.
const BYTES: usize = 10;
/// An ending that is none.
const NONE: &str = "-";

/// A variety of English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Variety {
    /// “color”, “center”, “organize”
    American,
    /// “colour”, “centre”; -ise and -ize both
    British,
}

impl Variety {
    /// The other of the two.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::American => Self::British,
            Self::British => Self::American,
        }
    }

    /// As an adjective.
    pub fn name(self) -> &'static str {
        match self {
            Self::American => "American",
            Self::British => "British",
        }
    }
}

/// Where the American spelling of a word counts as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Wherever it stands.
    Anything,
    /// After digits, or one of these words, by their hashes.
    After(Vec<u64>),
    /// In a sentence without any of these words, by their hashes.
    Without(Vec<u64>),
    /// The same, and only where a word follows, which tells what is meant.
    BeforeWord(Vec<u64>),
}

/// A word that has two spellings, with all its forms of one kind.
#[derive(Debug)]
pub struct SpeltWord {
    stems: [&'static str; 2],
    endings: &'static str,
    tells: [bool; 2],
    /// Where its American spelling counts.
    pub beside: Beside,
}

impl SpeltWord {
    /// Whether one of its spellings shows the variety.
    pub fn tells(&self, variety: Variety) -> bool {
        self.tells[variety as usize]
    }

    /// What all forms of the word have in common, so that those of several rows count as one word.
    pub fn lemma(&self) -> &'static str {
        self.stems[Variety::American as usize]
    }

    /// A form of the word in one of the two spellings.
    pub fn written(&self, form: usize, variety: Variety) -> Option<String> {
        let ending = self.endings.split(' ').nth(form)?;
        let stem = self.stems[variety as usize];
        Some(if ending == NONE { stem.to_owned() } else { format!("{stem}{ending}") })
    }
}

/// One spelling of a form of a word.
#[derive(Clone, Copy, Debug)]
pub struct Spelt<'a> {
    /// The word.
    pub word: &'a SpeltWord,
    /// Which of its forms.
    pub form: usize,
    /// In which spelling.
    pub variety: Variety,
}

/// The words of the table, found by the hash of each spelling.
#[derive(Debug, Default)]
pub struct Varieties {
    words: Vec<SpeltWord>,
    spellings: FxHashMap<u64, (u16, u8, Variety)>,
    filter: Filter,
}

impl Varieties {
    /// The word of which this is the hash in lower case ([`hash_word`]), if it has two spellings.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<Spelt<'_>> {
        if self.filter.may_have(hash) { self.look_up(hash) } else { None }
    }

    fn look_up(&self, hash: u64) -> Option<Spelt<'_>> {
        let &(word, form, variety) = self.spellings.get(&hash)?;
        Some(Spelt { word: self.words.get(usize::from(word))?, form: usize::from(form), variety })
    }

    fn add(&mut self, word: SpeltWord) -> Result<(), String> {
        let number = u16::try_from(self.words.len()).map_err(|_| "too many rows".to_owned())?;
        let mut letters = String::new();
        for (form, ending) in word.endings.split(' ').enumerate() {
            let form = u8::try_from(form).map_err(|_| "too many forms".to_owned())?;
            for variety in [Variety::American, Variety::British] {
                let stem = word.stems[variety as usize];
                letters.clear();
                letters.push_str(stem);
                letters.push_str(if ending == NONE { "" } else { ending });
                let hash = hash_word(&letters);
                self.filter.add(hash);
                if self.spellings.insert(hash, (number, form, variety)).is_some() {
                    return Err(format!("“{stem}” with “{ending}” stands twice"));
                }
            }
        }
        self.words.push(word);
        Ok(())
    }
}

/// Reads the table.
pub(in crate::knowledge) fn varieties() -> Result<Varieties, TableError> {
    let mut varieties = Varieties::default();
    varieties.spellings.reserve(TABLE.len() / BYTES);
    let mut last = ("", "");
    for row in Rows::new(PATH, TABLE, ["american", "british", "forms", "tells", "beside", "origin"])? {
        let (line, [american, british, endings, tells, beside, origin]) = row?;
        let fault = |message: String| TableError::new(PATH, line, message);
        let tells = match tells {
            "both" => [true, true],
            "american" => [true, false],
            "british" => [false, true],
            "neither" => [false, false],
            _ => return Err(fault(format!("“{tells}” is none of both, american, british, neither"))),
        };
        if last >= (american, british) || origin.is_empty() {
            return Err(fault(format!("“{american}” stands out of order, twice, or without an origin")));
        }
        last = (american, british);
        let hashes = |words: &str| words.split(' ').map(hash_word).collect();
        let beside = match beside.split_once(' ') {
            Some(("after", words)) => Beside::After(hashes(words)),
            Some(("without", words)) => Beside::Without(hashes(words)),
            Some(("before-word", words)) => Beside::BeforeWord(hashes(words)),
            _ if beside == NONE => Beside::Anything,
            _ => return Err(fault(format!("“{beside}” is none of -, after …, without …, before-word …"))),
        };
        varieties.add(SpeltWord { stems: [american, british], endings, tells, beside }).map_err(fault)?;
    }
    Ok(varieties)
}
