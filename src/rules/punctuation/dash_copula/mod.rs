//! A dash in the place of “is” or “are”: `The bridge – the only link between the banks.`
//!
//! In: sentences with one spaced dash. Out: a finding where a noun phrase stands on either side and no word may be a verb.
//! Must not know: what the phrases mean.

mod phrase;

use std::ops::Range;

use crate::document::{BlockKind, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/dash-copula",
    summary: "a dash between two noun phrases where English has “is” or “are”",
    why: "a dash stands for the verb “to be” in Slavic languages; in English the sentence has no verb",
    category: "linguistic-conventions/grammar",
    severity: Severity::Minor,
    classes: &[Class {
        id: "noun-phrases",
        what: "a sentence of two noun phrases with a dash between, and no word that may be a verb but the one after the dash",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Longest phrase before the dash, in tokens.
const LONGEST_SUBJECT: usize = 9;
/// Longest phrase after it.
const LONGEST_PREDICATE: usize = 25;

/// `punctuation/dash-copula`
#[derive(Debug)]
pub(super) struct DashCopula;

impl Rule for DashCopula {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for dash in context.document.marks() {
            let token = &context.tokens()[dash];
            if !is_spaced_dash(context, dash) || context.is_verbatim(token.span()) {
                continue;
            }
            let Some((subject, predicate)) = sides(context, dash) else { continue };
            let lower = context.tokens().get(predicate.start).is_some_and(|t| t.is_lower());
            if lower && context.is(predicate.start, WordClass::Auxiliary) {
                before_verb(context, report, &subject, dash);
                continue;
            }
            let plural = phrase::is_plural(context, subject.clone());
            if !is_subject(context, &subject) || !is_predicate(context, &predicate, plural) {
                continue;
            }
            let verb = if plural { "are" } else { "is" };
            let span = token.span();
            let what = context.document.beginning(subject, LONGEST_SUBJECT);
            report
                .at(
                    span,
                    "noun-phrases",
                    format!("The sentence that begins “{what}” has a dash and no verb. Write “{verb}” for the dash."),
                )
                .fix(format!("Write “{verb}”"), Safety::Unsafe, &[(span, verb)])
                .done();
        }
    }
}

/// A dash between a subject and its verb: “Kyiv – is the capital.”
fn before_verb(context: &Context, report: &mut Reporter, subject: &Range<usize>, dash: usize) {
    let first = context.tokens().get(subject.start);
    let name = subject.len() == 1 && first.is_some_and(Token::is_title_case) && !context.is(subject.start, WordClass::Function);
    let pronoun = context.is(subject.start, WordClass::Pronoun) || context.is(subject.start, WordClass::Starter);
    let phrase = context.is(subject.start, WordClass::Article) && is_subject(context, subject);
    let (Some(mark), Some(verb)) = (context.tokens().get(dash), context.tokens().get(dash + 1)) else { return };
    if !phrase && (!name || pronoun) {
        return;
    }
    let span = mark.span().up_to(verb.span());
    let (what, verb) = (context.document.beginning(subject.clone(), LONGEST_SUBJECT), context.word(dash + 1));
    report
        .at(span, "noun-phrases", format!("A dash stands between “{what}” and its verb, “{verb}”. Take the dash out."))
        .fix("Take the dash out", Safety::Unsafe, &[(span, "")])
        .done();
}

fn is_spaced_dash(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let spaced = |at: usize| tokens.get(at).is_some_and(|t| t.space_before() && !t.break_before());
    tokens.get(at).is_some_and(Token::is_dash) && spaced(at) && spaced(at + 1)
}

/// What stands before and after a dash that is the only pause of its sentence but for commas of a list; `None` where the
/// sentence is no plain one of a paragraph with running text.
fn sides(context: &Context, dash: usize) -> Option<(Range<usize>, Range<usize>)> {
    let document = context.document;
    let sentence = document.sentences().get(document.sentence_of(dash))?;
    let block = document.blocks().get(sentence.block())?;
    let range = sentence.tokens();
    if block.kind() != BlockKind::Paragraph || range.len() > LONGEST_SUBJECT + LONGEST_PREDICATE {
        return None;
    }
    let stop = range.end.checked_sub(1).filter(|&at| context.tokens().get(at).is_some_and(|t| t.is_mark('.')))?;
    let other = (range.start..stop).any(|at| {
        let token = context.tokens().get(at);
        let mark = token.and_then(|t| t.mark());
        let plain = |m| matches!(m, ',' | '’' | '\'') || m == '-' && !is_spaced_dash(context, at);
        at != dash && mark.is_some_and(|m| !plain(m))
    });
    let sides = (range.start..dash, dash + 1..stop);
    (!other).then_some(sides)
}

/// Whether the words before the dash are one noun phrase with an article or possessive, and no heading of what follows.
fn is_subject(context: &Context, range: &Range<usize>) -> bool {
    let tokens = context.tokens().get(range.clone()).unwrap_or_default();
    let opens = context.is(range.start, WordClass::Article) || context.is(range.start, WordClass::Possessive);
    let country =
        range.len() == 1 && [WordClass::Country, WordClass::Land].into_iter().any(|class| context.is(range.start, class));
    if country {
        return true;
    }
    (2..=LONGEST_SUBJECT).contains(&range.len())
        && opens
        && tokens.first().is_some_and(|t| t.is_capitalized())
        && !tokens.iter().any(|t| t.is_mark(','))
        && !range.clone().any(|at| context.is(at, WordClass::LeadIn))
        && phrase::is_noun_phrase(context, range.clone())
}

/// Whether the words after the dash are noun phrases alone, the first of which has an article, a possessive or a number,
/// or is a plural as the subject is.
fn is_predicate(context: &Context, range: &Range<usize>, plural: bool) -> bool {
    let opens =
        [WordClass::Article, WordClass::Possessive, WordClass::Cardinal].into_iter().any(|class| context.is(range.start, class));
    let bare = plural && phrase::is_bare_plural(context, range);
    let lower = context.tokens().get(range.start).is_some_and(|t| t.is_lower());
    range.len() >= 2 && (opens || bare) && lower && phrase::is_noun_phrase(context, range.clone())
}
