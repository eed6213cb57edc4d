//! Acronyms of one or many documents: each with its places, what it is explained as, and what it stands for.
//!
//! In: the acronyms and senses of each document. Out: [`AcronymConcordance`]. Merging is associative and commutative.
//! Must not know: rules, findings, files; a document is a number here.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::document::{Document, LineIndex};
use crate::facts::Facts;
use crate::knowledge::Knowledge;
use crate::knowledge::acronyms::Standing;

/// Where an acronym stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct AcronymPlace {
    /// The number of the document.
    pub document: u32,
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// What an acronym stands for at some of its places.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AcronymSense {
    /// In English words.
    pub words: Box<str>,
    /// The acronym of the source language that it renders, where a table tells.
    pub source: Option<Box<str>>,
    /// Whether the company it keeps shows that it renders that acronym wrongly.
    pub wrong: bool,
}

/// All that documents say of one acronym.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcronymEntry {
    /// Its places, in order.
    pub places: BTreeSet<AcronymPlace>,
    /// What brackets explain it as, with counts.
    pub definitions: BTreeMap<Box<str>, usize>,
    /// What it stands for, with counts; places of which nothing is known are in none.
    pub senses: BTreeMap<AcronymSense, usize>,
}

/// The acronyms of one or many documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcronymConcordance {
    entries: BTreeMap<Box<str>, AcronymEntry>,
}

impl AcronymConcordance {
    /// What one document says; `number` is its number among those that will be merged. Needs the fact `senses`.
    pub fn of(document: &Document, knowledge: &Knowledge, facts: &Facts, number: u32) -> Self {
        let lines = LineIndex::new(document.text());
        let look = Look { knowledge, facts, at_mention: at_mention(knowledge, facts) };
        let acronyms = facts.acronyms();
        let mut entries: BTreeMap<Box<str>, AcronymEntry> = BTreeMap::new();
        for (index, mention) in acronyms.mentions().iter().enumerate() {
            // A name in words that may stand for an acronym is none itself.
            let Some(form) = acronyms
                .forms()
                .get(mention.form)
                .filter(|form| !form.text.contains(char::is_lowercase) || !form.text.contains(' '))
            else {
                continue;
            };
            let entry = entries.entry(form.text.clone()).or_default();
            let position = lines.position(document.text(), mention.span.start());
            entry.places.insert(AcronymPlace { document: number, line: position.line, column: position.column });
            if let Some(sense) = look.sense(index, mention.form) {
                *entry.senses.entry(sense).or_default() += 1;
            }
        }
        for definition in acronyms.definitions() {
            let form = acronyms.mentions().get(definition.mention).and_then(|m| acronyms.forms().get(m.form));
            let long = document.span_of(definition.long.clone()).map(|span| document.slice(span));
            if let (Some(form), Some(long)) = (form, long) {
                *entries.entry(form.text.clone()).or_default().definitions.entry(long.into()).or_default() += 1;
            }
        }
        Self { entries }
    }

    /// Adds what other documents say.
    pub fn merge(&mut self, other: Self) {
        for (text, entry) in other.entries {
            let mine = self.entries.entry(text).or_default();
            mine.places.extend(entry.places);
            entry.definitions.into_iter().for_each(|(long, count)| *mine.definitions.entry(long).or_default() += count);
            entry.senses.into_iter().for_each(|(sense, count)| *mine.senses.entry(sense).or_default() += count);
        }
    }

    /// The acronyms in order.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &AcronymEntry)> {
        self.entries.iter().map(|(text, entry)| (&**text, entry))
    }
}

struct Look<'a> {
    knowledge: &'a Knowledge,
    facts: &'a Facts,
    /// Mentions that were judged: their concept, and whether they render it wrongly.
    at_mention: FxHashMap<usize, (usize, bool)>,
}

fn at_mention(knowledge: &Knowledge, facts: &Facts) -> FxHashMap<usize, (usize, bool)> {
    let senses = facts.senses();
    let members = senses.members().iter().flat_map(|m| m.mentions.iter().map(move |&i| (i, (m.concept, false))));
    let wrong = senses.verdicts().iter().map(|v| (v.mention, (v.concept, true)));
    members.chain(wrong).filter(|(_, (concept, _))| knowledge.acronyms.concept(*concept).is_some()).collect()
}

impl Look<'_> {
    /// What a mention stands for: as judged, as the tables have it where they have one sense only, else unknown.
    fn sense(&self, mention: usize, form: usize) -> Option<AcronymSense> {
        let tables = &self.knowledge.acronyms;
        let word = self.facts.acronyms().forms().get(form)?.key;
        let of_concept = |index: usize, wrong| {
            let concept = tables.concept(index)?;
            let words = concept.words.first().or(concept.english.first())?;
            Some(AcronymSense { words: (*words).into(), source: Some(concept.label.into()), wrong })
        };
        if let Some(&(concept, wrong)) = self.at_mention.get(&mention) {
            return of_concept(concept, wrong);
        }
        if self.facts.acronyms().definitions_of(form).next().is_some() {
            return None;
        }
        let mut own = tables.readings(word).iter().filter(|r| r.standing < Standing::Look);
        match (own.next(), own.next(), tables.sense(word)) {
            (Some(reading), None, None) => of_concept(reading.concept, false),
            (_, _, Some(sense)) if sense.words.len() == 1 || sense.is_commonest() => {
                Some(AcronymSense { words: (*sense.words.first()?).into(), source: None, wrong: false })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Text;
    use crate::facts::Needs;

    fn of(knowledge: &Knowledge, text: &str, number: u32) -> AcronymConcordance {
        let document = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
        let facts = Facts::gather(&document, knowledge, Needs::SENSES, &[]);
        AcronymConcordance::of(&document, knowledge, &facts, number)
    }

    #[test]
    fn merging_is_associative_and_commutative() {
        let knowledge = Knowledge::builtin().expect("sound tables");
        let texts =
            ["The AFU met. The VSU too.", "The Armed Forces of Ukraine (AFU) held.", "Veterans of the WTO met; the SVO goes on."];
        let parts: Vec<_> = texts.iter().zip(0..).map(|(text, number)| of(&knowledge, text, number)).collect();
        let merged = |order: [usize; 3]| {
            let mut whole = AcronymConcordance::default();
            order.into_iter().for_each(|i| whole.merge(parts[i].clone()));
            whole
        };
        let mut right = parts[1].clone();
        right.merge(parts[2].clone());
        let mut nested = parts[0].clone();
        nested.merge(right);
        assert_eq!(merged([0, 1, 2]), merged([2, 0, 1]));
        assert_eq!(merged([0, 1, 2]), nested);
    }

    #[test]
    fn an_entry_tells_places_definitions_and_senses() {
        let knowledge = Knowledge::builtin().expect("sound tables");
        let found = of(&knowledge, "The Armed Forces of Ukraine (AFU) met.\n\nThe AFU and the VSU.", 4);
        let (text, entry) = found.entries().next().expect("an acronym");
        assert_eq!(text, "AFU");
        assert_eq!(entry.places.first(), Some(&AcronymPlace { document: 4, line: 1, column: 30 }));
        assert_eq!(entry.definitions.get("Armed Forces of Ukraine"), Some(&1));
        let sense = AcronymSense { words: "Armed Forces of Ukraine".into(), source: Some("ВСУ".into()), wrong: false };
        assert_eq!(entry.senses.get(&sense), Some(&2));
    }
}
