//! Bearers: full names that are one person's, and the shorter forms that can be nobody else's.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{Concordance, Form, Place, compare_in_text};
use crate::facts::names::{Keys, Verdict};
use crate::knowledge::Knowledge;

/// Of names that share their keys, so many are compared with each other; a document that has more is a list of names.
const MOST_COMPARED: usize = 64;
/// So many pairs of words are compared in all; what asks for more is a list of words, where nobody is told from anybody.
const MOST_VERDICTS: usize = 40_000;

/// A spelling of a bearer's given name or surname.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The word.
    pub text: Box<str>,
    /// Where it stands, in order.
    pub places: Vec<Place>,
}

/// Somebody who is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bearer {
    /// Spellings of the given name, the most frequent first, then by the alphabet; only from full names.
    pub givens: Vec<Variant>,
    /// Spellings of the surname, in the same order; from full names and from shorter forms.
    pub surnames: Vec<Variant>,
}

impl Concordance {
    /// Who is named in full, with all places that are theirs beyond doubt; in the order of their first place.
    pub fn bearers(&self, knowledge: &Knowledge) -> Vec<Bearer> {
        let mut work = Work::new(self, knowledge);
        let mut bearers = work.cluster();
        work.attach(&mut bearers);
        let mut bearers: Vec<Bearer> = bearers.into_iter().map(Draft::finish).collect();
        bearers.sort_by_key(|bearer| bearer.surnames.iter().flat_map(|v| v.places.first()).min().copied());
        bearers
    }
}

/// A full name, its places, and the keys of its words.
struct Full<'a> {
    given: &'a str,
    surname: &'a str,
    places: &'a [Place],
}

/// A bearer while places are still added.
#[derive(Default)]
struct Draft<'a> {
    givens: BTreeMap<&'a str, Vec<Place>>,
    surnames: BTreeMap<&'a str, Vec<Place>>,
}

impl Draft<'_> {
    fn finish(self) -> Bearer {
        let variants = |words: BTreeMap<&str, Vec<Place>>| {
            let mut variants: Vec<Variant> = words
                .into_iter()
                .map(|(text, mut places)| {
                    places.sort_unstable();
                    Variant { text: text.into(), places }
                })
                .collect();
            variants.sort_by_key(|variant| std::cmp::Reverse(variant.places.len()));
            variants
        };
        Bearer { givens: variants(self.givens), surnames: variants(self.surnames) }
    }
}

struct Work<'a> {
    concordance: &'a Concordance,
    knowledge: &'a Knowledge,
    keys: FxHashMap<&'a str, Keys>,
    verdicts: FxHashMap<(&'a str, &'a str), Verdict>,
}

impl<'a> Work<'a> {
    fn new(concordance: &'a Concordance, knowledge: &'a Knowledge) -> Self {
        Self { concordance, knowledge, keys: FxHashMap::default(), verdicts: FxHashMap::default() }
    }

    fn keys(&mut self, word: &'a str) -> Keys {
        *self.keys.entry(word).or_insert_with(|| Keys::of(word))
    }

    /// Whether two words are spellings of one name.
    fn verdict(&mut self, a: &'a str, b: &'a str) -> Verdict {
        if a == b {
            return Verdict::Same;
        }
        let knowledge = self.knowledge;
        let pair = (a.min(b), a.max(b));
        if let Some(verdict) = self.verdicts.get(&pair) {
            return *verdict;
        }
        if self.verdicts.len() >= MOST_VERDICTS {
            return Verdict::Different;
        }
        let verdict = compare_in_text(a, b, knowledge).verdict;
        self.verdicts.insert(pair, verdict);
        verdict
    }

