//! Senses of doubtful acronyms, judged by the company they keep.
//!
//! In: the acronyms of a document with their definitions, the hits of slots, the tables of acronyms. Out: [`Senses`]: which
//! mentions render a source acronym wrongly, which forms stand for one concept, and which definitions collide with the sense
//! that readers know. Evidence is weighed in rough log-odds; every summand is kept.
//! Must not know: rules, messages.

mod collisions;
mod company;
mod members;
#[cfg(test)]
mod tests;
mod weigh;

pub use collisions::{Collision, Proof};
pub use members::Member;
pub use weigh::{Ground, Summand, Verdict};

use crate::document::Document;
use crate::facts::PhraseHit;
use crate::facts::acronyms::Acronyms;
use crate::knowledge::{Knowledge, WordClass, WordId};
use company::Company;

/// What the doubtful acronyms of a document stand for.
#[derive(Debug, Default)]
pub struct Senses {
    verdicts: Vec<Verdict>,
    members: Vec<Member>,
    collisions: Vec<Collision>,
}

/// All that is known before senses are judged.
#[derive(Clone, Copy)]
struct Given<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: &'a [WordId],
    hits: &'a [PhraseHit],
    acronyms: &'a Acronyms,
}

impl Given<'_> {
    /// Whether a token is an article, a preposition or another word that names nothing.
    fn is_function(&self, token: usize) -> bool {
        self.knowledge.vocabulary.is(self.words, token, WordClass::Function)
    }
}

impl Senses {
    /// Judges the acronyms of a document.
    pub(super) fn gather(
        document: &Document,
        knowledge: &Knowledge,
        words: &[WordId],
        hits: &[PhraseHit],
        acronyms: &Acronyms,
    ) -> Self {
        let given = Given { document, knowledge, words, hits, acronyms };
        let collisions = collisions::find(given);
        let candidates = members::candidates(given);
        if !candidates.are_doubtful() {
            return Self { collisions, ..Self::default() };
        }
        let company = Company::read(given);
        let verdicts = weigh::judge(given, &company, &candidates);
        let members = members::of_one_concept(given, &candidates, &verdicts);
        Self { verdicts, members, collisions }
    }

    /// Mentions that render a source acronym wrongly, in the order of the text.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// Forms that stand for one concept, by concept, where a document has several of them or a wrong one.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Definitions in brackets that collide with the sense readers know, in the order of the text.
    pub fn collisions(&self) -> &[Collision] {
        &self.collisions
    }
}
