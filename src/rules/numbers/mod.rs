//! Numbers: separators, scales, dates, times, money, as English writes them.
//!
//! In: the tokens of a document, the closed classes of words. Out: findings on numbers, most of them with a fix.
//! Must not know: the source text, which alone can tell whether a number is right.

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[];
