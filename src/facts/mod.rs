//! Facts: what is true of one document by the tables, computed once and shared by all rules.
//!
//! In: a document and the knowledge. Out: [`Facts`], as far as the selected rules need them ([`Needs`]).
//! The order is fixed and each step uses only those before it:
//!
//! 1. words: the id of every token in the vocabulary of the tables;
//! 2. phrase hits: all matches of the multi-word tables whose tests hold;
//! 3. names: mentions of names, each spelling with its keys.
//!
//! Must not know: rules, findings, files.

mod hits;
pub mod names;
mod needs;

pub use hits::PhraseHit;
pub use needs::Needs;

use crate::document::Document;
use crate::knowledge::phrase::PhraseTable;
use crate::knowledge::{Knowledge, WordId};
use names::Names;

/// What is true of a document by the tables.
#[derive(Debug, Default)]
pub struct Facts {
    words: Vec<WordId>,
    hits: Vec<PhraseHit>,
    names: Names,
}

impl Facts {
    /// Computes what is needed and no more.
    pub fn gather(document: &Document, knowledge: &Knowledge, needs: Needs) -> Self {
        let mut facts = Self::default();
        if needs.is_empty() {
            return facts;
        }
        facts.words = words(document, knowledge);
        if needs.has(Needs::HITS) {
            facts.hits = hits::find(document, knowledge, &facts.words);
        }
        if needs.has(Needs::NAMES) {
            facts.names = Names::find(document, knowledge, &facts.words);
        }
        facts
    }

    /// The vocabulary id of each token, in order; empty unless some rule needs facts.
    pub fn words(&self) -> &[WordId] {
        &self.words
    }

    /// The mentions of names; none unless some rule needs them.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The hits of one table, in the order of the text; hits of one table never overlap.
    pub fn hits(&self, table: PhraseTable) -> impl Iterator<Item = &PhraseHit> {
        self.hits.iter().filter(move |hit| hit.table == table)
    }
}

/// Looks every token up once.
fn words(document: &Document, knowledge: &Knowledge) -> Vec<WordId> {
    let mut buffer = String::new();
    let look = |token| knowledge.vocabulary.of_token(token, document.slice(token.span()), &mut buffer);
    document.tokens().iter().map(look).collect()
}
