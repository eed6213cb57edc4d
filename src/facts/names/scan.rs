//! Finds the mentions: runs of capitalised words, read from left to right, sentence by sentence.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::credit::is_credit;
use super::{Keys, Mention, MentionKind, Names, Spelling, SpellingId, Word};
use crate::document::{Document, RegionKind, Token};
use crate::knowledge::acronyms::FormKey;
use crate::knowledge::source::fold_latin;
use crate::knowledge::{Knowledge, WordClass, WordId};

impl Names {
    /// Finds the mentions; `words` are the vocabulary ids of the tokens.
    pub fn find(document: &Document, knowledge: &Knowledge, words: &[WordId]) -> Self {
        let mut scan = Scan {
            document,
            knowledge,
            words,
            ids: FxHashMap::default(),
            usual: FxHashMap::default(),
            folded: Vec::new(),
            parts: Vec::new(),
            names: Self::default(),
        };
        for block in document.blocks().iter().filter(|block| !is_credit(document, knowledge, words, block)) {
            for sentence in &document.sentences()[block.sentences()] {
                let range = sentence.tokens();
                let mut at = range.start;
                while at < range.end {
                    at = if scan.begins(at) { scan.run(at, &range) } else { at + 1 };
                }
            }
        }
        scan.names
    }
}

/// A part of a run of capitalised words.
#[derive(Clone, Copy, Debug)]
enum Part {
    Initial(char),
    Word(Word),
}

struct Scan<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: &'a [WordId],
    /// Ids by the word as it stands, and by the usual case of words that stand in capitals.
    ids: FxHashMap<&'a str, SpellingId>,
    usual: FxHashMap<Box<str>, SpellingId>,
    folded: Vec<u8>,
    parts: Vec<Part>,
    names: Names,
}

