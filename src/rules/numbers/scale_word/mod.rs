//! Powers of ten as the source language writes them: “3 mln”, “a milliard”, “6003 thousand”, “2 thousand 300”.
//!
//! In: numbers and articles with the word after them, the tables of renderings. Out: a finding on each, with the English word or
//! number.
//! Must not know: whether a number is right.

use std::ops::Range;

use super::figure::{Figure, after, before, is, is_close_mark, is_label, renderings, spaced, token};
use crate::document::{Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::{NumberWord, Rendering};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const LEFT: &str = "left-word";
const ROUND: &str = "round";
const TOO_MANY: &str = "too-many";
const TWO_PARTS: &str = "two-parts";

static META: Meta = Meta {
    id: "numbers/scale-word",
    summary: "a word for thousands, millions or billions as the source language has it",
    why: "“milliard”, “mln” and “6003 thousand” are not English; readers must work the number out",
    category: "locale-conventions/number-format",
    severity: Severity::Major,
    classes: &[
        Class { id: LEFT, what: "a word or an abbreviation of the source language after a number", by_definition: None },
        Class { id: ROUND, what: "“1 thousand” in figures and words", by_definition: None },
        Class { id: TOO_MANY, what: "a thousand or more thousands or millions", by_definition: None },
        Class { id: TWO_PARTS, what: "thousands in words and the rest in figures", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/scale-word`
#[derive(Debug)]
pub(super) struct ScaleWord;

impl Rule for ScaleWord {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut agency = None;
        let mut spoken = None;
        for figure in Figure::all(context) {
            let next = after(context, figure.token);
            if !token(context, next).is_some_and(|t| t.space_before()) {
                continue;
            }
            match renderings(context, next, Rendering::Scale).first() {
                Some(_) if is(context, next, NumberWord::Agency) && *agency.get_or_insert_with(|| is_agency_style(context)) => {}
                Some(_) if is(context, next, NumberWord::LeftScale) && *spoken.get_or_insert_with(|| is_spoken_of(context)) => {}
                Some(right) => left_word(context, report, next, right),
                None => in_figures(context, report, figure, next),
            }
        }
        for (at, &word) in context.facts.words().iter().enumerate() {
            if context.knowledge.numbers.is(word, NumberWord::LeftScale) && !*spoken.get_or_insert_with(|| is_spoken_of(context))
            {
                after_article(context, report, at);
            }
        }
    }
}

fn found(report: &mut Reporter, span: Span, class: &'static str, seen: &str, what: &str, right: &str) {
    let message = format!("“{seen}” {what}. Write “{}”.", right.trim_end());
    report.at(span, class, message).fix(format!("Write “{}”", right.trim_end()), Safety::Unsafe, &[(span, right)]).done();
}

/// Abbreviations that make them the style of a document which spells none of its powers out.
const USUAL: usize = 3;

/// Whether a document keeps to “mln” and “bln” throughout, as news agencies do.
fn is_agency_style(context: &Context) -> bool {
    let mut kept = 0;
    for figure in Figure::all(context) {
        let next = after(context, figure.token);
        let spelt = next.is_some_and(|at| context.knowledge.numbers.power(context.word(at)).is_some_and(|power| power > 3));
        if spelt || !is(context, next, NumberWord::Agency) && !renderings(context, next, Rendering::Scale).is_empty() {
            return false;
        }
        kept += usize::from(is(context, next, NumberWord::Agency));
    }
    kept >= USUAL
}

/// Whether the document speaks of the word “milliard” somewhere: it stands alone in quotation marks or after “the word”, or is
/// said to be something.
fn is_spoken_of(context: &Context) -> bool {
    let mut words = context.facts.words().iter().enumerate();
    words.any(|(at, &word)| context.knowledge.numbers.is(word, NumberWord::LeftScale) && is_word_itself(context, at))
}

fn is_word_itself(context: &Context, at: usize) -> bool {
    let first = before(context, at).filter(|&left| token(context, Some(left)).is_some_and(Token::has_digit)).unwrap_or(at);
    let left = before(context, first);
    let right = after(context, at);
    let beyond = right.and_then(|at| after(context, at));
    let class = |at: Option<usize>, class: WordClass| at.is_some_and(|at| context.is(at, class));
    let alone =
        token(context, left).is_some_and(Token::opens_quotation) && token(context, right).is_some_and(Token::closes_quotation);
    let defined = class(right, WordClass::Auxiliary) && class(beyond, WordClass::Article);
    alone || defined || class(left, WordClass::Mention) || class(right, WordClass::Mention)
}

/// Reports “milliard” after “a” or “half a”, not as a word spoken of.
fn after_article(context: &Context, report: &mut Reporter, at: usize) {
    let one = is(context, before(context, at), NumberWord::Indefinite);
    let right = renderings(context, Some(at), Rendering::Scale).first();
    if let Some(right) = right.filter(|_| one && !is_glossed(context, at)) {
        left_word(context, report, Some(at), right);
    }
}

/// Whether a bracket, a dash or a quotation mark follows that may explain the word.
fn is_glossed(context: &Context, at: usize) -> bool {
    token(context, after(context, at)).is_some_and(|t| t.is_mark('(') || t.closes_quotation() && !t.space_before())
}

/// Reports a word of the source language, with the full stop of its abbreviation where the sentence goes on.
fn left_word(context: &Context, report: &mut Reporter, word: Option<usize>, right: &str) {
    let Some(at) = word.filter(|&at| {
        token(context, word).is_some_and(Token::is_lower)
            && !context.tokens().get(at).is_some_and(|t| context.is_verbatim(t.span()))
    }) else {
        return;
    };
    let end = with_stop(context, at);
    let Some(span) = context.document.span_of(at..end) else { return };
    let right = spaced(context, end, right);
    found(report, span, LEFT, context.slice(span), "is a number word of the source language", &right);
}

/// One past an abbreviation and its full stop; the stop of the sentence stays.
fn with_stop(context: &Context, at: usize) -> usize {
    let stop = after(context, at);
    let goes_on = || {
        let next = token(context, stop.and_then(|stop| after(context, stop)));
        next.is_some_and(|t| t.is_lower() || t.has_digit() || t.mark().is_some_and(|m| matches!(m, ',' | ';' | ')' | '$' | '€')))
    };
    if is(context, Some(at), NumberWord::Stopped) && is_close_mark(context, stop, '.') && goes_on() { at + 2 } else { at + 1 }
}

/// Reports “1 thousand”, “6003 thousand”, “1500 million” and “2 thousand 300”.
fn in_figures(context: &Context, report: &mut Reporter, figure: Figure, next: Option<usize>) {
    let Some((word, power)) = next.and_then(|at| Some((at, context.knowledge.numbers.power(context.word(at))?))) else { return };
    let Some(number) = figure.plain().filter(|&n| n > 0 && !figure.text.starts_with('0')) else { return };
    if !is_amount(context, figure, word) {
        return;
    }
    let thousands = power == 3;
    if let Some((part, rest)) = rest_of(context, word).filter(|_| thousands && number < 1000) {
        report_sum(context, report, figure.token..part + 1, TWO_PARTS, &grouped(number * 1000 + rest));
    } else if let Some((last, rest)) = thousands_after(context, word).filter(|_| power == 6 && number < 1000) {
        if let Some(millions) = context.knowledge.numbers.power_word(power) {
            let right = format!("{} {millions}", in_thousands(number * 1000 + rest));
            report_sum(context, report, figure.token..last + 1, TWO_PARTS, &right);
        }
    } else if thousands && number == 1 && is_one_amount(context, word) {
        report_sum(context, report, figure.token..word + 1, ROUND, &grouped(1000));
    } else if (1000..1_000_000).contains(&number) && !is_year_of(context, figure, number) {
        if thousands {
            report_sum(context, report, figure.token..word + 1, TOO_MANY, &grouped(number * 1000));
        } else if is(context, after(context, word), NumberWord::Age) {
            // Geologists count in millions of years throughout.
        } else if let Some(more) = context.knowledge.numbers.power_word(power + 3) {
            report_sum(context, report, figure.token..word + 1, TOO_MANY, &format!("{} {more}", in_thousands(number)));
        }
    }
}

fn report_sum(context: &Context, report: &mut Reporter, tokens: Range<usize>, class: &'static str, right: &str) {
    let Some(span) = context.document.span_of(tokens) else { return };
    found(report, span, class, context.slice(span), "is not how English writes a number", right);
}

/// Whether number and word are an amount by themselves: no label, nothing joined to either.
fn is_amount(context: &Context, figure: Figure, word: usize) -> bool {
    let joins = |t: &Token| !t.space_before() && matches!(t.mark(), Some('-' | '–' | '/'));
    let left = before(context, figure.token);
    let close = token(context, Some(figure.token)).is_some_and(|t| !t.space_before());
    let ranged = close && token(context, left).is_some_and(|t| t.mark().is_some_and(|m| matches!(m, '-' | '–' | '/' | '.')))
        || is(context, left, NumberWord::To) && number_before(context, left);
    let joined = token(context, after(context, word)).is_some_and(joins);
    !ranged && !joined && !is_label(context, figure.token)
}

fn number_before(context: &Context, at: Option<usize>) -> bool {
    token(context, at.and_then(|at| before(context, at))).is_some_and(|t| t.has_digit())
}

/// Whether a single thousand is not one of several powers (“1 thousand million”) nor a part of a table.
fn is_one_amount(context: &Context, word: usize) -> bool {
    let next = after(context, word);
    !is(context, next, NumberWord::Scale) && renderings(context, next, Rendering::Scale).is_empty()
}

/// The number below a thousand that follows on “thousand”, with its token.
fn rest_of(context: &Context, word: usize) -> Option<(usize, u64)> {
    let next = after(context, word)?;
    let rest = Figure::at(context, next)?;
    let value = rest.plain().filter(|&n| (1..1000).contains(&n) && !rest.text.starts_with('0'))?;
    let beyond = after(context, next);
    let goes_on = is(context, beyond, NumberWord::Scale)
        || token(context, beyond).is_some_and(|t| t.has_digit() || t.mark().is_some_and(|m| matches!(m, '-' | '–' | '/' | '%')));
    (!goes_on && token(context, Some(next)).is_some_and(|t| t.space_before())).then_some((next, value))
}

/// The number of thousands that follows on “million”, with the token of “thousand” (“1 million 200 thousand”).
fn thousands_after(context: &Context, word: usize) -> Option<(usize, u64)> {
    let next = after(context, word)?;
    let value = Figure::at(context, next)?.plain().filter(|n| (1..1000).contains(n))?;
    let last = after(context, next)?;
    let thousand = context.knowledge.numbers.power(context.word(last)) == Some(3);
    let goes_on = token(context, after(context, last)).is_some_and(Token::has_digit);
    (thousand && !goes_on && token(context, Some(next)).is_some_and(Token::space_before)).then_some((last, value))
}

/// Whether the number is a year (“in 2022 million-pound houses”).
fn is_year_of(context: &Context, figure: Figure, number: u64) -> bool {
    (1900..2100).contains(&number) && is(context, before(context, figure.token), NumberWord::DatePreposition)
}

/// A number with commas.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number divided by a thousand.
fn in_thousands(number: u64) -> String {
    let rest = format!("{:03}", number % 1000);
    match rest.trim_end_matches('0') {
        "" => (number / 1000).to_string(),
        rest => format!("{}.{rest}", number / 1000),
    }
}
