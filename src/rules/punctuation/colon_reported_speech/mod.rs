//! A colon where English has “that”: `The leader said: Belarus needs guarantees.`
//!
//! In: colons after verbs of reporting. Out: a finding where a statement follows without quotation marks, with “that”.
//! Must not know: what a quotation, a list or a speech of several sentences would need.

use std::ops::Range;

use crate::document::{BlockKind, Span};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/colon-reported-speech",
    summary: "a colon before reported speech that has no quotation marks",
    why: "without quotation marks a reader cannot tell whether these are somebody’s words; English reports them with “that”",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[Class {
        id: "statement",
        what: "a subject, a verb of reporting, a colon, and one statement in the third person",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Most tokens between a verb of telling and the colon: those who are told.
const LONGEST_LISTENER: usize = 5;
/// Most tokens that are looked at before the verb or after the colon.
const LONGEST: usize = 80;
/// Fewest tokens of a statement.
const SHORTEST_STATEMENT: usize = 4;
/// Tokens before and after a word among which it is looked for again.
const AROUND: usize = 1000;
/// Tokens before the verb among which its subject is looked for.
const NEAR: usize = 4;

/// `punctuation/colon-reported-speech`
#[derive(Debug)]
pub(super) struct ColonReportedSpeech;

impl Rule for ColonReportedSpeech {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let tokens = context.tokens();
        for colon in context.document.marks() {
            let token = &tokens[colon];
            let follows = tokens.get(colon + 1).is_some_and(|t| t.is_wordlike() && t.space_before() && !t.break_before());
            if !token.is_mark(':') || token.space_before() || !follows || context.is_verbatim(token.span()) {
                continue;
            }
            let block = context.document.blocks().get(context.document.block_of(colon));
            if !block.is_some_and(|b| b.kind() == BlockKind::Paragraph && b.tokens().contains(&(colon + 1))) {
                continue;
            }
            let sentences = context.document.sentences();
            let Some(sentence) = sentences.get(context.document.sentence_of(colon)).map(|s| s.tokens()) else { continue };
            let statement = colon + 1..sentence.end;
            if let Some(verb) = reporting_verb(context, sentence.start, colon)
                && has_speaker(context, sentence.start, verb)
                && is_statement(context, &statement)
            {
                report_colon(context, report, verb, colon);
            }
        }
    }
}

/// The verb of reporting that the colon belongs to: right before it, or with those who are told between.
fn reporting_verb(context: &Context, start: usize, colon: usize) -> Option<usize> {
    let lower = |at: usize| context.tokens().get(at).is_some_and(|t| t.is_lower());
    let last = colon.checked_sub(1).filter(|&at| at > start)?;
    if lower(last) && context.is(last, WordClass::Reporting) {
        return Some(last);
    }
    if context.is(last, WordClass::VerbParticle) {
        return last.checked_sub(1).filter(|&at| at > start && lower(at) && context.is(at, WordClass::Speech));
    }
    let from = colon.saturating_sub(LONGEST_LISTENER).max(start + 1);
    let verb = (from..last).rev().find(|&at| lower(at) && context.is(at, WordClass::Telling))?;
    if verb + 1 == last && context.is(last, WordClass::Pronoun) {
        return Some(verb);
    }
    let listener = (verb + 1..colon).all(|at| {
        let word = context.tokens().get(at).is_some_and(|t| t.is_wordlike());
        let other = [WordClass::AfterNoun, WordClass::Direct, WordClass::Bearer];
        word && !other.into_iter().any(|class| context.is(at, class))
    });
    listener.then_some(verb)
}

/// Whether somebody speaks: a subject before the verb that is no thing with words on it, in a main clause.
fn has_speaker(context: &Context, start: usize, verb: usize) -> bool {
    let Some(before) = verb.checked_sub(1).filter(|&at| at >= start) else { return false };
    let token = &context.tokens()[before];
    let subordinate = context.is(start, WordClass::Narrowing) || context.is(before, WordClass::Narrowing);
    let joins = [WordClass::Auxiliary, WordClass::Article, WordClass::Preposition, WordClass::Direct];
    // “They had asked for it, the director explained: …” is a parenthesis after a sentence of its own.
    let second = (start.max(verb.saturating_sub(LONGEST))..verb).any(|at| context.is(at, WordClass::Auxiliary));
    if second || subordinate || joins.into_iter().any(|class| context.is(before, class)) {
        return false;
    }
    let near = start.max(verb.saturating_sub(NEAR))..verb;
    if near.into_iter().any(|at| context.is(at, WordClass::Bearer) || context.is(at, WordClass::Direct)) {
        return false;
    }
    // A plural looks like the verb ("the six states:"): a name or a pronoun tells it from one.
    let plural = !context.is(verb, WordClass::FiniteVerb) && context.word(verb).ends_with('s');
    let pronoun = context.is(before, WordClass::Pronoun);
    let single = !context.is(before, WordClass::Cardinal) && !context.word(before).ends_with('s');
    let one = before == start + 1 && context.is(start, WordClass::Article) && single;
    let named = token.is_capitalized() || pronoun || one;
    // “…, he says: …” is a parenthesis.
    if pronoun && before > start && context.tokens()[before - 1].is_mark(',') {
        return false;
    }
    (!plural || named) && (token.is_word() || token.is_clitic() || matches!(token.mark(), Some(',' | ')')))
}

/// Whether one statement follows, in the third person, up to a full stop.
fn is_statement(context: &Context, range: &Range<usize>) -> bool {
    let tokens = context.tokens().get(range.clone()).unwrap_or_default();
    let Some((last, words)) = tokens.split_last().filter(|_| range.len() <= LONGEST) else { return false };
    let other =
        words.iter().any(|t| matches!(t.mark(), Some(':' | '?' | '!' | '…' | '/')) || t.opens_quotation() && !t.is_mark('\''));
    if !last.is_mark('.') || words.len() < SHORTEST_STATEMENT || other || words.last().is_some_and(|t| t.mark().is_some()) {
        return false;
    }
    let direct = range.clone().any(|at| context.is(at, WordClass::Direct));
    !direct && is_clause(context, range)
}

/// Whether a run of words has a verb: one of the tables, or a word that follows on a name.
fn is_clause(context: &Context, range: &Range<usize>) -> bool {
    let verb = |at: usize| {
        let lower = context.tokens().get(at).is_some_and(|t| t.is_lower());
        let classes = [WordClass::Auxiliary, WordClass::FiniteVerb, WordClass::IrregularPast];
        lower && classes.into_iter().any(|class| context.is(at, class))
    };
    if range.clone().skip(1).any(verb) {
        return true;
    }
    let commas = context.tokens().get(range.clone()).unwrap_or_default().iter().any(|t| matches!(t.mark(), Some(',' | ';')));
    let next = range.start + 1;
    let word = context.tokens().get(next).is_some_and(|t| t.is_lower() && t.is_word());
    let closed = [WordClass::Genitive, WordClass::Preposition, WordClass::Coordinator, WordClass::Narrowing];
    !commas && is_name(context, range.start) && word && !closed.into_iter().any(|class| context.is(next, class))
}

/// Whether a word keeps its capital within a sentence.
fn is_name(context: &Context, at: usize) -> bool {
    let Some(token) = context.tokens().get(at).filter(|t| t.is_capitalized()) else { return false };
    let closed = [WordClass::Function, WordClass::Starter, WordClass::Pronoun, WordClass::Article, WordClass::Cardinal];
    if closed.into_iter().any(|class| context.is(at, class)) {
        return false;
    }
    let lower = context.slice(token.span()).to_lowercase();
    !token.is_title_case() || !context.knowledge.lexicon.is_common(&lower) || is_name_elsewhere(context, at)
}

/// Whether the same word has its capital within another sentence near by.
fn is_name_elsewhere(context: &Context, at: usize) -> bool {
    let around = at.saturating_sub(AROUND)..at + AROUND;
    let same = |i: usize| i != at && i > 0 && context.hash(i) == context.hash(at);
    around.into_iter().any(|i| {
        let tokens = context.tokens();
        same(i) && tokens.get(i).is_some_and(|t| t.is_title_case()) && tokens[i - 1].is_word() && !tokens[i].break_before()
    })
}

fn report_colon(context: &Context, report: &mut Reporter, verb: usize, colon: usize) {
    let tokens = context.tokens();
    let first = &tokens[colon + 1];
    let (span, right) = if first.is_capitalized() && !is_name(context, colon + 1) {
        let Some((letter, small)) = first_letter(context, first.span()) else { return };
        (tokens[colon].span().cover(letter), format!(" that {small}"))
    } else {
        (tokens[colon].span(), " that".to_owned())
    };
    let (said, word) = (context.words(verb..colon), context.word(colon + 1));
    let next = if span.end() > first.span().start() { word.to_lowercase() } else { word.to_owned() };
    report
        .at(span, "statement", format!("A colon follows on “{said}”, and no quotation marks follow. Write “{said} that {next}”."))
        .fix("Write “that”", Safety::Unsafe, &[(span, &right)])
        .done();
}

/// The first letter of a word and its small form.
fn first_letter(context: &Context, word: Span) -> Option<(Span, String)> {
    let letter = context.slice(word).chars().next()?;
    let span = context.document.text().span(word.start()..word.start() + letter.len_utf8())?;
    Some((span, letter.to_lowercase().collect()))
}
