//! A decimal comma: “99,7%”, “4,5 square kilometres”.
//!
//! In: numbers parted by one comma with one or two digits after it, and what stands around them. Out: a finding on each that
//! can be no list, with the decimal point.
//! Must not know: numbers with three digits after the comma, which are thousands, unless a zero stands before it.

use super::figure::{
    Figure, Habits, after, before, is, is_currency_sign, is_group, is_label, is_listed, is_measured, stands_free, token,
};
use crate::document::{Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::NumberWord;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const DECIMAL: &str = "decimal";

static META: Meta = Meta {
    id: "numbers/decimal-comma",
    summary: "a comma where English has a decimal point",
    why: "a point parts decimals in English and a comma thousands, so that a decimal comma makes readers stumble or misread",
    category: "locale-conventions/number-format",
    severity: Severity::Major,
    classes: &[Class {
        id: DECIMAL,
        what: "a unit or its like beside the number, a single zero before the comma, or other such numbers in the document",
        by_definition: None,
    }],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/decimal-comma`
#[derive(Debug)]
pub(super) struct DecimalComma;

impl Rule for DecimalComma {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut habits = None;
        for figure in Figure::all(context) {
            let Some((whole, rest)) = figure.parted(',').filter(|(_, rest)| !rest.is_empty()) else { continue };
            if is_time(context, figure, whole, rest) {
                continue;
            }
            if whole.is_empty()
                || is_listed(context, figure.token) && !opens_span(context, figure.token)
                || closes_groups(context, figure.token, whole)
            {
                continue;
            }
            let short = rest.len() < 3 && !is_zero_led(whole);
            let zero = || whole == "0" && !is_identifier(context, figure.token);
            let mut usual = || habits.get_or_insert_with(|| Habits::of(context)).comma_decimals >= USUAL;
            if short && is_value(context, figure.token) || zero() || short && is_amount(context, figure.token) && usual() {
                found(context, report, figure, (whole, rest));
            }
        }
    }
}

/// Decimal commas beside units that make them the habit of a document.
const USUAL: usize = 2;

fn found(context: &Context, report: &mut Reporter, figure: Figure, (whole, rest): (&str, &str)) {
    let Some(span) = context.tokens().get(figure.token).map(Token::span) else { return };
    let right = format!("{whole}.{rest}");
    let message = format!("“{}” has a decimal comma; English has a point. Write “{right}”.", figure.text);
    report.at(span, DECIMAL, message).fix(format!("Write “{right}”"), Safety::Safe, &[(span, &right)]).group(META.id).done();
}

/// Whether the number is the last group of one parted by spaces (“1 234,5”), which is another rule's.
fn closes_groups(context: &Context, number: usize, whole: &str) -> bool {
    is_group(whole) && token(context, before(context, number)).is_some_and(|t| t.kind() == TokenKind::Number)
}

/// Whether the whole part has a zero in front that no decimal has ("08,5").
fn is_zero_led(whole: &str) -> bool {
    whole.len() > 1 && whole.starts_with('0')
}

/// Whether a unit follows, after a range perhaps (“2,5–3 km”), or a currency stands before.
fn is_value(context: &Context, number: usize) -> bool {
    let next = past_range(context, number);
    let money = token(context, before(context, number)).is_some_and(|t| t.mark().is_some_and(is_currency_sign));
    // “a 2,5-fold growth”
    let joined = token(context, next).is_some_and(|t| t.is_mark('-') && !t.space_before());
    let next = if joined { next.and_then(|at| after(context, at)) } else { next };
    let lower = token(context, next).is_some_and(Token::is_lower);
    money
        || is(context, next, NumberWord::Duration) && lower && !is_label(context, number)
        || is_measured(context, next) && (!joined || lower)
}

/// Whether the number is a time of day (“18,00 h”, “at 18,00”).
fn is_time(context: &Context, figure: Figure, hours: &str, minutes: &str) -> bool {
    let fits = |part: &str, most: u32| part.parse::<u32>().is_ok_and(|value| value <= most);
    let left = before(context, figure.token);
    let next = after(context, figure.token);
    let hour = is(context, next, NumberWord::ClockHour) && token(context, next).is_some_and(Token::space_before);
    let led = minutes == "00" && (is(context, left, NumberWord::At) || is(context, left, NumberWord::From));
    fits(hours, 24) && minutes.len() == 2 && fits(minutes, 59) && (hour || led && !is_measured(context, next))
}

/// Whether the number opens a span of values (“from 1,5 to 2 metres”).
fn opens_span(context: &Context, number: usize) -> bool {
    is(context, before(context, number), NumberWord::From) && is(context, after(context, number), NumberWord::To)
}

/// What follows on a number, or on the range that it opens.
fn past_range(context: &Context, number: usize) -> Option<usize> {
    let next = after(context, number);
    let dash = token(context, next).is_some_and(|t| matches!(t.mark(), Some('-' | '–' | '—'))) || opens_span(context, number);
    let end = next.filter(|_| dash).and_then(|at| after(context, at));
    match token(context, end) {
        Some(t) if t.kind() == TokenKind::Number => end.and_then(|at| after(context, at)),
        _ => next,
    }
}

/// Whether the number is part of a longer one that is no decimal: an index, a name of a chemical, a score.
fn is_identifier(context: &Context, number: usize) -> bool {
    !stands_free(context, number..number + 1) && !is_value(context, number)
}

/// Whether a word follows that can be said of an amount.
fn is_amount(context: &Context, number: usize) -> bool {
    let next = after(context, number);
    let follows =
        token(context, next).is_none_or(|t| t.is_word() && t.is_lower() && t.space_before() || t.is_mark('.') || t.is_mark(')'));
    let led = before(context, number).is_some_and(|at| context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower()));
    led && follows && !is_label(context, number) && !next.is_some_and(|at| context.is(at, WordClass::Coordinator))
}
