//! The full stop of an abbreviation of the source (кв. м, тыс.) that was taken for the end of a sentence.
//!
//! In: full stops with a word in lower case after them. Out: a finding on each between two English words, with the stop
//! taken out or the word begun with a capital.
//! Must not know: which abbreviation stood there.

use super::{beside, code};
use crate::document::{RegionKind, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::{WordClass, capitalized};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/split-abbreviation",
    summary: "a full stop in the middle of a sentence, left by an abbreviation of the source",
    why: "the sentence falls apart, and its second half has no beginning",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[
        Class { id: "repeated", what: "the word before the stop stands again after it, in lower case", by_definition: None },
        Class {
            id: "goes-on",
            what: "a common English word in lower case follows on a stop that no abbreviation of English explains",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest letters of a word before the stop; shorter ones are abbreviations more often than not.
const SHORTEST: usize = 4;
/// Tokens before the stop among which a number is looked for.
const COUNT: usize = 3;
/// Sentences in lower case from which on that is the writer’s manner, if they stand in one paragraph or are a fifth of
/// all.
const MANNER: usize = 3;

/// `punctuation/split-abbreviation`
#[derive(Debug)]
pub(super) struct SplitAbbreviation;

impl Rule for SplitAbbreviation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let tokens = context.tokens();
        let lower: Vec<usize> = context.document.marks().filter(|&at| tokens[at].is_mark('.') && is_lower(tokens, at)).collect();
        if lower.len() >= MANNER && lower.len() * 5 > context.document.sentences().len() {
            return;
        }
        for &at in lower.iter().filter(|&&at| goes_on(context, at)) {
            let block = context.document.blocks()[context.document.block_of(at)].tokens();
            let here = lower.partition_point(|&i| i < block.end) - lower.partition_point(|&i| i < block.start);
            if here >= MANNER {
                continue;
            }
            if context.hash(at - 1) == context.hash(at + 1) {
                repeated(context, report, at);
            } else {
                split(context, report, at);
            }
        }
    }
}

/// Whether a stop stands between two words in lower case.
fn is_lower(tokens: &[Token], at: usize) -> bool {
    let next = beside::after(tokens, at).filter(|t| t.space_before() && !t.break_before() && t.is_word() && t.is_lower());
    next.is_some() && beside::joined_before(tokens, at).is_some_and(|t| t.is_lower() && t.is_word() && !t.is_dotted())
}

/// Whether the sentence goes on after a stop between two words in lower case.
fn goes_on(context: &Context, at: usize) -> bool {
    let stop = context.tokens()[at].span();
    is_common(context, at - 1, SHORTEST)
        && context.knowledge.conventions.abbreviation(context.word(at - 1)).is_none()
        && !context.is(at + 1, WordClass::Particle)
        && may_go_on(context, at)
        && !code::is_code(context, at)
        && !context.document.inside(stop, RegionKind::Heading)
}

/// Whether the word after a stop goes on with the sentence: a function word; after a word that the source shortens any
/// word; or the last one of the paragraph. Others may be names, commands and terms that begin in lower case.
fn may_go_on(context: &Context, at: usize) -> bool {
    let next = at + 1;
    let last = beside::after(context.tokens(), next)
        .is_none_or(|t| t.is_mark('.') && beside::after(context.tokens(), next + 1).is_none());
    let shortened = context.is(at - 1, WordClass::Shortened);
    let known = is_common(context, next, 1);
    let same = context.hash(at - 1) == context.hash(next);
    // “175 thousand hospitalized. patients”: the noun that was counted is still to come.
    let counted = at.checked_sub(COUNT).is_some_and(|from| (from..at).any(|i| context.tokens()[i].has_digit()));
    context.is(next, WordClass::Function)
        || same
        || known && (counted || last)
        || shortened && (known || context.word(next).chars().count() >= SHORTEST)
}

/// Whether a token is a common English word of some length.
fn is_common(context: &Context, token: usize, least: usize) -> bool {
    let word = context.word(token);
    word.chars().count() >= least && context.knowledge.lexicon.is_common(&word.replace('’', "'"))
}

fn repeated(context: &Context, report: &mut Reporter, at: usize) {
    let Some(span) = context.document.span_of(at - 1..at + 2) else { return };
    let word = context.word(at - 1);
    let seen = context.slice(span);
    report
        .at(
            span,
            "repeated",
            format!("“{seen}” has the word twice, with the full stop of an abbreviation between. Write “{word}”."),
        )
        .fix(format!("Write “{word}”"), Safety::Unsafe, &[(span, word)])
        .done();
}

fn split(context: &Context, report: &mut Reporter, at: usize) {
    let tokens = context.tokens();
    let (stop, next) = (tokens[at].span(), tokens[at + 1].span());
    let span = stop.cover(next);
    let (before, word) = (context.word(at - 1), context.slice(next));
    let capital = capitalized(word);
    report
        .at(
            span,
            "goes-on",
            format!(
                "The sentence goes on in lower case after “{before}.”. Take the stop out, or begin “{capital}” with a capital."
            ),
        )
        .fix("Take the full stop out", Safety::Unsafe, &[(stop, "")])
        .fix(format!("Write “{capital}”"), Safety::DisplayOnly, &[(next, &capital)])
        .done();
}
