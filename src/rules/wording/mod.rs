//! Wording: what makes copy read as translated.
//!
//! In: the phrase hits and tokens of a document. Out: findings on words.
//! Must not know: other groups' rules, formats, reports.

mod attribution;
mod calque;
mod discourse_marker;
mod doubled_synonym;
mod doubled_word;
mod false_friend;
mod wrong_sense;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &attribution::Attribution,
    &calque::Calque,
    &discourse_marker::DiscourseMarker,
    &doubled_synonym::DoubledSynonym,
    &doubled_word::DoubledWord,
    &false_friend::FalseFriend,
    &wrong_sense::WrongSense,
];
