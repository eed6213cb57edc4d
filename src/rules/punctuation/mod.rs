//! Marks: doubled, astray, without a partner.
//!
//! In: the tokens, quotations and blocks of a document. Out: findings on marks, most of them with a fix.
//! Must not know: any table of words, any source language.

mod dangling_dash;
mod doubled_mark;
mod stray_space;
mod unbalanced_quotes;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] =
    &[&dangling_dash::DanglingDash, &doubled_mark::DoubledMark, &stray_space::StraySpace, &unbalanced_quotes::UnbalancedQuotes];
