//! American and British spelling in one text: “color” beside “colour”, “defence” and “centre”.
//!
//! In: the tokens of a document, the table of words with two spellings, the house's variety. Out: the places of the variety
//! that is not the document's, or not the house's; and names that stand in both spellings.
//! Must not know: which words differ; the table says so.

mod names;
mod uses;

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use crate::facts::Needs;
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::knowledge::capitalized;
use crate::knowledge::target::english::Variety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use uses::{Use, Votes};

static META: Meta = Meta {
    id: "terms/mixed-spelling",
    summary: "a word in American spelling in a British text, or the other way round",
    why: "a text that changes its English from line to line looks unedited, and a search finds only half of the places",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "variety",
            what: "a word of one variety where most words show the other one, three different ones at least",
            by_definition: None,
        },
        Class { id: "same-word", what: "one word, or the name of one body, in two spellings", by_definition: None },
        Class {
            id: "house",
            what: "a word of the variety that the house does not write",
            by_definition: Some("the house says which English it writes"),
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// How many words of the other variety a message names.
const SHOWN: usize = 3;

/// `terms/mixed-spelling`
#[derive(Debug)]
pub(super) struct MixedSpelling;

/// Why a place is wrong, and how it is reported.
struct Verdict<'a> {
    class: &'static str,
    right: Variety,
    reason: &'a str,
}

impl Rule for MixedSpelling {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let uses = uses::find(context);
        let votes = Votes::count(&uses);
        let document = votes.majority();
        let house = context.house.style().spelling;
        if let Some(right) = house.or(document) {
            let reason = if house.is_some() { "the house writes".to_owned() } else { reason(context, &uses, &votes, right) };
            let class = if house.is_some() { "house" } else { "variety" };
            let verdict = Verdict { class, right, reason: &reason };
            for found in uses.iter().filter(|found| !found.named && found.counts && found.spelt.variety != right) {
                report_use(context, report, found, &verdict);
            }
        }
        both_spellings(context, report, &uses, house.or(document));
        names::report(context, report, &uses, house.or(document));
    }
}

/// What shows the variety of a document: “the text is British in 12 words (“colour”, “centre” …) and American in 2”.
fn reason(context: &Context, uses: &[Use], votes: &Votes, right: Variety) -> String {
    let mut shown: Vec<String> = Vec::new();
    for found in uses.iter().filter(|found| found.votes() && found.spelt.variety == right) {
        let word = format!("“{}”", context.word(found.at).to_lowercase());
        if shown.len() < SHOWN && !shown.contains(&word) {
            shown.push(word);
        }
    }
    let (most, few) = (votes.places(right), votes.places(right.other()));
    let mut reason = format!("the text is {} in {}", right.name(), counted(most, "place", "places"));
    // Writing to a string cannot fail.
    let _ = write!(reason, " ({}) and {} in {few}: it writes", shown.join(", "), right.other().name());
    reason
}

/// Words that show no variety, in two spellings: the rarer one, or that of the other variety, gives way.
fn both_spellings(context: &Context, report: &mut Reporter, uses: &[Use], variety: Option<Variety>) {
    let mut counts: FxHashMap<&str, [usize; 2]> = FxHashMap::default();
    for found in uses.iter().filter(|found| !found.named && found.is_one_word()) {
        counts.entry(found.spelt.word.lemma()).or_default()[found.spelt.variety as usize] += 1;
    }
    for found in uses.iter().filter(|found| !found.named && found.is_one_word()) {
        let Some(&[american, british]) = counts.get(found.spelt.word.lemma()) else { continue };
        let own = found.spelt.variety;
        let (mine, others) = if own == Variety::American { (american, british) } else { (british, american) };
        let reported = found.counts && variety.is_some_and(|right| right != own);
        let outvoted = others >= 2 * mine && others > 1 || variety == Some(own.other()) && others > 0;
        if !reported && outvoted && variety != Some(own) {
            let reason = format!("the same word has the other spelling in {}:", counted(others, "place", "places"));
            report_use(context, report, found, &Verdict { class: "same-word", right: own.other(), reason: &reason });
        }
    }
}

fn report_use(context: &Context, report: &mut Reporter, found: &Use, verdict: &Verdict) {
    let Some(written) = found.spelt.word.written(found.spelt.form, verdict.right) else { return };
    let span = found.span;
    let seen = context.slice(span);
    let right = in_case_of(seen, written);
    let (own, reason) = (found.spelt.variety.name(), verdict.reason);
    report
        .at(span, verdict.class, format!("“{seen}” is the {own} spelling; {reason} “{right}”. Write “{right}”."))
        .evidence("table", found.spelt.word.lemma(), Some("target/english/varieties"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .group(format!("spelling:{}", verdict.right.name()))
        .done();
}

/// The word with a capital where the other had one, in capitals where the other was.
fn in_case_of(seen: &str, word: String) -> String {
    if !seen.chars().any(char::is_lowercase) {
        word.to_uppercase()
    } else if seen.starts_with(char::is_uppercase) {
        capitalized(&word)
    } else {
        word
    }
}
