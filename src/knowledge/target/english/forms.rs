//! The forms of English words: plurals and the forms of verbs, by rule but for those of a table.
//!
//! In: a word in its plain form. Out: one of its forms. Must not know: texts; what part of speech a word is.

use rustc_hash::FxHashMap;

use crate::knowledge::{Rows, TableError};

const TABLE: &str = include_str!("irregular-forms.tsv");
const PATH: &str = "target/english/irregular-forms.tsv";

/// A form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// “city”, “carry”
    Plain,
    /// The plural, and the third person: “cities”, “carries”.
    S,
    /// “carried”
    Past,
    /// “carrying”
    Ing,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 4] = [Self::Plain, Self::S, Self::Past, Self::Ing];
}

/// The forms of words: a rule, and a table for what goes by none.
#[derive(Debug)]
pub struct WordForms {
    /// Plural or third person, past, -ing; an empty one goes by rule.
    irregular: FxHashMap<&'static str, [&'static str; 3]>,
}

impl WordForms {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] for a row that cannot be read.
    pub fn builtin() -> Result<Self, TableError> {
        let rows = Rows::new(PATH, TABLE, ["word", "s", "past", "ing", "origin"])?;
        let irregular = rows.map(|row| row.map(|(_, [word, s, past, ing, _])| (word, [s, past, ing])));
        Ok(Self { irregular: irregular.collect::<Result<_, _>>()? })
    }

    /// A form of a word in lower case; of a word of several parts with a hyphen, the last part is formed.
    pub fn of(&self, word: &str, form: Form) -> String {
        let known = self.irregular.get(word).map_or("", |[s, past, ing]| match form {
            Form::Plain => "",
            Form::S => s,
            Form::Past => past,
            Form::Ing => ing,
        });
        if !known.is_empty() {
            return known.to_owned();
        }
        if let Some((before, last)) = word.rsplit_once('-') {
            return format!("{before}-{}", self.of(last, form));
        }
        match form {
            Form::Plain => word.to_owned(),
            Form::S => with_s(word),
            Form::Past => past(word),
            Form::Ing => ing(word),
        }
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether a word ends in a consonant and a “y”.
fn ends_in_hard_y(word: &str) -> bool {
    matches!(word.as_bytes(), [.., before, b'y'] if !is_vowel(*before))
}

fn with_s(word: &str) -> String {
    let stem = word.strip_suffix('y').filter(|_| ends_in_hard_y(word));
    match stem {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

/// Whether the last consonant is doubled before an ending: one syllable, one vowel, one consonant (“stop”, not “fix”).
fn doubles(word: &str) -> bool {
    let vowels = word.bytes().filter(|&letter| is_vowel(letter) || letter == b'y').count();
    let ending = |letters: &[u8]| match letters {
        [.., before, vowel, last] => {
            !is_vowel(*before) && is_vowel(*vowel) && !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y')
        }
        _ => false,
    };
    vowels == 1 && ending(word.as_bytes())
}

fn past(word: &str) -> String {
    let last = word.chars().next_back().unwrap_or_default();
    match word.strip_suffix('y').filter(|_| ends_in_hard_y(word)) {
        Some(stem) => format!("{stem}ied"),
        None if last == 'e' => format!("{word}d"),
        None if doubles(word) => format!("{word}{last}ed"),
        None => format!("{word}ed"),
    }
}

fn ing(word: &str) -> String {
    let last = word.chars().next_back().unwrap_or_default();
    let silent = word.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y']));
    match (word.strip_suffix("ie"), silent) {
        (Some(stem), _) => format!("{stem}ying"),
        (None, Some(stem)) => format!("{stem}ing"),
        _ if doubles(word) => format!("{word}{last}ing"),
        _ => format!("{word}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_formed_by_rule_or_by_the_table() {
        let table = WordForms::builtin().expect("a sound table");
        let forms = |word: &str| Form::ALL.map(|form| table.of(word, form)).join(" ");
        assert_eq!(forms("carry"), "carry carries carried carrying");
        assert_eq!(forms("stop"), "stop stops stopped stopping");
        assert_eq!(forms("fix"), "fix fixes fixed fixing");
        assert_eq!(forms("play"), "play plays played playing");
        assert_eq!(forms("agree"), "agree agrees agreed agreeing");
        assert_eq!(forms("use"), "use uses used using");
        assert_eq!(forms("man"), "man men manned manning");
        assert_eq!(forms("passer-by"), "passer-by passers-by passer-bied passer-bying");
        assert_eq!(forms("write"), "write writes wrote writing");
        assert_eq!(forms("lie"), "lie lies lied lying");
    }
}
