//! The words of all tables, each with an id and the classes it belongs to.

use std::ops::Range;

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
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Words that open a byline or a credit ("by", "photo").
    Credit = "credit",
    /// Prepositions before places, and those of the source language that were left ("v", "na").
    PlacePreposition = "place-preposition",
    /// Prepositions of a place where something is, which seldom stand before people.
    Locative = "locative",
    /// Titles of men alone.
    MansTitle = "mans-title",
    /// Prepositions of source languages in romanisation, as translations leave them.
    LeftPreposition = "left-preposition",
    /// Words for acronyms themselves.
    AboutLetters = "about-letters",
    /// Words for names and words themselves ("the name “Almaz”").
    AboutNames = "about-names",
    /// Nouns for bodies, firms and places of work that bear proper names.
    Organisation = "organisation",
    /// The preposition of belonging.
    Genitive = "genitive",
    /// Words that give a thing its name ("known as", "abbreviated to").
    Naming = "naming",
    /// Initials of more than one letter ("Yu", "Kh").
    Initial = "initial",
    /// Prepositions that stand before what has a name.
    Preposition = "preposition",
    /// Words that go on after a noun and never stand between an article and the head of its noun.
    AfterNoun = "after-noun",
    /// Forms of verbs that are no nouns.
    FiniteVerb = "finite-verb",
    /// Words that join nouns of one rank.
    Coordinator = "coordinator",
    /// Words that may begin what narrows a noun down ("the NATO of 1990").
    Narrowing = "narrowing",
    /// Abbreviations that many read as the words they stand for.
    SaidInFull = "said-in-full",
    /// Words that open what explains a foreign word ("a hutor, or farmstead").
    Gloss = "gloss",
    /// Words that cannot stand last in a line: articles, possessives, conjunctions.
    Unfinished = "unfinished",
    /// Prepositions that stand last only where a question or a relative clause took their noun away.
    Stranded = "stranded",
    /// Words that open a relative clause or a condition.
    Joining = "joining",
    /// Words of legal notes below a text.
    Disclaimer = "disclaimer",
    /// Words that open what a button of a page says.
    Button = "button",
    /// The word before an infinitive.
    Infinitive = "infinitive",
    /// Words by which a letter opens.
    Salutation = "salutation",
    /// Words on translating.
    Translating = "translating",
    /// Words on a text and on what is done to it.
    TextWork = "text-work",
    /// Words after which a word is spoken of as a word.
    Mention = "mention",
    /// Words of Slavic life that English texts use as they are.
    Loan = "loan",
    /// Endings that make English words of English words.
    Ending = "ending",
    /// Acronyms that all readers know as words of their own ("DVD", "GPS") and that are never spelled out.
    Everyday = "everyday",
    /// Things that are told apart by numbers, and papers that have one ("school", "decree").
    Numbered = "numbered",
    /// Words that announce what a colon introduces ("following", "this").
    Announcing = "announcing",
    /// Words that Slavic languages shorten before the next word: scales, units, kinds of places (тыс., кв., обл.).
    Shortened = "shortened",
    /// Verbs that stand with direct speech and are no verbs of saying, or are nouns as well ("laughs", "called").
    Spoken = "spoken",
    /// Forms of "be", "have", "do" and the modal verbs.
    Auxiliary = "auxiliary",
    /// Nouns for the people of a country or nation.
    People = "people",
    /// Continents, and countries that are no [`WordClass::Country`].
    Land = "land",
    /// Prefixes that stand before a name with a hyphen.
    Prefix = "prefix",
    /// Relative pronouns for people.
    Personal = "personal",
    /// Verbs in a finite form that report in a clause with "that" ("said", "added").
    Reporting = "reporting",
    /// Verbs that report to somebody ("told the court").
    Telling = "telling",
    /// Adverbs that make a verb of reporting of another ("pointed out").
    VerbParticle = "verb-particle",
    /// Things that bear words ("sign", "letter") or are told ("story"): what they say stands after a colon.
    Bearer = "bearer",
    /// Words of people who speak for themselves or to somebody.
    Direct = "direct",
    /// Verbs that take a clause with "that".
    Knowing = "knowing",
    /// Adjectives and participles that take a clause with "that".
    Certain = "certain",
    /// The pronoun that stands for a clause to come.
    Dummy = "dummy",
    /// Words by which an impersonal phrase takes a clause with "that" ("it turned out", "it follows").
    Impersonal = "impersonal",
    /// The conjunction of reported speech.
    That = "that",
    /// Pronouns for the person who is spoken to, as subjects.
    Addressed = "addressed",
    /// Names of God that Bibles set in small capitals.
    Revered = "revered",
    /// Words of degree, which a clause of result follows.
    Degree = "degree",
    /// Possessives before a noun.
    Possessive = "possessive",
    /// Small numbers in words.
    Cardinal = "cardinal",
    /// Adjectives that narrow a noun down and are no nouns.
    Limiting = "limiting",
    /// Nouns that English puts before a dash as a heading of what follows.
    LeadIn = "lead-in",
    /// Past forms of irregular verbs.
    IrregularPast = "irregular-past",
    /// Plurals that do not end in -s.
    Plural = "plural",
    /// Words about code and signs: near them, what looks like a leftover may be meant.
    AboutCode = "about-code",
    /// Words about words: near them, foreign ones are shown as such.
    AboutWords = "about-words",
    /// Elements of HTML that begin a line.
    BlockTag = "block-tag",
    /// Elements of HTML within a line.
    InlineTag = "inline-tag",
    /// Symbols of the vocabularies of translation models ("unk").
    ModelSymbol = "model-symbol",
    /// What translation programs put in the place of a number.
    Placeholder = "placeholder",
    /// What people call their own: kin and home.
    Kin = "kin",
    /// Verbs of guarding, loving and treating.
    Guarding = "guarding",
    /// The word that makes a possessive strong.
    Own = "own",
    /// Nouns that make a term of law with “own”.
    OwnCapital = "own-capital",
    /// Nouns that “own” makes a compound with.
    OwnCompound = "own-compound",
    /// Superlatives, “most” and “least” among them.
    Superlative = "superlative",
    /// Nouns that take neither “a” nor a plural.
    Uncountable = "uncountable",
    /// Countries that have or had “the”.
    WithThe = "with-the",
    /// Adjectives that single nothing out before a country.
    CountryAdjective = "country-adjective",
    /// The word that says that something exists.
    Existential = "existential",
    /// Days of the week and feasts.
    Feast = "feast",
    /// A quantity that has “a” of its own.
    Little = "little",
    /// Nouns for women.
    Woman = "woman",
    /// Nouns for men.
    Man = "man",
    /// Nouns and pronouns for people of either gender, and for animals.
    Anyone = "anyone",
    /// Endings of nouns for people.
    AgentEnding = "agent-ending",
    /// Words with such an ending that are for no people.
    NoAgent = "no-agent",
    /// Nouns for things, in the singular.
    Thing = "thing",
    /// Things that English may call “she”.
    Vessel = "vessel",
    /// What people alone have: kin, parts of the body, clothes.
    PersonsOwn = "persons-own",
    /// Lands that were divided and united.
    OnceDivided = "once-divided",
    /// Words that tell of another or an earlier name ("formerly", "renamed").
    Renaming = "renaming",
    /// Words that are others with a hyphen ("resign", "re-sign").
    HyphenTells = "hyphen-tells",
    /// Offices and ranks that some capitalise before a name, and the words that they are made of ("deputy", "prime").
    Office = "office",
    /// Words after which an office has no capital ("former", "then").
    PastOffice = "past-office",
    /// Adverbs of time after which a new phrase begins.
    When = "when",
}

