//! An office before a name with and without its capital (“President Ilyin”, “president Ilyin”), or in two wordings (“Defence
//! Minister Brovko”, “Minister of Defence Brovko”).
//!
//! In: offices before names. Out: the rarer way of writing, or the one that the house has not.
//! Must not know: which names there are; which style is the better one.

mod uses;
mod wording;

use rustc_hash::FxHashMap;

use crate::facts::Needs;
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::house::Titles;
use crate::knowledge::capitalized;
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use uses::{Case, Use};

static META: Meta = Meta {
    id: "terms/inconsistent-title",
    summary: "an office before a name with and without its capital, or in two wordings",
    why: "readers notice the change, and the text looks as if nobody had read it through",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "case",
            what: "an office before a name in lower case that mostly has its capital there, or the other way round",
            by_definition: None,
        },
        Class { id: "wording", what: "one office of one person in two wordings before the name", by_definition: None },
        Class {
            id: "house",
            what: "an office before a name in the case that the house does not write",
            by_definition: Some("the house says how offices stand before names"),
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest places of the usual case.
const FEWEST: usize = 2;
/// How many times as often it stands.
const TIMES: usize = 2;

/// `terms/inconsistent-title`
#[derive(Debug)]
pub(super) struct InconsistentTitle;

impl Rule for InconsistentTitle {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let uses = uses::find(context);
        match context.house.style().titles {
            Some(titles) => by_house(context, report, &uses, titles),
            None => by_majority(context, report, &uses),
        }
        wording::report(context, report, &uses);
    }
}

fn by_house(context: &Context, report: &mut Reporter, uses: &[Use], titles: Titles) {
    let (wrong, name) = match titles {
        Titles::Capital => (Case::Lower, "with capitals"),
        Titles::Lower => (Case::Capital, "in lower case"),
    };
    for found in uses.iter().filter(|found| found.case == wrong) {
        report_use(context, report, found, ("house", &format!("the house writes offices before names {name}")), None);
    }
}

/// How often an office stands in each case.
#[derive(Default)]
struct Count<'a> {
    capital: usize,
    first: usize,
    lower: usize,
    model: [Option<&'a Use>; 2],
}

impl<'a> Count<'a> {
    fn add(&mut self, found: &'a Use) {
        let (count, model) = match found.case {
            Case::Capital => (&mut self.capital, 0),
            Case::First => (&mut self.first, 0),
            Case::Lower => (&mut self.lower, 1),
            Case::Free => return,
        };
        *count += 1;
        self.model[model].get_or_insert(found);
    }

    /// How often it has a capital that may be its own.
    fn capitals(&self) -> usize {
        self.capital + self.first
    }
}

fn by_majority(context: &Context, report: &mut Reporter, uses: &[Use]) {
    let mut offices: FxHashMap<u64, Count> = FxHashMap::default();
    let mut people: FxHashMap<(u64, u32), Count> = FxHashMap::default();
    let mut all = Count::default();
    for found in uses {
        offices.entry(found.office).or_default().add(found);
        people.entry((found.office, found.surname)).or_default().add(found);
        all.add(found);
    }
    // A capital at the start of a sentence proves nothing where no other office has one elsewhere.
    let capitals_are_own = all.capital > 0;
    for found in uses {
        let (Some(office), Some(person)) = (offices.get(&found.office), people.get(&(found.office, found.surname))) else {
            continue;
        };
        let (usual, few, model) = match found.case {
            Case::Lower if capitals_are_own && person.capitals() > 0 => (office.capitals(), office.lower, person.model[0]),
            Case::Capital if person.lower > 0 => (office.lower, office.capitals(), person.model[1]),
            _ => continue,
        };
        if usual >= FEWEST.max(TIMES * few) {
            let reason = format!("elsewhere it is written otherwise in {}", counted(usual, "place", "places"));
            report_use(context, report, found, ("case", &reason), model);
        }
    }
}

fn report_use(context: &Context, report: &mut Reporter, found: &Use, (class, reason): (&'static str, &str), model: Option<&Use>) {
    let Some(span) = context.document.span_of(found.tokens.clone()) else { return };
    let seen = context.slice(span);
    let right = match found.case {
        Case::Lower => seen.split(' ').map(capitalized).collect::<Vec<_>>().join(" "),
        _ => seen.to_lowercase(),
    };
    let name = context.word(found.tokens.end);
    let message = format!("“{seen}” stands before the name “{name}” so; {reason}. Write “{right}”.");
    let mut draft = report
        .at(span, class, message)
        .fix(format!("Write “{right}”"), Safety::Safe, &[(span, &right)])
        .group(format!("title:{}", right.to_lowercase()));
    if let Some(place) = model.and_then(|model| context.document.span_of(model.tokens.clone())) {
        draft = draft.compare(place, format!("“{}” here", context.slice(place)));
    }
    draft.done();
}
