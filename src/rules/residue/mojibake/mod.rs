//! Characters that are the bytes of others: “donâ€™t” for “don’t”.
//!
//! In: runs that were read in the wrong encoding, with what was meant. Out: a correction of each run.
//! Must not know: how a wrong decoding is undone.

use super::shown;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/mojibake",
    summary: "characters that come from reading a text in the wrong encoding",
    why: "readers see signs that mean nothing in the middle of words",
    category: "linguistic-conventions/character-encoding",
    severity: Severity::Major,
    classes: &[Class {
        id: "bytes",
        what: "characters whose bytes are exact UTF-8 of other characters",
        by_definition: Some("such a run comes about by chance in no word; the few that may are told apart"),
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::CHARACTERS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `residue/mojibake`
#[derive(Debug)]
pub(super) struct Mojibake;

impl Rule for Mojibake {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut code = shown::Code::default();
        for misread in context.facts.characters().misread() {
            if code.spoken_of(context, context.document.token_at(misread.span.start())) {
                continue;
            }
            let (seen, right) = (context.slice(misread.span), misread.right.as_str());
            let message = format!("“{seen}” is “{right}”, read in the wrong encoding. Write “{right}”.");
            report
                .at(misread.span, "bytes", message)
                .group("mojibake")
                .fix(format!("Write “{right}”"), Safety::Unsafe, &[(misread.span, right)])
                .done();
        }
    }
}
