//! The word “year” after its number (“in 2022 year”), and endings joined by a hyphen (“the 90-s”, “5-th”).
//!
//! In: numbers with the words around them. Out: a finding on each form that only the source language has, with the English one.
//! Must not know: “year” as part of a longer noun (“the 2022 year-end report”).

use std::ops::Range;

use super::figure::{Figure, after, before, is, is_close_mark, is_year, token};
use crate::document::Token;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::{Doubling, NumberWord};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const YEAR: &str = "year";
const YEAR_OF: &str = "year-of";
const DECADE: &str = "decade";
const ORDINAL: &str = "ordinal";

static META: Meta = Meta {
    id: "numbers/year-word",
    summary: "“year” beside its number, or an ending joined to a number by a hyphen, as the source language writes them",
    why: "the English forms are “in 2022”, “the 1990s” and “the 5th”; the longer ones are copied from the source",
    category: "locale-conventions/date-format",
    severity: Severity::Minor,
    classes: &[
        Class { id: YEAR, what: "“year” after its number", by_definition: None },
        Class { id: YEAR_OF, what: "“the year of” before its number", by_definition: None },
        Class { id: DECADE, what: "an ending joined to the number of a decade", by_definition: None },
        Class { id: ORDINAL, what: "the ending of an ordinal joined by a hyphen", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/year-word`
#[derive(Debug)]
pub(super) struct YearWord;

impl Rule for YearWord {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for figure in Figure::all(context) {
            let Some(number) = figure.plain().filter(|_| !figure.text.starts_with('0')) else { continue };
            if is_close_mark(context, after(context, figure.token), '-') {
                hyphenated(context, report, figure, number);
            } else if is_year(number) && figure.text.len() == 4 {
                year_beside(context, report, figure);
            }
        }
    }
}

fn found(context: &Context, report: &mut Reporter, tokens: Range<usize>, class: &'static str, safety: Safety, right: &str) {
    let Some(span) = context.document.span_of(tokens) else { return };
    let seen = context.slice(span);
    let message = format!("“{seen}” is formed as in the source language. Write “{right}”.");
    report.at(span, class, message).fix(format!("Write “{right}”"), safety, &[(span, right)]).done();
}

/// Reports “2022 year”, “the 2022 year” and “the year of 2022” after a preposition.
fn year_beside(context: &Context, report: &mut Reporter, figure: Figure) {
    let left = before(context, figure.token);
    let next = after(context, figure.token);
    let article = |at: Option<usize>| at.is_some_and(|at| context.is(at, WordClass::Article));
    if is(context, next, NumberWord::Year) && token(context, next).is_some_and(Token::is_lower) {
        let start = left.filter(|_| article(left)).unwrap_or(figure.token);
        let end = next.map_or(figure.token, |at| at + 1);
        let idiom = (end..end + 2).any(|at| is(context, Some(at), NumberWord::Year));
        if opens_date(context, start) && ends_phrase(context, end) && !idiom && !is_school_year(context, end) {
            found(context, report, start..end, YEAR, Safety::Unsafe, figure.text);
        }
        return;
    }
    // “the year of 2022”, read from the right.
    let of = left.filter(|&at| context.is(at, WordClass::Genitive));
    let year = of.and_then(|at| before(context, at)).filter(|&at| is(context, Some(at), NumberWord::Year));
    let the = year.and_then(|at| before(context, at)).filter(|&at| article(Some(at)));
    if let Some(start) = the
        && opens_date(context, start)
        && ends_phrase(context, figure.token + 1)
    {
        found(context, report, start..figure.token + 1, YEAR_OF, Safety::Unsafe, figure.text);
    }
}

/// The last year of British schools.
const LAST_SCHOOL_YEAR: u64 = 13;

/// Whether “year” belongs to the number after it (“in 2022 year 7 pupils sat the test”).
fn is_school_year(context: &Context, number: usize) -> bool {
    let school = Figure::at(context, number).and_then(Figure::plain).is_some_and(|year| year <= LAST_SCHOOL_YEAR);
    school && is(context, after(context, number), NumberWord::School)
}

/// Whether a preposition or a month stands before a year.
fn opens_date(context: &Context, start: usize) -> bool {
    let left = before(context, start);
    let month = left.is_some_and(|at| context.is(at, WordClass::Month)) && token(context, left).is_some_and(Token::is_title_case);
    month || is(context, left, NumberWord::DatePreposition)
}

/// Whether the phrase ends before a token, so that the year is no part of a longer noun: a mark, a function word, a verb, a name or a number.
fn ends_phrase(context: &Context, next: usize) -> bool {
    let next = next.checked_sub(1).and_then(|last| after(context, last));
    let Some((at, word)) = next.zip(token(context, next)) else { return true };
    match word.mark() {
        Some('-' | '/') => word.space_before(),
        Some(_) => true,
        None if !word.is_word() => true,
        None if word.is_clitic() => false,
        None => {
            let closed =
                [WordClass::Function, WordClass::Pronoun, WordClass::FiniteVerb, WordClass::Speech, WordClass::AfterNoun];
            is(context, Some(at), NumberWord::NewPhrase)
                || word.is_capitalized()
                || closed.into_iter().any(|class| context.is(at, class))
                || is_past(context, word)
        }
    }
}

/// Whether a word has the ending of a past tense.
fn is_past(context: &Context, word: &Token) -> bool {
    context.knowledge.doubled.ends(context.slice(word.span()), Doubling::Inflected) && context.slice(word.span()).ends_with('d')
}

/// Reports “1990-ies”, “the 90-s” and “5-th”.
fn hyphenated(context: &Context, report: &mut Reporter, figure: Figure, number: u64) {
    let hyphen = after(context, figure.token);
    let ending = hyphen.and_then(|at| after(context, at));
    let Some(word) = token(context, ending).filter(|t| t.is_word() && t.is_lower() && !t.space_before()) else { return };
    let end = figure.token + 3;
    let Some(written) = context.document.span_of(figure.token..end) else { return };
    let goes_on = token(context, end.checked_sub(1).and_then(|last| after(context, last)))
        .is_some_and(|t| !t.space_before() && (t.is_wordlike() || t.mark().is_some_and(|m| matches!(m, '-' | '/' | '_'))));
    if goes_on || context.is_verbatim(written) || !is_apart(context, figure.token) {
        return;
    }
    if is(context, ending, NumberWord::OrdinalEnding) {
        let right = context.knowledge.numbers.ordinal(number);
        let same = right.ends_with(context.slice(word.span()));
        found(context, report, figure.token..end, ORDINAL, if same { Safety::Safe } else { Safety::Unsafe }, &right);
    } else if is(context, ending, NumberWord::DecadeEnding) && is_decade(context, figure, number, end) {
        let right = format!("{number}s");
        let same = context.slice(word.span()).len() == 1;
        found(context, report, figure.token..end, DECADE, if same { Safety::Safe } else { Safety::Unsafe }, &right);
    }
}

/// Whether nothing is joined to a number from the left.
fn is_apart(context: &Context, number: usize) -> bool {
    let joins = |t: &Token| t.is_wordlike() || matches!(t.mark(), Some('-' | '/' | '_' | '.' | '^' | '+' | '*'));
    token(context, Some(number)).is_some_and(|t| t.space_before()) || !token(context, before(context, number)).is_some_and(joins)
}

/// Whether a number with the ending of a plural names a decade: the letter alone may be the symbol of the second.
fn is_decade(context: &Context, figure: Figure, number: u64, end: usize) -> bool {
    let round = number.is_multiple_of(10) && (figure.text.len() == 2 || is_year(number));
    let second = end.checked_sub(1).is_some_and(|at| is(context, Some(at), NumberWord::Symbol));
    let left = before(context, figure.token);
    let article = left.is_some_and(|at| context.is(at, WordClass::Article));
    // “the 80-s and 90-s”
    let joined = left.filter(|&at| context.is(at, WordClass::Coordinator)).and_then(|at| before(context, at));
    let another = is(context, joined, NumberWord::DecadeEnding) && ends_phrase(context, end);
    round && (another || !second || is(context, left, NumberWord::DecadePart) && (!article || ends_phrase(context, end)))
}
