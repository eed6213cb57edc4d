//! Commas and full stops outside the closing mark, against the habit of the document.
//!
//! In: quotations that are speech, and where their last comma or stop stands. Out: a finding on each that stands outside
//! where most stand inside.
//! Must not know: which of the two orders is better; British texts keep theirs.

use std::ops::Range;

use crate::document::{LoneMark, MarkRole, Quotation, QuoteStyle, Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::house::Order;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/quote-order",
    summary: "a comma or full stop outside the closing mark of speech, where the document sets it inside",
    why: "the text changes from one style to the other, as the source language has it",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "outside",
            what: "a comma between the closing mark and who says so, or a full stop after that of a whole sentence",
            by_definition: None,
        },
        Class {
            id: "house-style",
            what: "the same where the house sets such marks inside",
            by_definition: Some("the house says on which side the mark stands"),
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest quotations with the mark inside that make a habit.
const HABIT: usize = 3;
/// How many times as many stand inside as outside.
const TIMES: usize = 2;
/// How far behind a quotation its verb of saying stands, in tokens.
const ATTRIBUTION: usize = 10;
/// Fewest tokens of a whole sentence; one less will do with a verb that is no noun.
const SENTENCE: usize = 4;

/// `punctuation/quote-order`
#[derive(Debug)]
pub(super) struct QuoteOrder;

/// How many marks of one kind stand inside, and the places of those outside: the closing mark and the one after it.
#[derive(Default)]
struct Count {
    inside: usize,
    outside: Vec<usize>,
}

impl Rule for QuoteOrder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let (mut commas, mut stops) = (Count::default(), Count::default());
        for pair in context.document.quotations().pairs() {
            if pair.depth == 0 && matches!(pair.style, QuoteStyle::Curly | QuoteStyle::Straight) {
                count(context, pair, &mut commas, &mut stops);
            }
        }
        let lone = context.document.quotations().lone().iter().filter(|lone| ends_paragraph_of_speech(context, lone));
        commas.outside.extend(lone.map(|lone| lone.token));
        let (inside, outside) = (commas.inside + stops.inside, commas.outside.len() + stops.outside.len());
        let house = context.house.marks().order;
        let habit = inside >= HABIT && inside >= TIMES * outside;
        if house == Some(Order::Outside) || house.is_none() && !habit {
            return;
        }
        // The stop of a whole sentence stands inside in every style, the comma does not.
        if house.is_none() && commas.inside < commas.outside.len() {
            commas.outside.clear();
        }
        for (count, name) in [(commas, "comma"), (stops, "full stop")] {
            for &close in &count.outside {
                report_place(context, report, close, (name, inside, outside));
            }
        }
    }
}

/// Counts the comma or stop at the end of one quotation.
fn count(context: &Context, pair: &Quotation, commas: &mut Count, stops: &mut Count) {
    let tokens = context.tokens();
    let Some(close) = pair.close else { return };
    let block = context.document.blocks()[context.document.block_of(close)].tokens();
    let (Some(mark), Some(last)) = (tokens.get(close), close.checked_sub(1).and_then(|i| tokens.get(i))) else { return };
    if pair.open < block.start {
        return;
    }
    let next = tokens[..block.end].get(close + 1);
    let joined = next.filter(|t| !t.space_before() && !mark.space_before());
    match last.mark() {
        Some(',') if next.is_some_and(Token::is_wordlike) => commas.inside += 1,
        Some('.') if begins_clause(context, pair) => stops.inside += 1,
        Some(mark) if !matches!(mark, ')' | '%') => {}
        _ if !begins_clause(context, pair) => {}
        _ if joined.is_some_and(|t| t.is_mark(',')) && is_attributed(context, close + 2, block.end) => commas.outside.push(close),
        _ if joined.is_some_and(|t| t.is_mark('.')) && is_sentence(context, pair, close, block.end) => stops.outside.push(close),
        _ => {}
    }
}

