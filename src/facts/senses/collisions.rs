//! Definitions in brackets that give an acronym another sense than the one readers know.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Given;
use super::company::{topics_in, weight_of};
use crate::facts::acronyms::Definition;
use crate::knowledge::acronyms::{Owner, Rank, Sense, Standing};

/// Why a definition is held to be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The long form is the English of a source acronym (an index into the concepts), of which the short form is a known
    /// wrong rendering.
    Row(usize),
    /// The short form stands in the sense readers know elsewhere in the document, and the long form is a name.
    KnownSenseToo,
    /// The short form is among the commonest acronyms of English, the long form is a name, and the document was translated.
    Commonest,
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
    let all = given.acronyms.definitions();
    // Where the text explains the known sense as well, the acronym has two meanings by its author's will.
    let told: FxHashSet<usize> = all.iter().filter_map(|d| form_explained_as_known(given, d)).collect();
    let is_open = |d: &Definition| given.acronyms.mentions().get(d.mention).is_some_and(|m| !told.contains(&m.form));
    let definitions = all.iter().enumerate().filter(|(_, d)| d.long_first && is_open(d));
    definitions.filter_map(|(i, d)| collision(given, i, d)).collect()
}

/// The form of a definition that gives it the sense readers know.
fn form_explained_as_known(given: Given, definition: &Definition) -> Option<usize> {
    let form = given.acronyms.mentions().get(definition.mention)?.form;
    let sense = given.knowledge.acronyms.sense_index(given.acronyms.forms().get(form)?.key)?;
    definition.owners.contains(&Owner::Sense(sense)).then_some(form)
}

fn collision(given: Given, index: usize, definition: &Definition) -> Option<Collision> {
    let tables = &given.knowledge.acronyms;
    let mention = given.acronyms.mentions().get(definition.mention)?;
    let word = given.acronyms.forms().get(mention.form)?.key;
    let sense = tables.sense(word)?;
    let standing = |concept: usize| tables.readings(word).iter().find(|r| r.concept == concept).map(|r| r.standing);
    let concepts = definition.owners.iter().filter_map(|o| if let Owner::Concept(c) = o { Some(*c) } else { None });
    let concepts: Vec<usize> = concepts.collect();
    // What is left letter by letter and explained is a word of the article's own, unless every reader knows the letters.
    let own = |standing: Standing| standing < Standing::Letters || standing == Standing::Letters && !sense.is_commonest();
    if concepts.iter().any(|&c| standing(c).is_some_and(own)) {
        return None;
    }
    // Where the letters do not fit, or few readers know the sense, the fault is another: the name has another acronym.
    let misleads = definition.letters_fit && sense.rank <= Rank::Household;
    let fits = |c: &usize| misleads || tables.concept(*c).is_some_and(|c| c.english.is_empty());
    let row = concepts.iter().copied().find(|c| standing(*c).is_some() && fits(c));
    let others = neighbours(given, mention.form, definition.mention);
    let known: Vec<usize> = others.iter().copied().filter(|&i| stands_as_known(given, i, sense, definition)).collect();
    let own_name = definition.letters_fit && is_name(given, &definition.long);
    let proof = match row {
        Some(concept) => Proof::Row(concept),
        None if own_name && !known.is_empty() => Proof::KnownSenseToo,
        None if own_name && sense.is_commonest() && given.translated => Proof::Commonest,
        None => return None,
    };
    let local = match proof {
        Proof::Row(concept) => {
            let later = others.iter().copied().filter(|&i| i > definition.mention && !known.contains(&i));
            later.filter(|&i| stands_as_defined(given, i, concept, sense)).collect()
        }
        Proof::KnownSenseToo => Vec::new(),
        // No row tells what the company of this sense is: all that is not in the known one's is of it.
        Proof::Commonest => others.iter().copied().filter(|&i| i > definition.mention && !known.contains(&i)).collect(),
    };
    Some(Collision { definition: index, proof, known, local })
}

/// How many mentions before and after a definition are asked for their sense; a bound for very long documents.
const ASKED: usize = 100;

/// The other mentions of a form, the nearest before and after one of them.
fn neighbours(given: Given, form: usize, mention: usize) -> Vec<usize> {
    let list = given.acronyms.forms().get(form).map_or(&[][..], |f| &f.mentions);
    let at = list.partition_point(|&i| i < mention);
    let near = list.iter().skip(at.saturating_sub(ASKED)).take(at.min(ASKED) + 1 + ASKED);
    near.copied().filter(|&i| i != mention).collect()
}

/// Whether the words of a long form, but for articles and prepositions, all begin with a capital, and are two at least.
fn is_name(given: Given, long: &Range<usize>) -> bool {
    let tokens = given.document.tokens();
    let content = |at: &usize| tokens[*at].is_wordlike() && !tokens[*at].is_clitic() && !given.is_function(*at);
    let words: Vec<usize> = long.clone().filter(content).collect();
    words.len() > 1 && words.iter().all(|&at| tokens[at].is_capitalized())
}

/// The tokens of the sentence that are near a mention.
fn sentence_around(given: Given, token: usize) -> Range<usize> {
    let sentence = given.document.sentences().get(given.document.sentence_of(token)).map_or(token..token + 1, |s| s.tokens());
    sentence.start.max(token.saturating_sub(NEAR))..sentence.end.min(token + NEAR)
}

/// Whether a mention stands in the sense readers know: written with full stops, or in that sense's company.
fn stands_as_known(given: Given, mention: usize, sense: &Sense, definition: &Definition) -> bool {
    let Some(mention) = given.acronyms.mentions().get(mention) else { return false };
    let range = sentence_around(given, mention.token);
    let mut near = topics_in(given, range, &sense.topics);
    near.retain(|at| *at != mention.token && !definition.long.contains(at) && !definition.bracket.contains(at));
    mention.dotted || weight_of(given, &near) >= LEAST
}

/// Whether a mention stands in the sense of the bracket: that company is near and the known one is not.
fn stands_as_defined(given: Given, mention: usize, concept: usize, sense: &Sense) -> bool {
    let Some(mention) = given.acronyms.mentions().get(mention) else { return false };
    let range = sentence_around(given, mention.token);
    let own = topics_in(given, range.clone(), given.knowledge.acronyms.concept(concept).map_or(&[][..], |c| &c.topics));
    let mut known = topics_in(given, range, &sense.topics);
    known.retain(|at| *at != mention.token);
    weight_of(given, &own) >= LEAST && known.is_empty()
}
