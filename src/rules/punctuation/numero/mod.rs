//! The sign № and the letter N before a number, as Slavic languages write “No.”.
//!
//! In: such signs before a number. Out: a finding on each with “No.”.
//! Must not know: what is numbered, but for the words that stand before the letter.

use super::beside;
use crate::document::{Span, Token};
use crate::facts::Needs;
use crate::facts::characters::Script;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/numero",
    summary: "№ or N for “No.”",
    why: "readers of English do not know the sign № for a number, and take N for a letter of the name",
    category: "locale-conventions/number-format",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "sign",
            what: "the sign № before a number or a code",
            by_definition: Some("English has no such sign in running text"),
        },
        Class { id: "letter", what: "a lone N between a word for something numbered and a number", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `punctuation/numero`
#[derive(Debug)]
pub(super) struct Numero;

impl Rule for Numero {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let tokens = context.tokens();
        for at in context.document.marks().filter(|&at| tokens[at].is_mark('№')) {
            // Close to what stands before it, it is part of an address or a code.
            let free = beside::joined_before(tokens, at).is_none_or(Token::opens_quotation)
                || beside::joined_before(tokens, at).is_some_and(|t| t.is_mark('('));
            if free
                && in_latin(context, at)
                && let Some(next) = beside::after(tokens, at).filter(|t| t.has_digit() || t.is_word() && t.has_capital())
            {
                report_sign(context, report, tokens[at].span(), next, "sign");
            }
        }
        for at in context.document.numbers() {
            let Some(before) = at.checked_sub(1).filter(|&i| context.word(i) == "N") else { continue };
            let spaced = tokens[at].space_before() && !tokens[at].is_word();
            let noun = before.checked_sub(1).is_some_and(|i| context.is(i, WordClass::Numbered));
            if spaced && noun && tokens[before].space_before() {
                report_sign(context, report, tokens[before].span(), &tokens[at], "letter");
            }
        }
    }
}

/// Whether the words on both sides of a sign are in Latin letters: between others it belongs to the original.
fn in_latin(context: &Context, at: usize) -> bool {
    let foreign = |token: Option<&Token>| {
        token
            .is_some_and(|t| context.slice(t.span()).chars().any(|c| Script::of(c).is_some_and(|script| script != Script::Latin)))
    };
    !foreign(beside::before(context.tokens(), at)) && !foreign(beside::after(context.tokens(), at))
}

fn report_sign(context: &Context, report: &mut Reporter, sign: Span, number: &Token, class: &'static str) {
    if context.is_verbatim(sign) || context.is_verbatim(number.span()) {
        return;
    }
    let span = sign.cover(number.span());
    let (seen, code) = (context.slice(span), context.slice(number.span()));
    let new = format!("No. {code}");
    report
        .at(span, class, format!("“{seen}” has the number sign of the source language. Write “{new}”."))
        .fix(format!("Write “{new}”"), Safety::Unsafe, &[(span, &new)])
        .done();
}
