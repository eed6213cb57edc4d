//! Whether a mention stands for a source acronym and is no English for it: the evidence is weighed for each mention.
//!
//! In: the candidates and the company of a document. Out: verdicts. Must not know: rules, messages.

mod slot;

use std::ops::Range;

use super::Given;
use super::company::{Company, around, topics_in, weight_around, weight_of};
use super::members::{Candidate, Candidates, keeps_its_company};
use super::rivals::Rivals;
use super::verdict::{Ground, Summand, Verdict};
use crate::document::Token;
use crate::facts::acronyms::{Form, Mention};
use crate::knowledge::Language;
use crate::knowledge::acronyms::{Concept, Owner, Sense, Standing};

/// The least sum, and the least number of kinds of evidence, for a verdict.
const LEAST_SCORE: f32 = 2.5;
const LEAST_GROUNDS: usize = 2;

/// Weights in rough log-odds (natural logarithms), set by hand; topics are capped on either side.
const LETTERS: f32 = 2.0;
/// So many letters are hardly ever another acronym by chance.
const LONG: usize = 4;
const LONG_LETTERS: f32 = 2.5;
/// Where a field or a country knows them as something that the document shows nothing of.
const REMOTE_LETTERS: f32 = 1.4;
const LOOK_LETTERS: f32 = 1.7;
const LANGUAGE: f32 = 1.0;
const LANGUAGE_HINT: f32 = 0.5;
/// From so many half points of the signs of a Slavic language on, the document may have been translated.
const HINTING: u32 = 2;
const ELSEWHERE: f32 = 3.5;
const DEFINITION: f32 = 5.0;
const SIBLING: f32 = 2.5;
const DOUBTFUL_SIBLING: f32 = 1.0;
const WORDS: f32 = 2.0;
const SLOT: f32 = 2.5;
const ATTACHED: f32 = 2.2;
/// The most small words between a word and the acronym that it belongs to, and one ("sailors of the IUD").
const BELONGING: usize = 3;
const NAME: f32 = 2.0;
const TOPIC_CAP: f32 = 2.4;
const FAR_TOPIC: f32 = 0.3;
const FAR_TOPIC_CAP: f32 = 1.2;
const KNOWN_WORDS: f32 = -3.0;
const KNOWN_IN_DOCUMENT: f32 = 0.4;
const KNOWN_IN_DOCUMENT_CAP: f32 = 1.6;

/// The verdicts on all mentions that may render a source acronym with no English for it; of several concepts the likeliest
/// counts.
pub(super) fn judge(given: Given, company: &Company, candidates: &Candidates) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    for (concept, candidate) in candidates.suspects() {
        if let Some(scale) = Scale::new(given, company, candidates, concept, candidate) {
            verdicts.extend(scale.weigh_all(candidate.form));
        }
    }
    // What is left letter by letter is likelier than a mistake that would look the same.
    let mistaken = |v: &Verdict| v.standing > Standing::Letters;
    verdicts.sort_by(|a, b| {
        let likelier = mistaken(a).cmp(&mistaken(b)).then(b.score().total_cmp(&a.score())).then(a.concept.cmp(&b.concept));
        a.mention.cmp(&b.mention).then(likelier)
    });
    verdicts.dedup_by_key(|v| v.mention);
    verdicts
}

/// Whether a form is a name in words ("Northern Fleet", "VKontakte"), or a common word in capitals that is no acronym of
/// English and no romanisation ("WAR").
fn reads_as_words(given: Given, form: &Form, standing: Standing) -> bool {
    let capitals = form.text.chars().filter(|c| c.is_uppercase()).count();
    let small = form.text.chars().filter(|c| c.is_lowercase()).count();
    let is_acronym = || standing != Standing::Mistaken || given.knowledge.acronyms.sense(form.key).is_some();
    let is_emphasis = || small == 0 && !is_acronym() && given.knowledge.lexicon.is_common(&form.text.to_lowercase());
    capitals < 2 || small > 0 && form.text.contains(' ') || small > capitals + 1 || is_emphasis()
}

/// One form weighed as a rendering of one concept; holds what is the same for all its mentions.
struct Scale<'a> {
    given: Given<'a>,
    company: &'a Company,
    concept_index: usize,
    concept: &'a Concept,
    source: usize,
    standing: Standing,
    rivals: Rivals<'a>,
    /// Whether the form is a name in words, or a word that may stand in capitals for emphasis: then the thing’s other names in
    /// the text are no evidence, since a text has many names.
    in_words: bool,
    shared: Vec<Summand>,
    /// Tokens of the sibling, in order.
    siblings: Vec<usize>,
    /// Mentions that the document defines so, in order.
    defined: Vec<usize>,
}