/// Whether a closing mark whose partner is missing ends several sentences, which can be speech only, and a comma and who
/// says so follow.
fn ends_paragraph_of_speech(context: &Context, lone: &LoneMark) -> bool {
    let (document, tokens) = (context.document, context.tokens());
    let Some(block) = document.blocks().get(document.block_of(lone.token)) else { return false };
    let own = matches!(lone.style, QuoteStyle::Curly | QuoteStyle::Straight) && lone.role == MarkRole::Closing && lone.clear;
    let later = document.sentence_of(lone.token) > block.sentences().start;
    let word = lone.token.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(Token::is_wordlike);
    let comma = tokens.get(lone.token + 1).is_some_and(|t| t.is_mark(',') && !t.space_before());
    own && later && word && comma && is_attributed(context, lone.token + 2, block.tokens().end)
}

/// Whether a quotation begins its sentence or follows on a pause, as speech does; a word taken into a sentence does not.
/// What begins in lower case ends with its sentence, or its marks are no pair.
fn begins_clause(context: &Context, pair: &Quotation) -> bool {
    let document = context.document;
    let sentence = document.sentences().get(document.sentence_of(pair.open)).map(|s| s.tokens());
    let before = pair.open.checked_sub(1).and_then(|i| context.tokens().get(i));
    let lower = context.tokens().get(pair.open + 1).is_some_and(Token::is_lower);
    let within = |s: &Range<usize>| pair.close.is_some_and(|close| close <= s.end);
    let begins =
        sentence.as_ref().is_some_and(|s| s.start == pair.open) || before.is_some_and(|t| matches!(t.mark(), Some(',' | ':')));
    begins && (!lower || sentence.as_ref().is_some_and(within))
}

/// Whether somebody is said to say it right after the comma.
fn is_attributed(context: &Context, from: usize, end: usize) -> bool {
    let tokens = context.tokens();
    if !tokens.get(from).is_some_and(Token::is_word) {
        return false;
    }
    let ends = |at: &usize| !tokens[*at].mark().is_some_and(|m| matches!(m, '.' | '?' | '!' | ';' | '“' | '"'));
    (from..end.min(from + ATTRIBUTION)).take_while(ends).any(|at| context.is(at, WordClass::Speech))
        || context.is(from, WordClass::Pronoun)
}

/// Whether the words are a sentence of their own that ends the line or is followed by another.
fn is_sentence(context: &Context, pair: &Quotation, close: usize, end: usize) -> bool {
    let tokens = context.tokens();
    let first = tokens.get(pair.open + 1);
    let next = tokens[..end].get(close + 2);
    let words = tokens.get(pair.open + 1..close).unwrap_or_default();
    let lower = words.iter().filter(|t| t.is_lower()).count();
    let dots = next.is_some_and(|t| t.mark() == Some('.') && !t.space_before());
    let verb = (pair.open + 1..close).take(SENTENCE).any(|at| context.is(at, WordClass::AfterNoun));
    let long = words.len() + usize::from(verb) >= SENTENCE;
    first.is_some_and(Token::is_capitalized) && long && lower * 2 >= words.len() && !dots
}

fn report_place(context: &Context, report: &mut Reporter, close: usize, about: (&str, usize, usize)) {
    let tokens = context.tokens();
    let (Some(mark), Some(pause)) = (tokens.get(close).map(Token::span), tokens.get(close + 1).map(Token::span)) else { return };
    let (name, inside, outside) = about;
    let span: Span = mark.cover(pause);
    let right = format!("{}{}", context.slice(pause), context.slice(mark));
    let (class, why) = match context.house.marks().order {
        Some(_) => ("house-style", "the house sets it inside".to_owned()),
        None => ("outside", format!("of {} such marks {inside} stand inside", inside + outside)),
    };
    report
        .at(span, class, format!("The {name} stands outside the quotation here; {why}. Write “{right}”."))
        .evidence("count", format!("inside: {inside}; outside: {outside}"), None)
        .fix(format!("Write “{right}”"), Safety::Safe, &[(span, &right)])
        .group("quote-order")
        .done();
}
