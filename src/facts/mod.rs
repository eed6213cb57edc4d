//! Facts: what is true of one document by the tables, computed once and shared by all rules.
//!
//! In: a document and the knowledge. Out: [`Facts`], as far as the selected rules need them ([`Needs`]).
//! The order is fixed and each step uses only those before it:
//!
//! 1. words: the id of every token in the vocabulary of the tables, and its hash in lower case;
//! 2. acronyms: their mentions and definitions, and the names in words of what they stand for;
//! 3. phrase hits: all matches of the multi-word tables whose tests hold, those on the whole document aside;
//! 4. signals: the signs of a Slavic source language, only where a hit, an acronym or a rule asks for them;
//! 5. phrase hits again: those whose tests on the whole document do not hold are dropped;
//! 6. names: mentions of names, each spelling with its keys;
//! 7. senses: what doubtful acronyms stand for.
//!
//! What stands beyond ASCII (`characters`) rests on nothing but the document.
//!
//! Must not know: rules, findings, files.

pub mod acronyms;
pub mod characters;
mod hits;
pub mod names;
mod needs;
pub mod senses;
mod signals;

pub use hits::PhraseHit;
pub use needs::Needs;
pub use signals::{Seen, Signals};

use crate::document::Document;
use crate::knowledge::phrase::PhraseTable;
use crate::knowledge::{Knowledge, Language, WordId};
use acronyms::Acronyms;
use characters::Characters;
use names::Names;
use senses::Senses;

/// What is true of a document by the tables.
#[derive(Debug, Default)]
pub struct Facts {
    words: Vec<WordId>,
    hashes: Vec<u64>,
    hits: Vec<PhraseHit>,
    names: Names,
    acronyms: Acronyms,
    senses: Senses,
    signals: Signals,
    characters: Characters,
}

impl Facts {
    /// Computes what is needed and no more; `sources` are the languages that the copy is known to come from.
    pub fn gather(document: &Document, knowledge: &Knowledge, needs: Needs, sources: &[Language]) -> Self {
        let mut facts = Self::default();
        if needs.has(Needs::CHARACTERS) {
            facts.characters = Characters::read(document);
        }
        if !needs.has(Needs::WORDS) {
            return facts;
        }
        (facts.words, facts.hashes) = words(document, knowledge);
        if needs.has(Needs::ACRONYMS) {
            facts.acronyms = Acronyms::gather(document, knowledge, &facts.words, &facts.hashes);
        }
        if needs.has(Needs::HITS) {
            let candidates = hits::candidates(document, knowledge, &facts.words, sources);
            facts.signals = Signals::known(sources);
            let asked = hits::ask_for_signals(&candidates, knowledge) || facts.acronyms.ask_for_signals(knowledge);
            if needs.has(Needs::SIGNALS) || asked {
                facts.signals.read(document, knowledge, &facts.words, &candidates);
            }
            facts.hits = hits::settle(candidates, knowledge, &facts.signals);
        }
        if needs.has(Needs::NAMES) {
            facts.names = Names::find(document, knowledge, &facts.words);
        }
        if needs.has(Needs::SENSES) {
            facts.senses = Senses::gather(document, knowledge, &facts);
        }
        facts
    }

    /// The vocabulary id of each token, in order; empty unless some rule needs facts.
    pub fn words(&self) -> &[WordId] {
        &self.words
    }

    /// The hash of each token in lower case ([`crate::knowledge::hash_word`]), in order; empty unless some rule needs facts.
    pub fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// The mentions of names; none unless some rule needs them.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The acronyms, with what the document says they are short for.
    pub fn acronyms(&self) -> &Acronyms {
        &self.acronyms
    }

    /// What doubtful acronyms stand for.
    pub fn senses(&self) -> &Senses {
        &self.senses
    }

    /// What stands beyond ASCII; nothing unless some rule needs it.
    pub fn characters(&self) -> &Characters {
        &self.characters
    }

    /// What speaks for a Slavic source language; read where a rule or a phrase row asks for it, else empty.
    pub fn signals(&self) -> &Signals {
        &self.signals
    }

    /// The hits of one table, in the order of the text; hits of one table never overlap.
    pub fn hits(&self, table: PhraseTable) -> impl Iterator<Item = &PhraseHit> {
        self.hits.iter().filter(move |hit| hit.table == table)
    }
}

/// Looks every token up once.
fn words(document: &Document, knowledge: &Knowledge) -> (Vec<WordId>, Vec<u64>) {
    let mut buffer = String::new();
    let text = document.text().as_str();
    let (mut words, mut hashes) = (Vec::with_capacity(document.tokens().len()), Vec::with_capacity(document.tokens().len()));
    for token in document.tokens() {
        let (word, hash) = knowledge.vocabulary.of_token(token, text, &mut buffer);
        words.push(word);
        hashes.push(hash);
    }
    (words, hashes)
}

#[cfg(test)]
mod tests;