impl<'a> Scale<'a> {
    /// `None` where no mention can come to a verdict.
    fn new(
        given: Given<'a>,
        company: &'a Company,
        all: &Candidates,
        concept_index: usize,
        candidate: &Candidate,
    ) -> Option<Self> {
        let tables = &given.knowledge.acronyms;
        let form = &given.acronyms.forms()[candidate.form];
        // What is left letter by letter and explained is a word of the article's own.
        if candidate.standing == Standing::Letters && (candidate.defined || form.glossed) {
            return None;
        }
        // A small letter tells English's own form ("MoU") from one that is left ("MOU").
        if candidate.standing == Standing::Letters && form.text.contains(char::is_lowercase) && tables.sense(form.key).is_some() {
            return None;
        }
        let definitions = given.acronyms.definitions_of(candidate.form);
        let mut scale = Self {
            given,
            company,
            concept_index,
            concept: tables.concept(concept_index)?,
            source: candidate.source,
            standing: candidate.standing,
            rivals: Rivals::of(given, form.key, concept_index, candidate.standing),
            in_words: reads_as_words(given, form, candidate.standing),
            shared: Vec::new(),
            siblings: Vec::new(),
            defined: definitions.map(|d| d.mention).collect(),
        };
        // Letters that every reader knows as something else mislead: they are mistaken for that.
        if scale.standing == Standing::Letters && scale.rivals.are_famous() {
            scale.standing = Standing::Mistaken;
        }
        // Look-alikes that English does not have are read as little as letters.
        let unread = scale.standing == Standing::Look && (scale.rivals.are_none() || scale.rivals.are_remote(company));
        if scale.standing == Standing::Letters || unread {
            scale.add_letters(&form.text, candidate.ambiguous);
        }
        scale.add_language(all.share_a_language(given, concept_index, candidate.form));
        if candidate.defined {
            scale.share(Ground::Definition, DEFINITION, Vec::new());
        }
        if !scale.in_words {
            scale.add_siblings(all, candidate.form);
            if let Some(place) = company.name(Owner::Concept(concept_index)) {
                scale.share(Ground::Words, WORDS, vec![place]);
            }
        }
        if let Some(place) = scale.rivals.named(company) {
            scale.share(Ground::KnownWords, KNOWN_WORDS, vec![place]);
        }
        scale.may_reach().then_some(scale)
    }

    /// What the letters alone say: nothing where readers know them as something else.
    fn add_letters(&mut self, text: &str, ambiguous: bool) {
        let weight = match text.chars().count() {
            2 => return,
            _ if ambiguous && !self.rivals.are_remote(self.company) => return,
            LONG.. if !ambiguous => LONG_LETTERS,
            // Three letters of the same look come together by chance.
            _ if self.standing == Standing::Look => LOOK_LETTERS,
            _ if ambiguous => REMOTE_LETTERS,
            _ => LETTERS,
        };
        self.share(Ground::Letters, weight, Vec::new());
    }

    /// What shows the language of the concept: that the document was translated from it, or, each a hint, that it may have
    /// been and that it speaks of the country. Where what else the form stands for is of such a language, too, no more than
    /// that it was translated, and may have been translated wrongly, is shown.
    fn add_language(&mut self, shared: bool) {
        let of = |language: &Language| self.concept.sources.iter().any(|(own, ..)| own == language);
        let slavic = Language::SLAVIC.iter().any(of);
        let hint = |shown: bool| if shown { LANGUAGE_HINT } else { 0.0 };
        let signs = hint(slavic && self.given.signs >= HINTING) + hint(self.company.countries().any(|language| of(&language)));
        let shown = if slavic && self.given.slavic || shared { LANGUAGE } else { signs };
        let weight = if self.rivals.are_slavic() { shown.min(LANGUAGE_HINT) } else { shown };
        if weight > 0.0 {
            self.share(Ground::Language, weight, Vec::new());
        }
    }

    /// The verdicts on all mentions of the form. What a mention stands for where its company tells, it stands for
    /// elsewhere in the document too, unless the sense that readers know shows there.
    fn weigh_all(&self, form: usize) -> Vec<Verdict> {
        let mentions = || self.given.acronyms.of(form).filter(|(i, _)| self.defined.binary_search(i).is_err());
        let mut found: Vec<Verdict> = mentions().filter_map(|(i, m)| self.weigh(i, m, false)).collect();
        if !found.is_empty() && !self.in_words && !self.is_commonest() {
            let known = |mention: usize| found.binary_search_by_key(&mention, |v| v.mention).is_ok();
            let others: Vec<Verdict> =
                mentions().filter(|(i, _)| !known(*i)).filter_map(|(i, m)| self.weigh(i, m, true)).collect();
            found.extend(others);
        }
        found
    }

    fn share(&mut self, ground: Ground, weight: f32, places: Vec<Range<usize>>) {
        let count = places.len();
        self.shared.push(Summand { ground, weight, places, count });
    }