impl<'a> Scan<'a> {
    fn token(&self, at: usize) -> Option<&'a Token> {
        self.document.tokens().get(at)
    }

    fn is(&self, at: usize, class: WordClass) -> bool {
        self.knowledge.vocabulary.is(self.words, at, class)
    }

    /// Whether a token can begin a word of a name.
    fn begins(&self, at: usize) -> bool {
        let fits = |t: &Token| t.is_capitalized() && t.is_word() && !t.has_digit();
        self.token(at).is_some_and(|t| fits(t) && !self.is_mixed_acronym(t))
            && (!self.is(at, WordClass::Function) || self.initial(at).is_some())
            && !self.is_roman_numeral(at)
    }

    /// Whether a word with capitals inside is an acronym of the tables ("VTsIOM").
    fn is_mixed_acronym(&self, token: &Token) -> bool {
        let mixed = !token.is_title_case() && !token.is_all_caps();
        mixed && self.knowledge.acronyms.has(FormKey::of(self.document.slice(token.span())))
    }

    /// Whether a token is a number in Roman digits ("Catherine II"): it belongs to nobody's spelling.
    fn is_roman_numeral(&self, at: usize) -> bool {
        let digits = |word: &str| word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'));
        self.token(at).is_some_and(|t| t.is_all_caps()) && digits(self.slice(at, at + 1))
    }

    /// Reads the run of capitalised words that begins at a token; gives the token after it.
    fn run(&mut self, start: usize, sentence: &Range<usize>) -> usize {
        let mut parts = std::mem::take(&mut self.parts);
        parts.clear();
        let first_word = self.names.words.len();
        let mut titled = self.after_title(start, sentence.start);
        let mut at = start;
        let mut after_surname = false;
        while at < sentence.end && (at == start || self.continues(at)) {
            let last = after_surname.then(|| self.last_initial(at)).flatten();
            if let Some((initial, next)) = self.initial(at).or(last) {
                parts.push(Part::Initial(initial));
                at = next;
                continue;
            }
            let begin = self.after_particles(at);
            if !self.begins(begin) {
                break;
            }
            let end = self.end_of_word(begin);
            let opens = at == sentence.start && end == at + 1 && self.opens(at);
            // What stands before a title is the title's: “Moscow Mayor”; so are months and countries.
            let titles = end == at + 1
                && (self.is(at, WordClass::Title) || self.is(at, WordClass::Country) || self.is(at, WordClass::Month));
            if titles || opens {
                parts.clear();
                after_surname = false;
                titled = self.is(at, WordClass::Title);
            } else {
                let word = self.word(at, end);
                parts.push(Part::Word(word));
                after_surname = true;
            }
            at = end;
        }
        self.mention(&parts, titled, first_word);
        self.parts = parts;
        at.max(start + 1)
    }

    /// Whether a token goes on with a run: after a space, on the same line.
    fn continues(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let spaced = token.space_before() || self.token(at - 1).is_some_and(|t| t.is_mark('.'));
        spaced && token.is_word() && !token.is_clitic() && (self.begins(at) || self.after_particles(at) > at)
    }

    /// Whether a word at the head of a sentence is there as an ordinary word; “Maxim” before another name is none.
    fn opens(&self, at: usize) -> bool {
        if self.is(at, WordClass::Starter) {
            return true;
        }
        let word = self.slice(at, at + 1);
        let is_given = |word: &str| {
            let mut folded = Vec::new();
            fold_latin(word, &mut folded);
            self.knowledge.source.given_names.has(&folded)
        };
        self.knowledge.lexicon.is_common(&word.to_lowercase()) && !(self.begins(at + 1) && is_given(word))
    }

    /// An initial with its full stop, or several ("V.V."): the first letter and the token after.
    fn initial(&self, at: usize) -> Option<(char, usize)> {
        let token = self.token(at)?;
        let word = self.document.slice(token.span());
        let first = word.chars().next().filter(|c| c.is_uppercase())?;
        if token.is_dotted() {
            return (word.len() <= 6).then_some((first, at + 1));
        }
        let letters = word.len() == first.len_utf8() || self.is(at, WordClass::Initial);
        (self.has_stop(at) && letters && self.token(at + 2).is_some_and(Token::is_capitalized)).then_some((first, at + 2))
    }

    /// An initial that stands after the surname, so that nothing need follow (“Orlov A. S. left”).
    fn last_initial(&self, at: usize) -> Option<(char, usize)> {
        let word = self.document.slice(self.token(at)?.span());
        let first = word.chars().next().filter(|c| c.is_uppercase() && word.len() == c.len_utf8())?;
        self.has_stop(at).then_some((first, at + 2))
    }

    /// Whether a full stop follows a token at once.
    fn has_stop(&self, at: usize) -> bool {
        self.token(at + 1).is_some_and(|t| t.is_mark('.') && !t.space_before())
    }

    /// Whether a title stands before a token, perhaps with a full stop (“Mr.”).
    fn after_title(&self, at: usize, first: usize) -> bool {
        let stop = at > first && self.token(at - 1).is_some_and(|t| t.is_mark('.'));
        let title = at.checked_sub(1 + usize::from(stop)).filter(|title| *title >= first);
        title.is_some_and(|title| self.is(title, WordClass::Title))
    }

    /// The token after the particles that begin here ("van der", "al-"), if a capitalised word follows.
    fn after_particles(&self, at: usize) -> usize {
        let mut next = at;
        while self.token(next).is_some_and(Token::is_lower) && self.is(next, WordClass::Particle) {
            next += 1 + usize::from(self.joins(next + 1));
        }
        if self.begins(next) { next } else { at }
    }

    /// Whether a token is a hyphen with no space on either side.
    fn joins(&self, at: usize) -> bool {
        let tight = |at: usize| self.token(at).is_some_and(|t| !t.space_before());
        self.token(at).is_some_and(|t| t.is_mark('-')) && tight(at) && tight(at + 1)
    }

    /// The token after a word with its hyphened parts; the number of a model (“Pantsir-S1”) is no part of a name.
    fn end_of_word(&self, at: usize) -> usize {
        let mut end = at + 1;
        while self.joins(end) && self.token(end + 1).is_some_and(|t| t.is_word() && !t.is_clitic() && !t.has_digit()) {
            end += 2;
        }
        end
    }

    fn slice(&self, start: usize, end: usize) -> &'a str {
        self.document.span_of(start..end).map_or("", |span| self.document.slice(span))
    }

    /// The word of these tokens, its spelling looked up or added.
    fn word(&mut self, start: usize, end: usize) -> Word {
        let seen = self.slice(start, end);
        let spelling = match self.ids.get(seen) {
            Some(&id) => id,
            None => self.add(seen),
        };
        let word = Word { spelling, start: start as u32, end: end as u32, in_title: false };
        self.names.words.push(word);
        word
    }

    fn add(&mut self, seen: &'a str) -> SpellingId {
        let text = usual_case(seen);
        let known = self.ids.get(&*text).or_else(|| self.usual.get(&*text)).copied();
        let id = known.unwrap_or(self.names.spellings.len() as SpellingId);
        self.ids.insert(seen, id);
        if let Cow::Owned(text) = &text {
            self.usual.insert(text.as_str().into(), id);
        }
        if known.is_none() {
            fold_latin(&text, &mut self.folded);
            let names = &self.knowledge.source.given_names;
            let (given, patronymic) = (names.has(&self.folded), names.patronymic(&self.folded).is_some());
            let entry = |word: &str| self.knowledge.lexicon.entry(word);
            let english = entry(&text.to_lowercase()).is_some_and(|entry| !entry.proper);
            let proper = entry(&text).is_some();
            let keys = Keys::of_folded(&self.folded);
            self.names.spellings.push(Spelling { text: text.into(), keys, given, patronymic, english, proper });
        }
        id
    }

    /// Takes the mention out of a run, if it holds one; the words of the run begin at `first_word`.
    fn mention(&mut self, parts: &[Part], titled: bool, first_word: usize) {
        let kind = match *parts {
            // “the Petroff” is a thing that bears a name.
            [Part::Word(word)] if !titled && word.start > 0 && self.is(word.start as usize - 1, WordClass::Article) => return,
            [Part::Word(word)] => MentionKind::Single { word, titled },
            [Part::Initial(initial), Part::Word(surname), ..]
            | [Part::Initial(initial), Part::Initial(_), Part::Word(surname), ..]
            | [Part::Word(surname), Part::Initial(initial)]
            | [Part::Word(surname), Part::Initial(initial), Part::Initial(_)] => MentionKind::Initial { initial, surname },
            _ => match self.full(parts) {
                Some((given, surname)) => MentionKind::Full { given, surname },
                None => return,
            },
        };
        if !self.is_title_of_a_work(&kind) {
            self.names.mentions.push(Mention { kind });
        } else if kind.given().is_some() {
            // “Anna Karenina” is the book; one word in quotation marks may be the name of a firm or a weapon.
            self.names.words[first_word..].iter_mut().for_each(|word| word.in_title = true);
        }
    }

    /// Given name and surname within a run: from the first known given name on, else the last two words.
    fn full(&self, parts: &[Part]) -> Option<(Word, Word)> {
        let words: Vec<Word> =
            parts.iter().filter_map(|part| if let Part::Word(word) = part { Some(*word) } else { None }).collect();
        let given = words.iter().position(|word| self.names.spelling(word.spelling).given);
        let is_patronymic = |word: &&Word| self.names.spelling(word.spelling).patronymic;
        match given {
            // “Ivanov Ivan Ivanovich” has the surname first.
            Some(i) if i > 0 && words.get(i + 1).is_some_and(|word| is_patronymic(&word)) && i + 2 == words.len() => {
                Some((words[i], words[i - 1]))
            }
            Some(i) if i + 1 < words.len() => {
                let surname = words[i + 1..].iter().find(|word| !is_patronymic(word))?;
                Some((words[i], *surname))
            }
            _ => {
                let [.., given, surname] = words[..] else { return None };
                // “Black Sea” and “Investigative Committee” name nobody.
                let english = |word: Word| self.names.spelling(word.spelling).english;
                (!english(given) || !english(surname)).then_some((given, surname))
            }
        }
    }

    /// Whether a mention is all that stands between quotation marks, or is code or part of an address.
    fn is_title_of_a_work(&self, kind: &MentionKind) -> bool {
        let first = kind.given().unwrap_or(kind.surname()).tokens().start;
        let last = kind.surname().tokens().end;
        let opened = first.checked_sub(1).and_then(|i| self.token(i)).and_then(Token::mark);
        let closed = self.token(last).and_then(Token::mark);
        let quoted = opened.is_some_and(|m| matches!(m, '“' | '"' | '«' | '‘' | '\''))
            && closed.is_some_and(|m| matches!(m, '”' | '"' | '»' | '’' | '\''));
        quoted || self.token(first).is_some_and(|t| self.document.inside(t.span(), RegionKind::Code))
    }
}

/// A word in capitals as it would stand within a sentence.
fn usual_case(word: &str) -> Cow<'_, str> {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 || word.chars().any(char::is_lowercase) {
        return word.into();
    }
    let mut text = String::with_capacity(word.len());
    let mut first = true;
    for c in word.chars() {
        if first {
            text.push(c)
        } else {
            text.extend(c.to_lowercase())
        }
        first = !c.is_alphabetic();
    }
    text.into()
}
