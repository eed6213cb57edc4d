//! The name of one body in two spellings: “Ministry of Defence” and “Ministry of Defense”.
//!
//! In: the uses that may belong to names. Out: those of the rarer spelling beside the same words.
//! Must not know: which names there are; two countries may spell two bodies in two ways.

use rustc_hash::FxHashMap;

use super::{Use, Verdict, report_use};
use crate::finding::counted;
use crate::knowledge::target::english::Variety;
use crate::knowledge::{WordClass, hash_word, join};
use crate::rules::{Context, Reporter};

/// Tokens before a word and behind it that tell whose name it is.
const BEFORE: usize = 3;
const AFTER: usize = 2;

pub(super) fn report(context: &Context, report: &mut Reporter, uses: &[Use], variety: Option<Variety>) {
    let mut names: FxHashMap<u64, Vec<&Use>> = FxHashMap::default();
    for found in uses.iter().filter(|found| found.named && found.counts) {
        if let Some(key) = name(context, found) {
            names.entry(key).or_default().push(found);
        }
    }
    let mut names: Vec<Vec<&Use>> = names.into_values().collect();
    names.sort_by_key(|places| places.first().map(|found| found.at));
    for places in &names {
        let of = |variety: Variety| places.iter().filter(|found| found.spelt.variety == variety).count();
        for found in places {
            let (mine, others) = (of(found.spelt.variety), of(found.spelt.variety.other()));
            let even = mine == others && variety == Some(found.spelt.variety.other());
            if others > 0 && (others >= 2 * mine || even) {
                let reason = format!("the same name has the other one in {}:", counted(others, "place", "places"));
                let right = found.spelt.variety.other();
                report_use(context, report, found, &Verdict { class: "same-word", right, reason: &reason });
            }
        }
    }
}

/// The hash of the words around that belong to the name; `None` where none does, so that the capital may be chance.
fn name(context: &Context, found: &Use) -> Option<u64> {
    let tokens = context.tokens();
    let plain = |i: usize| tokens.get(i).is_some_and(|t| t.is_word() && !t.is_clitic());
    let capital = |i: usize| plain(i) && tokens.get(i).is_some_and(|t| t.is_title_case()) && !context.is(i, WordClass::Function);
    let before: Vec<usize> = (1..=BEFORE).map_while(|back| found.at.checked_sub(back).filter(|&i| plain(i))).collect();
    let after: Vec<usize> = (1..=AFTER).map(|on| found.at + on).take_while(|&i| plain(i)).collect();
    let start = before.iter().rposition(|&i| capital(i)).map_or(0, |last| last + 1);
    let end = after.iter().rposition(|&i| capital(i)).map_or(0, |last| last + 1);
    if start + end == 0 {
        return None;
    }
    let words = before[..start].iter().rev().chain([&usize::MAX]).chain(&after[..end]);
    let lemma = hash_word(found.spelt.word.lemma());
    Some(words.fold(lemma, |key, &i| join(key, if i == usize::MAX { 0 } else { context.hash(i) })))
}
