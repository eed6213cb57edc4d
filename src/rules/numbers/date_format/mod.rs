//! Dates in figures of the source language (“24.02.2022”), and the odd one out of two written orders.
//!
//! In: numbers of three parts, days beside months. Out: a finding on each date in figures, with the date in words where its
//! order is plain; and on the few written dates whose order differs from that of all others, or from that of the house.
//! Must not know: which order is right; the house decides, or the document.

use std::ops::Range;

use super::figure::{
    Figure, after, before, has_market, is, is_counted, is_label, is_measured, is_quoted, is_year, stands_free, token,
};
use crate::document::{Span, Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::house::DateOrder;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::NumberWord;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const FIGURES: &str = "figures";
const AMBIGUOUS: &str = "ambiguous";
const HOUSE_ORDER: &str = "house-order";
const ODD_ORDER: &str = "odd-order";

static META: Meta = Meta {
    id: "numbers/date-format",
    summary: "a date in figures as the source language writes it, or in another order than the other dates",
    why: "readers in London and in New York take 03.04.2022 for different days, and one text keeps to one order of dates",
    category: "locale-conventions/date-format",
    severity: Severity::Minor,
    classes: &[
        Class { id: FIGURES, what: "a date in figures parted by full stops, whose order is plain", by_definition: None },
        Class { id: AMBIGUOUS, what: "a date in figures parted by full stops that may be read in two ways", by_definition: None },
        Class {
            id: HOUSE_ORDER,
            what: "a written date in another order than that of the house",
            by_definition: Some("the house says in which order dates are written"),
        },
        Class { id: ODD_ORDER, what: "a written date in another order than nearly all others", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/date-format`
#[derive(Debug)]
pub(super) struct DateFormat;

impl Rule for DateFormat {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let written = written_dates(context);
        let days_first = written.iter().filter(|date| date.day_first).count();
        let months_first = written.len() - days_first;
        let house = context.house.style().dates;
        let month_first = house.map_or(months_first > days_first, |order| order == DateOrder::MonthDay);
        in_figures(context, report, month_first);
        Figure::all(context).for_each(|figure| without_year(context, report, figure, month_first));
        match house {
            Some(_) => other_orders(context, report, &written, !month_first),
            None => odd_orders(context, report, &written, days_first.max(months_first)),
        }
    }
}

/// Day and month as they may be read, and the year.
struct Numeric {
    token: usize,
    first: u64,
    second: u64,
    year: u64,
}

impl Numeric {
    fn read(context: &Context, figure: Figure) -> Option<Self> {
        let mut parts = figure.text.split('.');
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        let short = |part: &str| (1..=2).contains(&part.len());
        if parts.next().is_some() || year.len() != 4 || !short(first) || !short(second) {
            return None;
        }
        let date =
            Self { token: figure.token, first: first.parse().ok()?, second: second.parse().ok()?, year: year.parse().ok()? };
        let possible = |day: u64, month: u64| (1..=31).contains(&day) && (1..=12).contains(&month);
        let real = possible(date.first, date.second) || possible(date.second, date.first);
        let free = stands_free(context, figure.token..figure.token + 1) && !is_label(context, figure.token);
        let elsewhere = is_stamp(context, figure.token) || is_section(context, figure.token);
        (real && free && is_year(date.year) && !elsewhere).then_some(date)
    }

    /// Whether the day stands first; `None` where it cannot be told.
    fn day_first(&self) -> Option<bool> {
        match (self.first > 12, self.second > 12) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ if self.first == self.second => Some(true),
            _ => None,
        }
    }
}

/// Whether a date is the stamp of a page rather than a part of its prose: it is all there is of a line, or the last of it after
/// a dash or a bar (“… – DW – 08.02.2023”).
fn is_stamp(context: &Context, at: usize) -> bool {
    let left = before(context, at);
    let bar = |t: &Token| matches!(t.mark(), Some('-' | '–' | '—' | '|' | '•' | '·' | '/')) && t.space_before();
    let opens = token(context, left).is_none_or(bar) || token(context, Some(at)).is_some_and(Token::break_before);
    let closes = token(context, after(context, at)).is_none_or(|t| t.break_before() || bar(t));
    opens && closes
}

/// Whether the number is that of a section of a law (“1.2.1999 of the Code”).
fn is_section(context: &Context, at: usize) -> bool {
    let of = after(context, at).filter(|&of| context.is(of, WordClass::Genitive));
    let next = of.and_then(|of| after(context, of));
    let determiner = next.filter(|&next| context.is(next, WordClass::Function));
    is(context, determiner.map_or(next, |word| after(context, word)), NumberWord::Law)
}

/// Whether “b.”, “d.” or its like stands before a date, as genealogies have it.
fn is_life_event(context: &Context, date: usize) -> bool {
    let stop = before(context, date).filter(|&at| token(context, Some(at)).is_some_and(|t| t.is_mark('.')));
    is(context, stop.map_or_else(|| before(context, date), |at| before(context, at)), NumberWord::LifeEvent)
}

/// Whether the document cites an official journal, whose style has dates in figures.
fn cites_gazette(context: &Context) -> bool {
    let words = context.facts.words().iter().enumerate();
    words
        .filter(|&(_, &word)| context.knowledge.numbers.is(word, NumberWord::Gazette))
        .any(|(at, _)| context.tokens().get(at).is_some_and(Token::is_all_caps))
}

/// So many dates after “b.”, “d.” and the like make a genealogy.
const GENEALOGY: usize = 2;

fn in_figures(context: &Context, report: &mut Reporter, month_first: bool) {
    let dates: Vec<Numeric> = Figure::all(context).filter_map(|figure| Numeric::read(context, figure)).collect();
    let events = dates.iter().filter(|date| is_life_event(context, date.token)).count();
    if events >= GENEALOGY && events * 2 > dates.len() || !dates.is_empty() && cites_gazette(context) {
        return;
    }
    let shown = |wanted: bool| dates.iter().any(|date| date.first != date.second && date.day_first() == Some(wanted));
    let order = match (shown(true), shown(false)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    for date in &dates {
        let end = year_word(context, date.token).map_or(date.token, |year| year) + 1;
        let Some(span) = context.document.span_of(date.token..end) else { continue };
        let seen = context.slice(span);
        let Some(day_first) = date.day_first().or(order) else {
            let message =
                format!("“{seen}” may be read as two days, and no other date shows which is meant. Write the month as a word.");
            report.at(span, AMBIGUOUS, message).ask(format!("Which day is “{seen}”?")).done();
            continue;
        };
        let (day, month) = if day_first { (date.first, date.second) } else { (date.second, date.first) };
        let Some(month) = context.knowledge.numbers.month(month) else { continue };
        let forms = [format!("{day} {month} {}", date.year), format!("{month} {day}, {}", date.year)];
        let (best, other) = if month_first { (&forms[1], &forms[0]) } else { (&forms[0], &forms[1]) };
        report
            .at(span, FIGURES, format!("“{seen}” is a date as the source language writes it. Write “{best}”."))
            .fix(format!("Write “{best}”"), Safety::Unsafe, &[(span, best)])
            .fix(format!("Write “{other}”"), Safety::Unsafe, &[(span, other)])
            .done();
    }
}

/// Reports “on 24.02”, whose first number can only be a day and the second a month.
fn without_year(context: &Context, report: &mut Reporter, figure: Figure, month_first: bool) {
    let parts = figure.parted('.').filter(|(day, month)| day.len() == 2 && month.len() == 2);
    let Some((Ok(day), Ok(month))) = parts.map(|(day, month)| (day.parse::<u64>(), month.parse::<u64>())) else { return };
    let led = is(context, before(context, figure.token), NumberWord::DayPreposition);
    let number = is_measured(context, after(context, figure.token)) || has_market(context, figure.token);
    if !led
        || number
        || is_version(context, figure)
        || !(13..=31).contains(&day)
        || !stands_free(context, figure.token..figure.token + 1)
    {
        return;
    }
    let (Some(month), Some(token)) = (context.knowledge.numbers.month(month), context.tokens().get(figure.token)) else { return };
    let right = if month_first { format!("{month} {day}") } else { format!("{day} {month}") };
    let message = format!("“{}” is a date as the source language writes it. Write “{right}”.", figure.text);
    let fix = format!("Write “{right}”");
    report.at(token.span(), FIGURES, message).fix(fix, Safety::Unsafe, &[(token.span(), &right)]).done();
}

/// Whether the same number follows on a name somewhere, as that of a version (“Ubuntu 14.04”).
fn is_version(context: &Context, figure: Figure) -> bool {
    Figure::all(context).any(|other| {
        let left = before(context, other.token);
        let name = token(context, left).is_some_and(|t| t.is_word() && t.is_capitalized());
        other.text == figure.text && name && !left.is_some_and(|at| context.is(at, WordClass::Function))
    })
}

/// The word “year” that the source language sets after a date (“15.03.2023 year”).
fn year_word(context: &Context, date: usize) -> Option<usize> {
    let year = after(context, date).filter(|&at| is(context, Some(at), NumberWord::Year))?;
    let joined = token(context, after(context, year)).is_some_and(|t| t.is_mark('-') && !t.space_before());
    (!joined && token(context, Some(year)).is_some_and(Token::is_lower)).then_some(year)
}

/// A day beside its month, in words.
struct Written {
    tokens: Range<usize>,
    day: usize,
    month: usize,
    day_first: bool,
}

fn written_dates(context: &Context) -> Vec<Written> {
    let numbers = context.document.numbers();
    numbers.filter_map(|at| written(context, at)).collect()
}

/// The date whose day is the number at `at`.
fn written(context: &Context, at: usize) -> Option<Written> {
    Figure::at(context, at)?.plain().filter(|day| (1..=31).contains(day))?;
    let month = |side: Option<usize>| {
        side.filter(|&side| context.is(side, WordClass::Month) && context.tokens().get(side).is_some_and(Token::is_title_case))
    };
    let (left, right) = (before(context, at), after(context, at));
    let spaced = |token: usize| context.tokens().get(token).is_some_and(|t| t.space_before() && !t.break_before());
    let both = (month(left).filter(|_| spaced(at)), month(right).filter(|&r| spaced(r)));
    let (month, day_first) = match both {
        (None, Some(month)) if is_free_left(context, at) => (month, true),
        (Some(month), None) if is_free_right(context, at) => (month, false),
        _ => return None,
    };
    Some(Written { tokens: at.min(month)..at.max(month) + 1, day: at, month, day_first })
}

/// Whether nothing is joined to the day from the left (“17–19 February”).
fn is_free_left(context: &Context, at: usize) -> bool {
    let joins = token(context, before(context, at)).is_some_and(|t| matches!(t.mark(), Some('-' | '–' | '—' | '/' | '.' | '+')));
    !joins && !is_label(context, at)
}

/// Whether nothing is joined to the day from the right (“February 17–19”), and nothing follows that it counts.
fn is_free_right(context: &Context, at: usize) -> bool {
    let next = after(context, at);
    let joins = token(context, next).is_some_and(|t| matches!(t.mark(), Some('-' | '–' | '/' | ':')) && !t.space_before());
    let counts = is_counted(context, next) || is_measured(context, next);
    !joins && !counts
}

/// An order is the document's where at least so many dates have it against a single one.
const MOST: usize = 2;
/// So many dates in the usual order for each in the other, where those are several.
const EACH: usize = 3;

fn odd_orders(context: &Context, report: &mut Reporter, written: &[Written], most: usize) {
    let few = written.len() - most;
    if few == 0 || most < MOST || few > 1 && few * EACH > most {
        return;
    }
    let usual = written.iter().filter(|date| date.day_first).count() == most;
    let model = written.iter().find(|date| date.day_first == usual);
    for date in written.iter().filter(|date| date.day_first != usual && !is_quoted(context, date.day)) {
        found_odd(context, report, date, model, (most, few));
    }
}

fn found_odd(context: &Context, report: &mut Reporter, date: &Written, model: Option<&Written>, (most, few): (usize, usize)) {
    let Some((span, right)) = reordered(context, date) else { return };
    let seen = context.slice(span);
    let message = format!("“{seen}” is in another order than the other dates ({most} to {few}). Write “{right}”.");
    let mut draft = report.at(span, ODD_ORDER, message).fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)]);
    if let Some(place) = model.and_then(|model| context.document.span_of(model.tokens.clone())) {
        draft = draft.compare(place, "the usual order");
    }
    draft.group(META.id).done();
}

/// Reports the dates in another order than that of the house; those of a quotation may be part of what was written.
fn other_orders(context: &Context, report: &mut Reporter, written: &[Written], day_first: bool) {
    for date in written.iter().filter(|date| date.day_first != day_first && !is_quoted(context, date.day)) {
        let Some((span, right)) = reordered(context, date) else { continue };
        let message = format!("“{}” is in another order than that of the house. Write “{right}”.", context.slice(span));
        let draft = report.at(span, HOUSE_ORDER, message).group(META.id);
        draft.fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)]).done();
    }
}

/// A written date with its year, and the same in the other order.
fn reordered(context: &Context, date: &Written) -> Option<(Span, String)> {
    let (day, month) = (context.word(date.day), context.word(date.month));
    let year = year_after(context, date);
    let span = context.document.span_of(date.tokens.start..year.map_or(date.tokens.end, |year| year + 1))?;
    let right = match (date.day_first, year.map(|at| context.word(at))) {
        (true, Some(year)) => format!("{month} {day}, {year}"),
        (true, None) => format!("{month} {day}"),
        (false, Some(year)) => format!("{day} {month} {year}"),
        (false, None) => format!("{day} {month}"),
    };
    Some((span, right))
}

/// The year that follows on a date, after a comma where the month stands first.
fn year_after(context: &Context, date: &Written) -> Option<usize> {
    let mut next = after(context, date.tokens.end.checked_sub(1)?)?;
    if !date.day_first {
        token(context, Some(next)).filter(|t| t.is_mark(','))?;
        next = after(context, next)?;
    }
    let year = Figure::at(context, next).and_then(Figure::plain).is_some_and(is_year);
    (year && token(context, Some(next)).is_some_and(|t| t.kind() == TokenKind::Number)).then_some(next)
}
