//! Senses of doubtful acronyms, judged by the company they keep.
//!
//! In: the acronyms of a document with their definitions, the hits of slots, the tables of acronyms. Out: [`Senses`]: which
//! mentions render a source acronym wrongly, which forms stand for one concept, and which definitions collide with the sense
//! that readers know. Evidence is weighed in rough log-odds; every summand is kept.
//! Must not know: rules, messages.

mod collisions;
mod company;
mod members;
mod mismatches;
mod rivals;
#[cfg(test)]
mod tests;
mod truncations;
mod verdict;
mod weigh;

pub use collisions::{Collision, Proof};
pub use members::{Member, leading};
pub use mismatches::{Meant, Mismatch};
pub use truncations::Truncation;
pub use verdict::{Ground, Summand, Verdict};

use crate::document::Document;
use crate::facts::acronyms::Acronyms;
use crate::facts::{Facts, PhraseHit};
use crate::knowledge::{Knowledge, Language, WordClass, WordId};
use company::Company;

/// What the doubtful acronyms of a document stand for.
#[derive(Debug, Default)]
pub struct Senses {
    verdicts: Vec<Verdict>,
    members: Vec<Member>,
    collisions: Vec<Collision>,
    mismatches: Vec<Mismatch>,
    truncations: Vec<Truncation>,
}

/// All that is known before senses are judged.
#[derive(Clone, Copy)]
struct Given<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: &'a [WordId],
    hashes: &'a [u64],
    hits: &'a [PhraseHit],
    acronyms: &'a Acronyms,
    /// Whether the document shows that it was translated from a Slavic language.
    slavic: bool,
    /// The half points of the signs of a Slavic language.
    signs: u32,
    /// Whether it shows that, or acronyms left letter by letter show any source language.
    translated: bool,
}

impl Given<'_> {
    /// Whether a token is an article, a preposition or another word that names nothing.
    fn is_function(&self, token: usize) -> bool {
        self.knowledge.vocabulary.is(self.words, token, WordClass::Function)
    }
}

impl Senses {
    /// Judges the acronyms of a document by the facts that came before.
    pub(super) fn gather(document: &Document, knowledge: &Knowledge, facts: &Facts) -> Self {
        let Facts { words, hashes, hits, acronyms, signals, .. } = facts;
        let slavic = signals.slavic();
        let signs = signals.score(&Language::SLAVIC);
        let mut given = Given { document, knowledge, words, hashes, hits, acronyms, slavic, signs, translated: slavic };
        let candidates = members::candidates(given);
        given.translated |= candidates.show_a_language();
        let collisions = collisions::find(given);
        let mismatches = mismatches::find(given);
        let truncations = truncations::find(given);
        if !candidates.are_doubtful() {
            return Self { collisions, mismatches, truncations, ..Self::default() };
        }
        let company = Company::read(given, &candidates);
        let verdicts = weigh::judge(given, &company, &candidates);
        let members = members::of_one_concept(given, &candidates, &verdicts, &company);
        Self { verdicts, members, collisions, mismatches, truncations }
    }

    /// Mentions that render a source acronym with what is no English for it, in the order of the text.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// Forms that stand for one concept, by concept, where a document has several of them or a wrong one.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The forms of one concept.
    pub fn members_of(&self, concept: usize) -> &[Member] {
        let start = self.members.partition_point(|m| m.concept < concept);
        let rest = self.members.get(start..).unwrap_or_default();
        &rest[..rest.partition_point(|m| m.concept == concept)]
    }

    /// Definitions in brackets that collide with the sense readers know, in the order of the text.
    pub fn collisions(&self) -> &[Collision] {
        &self.collisions
    }

    /// Brackets whose acronym is not that of the name before, in the order of the text.
    pub fn mismatches(&self) -> &[Mismatch] {
        &self.mismatches
    }

    /// Names that lost the country they need, in the order of the text.
    pub fn truncations(&self) -> &[Truncation] {
        &self.truncations
    }
}
