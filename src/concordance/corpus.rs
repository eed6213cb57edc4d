//! Names of many documents together: what is counted while they are read, one after the other or in any order.
//!
//! Of each distinct form a count and its first places are kept, however many documents there are. Whose a surname by
//! itself is, is settled within its document: what another document says of a namesake is no evidence.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{Bearer, DocumentNames, Place};
use crate::document::{Document, LineIndex, Token};
use crate::facts::names::{MentionKind, Names, SpellingId, Word};

/// How many places are kept of a form.
const FIRST: usize = 8;

/// A form of naming, over documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CorpusForm {
    /// Somebody with a full name in the document; places with the surname alone count with the given name of the others.
    Person {
        /// The given name.
        given: Box<str>,
        /// The surname.
        surname: Box<str>,
    },
    /// A word that is no part of a full name in its document: a place, a thing, somebody named by one word.
    Word(Box<str>),
}

impl CorpusForm {
    /// A number that tells forms apart, to remember which documents hold a form.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.hash(&mut hasher);
        hasher.finish()
    }
}

/// Where a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CorpusPlace {
    /// The number of the document.
    pub document: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
}

/// What is kept of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Places with the given name, or of the word.
    pub full: u64,
    /// Places with the surname alone.
    pub short: u64,
    /// Documents that have it.
    pub documents: u32,
    /// Documents that name the bearer so most of the time: each document counts for one form of a bearer.
    pub usual_in: u32,
    /// The first places, in order.
    pub first: Vec<CorpusPlace>,
}

impl Tally {
    /// All places.
    pub fn places(&self) -> u64 {
        self.full + self.short
    }

    fn merge(&mut self, mut other: Self) {
        self.full += other.full;
        self.short += other.short;
        self.documents += other.documents;
        self.usual_in += other.usual_in;
        self.first.append(&mut other.first);
        self.first.sort_unstable();
        self.first.truncate(FIRST);
    }
}

/// The names of some documents, counted. Merging is associative and commutative; a document counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub(super) forms: FxHashMap<CorpusForm, Tally>,
}

impl Counts {
    /// What one document says; `number` is its number among those that will be merged.
    pub fn of(document: &Document, names: &DocumentNames, number: u32) -> Self {
        let mut counter =
            Counter { document, names: names.names(), lines: LineIndex::new(document.text()), number, counts: Self::default() };
        for bearer in names.bearers() {
            counter.bearer(bearer);
        }
        for uses in loose_words(document, names) {
            let places = uses.iter().map(|word| word.start);
            let text = uses.first().map_or("", |word| &counter.names.spelling(word.spelling).text);
            let tally = Tally { full: uses.len() as u64, documents: 1, usual_in: 1, ..Tally::default() };
            counter.add(CorpusForm::Word(text.into()), tally, places);
        }
        counter.counts
    }

    /// Adds what other documents say.
    pub fn merge(&mut self, other: Self) {
        for (form, tally) in other.forms {
            self.forms.entry(form).or_default().merge(tally);
        }
    }

    /// The fingerprints of all forms.
    pub fn fingerprints(&self) -> Box<[u64]> {
        self.forms.keys().map(CorpusForm::fingerprint).collect()
    }

    /// How many distinct forms there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether nobody and nothing is named.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}

struct Counter<'a> {
    document: &'a Document,
    names: &'a Names,
    lines: LineIndex,
    number: u32,
    counts: Counts,
}

impl Counter<'_> {
    fn bearer(&mut self, bearer: &Bearer) {
        let kind = |place: &Place| self.names.mentions().get(place.mention as usize).map(|mention| mention.kind);
        let usual_given = bearer.givens.first().map_or("", |variant| &variant.text);
        let mut forms: FxHashMap<(&str, &str), (Tally, Vec<u32>)> = FxHashMap::default();
        for variant in &bearer.surnames {
            for place in &variant.places {
                let Some(kind) = kind(place) else { continue };
                let given = kind.given().map(|word| &*self.names.spelling(word.spelling).text);
                let start = kind.given().unwrap_or(kind.surname()).start;
                let (tally, starts) = forms.entry((given.unwrap_or(usual_given), &variant.text)).or_default();
                *if given.is_some() { &mut tally.full } else { &mut tally.short } += 1;
                starts.push(start);
            }
        }
        // The document counts for the form that it has most, of two for the one that comes first.
        let rank = |(_, (tally, starts)): &(&(&str, &str), &(Tally, Vec<u32>))| {
            (std::cmp::Reverse(tally.places()), starts.iter().min().copied())
        };
        let usual = forms.iter().min_by_key(rank).map(|(form, _)| *form);
        for (form, (mut tally, mut starts)) in forms {
            starts.sort_unstable();
            tally.documents = 1;
            tally.usual_in = u32::from(Some(form) == usual);
            self.add(CorpusForm::Person { given: form.0.into(), surname: form.1.into() }, tally, starts.into_iter());
        }
    }

    /// Adds a form with the tokens at which it begins, in order.
    fn add(&mut self, form: CorpusForm, mut tally: Tally, starts: impl Iterator<Item = u32>) {
        let place = |start: u32| {
            let at = self.document.tokens().get(start as usize)?.span().start();
            let position = self.lines.position(self.document.text(), at);
            Some(CorpusPlace { document: self.number, line: position.line as u32, column: position.column as u32 })
        };
        tally.first = starts.take(FIRST).filter_map(place).collect();
        self.counts.forms.entry(form).or_default().merge(tally);
    }
}

/// The words of a document that may be names and belong to nobody's full name, by spelling.
///
/// Words in capitals are left out: in lower case nobody knows them from acronyms.
pub fn loose_words(document: &Document, of: &DocumentNames) -> Vec<Vec<Word>> {
    let names = of.names();
    let mut taken: FxHashSet<u32> = FxHashSet::default();
    let mut borne: FxHashSet<SpellingId> = FxHashSet::default();
    for mention in names.mentions() {
        match mention.kind {
            MentionKind::Single { titled: false, .. } => {}
            kind => {
                for word in [kind.given(), Some(kind.surname())].into_iter().flatten() {
                    taken.insert(word.start);
                    borne.insert(word.spelling);
                }
            }
        }
    }
    let places = of.bearers().iter().flat_map(|bearer| &bearer.surnames).flat_map(|variant| &variant.places);
    for mention in places.filter_map(|place| names.mentions().get(place.mention as usize)) {
        taken.insert(mention.kind.surname().start);
    }
    let mut by_spelling: Vec<Vec<Word>> = vec![Vec::new(); names.spellings().len()];
    let in_capitals = |word: &Word| document.tokens().get(word.start as usize).is_some_and(Token::is_all_caps);
    let is_loose = |word: &&Word| !taken.contains(&word.start) && !borne.contains(&word.spelling) && !in_capitals(word);
    for word in names.words().iter().filter(is_loose) {
        let spelling = names.spelling(word.spelling);
        if !spelling.english && !spelling.patronymic && !spelling.given {
            by_spelling[word.spelling as usize].push(*word);
        }
    }
    by_spelling.retain(|words| !words.is_empty());
    by_spelling
}
