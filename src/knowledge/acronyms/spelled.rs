//! What translations leave of an acronym in Cyrillic letters: its romanisations, and its look.

use rustc_hash::FxHashMap;

use crate::knowledge::{Language, Rows, Source, TableError};

const LOOK_ALIKES: &str = "source/look_alikes.tsv";

/// So many romanisations of one acronym are kept; the usual ones come first.
const MOST: usize = 24;

/// Cyrillic letters that look like Latin ones: pairs of them.
#[derive(Clone, Debug, Default)]
pub struct LatinLooks(Vec<(char, char)>);

impl LatinLooks {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut letters = Vec::new();
        for row in Rows::new(LOOK_ALIKES, include_str!("../source/look_alikes.tsv"), ["cyrillic", "latin", "origin"])? {
            let (line, [cyrillic, latin, _]) = row?;
            let single = |cell: &str| cell.chars().next().filter(|c| cell.len() == c.len_utf8());
            match (single(cyrillic), single(latin)) {
                (Some(cyrillic), Some(latin)) => letters.push((cyrillic, latin)),
                _ => return Err(TableError::new(LOOK_ALIKES, line, "one letter in each cell is expected")),
            }
        }
        Ok(Self(letters))
    }

    /// The Latin letter that a Cyrillic one looks like.
    pub fn latin(&self, cyrillic: char) -> Option<char> {
        self.0.iter().find(|(letter, _)| *letter == cyrillic).map(|(_, latin)| *latin)
    }

    /// A word with Cyrillic letters for all that look so; `None` where a Latin letter looks like none.
    pub fn cyrillic_of(&self, word: &str) -> Option<String> {
        let cyrillic = |latin: char| self.0.iter().find(|(_, look)| *look == latin).map(|(cyrillic, _)| *cyrillic);
        word.chars().map(|c| if c.is_ascii() { cyrillic(c) } else { Some(c) }).collect()
    }

    /// A word with Latin letters for all that look so; `None` where a letter looks like none.
    pub fn of_word(&self, word: &str) -> Option<String> {
        word.chars().map(|c| if c.is_ascii() { Some(c) } else { self.latin(c) }).collect()
    }
}

/// The letters of one language as English copy writes them at the start of a word.
#[derive(Debug)]
pub(super) struct Letters(FxHashMap<char, Vec<&'static str>>);

impl Letters {
    pub fn of(language: Language, source: &Source) -> Option<Self> {
        Some(Self(source.romanization(language)?.initial_letters(&source.schemes)))
    }

    /// The romanisations of an acronym, those with "Ch" and those with "CH" for one letter; letters of no sound are left out.
    pub fn romanized(&self, acronym: &str) -> Vec<String> {
        let mut spellings = vec![String::new()];
        for letter in acronym.chars() {
            if letter.is_ascii() {
                spellings.iter_mut().for_each(|s| s.push(letter));
                continue;
            }
            let lower = letter.to_lowercase().next().unwrap_or(letter);
            let Some(latin) = self.0.get(&lower) else { continue };
            let small = letter.is_lowercase();
            let mut next = Vec::new();
            for latin in latin {
                for spelling in &spellings {
                    let title = |s: &str| if small { s.to_owned() } else { title(s) };
                    next.push(format!("{spelling}{}", title(latin)));
                    if latin.len() > 1 && !small {
                        next.push(format!("{spelling}{}", latin.to_ascii_uppercase()));
                    }
                }
            }
            next.truncate(MOST);
            spellings = next;
        }
        spellings
    }
}

fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}
