//! The words of all tables, each with an id and the classes it belongs to.

use rustc_hash::FxHashMap;

use crate::document::{Token, TokenKind};

/// The id of a word that stands in some table; [`WordId::NONE`] for every other word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// A word of no table.
    pub const NONE: Self = Self(0);

    /// As an index into lists of one entry a word.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

macro_rules! word_classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A closed class of words that rows and rules may name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum WordClass { $($(#[$doc])* $name,)* }

        impl WordClass {
            /// All classes with the names that tables use.
            pub const ALL: &[(Self, &str)] = &[$((Self::$name, $word),)*];
        }
    };
}

word_classes! {
    /// Months.
    Month = "month",
    /// Personal pronouns in any case, possessives among them.
    Pronoun = "pronoun",
    /// Articles, prepositions, conjunctions, auxiliaries: words that are never names.
    Function = "function",
    /// Words that usually open a sentence.
    Starter = "starter",
    /// Ranks, offices and forms of address that stand before a name.
    Title = "title",
    /// Verbs of saying in the forms that attribute a quotation ("said", "adds").
    Speech = "speech",
    /// Countries and regions by their usual English names, single words.
    Country = "country",
    /// Adjectives of countries and peoples, and of continents.
    Nationality = "nationality",
    /// Social networks, messengers and video sites by name.
    Network = "network",
    /// Articles.
    Article = "article",
    /// Lower-case words within a surname ("de", "van").
    Particle = "particle",
}

/// A set of [`WordClass`]es.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(u32);

impl ClassSet {
    /// Whether a class is in the set.
    pub fn has(self, class: WordClass) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    fn add(&mut self, class: WordClass) {
        self.0 |= 1 << class as u8;
    }
}

/// Collects the words of the tables while they are read.
#[derive(Debug)]
pub struct VocabularyBuilder {
    ids: FxHashMap<Box<str>, WordId>,
    classes: Vec<ClassSet>,
}

impl Default for VocabularyBuilder {
    fn default() -> Self {
        Self { ids: FxHashMap::default(), classes: vec![ClassSet::default()] }
    }
}

impl VocabularyBuilder {
    /// The id of a word, which is folded first.
    pub fn intern(&mut self, word: &str) -> WordId {
        let mut folded = String::new();
        fold(word, &mut folded);
        if let Some(&id) = self.ids.get(folded.as_str()) {
            return id;
        }
        let id = WordId(self.classes.len() as u32);
        self.classes.push(ClassSet::default());
        self.ids.insert(folded.into(), id);
        id
    }

    /// Puts a word into a class.
    pub fn add_class(&mut self, word: &str, class: WordClass) {
        let id = self.intern(word);
        self.classes[id.index()].add(class);
    }

    /// The classes that a word has been put into so far.
    pub fn classes(&self, id: WordId) -> ClassSet {
        self.classes[id.index()]
    }

    /// Closes the collection.
    pub fn build(self) -> Vocabulary {
        let mut marks = [WordId::NONE; 128];
        let mut longest = 0;
        for (word, &id) in &self.ids {
            longest = longest.max(word.len());
            if let [byte] = word.as_bytes() {
                marks[*byte as usize] = id;
            }
        }
        Vocabulary { ids: self.ids, classes: self.classes, marks, longest }
    }
}

/// The words of all tables.
#[derive(Debug)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    classes: Vec<ClassSet>,
    /// Ids of the marks below 128, which need no hashing.
    marks: [WordId; 128],
    /// Bytes of the longest word: a longer token is in no table.
    longest: usize,
}

impl Vocabulary {
    /// The id of a token; `buffer` is scratch space for folding.
    pub fn of_token(&self, token: &Token, word: &str, buffer: &mut String) -> WordId {
        match token.kind() {
            TokenKind::Link => WordId::NONE,
            TokenKind::Mark if word.len() == 1 => self.marks[word.as_bytes()[0] as usize & 127],
            // Folding can shorten a word, but never by more than two thirds.
            _ if word.len() > 3 * self.longest => WordId::NONE,
            _ => {
                fold(word, buffer);
                self.ids.get(buffer.as_str()).copied().unwrap_or_default()
            }
        }
    }

    /// The id of a word, which is folded first.
    pub fn id(&self, word: &str) -> WordId {
        let mut folded = String::new();
        fold(word, &mut folded);
        self.ids.get(folded.as_str()).copied().unwrap_or_default()
    }

    /// The classes of a word.
    pub fn classes(&self, id: WordId) -> ClassSet {
        self.classes[id.index()]
    }

    /// How many ids there are, [`WordId::NONE`] among them.
    pub fn len(&self) -> usize {
        self.classes.len()
    }

    /// Whether no table has a word.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// Writes a word in lower case with a straight apostrophe into `out`.
pub fn fold(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        out.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '\u{2019}' { '\'' } else { c }));
    }
}
