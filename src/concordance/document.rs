//! What one document says of names, worked out when a rule first asks and kept for the others.

use std::cell::OnceCell;

use super::{Bearer, Concordance, Pair, words};
use crate::facts::Facts;
use crate::facts::names::Names;
use crate::knowledge::Knowledge;

/// The names of one document, merged.
#[derive(Debug)]
pub struct DocumentNames<'a> {
    facts: &'a Facts,
    knowledge: &'a Knowledge,
    doubtful: OnceCell<Vec<Bearer>>,
    bearers: OnceCell<Vec<Bearer>>,
    pairs: OnceCell<Vec<Pair>>,
}

impl<'a> DocumentNames<'a> {
    /// Of a document with these facts; nothing is worked out yet.
    pub fn new(facts: &'a Facts, knowledge: &'a Knowledge) -> Self {
        Self { facts, knowledge, doubtful: OnceCell::new(), bearers: OnceCell::new(), pairs: OnceCell::new() }
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
}
