//! A bracket whose acronym is not that of the name before it: "World Health Organization (WTO)".
//!
//! In: the mismatches among the senses. Out: a finding on the acronym, or on name and bracket where the name is wrong, too.
//! Must not know: how names are recognised.

use crate::document::Span;
use crate::facts::Needs;
use crate::facts::senses::{Meant, Mismatch};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/definition-mismatch",
    summary: "an acronym in brackets that is not the one of the name before it",
    why: "readers look the body up by its acronym, and take the next mention for another one",
    category: "terminology/wrong-term",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "known-name",
            what: "the tables know the name, and the acronym is another one, that of the source language, or as wrong as the name",
            by_definition: None,
        },
        Class { id: "scrambled", what: "the initials of the name in another order, and no known acronym", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::SENSES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `acronyms/definition-mismatch`
#[derive(Debug)]
pub(super) struct DefinitionMismatch;

impl Rule for DefinitionMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for mismatch in context.facts.senses().mismatches() {
            if let Some(found) = found(context, mismatch) {
                let mut draft = report.at(found.place, found.class, found.message).group(format!("acronyms:{}", found.name));
                if let Some(from) = found.from {
                    draft = draft.evidence("table", found.name, Some(from));
                }
                let others = others(context, mismatch);
                for place in &others {
                    draft = draft.also(*place, format!("“{}” for the same thing", context.slice(*place)));
                }
                let edits = others.iter().map(|place| (*place, &*found.acronym)).chain([(found.place, &*found.write)]);
                let edits: Vec<_> = edits.collect();
                draft.fix(found.title, Safety::Unsafe, &edits).done();
            }
        }
    }
}

/// The other mentions of the acronym, where it is known as nothing else and so must mean the same.
fn others(context: &Context, mismatch: &Mismatch) -> Vec<Span> {
    let acronyms = context.facts.acronyms();
    let form = acronyms.mentions().get(mismatch.mention).map(|m| m.form);
    let unknown =
        form.and_then(|form| acronyms.forms().get(form)).is_some_and(|f| context.knowledge.acronyms.sense(f.key).is_none());
    let mentions = form.filter(|_| unknown).into_iter().flat_map(|form| acronyms.of(form));
    mentions.filter(|(index, _)| *index != mismatch.mention).map(|(_, m)| m.span).collect()
}

/// What is said of one mismatch.
struct Found {
    place: Span,
    class: &'static str,
    message: String,
    title: String,
    write: String,
    /// The acronym that belongs there.
    acronym: String,
    /// The name that was meant.
    name: String,
    /// The table that has it.
    from: Option<&'static str>,
}

fn found(context: &Context, mismatch: &Mismatch) -> Option<Found> {
    let tables = &context.knowledge.acronyms;
    let mention = context.facts.acronyms().mentions().get(mismatch.mention)?;
    let seen = context.slice(mention.span);
    let name = context.words(mismatch.name.clone());
    let known = |acronym: &str, name: &str, from| Found {
        place: mention.span,
        class: "known-name",
        message: format!("“{seen}” is not the acronym of “{name}”, which is {acronym}. Write “{acronym}”."),
        title: format!("Write “{acronym}”"),
        write: acronym.to_owned(),
        acronym: acronym.to_owned(),
        name: name.to_owned(),
        from: Some(from),
    };
    match &mismatch.meant {
        Meant::Sense(sense) => Some(known(tables.sense_at(*sense)?.acronym, name, "target/english/acronyms")),
        Meant::Concept(concept) => Some(known(tables.concept(*concept)?.english.first()?, name, "source/acronyms")),
        Meant::Translated(concept) => {
            let concept = tables.concept(*concept)?;
            let acronym = concept.english.first()?;
            let message = format!(
                "“{seen}” is the acronym of the source language letter by letter; English writes {acronym} for “{name}”."
            );
            Some(Found { message, ..known(acronym, name, "source/acronyms") })
        }
        Meant::Whole(concept) => {
            let concept = tables.concept(*concept)?;
            let (right, acronym) = (concept.words.first()?, concept.english.first()?);
            let whole = context.document.span_of(mismatch.name.start..mismatch.bracket.end)?;
            let write = format!("{right} ({acronym})");
            Some(Found {
                place: whole,
                class: "known-name",
                message: format!("“{name}” renders {} word for word; English calls it {write}.", super::source_of(concept, 0)),
                title: format!("Write “{write}”"),
                write,
                acronym: (*acronym).to_owned(),
                name: (*right).to_owned(),
                from: Some("source/acronyms"),
            })
        }
        Meant::Letters(initials) => Some(Found {
            place: mention.span,
            class: "scrambled",
            message: format!(
                "“{seen}” has the initials of “{name}” in another order, and no acronym is known so. Write “{initials}”."
            ),
            title: format!("Write “{initials}”"),
            write: initials.clone(),
            acronym: initials.clone(),
            name: name.to_owned(),
            from: None,
        }),
    }
}
