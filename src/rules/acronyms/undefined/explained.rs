//! Forms whose long form stands in words somewhere, without a bracket.
//!
//! In: forms without a definition. Out: those of them that the text spells out: by a name of the tables, or by capitalised
//! words with these initials. Must not know: where the forms stand.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{owns, running};
use crate::document::Token;
use crate::knowledge::acronyms::Owner;
use crate::knowledge::{WordClass, WordId};
use crate::rules::Context;

/// The most letters of an acronym, and so the most words of its long form.
const MOST: usize = 6;
/// Letters are numbers to this base.
const BASE: u64 = 32;

/// The candidates that the document spells out.
pub(super) fn in_words(context: &Context, candidates: &[usize]) -> FxHashSet<usize> {
    let forms = context.facts.acronyms().forms();
    let mut found = FxHashSet::default();
    let names: FxHashSet<(Owner, WordId)> =
        context.facts.acronyms().names().iter().map(|name| (name.owner, capitals_in(context, name.tokens.clone()))).collect();
    for &index in candidates {
        let Some(form) = forms.get(index) else { continue };
        // "OFZ bonds" does not say what OFZ is.
        if names.iter().any(|(owner, capitals)| *capitals != form.word && owns(context, form, *owner)) {
            found.insert(index);
        }
    }
    let letters = |index: usize| Some((key(forms.get(index)?.text.bytes()), index));
    let by_letters: FxHashMap<u64, usize> = candidates.iter().filter_map(|&index| letters(index)).collect();
    for start in 0..context.tokens().len() {
        spell_from(context, start, &by_letters, &mut found);
    }
    found
}

/// The first word in capitals among some tokens.
fn capitals_in(context: &Context, tokens: Range<usize>) -> WordId {
    let capitals = tokens.into_iter().find(|&at| context.tokens().get(at).is_some_and(Token::is_all_caps));
    capitals.and_then(|at| context.facts.words().get(at).copied()).unwrap_or_default()
}

/// Adds the forms that capitalised words from a token on spell; small words and hyphens may stand between.
fn spell_from(context: &Context, start: usize, by_letters: &FxHashMap<u64, usize>, found: &mut FxHashSet<usize>) {
    let capital = |at: usize| context.tokens().get(at).is_some_and(|t| t.is_title_case());
    if !capital(start) {
        return;
    }
    // The letters of all parts of words, and of whole words alone: "Anti-Corruption" is AC or A.
    let (mut parts, mut whole, mut count) = (0, 0, 0);
    for (at, token) in context.tokens().iter().enumerate().skip(start) {
        let small = token.is_mark('-') || token.is_clitic() || token.is_lower() && context.is(at, WordClass::Function);
        if small {
            continue;
        }
        let Some(letter) = context.word(at).bytes().next().filter(|_| capital(at) && count < MOST) else { break };
        count += 1;
        parts = push(parts, letter);
        if !running::follows_hyphen(context, at) {
            whole = push(whole, letter);
        }
        if count > 1 {
            found.extend([parts, whole].iter().filter_map(|key| by_letters.get(key)));
        }
    }
}

fn key(letters: impl Iterator<Item = u8>) -> u64 {
    letters.fold(0, push)
}

fn push(key: u64, letter: u8) -> u64 {
    key * BASE + u64::from(letter.to_ascii_uppercase() % BASE as u8)
}
