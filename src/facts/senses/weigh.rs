//! Whether a mention renders a source acronym wrongly: the evidence, summand by summand.

use std::ops::Range;

use super::Given;
use super::company::{Company, SlotAt, around, topics_in, weight_of};
use super::members::{Candidate, Candidates, keeps_its_company};
use crate::knowledge::acronyms::{Concept, Kind, Owner, Sense};

/// A kind of evidence; kinds are independent of one another, summands of one kind are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The document defines it so.
    Definition,
    /// Another acronym of the same concept stands in the document.
    Sibling,
    /// The concept stands in words in the document.
    Words,
    /// The words right before or after it fit one kind of thing only.
    Slot,
    /// A word of the concept's own name stands near.
    Name,
    /// Words of the concept's company stand near.
    Topic,
    /// The sense that readers know stands in words in the document.
    KnownWords,
    /// Words of that sense's company stand near, or in the document.
    KnownTopic,
}

/// A piece of evidence: for the source acronym where the weight is positive.
#[derive(Clone, Debug)]
pub struct Summand {
    /// Its kind.
    pub ground: Ground,
    /// Its weight, in rough log-odds.
    pub weight: f32,
    /// Where it stands, as ranges of tokens; of siblings the first only.
    pub places: Vec<Range<usize>>,
    /// In how many places it stands.
    pub count: usize,
}

/// A mention that renders a source acronym wrongly.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Index of the mention.
    pub mention: usize,
    /// Index of the concept in the tables.
    pub concept: usize,
    /// All evidence, for and against.
    pub summands: Vec<Summand>,
}

impl Verdict {
    /// The sum of all evidence.
    pub fn score(&self) -> f32 {
        self.summands.iter().map(|s| s.weight).sum()
    }

    /// The summand of a kind, where one speaks for the source acronym.
    pub fn ground(&self, ground: Ground) -> Option<&Summand> {
        self.summands.iter().find(|s| s.ground == ground && s.weight > 0.0)
    }

    fn grounds(&self) -> usize {
        self.summands.iter().filter(|s| s.weight > 0.0).count()
    }
}

/// The least sum, and the least number of kinds of evidence, for a verdict.
const LEAST_SCORE: f32 = 3.0;
const LEAST_GROUNDS: usize = 2;

/// Weights in rough log-odds (natural logarithms), set by hand; topics are capped on either side.
const DEFINITION: f32 = 5.0;
const SIBLING: f32 = 2.5;
const DOUBTFUL_SIBLING: f32 = 1.0;
const WORDS: f32 = 2.0;
const SLOT: f32 = 2.5;
const NAME: f32 = 2.0;
const TOPIC_CAP: f32 = 2.0;
const KNOWN_WORDS: f32 = -3.0;
const KNOWN_IN_DOCUMENT: f32 = 0.25;
const KNOWN_IN_DOCUMENT_CAP: f32 = 1.0;

/// The verdicts on all mentions that may render a source acronym wrongly; of several concepts the likeliest counts.
pub(super) fn judge(given: Given, company: &Company, candidates: &Candidates) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    for (concept, candidate) in candidates.suspects() {
        let scale = Scale::new(given, company, candidates, concept, candidate);
        if scale.may_reach() {
            verdicts.extend(given.acronyms.of(candidate.form).filter_map(|(i, m)| scale.weigh(i, m.token)));
        }
    }
    verdicts.sort_by(|a, b| a.mention.cmp(&b.mention).then(b.score().total_cmp(&a.score())).then(a.concept.cmp(&b.concept)));
    verdicts.dedup_by_key(|v| v.mention);
    verdicts
}

/// One form weighed as a rendering of one concept; holds what is the same for all its mentions.
struct Scale<'a> {
    given: Given<'a>,
    company: &'a Company,
    concept_index: usize,
    concept: &'a Concept,
    sense: Option<&'a Sense>,
    shared: Vec<Summand>,
    /// Tokens of the sibling, in order.
    siblings: Vec<usize>,
    defined: Vec<usize>,
}

impl<'a> Scale<'a> {
    fn new(given: Given<'a>, company: &'a Company, all: &Candidates, concept_index: usize, candidate: &Candidate) -> Self {
        let tables = &given.knowledge.acronyms;
        let word = given.acronyms.forms()[candidate.form].word;
        let sense = tables.sense(word);
        let definitions = given.acronyms.definitions_of(candidate.form);
        let mut scale = Self {
            given,
            company,
            concept_index,
            concept: &tables.concepts()[concept_index],
            sense,
            shared: Vec::new(),
            siblings: Vec::new(),
            defined: definitions.map(|d| d.mention).collect(),
        };
        if candidate.defined {
            scale.share(Ground::Definition, DEFINITION, Vec::new());
        }
        scale.add_siblings(all);
        if let Some(place) = company.name(Owner::Concept(concept_index)) {
            scale.share(Ground::Words, WORDS, vec![place]);
        }
        if let Some(place) = tables.sense_index(word).and_then(|i| company.name(Owner::Sense(i))) {
            scale.share(Ground::KnownWords, KNOWN_WORDS, vec![place]);
        }
        scale
    }

    fn share(&mut self, ground: Ground, weight: f32, places: Vec<Range<usize>>) {
        let count = places.len();
        self.shared.push(Summand { ground, weight, places, count });
    }

