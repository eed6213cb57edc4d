//! An acronym that is explained a second time: as the same thing, or as another one.
//!
//! In: the forms of a document with several definitions. Out: a hint at the bracket that repeats what a reader knows, or at
//! the acronym that is given a second meaning. Must not know: what acronyms mean in a source language.

mod meaning;

use super::running;
use crate::document::BlockKind;
use crate::facts::Needs;
use crate::facts::acronyms::{Definition, Form};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use meaning::Meaning;

static META: Meta = Meta {
    id: "acronyms/defined-twice",
    summary: "an acronym explained twice, as the same thing or as two",
    why: "once is enough, and two meanings for the same letters mislead",
    category: "style/inconsistent-style",
    severity: Severity::Neutral,
    classes: &[
        Class { id: "same", what: "the same long form with the same acronym stands above", by_definition: None },
        Class {
            id: "two-meanings",
            what: "the acronym is short for other words above",
            by_definition: Some("the same letters cannot stand for two things in one text"),
        },
    ],
    safety: Some(Safety::DisplayOnly),
    languages: &[],
    needs: Needs::SENSES,
    hint: true,
    page: include_str!("rule.md"),
};

/// After so many sentences a reader is glad of a reminder.
const FAR: usize = 60;

/// `acronyms/defined-twice`
#[derive(Debug)]
pub(super) struct DefinedTwice;

impl Rule for DefinedTwice {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for form in context.facts.acronyms().forms().iter().filter(|form| form.definitions.len() > 1) {
            let mut known: Vec<&Definition> = Vec::new();
            for definition in running::definitions(context, form) {
                if !running::is_running(context, definition.bracket.start) {
                    continue;
                }
                compare(context, report, form, definition, &mut known);
            }
        }
    }
}

/// Holds a definition against those above it, of each meaning the last.
fn compare<'a>(
    context: &Context<'a>,
    report: &mut Reporter,
    form: &Form,
    definition: &'a Definition,
    known: &mut Vec<&'a Definition>,
) {
    let same = known.iter().position(|first| meaning::compare(context, form, first, definition) == Meaning::Same);
    match same.and_then(|at| known.get_mut(at)) {
        Some(first) => {
            if is_near(context, first, definition) {
                report_same(context, report, form, first, definition);
            }
            *first = definition;
        }
        None => {
            let other = known.iter().find(|first| meaning::compare(context, form, first, definition) == Meaning::Other);
            if let Some(first) = other {
                report_other(context, report, form, first, definition);
            }
            known.push(definition);
        }
    }
}

/// Whether a reader still has the first explanation before the eyes: not far above, under the same heading, in no list.
fn is_near(context: &Context, first: &Definition, second: &Definition) -> bool {
    let (from, to) = (first.bracket.start, second.bracket.start);
    let blocks = context.document.blocks().get(context.document.block_of(from)..=context.document.block_of(to));
    let parted = blocks.is_none_or(|blocks| blocks.iter().any(|block| block.kind() == BlockKind::Heading));
    let listed = blocks.and_then(|blocks| blocks.last()).is_some_and(|block| block.kind() == BlockKind::ListItem);
    !parted && !listed && context.document.sentence_of(to) - context.document.sentence_of(from) <= FAR
}

fn report_same(context: &Context, report: &mut Reporter, form: &Form, first: &Definition, second: &Definition) {
    // The article and what a bracket says besides make it longer than its marks and the acronym.
    let bare = !second.long_first || second.bracket.len() == 3;
    let Some(cut) = running::with_space_before(context, second.bracket.clone()).filter(|_| bare) else { return };
    let Some(place) = context.document.span_of(first.bracket.clone()) else { return };
    let bracket = context.words(second.bracket.clone());
    let message = format!("“{}” is explained above already. Delete “{bracket}”.", form.text);
    report
        .at(cut, "same", message)
        .group(format!("acronyms:{}", form.text))
        .compare(place, "explained here first")
        .fix(format!("Delete “{bracket}”"), Safety::DisplayOnly, &[(cut, "")])
        .done();
}

fn report_other(context: &Context, report: &mut Reporter, form: &Form, first: &Definition, second: &Definition) {
    let Some(mention) = context.facts.acronyms().mentions().get(second.mention) else { return };
    let Some(place) = context.document.span_of(first.long.clone()) else { return };
    let (one, other) = (super::quoted(context, first.long.clone()), super::quoted(context, second.long.clone()));
    let text = &form.text;
    let message = format!("“{text}” is short for {other} here and for {one} above. Spell one of them out wherever it stands.");
    report
        .at(mention.span, "two-meanings", message)
        .group(format!("acronyms:{text}"))
        .compare(place, format!("“{text}” is {one} here"))
        .ask(format!("Which of the two is “{text}” in the rest of the text?"))
        .done();
}
