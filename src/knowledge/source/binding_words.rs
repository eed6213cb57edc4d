//! Words that hold the sentences of French, Spanish, German and others together.

use crate::knowledge::target::english::Lexicon;
use crate::knowledge::{Language, Rows, TableError, VocabularyBuilder, WordClass, WordId};

const TABLE: &str = "source/binding_words.tsv";
/// The bit of words that English has as well.
const ENGLISH_TOO: u8 = 1 << 7;

/// For each word of the vocabulary, the languages that it binds, as bits in the order of [`BindingWords::LANGUAGES`].
#[derive(Debug, Default)]
pub struct BindingWords(Vec<u8>);

impl BindingWords {
    /// The languages of the table; their bits leave the highest one free.
    pub const LANGUAGES: [Language; 7] = [
        Language::French,
        Language::Spanish,
        Language::German,
        Language::Polish,
        Language::Turkish,
        Language::Italian,
        Language::Portuguese,
    ];

    /// Opens the built-in table and puts its words into the vocabulary; the classes of English words must be there before.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(in crate::knowledge) fn builtin(words: &mut VocabularyBuilder, lexicon: &Lexicon) -> Result<Self, TableError> {
        let mut sets: Vec<u8> = Vec::new();
        for row in Rows::new(TABLE, include_str!("binding_words.tsv"), ["language", "words", "origin"])? {
            let (line, [code, list, _]) = row?;
            let place = Self::LANGUAGES.iter().position(|language| language.code() == code);
            let place = place.ok_or_else(|| TableError::new(TABLE, line, format!("“{code}” is no language of this table")))?;
            for word in list.split(' ') {
                let classes = words.classes_of(word);
                let english = classes.has(WordClass::Function) || classes.has(WordClass::Pronoun) || lexicon.is_common(word);
                let id = words.intern(word).index();
                if sets.len() <= id {
                    sets.resize(id + 1, 0);
                }
                if let Some(set) = sets.get_mut(id) {
                    *set |= 1 << place | if english { ENGLISH_TOO } else { 0 };
                }
            }
        }
        Ok(Self(sets))
    }

    /// Whether a word is one of some language of the table and none of English.
    pub fn is_telling(&self, word: WordId) -> bool {
        self.set(word) & ENGLISH_TOO == 0 && self.set(word) != 0
    }

    /// Whether a word is one of this language, be it one of English as well or not.
    pub fn binds(&self, word: WordId, language: Language) -> bool {
        Self::LANGUAGES.iter().position(|l| *l == language).is_some_and(|place| self.set(word) & (1 << place) != 0)
    }

    fn set(&self, word: WordId) -> u8 {
        self.0.get(word.index()).copied().unwrap_or_default()
    }
}
