//! Acronyms: what each should have become.
//!
//! In: the acronym mentions and senses of a document. Out: findings on acronyms.
//! Must not know: other groups' rules, formats, reports.

mod collision;
mod defined_twice;
mod definition_mismatch;
mod evidence;
mod homoglyph;
mod inconsistent;
mod running;
mod truncated_expansion;
mod undefined;
mod untranslated;
mod used_before_defined;
mod wording;
mod wrong_article;
mod wrong_rendering;

use std::ops::Range;

use super::{Context, Rule};
use crate::facts::acronyms::{Form, Mention};
use crate::finding::counted;
use crate::knowledge::acronyms::{Concept, Owner};

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &collision::Collision,
    &defined_twice::DefinedTwice,
    &definition_mismatch::DefinitionMismatch,
    &homoglyph::Homoglyph,
    &inconsistent::Inconsistent,
    &truncated_expansion::TruncatedExpansion,
    &undefined::Undefined,
    &untranslated::Untranslated,
    &used_before_defined::UsedBeforeDefined,
    &wrong_article::WrongArticle,
    &wrong_rendering::WrongRendering,
];

/// The name shared by all findings on one concept.
fn group_of(concept: &Concept) -> String {
    format!("acronyms:{}", concept.label)
}

/// An acronym of the source language with its expansion: СВО (специальная военная операция); of several that a concept
/// has in its languages the one with this index.
fn source_of(concept: &Concept, index: usize) -> String {
    match concept.sources.get(index) {
        Some((_, acronym, expansion)) if acronym == expansion => (*acronym).to_owned(),
        Some((_, acronym, expansion)) => format!("{acronym} ({expansion})"),
        None => concept.label.to_owned(),
    }
}

/// Whether a name in words is that of something which the tables have under an acronym.
fn owns(context: &Context, form: &Form, owner: Owner) -> bool {
    let tables = &context.knowledge.acronyms;
    match owner {
        Owner::Sense(sense) => tables.sense_index(form.key) == Some(sense),
        Owner::Concept(concept) => tables.readings(form.key).iter().any(|reading| reading.concept == concept),
        Owner::Form(_) | Owner::Cut(_) => false,
    }
}

/// Whether a word in foreign letters is shown as one: in a bracket, between quotation marks, or where it is named.
fn is_shown_as_foreign(context: &Context, mention: &Mention) -> bool {
    let before = mention.token.checked_sub(1).and_then(|at| context.tokens().get(at));
    let opened = before.is_some_and(|t| matches!(t.mark(), Some('(' | '[' | '“' | '‘' | '"' | '«')));
    let named = context.facts.acronyms().forms().get(mention.form).is_some_and(|form| form.glossed);
    opened || named
}

/// The words of some tokens in quotation marks.
fn quoted(context: &Context, tokens: Range<usize>) -> String {
    format!("“{}”", context.words(tokens))
}

/// "1 place", "3 places".
fn places(count: usize) -> String {
    counted(count, "place", "places")
}
