//! Which forms of a document may stand for one concept, and which do.

use std::collections::BTreeMap;

use super::company::{around, topics_in, weight_of};
use super::{Given, Verdict};
use crate::knowledge::acronyms::{Owner, Reading, Standing};

/// A form that stands for a concept.
#[derive(Clone, Debug)]
pub struct Member {
    /// Index of the concept in the tables.
    pub concept: usize,
    /// Index of the form in the document.
    pub form: usize,
    /// How the form stands to the concept.
    pub standing: Standing,
    /// Its mentions that stand for the concept, in the order of the text.
    pub mentions: Vec<usize>,
    /// Whether the document defines it so.
    pub defined: bool,
    /// Whether it is introduced beside another form of the concept ("the AFU, or ZSU in Ukrainian").
    pub introduced: bool,
}

/// Forms by the concept they may stand for.
#[derive(Debug, Default)]
pub(super) struct Candidates(BTreeMap<usize, Vec<Candidate>>);

/// A form that may stand for a concept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub form: usize,
    pub standing: Standing,
    /// Whether the document defines it so.
    pub defined: bool,
    /// Whether it may as well stand for something else.
    pub ambiguous: bool,
}

impl Candidates {
    /// Whether any form may be a wrong rendering, or any concept has several forms.
    pub fn are_doubtful(&self) -> bool {
        self.0.values().any(|list| list.len() > 1 || list.iter().any(|c| c.standing == Standing::Mistaken))
    }

    /// The forms that may render a concept wrongly.
    pub fn suspects(&self) -> impl Iterator<Item = (usize, &Candidate)> {
        let each = self.0.iter().flat_map(|(&concept, list)| list.iter().map(move |c| (concept, c)));
        each.filter(|(_, c)| c.standing == Standing::Mistaken)
    }

    /// The forms that render a concept, rightly or letter by letter.
    pub fn siblings(&self, concept: usize) -> impl Iterator<Item = &Candidate> {
        self.0.get(&concept).map_or(&[][..], Vec::as_slice).iter().filter(|c| c.standing != Standing::Mistaken)
    }
}

/// All forms of the document that the tables know, by concept. What the document defines otherwise is left out.
pub(super) fn candidates(given: Given) -> Candidates {
    let mut by_concept: BTreeMap<usize, Vec<Candidate>> = BTreeMap::new();
    for (index, form) in given.acronyms.forms().iter().enumerate() {
        let readings = given.knowledge.acronyms.readings(form.word);
        for &Reading { concept, standing } in readings {
            let owner = Owner::Concept(concept);
            let defined = given.acronyms.definitions_of(index).any(|d| d.owners.contains(&owner));
            if !form.definitions.is_empty() && !defined {
                continue;
            }
            let others = readings.iter().filter(|r| r.standing != Standing::Mistaken && r.concept != concept).count();
            let ambiguous = !defined && (others > 0 || has_another_sense(given, index, concept));
            by_concept.entry(concept).or_default().push(Candidate { form: index, standing, defined, ambiguous });
        }
    }
    Candidates(by_concept)
}

/// Whether English knows the form as something other than the concept, or as a word, or it is too short to tell.
fn has_another_sense(given: Given, form: usize, concept: usize) -> bool {
    let Some(form) = given.acronyms.forms().get(form) else { return true };
    let concept = &given.knowledge.acronyms.concepts()[concept];
    let other = given.knowledge.acronyms.sense(form.word).is_some_and(|s| s.words.iter().any(|w| !concept.words.contains(w)));
    other || form.text.len() < 3 || given.knowledge.lexicon.is_common(&form.text.to_lowercase())
}

/// The members of every concept that has a wrong rendering or several forms of its own.
pub(super) fn of_one_concept(given: Given, candidates: &Candidates, verdicts: &[Verdict]) -> Vec<Member> {
    let mut members = Vec::new();
    for &concept in candidates.0.keys() {
        let mut own: Vec<Member> = candidates.siblings(concept).filter_map(|c| member(given, concept, *c)).collect();
        introduce(given, &mut own);
        let wrong = verdicts.iter().any(|v| v.concept == concept);
        if own.len() > 1 || wrong && !own.is_empty() {
            members.extend(own);
        }
    }
    members
}

fn member(given: Given, concept: usize, candidate: Candidate) -> Option<Member> {
    let Candidate { form, standing, defined, ambiguous } = candidate;
    let stands = |mention: usize| !ambiguous || keeps_its_company(given, mention, concept);
    let mentions: Vec<usize> = given.acronyms.of(form).map(|(i, _)| i).filter(|&i| stands(i)).collect();
    (!mentions.is_empty()).then_some(Member { concept, form, standing, mentions, defined, introduced: false })
}

/// The most tokens between two forms of which one introduces the other.
const BESIDE: usize = 3;

/// Marks the members that stand beside another one somewhere, nothing but marks and small words between.
fn introduce(given: Given, members: &mut [Member]) {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (i, member) in members.iter().enumerate() {
        all.extend(member.mentions.iter().filter_map(|&m| Some((given.acronyms.mentions().get(m)?.token, i))));
    }
    all.sort_unstable();
    let small = |at: usize| given.is_function(at) || !given.document.tokens()[at].is_wordlike();
    for pair in all.windows(2) {
        let ((first, one), (second, other)) = (pair[0], pair[1]);
        let same_sentence = given.document.sentence_of(first) == given.document.sentence_of(second);
        if one != other && same_sentence && second - first - 1 <= BESIDE && (first + 1..second).all(small) {
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
    let own = topics_in(given, range.clone(), &given.knowledge.acronyms.concepts()[concept].topics);
    let mut known = given.knowledge.acronyms.sense(form.word).map_or(Vec::new(), |s| topics_in(given, range, &s.topics));
    // What both are known by tells nothing.
    known.retain(|&at| given.knowledge.acronyms.concepts()[concept].topics.binary_search(&given.words[at]).is_err());
    let (own, known) = (weight_of(given, &own), weight_of(given, &known));
    own > 0.0 && own > known
}
