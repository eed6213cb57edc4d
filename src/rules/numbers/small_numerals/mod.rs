//! Small numbers in figures and greater ones in words, where the house says up to which number words are written.
//!
//! In: numbers in figures and in words, what stands around them, the limit of the house. Out: a finding on each that is written
//! the other way before something that is counted in running prose.
//! Must not know: how a house counts that says nothing; measures, times, ages, money and scores, which have rules of their own
//! everywhere.

use super::figure::{Figure, after, before, is, is_counted, is_label, is_listed, is_measured, is_year, stands_free, token};
use crate::document::{BlockKind, RegionKind, Span, Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::{Doubling, NumberWord};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const FIGURE: &str = "figure";
const WORD: &str = "word";
const HOUSE: Option<&str> = Some("the house says up to which number words are written");

static META: Meta = Meta {
    id: "numbers/small-numerals",
    summary: "a small number in figures, or a greater one in words, against the house",
    why: "numbers that change between words and figures look as if several hands had set them",
    category: "style/organizational-style",
    severity: Severity::Minor,
    classes: &[
        Class { id: FIGURE, what: "figures for a number that the house writes in words", by_definition: HOUSE },
        Class { id: WORD, what: "words for a number that the house writes in figures", by_definition: HOUSE },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/small-numerals`
#[derive(Debug)]
pub(super) struct SmallNumerals;

impl Rule for SmallNumerals {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let Some(limit) = context.house.style().numerals.map(|numerals| numerals.limit()) else { return };
        let Some(last) = context.knowledge.numbers.small_word(limit) else { return };
        Figure::all(context).for_each(|figure| in_figures(context, report, figure, limit, last));
        for at in 0..context.tokens().len() {
            if let Some(written) = Written::at(context, at).filter(|written| written.value > limit) {
                in_words(context, report, written, last);
            }
        }
    }
}

/// Reports “sent 3 ambulances”.
fn in_figures(context: &Context, report: &mut Reporter, figure: Figure, limit: u64, last: &str) {
    let at = figure.token;
    let Some(value) = figure.plain().filter(|value| (1..=limit).contains(value) && !figure.text.starts_with('0')) else { return };
    let (Some(word), Some(number)) = (context.knowledge.numbers.small_word(value), context.tokens().get(at)) else { return };
    let alone = stands_free(context, at..at + 1) && !is_label(context, at) && !is_listed(context, at);
    if alone && is_prose(context, at) && is_led(context, at) && counts(context, at) && !has_company(context, at) {
        let message = format!("“{}” in figures; the house writes numbers up to {last} in words. Write “{word}”.", figure.text);
        found(report, number.span(), FIGURE, message, word);
    }
}

/// Reports “fifteen trucks”.
fn in_words(context: &Context, report: &mut Reporter, written: Written, last: &str) {
    let (start, end) = (written.first, written.last);
    let Some(span) = context.document.span_of(start..end + 1) else { return };
    let joined = token(context, before(context, start)).is_some_and(|t| t.is_mark('-'));
    if !joined && is_prose(context, start) && is_led(context, start) && counts(context, end) && !is_guess(context, start) {
        let seen = context.slice(span);
        let right = written.value.to_string();
        let message = format!("“{seen}” in words; the house writes numbers above {last} in figures. Write “{right}”.");
        found(report, span, WORD, message, &right);
    }
}

fn found(report: &mut Reporter, span: Span, class: &'static str, message: String, right: &str) {
    report
        .at(span, class, message)
        .group(format!("{}:{class}", META.id))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, right)])
        .done();
}

/// A number in words: “fifteen”, “twenty-three”.
struct Written {
    first: usize,
    last: usize,
    value: u64,
}

impl Written {
    fn at(context: &Context, first: usize) -> Option<Self> {
        let value = context.tokens().get(first).filter(|t| t.is_lower()).and_then(|_| value_of(context, first))?;
        let close = |at: usize| context.tokens().get(at).is_some_and(|t| !t.space_before());
        let hyphen = close(first + 1) && context.tokens().get(first + 1).is_some_and(|t| t.is_mark('-'));
        if !hyphen {
            return Some(Self { first, last: first, value });
        }
        // A hyphen joins tens and ones, or makes an adjective (“fifteen-year”).
        let ones = value_of(context, first + 2).filter(|ones| close(first + 2) && *ones < 10)?;
        let tens = value >= 20 && value.is_multiple_of(10);
        tens.then_some(Self { first, last: first + 2, value: value + ones })
    }
}

/// The value of one number word.
fn value_of(context: &Context, at: usize) -> Option<u64> {
    context.knowledge.numbers.small_value(*context.facts.words().get(at)?)
}

/// Whether a token stands in a sentence of running prose and does not open it: lists, headings and verses count otherwise.
fn is_prose(context: &Context, at: usize) -> bool {
    let Some(number) = context.tokens().get(at) else { return false };
    let block = context.document.blocks().get(context.document.block_of(at));
    let sentence = context.document.sentences().get(context.document.sentence_of(at));
    let opens = sentence
        .and_then(|sentence| context.tokens().get(sentence.tokens().start..at))
        .is_none_or(|before| before.iter().all(|t| t.mark().is_some()));
    !opens
        && block.is_some_and(|block| block.kind() == BlockKind::Paragraph)
        && !context.document.inside(number.span(), RegionKind::Heading)
        && !context.is_verbatim(number.span())
}

/// What may lead to a count: verbs, prepositions, articles, adverbs of amount.
const LEADS: [WordClass; 7] = [
    WordClass::Auxiliary,
    WordClass::FiniteVerb,
    WordClass::Function,
    WordClass::IrregularPast,
    WordClass::Limiting,
    WordClass::Possessive,
    WordClass::Speech,
];

/// Whether what stands before a number leads to a count; after any other word it may be a label (“type 2 cables”, “Apollo 8
/// crews”).
fn is_led(context: &Context, number: usize) -> bool {
    let Some(left) = before(context, number) else { return false };
    let Some(word) = context.tokens().get(left) else { return false };
    if word.is_mark(',') {
        return true;
    }
    let class = LEADS.into_iter().any(|class| context.is(left, class));
    let lead = [NumberWord::AmountLead, NumberWord::CountLead].into_iter().any(|kind| is(context, Some(left), kind));
    let past = word.is_lower()
        && context.word(left).ends_with('d')
        && context.knowledge.doubled.ends(context.word(left), Doubling::Inflected);
    // “the Group of 7 leaders”: the number belongs to a name.
    let named = context.is(left, WordClass::Genitive) && token(context, before(context, left)).is_some_and(Token::is_capitalized);
    word.is_word() && (class || lead || past) && !named && !is(context, Some(left), NumberWord::At)
}

/// Most words between a number and the noun that it counts.
const ADJECTIVES: usize = 2;

/// Whether something is counted that has no rules of its own: a plain plural follows, with adjectives at most between.
fn counts(context: &Context, number: usize) -> bool {
    let mut at = Some(number);
    for _ in 0..=ADJECTIVES {
        at = at.and_then(|at| after(context, at));
        let plain = |t: &Token| t.is_word() && t.is_lower() && t.space_before() && !t.is_clitic();
        let own = [NumberWord::Hour, NumberWord::Market, NumberWord::Minute].into_iter().any(|kind| is(context, at, kind));
        let (Some(word), true) = (at, token(context, at).is_some_and(plain)) else { return false };
        if own || is_measured(context, at) || context.is(word, WordClass::Function) {
            return false;
        }
        if is_counted(context, at) {
            return !is_age(context, word);
        }
    }
    false
}

/// Whether the words after a noun make an age of it: “5 years old”, “5 years of age”.
fn is_age(context: &Context, noun: usize) -> bool {
    let next = after(context, noun);
    let beyond = next.and_then(|at| after(context, at));
    next.is_some_and(|at| {
        context.is(at, WordClass::Limiting) || context.is(at, WordClass::Genitive) && is(context, beyond, NumberWord::Numbered)
    })
}

/// Farthest other number of a sentence, in tokens.
const COMPANY: usize = 40;

/// Whether the sentence has another number in figures that is no date: what is listed together is written alike.
fn has_company(context: &Context, number: usize) -> bool {
    let Some(sentence) = context.document.sentences().get(context.document.sentence_of(number)) else { return false };
    let near = number.saturating_sub(COMPANY).max(sentence.tokens().start)..(number + COMPANY).min(sentence.tokens().end);
    let is_month = |at: Option<usize>| at.is_some_and(|at| context.is(at, WordClass::Month));
    let dated = |at: usize| {
        let year = Figure::at(context, at).and_then(Figure::plain).is_some_and(is_year);
        year || is_month(before(context, at)) || is_month(after(context, at))
    };
    let mut others = near.filter(|&at| at != number && context.tokens().get(at).is_some_and(|t| t.kind() == TokenKind::Number));
    others.any(|at| !dated(at))
}

/// Whether a number word is the second of two between which somebody guesses (“ten or fifteen”), or ends a greater one.
fn is_guess(context: &Context, first: usize) -> bool {
    let left = before(context, first);
    let beyond = if is(context, left, NumberWord::ListJoiner) { left.and_then(|at| before(context, at)) } else { left };
    beyond.is_some_and(|at| value_of(context, at).is_some() || token(context, Some(at)).is_some_and(Token::has_digit))
        || is(context, beyond, NumberWord::Scale)
        || is(context, left, NumberWord::Indefinite)
}
