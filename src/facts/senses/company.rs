//! The words around an acronym, and what a document says as a whole.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Given;
use super::members::Candidates;
use crate::knowledge::acronyms::{Kind, Owner};
use crate::knowledge::phrase::PhraseTable;
use crate::knowledge::{Filter, Language, WordClass};

/// Tokens on each side of an acronym that are its company.
pub(super) const WINDOW: usize = 40;
/// The word of a slot's class that says where the acronym stands.
const BEFORE: &str = "before";

/// What a document says as a whole.
pub(super) struct Company {
    /// Where each name in words stands first.
    names: FxHashMap<Owner, Range<usize>>,
    /// Where each word of interest stands first, by its hash.
    first: FxHashMap<u64, u32>,
    /// Slots by the token that stands in them, sorted.
    slots: Vec<SlotAt>,
    /// The languages of whose countries the document speaks.
    countries: Vec<Language>,
}

/// A slot that an acronym may stand in.
pub(super) struct SlotAt {
    token: usize,
    /// The kinds of thing that fit.
    pub kinds: Vec<Kind>,
    /// The words that make the slot.
    pub tokens: Range<usize>,
    /// Whether the acronym stands before them.
    pub before: bool,
}

/// The words that may be asked for: those of the company of whatever a doubtful form may stand for, and of countries. A
/// word may be let through that is none of them.
fn wanted(given: Given, candidates: &Candidates) -> Filter {
    let tables = &given.knowledge.acronyms;
    let mut wanted = Filter::default();
    for (_, candidate) in candidates.suspects() {
        let Some(form) = given.acronyms.forms().get(candidate.form) else { continue };
        let concepts = tables.readings(form.key).iter().filter_map(|reading| tables.concept(reading.concept));
        let topics = concepts.map(|concept| &concept.topics).chain(tables.sense(form.key).map(|sense| &sense.topics));
        topics.flatten().for_each(|&word| wanted.add(word));
    }
    // Names of the same words have a company, too.
    let names = given.acronyms.names();
    let forms: FxHashSet<&Range<usize>> = names.iter().filter(|n| matches!(n.owner, Owner::Form(_))).map(|n| &n.tokens).collect();
    for name in names.iter().filter(|name| forms.contains(&name.tokens)) {
        let topics = match name.owner {
            Owner::Concept(index) => tables.concept(index).map(|concept| &concept.topics),
            Owner::Sense(index) => tables.sense_at(index).map(|sense| &sense.topics),
            Owner::Form(_) | Owner::Cut(_) => None,
        };
        topics.into_iter().flatten().for_each(|&word| wanted.add(word));
    }
    tables.countries().iter().for_each(|(word, _)| wanted.add(*word));
    wanted
}

impl Company {
    /// One walk over the tokens; `candidates` tell which words are of interest.
    pub fn read(given: Given, candidates: &Candidates) -> Self {
        let mut names = FxHashMap::default();
        let mut first = FxHashMap::default();
        let wanted = wanted(given, candidates);
        for (&hash, at) in given.hashes.iter().zip(0..).filter(|(hash, _)| wanted.may_have(**hash)) {
            first.entry(hash).or_insert(at);
        }
        for name in given.acronyms.names() {
            if !names.contains_key(&name.owner) && !is_part_of_name(given, name.tokens.start) {
                names.insert(name.owner, name.tokens.clone());
            }
        }
        let named = given.knowledge.acronyms.countries().iter().filter(|(word, _)| first.contains_key(word));
        let countries = named.map(|(_, language)| *language).collect();
        Self { names, first, slots: slots(given), countries }
    }

    /// Where the name in words of a concept or sense stands first.
    pub fn name(&self, owner: Owner) -> Option<Range<usize>> {
        self.names.get(&owner).cloned()
    }

    /// The languages of whose countries the document speaks.
    pub fn countries(&self) -> impl Iterator<Item = Language> {
        self.countries.iter().copied()
    }

    /// How many of these words the document has.
    pub fn count(&self, topics: &[u64]) -> usize {
        self.anywhere(topics).count()
    }

