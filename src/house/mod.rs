//! The house style: how an editor wants names to be spelt, acronyms of the source to be written, quotation marks to be set.
//!
//! In: the spellings of a configuration and of a glossary, a scheme for each source language, a wording for acronyms,
//! a choice of marks.
//! Out: a [`House`], which tells the approved spelling of a name that is spelt otherwise, the wording of an acronym, the
//! marks.
//! Must not know: files, documents, rules; where a spelling comes from is a word for messages.

mod glossary;
mod marks;
mod style;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::facts::names::{Keys, SourceForm, Verdict, compare};
use crate::knowledge::acronyms::Concept;
use crate::knowledge::{Knowledge, Language};

pub use glossary::{Glossary, GlossaryError, Row};
pub use marks::{Marks, Order, QuoteMarks};
pub use style::{DateOrder, Numerals, Preset, Quotations, Style, Titles, Treatment, Variety, sensitive_matters};

/// Of names that share a key, so many are held against a word.
const MOST_COMPARED: usize = 64;

/// A name as the house spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The whole name.
    pub text: Box<str>,
    /// The given name, for a name of several words.
    pub given: Option<Box<str>>,
    /// The surname, or the only word.
    pub last: Box<str>,
    /// Where it is approved: a file and a line.
    pub origin: Box<str>,
    /// Other spellings, which are wrong because the list says so: given name and last word.
    also: Vec<(Option<Box<str>>, Box<str>)>,
}

impl Entry {
    /// A name with the spellings that the list calls wrong; `None` for a name without a word.
    pub fn new(name: &str, also: &[&str], origin: &str) -> Option<Self> {
        let (given, last) = parts(name)?;
        let also = also.iter().filter_map(|other| parts(other)).collect();
        let text = name.split_whitespace().collect::<Vec<_>>().join(" ").into();
        Some(Self { text, given, last, origin: origin.into(), also })
    }

    /// How a last word, or the only one, fits this name.
    pub fn fit_last(&self, word: &str, knowledge: &Knowledge) -> Option<Fit> {
        fit(word, &self.last, self.also.iter().map(|(_, last)| &**last), knowledge)
    }

    /// How a given name fits this name.
    pub fn fit_given(&self, word: &str, knowledge: &Knowledge) -> Option<Fit> {
        let given = self.given.as_deref()?;
        fit(word, given, self.also.iter().filter_map(|(given, _)| given.as_deref()), knowledge)
    }
}

/// The first word of several, and the last one; what stands between them (a patronymic) may be left out in a text.
fn parts(name: &str) -> Option<(Option<Box<str>>, Box<str>)> {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words[..] {
        [] => None,
        [only] => Some((None, only.into())),
        [given, .., last] => Some((Some(given.into()), last.into())),
    }
}

/// How a word of a text fits the word that the house approves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is spelt so.
    Right,
    /// It is another spelling, by romanisation or because the list says so; with the form that gives both, where one does.
    Wrong(Option<SourceForm>),
}

fn fit<'a>(word: &str, right: &str, mut wrong: impl Iterator<Item = &'a str>, knowledge: &Knowledge) -> Option<Fit> {
    if word == right || word.to_lowercase() == right.to_lowercase() {
        return Some(Fit::Right);
    }
    let found = compare(word, right, knowledge);
    let same = found.verdict == Verdict::Same;
    (same || wrong.any(|other| other == word)).then(|| Fit::Wrong(found.source.filter(|_| same)))
}

/// The names that a house has approved, and the schemes that it follows; empty by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    entries: Vec<Entry>,
    by_key: FxHashMap<u64, Vec<u32>>,
    schemes: BTreeMap<Language, Box<str>>,
    acronyms: BTreeMap<Box<str>, Wording>,
    style: Style,
    sensitive: BTreeMap<String, Treatment>,
}

/// How a house writes an acronym of a source language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// An English acronym, or words.
    pub text: Box<str>,
    /// Where it is fixed: a file and a line.
    pub origin: Box<str>,
}

impl House {
    /// Of these names; the first of two that are alike counts.
    pub fn new(entries: Vec<Entry>, schemes: BTreeMap<Language, Box<str>>) -> Self {
        let mut by_key: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (number, entry) in entries.iter().enumerate() {
            for last in entry.also.iter().map(|(_, last)| last).chain([&entry.last]) {
                for &key in Keys::of(last).as_slice() {
                    let numbers = by_key.entry(key).or_default();
                    if numbers.last() != Some(&(number as u32)) {
                        numbers.push(number as u32);
                    }
                }
            }
        }
        Self { entries, by_key, schemes, acronyms: BTreeMap::new(), style: Style::default(), sensitive: BTreeMap::new() }
    }

    /// The same with the wording of acronyms, by the acronym of the source language.
    pub fn with_acronyms(mut self, acronyms: BTreeMap<Box<str>, Wording>) -> Self {
        self.acronyms = acronyms;
        self
    }

    /// The same with conventions.
    pub fn with_style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The conventions that are followed.
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// How quotation marks are to be set.
    pub fn marks(&self) -> Marks {
        self.style.marks
    }

    /// The same with what is done in sensitive matters, by the key of the matter.
    pub fn with_sensitive(mut self, sensitive: BTreeMap<String, Treatment>) -> Self {
        self.sensitive = sensitive;
        self
    }

    /// What is done in a sensitive matter; `None` where the house does not mind.
    pub fn treatment(&self, matter: &str) -> Option<&Treatment> {
        self.sensitive.get(matter)
    }

    /// Whether the wording of any acronym is fixed.
    pub fn has_acronyms(&self) -> bool {
        !self.acronyms.is_empty()
    }

    /// How the house writes what an acronym of a source language stands for.
    pub fn acronym(&self, concept: &Concept) -> Option<&Wording> {
        concept.sources.iter().find_map(|(_, acronym, _)| self.acronyms.get(*acronym))
    }

    /// Whether no name is approved.
    pub fn has_no_names(&self) -> bool {
        self.entries.is_empty()
    }

    /// The scheme that the house follows for a language.
    pub fn scheme(&self, language: Language) -> Option<&str> {
        self.schemes.get(&language).map(|scheme| &**scheme)
    }

    /// Whether a scheme is set for any language.
    pub fn has_schemes(&self) -> bool {
        !self.schemes.is_empty()
    }

    /// The names whose last word may be another spelling of one with these keys, each once, in the order of the list.
    pub fn candidates(&self, keys: &Keys) -> Vec<&Entry> {
        let mut numbers: Vec<u32> = keys.as_slice().iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().take(MOST_COMPARED).filter_map(|&number| self.entries.get(number as usize)).collect()
    }
}

#[cfg(test)]
mod tests;
