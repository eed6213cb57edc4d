//! One name, two spellings.
//!
//! In: the bearers and the other words of names of a document, and the tables of romanisation. Out: a finding on each
//! place that has the minority's spelling, with the majority's as the fix.
//! Must not know: how mentions are found, bearers told apart, or words held against each other.

mod across;
mod bearers;
mod house;
mod scheme;
mod words;

use rustc_hash::FxHashSet;

use super::spellings::{Ground, Spelling, in_case_of, report_rare, report_tie, words_of};
use crate::concordance::Place;
use crate::facts::Needs;
use crate::facts::names::Word;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/mixed-romanization",
    summary: "one name romanised in two ways",
    why: "readers take two spellings for two people or places, and a search for one of them misses the other",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "given-name",
            what: "a given name beside one bearer’s surname, spelt otherwise in more places; a usual romanisation of one form gives both",
            by_definition: None,
        },
        Class {
            id: "surname",
            what: "one bearer’s surname, spelt otherwise in more places; a usual romanisation of one form gives both",
            by_definition: None,
        },
        Class {
            id: "tie",
            what: "two spellings of one bearer’s name in as many places each; a usual romanisation of one form gives both",
            by_definition: None,
        },
        Class { id: "likely", what: "spellings that one form gives only in an unusual way", by_definition: None },
        Class {
            id: "apostrophe",
            what: "spellings that differ in an apostrophe alone, which stands for a soft sign",
            by_definition: None,
        },
        Class {
            id: "word",
            what: "a place, a thing, or somebody named by one word, spelt otherwise in more places; a usual romanisation of one form gives both",
            by_definition: None,
        },
        Class {
            id: "word-tie",
            what: "two spellings of a place, a thing, or somebody named by one word, in as many places each",
            by_definition: None,
        },
        Class {
            id: "house-style",
            what: "a name that the house has approved in another spelling",
            by_definition: Some("the house list says how the name is to be spelt"),
        },
        Class {
            id: "across-documents",
            what: "somebody’s name, spelt otherwise in most of the documents that are read together",
            by_definition: Some("the evidence of “given-name” and “surname”, which is measured, counted over documents"),
        },
        Class {
            id: "across-words",
            what: "a place or a thing, spelt otherwise in most of the documents that are read together",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// Why two spellings that differ in apostrophes alone are one name.
const APOSTROPHE: &str = "they differ in an apostrophe alone";

/// `names/mixed-romanization`
#[derive(Debug)]
pub(super) struct MixedRomanization;

impl Rule for MixedRomanization {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut settled = Settled::default();
        house::check(context, report, &mut settled);
        across::check(context, report, &mut settled);
        bearers::check(context, report, &settled);
        words::check(context, report, &settled);
    }
}

/// Words, by their first token, of which it is settled how they are to be spelt: there no majority of the document decides.
#[derive(Default)]
struct Settled(FxHashSet<u32>);

impl Settled {
    fn add(&mut self, word: Word) {
        self.0.insert(word.start);
    }

    fn has(&self, word: &Word) -> bool {
        self.0.contains(&word.start)
    }
}

/// Which part of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Given,
    Surname,
}

/// The given name or the surname of a mention.
fn word_of(context: &Context, place: Place, role: Role) -> Option<Word> {
    let kind = context.facts.names().mentions().get(place.mention as usize)?.kind;
    if role == Role::Given { kind.given() } else { Some(kind.surname()) }
}
