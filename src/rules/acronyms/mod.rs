//! Acronyms: what each should have become.
//!
//! In: the acronym mentions and senses of a document. Out: findings on acronyms.
//! Must not know: other groups' rules, formats, reports.

mod collision;
mod inconsistent;
mod wrong_rendering;

use std::ops::Range;

use super::{Context, Rule};
use crate::finding::counted;
use crate::knowledge::acronyms::Concept;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[&collision::Collision, &inconsistent::Inconsistent, &wrong_rendering::WrongRendering];

/// The name shared by all findings on one concept.
fn group_of(concept: &Concept) -> String {
    format!("acronyms:{}", concept.label)
}

/// The acronym of the source language with its expansion: СВО (специальная военная операция).
fn source_of(concept: &Concept) -> String {
    let expansion = concept.sources.first().map_or("", |(_, _, expansion)| expansion);
    format!("{} ({expansion})", concept.label)
}

/// The words of some tokens in quotation marks.
fn quoted(context: &Context, tokens: Range<usize>) -> String {
    format!("“{}”", context.words(tokens))
}

/// "1 place", "3 places".
fn places(count: usize) -> String {
    counted(count, "place", "places")
}