    /// Where each of these words that the document has stands first.
    pub fn anywhere(&self, topics: &[u64]) -> impl Iterator<Item = usize> {
        topics.iter().filter_map(|word| self.first.get(word)).map(|&at| at as usize)
    }

    /// The slots that a token stands in.
    pub fn slots(&self, token: usize) -> impl Iterator<Item = &SlotAt> {
        let start = self.slots.partition_point(|slot| slot.token < token);
        self.slots[start..].iter().take_while(move |slot| slot.token == token)
    }
}

/// Whether a name begins within a longer one ("Royal Air Force"); whose it is ("Russian Air Force") is no part of it.
fn is_part_of_name(given: Given, start: usize) -> bool {
    let vocabulary = &given.knowledge.vocabulary;
    let tokens = given.document.tokens();
    let is = |at: usize, class| vocabulary.is(given.words, at, class);
    let whose = |at: usize| is(at, WordClass::Nationality) || is(at, WordClass::Country) || is(at, WordClass::Function);
    let starts =
        |at: usize| given.document.sentences().get(given.document.sentence_of(at)).is_some_and(|s| s.tokens().start == at);
    let capital = |at: usize| tokens.get(at).is_some_and(|t| t.is_title_case());
    let joined = tokens.get(start).is_some_and(|t| t.space_before());
    start.checked_sub(1).is_some_and(|at| joined && capital(start) && capital(at) && !whose(at) && !starts(at))
}

/// All slots of the document.
fn slots(given: Given) -> Vec<SlotAt> {
    let hits = given.hits.iter().filter(|hit| hit.table == PhraseTable::Slot);
    // Most hits have no acronym beside them: their rows are not looked at.
    let mentions: FxHashSet<usize> = given.acronyms.mentions().iter().flat_map(|m| [m.token, m.end - 1]).collect();
    let mut slots: Vec<SlotAt> = hits
        .filter_map(|hit| {
            let near = hit.tokens.start.checked_sub(1).filter(|at| mentions.contains(at));
            let after = Some(hit.tokens.end).filter(|at| mentions.contains(at));
            near.or(after)?;
            let class = &given.knowledge.phrases.row(hit.row)?.class;
            let before = class.split(' ').any(|word| word == BEFORE);
            let token = if before { near? } else { after? };
            Some(SlotAt { token, kinds: class.split(' ').filter_map(Kind::named).collect(), tokens: hit.tokens.clone(), before })
        })
        .collect();
    slots.sort_by_key(|slot| slot.token);
    slots
}

/// The tokens from `WINDOW` before to `WINDOW` after one.
pub(super) fn around(given: Given, token: usize) -> Range<usize> {
    token.saturating_sub(WINDOW)..(token + WINDOW + 1).min(given.words.len())
}

/// The tokens of a range that are words of a sorted list, the first of each word.
pub(super) fn topics_in(given: Given, range: Range<usize>, topics: &[u64]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for at in range {
        let Some(hash) = given.hashes.get(at) else { continue };
        if topics.binary_search(hash).is_ok() && !found.iter().any(|&other| given.hashes[other] == *hash) {
            found.push(at);
        }
    }
    found
}

/// What topic words weigh: a name more than a common word.
pub(super) fn weight_of(given: Given, found: &[usize]) -> f32 {
    let tokens = given.document.tokens();
    found.iter().map(|&at| if tokens.get(at).is_some_and(|t| t.is_capitalized()) { NAME } else { WORD }).sum()
}

/// What topic words weigh around a token: those of other blocks less, since a new paragraph may turn to another thing.
pub(super) fn weight_around(given: Given, token: usize, found: &[usize]) -> f32 {
    let block = given.document.block_of(token);
    let (own, other): (Vec<usize>, Vec<usize>) = found.iter().partition(|&&at| given.document.block_of(at) == block);
    weight_of(given, &own) + OTHER_BLOCK * weight_of(given, &other)
}

/// What a word of another block weighs, as a part of what it weighs in the same one.
const OTHER_BLOCK: f32 = 0.5;

/// A topic word that is a name, and one that is none.
const NAME: f32 = 1.0;
const WORD: f32 = 0.6;
