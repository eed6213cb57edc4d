//! Months and days of the week in lower case: “11 february”, “on thursday”.
//!
//! In: words in lower case, the classes of months and days. Out: a finding on each that is no common word, with its capital.
//! Must not know: abbreviations of three letters, which are common words.

use std::ops::Range;

use super::figure::{Figure, after, before, is, is_measured, is_year, token};
use crate::document::{Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::target::english::NumberWord;
use crate::knowledge::{WordClass, WordId, capitalized};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const NAME: &str = "name";

static META: Meta = Meta {
    id: "numbers/month-case",
    summary: "a month or a day of the week in lower case",
    why: "in English months and days of the week have a capital, unlike in most languages of Europe",
    category: "linguistic-conventions/capitalization",
    severity: Severity::Minor,
    classes: &[Class {
        id: NAME,
        what: "a month or a day; one that is a common word as well only in a date",
        by_definition: None,
    }],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/month-case`
#[derive(Debug)]
pub(super) struct MonthCase;

impl Rule for MonthCase {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for (at, &id) in context.facts.words().iter().enumerate() {
            if id == WordId::NONE {
                continue;
            }
            let date = is(context, Some(at), NumberWord::CommonMonth);
            let name = || context.is(at, WordClass::Month) || is(context, Some(at), NumberWord::Weekday);
            let Some(word) = token(context, Some(at)).filter(|t| t.is_lower() && (date || name())) else { continue };
            if (!date || is_date(context, at)) && is_prose(context, at) && !is_value(context, at) {
                found(context, report, word);
            }
        }
    }
}

fn found(context: &Context, report: &mut Reporter, word: &Token) {
    let seen = context.slice(word.span());
    let right = capitalized(seen);
    let message = format!("“{seen}” is a name of the calendar, which English capitalises. Write “{right}”.");
    report.at(word.span(), NAME, message).fix(format!("Write “{right}”"), Safety::Safe, &[(word.span(), &right)]).done();
}

/// Whether a month that is a common word stands in a date: a preposition and a day before it, or a preposition before it
/// and a year after it.
fn is_date(context: &Context, at: usize) -> bool {
    let left = before(context, at);
    let next = after(context, at);
    let preposition = |at: Option<usize>| is(context, at, NumberWord::DatePreposition);
    let number = |at: Option<usize>| at.and_then(|at| Figure::at(context, at)).and_then(Figure::plain);
    let year = number(next).is_some_and(is_year);
    let day = number(left).is_some_and(|day| (1..=31).contains(&day));
    let next_word = |class: WordClass| next.is_some_and(|at| context.is(at, class));
    let ends = token(context, next).is_none_or(|t| t.kind() == TokenKind::Mark && !t.is_mark('-'))
        || [WordClass::Article, WordClass::Pronoun, WordClass::Possessive].into_iter().any(next_word);
    let weekday = |at: Option<usize>| {
        token(context, at).is_some_and(|t| t.is_mark(','))
            && is(context, at.and_then(|at| before(context, at)), NumberWord::Weekday)
    };
    let day_before = left.and_then(|at| before(context, at));
    // “on march 5”, “on Tuesday, march 5”
    let day_after = || {
        number(next).is_some_and(|day| (1..=31).contains(&day)) && !is_measured(context, next.and_then(|at| after(context, at)))
    };
    // “the month of may”
    if left.is_some_and(|at| context.is(at, WordClass::Genitive)) && is(context, day_before, NumberWord::MonthWord) {
        return true;
    }
    let dated = is(context, left, NumberWord::DayPreposition) || weekday(left);
    day && (preposition(day_before) || weekday(day_before)) && (year || ends)
        || year && (day || preposition(left))
        || dated && day_after()
}

/// Whether the word is a value or a word spoken of, not a part of a sentence: alone in quotation marks, or beside a sign of code
/// (`day = friday`).
fn is_value(context: &Context, at: usize) -> bool {
    let left = token(context, before(context, at));
    let right = token(context, after(context, at));
    let alone = left.is_some_and(Token::opens_quotation) && right.is_some_and(Token::closes_quotation);
    let sign = |t: &Token| matches!(t.mark(), Some('=' | '|' | '<' | '>' | '{' | '}'));
    alone || left.is_some_and(sign) || right.is_some_and(sign)
}

/// Whether the word stands in English prose: not in an address or a name of a file, not in lines that have no capital at
/// all, and among English words.
fn is_prose(context: &Context, at: usize) -> bool {
    let Some(word) = context.tokens().get(at) else { return false };
    let joined = |t: &Token| {
        !matches!(
            t.mark(),
            None | Some(
                '-' | '('
                    | ')'
                    | ','
                    | '.'
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | '"'
                    | '\''
                    | '“'
                    | '‘'
                    | '”'
                    | '’'
                    | '—'
                    | '–'
                    | '['
                    | ']'
                    | '%'
                    | '…'
            )
        )
    };
    let left = token(context, before(context, at)).is_some_and(|t| !word.space_before() && (joined(t) || t.is_mark('.')));
    let right =
        token(context, after(context, at)).is_some_and(|t| !t.space_before() && (joined(t) || t.is_wordlike() && !t.is_clitic()));
    let Some(block) = context.document.blocks().get(context.document.block_of(at)) else { return false };
    !left && !right && !context.is_verbatim(word.span()) && has_capital(context, block.tokens()) && among_english(context, at)
}

/// How far capitals and English words are looked for, in tokens.
const WINDOW: usize = 60;

/// Whether a block has a capital, the names of speakers at the beginning of a line aside.
fn has_capital(context: &Context, block: Range<usize>) -> bool {
    let first = block.start;
    let speaker = |at: usize, word: &Token| {
        (at == first || word.break_before()) && token(context, after(context, at)).is_some_and(|next| next.is_mark(':'))
    };
    let tokens = context.tokens().get(block).unwrap_or_default().iter().take(WINDOW).enumerate();
    tokens.into_iter().any(|(at, word)| word.has_capital() && !is_pronoun_i(context, word) && !speaker(first + at, word))
}

/// “I”, which is a capital in posts that have no other.
fn is_pronoun_i(context: &Context, word: &Token) -> bool {
    context.slice(word.span()).starts_with('I') && word.span().len() == 1
}

/// Whether the nearest words in lower case, four at most, are English: other languages write months and days small.
fn among_english(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let near = (at.saturating_sub(4)..at).chain(at + 1..(at + 5).min(tokens.len()));
    let block = context.document.block_of(at);
    let words = near.filter(|&i| {
        context.document.block_of(i) == block && tokens.get(i).is_some_and(|t| t.is_word() && t.is_lower() && !t.is_clitic())
    });
    let (mut known, mut unknown) = (0, 0);
    for i in words {
        let word = context.word(i);
        if context.is(i, WordClass::Function) || context.knowledge.lexicon.is_word(word) { known += 1 } else { unknown += 1 }
    }
    known >= unknown
}
