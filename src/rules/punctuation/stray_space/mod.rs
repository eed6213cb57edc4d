//! A space before a mark that belongs to the word before it, or inside a bracket or quotation mark.
//!
//! In: marks with white space beside them, brackets and quotations with their partners. Out: deletions of the space.
//! Must not know: layout (tabs, line breaks, wide gaps), which somebody set on purpose.

mod brackets;
mod pauses;
mod quotations;

use super::{attribution, beside, code};
use crate::document::{Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/stray-space",
    summary: "a space before a mark that belongs to the word before it, or just inside a bracket or quotation mark",
    why: "the mark may begin a line by itself, and readers take the gap for carelessness",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "before-mark",
            what: "a space between a word and the comma, stop, question or exclamation mark after it",
            by_definition: Some(
                "English sets these marks close to the word; French spacing, code, decimals and smileys are told apart",
            ),
        },
        Class {
            id: "in-brackets",
            what: "a space just inside a bracket that has a partner",
            by_definition: Some("English sets brackets close to what they enclose; code and boxes to tick are told apart"),
        },
        Class {
            id: "in-quotation",
            what: "a space just inside a curly quotation mark that has a partner",
            by_definition: Some("English sets quotation marks close to the words; the space between two marks is left alone"),
        },
        Class {
            id: "in-straight-marks",
            what: "a space just inside a straight quotation mark, or on its wrong side, where the marks of the paragraph pair so",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// What all its places share: one cause, a program that parts marks from words.
const GROUP: &str = "punctuation:stray-space";

/// `punctuation/stray-space`
#[derive(Debug)]
pub(super) struct StraySpace;

impl Rule for StraySpace {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut convention = pauses::Convention::default();
        for block in context.document.blocks() {
            let range = block.tokens();
            let tokens = &context.tokens()[..range.end];
            for at in range.clone() {
                let Some(mark) = tokens[at].mark() else { continue };
                match mark {
                    ';' if context.closes_entity(at) => {}
                    ',' | '.' | ';' | ':' | '?' | '!' => pauses::check(context, report, &mut convention, range.clone(), at, mark),
                    ')' | ']' => brackets::before_closing(context, report, range.clone(), at, mark),
                    '(' | '[' => brackets::after_opening(context, report, range.clone(), at, mark),
                    _ => {}
                }
            }
        }
        quotations::check(context, report);
    }
}

/// The gap between two tokens that stand on one line, where it is a slip and not a layout: one space or two, common
/// or no-break, and not in code.
fn gap(context: &Context, before: &Token, after: &Token) -> Option<Span> {
    if !after.space_before() || after.break_before() {
        return None;
    }
    let gap = before.span().gap(after.span())?;
    let white = context.slice(gap);
    let slip = white.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}')) && white.chars().count() <= 2;
    (slip && !code::is_code(context, context.document.token_at(after.span().start()))).then_some(gap)
}

fn removal(report: &mut Reporter, gap: Span, class: &'static str, before: &str, after: &str) {
    report
        .at(gap, class, format!("A space stands between “{before}” and “{after}”, where English has none."))
        .group(GROUP)
        .fix("Take the space out", Safety::Safe, &[(gap, "")])
        .done();
}
