//! Topics: single words by which a row tells what the text around a hit is about.

use rustc_hash::FxHashMap;

use crate::knowledge::{Rows, TableError, VocabularyBuilder, WordId};

/// A topic that the table of topics names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic(u8);

impl Topic {
    /// Its place in the order of the table.
    pub fn number(self) -> usize {
        self.0.into()
    }
}

/// The topics of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicSet(u64);

impl TopicSet {
    /// Whether no topic is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a topic is in the set.
    pub fn has(self, topic: Topic) -> bool {
        self.0 & (1 << topic.0) != 0
    }
}

/// All topics with their words.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    names: Vec<String>,
    words: FxHashMap<WordId, TopicSet>,
}

impl Topics {
    /// The table as a path below `knowledge/`.
    pub const PATH: &str = "target/english/topics.tsv";

    /// The built-in topics; their words go into the vocabulary.
    pub(in crate::knowledge) fn builtin(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let mut topics = Self::default();
        for row in Rows::new(Self::PATH, include_str!("../target/english/topics.tsv"), ["topic", "words", "origin"])? {
            let (line, [name, list, _]) = row?;
            let number = topics.names.len();
            if number >= u64::BITS as usize {
                return Err(TableError::new(Self::PATH, line, format!("more than {} topics", u64::BITS)));
            }
            topics.names.push(name.to_owned());
            for word in list.split(' ') {
                topics.words.entry(words.intern(word)).or_default().0 |= 1 << number;
            }
        }
        Ok(topics)
    }

    /// The topic with this name.
    pub fn named(&self, name: &str) -> Option<Topic> {
        let number = self.names.iter().position(|n| n == name)?;
        u8::try_from(number).ok().map(Topic)
    }

    /// All topics, in the order of the table.
    pub fn all(&self) -> impl Iterator<Item = Topic> {
        (0..).zip(&self.names).map(|(number, _)| Topic(number))
    }

    /// The names of all topics.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The topics of a word.
    pub fn of(&self, word: WordId) -> TopicSet {
        self.words.get(&word).copied().unwrap_or_default()
    }
}
