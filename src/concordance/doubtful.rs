//! Surnames of one document that may be spelt in two ways: most are not, and need not be compared.

use rustc_hash::FxHashMap;

use super::bearers::head;
use crate::facts::names::{Names, SpellingId};

/// A set of surnames that share keys, directly or by way of others.
#[derive(Clone, Copy, Default)]
struct Family {
    /// The given name that stands first with one of them.
    given: Option<SpellingId>,
    /// Whether another given name stands with one of them, or there are several surnames.
    several: bool,
}

/// For each spelling, whether it is a surname of a family that has a full name, and several spellings of either part.
///
/// Names are joined only by way of a key that their surnames share, so that families do not touch each other.
pub(super) fn surnames(names: &Names) -> Vec<bool> {
    let count = names.spellings().len();
    let mut heads: Vec<usize> = (0..count).collect();
    let mut seen = vec![false; count];
    let mut by_key: FxHashMap<u64, usize> = FxHashMap::default();
    let mut families = vec![Family::default(); count];
    for mention in names.mentions() {
        let surname = mention.kind.surname().spelling;
        if std::mem::replace(&mut seen[surname as usize], true) {
            continue;
        }
        for &key in names.spelling(surname).keys.as_slice() {
            let other = *by_key.entry(key).or_insert(surname as usize);
            let (a, b) = (head(&mut heads, surname as usize), head(&mut heads, other));
            heads[a.max(b)] = a.min(b);
        }
    }
    for number in (0..count).filter(|&number| seen[number]) {
        let head = head(&mut heads, number);
        families[head].several |= head != number;
    }
    for mention in names.mentions() {
        let family = &mut families[head(&mut heads, mention.kind.surname().spelling as usize)];
        if let Some(given) = mention.kind.given() {
            family.several |= family.given.is_some_and(|first| first != given.spelling);
            family.given = Some(given.spelling);
        }
    }
    let is_doubtful = |family: Family| family.several && family.given.is_some();
    (0..count).map(|number| is_doubtful(families[head(&mut heads, number)])).collect()
}
