//! Concordance: what one or many documents say of names, merged.
//!
//! In: the mentions of each document. Out: a [`Concordance`], every form of naming with its places; and from it the
//! [`Bearer`]s, who is named, in which spellings and where.
//! Merging is associative and commutative: the order in which documents are read changes nothing.
//! Must not know: rules, findings, files; a document is a number here.

pub mod acronyms;
mod bearers;
mod corpus;
mod document;
mod doubtful;
mod settled;
mod words;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::facts::names::{Comparison, MentionKind, Names, Relation, SpellingId, Verdict, compare, is_near};
use crate::knowledge::source::{Gender, fold_latin};
use crate::knowledge::{Knowledge, Language};

pub use bearers::{Bearer, Variant};
pub use corpus::{CorpusForm, CorpusPlace, Counts, Tally, loose_words};
pub use document::DocumentNames;
pub use settled::{Corpus, Counted, Name};
pub use words::{Bond, Pair, Uses};

/// A form of naming, in words as they would stand within a sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// By given name and surname.
    Full {
        /// The given name.
        given: Box<str>,
        /// The surname.
        surname: Box<str>,
    },
    /// By initial and surname.
    Initial {
        /// The first initial.
        initial: char,
        /// The surname.
        surname: Box<str>,
    },
    /// By one word.
    Single {
        /// The word.
        word: Box<str>,
        /// Whether a title stands before it.
        titled: bool,
    },
}

/// A place where somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The number of the document.
    pub document: u32,
    /// The number of the mention within it.
    pub mention: u32,
}

/// All forms of naming with their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concordance {
    forms: BTreeMap<Form, Vec<Place>>,
}

impl Concordance {
    /// What one document says; `document` is its number among those that will be merged.
    pub fn of(names: &Names, document: u32) -> Self {
        Self::collect(names, document, |_| true)
    }

    /// The same without the surnames of which the document has one spelling only and no bearer with two given names:
    /// there is nothing to compare.
    pub fn of_doubtful(names: &Names, document: u32) -> Self {
        let doubtful = doubtful::surnames(names);
        Self::collect(names, document, |kind| doubtful.get(kind.surname().spelling as usize) == Some(&true))
    }

    fn collect(names: &Names, document: u32, wanted: impl Fn(&MentionKind) -> bool) -> Self {
        let mut places: FxHashMap<(u32, SpellingId, SpellingId), (MentionKind, Vec<Place>)> = FxHashMap::default();
        // “Lake Zaysan” is nobody: a word of English before a name is a given name only where the table says so.
        let is_person = |kind: &MentionKind| {
            kind.given().is_none_or(|given| names.spelling(given.spelling).given || !names.spelling(given.spelling).english)
        };
        let told = |kind: &MentionKind| wanted(kind) && is_person(kind);
        for (number, mention) in names.mentions().iter().enumerate().filter(|(_, mention)| told(&mention.kind)) {
            let place = Place { document, mention: number as u32 };
            places.entry(signature(&mention.kind)).or_insert_with(|| (mention.kind, Vec::new())).1.push(place);
        }
        let text = |id: SpellingId| names.spelling(id).text.clone();
        let form = |kind: MentionKind| match kind {
            MentionKind::Full { given, surname } => Form::Full { given: text(given.spelling), surname: text(surname.spelling) },
            MentionKind::Initial { initial, surname } => Form::Initial { initial, surname: text(surname.spelling) },
            MentionKind::Single { word, titled } => Form::Single { word: text(word.spelling), titled },
        };
        Self { forms: places.into_values().map(|(kind, places)| (form(kind), places)).collect() }
    }

    /// Adds what other documents say.
    pub fn merge(&mut self, other: Self) {
        for (form, mut places) in other.forms {
            let mine = self.forms.entry(form).or_default();
            mine.append(&mut places);
            mine.sort_unstable();
            mine.dedup();
        }
    }

    /// The forms in order, each with its places in order.
    pub fn forms(&self) -> impl Iterator<Item = (&Form, &[Place])> {
        self.forms.iter().map(|(form, places)| (form, places.as_slice()))
    }
}

/// What a comparison says of two spellings in one text: forms of two languages, guesses that sound alike, and names that
/// two nations write in their own Latin letters are no spellings of one form.
fn compare_in_text(a: &str, b: &str, knowledge: &Knowledge) -> Comparison {
    let mut found = compare(a, b, knowledge);
    let (left, right) = (knowledge.source.presses.signs(a), knowledge.source.presses.signs(b));
    let two_nations = left != 0 && right != 0 && left & right == 0;
    let guess = found.verdict == Verdict::Likely && is_near(a, b) && !is_bulgarian(a, b, &found, knowledge);
    // Towns that the table of cognates does not know: a slip of one form into the other.
    let plural = words::singular(a).zip(words::singular(b)).is_some_and(|(a, b)| knowledge.source.cognates.are(a, b));
    let slip = found.relation == Relation::Endings && is_near(a, b) && !plural;
    if slip {
        found.relation = Relation::Spellings;
    }
    if found.is_cognate() || slip || two_nations || guess {
        found.verdict = Verdict::Different;
    } else if found.relation == Relation::Press {
        found.verdict = found.verdict.min(Verdict::Likely);
    }
    found
}

/// Whether two words differ in how they write the Bulgarian ъ, a and u: any two such vowels have that reading, and a
/// Bulgarian surname or town makes it a fair one.
fn is_bulgarian(a: &str, b: &str, found: &Comparison, knowledge: &Knowledge) -> bool {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    fold_latin(a, &mut left);
    fold_latin(b, &mut right);
    let is_place = |word: &[u8]| knowledge.source.cases.place(word).is_some();
    let is_surname = |gender| knowledge.source.surname_genders.of(a, gender).next().is_some();
    let known = is_place(&left) || is_place(&right) || is_surname(Gender::Male) || is_surname(Gender::Female);
    let plain = |word: &mut Vec<u8>| word.iter_mut().filter(|letter| **letter == b'u').for_each(|letter| *letter = b'a');
    plain(&mut left);
    plain(&mut right);
    known && left == right && found.source.as_ref().is_some_and(|source| source.language == Language::Bulgarian)
}

/// Mentions with one signature have one form.
fn signature(kind: &MentionKind) -> (u32, SpellingId, SpellingId) {
    match *kind {
        MentionKind::Full { given, surname } => (0, given.spelling, surname.spelling),
        MentionKind::Initial { initial, surname } => (initial as u32, 0, surname.spelling),
        MentionKind::Single { word, titled } => (1 + u32::from(titled), 0, word.spelling),
    }
}

#[cfg(test)]
mod tests;
