//! Which forms of a document may stand for one concept, and which do.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::company::{Company, around, topics_in, weight_of};
use super::rivals::Rivals;
use super::{Given, Verdict};
use crate::knowledge::acronyms::{Owner, Reading, Standing};
use crate::knowledge::{Language, WordClass};

/// A form that stands for a concept.
#[derive(Clone, Debug)]
pub struct Member {
    /// Index of the concept in the tables.
    pub concept: usize,
    /// Index of the form in the document.
    pub form: usize,
    /// Index of the source acronym among those of the concept.
    pub source: usize,
    /// How the form stands to the concept.
    pub standing: Standing,
    /// Its mentions that stand for the concept, in the order of the text.
    pub mentions: Vec<usize>,
    /// Whether the document defines it so.
    pub defined: bool,
    /// Whether it is introduced beside another form of the concept ("the AFU, or ZSU in Ukrainian").
    pub introduced: bool,
}

/// Of the forms of one concept the one that the others should follow: English before what is left letter by letter, then
/// the form most used; in a tie what English writes, then what comes first.
pub fn leading(members: &[Member]) -> Option<&Member> {
    let left = |m: &Member| matches!(m.standing, Standing::Own | Standing::Letters);
    members.iter().min_by_key(|m| (left(m), Reverse(m.mentions.len()), m.standing, m.mentions.first().copied()))
}

/// Forms by the concept they may stand for.
#[derive(Debug, Default)]
pub(super) struct Candidates(BTreeMap<usize, Vec<Candidate>>);

/// A form that may stand for a concept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub form: usize,
    /// Index of the source acronym among those of the concept.
    pub source: usize,
    pub standing: Standing,
    /// Whether the document defines it so.
    pub defined: bool,
    /// Whether it may as well stand for something else.
    pub ambiguous: bool,
}

impl Candidates {
    /// Whether any form may be a wrong rendering, or any concept has several forms.
    pub fn are_doubtful(&self) -> bool {
        self.0.values().any(|list| list.len() > 1 || list.iter().any(|c| c.standing > Standing::Loan))
    }

    /// The forms that may be no English for a concept.
    pub fn suspects(&self) -> impl Iterator<Item = (usize, &Candidate)> {
        let each = self.0.iter().flat_map(|(&concept, list)| list.iter().map(move |c| (concept, c)));
        each.filter(|(_, c)| c.standing > Standing::Loan)
    }

    /// The forms that render a concept, rightly or letter by letter.
    pub fn siblings(&self, concept: usize) -> impl Iterator<Item = &Candidate> {
        self.0.get(&concept).map_or(&[][..], Vec::as_slice).iter().filter(|c| c.standing < Standing::Look)
    }

    /// Whether a form is left letter by letter that stands for nothing else.
    pub fn show_a_language(&self) -> bool {
        self.left().next().is_some()
    }

    fn left(&self) -> impl Iterator<Item = (usize, &Candidate)> {
        self.suspects().filter(|(_, c)| c.standing == Standing::Letters && !c.ambiguous)
    }

    /// Whether another form that is left letter by letter is of a language that this concept has.
    pub fn share_a_language(&self, given: Given, concept: usize, form: usize) -> bool {
        let concepts = &given.knowledge.acronyms;
        let sources = |concept: usize| concepts.concept(concept).map_or(&[][..], |c| &c.sources).iter();
        let text = |c: &Candidate| given.acronyms.forms().get(c.form).map_or("", |form| &form.text);
        // The Slavic languages share many acronyms, so that one stands for all of them; of the others those that write it so.
        let is_slavic = |language: &Language| Language::SLAVIC.contains(language);
        let writes = |other: usize, c: &Candidate, language: Language| {
            let of_one = |(own, acronym, _): &&(Language, &str, &str)| *own == language && *acronym == text(c);
            let slavic = sources(other).nth(c.source).is_some_and(|(own, ..)| is_slavic(own));
            slavic && is_slavic(&language) || sources(other).any(|source| of_one(&source))
        };
        let mut left = self.left().filter(|(_, c)| c.form != form);
        left.any(|(other, c)| sources(concept).any(|(own, ..)| writes(other, c, *own)))
    }
}

/// All forms of the document that the tables know, by concept. What the document defines otherwise is left out.
pub(super) fn candidates(given: Given) -> Candidates {
    let mut by_concept: BTreeMap<usize, Vec<Candidate>> = BTreeMap::new();
    for (index, form) in given.acronyms.forms().iter().enumerate() {
        let readings = given.knowledge.acronyms.readings(form.key);
        for &Reading { concept, source, standing } in readings {
            let owner = Owner::Concept(concept);
            let defined = given.acronyms.definitions_of(index).any(|d| d.owners.contains(&owner));
            if !form.definitions.is_empty() && !defined {
                continue;
            }
            // What is no English stays so, whatever of the source language it may stand for.
            let limit = if standing == Standing::Letters { Standing::Letters } else { Standing::Look };
            let others = readings.iter().any(|r| r.standing < limit && r.concept != concept);
            let ambiguous = !defined && (others || has_another_sense(given, index, concept));
            by_concept.entry(concept).or_default().push(Candidate { form: index, source, standing, defined, ambiguous });
        }
    }
    Candidates(by_concept)
}

/// Whether English knows the form as something other than the concept, or as a word, or it is too short to tell.
fn has_another_sense(given: Given, form: usize, concept: usize) -> bool {
    let Some(form) = given.acronyms.forms().get(form) else { return true };
    let Some(concept) = given.knowledge.acronyms.concept(concept) else { return true };
    let other = given.knowledge.acronyms.sense(form.key).is_some_and(|s| s.words.iter().any(|w| !concept.words.contains(w)));
    other || form.text.len() < 3 || given.knowledge.lexicon.is_common(&form.text.to_lowercase())
}