    /// Joins the full names whose given names and surnames are spellings of one name.
    fn cluster(&mut self) -> Vec<Draft<'a>> {
        let fulls: Vec<Full<'a>> = self
            .concordance
            .forms()
            .filter_map(|(form, places)| match form {
                Form::Full { given, surname } => Some(Full { given, surname, places }),
                _ => None,
            })
            .collect();
        let mut buckets: FxHashMap<(u64, u64), Vec<usize>> = FxHashMap::default();
        for (number, full) in fulls.iter().enumerate() {
            let (given, surname) = (self.keys(full.given), self.keys(full.surname));
            for &surname in surname.as_slice() {
                for &given in given.as_slice() {
                    buckets.entry((given, surname)).or_default().push(number);
                }
            }
        }
        let mut heads: Vec<usize> = (0..fulls.len()).collect();
        for bucket in buckets.values().filter(|bucket| bucket.len() > 1) {
            let compared = &bucket[..bucket.len().min(MOST_COMPARED)];
            for (i, &a) in compared.iter().enumerate() {
                for &b in &compared[i + 1..] {
                    let (x, y) = (&fulls[a], &fulls[b]);
                    let is_one = self.verdict(x.surname, y.surname) > Verdict::Different
                        && self.verdict(x.given, y.given) > Verdict::Different;
                    if is_one {
                        let (a, b) = (head(&mut heads, a), head(&mut heads, b));
                        heads[a.max(b)] = a.min(b);
                    }
                }
            }
        }
        let mut bearers: BTreeMap<usize, Draft<'a>> = BTreeMap::new();
        for (number, full) in fulls.iter().enumerate() {
            let bearer = bearers.entry(head(&mut heads, number)).or_default();
            bearer.givens.entry(full.given).or_default().extend(full.places);
            bearer.surnames.entry(full.surname).or_default().extend(full.places);
        }
        bearers.into_values().collect()
    }

    /// Adds the places of shorter forms to the one bearer whose they can be.
    fn attach(&mut self, bearers: &mut [Draft<'a>]) {
        let mut by_key: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        let mut by_word: FxHashMap<&'a str, Vec<usize>> = FxHashMap::default();
        for (number, bearer) in bearers.iter().enumerate() {
            for &surname in bearer.surnames.keys() {
                by_word.entry(surname).or_default().push(number);
                for &key in self.keys(surname).as_slice() {
                    by_key.entry(key).or_default().push(number);
                }
            }
        }
        let mut found: Vec<(usize, &'a str, &'a [Place])> = Vec::new();
        for (form, places) in self.concordance.forms() {
            let (initial, word): (Option<char>, &'a str) = match form {
                Form::Full { .. } => continue,
                Form::Initial { initial, surname } => (Some(*initial), surname),
                Form::Single { word, .. } => (None, word),
            };
            let fits = |number: &usize| {
                initial.is_none_or(|initial| bearers[*number].givens.keys().any(|given| may_stand_for(initial, given)))
            };
            let exact: Vec<usize> = by_word.get(word).into_iter().flatten().copied().filter(fits).collect();
            let candidates = if exact.is_empty() { self.near(word, bearers, &by_key, fits) } else { exact };
            if let Some(number) = the_one(&candidates, bearers) {
                found.push((number, word, places));
            }
        }
        for (number, word, places) in found {
            bearers[number].surnames.entry(word).or_default().extend(places);
        }
    }

    /// The bearers with a surname of which the word is another spelling; a word by itself must be the same, not likely.
    fn near(
        &mut self,
        word: &'a str,
        bearers: &[Draft<'a>],
        by_key: &FxHashMap<u64, Vec<usize>>,
        fits: impl Fn(&usize) -> bool,
    ) -> Vec<usize> {
        let keys = self.keys(word);
        let mut candidates: Vec<usize> = keys.as_slice().iter().flat_map(|key| by_key.get(key)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.truncate(MOST_COMPARED);
        candidates.retain(|number| {
            fits(number) && bearers[*number].surnames.keys().any(|surname| self.verdict(surname, word) == Verdict::Same)
        });
        candidates
    }
}

/// The bearer that a form stands for: the only candidate, or any of a family that all spell their surname alike.
fn the_one(candidates: &[usize], bearers: &[Draft]) -> Option<usize> {
    let (&first, others) = candidates.split_first()?;
    let surnames = |number: usize| bearers[number].surnames.keys();
    let alike = others.iter().all(|&other| surnames(other).eq(surnames(first)));
    (others.is_empty() || (alike && surnames(first).len() == 1)).then_some(first)
}

/// The head of a set of joined numbers.
pub(super) fn head(heads: &mut [usize], mut number: usize) -> usize {
    while heads[number] != number {
        heads[number] = heads[heads[number]];
        number = heads[number];
    }
    number
}

/// Whether an initial may stand for a given name, whatever romanisation gave its first letter.
fn may_stand_for(initial: char, given: &str) -> bool {
    let soft = |c: char| if matches!(c, 'Y' | 'E' | 'I' | 'J') { 'Y' } else { c };
    given.chars().next().is_some_and(|first| soft(first) == soft(initial))
}