    /// The best other acronym of the concept that the document has.
    fn add_siblings(&mut self, all: &Candidates, form: usize) {
        let best = all.siblings(self.concept_index).filter(|c| c.form != form).min_by_key(|c| (c.ambiguous, c.standing, c.form));
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

    /// Whether any mention can come to a verdict; the commonest acronyms of English need a definition, a sibling or the name
    /// in words.
    fn may_reach(&self) -> bool {
        let vouched = [Ground::Definition, Ground::Sibling, Ground::Words].into_iter().any(|g| self.shares(g));
        vouched || !self.is_commonest()
    }

    fn is_commonest(&self) -> bool {
        self.rivals.sense.is_some_and(Sense::is_commonest)
    }

    fn weigh(&self, index: usize, mention: &Mention, elsewhere: bool) -> Option<Verdict> {
        let (concept, source, standing) = (self.concept_index, self.source, self.standing);
        let mut verdict = Verdict { mention: index, concept, source, standing, summands: self.shared.clone() };
        if elsewhere {
            verdict.summands.push(Summand { ground: Ground::Elsewhere, weight: ELSEWHERE, places: Vec::new(), count: 0 });
        }
        let slot = self.slot(mention).or_else(|| self.attached(mention));
        let topics = self.topics(mention, slot.as_ref());
        verdict.summands.extend(slot.into_iter().chain(topics));
        let fits = !self.is_commonest() && !self.in_words || verdict.ground(Ground::Slot).is_some();
        // Where the form has a sense of its own, what is said elsewhere does not tell which is meant here.
        let local = [Ground::Definition, Ground::Slot, Ground::Name, Ground::Topic];
        let is_told_here = self.rivals.are_none() || local.into_iter().any(|ground| verdict.ground(ground).is_some());
        // Only what was written in Cyrillic can look like it.
        let source = [Ground::Definition, Ground::Sibling, Ground::Language];
        let may_look = self.standing != Standing::Look || source.into_iter().any(|ground| verdict.ground(ground).is_some());
        let enough = may_look && (elsewhere || is_told_here && verdict.grounds() >= LEAST_GROUNDS);
        (fits && enough && verdict.score() >= LEAST_SCORE).then_some(verdict)
    }

    /// Whether a word stands nearer to a sibling than to the mention: then it is the sibling's company.
    fn is_nearer_to_sibling(&self, at: usize, token: usize) -> bool {
        let next = self.siblings.partition_point(|&sibling| sibling < at);
        let around = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|i| self.siblings.get(i));
        around.map(|sibling| sibling.abs_diff(at)).min().is_some_and(|distance| distance < token.abs_diff(at))
    }

    /// What the words around are about; the words of its slot have spoken already.
    fn topics(&self, mention: &Mention, slot: Option<&Summand>) -> Vec<Summand> {
        let (given, token) = (self.given, mention.token);
        let of_slot = slot.filter(|slot| slot.weight > 0.0).and_then(|slot| slot.places.first()).cloned().unwrap_or_default();
        let own_words = |at: &usize| (mention.token..mention.end).contains(at) || of_slot.contains(at);
        let range = around(given, token);
        let mut own = topics_in(given, range.clone(), &self.concept.topics);
        // What both are known by tells nothing.
        own.retain(|&at| !own_words(&at) && !self.is_nearer_to_sibling(at, token) && !self.rivals.have(given.hashes[at]));
        let is_name = |at: &usize| self.concept.name_words.binary_search(&given.hashes[*at]).is_ok();
        // A common word of the name ("food") is one of its company, and no kind of evidence of its own.
        let is_capital = |at: &usize| given.document.tokens().get(*at).is_some_and(Token::is_capitalized);
        let (names, own): (Vec<usize>, Vec<usize>) = own.into_iter().partition(|at| is_name(at) && is_capital(at));
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
        if own.is_empty() && self.shares(Ground::Letters) {
            // What no other sense can claim has its company anywhere in the document.
            let mut far: Vec<usize> = self.company.anywhere(&self.concept.topics).filter(|at| !is_name(at)).collect();
            far.sort_unstable();
            add(Ground::Topic, (FAR_TOPIC * far.len() as f32).min(FAR_TOPIC_CAP), far);
        } else {
            add(Ground::Topic, weight_around(given, token, &own).min(TOPIC_CAP), own);
        }
        if !self.rivals.are_none() {
            let mut known = self.rivals.near(given, &range);
            known.retain(|&at| self.concept.topics.binary_search(&given.hashes[at]).is_err());
            let anywhere = (KNOWN_IN_DOCUMENT * self.rivals.count(self.company) as f32).min(KNOWN_IN_DOCUMENT_CAP);
            add(Ground::KnownTopic, -weight_of(given, &known).min(TOPIC_CAP) - anywhere, known);
        }
        found
    }
}
