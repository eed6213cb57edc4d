//! Thousands parted as the source language does: “10 000”, “10.000”, and “81, 600” with a stray space.
//!
//! In: numbers and rows of numbers, what stands around them, and the habits of the document's other numbers. Out: a finding on
//! each, with commas.
//! Must not know: numbers that no company shows to be thousands.

use std::ops::Range;

use super::figure::{
    Figure, Habits, after, before, has_market, is, is_counted, is_currency_sign, is_group, is_label, is_measured, opens_groups,
    stands_free, token,
};
use crate::document::{Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::{Doubling, NumberWord};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const SPACED: &str = "spaced";
const DOTTED: &str = "dotted";
const SPLIT: &str = "split";

static META: Meta = Meta {
    id: "numbers/thousands",
    summary: "thousands parted by a space or a full stop where English has a comma",
    why: "a comma parts thousands in English; a full stop turns 10,000 into 10, and a space splits one number into two",
    category: "locale-conventions/number-format",
    severity: Severity::Major,
    classes: &[
        Class { id: SPACED, what: "groups of three digits parted by spaces", by_definition: None },
        Class {
            id: DOTTED,
            what: "groups of three digits parted by full stops, of what comes only whole or beside decimal commas",
            by_definition: None,
        },
        Class { id: SPLIT, what: "a space after the comma within a number", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/thousands`
#[derive(Debug)]
pub(super) struct Thousands;

impl Rule for Thousands {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut habits = None;
        let mut runs = Vec::new();
        let mut done = 0;
        for figure in Figure::all(context) {
            if figure.token < done {
                continue;
            }
            let run = run_of(context, figure.token);
            done = run.end;
            if run.len() > 1 {
                runs.push(run);
            } else if figure.is_grouped('.') || is_both(figure) {
                dotted(context, report, figure, &mut habits);
            } else if figure.plain().is_some() && opens_groups(figure.text) {
                split(context, report, figure);
            }
        }
        if runs.iter().filter(|run| opens_line(context, run.start)).count() >= TABLE {
            runs.retain(|run| !opens_line(context, run.start));
        }
        if runs.is_empty() || runs.iter().any(|run| has_parted_decimals(context, run)) {
            return;
        }
        let habits = habits.unwrap_or_else(|| Habits::of(context));
        let house = habits.comma_thousands == 0 && is_after_codes(context, &runs);
        if !is_science(habits) && !house {
            // Beside symbols of units the spaces may be those of the International System.
            let safety = if habits.symbols > 0 && habits.comma_thousands == 0 { Safety::Unsafe } else { Safety::Safe };
            spaced(context, report, &runs, safety);
        }
    }
}

/// So many lines that begin with numbers are a table.
const TABLE: usize = 3;

/// Whether a token is the first of its line.
fn opens_line(context: &Context, at: usize) -> bool {
    before(context, at).is_none() || token(context, Some(at)).is_some_and(Token::break_before)
}

fn found(context: &Context, report: &mut Reporter, tokens: Range<usize>, class: &'static str, safety: Safety, what: &str) {
    let Some(span) = context.document.span_of(tokens) else { return };
    let seen = context.slice(span);
    let right = with_commas(seen);
    let message = format!("“{seen}” {what}. Write “{right}”.");
    report.at(span, class, message).fix(format!("Write “{right}”"), safety, &[(span, &right)]).group(META.id).done();
}

/// A number with commas between its groups of three digits and a point before its decimals.
fn with_commas(seen: &str) -> String {
    let mut right = String::new();
    for group in seen.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()) {
        right.push_str(match (right.is_empty(), is_group(group)) {
            (true, _) => "",
            (false, true) => ",",
            (false, false) => ".",
        });
        right.push_str(group);
    }
    right
}

/// The numbers that stand one after the other with nothing but spaces between them.
fn run_of(context: &Context, at: usize) -> Range<usize> {
    let more = context.tokens().get(at + 1..).unwrap_or_default().iter();
    let more = more.take_while(|t| t.kind() == TokenKind::Number && t.space_before() && !t.break_before()).count();
    let block = context.document.blocks().get(context.document.block_of(at)).map_or(at + 1, |block| block.tokens().end);
    at..(at + 1 + more).min(block)
}

/// Documents that have so many symbols of units, and no commas in their numbers, write as science does.
const SCIENCE: usize = 3;

fn is_science(habits: Habits) -> bool {
    habits.comma_thousands == 0 && habits.comma_decimals == 0 && habits.symbols >= SCIENCE
}

/// Whether most of the rows follow on the code of a currency (“EUR 1 074 300 million”), as the papers of the European Union
/// are set, or one on that of a country whose English has spaces (“R 12 500”).
fn is_after_codes(context: &Context, runs: &[Range<usize>]) -> bool {
    let after_code = |run: &&Range<usize>, kind: NumberWord| {
        let left = before(context, run.start);
        is(context, left, kind) && token(context, left).is_some_and(|t| t.is_capitalized() && !t.is_title_case())
    };
    let rands = runs.iter().any(|run| after_code(&run, NumberWord::SpacedMoney));
    rands || runs.iter().filter(|run| after_code(run, NumberWord::Currency)).count() * 2 > runs.len()
}

/// Whether a row of numbers is one with its decimals in groups of three (“3.141 592 65”), as only science writes them.
fn has_parted_decimals(context: &Context, run: &Range<usize>) -> bool {
    let mut groups = run.clone().map(|at| context.word(at));
    let opens = groups.next().and_then(|first| first.split_once('.')).is_some_and(|(_, decimals)| is_group(decimals));
    opens && groups.next().is_some_and(|group| group.bytes().all(|b| b.is_ascii_digit()))
}

fn spaced(context: &Context, report: &mut Reporter, runs: &[Range<usize>], safety: Safety) {
    let sound: Vec<(Range<usize>, bool)> = runs.iter().filter_map(|run| Some((run.clone(), is_certain(context, run)?))).collect();
    let shown = sound.iter().any(|(_, certain)| *certain);
    for (run, certain) in sound {
        let next = run.end.checked_sub(1).and_then(|last| after(context, last));
        if certain || shown || is_counted(context, next) || is_measured(context, next) {
            found(context, report, run, SPACED, safety, "has thousands parted by a space; English has a comma");
        }
    }
}

/// Whether numbers in a row are the groups of one that can be nothing else: three groups, or a group that begins with a
/// nought. `None` where they are not groups of one number at all.
fn is_certain(context: &Context, run: &Range<usize>) -> Option<bool> {
    let groups = || run.clone().map(|at| context.word(at));
    let last = run.len() - 1;
    let part = |(at, group): (usize, &str)| if at == last { is_group(without_decimals(group)) } else { is_group(group) };
    let grouped = groups().take(1).all(opens_groups) && groups().enumerate().skip(1).all(part);
    // “214 214” is a number that stands twice more likely than one that repeats its groups.
    let twice = run.len() == 2 && groups().next() == groups().nth(1);
    // Four groups without a round end are a telephone number more likely than billions to the last unit.
    let sound = run.len() < 4 || groups().next_back() == Some("000");
    let free = (stands_free(context, run.clone()) || is_range(context, run))
        && !is_label(context, run.start)
        && !is_date(context, run.start)
        && !is_row(context, run)
        && !is_postcode(context, run);
    (grouped && !twice && sound && free).then(|| run.len() > 2 || groups().nth(1).is_some_and(|group| group.starts_with('0')))
}

/// A group of digits without the one or two decimals that may follow it.
fn without_decimals(group: &str) -> &str {
    group.split_once([',', '.']).filter(|(_, decimals)| is_decimals(decimals)).map_or(group, |(whole, _)| whole)
}

fn is_decimals(digits: &str) -> bool {
    (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a place may follow on its postcode: a name after two groups that open a line or follow on a comma.
fn is_postcode(context: &Context, run: &Range<usize>) -> bool {
    let opens = token(context, Some(run.start)).is_some_and(Token::break_before)
        || token(context, before(context, run.start)).is_none_or(|t| t.is_mark(','));
    let next = run.end.checked_sub(1).and_then(|last| after(context, last));
    let people = || next.is_some_and(|at| context.is(at, WordClass::People) || context.is(at, WordClass::Nationality));
    run.len() == 2 && opens && token(context, next).is_some_and(Token::is_title_case) && !people()
}

/// Whether the number before the space is the day of a month.
fn is_date(context: &Context, first: usize) -> bool {
    before(context, first)
        .is_some_and(|at| context.is(at, WordClass::Month) && token(context, Some(at)).is_some_and(Token::is_capitalized))
}

/// Whether a dash joins two groups to two others (“10 000-15 000”).
fn is_range(context: &Context, run: &Range<usize>) -> bool {
    let dash = |at: &usize| token(context, Some(*at)).is_some_and(|t| matches!(t.mark(), Some('-' | '–')));
    let groups = |first: Option<usize>, last: Option<usize>| {
        let spaced = token(context, last).is_some_and(|t| t.space_before() && !t.break_before());
        spaced
            && first.is_some_and(|at| opens_groups(context.word(at)))
            && last.is_some_and(|at| is_group(without_decimals(context.word(at))))
    };
    let from = before(context, run.start).filter(dash).and_then(|dash| before(context, dash));
    let to = run.end.checked_sub(1).and_then(|last| after(context, last)).filter(dash).and_then(|dash| after(context, dash));
    run.len() == 2
        && (groups(from.and_then(|last| before(context, last)), from) || groups(to, to.and_then(|first| after(context, first))))
}

/// Whether more figures, hyphens or letters around make it a telephone number, an account or a formula.
fn is_row(context: &Context, run: &Range<usize>) -> bool {
    let left = token(context, before(context, run.start));
    let right = token(context, run.end.checked_sub(1).and_then(|last| after(context, last)));
    let odd =
        |t: &Token| t.kind() == TokenKind::Number || matches!(t.mark(), Some('-' | '/' | '+' | '×' | '=' | '±' | '*' | '_'));
    let range = |side: Option<&Token>| side.is_some_and(|t| matches!(t.mark(), Some('-' | '–'))) && is_range(context, run);
    left.is_some_and(|t| (odd(t) || t.is_mark(')')) && !range(left))
        || right.is_some_and(|t| odd(t) && !t.is_mark('-') && !range(right))
}

/// Whether full stops part thousands and a comma decimals (“1.234,56”).
fn is_both(figure: Figure) -> bool {
    let parts = figure.text.split_once(',').filter(|(_, decimals)| is_decimals(decimals));
    parts.is_some_and(|(whole, _)| Figure { text: whole, ..figure }.is_grouped('.'))
}

fn dotted(context: &Context, report: &mut Reporter, figure: Figure, habits: &mut Option<Habits>) {
    let tokens = figure.token..figure.token + 1;
    if !stands_free(context, tokens.clone()) || is_label(context, figure.token) || is_row(context, &tokens) {
        return;
    }
    let next = after(context, figure.token);
    let several = figure.text.matches('.').count() > 1;
    let money = token(context, before(context, figure.token)).is_some_and(|t| t.mark().is_some_and(is_currency_sign));
    let sum = money
        || is(context, next, NumberWord::Currency)
        || token(context, next).is_some_and(|t| t.mark().is_some_and(is_currency_sign));
    // Rates and shares of currencies have three decimals, and averages count people in parts (“2.340 children per woman”).
    let whole = sum && !has_market(context, figure.token) || is_counted(context, next);
    let average = is(context, next.and_then(|at| after(context, at)), NumberWord::Percent);
    let people = is(context, next, NumberWord::Person) && !average;
    let round = figure.text.ends_with("00") || people;
    if is_both(figure) || round && whole && !average || several && (whole || figure.text.ends_with("000")) {
        found(
            context,
            report,
            tokens,
            DOTTED,
            Safety::Safe,
            "has thousands parted by a full stop, which English takes for a decimal point",
        );
        return;
    }
    let habits = habits.get_or_insert_with(|| Habits::of(context));
    // Where decimals have commas, a full stop parts thousands, even before a unit.
    let shown = habits.comma_decimals > 0 && (habits.point_decimals == 0 || !is_measured(context, next));
    if shown && figure.text.ends_with("00") && is_led(context, figure.token) {
        found(context, report, tokens, DOTTED, Safety::Unsafe, "seems to have thousands parted by a full stop");
    }
}

/// Whether a word in lower case stands before or a clause begins, so that the number is an amount of prose.
fn is_led(context: &Context, number: usize) -> bool {
    token(context, before(context, number)).is_none_or(|t| t.is_mark(';') || t.is_word() && t.is_lower() && !t.is_clitic())
}

/// Reports “81, 600 people”.
fn split(context: &Context, report: &mut Reporter, figure: Figure) {
    let comma = after(context, figure.token);
    let Some(rest) = comma
        .and_then(|at| after(context, at))
        .filter(|_| token(context, comma).is_some_and(|t| t.is_mark(',') && !t.space_before()))
    else {
        return;
    };
    let group =
        token(context, Some(rest)).is_some_and(|t| t.kind() == TokenKind::Number && t.space_before() && !t.break_before());
    if !group || !is_group(context.word(rest)) || is_label(context, figure.token) || is_date(context, figure.token) {
        return;
    }
    let tokens = figure.token..rest + 1;
    let next = after(context, rest);
    let company =
        token(context, next).is_some_and(Token::is_word) || is(context, before(context, figure.token), NumberWord::AmountLead);
    let listed = !company || number_before(context, figure.token) || list_goes_on(context, rest);
    if listed
        || !stands_free(context, tokens.clone())
        || !may_be_amount(context, figure.token, is_counted(context, next))
        || opens_clause(context, figure.token)
    {
        return;
    }
    found(context, report, tokens, SPLIT, Safety::Unsafe, "has a space within a number");
}

/// Whether another number stands before this one, with a comma or “and” between them or without.
fn number_before(context: &Context, number: usize) -> bool {
    let left = before(context, number);
    let joins = token(context, left).is_some_and(|t| t.is_mark(',')) || is(context, left, NumberWord::ListJoiner);
    let beyond = if joins { left.and_then(|at| before(context, at)) } else { left };
    token(context, beyond).is_some_and(|t| t.has_digit())
}

/// Whether a list goes on: a comma or “and” and a number.
fn list_goes_on(context: &Context, last: usize) -> bool {
    let joiner = after(context, last);
    let joins = token(context, joiner).is_some_and(|t| t.is_mark(',')) || is(context, joiner, NumberWord::ListJoiner);
    joins && token(context, joiner.and_then(|at| after(context, at))).is_some_and(|t| t.has_digit())
}

/// Whether what stands before can lead to an amount: a word in lower case; before what is counted, the first word of a sentence
/// or a comma as well.
fn may_be_amount(context: &Context, number: usize, counted: bool) -> bool {
    let left = before(context, number);
    let opens = left.and_then(|at| before(context, at)).is_none();
    let word = |t: &Token| t.is_word() && !t.is_clitic() && (t.is_lower() || counted && opens);
    // “At 21, 150 pounds” has a comma between two phrases.
    let circumstance = is(context, left, NumberWord::Circumstance);
    !circumstance && token(context, left).is_some_and(|t| word(t) || counted && t.is_mark(','))
}

/// Longest phrase that a comma may close after the opening of a sentence, in tokens.
const LONGEST_PHRASE: usize = 7;

/// Whether the comma may close a phrase that opens the sentence (“In group 18, 300 people fell ill”): a preposition opens the
/// sentence and the number is the last word of its phrase.
fn opens_clause(context: &Context, number: usize) -> bool {
    let Some(sentence) = context.document.sentences().get(context.document.sentence_of(number)) else { return true };
    let first = sentence.tokens().start;
    let led = context.is(first, WordClass::Preposition) && number < first + LONGEST_PHRASE;
    let verb = (first..number).any(|at| context.is(at, WordClass::FiniteVerb) || is_past(context, at));
    let closed = token(context, before(context, number)).is_some_and(|t| t.is_mark(','));
    led && !verb && !closed && !is(context, before(context, number), NumberWord::Year)
}

/// Whether a word has the ending of a past tense.
fn is_past(context: &Context, at: usize) -> bool {
    let word = context.word(at);
    context.knowledge.doubled.ends(word, Doubling::Inflected) && word.ends_with('d')
}