    /// The best other acronym of the concept that the document has.
    fn add_siblings(&mut self, all: &Candidates) {
        let best = all.siblings(self.concept_index).min_by_key(|c| (c.ambiguous, c.standing, c.form));
        let Some(sibling) = best else { return };
        let mut mentions = self.given.acronyms.of(sibling.form);
        let sure = !sibling.ambiguous || mentions.any(|(i, _)| keeps_its_company(self.given, i, self.concept_index));
        let weight = if sure { SIBLING } else { DOUBTFUL_SIBLING };
        // Every verdict holds a copy of what is shared, so only the first place goes along.
        self.siblings = self.given.acronyms.of(sibling.form).map(|(_, m)| m.token).collect();
        let places = self.siblings.first().map(|&at| at..at + 1).into_iter().collect();
        self.shared.push(Summand { ground: Ground::Sibling, weight, places, count: self.siblings.len() });
    }

    fn shares(&self, ground: Ground) -> bool {
        self.shared.iter().any(|s| s.ground == ground)
    }

    /// Whether any mention can come to a verdict; the commonest acronyms of English need a definition, a sibling or words.
    fn may_reach(&self) -> bool {
        let vouched = [Ground::Definition, Ground::Sibling, Ground::Words].into_iter().any(|g| self.shares(g));
        vouched || !self.sense.is_some_and(|s| s.commonest)
    }

    fn weigh(&self, mention: usize, token: usize) -> Option<Verdict> {
        if self.defined.contains(&mention) {
            return None;
        }
        let mut verdict = Verdict { mention, concept: self.concept_index, summands: self.shared.clone() };
        verdict.summands.extend(self.slot(token));
        verdict.summands.extend(self.topics(token));
        let commonest = self.sense.is_some_and(|s| s.commonest);
        let fits = !commonest || verdict.ground(Ground::Slot).is_some();
        (fits && verdict.grounds() >= LEAST_GROUNDS && verdict.score() >= LEAST_SCORE).then_some(verdict)
    }

    /// What the words right before and after fit.
    fn slot(&self, token: usize) -> Option<Summand> {
        let known: Option<Kind> = self.sense.map(|s| s.kind);
        let telling = |slot: &&SlotAt| slot.kinds.contains(&self.concept.kind) != known.is_some_and(|k| slot.kinds.contains(&k));
        let for_concept = |slot: &&SlotAt| slot.kinds.contains(&self.concept.kind);
        let ends = self.ends_phrase(token);
        let slots: Vec<&SlotAt> = self.company.slots(token).filter(telling).filter(|slot| slot.before || ends).collect();
        let against = slots.iter().find(|slot| !for_concept(slot));
        let speaks = slots.iter().find(|slot| for_concept(slot));
        match (speaks, against) {
            (Some(slot), None) => Some((SLOT, slot)),
            (None, Some(slot)) => Some((-SLOT, slot)),
            _ => None,
        }
        .map(|(weight, slot)| Summand { ground: Ground::Slot, weight, places: vec![slot.tokens.clone()], count: 1 })
    }

    /// Whether the acronym ends its phrase, so that what stands before speaks of it and not of a word that follows
    /// ("during the WTO meeting").
    fn ends_phrase(&self, token: usize) -> bool {
        let Some(next) = self.given.document.tokens().get(token + 1) else { return true };
        let ends = !next.is_wordlike() && !next.is_mark('-');
        let function = self.given.is_function(token + 1);
        ends || (function && !next.is_clitic()) || self.given.document.block_of(token) != self.given.document.block_of(token + 1)
    }

    /// Whether a word stands nearer to a sibling than to the mention: then it is the sibling's company.
    fn is_nearer_to_sibling(&self, at: usize, token: usize) -> bool {
        let next = self.siblings.partition_point(|&sibling| sibling < at);
        let around = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|i| self.siblings.get(i));
        around.map(|sibling| sibling.abs_diff(at)).min().is_some_and(|distance| distance < token.abs_diff(at))
    }

    /// What the words around are about.
    fn topics(&self, token: usize) -> Vec<Summand> {
        let given = self.given;
        let range = around(given, token);
        let mut own = topics_in(given, range.clone(), &self.concept.topics);
        own.retain(|&at| !self.is_nearer_to_sibling(at, token));
        let is_name = |at: &usize| self.concept.name_words.binary_search(&given.words[*at]).is_ok();
        let (names, own): (Vec<usize>, Vec<usize>) = own.into_iter().partition(is_name);
        let mut found = Vec::new();
        let mut add = |ground, weight: f32, places: Vec<usize>| {
            if weight != 0.0 {
                let count = places.len();
                found.push(Summand { ground, weight, places: places.into_iter().map(|at| at..at + 1).collect(), count });
            }
        };
        // Where the whole name stands in the document, its words tell nothing more.
        if !names.is_empty() && !self.shares(Ground::Words) {
            add(Ground::Name, NAME, names);
        }
        add(Ground::Topic, weight_of(given, &own).min(TOPIC_CAP), own);
        if let Some(sense) = self.sense {
            let known = topics_in(given, range, &sense.topics);
            let anywhere = (KNOWN_IN_DOCUMENT * self.company.count(&sense.topics) as f32).min(KNOWN_IN_DOCUMENT_CAP);
            add(Ground::KnownTopic, -weight_of(given, &known).min(TOPIC_CAP) - anywhere, known);
        }
        found
    }
}
