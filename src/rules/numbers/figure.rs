//! How a written number is read: its digits and separators, and what stands before and after it.
//!
//! In: the tokens of a document, the table of words beside numbers. Out: [`Figure`]s, their neighbours, and the [`Habits`]
//! that the numbers of one document show.
//! Must not know: any rule; what is wrong.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::{RegionKind, Token, TokenKind};
use crate::knowledge::WordClass;
use crate::knowledge::target::english::{NumberWord, Rendering};
use crate::rules::Context;

/// One token of digits and separators.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure<'a> {
    /// The index of the token.
    pub token: usize,
    /// As it is written.
    pub text: &'a str,
}

impl<'a> Figure<'a> {
    /// The number at a token, outside addresses and code.
    pub fn at(context: &Context<'a>, token: usize) -> Option<Self> {
        let found = context.tokens().get(token).filter(|t| t.kind() == TokenKind::Number)?;
        let text = context.slice(found.span());
        (text.bytes().all(|b| b.is_ascii_digit() || is_separator(b)) && !context.is_verbatim(found.span()))
            .then_some(Self { token, text })
    }

    /// All numbers of a document.
    pub fn all<'c>(context: &'c Context<'a>) -> impl Iterator<Item = Self> + use<'a, 'c> {
        context.document.numbers().filter_map(|token| Self::at(context, token))
    }

    /// Its value where it has no separators; at most twelve digits.
    pub fn plain(self) -> Option<u64> {
        let digits = self.text.len() <= 12 && self.text.bytes().all(|b| b.is_ascii_digit());
        if digits { self.text.parse().ok() } else { None }
    }

    /// What stands before and after its only separator, which is this one.
    pub fn parted(self, separator: char) -> Option<(&'a str, &'a str)> {
        let (whole, rest) = self.text.split_once(separator)?;
        rest.bytes().all(|b| b.is_ascii_digit()).then_some(())?;
        whole.bytes().all(|b| b.is_ascii_digit()).then_some((whole, rest))
    }

    /// Whether this separator parts it into groups as thousands are: one to three digits, then three each.
    pub fn is_grouped(self, separator: char) -> bool {
        let mut groups = self.text.split(separator);
        groups.next().is_some_and(opens_groups) && self.text.contains(separator) && groups.all(is_group)
    }
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b'.' | b',' | b':')
}

/// Whether digits can be the first of several groups: one to three, no zero in front.
pub(super) fn opens_groups(digits: &str) -> bool {
    (1..=3).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether digits are a group of three.
pub(super) fn is_group(digits: &str) -> bool {
    digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a number can be a year of which news and histories speak.
pub(super) fn is_year(number: u64) -> bool {
    (1500..2100).contains(&number)
}

/// The token before one, in its block.
pub(super) fn before(context: &Context, token: usize) -> Option<usize> {
    let block = context.document.blocks().get(context.document.block_of(token))?;
    token.checked_sub(1).filter(|at| block.tokens().contains(at))
}

/// The token after one, in its block.
pub(super) fn after(context: &Context, token: usize) -> Option<usize> {
    let block = context.document.blocks().get(context.document.block_of(token))?;
    Some(token + 1).filter(|at| block.tokens().contains(at))
}

/// The token at an index.
pub(super) fn token<'a>(context: &Context<'a>, at: Option<usize>) -> Option<&'a Token> {
    context.tokens().get(at?)
}

/// Whether a token is a word of a kind; what is no token is none.
pub(super) fn is(context: &Context, token: Option<usize>, kind: NumberWord) -> bool {
    token.and_then(|at| context.facts.words().get(at)).is_some_and(|&word| context.knowledge.numbers.is(word, kind))
}

/// How a token is written in English, the British spelling first; empty where it is no word of the kind.
pub(super) fn renderings<'a>(context: &Context<'a>, token: Option<usize>, kind: Rendering) -> &'a [&'static str] {
    let word = token.and_then(|at| context.facts.words().get(at)).copied().unwrap_or_default();
    context.knowledge.numbers.renderings(kind, word)
}

/// Whether a token is this mark, close to the token before it.
pub(super) fn is_close_mark(context: &Context, at: Option<usize>, mark: char) -> bool {
    token(context, at).is_some_and(|t| t.is_mark(mark) && !t.space_before())
}

/// A word in the place of an abbreviation and its full stop, with a space where the next word stands close to them (“mln.euros”).
pub(super) fn spaced<'w>(context: &Context, next: usize, word: &'w str) -> Cow<'w, str> {
    let next = next.checked_sub(1).and_then(|last| after(context, last));
    let close = token(context, next).is_some_and(|t| t.is_wordlike() && !t.is_clitic() && !t.space_before());
    if close { Cow::Owned(format!("{word} ")) } else { Cow::Borrowed(word) }
}

/// Signs of currencies.
pub(super) fn is_currency_sign(mark: char) -> bool {
    matches!(mark, '$' | '€' | '£' | '¥' | '₽' | '₴' | '₹' | '₺' | '₸')
}

