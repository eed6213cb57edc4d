//! Quotation marks without a partner.
//!
//! In: the lone marks of a document, and pairs whose marks do not fit. Out: a finding on each lone mark, with the likeliest
//! places of its partner to choose from, and on each mark of the wrong shape, with the right one.
//! Must not know: how marks are paired; whose words are quoted.

mod evidence;
mod shape;

use super::code;
use crate::document::{LoneMark, MarkRole, QuoteStyle, Span};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/unbalanced-quotes",
    summary: "a quotation mark without a partner",
    why: "readers can no longer tell where somebody’s words begin or end, and take the paper’s words for the speaker’s",
    category: "linguistic-conventions/unpaired-marks",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "lone",
            what: "the only mark of its paragraph without a partner, and no quotation of the paragraphs around it runs on here",
            by_definition: None,
        },
        Class {
            id: "doubtful",
            what: "several marks of one paragraph without partners, or one that white space and words around it do not explain",
            by_definition: None,
        },
        Class {
            id: "wrong-way",
            what: "a curly mark that opens with the shape of a closing one, or closes with that of an opening one",
            by_definition: None,
        },
        Class {
            id: "other-kind",
            what: "a guillemet that closes what a mark of another kind opened",
            by_definition: Some("no typography closes with a guillemet what another mark opened"),
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `punctuation/unbalanced-quotes`
#[derive(Debug)]
pub(super) struct UnbalancedQuotes;

impl Rule for UnbalancedQuotes {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for lone in context.document.quotations().lone() {
            if evidence::is_apostrophe(context, lone) || code::is_code(context, lone.token) {
                continue;
            }
            let class = if evidence::is_doubtful(context, lone) { "doubtful" } else { "lone" };
            match lone.role {
                MarkRole::Opening => opened(context, report, lone, class),
                MarkRole::Closing => match evidence::closed_too_early(context, lone) {
                    Some(early) => closed_early(context, report, lone, early, class),
                    None => closed(context, report, lone, class),
                },
            }
        }
        shape::check(context, report);
    }
}

/// A quotation that opens and never closes.
fn opened(context: &Context, report: &mut Reporter, lone: &LoneMark, class: &'static str) {
    let Some(mark) = context.tokens().get(lone.token).map(|t| t.span()) else { return };
    let block = evidence::block(context, lone.token);
    let words = evidence::words_after(context, lone.token);
    let message = format!("The quotation that opens before “{words}” is never closed. Close it where the speaker’s words end.");
    report
        .at(mark, class, message)
        .evidence("count", evidence::count(context, lone.token), None)
        .fix("Close it at the end of the paragraph", Safety::DisplayOnly, &[(block.at_end(), closing(lone.style))])
        .fix("Take the mark out", Safety::DisplayOnly, &[(mark, "")])
        .ask(format!("Where do the words that begin with “{words}” end?"))
        .done();
}

/// A quotation that closes and was never opened.
fn closed(context: &Context, report: &mut Reporter, lone: &LoneMark, class: &'static str) {
    let Some(mark) = context.tokens().get(lone.token).map(|t| t.span()) else { return };
    let words = evidence::words_before(context, lone.token);
    let (place, name) = evidence::beginning(context, lone.token);
    let message = format!("The quotation that closes after “{words}” was never opened. Open it where the speaker’s words begin.");
    report
        .at(mark, class, message)
        .evidence("count", evidence::count(context, lone.token), None)
        .fix(format!("Open it at the beginning of the {name}"), Safety::DisplayOnly, &[(place, opening(lone.style))])
        .fix("Take the mark out", Safety::DisplayOnly, &[(mark, "")])
        .ask(format!("Where do the words that end with “{words}” begin?"))
        .done();
}

/// A quotation that closes, goes on with a new sentence, and closes again.
fn closed_early(context: &Context, report: &mut Reporter, lone: &LoneMark, early: usize, class: &'static str) {
    let spans = (context.tokens().get(early), context.tokens().get(lone.token));
    let (Some(mark), Some(second)) = (spans.0.map(|t| t.span()), spans.1.map(|t| t.span())) else { return };
    let (words, next) = (evidence::words_before(context, early), evidence::words_after(context, early));
    let end = evidence::words_before(context, lone.token);
    let message = format!(
        "The quotation closes after “{words}”, nobody is named, and it closes again after “{end}”. \
         If the same speaker goes on with “{next}”, take the first closing mark out."
    );
    report
        .at(mark, class, message)
        .evidence("count", evidence::count(context, lone.token), None)
        .also(second, "closes a second time")
        .fix("Take the first closing mark out", Safety::DisplayOnly, &[(mark, "")])
        .fix(
            format!("Open it again before “{next}”"),
            Safety::DisplayOnly,
            &[(evidence::after(context, early), opening(lone.style))],
        )
        .ask(format!("Does the speaker’s answer begin with “{next}”, or do the same words go on?"))
        .done();
}

fn opening(style: QuoteStyle) -> &'static str {
    match style {
        QuoteStyle::Curly => "“",
        QuoteStyle::Straight => "\"",
        QuoteStyle::Guillemets => "«",
        QuoteStyle::Low => "„",
        QuoteStyle::Corner => "「",
        QuoteStyle::Single => "‘",
    }
}

fn closing(style: QuoteStyle) -> &'static str {
    match style {
        QuoteStyle::Curly => "”",
        QuoteStyle::Straight => "\"",
        QuoteStyle::Guillemets => "»",
        QuoteStyle::Low => "“",
        QuoteStyle::Corner => "」",
        QuoteStyle::Single => "’",
    }
}
