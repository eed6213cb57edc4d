//! One compound with its hyphen and without: “cease-fire” and “ceasefire”, “long-range” and “long range” missiles.
//!
//! In: the tokens of a document. Out: the places of the rarer spelling, where the other stands twice as often.
//! Must not know: which spelling is the better one; words that a hyphen makes another word are in a class.

mod compounds;

use compounds::{Behind, Compound, Place};

use crate::document::Span;
use crate::facts::{Needs, PhraseHit};
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::phrase::PhraseTable;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const CLOSED: &str = "closed";
const BEFORE_NOUN: &str = "before-noun";

static META: Meta = Meta {
    id: "terms/mixed-hyphenation",
    summary: "one compound with and without its hyphen",
    why: "a word that is spelt in two ways looks like two words, and a search finds half of its places",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[
        Class { id: CLOSED, what: "a compound with a hyphen in some places and in one word in others", by_definition: None },
        Class { id: BEFORE_NOUN, what: "words before a noun that have a hyphen before a noun elsewhere", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest places of the usual spelling.
const FEWEST: usize = 2;
/// How many times as often it stands.
const TIMES: usize = 2;

/// `terms/mixed-hyphenation`
#[derive(Debug)]
pub(super) struct MixedHyphenation;

impl Rule for MixedHyphenation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for compound in compounds::find(context).into_iter().filter(|compound| !is_settled(context, compound)) {
            closed(context, report, &compound);
            open(context, report, &compound);
        }
    }
}

/// Whether the house has a term for it: then it is not the majority that tells which form is right.
fn is_settled(context: &Context, compound: &Compound) -> bool {
    let places = || compound.hyphenated.iter().chain(&compound.closed).chain(&compound.open);
    let touches =
        |hit: &PhraseHit| places().any(|place| place.tokens.start < hit.tokens.end && hit.tokens.start < place.tokens.end);
    context.facts.hits(PhraseTable::Term).any(touches)
}

/// Hyphen against one word.
fn closed(context: &Context, report: &mut Reporter, compound: &Compound) {
    let (hyphens, words) = (&compound.hyphenated, &compound.closed);
    let Some(word) = words.first() else { return };
    if words.iter().any(|word| context.is(word.tokens.start, WordClass::HyphenTells)) {
        return;
    }
    if words.len() >= FEWEST.max(TIMES * hyphens.len()) {
        for place in hyphens {
            let Some(span) = context.document.span_of(place.tokens.clone()) else { continue };
            let right = context.slice(span).replace('-', "");
            report_place(context, report, (span, &right), CLOSED, (word, words.len()));
        }
    } else if let Some(model) = hyphens.first()
        && hyphens.len() >= FEWEST.max(TIMES * words.len())
    {
        for place in words {
            let Some(span) = context.document.span_of(place.tokens.clone()) else { continue };
            let Some((first, rest)) = context.slice(span).split_at_checked(compound.first) else { continue };
            report_place(context, report, (span, &format!("{first}-{rest}")), CLOSED, (model, hyphens.len()));
        }
    }
}

/// Hyphen against several words, before a noun.
fn open(context: &Context, report: &mut Reporter, compound: &Compound) {
    let models: Vec<&Place> = compound.hyphenated.iter().filter(|place| place.behind != Behind::Other).collect();
    let Some(model) = models.first() else { return };
    let wrong: Vec<&Place> = compound.open.iter().filter(|place| is_compound(context, place, &models)).collect();
    if compound.hyphenated.len() < FEWEST.max(TIMES * wrong.len()) {
        return;
    }
    for place in wrong {
        let Some(span) = context.document.span_of(place.tokens.clone()) else { continue };
        let words: Vec<&str> = place.tokens.clone().map(|i| context.word(i)).collect();
        report_place(context, report, (span, &words.join("-")), BEFORE_NOUN, (model, compound.hyphenated.len()));
    }
}

/// Whether words before a noun are the compound, and no phrase of their own (“at long range guns miss”, “they follow up
/// complaints”): the same noun follows on it elsewhere, or nothing before them makes them one.
fn is_compound(context: &Context, place: &Place, models: &[&Place]) -> bool {
    if place.behind == Behind::Other {
        return false;
    }
    if models.iter().any(|model| model.behind == place.behind) {
        return true;
    }
    let before = place.tokens.start.checked_sub(1);
    let is = |at: Option<usize>, class: WordClass| at.is_some_and(|at| context.is(at, class));
    let determiner = is(before, WordClass::Article) || is(before, WordClass::Possessive);
    let further = if determiner { before.and_then(|at| at.checked_sub(1)) } else { before };
    let verb =
        !determiner && [WordClass::Infinitive, WordClass::Pronoun, WordClass::Auxiliary].into_iter().any(|c| is(before, c));
    let place_or_time = is(further, WordClass::Locative) && determiner || is(before, WordClass::Locative);
    !verb && !place_or_time
}

fn report_place(
    context: &Context,
    report: &mut Reporter,
    (span, right): (Span, &str),
    class: &'static str,
    (model, most): (&Place, usize),
) {
    let Some(other) = context.document.span_of(model.tokens.clone()) else { return };
    let (seen, usual) = (context.slice(span), context.slice(other));
    let places = counted(most, "other place", "other places");
    report
        .at(span, class, format!("“{seen}” here, “{usual}” in {places}. Write “{right}”."))
        .evidence("count", format!("“{usual}”: {most}"), None)
        .compare(other, format!("“{usual}” here"))
        .fix(format!("Write “{right}”"), Safety::Safe, &[(span, right)])
        .group(format!("hyphen:{}", usual.to_lowercase()))
        .done();
}
