//! Marks that have a partner and the wrong shape.

use crate::document::{QuoteStyle, Span};
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// Marks that face the wrong way, from which on that is the manner of the document, if most do.
const MANNER: usize = 3;

/// Reports curly marks that face the wrong way, and guillemets that close what a mark of another kind opened.
pub(super) fn check(context: &Context, report: &mut Reporter) {
    let tokens = context.tokens();
    let (mut all, mut wrong) = (0, Vec::new());
    for pair in context.document.quotations().pairs() {
        let (Some(open), Some(close)) = (tokens.get(pair.open), pair.close.and_then(|close| tokens.get(close))) else { continue };
        match pair.style {
            QuoteStyle::Curly => {
                all += 1;
                if open.is_mark('”') {
                    wrong.push((open.span(), "“", "opens"));
                }
                // Swedes and Finns open and close with the same mark, Germans close with “ what „ opened.
                if close.is_mark('“') && open.is_mark('“') {
                    wrong.push((close.span(), "”", "closes"));
                }
            }
            QuoteStyle::Straight if close.is_mark('»') => other_kind(context, report, close.span(), "\""),
            _ => {}
        }
        if pair.style == QuoteStyle::Curly && close.is_mark('»') {
            other_kind(context, report, close.span(), "”");
        }
    }
    if wrong.len() >= MANNER && wrong.len() * 2 > all {
        return;
    }
    for (mark, right, does) in wrong {
        let seen = context.slice(mark);
        report
            .at(
                mark,
                "wrong-way",
                format!("This mark {does} a quotation and has the shape of the other one. Write “{right}” for “{seen}”."),
            )
            .fix(format!("Write “{right}”"), Safety::Safe, &[(mark, right)])
            .done();
    }
}

fn other_kind(context: &Context, report: &mut Reporter, mark: Span, right: &str) {
    let seen = context.slice(mark);
    report
        .at(mark, "other-kind", format!("“{seen}” closes what a mark of another kind opened. Write “{right}”."))
        .fix(format!("Write “{right}”"), Safety::Safe, &[(mark, right)])
        .done();
}