/// A set of [`WordClass`]es.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSet(u128);

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
    ids: Ids,
    classes: Vec<ClassSet>,
    buffer: String,
}

impl Default for VocabularyBuilder {
    fn default() -> Self {
        Self { ids: Ids::default(), classes: vec![ClassSet::default()], buffer: String::new() }
    }
}

impl VocabularyBuilder {
    /// The id of a word, which is folded first.
    pub fn intern(&mut self, word: &str) -> WordId {
        let key = Key::of(word, &mut self.buffer);
        if let Some(id) = self.ids.get(key) {
            return id;
        }
        let id = WordId(self.classes.len() as u32);
        self.classes.push(ClassSet::default());
        match key {
            Key::Short(key) => self.ids.short.insert(key, id),
            Key::Long(word) => self.ids.long.insert(word.into(), id),
        };
        id
    }

    /// Puts a word into a class.
    pub fn add_class(&mut self, word: &str, class: WordClass) {
        let id = self.intern(word);
        self.classes[id.index()].add(class);
    }

    /// All words so far, folded, in the order of their ids.
    pub(in crate::knowledge) fn words(&self) -> Vec<String> {
        let letters = |key: u128| key.to_le_bytes().into_iter().take_while(|&byte| byte != 0).map(char::from).collect();
        let short = self.ids.short.iter().map(|(&key, &id)| (id, letters(key)));
        let long = self.ids.long.iter().map(|(word, &id)| (id, word.to_string()));
        let mut words: Vec<(WordId, String)> = short.chain(long).collect();
        words.sort_unstable();
        words.into_iter().map(|(_, word)| word).collect()
    }

    /// The classes that a word has been put into so far.
    pub fn classes_of(&self, word: &str) -> ClassSet {
        let id = self.ids.get(Key::of(word, &mut String::new())).unwrap_or_default();
        self.classes[id.index()]
    }

    /// Closes the collection.
    pub fn build(self) -> Vocabulary {
        Vocabulary { ids: self.ids, classes: self.classes }
    }
}

/// The words of all tables.
#[derive(Debug)]
pub struct Vocabulary {
    ids: Ids,
    classes: Vec<ClassSet>,
}

