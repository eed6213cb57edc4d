//! Words that stand twice in a row only by mistake, words that may, and endings that tell which.

use crate::knowledge::{Rows, TableError, VocabularyBuilder, WordId};

const TABLE: &str = include_str!("doubled-words.tsv");
const PATH: &str = "target/english/doubled-words.tsv";

/// What a word or an ending of the table does; a word may have several kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubling {
    /// An article.
    Article,
    /// An article that names one thing.
    One,
    /// A word that never governs itself.
    Function,
    /// A preposition that may belong to the verb before it.
    Adverbial,
    /// A form of "to be".
    Copula,
    /// A pronoun that is a subject only.
    Subject,
    /// A word that opens a clause which may be the subject of a form of "to be".
    SubjectClause,
    /// A conjunction that joins equals.
    Joint,
    /// A word that makes another thing of the noun before it.
    LinksOn,
    /// A word that a noun follows.
    BeforeNoun,
    /// A word of a set phrase that says it twice.
    Repeats,
    /// A noun that names a doing or a state.
    Doing,
    /// A verb or an adjective in a form that idiom doubles.
    Inflected,
    /// A form in which a verb and a noun look alike.
    Gerund,
    /// A word that opens a comparison.
    Comparing,
    /// A form of "to have" or "to be" before a participle.
    Auxiliary,
    /// A form that is a participle.
    Participle,
    /// A word that is doubled for weight, or in a cry.
    Emphatic,
    /// A cry, a sound or a syllable of a song.
    Cry,
    /// A name that is made of one word said twice.
    TwiceNamed,
}

impl Doubling {
    const ALL: [(Self, &str); 20] = [
        (Self::Article, "article"),
        (Self::One, "one"),
        (Self::Function, "function"),
        (Self::Adverbial, "adverbial"),
        (Self::Copula, "copula"),
        (Self::Subject, "subject"),
        (Self::SubjectClause, "subject-clause"),
        (Self::Joint, "joint"),
        (Self::LinksOn, "links-on"),
        (Self::BeforeNoun, "before-noun"),
        (Self::Repeats, "repeats"),
        (Self::Doing, "doing"),
        (Self::Inflected, "inflected"),
        (Self::Gerund, "gerund"),
        (Self::Comparing, "comparing"),
        (Self::Auxiliary, "auxiliary"),
        (Self::Participle, "participle"),
        (Self::Emphatic, "emphatic"),
        (Self::Cry, "cry"),
        (Self::TwiceNamed, "twice-named"),
    ];
}

/// The table of doubled words.
#[derive(Clone, Debug, Default)]
pub struct DoubledWords {
    /// For each word id: its kinds, a bit each.
    kinds: Vec<u32>,
    endings: Vec<(&'static str, Doubling)>,
}

impl DoubledWords {
    /// The built-in table; its words go into the vocabulary.
    pub(in crate::knowledge) fn builtin(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let mut doubled = Self::default();
        for row in Rows::new(PATH, TABLE, ["kind", "words", "origin"])? {
            let (line, [name, list, _]) = row?;
            let kind = Doubling::ALL.iter().find(|(_, word)| *word == name).map(|(kind, _)| *kind);
            let kind = kind.ok_or_else(|| TableError::new(PATH, line, format!("there is no kind “{name}”")))?;
            for word in list.split(' ') {
                match word.strip_prefix('-') {
                    Some(ending) => doubled.endings.push((ending, kind)),
                    None => doubled.add(words.intern(word), kind),
                }
            }
        }
        Ok(doubled)
    }

    fn add(&mut self, word: WordId, kind: Doubling) {
        if self.kinds.len() <= word.index() {
            self.kinds.resize(word.index() + 1, 0);
        }
        self.kinds[word.index()] |= 1 << kind as u32;
    }

    /// Whether a word in lower case is of a kind by its ending, three letters at least before it.
    pub fn ends(&self, word: &str, kind: Doubling) -> bool {
        self.endings.iter().any(|(ending, of)| *of == kind && word.len() > ending.len() + 2 && word.ends_with(ending))
    }

    /// Whether a word is of a kind.
    pub fn is(&self, word: WordId, kind: Doubling) -> bool {
        self.kinds.get(word.index()).is_some_and(|kinds| kinds & (1 << kind as u32) != 0)
    }
}
