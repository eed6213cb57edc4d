//! Wording: what makes copy read as translated.
//!
//! In: the phrase hits and tokens of a document. Out: findings on words.
//! Must not know: other groups' rules, formats, reports.

mod article;
mod attribution;
mod calque;
mod discourse_marker;
mod doubled_synonym;
mod doubled_word;
mod false_friend;
mod gendered_thing;
mod reflexive_possessive;
mod wrong_sense;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &article::Article,
    &attribution::Attribution,
    &calque::Calque,
    &discourse_marker::DiscourseMarker,
    &doubled_synonym::DoubledSynonym,
    &doubled_word::DoubledWord,
    &false_friend::FalseFriend,
    &gendered_thing::GenderedThing,
    &reflexive_possessive::ReflexivePossessive,
    &wrong_sense::WrongSense,
];
