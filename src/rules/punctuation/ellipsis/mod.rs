//! An ellipsis as Slavic languages write it, joined to another mark.
//!
//! In: runs of stops after a question mark, an exclamation mark or a comma, and spaced stops. Out: a finding on each run
//! with what English writes.
//! Must not know: what was left out.

use super::{beside, code};
use crate::document::{Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/ellipsis",
    summary: "an ellipsis joined to another mark, or written in another way than in the rest of the text",
    why: "a question may trail off in “?..” in Russian; English ends it with the question mark alone",
    category: "locale-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[
        Class { id: "joined", what: "stops right after a question mark, an exclamation mark or a comma", by_definition: None },
        Class { id: "and-stop", what: "the character … with a full stop after it", by_definition: None },
        Class { id: "spaced", what: "three spaced stops in a text that writes … in other places", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NOTHING,
    hint: false,
    page: include_str!("rule.md"),
};

/// Places from which on a text has a manner of its own.
const MANNER: usize = 3;

/// `punctuation/ellipsis`
#[derive(Debug)]
pub(super) struct Ellipsis;

impl Rule for Ellipsis {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let runs = runs(context);
        for (at, shape) in &runs {
            let (class, new) = match shape {
                Shape::Joined(mark @ ('?' | '!')) => ("joined", mark.to_string()),
                Shape::Joined(_) => ("joined", "…".to_owned()),
                Shape::AndStop if count(&runs, Shape::AndStop) < MANNER => ("and-stop", "…".to_owned()),
                Shape::Spaced if count(&runs, Shape::Spaced) <= count(&runs, Shape::Sign) => ("spaced", "…".to_owned()),
                _ => continue,
            };
            report_run(context, report, *at, class, &new);
        }
    }
}

/// How an ellipsis is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// After this mark.
    Joined(char),
    /// “….”
    AndStop,
    /// “. . .”
    Spaced,
    /// “…”
    Sign,
}

fn count(runs: &[(Span, Shape)], shape: Shape) -> usize {
    runs.iter().filter(|(_, other)| *other == shape).count()
}

/// All ellipses that are not three plain stops, in the order of the text.
fn runs(context: &Context) -> Vec<(Span, Shape)> {
    let tokens = context.tokens();
    let mut found = Vec::new();
    for at in context.document.marks() {
        let shape = match tokens[at].mark() {
            Some(mark @ ('?' | '!' | ',')) => joined(tokens, at).map(|end| (end, Shape::Joined(mark))),
            Some('…') => Some(match beside::joined_after(tokens, at).is_some_and(|t| t.is_mark('.')) {
                true => (at + 1, Shape::AndStop),
                false => (at, Shape::Sign),
            }),
            Some('.') => spaced(tokens, at).map(|end| (end, Shape::Spaced)),
            _ => None,
        };
        if let Some((end, shape)) = shape
            && let Some(span) = context.document.span_of(at..end + 1)
            && !code::is_code(context, at)
        {
            found.push((span, shape));
        }
    }
    found
}

/// The last of two stops right after the mark at `at`, which itself follows on a word; English does write “?...”.
fn joined(tokens: &[Token], at: usize) -> Option<usize> {
    beside::joined_before(tokens, at).filter(|t| t.is_wordlike() || t.closes_quotation())?;
    let stops = (at..).take(4).take_while(|&i| beside::joined_after(tokens, i).is_some_and(|t| t.is_mark('.'))).count();
    let ends = beside::joined_after(tokens, at + stops).is_none_or(|t| t.closes_quotation() || t.is_mark(')'));
    (stops == 2 && ends).then_some(at + stops)
}

/// The last of exactly three stops with a space between each, after a word.
fn spaced(tokens: &[Token], at: usize) -> Option<usize> {
    let stop = |i: usize| beside::after(tokens, i).is_some_and(|t| t.is_mark('.') && t.space_before() && !t.break_before());
    let first = beside::before(tokens, at).is_some_and(Token::is_wordlike);
    (first && stop(at) && stop(at + 1) && !beside::after(tokens, at + 2).is_some_and(|t| t.is_mark('.'))).then_some(at + 2)
}

fn report_run(context: &Context, report: &mut Reporter, span: Span, class: &'static str, new: &str) {
    let seen = context.slice(span);
    report
        .at(span, class, format!("“{seen}” is not how English writes it. Write “{new}”."))
        .fix(format!("Write “{new}”"), Safety::Safe, &[(span, new)])
        .done();
}