/// Whether nothing is joined to some tokens that makes them part of a code, a range, a score or a compound: white space,
/// brackets, quotation marks and pausing marks may touch them, and so may the signs of a currency and of per cent.
pub(super) fn stands_free(context: &Context, tokens: Range<usize>) -> bool {
    let Some(first) = context.tokens().get(tokens.start) else { return false };
    let open = |t: &Token| t.opens_quotation() || t.mark().is_some_and(|m| is_currency_sign(m) || matches!(m, '(' | '[' | '—'));
    let left = before(context, tokens.start);
    let free = first.space_before() || token(context, left).is_none_or(open);
    let right = token(context, tokens.end.checked_sub(1).and_then(|last| after(context, last)));
    let closes = |t: &Token| {
        let pause = |m| is_currency_sign(m) || matches!(m, ')' | ']' | ',' | '.' | ';' | ':' | '?' | '!' | '%' | '‰' | '—' | '…');
        t.closes_quotation() || t.mark().is_some_and(pause)
    };
    free && right.is_none_or(|t| t.space_before() || closes(t))
}

/// Whether the number is a label: “room 12”, “No. 5”, “version 2”, a telephone number.
pub(super) fn is_label(context: &Context, number: usize) -> bool {
    let mut left = before(context, number);
    let sentence = context.document.sentence_of(number);
    // “no.” may have been taken for the end of a sentence.
    if token(context, left).is_some_and(|t| t.is_mark('.'))
        && is(context, left.and_then(|at| before(context, at)), NumberWord::LabelStop)
    {
        return true;
    }
    // The stop of an abbreviation, a colon or a bracket may stand between the word and its number.
    while left.is_some_and(|at| context.document.sentence_of(at) == sentence)
        && token(context, left).is_some_and(|t| t.is_mark('.') || t.is_mark(':') || t.is_mark('('))
    {
        left = left.and_then(|at| before(context, at));
    }
    left.is_some_and(|at| context.document.sentence_of(at) == sentence) && is(context, left, NumberWord::Numbered)
        || token(context, left).is_some_and(|t| matches!(t.mark(), Some('№' | '#' | '+' | '§' | '=')))
}

/// Whether the number belongs to a row of numbers (“2,3 and 4”): another one stands before or after it with no more
/// between them than a comma or a joining word.
pub(super) fn is_listed(context: &Context, number: usize) -> bool {
    let step = |next: fn(&Context, usize) -> Option<usize>| {
        let joiner = next(context, number);
        let joins = token(context, joiner).is_some_and(|t| t.is_mark(',') || t.is_mark(';') || t.is_mark('&'))
            || is(context, joiner, NumberWord::ListJoiner);
        let beyond = if joins { joiner.and_then(|at| next(context, at)) } else { joiner };
        token(context, beyond).is_some_and(|t| t.kind() == TokenKind::Number)
    };
    step(before) || step(after)
}

/// Whether a token says what a number measures: per cent, a unit, a currency or a power of ten.
pub(super) fn is_measured(context: &Context, next: Option<usize>) -> bool {
    let sign =
        token(context, next).is_some_and(|t| t.mark().is_some_and(|m| is_currency_sign(m) || matches!(m, '%' | '‰' | '°' | '℃')));
    sign || [NumberWord::Percent, NumberWord::Unit, NumberWord::Symbol, NumberWord::Scale, NumberWord::Currency]
        .into_iter()
        .any(|kind| is(context, next, kind))
        && !is_name(context, next)
        || !renderings(context, next, Rendering::Scale).is_empty()
}

/// Whether a word of a table is written as a name is: one with a capital that is no symbol or code.
fn is_name(context: &Context, word: Option<usize>) -> bool {
    token(context, word).is_some_and(|t| t.is_title_case() && t.span().len() > 2)
}

/// Whether what follows is something that is counted and comes only whole: people, or a plural that is no unit.
pub(super) fn is_counted(context: &Context, next: Option<usize>) -> bool {
    let Some(word) = token(context, next).filter(|t| t.is_word() && t.is_lower() && !t.is_clitic()) else { return false };
    if is(context, next, NumberWord::Person) {
        return true;
    }
    let text = context.slice(word.span());
    let plural = text.len() > 3 && text.ends_with('s') && !text.ends_with("ss");
    plural && !is_measured(context, next) && !next.is_some_and(|at| context.is(at, WordClass::Function))
}

/// What the numbers of a document show of its habits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Habits {
    /// Numbers such as 10,000.
    pub comma_thousands: usize,
    /// Numbers such as 4,5 before a unit.
    pub comma_decimals: usize,
    /// Numbers such as 4.5 before a unit.
    pub point_decimals: usize,
    /// Numbers before the symbol of a unit.
    pub symbols: usize,
}

impl Habits {
    /// Reads all numbers of a document.
    pub fn of(context: &Context) -> Self {
        let mut habits = Self::default();
        for figure in Figure::all(context) {
            let next = after(context, figure.token);
            habits.comma_thousands += usize::from(figure.is_grouped(','));
            habits.symbols += usize::from(is(context, next, NumberWord::Symbol));
            if is_measured(context, next) {
                habits.comma_decimals += usize::from(figure.parted(',').is_some_and(|(_, rest)| rest.len() < 3));
                let point = figure.parted('.');
                habits.point_decimals += usize::from(point.is_some_and(|(_, rest)| rest.len() < 3));
            }
        }
        habits
    }
}

/// Whether a token is among somebody's words.
pub(super) fn is_quoted(context: &Context, token: usize) -> bool {
    context.tokens().get(token).is_some_and(|t| context.document.inside(t.span(), RegionKind::Quotation))
}

/// Longest stretch of a sentence that is looked at, in tokens.
const SENTENCE: usize = 80;

/// Whether the sentence of a token speaks of prices or rates.
pub(super) fn has_market(context: &Context, at: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(at));
    sentence.is_some_and(|s| s.tokens().take(SENTENCE).any(|at| is(context, Some(at), NumberWord::Market)))
}
