//! Marks: doubled, astray, without a partner.
//!
//! In: the tokens, quotations and blocks of a document. Out: findings on marks, most of them with a fix.
//! Must not know: any table of words, any source language.

mod doubled_mark;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[&doubled_mark::DoubledMark];
