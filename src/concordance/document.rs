//! What one document says of names, worked out when a rule first asks and kept for the others.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::{Bearer, Concordance, Pair, words};
use crate::facts::Facts;
use crate::facts::names::Names;
use crate::facts::names::{MentionKind, SpellingId};
use crate::knowledge::Knowledge;

/// The names of one document, merged.
#[derive(Debug)]
pub struct DocumentNames<'a> {
    facts: &'a Facts,
    knowledge: &'a Knowledge,
    doubtful: OnceCell<Vec<Bearer>>,
    bearers: OnceCell<Vec<Bearer>>,
    pairs: OnceCell<Vec<Pair>>,
    by_text: OnceCell<FxHashMap<Box<str>, SpellingId>>,
    givens: OnceCell<FxHashMap<SpellingId, Vec<SpellingId>>>,
}

impl<'a> DocumentNames<'a> {
    /// Of a document with these facts; nothing is worked out yet.
    pub fn new(facts: &'a Facts, knowledge: &'a Knowledge) -> Self {
        Self {
            facts,
            knowledge,
            doubtful: OnceCell::new(),
            bearers: OnceCell::new(),
            pairs: OnceCell::new(),
            by_text: OnceCell::new(),
            givens: OnceCell::new(),
        }
    }

    /// The mentions that all this is made of; needs the fact `names`.
    pub fn names(&self) -> &'a Names {
        self.facts.names()
    }

    /// Who is named in full; needs the fact `names`.
    pub fn bearers(&self) -> &[Bearer] {
        self.bearers.get_or_init(|| Concordance::of(self.facts.names(), 0).bearers(self.knowledge))
    }

    /// Those of the bearers who may be spelt in two ways, which is found out faster; needs the fact `names`.
    pub fn doubtful_bearers(&self) -> &[Bearer] {
        self.doubtful.get_or_init(|| Concordance::of_doubtful(self.facts.names(), 0).bearers(self.knowledge))
    }

    /// The spellings that may be one word and that no full name joins; needs the fact `names`.
    pub fn pairs(&self) -> &[Pair] {
        self.pairs.get_or_init(|| words::pairs(self.facts.names(), self.facts.words(), self.knowledge))
    }

    /// The spelling that is this text, letter by letter; needs the fact `names`.
    pub fn spelling(&self, text: &str) -> Option<SpellingId> {
        let all =
            || self.facts.names().spellings().iter().enumerate().map(|(id, spelling)| (spelling.text.clone(), id as SpellingId));
        self.by_text.get_or_init(|| all().collect()).get(text).copied()
    }

    /// The given names that stand before a surname, each once; needs the fact `names`.
    pub fn givens(&self, surname: SpellingId) -> &[SpellingId] {
        let collect = || {
            let mut givens: FxHashMap<SpellingId, Vec<SpellingId>> = FxHashMap::default();
            for mention in self.facts.names().mentions() {
                if let MentionKind::Full { given, surname } = mention.kind {
                    let list = givens.entry(surname.spelling).or_default();
                    if list.last() != Some(&given.spelling) && !list.contains(&given.spelling) {
                        list.push(given.spelling);
                    }
                }
            }
            givens
        };
        self.givens.get_or_init(collect).get(&surname).map_or(&[], Vec::as_slice)
    }
}
