//! One name that no romanisation explains, guessed anew from place to place.
//!
//! In: the words of names of a document. Out: a finding on each place of the rarer of two spellings that sound nearly
//! alike, with the other as the fix.
//! Must not know: how words are held against each other.

use super::spellings::{Ground, report_rare, report_tie, words_of};
use crate::concordance::{Bond, Pair, Uses};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/unknown-near-known",
    summary: "one name guessed in two spellings that no romanisation explains",
    why: "a translator that meets a foreign name in another script guesses it anew in each sentence, and readers take the guesses for several people or places",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "company",
            what: "spellings that sound nearly alike, beside the same given name or the same surname",
            by_definition: None,
        },
        Class { id: "alone", what: "a spelling that sounds nearly like another that stands more often", by_definition: None },
        Class { id: "tie", what: "two spellings that sound nearly alike, in as many places each", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `names/unknown-near-known`
#[derive(Debug)]
pub(super) struct UnknownNearKnown;

impl Rule for UnknownNearKnown {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for pair in context.names.pairs().iter().filter(|pair| pair.bond == Bond::Near) {
            check_pair(context, report, pair);
        }
    }
}

fn check_pair(context: &Context, report: &mut Reporter, pair: &Pair) {
    let (rare, usual) = (words_of(context, &pair.rare), words_of(context, &pair.usual));
    if rare.spans.is_empty() || usual.spans.is_empty() {
        return;
    }
    let tied = pair.tied;
    // Two surnames that both come back are two people's.
    if tied && rare.spans.len() > 1 && pair.person && !pair.company {
        return;
    }
    let class = match pair.company {
        true => "company",
        false if tied => "tie",
        false => "alone",
    };
    // “Saleh and Salih are brothers”: who names both in one breath means two.
    let sentences = |uses: &Uses| uses.words.iter().map(|word| context.document.sentence_of(word.start as usize)).collect();
    let (ones, others): (Vec<_>, Vec<_>) = (sentences(&pair.rare), sentences(&pair.usual));
    if tied && !pair.company && ones.iter().any(|one| others.contains(one)) {
        return;
    }
    let ground = Ground {
        class,
        reason: "they sound nearly alike, and no romanisation gives both",
        source: None,
        group: &format!("names:{}", usual.text),
        safety: Safety::Unsafe,
    };
    if tied {
        report_tie(context, report, &usual, &rare, None, &ground);
    } else {
        report_rare(context, report, &rare, &usual, usual.text, &ground);
    }
}
