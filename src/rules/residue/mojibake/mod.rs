//! Characters that are the bytes of others: “donâ€™t” for “don’t”.
//!
//! In: runs that were read in the wrong encoding, with what was meant. Out: a correction of each run.
//! Must not know: how a wrong decoding is undone.

use super::shown;
use crate::document::Span;
use crate::facts::Needs;
use crate::facts::characters::Script;
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
            if is_broken(context, misread.span, right) {
                let message = format!(
                    "“{seen}” is a part of a word that was read in the wrong encoding and lost a byte. Look the word up in the source."
                );
                report.at(misread.span, "bytes", message).group("mojibake:broken").done();
                continue;
            }
            let message = format!("“{seen}” is “{right}”, read in the wrong encoding. Write “{right}”.");
            report
                .at(misread.span, "bytes", message)
                .group("mojibake")
                .fix(format!("Write “{right}”"), Safety::Unsafe, &[(misread.span, right)])
                .done();
        }
    }
}

/// Whether letters of another script came out, and a Latin letter beyond ASCII stands close to them: half of another one.
fn is_broken(context: &Context, span: Span, right: &str) -> bool {
    let text = context.document.text().as_str();
    let stray = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && c.is_alphabetic() && Script::of(c) == Some(Script::Latin));
    let before = text.get(..span.start()).and_then(|before| before.chars().next_back());
    let after = text.get(span.end()..).and_then(|after| after.chars().next());
    let foreign = |c: char| c.is_alphabetic() && Script::of(c).is_some_and(|script| script != Script::Latin);
    right.contains(foreign) && (stray(before) || stray(after))
}
