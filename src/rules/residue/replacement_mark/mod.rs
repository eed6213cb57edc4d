//! A mark that stands for a character or a word that was lost: “⁇”, “�”, `<unk>`.
//!
//! In: runs of lost characters, brackets with a symbol of a model's vocabulary. Out: findings without a fix.
//! Must not know: what stood there; only the source text tells.

use super::shown;
use crate::document::Span;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/replacement-mark",
    summary: "a mark that a program put in the place of a character or a word that it lost",
    why: "the reader sees that something is missing and cannot know what",
    category: "linguistic-conventions/character-encoding",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "character",
            what: "U+FFFD, or U+2047 as translation models write it",
            by_definition: Some("programs write these characters for one that they lost; texts about them are told apart"),
        },
        Class {
            id: "symbol",
            what: "the symbol of a model’s vocabulary for an unknown word",
            by_definition: Some("no reader knows these symbols, and texts about models and code are told apart"),
        },
    ],
    safety: None,
    languages: &[],
    needs: Needs::CHARACTERS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `residue/replacement-mark`
#[derive(Debug)]
pub(super) struct ReplacementMark;

impl Rule for ReplacementMark {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut code = shown::Code::default();
        for &span in context.facts.characters().lost() {
            let token = context.document.token_at(span.start());
            if !is_meant(context, span, token) && !code.spoken_of(context, token) {
                tell(context, report, span, "character", "a character or a word");
            }
        }
        for at in context.document.marks() {
            if let Some(span) = symbol(context, at)
                && !code.spoken_of(context, at)
            {
                tell(context, report, span, "symbol", "a word");
            }
        }
    }
}

fn tell(context: &Context, report: &mut Reporter, span: Span, class: &'static str, what: &str) {
    let seen = context.slice(span);
    let message = format!("“{seen}” stands for {what} that was lost. Look it up in the source text, and write it.");
    report.at(span, class, message).ask("What stands here in the source text?").done();
}

/// Whether a lost character is spoken about: in code, between quotation marks or brackets of its own, beside words for signs.
fn is_meant(context: &Context, span: Span, token: usize) -> bool {
    let tokens = context.tokens();
    let enclosed =
        token.checked_sub(1).and_then(|at| tokens.get(at)).zip(tokens.get(token + 1)).is_some_and(|(before, after)| {
            let close = !after.space_before() && after.span().start() == span.end() && before.span().end() == span.start();
            close && (before.opens_quotation() && after.closes_quotation() || before.is_mark('(') && after.is_mark(')'))
        });
    let run = token..token + 1;
    enclosed || shown::near(context, &run, WordClass::AboutWords, 1)
}

/// A bracket, a symbol and a bracket, close together, from the opening bracket.
fn symbol(context: &Context, at: usize) -> Option<Span> {
    let [open, word, close] = context.tokens().get(at..at + 3)? else { return None };
    let cased = match (open.mark(), close.mark()) {
        (Some('<'), Some('>')) => word.is_lower(),
        (Some('['), Some(']')) => word.is_all_caps(),
        _ => false,
    };
    let close_together = !word.space_before() && !close.space_before();
    (cased && close_together && context.is(at + 1, WordClass::ModelSymbol)).then(|| open.span().cover(close.span()))
}
