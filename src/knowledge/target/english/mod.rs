//! English as the language written in.
//!
//! In: the tables of this folder. Out: typed facts of English.
//! Must not know: any source language.

mod articles;
mod doubled;
mod forms;
mod lexicon;
mod lower_case;
mod numbers;
mod pronouns;
mod proper_terms;
mod speech_past;
mod varieties;

pub use articles::Articles;
pub use doubled::{DoubledWords, Doubling};
pub use forms::{Form, WordForms};
pub use lexicon::{Entry, Lexicon};
pub use lower_case::{LowerCase, LowerCaseUse, LowerCaseUses};
pub use numbers::{NumberWord, NumberWords, Rendering};
pub use pronouns::{GenderedPronoun, GenderedPronouns};
pub use proper_terms::{ProperTerm, ProperTerms};
pub use speech_past::{PresentSpeech, SpeechPast};
pub use varieties::{Beside, Spelt, SpeltWord, Varieties, Variety};

pub(in crate::knowledge) use articles::articles;
pub(in crate::knowledge) use lower_case::lower_case_uses;
pub(in crate::knowledge) use pronouns::gendered_pronouns;
pub(in crate::knowledge) use proper_terms::proper_terms;
pub(in crate::knowledge) use speech_past::speech_past;
pub(in crate::knowledge) use varieties::varieties;

use crate::document::{Abbreviation, Conventions};
use crate::knowledge::{Rows, TableError, VocabularyBuilder, WordClass};

const ADDRESSES: &str = include_str!("addresses.tsv");
const ABBREVIATIONS: &str = include_str!("abbreviations.tsv");
const WORD_CLASSES: &str = include_str!("word-classes.tsv");
const CLASS_TABLE: &str = "target/english/word-classes.tsv";

/// The abbreviations, first words and endings of addresses that cutting a text needs.
pub(in crate::knowledge) fn conventions() -> Result<Conventions, TableError> {
    let table = "target/english/abbreviations.tsv";
    let mut abbreviations = Vec::new();
    for row in Rows::new(table, ABBREVIATIONS, ["word", "class", "origin"])? {
        let (line, [word, class, _]) = row?;
        let class = match class {
            "before-name" => Abbreviation::BeforeName,
            "anywhere" => Abbreviation::Anywhere,
            _ => return Err(TableError::new(table, line, format!("“{class}” is neither before-name nor anywhere"))),
        };
        abbreviations.push((word.into(), class));
    }
    let mut starters = Vec::new();
    for row in word_classes()? {
        let (word, class) = row?;
        if class == WordClass::Starter {
            starters.push(word.into());
        }
    }
    let mut endings = Vec::new();
    for row in Rows::new("target/english/addresses.tsv", ADDRESSES, ["kind", "endings", "origin"])? {
        let (_, [_, words, _]) = row?;
        endings.extend(words.split(' ').map(Box::from));
    }
    Ok(Conventions::new(abbreviations, starters, endings))
}

/// Puts the words of the class table into the vocabulary.
pub(in crate::knowledge) fn add_word_classes(words: &mut VocabularyBuilder) -> Result<(), TableError> {
    for row in word_classes()? {
        let (word, class) = row?;
        words.add_class(word, class);
    }
    Ok(())
}

/// The words of the class table, one by one: a row names a class and all its words.
fn word_classes() -> Result<impl Iterator<Item = Result<(&'static str, WordClass), TableError>>, TableError> {
    let rows = Rows::new(CLASS_TABLE, WORD_CLASSES, ["class", "words", "origin"])?;
    Ok(rows.flat_map(|row| {
        let words: Vec<_> = match row.and_then(|(line, [class, words, _])| Ok((class_named(line, class)?, words))) {
            Ok((class, words)) => words.split(' ').map(|word| Ok((word, class))).collect(),
            Err(error) => vec![Err(error)],
        };
        words
    }))
}

fn class_named(line: usize, name: &str) -> Result<WordClass, TableError> {
    let class = WordClass::ALL.iter().find(|(_, word)| *word == name).map(|(class, _)| *class);
    class.ok_or_else(|| TableError::new(CLASS_TABLE, line, format!("there is no class “{name}”")))
}
