//! “She” and “he” for a thing: the gender that its noun has in the source.
//!
//! In: the pronouns, the people of the document and a table of things. Out: a finding on each pronoun that only a thing can
//! be meant by. Must not know: how names are found.

mod persons;
mod place;
mod pronoun;

use crate::document::Span;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::Gender;
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use persons::Persons;
use pronoun::Pronoun;

const REFLEXIVE: &str = "reflexive";
const NEAR: &str = "near-thing";

/// Sentences from which on somebody in another paragraph is too far away to be meant.
const FAR: usize = 2;
/// The same for a possessive, which goes on with whoever the text is about.
const FAR_FROM_POSSESSIVE: usize = 4;
/// Sentences over which a pronoun goes on with the thing of the one before.
const CHAIN: usize = 2;

static META: Meta = Meta {
    id: "wording/gendered-thing",
    summary: "“he” or “she” for a thing",
    why: "nouns of the source have a gender and English ones have none, so a reader looks for a man or a woman who is not there",
    category: "fluency/grammar",
    severity: Severity::Minor,
    classes: &[
        Class { id: REFLEXIVE, what: "“himself” or “herself” in a clause whose subject is a thing", by_definition: None },
        Class {
            id: NEAR,
            what: "a thing is what the sentences before are about, and people stand far away",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/gendered-thing`
#[derive(Debug)]
pub(super) struct GenderedThing;

impl Rule for GenderedThing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut persons: Option<Persons> = None;
        let mut before = Before::default();
        for at in 0..context.tokens().len() {
            let Some(pronoun) = Pronoun::at(context, at) else { continue };
            let people = persons.get_or_insert_with(|| Persons::of(context));
            let found = before.goes_on(context, people, &pronoun).or_else(|| judge(context, people, &before, &pronoun));
            if let Some(found) = found {
                report_one(context, report, &pronoun, found);
            }
            before.add(&pronoun, found);
        }
    }
}

/// What a pronoun means, and how it is known.
#[derive(Clone, Copy, Debug)]
struct Found {
    class: &'static str,
    thing: usize,
}

/// The last pronoun of each gender that was found right: whoever it means may be meant again. And the last that was not.
#[derive(Default)]
struct Before {
    female: Option<usize>,
    male: Option<usize>,
    wrong: Option<(Pronoun, Found)>,
}

impl Before {
    fn add(&mut self, pronoun: &Pronoun, found: Option<Found>) {
        match (found, pronoun.gender) {
            (Some(found), _) => self.wrong = Some((*pronoun, found)),
            (None, Gender::Female) => self.female = Some(pronoun.at),
            (None, Gender::Male) => self.male = Some(pronoun.at),
        }
    }

    /// The last right pronoun of a gender.
    fn last(&self, gender: Gender) -> Option<usize> {
        if gender == Gender::Female { self.female } else { self.male }
    }

    /// The thing of the last wrong pronoun, where the next one goes on with it: close by, and nobody between.
    fn goes_on(&self, context: &Context, people: &Persons, pronoun: &Pronoun) -> Option<Found> {
        let (last, found) = self.wrong.filter(|(last, _)| last.gender == pronoun.gender)?;
        let document = context.document;
        let near = document.block_of(last.at) == document.block_of(pronoun.at)
            && document.sentence_of(pronoun.at) - document.sentence_of(last.at) <= CHAIN;
        let nobody = people.last_before(pronoun.at, pronoun.gender).max(self.last(pronoun.gender)) < Some(last.at);
        let free = place::is_free(context, last.at + 1..pronoun.at, pronoun) && !pronoun.is_persons(context);
        (near && nobody && free).then_some(Found { class: if found.class == REFLEXIVE { NEAR } else { found.class }, ..found })
    }
}

/// The evidence class and the thing that a pronoun means, if it can mean nobody.
fn judge(context: &Context, people: &Persons, before: &Before, pronoun: &Pronoun) -> Option<Found> {
    if pronoun.reflexive
        && let Some(thing) = place::subject_of_reflexive(context, pronoun)
    {
        return Some(Found { class: REFLEXIVE, thing });
    }
    if pronoun.is_persons(context) {
        return None;
    }
    let last = people.last_before(pronoun.at, pronoun.gender).max(before.last(pronoun.gender));
    let next = people.first_from(pronoun.at, pronoun.gender);
    let document = context.document;
    let here = document.sentence_of(pronoun.at);
    // “In her speech, Maria said”: who follows in the sentence may be meant.
    if next.is_some_and(|token| document.sentence_of(token) == here) {
        return None;
    }
    let wanted = if pronoun.is_possessive(context) { FAR_FROM_POSSESSIVE } else { FAR };
    let far = last.is_none_or(|token| {
        here - document.sentence_of(token) >= wanted && document.block_of(token) < document.block_of(pronoun.at)
    });
    let thing = if far { place::topic(context, pronoun) } else { None };
    thing.map(|thing| Found { class: NEAR, thing })
}

fn report_one(context: &Context, report: &mut Reporter, pronoun: &Pronoun, found: Found) {
    let Found { class, thing } = found;
    let Some(span): Option<Span> = context.document.span_of(pronoun.at..pronoun.at + 1) else { return };
    let (seen, noun) = (context.slice(span), context.word(thing));
    let who = if pronoun.gender == Gender::Female { "woman" } else { "man" };
    let right = pronoun.right(context);
    let message = format!("“{seen}” seems to stand for “{noun}”, and no {who} is near. A thing is “it”: write “{right}”.");
    let mut draft = report
        .at(span, class, message)
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .group(format!("gendered:{noun}"));
    if let Some(place) = context.document.span_of(thing..thing + 1) {
        draft = draft.compare(place, format!("“{noun}” here"));
    }
    draft.done();
}
