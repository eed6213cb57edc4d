//! Times of day as the source language writes them: “at 14.20”, “at 17 o’clock 30 minutes”, “at 8 hours 15 minutes”.
//!
//! In: numbers after prepositions of time, with the words after them. Out: a finding on each that can be no price and no
//! length of time, with a colon.
//! Must not know: which clock is meant, the one of twelve hours or the one of twenty-four.

use std::ops::Range;

use super::figure::{Figure, after, before, has_market, is, is_measured, stands_free, token};
use crate::document::Token;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::target::english::NumberWord;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const STOP: &str = "stop";
const SPAN: &str = "span";
const WORDS: &str = "words";

static META: Meta = Meta {
    id: "numbers/time",
    summary: "a time of day as the source language writes it",
    why: "with a full stop “at 14.20” reads as a price, and nobody says “17 o’clock 30 minutes” in English",
    category: "locale-conventions/time-format",
    severity: Severity::Minor,
    classes: &[
        Class { id: STOP, what: "hours and minutes parted by a full stop after “at” or its like", by_definition: None },
        Class { id: SPAN, what: "two times parted so, from the one to the other", by_definition: None },
        Class { id: WORDS, what: "hours and minutes as two counts", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/time`
#[derive(Debug)]
pub(super) struct Time;

impl Rule for Time {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut clock = None;
        for figure in Figure::all(context) {
            if let Some((hours, minutes)) = hours_and_minutes(figure) {
                let clock = clock.get_or_insert_with(|| Clock::of(context));
                if let Some(class) = clock.tells(context, figure) {
                    let last = after(context, figure.token).filter(|&at| is(context, Some(at), NumberWord::OClock));
                    // Where no time has a colon, the full stop may be the style of the house.
                    let safety = if clock.colon && last.is_none() { Safety::Safe } else { Safety::Unsafe };
                    let tokens = figure.token..last.unwrap_or(figure.token) + 1;
                    found(context, report, tokens, class, safety, &format!("{hours}:{minutes}"));
                }
            } else {
                in_words(context, report, figure);
                with_hyphen(context, report, figure);
            }
        }
    }
}

fn found(context: &Context, report: &mut Reporter, tokens: Range<usize>, class: &'static str, safety: Safety, right: &str) {
    let Some(span) = context.document.span_of(tokens) else { return };
    let seen = context.slice(span);
    let message = format!("“{seen}” is a time of day, which English writes with a colon. Write “{right}”.");
    report.at(span, class, message).fix(format!("Write “{right}”"), safety, &[(span, right)]).done();
}

/// The parts of “14.20”, where they can be hours and minutes.
fn hours_and_minutes<'a>(figure: Figure<'a>) -> Option<(&'a str, &'a str)> {
    let (hours, minutes) = figure.parted('.')?;
    let fits = |part: &str, most: u32| part.parse::<u32>().is_ok_and(|value| value <= most);
    // A single nought before the stop is a decimal.
    ((1..=2).contains(&hours.len()) && hours != "0" && fits(hours, 24) && minutes.len() == 2 && fits(minutes, 59))
        .then_some((hours, minutes))
}

/// What the document shows of its clock.
struct Clock {
    /// Times with a full stop and “a.m.” or “p.m.”, as British texts have them.
    british: bool,
    /// A time that cannot be anything else: with a colon, or after “at” and beyond twelve hours.
    shown: bool,
    /// A time with a colon.
    colon: bool,
}

impl Clock {
    fn of(context: &Context) -> Self {
        let (mut british, mut shown, mut colons) = (false, false, false);
        for figure in Figure::all(context) {
            let colon = figure.parted(':').is_some_and(|(_, minutes)| minutes.len() == 2);
            let left = before(context, figure.token);
            let led = [NumberWord::At, NumberWord::From, NumberWord::Clock].into_iter().any(|kind| is(context, left, kind));
            colons |= colon && led;
            if let Some((hours, _)) = hours_and_minutes(figure) {
                british |= is(context, after(context, figure.token), NumberWord::HalfDay);
                shown |= is_beyond_noon(hours) && is_point(context, figure);
                shown |= opens_span(context, figure) && is_point_or_span(context, figure) && has_clock(context, figure, false);
            }
        }
        Self { british, shown: shown || colons, colon: colons }
    }

    /// The kind of evidence that a number with a full stop is a time; `None` where it may be something else.
    fn tells(&self, context: &Context, figure: Figure) -> Option<&'static str> {
        if self.british || !stands_free(context, figure.token..figure.token + 1) {
            return None;
        }
        if opens_span(context, figure) || closes_span(context, figure) {
            let fits = is_point_or_span(context, figure) && is_usual(figure) && !is_change(context, figure);
            return (fits && has_clock(context, figure, self.shown)).then_some(SPAN);
        }
        let late = hours_and_minutes(figure).is_some_and(|(hours, _)| is_beyond_noon(hours));
        ((self.shown || late) && is_point(context, figure)).then_some(STOP)
    }
}

fn is_beyond_noon(hours: &str) -> bool {
    hours.parse::<u32>().is_ok_and(|hours| hours > 12)
}

/// Whether “at” or its like stands before, nothing that is measured follows, and nothing speaks of prices.
fn is_point(context: &Context, figure: Figure) -> bool {
    let left = before(context, figure.token);
    let fits =
        is(context, left, NumberWord::At) && is_usual(figure) || is(context, left, NumberWord::Clock) && is_no_date(figure);
    fits && !is_rated(context, left)
        && !has_price(context, figure)
        && !is_odds(context, figure)
        && !is(context, after(context, figure.token), NumberWord::Weekday)
        && is_point_or_span(context, figure)
}

/// Whether “to” and a small number follow (“at 9.50 to 1”); “from” makes a span of two times.
fn is_odds(context: &Context, figure: Figure) -> bool {
    let to = after(context, figure.token).filter(|&at| is(context, Some(at), NumberWord::To));
    to.and_then(|at| after(context, at)).and_then(|at| Figure::at(context, at)).and_then(Figure::plain).is_some()
}

/// Whether the minutes are of those that people name; after noon the hours say enough.
fn is_usual(figure: Figure) -> bool {
    hours_and_minutes(figure)
        .is_some_and(|(hours, minutes)| is_beyond_noon(hours) || minutes.ends_with('0') || minutes.ends_with('5'))
}

/// Whether the minutes can be no month: after “by” and its like a date may stand as well (“by 15.10”).
fn is_no_date(figure: Figure) -> bool {
    is_usual(figure)
        && hours_and_minutes(figure).is_some_and(|(_, minutes)| minutes == "00" || minutes.parse::<u32>().is_ok_and(|m| m > 12))
}

/// Whether a verb before the preposition says that what follows is a value (“stood at 14.20”); doors, shops and talks open, close,
/// start and end at a time, unless the sentence speaks of a market.
fn is_rated(context: &Context, preposition: Option<usize>) -> bool {
    let verb = preposition.and_then(|at| before(context, at));
    is(context, verb, NumberWord::Rated)
        && (preposition.is_some_and(|at| has_market(context, at)) || !is(context, verb, NumberWord::Moment))
}

fn is_point_or_span(context: &Context, figure: Figure) -> bool {
    // What follows on the end of a span belongs to its beginning as well.
    let last = if opens_span(context, figure) { figure.token + 2 } else { figure.token };
    let next = after(context, last);
    !is_measured(context, next) && !has_market(context, figure.token) && !is(context, next, NumberWord::HalfDay)
}

/// Whether something near a span tells that it is one of times: an hour beyond noon, or, where nothing is sold, a word in its
/// sentence such as “open” or “daily” or a time elsewhere in the document (`shown`).
fn has_clock(context: &Context, figure: Figure, shown: bool) -> bool {
    let near = figure.token.saturating_sub(2)..figure.token + 3;
    let late = near.filter_map(|at| Figure::at(context, at)).filter_map(hours_and_minutes);
    late.into_iter().any(|(hours, _)| is_beyond_noon(hours))
        || !sentence_has(context, figure, &[NumberWord::Selling])
            && (shown || sentence_has(context, figure, &[NumberWord::Timetable, NumberWord::Weekday, NumberWord::Moment]))
}

/// Whether a word of some kinds stands in the sentence of a number.
fn sentence_has(context: &Context, figure: Figure, kinds: &[NumberWord]) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(figure.token));
    let any = |at: usize| kinds.iter().any(|&kind| is(context, Some(at), kind));
    sentence.is_some_and(|s| s.tokens().take(SENTENCE).any(any))
}

/// Longest stretch of a sentence that is looked at, in tokens.
const SENTENCE: usize = 80;

/// Whether what is counted one by one follows (“at 1.20 each”): then the numbers of the sentence are prices.
fn has_price(context: &Context, figure: Figure) -> bool {
    let Some(sentence) = context.document.sentences().get(context.document.sentence_of(figure.token)) else { return false };
    sentence.tokens().take(SENTENCE).any(|at| {
        is(context, Some(at), NumberWord::Apiece)
            && token(context, before(context, at)).is_some_and(Token::has_digit)
            && !is(context, after(context, at), NumberWord::Duration)
            && !is(context, after(context, at), NumberWord::Timetable)
            && !is(context, after(context, at), NumberWord::Weekday)
    })
}

/// How far before a span a verb of change is looked for, in tokens.
const CHANGE: usize = 7;

/// Whether a verb before says that a value went from the one to the other (“fell from 12.30 to 9.45”).
fn is_change(context: &Context, figure: Figure) -> bool {
    (figure.token.saturating_sub(CHANGE)..figure.token).any(|at| is(context, Some(at), NumberWord::Change))
}

/// Whether “from” stands before and “to” with another time after.
fn opens_span(context: &Context, figure: Figure) -> bool {
    let to = after(context, figure.token).filter(|&at| is(context, Some(at), NumberWord::To));
    let end = to.and_then(|at| after(context, at)).and_then(|at| Figure::at(context, at));
    is(context, before(context, figure.token), NumberWord::From) && end.and_then(hours_and_minutes).is_some()
}

/// Whether “to” stands before, and a time after “from” before that.
fn closes_span(context: &Context, figure: Figure) -> bool {
    let to = before(context, figure.token).filter(|&at| is(context, Some(at), NumberWord::To));
    let start = to.and_then(|at| before(context, at)).and_then(|at| Figure::at(context, at));
    start.filter(|start| hours_and_minutes(*start).is_some()).is_some_and(|start| opens_span(context, start))
}

/// Reports “at 10-00” and “from 9-00 to 18-30”: minutes that open with a nought cannot close a range.
fn with_hyphen(context: &Context, report: &mut Reporter, figure: Figure) {
    let Some(last) = hyphened(context, figure.token) else { return };
    let left = before(context, figure.token);
    let beyond = after(context, last);
    let to = |at: Option<usize>| is(context, at, NumberWord::To);
    let opens = is(context, left, NumberWord::From)
        && to(beyond)
        && beyond.and_then(|at| after(context, at)).is_some_and(|at| hyphened(context, at).is_some());
    let from = left.filter(|_| to(left)).and_then(|to| to.checked_sub(3));
    let closes =
        from.is_some_and(|at| hyphened(context, at) == Some(at + 2) && is(context, before(context, at), NumberWord::From));
    let nought = context.word(last).starts_with('0');
    let point = nought && is(context, left, NumberWord::At);
    if (opens || closes || point) && !is_measured(context, beyond) && !has_market(context, figure.token) {
        let right = format!("{}:{}", figure.text, context.word(last));
        found(context, report, figure.token..last + 1, if point { STOP } else { SPAN }, Safety::Unsafe, &right);
    }
}

/// The last token of hours and minutes joined by a hyphen.
fn hyphened(context: &Context, hours: usize) -> Option<usize> {
    Figure::at(context, hours)?.plain().filter(|&hours| hours <= 24)?;
    let hyphen = after(context, hours)?;
    let last = after(context, hyphen)?;
    let close = |at: usize| context.tokens().get(at).is_some_and(|t| !t.space_before());
    let joined = context.tokens().get(hyphen).is_some_and(|t| t.is_mark('-')) && close(hyphen) && close(last);
    let minutes = Figure::at(context, last).filter(|figure| figure.text.len() == 2)?.plain()?;
    let free = stands_free(context, last..last + 1) || !token(context, after(context, last)).is_some_and(|t| t.is_mark('-'));
    (joined && free && minutes < 60).then_some(last)
}

/// Reports “17 o’clock 30 minutes” and, after “at”, “8 hours 15 minutes”.
fn in_words(context: &Context, report: &mut Reporter, figure: Figure) {
    let Some(hours) = figure.plain().filter(|&hours| hours <= 24) else { return };
    let unit = after(context, figure.token);
    let left = before(context, figure.token);
    let verb = left.and_then(|at| before(context, at));
    // “The record stands at 2 hours 5 minutes” is a length of time; “it opens at” is a point of it.
    let length = is(context, verb, NumberWord::Rated) && !is(context, verb, NumberWord::Moment);
    let point = is(context, unit, NumberWord::Hour) && is(context, left, NumberWord::At) && !length;
    if !point && !is(context, unit, NumberWord::OClock) {
        return;
    }
    let rest = unit.and_then(|at| after(context, at));
    let Some(minutes) = rest.and_then(|at| Figure::at(context, at)).and_then(Figure::plain).filter(|&minutes| minutes < 60)
    else {
        return;
    };
    let word = rest.and_then(|at| after(context, at)).filter(|&at| is(context, Some(at), NumberWord::Minute));
    let hyphen =
        token(context, word.and_then(|at| after(context, at))).is_some_and(|t: &Token| t.is_mark('-') && !t.space_before());
    let elapsed = is(context, word.and_then(|at| after(context, at)), NumberWord::Elapsed);
    if let Some(last) = word.filter(|_| !hyphen && !elapsed) {
        found(context, report, figure.token..last + 1, WORDS, Safety::Unsafe, &format!("{hours}:{minutes:02}"));
    }
}