/// The members of every concept that has a wrong rendering or several forms of its own.
pub(super) fn of_one_concept(given: Given, candidates: &Candidates, verdicts: &[Verdict], company: &Company) -> Vec<Member> {
    let mut members = Vec::new();
    for &concept in candidates.0.keys() {
        let mut own: Vec<Member> =
            candidates.siblings(concept).filter_map(|c| member(given, concept, *c, verdicts, company)).collect();
        introduce(given, &mut own);
        let wrong = verdicts.iter().any(|v| v.concept == concept && v.standing > Standing::Letters);
        if own.len() > 1 || wrong && !own.is_empty() {
            members.extend(own);
        }
    }
    members
}

fn member(given: Given, concept: usize, candidate: Candidate, verdicts: &[Verdict], company: &Company) -> Option<Member> {
    let Candidate { form, source, standing, defined, ambiguous } = candidate;
    let judged =
        |mention: usize| verdicts.binary_search_by_key(&mention, |v| v.mention).is_ok_and(|i| verdicts[i].concept == concept);
    let key = given.acronyms.forms().get(form)?.key;
    let only = given.knowledge.acronyms.readings(key).iter().all(|r| r.concept == concept || r.standing > Standing::Letters);
    let told = standing < Standing::Letters && company.name(Owner::Concept(concept)).is_some();
    // What is left letter by letter is of a language that the text shows, or speaks of.
    let of_language = standing != Standing::Letters || shows_language(given, concept, company);
    let sure = told
        || of_language
            && only
            && (!ambiguous || standing >= Standing::Loan && Rivals::of(given, key, concept, standing).are_remote(company));
    // A place that is judged wrong is no member, whatever it is letter by letter.
    let wrong = |mention: usize| {
        let verdict = verdicts.binary_search_by_key(&mention, |v| v.mention).ok().and_then(|i| verdicts.get(i));
        verdict.is_some_and(|v| v.standing > Standing::Letters)
    };
    let stands = |mention: usize| !wrong(mention) && (sure || judged(mention) || keeps_its_company(given, mention, concept));
    let mentions: Vec<usize> = given.acronyms.of(form).map(|(i, _)| i).filter(|&i| stands(i)).collect();
    (!mentions.is_empty()).then_some(Member {
        concept,
        form,
        source,
        standing,
        mentions,
        defined,
        introduced: is_told(given, form),
    })
}

/// Whether a document shows the language of a concept, or speaks of its country.
fn shows_language(given: Given, concept: usize, company: &Company) -> bool {
    let sources = given.knowledge.acronyms.concept(concept).map_or(&[][..], |concept| &concept.sources);
    let spoken = |language: Language| company.countries().any(|country| country == language);
    sources.iter().any(|(language, ..)| spoken(*language) || given.signs > 0 && Language::SLAVIC.contains(language))
}

/// Whether the document tells what a form is without defining it.
fn is_told(given: Given, form: usize) -> bool {
    given.acronyms.forms().get(form).is_some_and(|form| form.glossed)
}

/// The most tokens between two forms of which one introduces the other (", also known in English as the").
const BESIDE: usize = 7;
/// The most of them where none is a word that gives names.
const BESIDE_UNNAMED: usize = 3;

/// Marks the members that stand beside another one somewhere, nothing but marks, small words and words that give names
/// between.
fn introduce(given: Given, members: &mut [Member]) {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (i, member) in members.iter().enumerate() {
        all.extend(member.mentions.iter().filter_map(|&m| Some((given.acronyms.mentions().get(m)?.token, i))));
    }
    all.sort_unstable();
    let is = |at: usize, class| given.knowledge.vocabulary.is(given.words, at, class);
    let names = |at: usize| is(at, WordClass::Naming);
    let small = |at: usize| given.is_function(at) || !given.document.tokens()[at].is_wordlike();
    let joins = |at: usize| small(at) || names(at) || is(at, WordClass::Nationality) || is(at, WordClass::AfterNoun);
    let introduces = |mut between: Range<usize>| match between.len() {
        0..=BESIDE_UNNAMED if between.clone().all(small) => true,
        0..=BESIDE => between.clone().any(names) && between.all(joins),
        _ => false,
    };
    for pair in all.windows(2) {
        let ((first, one), (second, other)) = (pair[0], pair[1]);
        let same_sentence = given.document.sentence_of(first) == given.document.sentence_of(second);
        if one != other && same_sentence && introduces(first + 1..second) {
            members[one].introduced = true;
            members[other].introduced = true;
        }
    }
}

/// Whether the words around a mention speak for a concept, and more for it than for what readers know.
pub(super) fn keeps_its_company(given: Given, mention: usize, concept: usize) -> bool {
    let Some(mention) = given.acronyms.mentions().get(mention) else { return false };
    let form = &given.acronyms.forms()[mention.form];
    let range = around(given, mention.token);
    let Some(entry) = given.knowledge.acronyms.concept(concept) else { return false };
    let own = topics_in(given, range.clone(), &entry.topics);
    let mut known = given.knowledge.acronyms.sense(form.key).map_or(Vec::new(), |s| topics_in(given, range, &s.topics));
    // What both are known by tells nothing.
    known.retain(|&at| entry.topics.binary_search(&given.hashes[at]).is_err());
    let (own, known) = (weight_of(given, &own), weight_of(given, &known));
    own > 0.0 && own > known
}
