//! Names that lost the country they need: "the Armed Forces" for those of Ukraine, in a text about several countries.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Given;
use super::company::{around, topics_in, weight_of};
use crate::knowledge::acronyms::{Owner, Standing};
use crate::knowledge::{WordClass, WordId};

/// A name without its country.
#[derive(Clone, Debug)]
pub struct Truncation {
    /// Index of the concept in the tables.
    pub concept: usize,
    /// The tokens of the name.
    pub tokens: Range<usize>,
    /// Words near it that tell whose it is.
    pub company: Vec<usize>,
}

/// So many half points are those of several Slavic names.
const NAMES: u32 = 4;
/// The least weight of the company that tells whose a body is: one name.
const LEAST: f32 = 1.0;

/// All truncated names of a document that was translated, where the whole name and its acronyms stand nowhere and other
/// countries are spoken of, too.
pub(super) fn find(given: Given) -> Vec<Truncation> {
    // Where many names are Slavic, the capitals without a country are themselves no English.
    if !given.translated && given.signs < NAMES {
        return Vec::new();
    }
    let names = given.acronyms.names();
    let whole: FxHashSet<usize> =
        names.iter().filter_map(|n| if let Owner::Concept(c) = n.owner { Some(c) } else { None }).collect();
    let cut = || names.iter().filter_map(|n| if let Owner::Cut(c) = n.owner { Some((c, &n.tokens)) } else { None });
    // Where the whole name stands somewhere, all places of the short one are told by it.
    // So do a country or its people before one of them ("Ukraine’s Armed Forces").
    let tells = |concept: &usize, tokens: &Range<usize>| whole.contains(concept) || is_of_a_country(given, tokens.start);
    let told: FxHashSet<usize> = cut().filter(|(concept, tokens)| tells(concept, tokens)).map(|(concept, _)| concept).collect();
    let told: FxHashSet<&Range<usize>> = cut().filter(|(concept, _)| told.contains(concept)).map(|(_, tokens)| tokens).collect();
    let stands_alone = cut().filter(|(_, tokens)| !told.contains(tokens) && is_bare(given, tokens));
    let mut found: Vec<Truncation> =
        stands_alone.filter_map(|(concept, tokens)| truncation(given, concept, tokens.clone())).collect();
    // Of several countries' bodies of one name the one that more of the company tells of, then what stands nearest.
    let nearest = |t: &Truncation| t.company.iter().map(|at| at.abs_diff(t.tokens.start)).min();
    found.sort_by(|a, b| {
        let more = b.company.len().cmp(&a.company.len());
        a.tokens.start.cmp(&b.tokens.start).then(more).then(nearest(a).cmp(&nearest(b)))
    });
    found.dedup_by_key(|t| t.tokens.start);
    found
}

/// Whether a country, in the possessive, or the name of its people stands right before a token.
fn is_of_a_country(given: Given, at: usize) -> bool {
    let is = |back: usize, class| at.checked_sub(back).is_some_and(|at| given.knowledge.vocabulary.is(given.words, at, class));
    is(1, WordClass::Nationality) || is(2, WordClass::Country) || is(1, WordClass::Country)
}

/// Whether a name has "the" before it and neither a country before nor more of the name behind it.
fn is_bare(given: Given, name: &Range<usize>) -> bool {
    let vocabulary = &given.knowledge.vocabulary;
    let tokens = given.document.tokens();
    let capitals =
        name.clone().filter(|&at| tokens[at].is_wordlike() && !given.is_function(at)).all(|at| tokens[at].is_capitalized());
    let article = name.start.checked_sub(1).is_some_and(|at| vocabulary.is(given.words, at, WordClass::Article));
    let next = tokens.get(name.end);
    // "the Armed Forces of …", "the Armed Forces Minister", "the Armed Forces’ …"
    let goes_on = next.is_some_and(|t| t.is_capitalized() || t.is_clitic() || matches!(t.mark(), Some('-' | '(' | '’' | '\'')))
        || vocabulary.is(given.words, name.end, WordClass::Genitive);
    capitals && article && !goes_on
}

fn truncation(given: Given, concept: usize, tokens: Range<usize>) -> Option<Truncation> {
    let entry = given.knowledge.acronyms.concept(concept)?;
    let company = topics_in(given, around(given, tokens.start), &entry.topics);
    let abroad = |(id, hash): (&WordId, &u64)| {
        let classes = given.knowledge.vocabulary.classes(*id);
        classes.has(WordClass::Country) && entry.topics.binary_search(hash).is_err()
    };
    let rivals = given.words.iter().zip(given.hashes).filter(|(id, _)| **id != WordId::NONE).any(abroad);
    let forms = given.acronyms.forms().iter();
    let readings = forms.flat_map(|form| given.knowledge.acronyms.readings(form.key));
    let written = readings.into_iter().any(|r| r.concept == concept && r.standing < Standing::Look);
    // Every country's soldiers have brigades: a name must be among the company.
    let names = company.iter().any(|&at| given.document.tokens()[at].is_capitalized());
    let told = names && weight_of(given, &company) >= LEAST;
    (rivals && !written && told).then_some(Truncation { concept, tokens, company })
}