impl Vocabulary {
    /// The id of a token of a text, and the hash of its word ([`hash_word`]); `buffer` is scratch space for folding.
    pub fn of_token(&self, token: &Token, text: &str, buffer: &mut String) -> (WordId, u64) {
        // The shape of a possessive ending ("’S") does not tell its case.
        let capitals = token.has_capital() || token.is_clitic();
        let range = token.span().range();
        let key = match pack(text.as_bytes(), range.clone(), capitals) {
            Some(key) => Key::Short(key),
            None => Key::of(text.get(range).unwrap_or_default(), buffer),
        };
        let id = if token.kind() == TokenKind::Link { None } else { self.ids.get(key) };
        (id.unwrap_or_default(), key.hash())
    }

    /// The id of a word, which is folded first.
    pub fn id(&self, word: &str) -> WordId {
        self.ids.get(Key::of(word, &mut String::new())).unwrap_or_default()
    }

    /// The classes of a word.
    pub fn classes(&self, id: WordId) -> ClassSet {
        self.classes[id.index()]
    }

    /// Whether a token is a word of a class; `words` are the ids of all tokens, and what is no token is in no class.
    pub fn is(&self, words: &[WordId], token: usize, class: WordClass) -> bool {
        words.get(token).is_some_and(|&id| self.classes(id).has(class))
    }

    /// How many ids there are, [`WordId::NONE`] among them.
    pub fn len(&self) -> usize {
        self.classes.len()
    }

    /// Whether no table has a word.
    pub fn is_empty(&self) -> bool {
        self.classes.len() < 2
    }
}

/// Ids by key.
#[derive(Debug, Default)]
struct Ids {
    short: FxHashMap<u128, WordId>,
    long: FxHashMap<Box<str>, WordId>,
}

impl Ids {
    fn get(&self, key: Key) -> Option<WordId> {
        match key {
            Key::Short(key) => self.short.get(&key).copied(),
            Key::Long(word) => self.long.get(word).copied(),
        }
    }
}

/// A folded word as it is looked up. Nearly all words of a text are short, and their letters fit a number.
#[derive(Clone, Copy)]
enum Key<'a> {
    /// At most sixteen bytes, all ASCII.
    Short(u128),
    /// Any other word.
    Long(&'a str),
}

impl<'a> Key<'a> {
    /// The key of a word, which is folded into `buffer`.
    fn of(word: &str, buffer: &'a mut String) -> Self {
        fold(word, buffer);
        // Folding makes curly apostrophes straight.
        pack(buffer.as_bytes(), 0..buffer.len(), false).map_or(Self::Long(buffer), Self::Short)
    }

    /// The same on every machine and for ever, since compiled tables hold it.
    fn hash(self) -> u64 {
        let halves = |key: u128| (key as u64, (key >> 64) as u64);
        match self {
            Self::Short(key) => mix(halves(key)),
            Self::Long(word) => word.as_bytes().chunks(size_of::<u128>()).fold(word.len() as u64, |hash, chunk| {
                let mut bytes = [0; size_of::<u128>()];
                bytes.iter_mut().zip(chunk).for_each(|(byte, letter)| *byte = *letter);
                let (low, high) = halves(u128::from_le_bytes(bytes));
                mix((low ^ hash, high.rotate_left(17) ^ hash))
            }),
        }
    }
}

/// Two numbers as one: the halves of their product, each with some bits of a constant turned first (the digits of pi).
fn mix((low, high): (u64, u64)) -> u64 {
    let product = u128::from(low ^ 0x243F_6A88_85A3_08D3) * u128::from(high ^ 0x1319_8A2E_0370_7344);
    product as u64 ^ (product >> 64) as u64
}

/// The letters of a short word in lower case as one number; `None` where they are too many or not all ASCII.
fn pack(text: &[u8], range: Range<usize>, capitals: bool) -> Option<u128> {
    const SIZE: usize = size_of::<u128>();
    /// One in each byte.
    const EACH: u128 = u128::from_le_bytes([1; SIZE]);
    let unused = SIZE.checked_sub(range.len()).filter(|&unused| unused < SIZE)?;
    // Sixteen bytes are read at once and those behind the word cut off; only the end of the text has fewer.
    let rest = text.get(range.start..)?;
    let mut letters = [0; SIZE];
    match rest.first_chunk::<SIZE>() {
        Some(chunk) => letters = *chunk,
        None => letters.iter_mut().zip(rest).for_each(|(letter, byte)| *letter = *byte),
    }
    let word = u128::from_le_bytes(letters) & (u128::MAX >> (8 * unused));
    if word & (128 * EACH) != 0 {
        return None;
    }
    // Adding lifts the high bit of every byte from "A" on, and of every byte beyond "Z"; no byte runs over.
    let from_a = word + u128::from(128 - b'A') * EACH;
    let beyond_z = word + u128::from(127 - b'Z') * EACH;
    let upper = if capitals { from_a & !beyond_z & (128 * EACH) } else { 0 };
    Some(word | upper >> 2)
}

/// A hash of a folded word; texts and tables have the same for the same word.
pub fn hash_word(word: &str) -> u64 {
    Key::of(word, &mut String::new()).hash()
}

/// A word with its first letter as a capital, the others as they are.
pub fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
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
