//! Initials: where they stand, how they are spaced, and whether they are the bearer's.
//!
//! In: the tokens and the mentions of names of a document. Out: a finding on each name whose initials are in the wrong
//! place or run together, and on each initial that was copied by its look.
//! Must not know: how mentions are found.

mod form;
mod letter;

use super::{disagrees, is_slavic_surname, partner};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/initials",
    summary: "initials that are misplaced, run together, or not the bearer’s",
    why: "initials after the surname or without spaces are another language’s habit, and a wrong letter is another person",
    category: "locale-conventions/name-format",
    severity: Severity::Minor,
    classes: &[
        Class { id: "run-together", what: "no space between the initials and the surname", by_definition: None },
        Class { id: "after-surname", what: "initials after the surname", by_definition: None },
        Class {
            id: "uneven",
            what: "no space between the initials, where the document has one between the others",
            by_definition: None,
        },
        Class {
            id: "look-alike",
            what: "a letter that looks like the Cyrillic initial of the only bearer of the surname",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `names/initials`
#[derive(Debug)]
pub(super) struct Initials;

impl Rule for Initials {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        form::check(context, report);
        letter::check(context, report);
    }
}
