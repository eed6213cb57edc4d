//! Definitions in brackets that give an acronym another sense than the one readers know.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Given;
use super::company::{topics_in, weight_of};
use crate::facts::acronyms::Definition;
use crate::knowledge::WordClass;
use crate::knowledge::acronyms::{Owner, Sense, Standing};

/// Why a definition is held to be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The long form is the English of a source acronym (an index into the concepts), of which the short form is a known
    /// wrong rendering.
    Row(usize),
    /// The short form stands in the sense readers know elsewhere in the document, and the long form is a name.
    KnownSenseToo,
}

/// A definition in brackets that collides with the sense readers know.
#[derive(Clone, Debug)]
pub struct Collision {
    /// Index of the definition.
    pub definition: usize,
    /// Why it is held to be wrong.
    pub proof: Proof,
    /// Mentions in the sense readers know, right as they stand.
    pub known: Vec<usize>,
    /// Mentions in the sense of the bracket.
    pub local: Vec<usize>,
}

/// Tokens on each side, within the sentence, that show in which sense a mention stands.
const NEAR: usize = 25;
/// The least weight of topic words that shows the known sense: one name, or two words.
const LEAST: f32 = 1.0;

/// All collisions of a document.
pub(super) fn find(given: Given) -> Vec<Collision> {
    let definitions = given.acronyms.definitions().iter().enumerate();
    let mut readings = Readings::default();
    definitions.filter(|(_, d)| d.long_first).filter_map(|(i, d)| collision(given, i, d, &mut readings)).collect()
}

/// How the mentions of a form stand, read once however often the form is defined.
#[derive(Default)]
struct Readings {
    /// By form: the mentions in the sense readers know.
    known: FxHashMap<usize, Vec<usize>>,
    /// By form and concept: the mentions in that sense.
    defined: FxHashMap<(usize, usize), Vec<usize>>,
}

fn collision(given: Given, index: usize, definition: &Definition, readings: &mut Readings) -> Option<Collision> {
    let tables = &given.knowledge.acronyms;
    let mention = given.acronyms.mentions().get(definition.mention)?;
    let word = given.acronyms.forms().get(mention.form)?.word;
    let sense = tables.sense(word)?;
    let is_known = |owner: &Owner| matches!(owner, Owner::Sense(i) if tables.sense_index(word) == Some(*i));
    if definition.owners.iter().any(is_known) {
        return None;
    }
    let standing = |concept: usize| tables.readings(word).iter().find(|r| r.concept == concept).map(|r| r.standing);
    let concepts = definition.owners.iter().filter_map(|o| if let Owner::Concept(c) = o { Some(*c) } else { None });
    let concepts: Vec<usize> = concepts.collect();
    if concepts.iter().any(|&c| matches!(standing(c), Some(Standing::English | Standing::Loan))) {
        return None;
    }
    let row = concepts.iter().copied().find(|&c| standing(c).is_some());
    let mentions = || given.acronyms.of(mention.form).map(|(i, _)| i);
    let stands = |i: &usize| stands_as_known(given, *i, sense, None);
    let known = readings.known.entry(mention.form).or_insert_with(|| mentions().filter(stands).collect());
    let still = |i: &usize| !is_near(given, *i, definition) || stands_as_known(given, *i, sense, Some(definition));
    let known: Vec<usize> = known.iter().copied().filter(|i| *i != definition.mention && still(i)).collect();
    let proof = match row {
        Some(concept) => Proof::Row(concept),
        None if !known.is_empty() && definition.letters_fit && is_name(given, &definition.long) => Proof::KnownSenseToo,
        None => return None,
    };
    let local = match proof {
        Proof::Row(concept) => {
            let stands = |i: &usize| stands_as_defined(given, *i, concept, sense);
            let defined = readings.defined.entry((mention.form, concept));
            let defined = defined.or_insert_with(|| mentions().filter(stands).collect());
            let later = defined.iter().copied().filter(|&i| i > definition.mention);
            later.filter(|i| known.binary_search(i).is_err()).collect()
        }
        Proof::KnownSenseToo => Vec::new(),
    };
    Some(Collision { definition: index, proof, known, local })
}

/// Whether the words of a long form, but for articles and prepositions, all begin with a capital, and are two at least.
fn is_name(given: Given, long: &Range<usize>) -> bool {
    let tokens = given.document.tokens();
    let content = |at: &usize| {
        let function = given.knowledge.vocabulary.classes(given.words[*at]).has(WordClass::Function);
        tokens[*at].is_wordlike() && !tokens[*at].is_clitic() && !function
    };
    let words: Vec<usize> = long.clone().filter(content).collect();
    words.len() > 1 && words.iter().all(|&at| tokens[at].is_capitalized())
}

/// The tokens of the sentence that are near a mention.
fn sentence_around(given: Given, token: usize) -> Range<usize> {
    let sentence = given.document.sentences().get(given.document.sentence_of(token)).map_or(token..token + 1, |s| s.tokens());
    sentence.start.max(token.saturating_sub(NEAR))..sentence.end.min(token + NEAR)
}

/// Whether the words of a definition may be among those around a mention.
fn is_near(given: Given, mention: usize, definition: &Definition) -> bool {
    let words = definition.long.start..definition.bracket.end;
    let token = given.acronyms.mentions().get(mention).map(|m| m.token);
    token.is_some_and(|token| words.start <= token + NEAR && token <= words.end + NEAR)
}

/// Whether a mention stands in the sense readers know: written with full stops, or in that sense's company. The words of
/// a definition are no company.
fn stands_as_known(given: Given, mention: usize, sense: &Sense, definition: Option<&Definition>) -> bool {
    let Some(mention) = given.acronyms.mentions().get(mention) else { return false };
    let range = sentence_around(given, mention.token);
    let mut near = topics_in(given, range, &sense.topics);
    let defines = |at: &usize| definition.is_some_and(|d| d.long.contains(at) || d.bracket.contains(at));
    near.retain(|at| *at != mention.token && !defines(at));
    mention.dotted || weight_of(given, &near) >= LEAST
}

/// Whether a mention stands in the sense of the bracket: that company is near and the known one is not.
fn stands_as_defined(given: Given, mention: usize, concept: usize, sense: &Sense) -> bool {
    let Some(mention) = given.acronyms.mentions().get(mention) else { return false };
    let range = sentence_around(given, mention.token);
    let own = topics_in(given, range.clone(), &given.knowledge.acronyms.concepts()[concept].topics);
    let mut known = topics_in(given, range, &sense.topics);
    known.retain(|at| *at != mention.token);
    weight_of(given, &own) >= LEAST && known.is_empty()
}
