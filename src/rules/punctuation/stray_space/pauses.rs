//! A space before a comma, stop, colon, semicolon, question or exclamation mark.

use super::{GROUP, attribution, gap, removal};
use std::ops::Range;

use crate::document::{QuoteStyle, Token};
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Context, Reporter};

/// Fewest spaced marks of one kind that can be a habit of the whole document.
const HABIT: usize = 3;
/// Words before a mark that tell its language.
const FOREIGN_WINDOW: usize = 6;

/// Which tall marks the document sets after a space as a rule, as French does and as old printers did.
#[derive(Default)]
pub(super) struct Convention(Vec<(char, bool)>);

impl Convention {
    /// Counted once for each mark, when the first such space is met.
    fn holds(&mut self, context: &Context, mark: char) -> bool {
        if let Some((_, known)) = self.0.iter().find(|(of, _)| *of == mark) {
            return *known;
        }
        let (mut all, mut spaced) = (0, 0);
        for token in context.tokens().iter().filter(|t| t.is_mark(mark)) {
            all += 1;
            spaced += usize::from(token.space_before() && !token.break_before());
        }
        let habit = spaced >= HABIT && spaced * 2 > all;
        self.0.push((mark, habit));
        habit
    }
}

fn is_tall(mark: char) -> bool {
    matches!(mark, ';' | ':' | '?' | '!')
}

/// Reports the mark at `at` if a stray space stands before it.
pub(super) fn check(
    context: &Context,
    report: &mut Reporter,
    convention: &mut Convention,
    block: Range<usize>,
    at: usize,
    mark: char,
) {
    let tokens = &context.tokens()[..block.end];
    let Some(before) = at.checked_sub(1).filter(|&i| i >= block.start).map(|i| &tokens[i]) else { return };
    if !ends_words(before) {
        return;
    }
    let Some(gap) = gap(context, before, &tokens[at]) else { return };
    let next = tokens.get(at + 1);
    let joined = next.filter(|t| !t.space_before());
    let word = context.slice(before.span());
    // A comma between speech and the dash before its speaker is the matter of another rule.
    if mark == ',' && before.closes_quotation() && sets_off_speech(context, at, block.end) {
        return;
    }
    if joined.is_some() && stands_before_next(context, at, mark) {
        let span = gap.cover(tokens[at].span());
        report
            .at(span, "before-mark", format!("The space after “{word}” stands before the “{mark}”. Move it behind the mark."))
            .group(GROUP)
            .fix("Move the space behind the mark", Safety::Safe, &[(span, &format!("{mark} "))])
            .done();
        return;
    }
    if is_stray(context, at, mark, next, joined)
        && !(is_tall(mark) && (convention.holds(context, mark) || foreign(context, &block, at)))
    {
        removal(report, gap, "before-mark", word, context.slice(tokens[at].span()));
    }
}

/// Whether a dash stands behind a mark, and behind the dash who speaks.
fn sets_off_speech(context: &Context, at: usize, end: usize) -> bool {
    let dash = context.tokens().get(at + 1).is_some_and(|t| matches!(t.mark(), Some('–' | '—' | '―' | '-')) && t.space_before());
    dash && attribution::verb(context, at + 2, end).is_some()
}

/// Whether a mark clings to the next word, which goes on with the sentence or begins one, or to a quotation that opens:
/// its space stands on the wrong side.
fn stands_before_next(context: &Context, at: usize, mark: char) -> bool {
    let next = at + 1;
    let Some(token) = context.tokens().get(next) else { return false };
    let after_word = at.checked_sub(1).and_then(|i| context.tokens().get(i)).is_some_and(|t| t.is_word() || mark != ',');
    let begins = || context.is(next, WordClass::Starter) || context.is(next, WordClass::Pronoun);
    let opens = || !context.document.quotations().opened_in(next..next + 1).is_empty();
    match mark {
        ',' => after_word && (token.is_word() || opens()),
        ';' => token.is_word() && token.is_lower() && context.is(next, WordClass::Function),
        '.' | '?' | '!' => token.is_word() && token.is_title_case() && begins() || opens(),
        _ => false,
    }
}

/// Whether a pausing mark can follow on this token: a word, a number, a link, or a mark that closes.
fn ends_words(token: &Token) -> bool {
    match token.mark() {
        None => true,
        Some(')' | ']' | '”' | '’' | '»' | '`') => true,
        Some('"' | '%' | '°') => !token.space_before(),
        _ => false,
    }
}

/// Whether a spaced mark is a slip, by what follows on it.
fn is_stray(context: &Context, at: usize, mark: char, next: Option<&Token>, joined: Option<&Token>) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| context.tokens().get(i)) else { return false };
    let closes = |t: &Token| t.closes_quotation() || matches!(t.mark(), Some(')' | ']'));
    let lower = next.is_some_and(|t| t.space_before() && !t.break_before() && t.is_lower());
    // A year is no half of a decimal.
    let year = context.slice(before.span()).len() == 4 && context.slice(before.span()).bytes().all(|b| b.is_ascii_digit());
    let numbers = before.is_wordlike()
        && !before.is_word()
        && !(year && mark == ',')
        && next.is_some_and(|t| t.is_wordlike() && !t.is_word());
    // "& ndash ;" is one sign.
    let entity = at.checked_sub(2).and_then(|i| context.tokens().get(i)).is_some_and(|t| t.is_mark('&'));
    let bracket = joined.is_some_and(|t| t.is_mark(')') || t.is_mark(']'));
    match mark {
        // ".5", ".NET", ". . .", "press . to go on".
        '.' => joined.is_none_or(closes) && !next.is_some_and(|t| t.is_mark('.')) && !lower,
        ',' => {
            joined.is_none_or(closes) && !numbers && !next.is_some_and(|t| t.mark().is_some_and(|m| matches!(m, ',' | '.' | ';')))
        }
        // ":)", ";-)", "3 : 1", "f : A".
        ':' => joined.is_none() && !numbers && !next.is_some_and(|t| t.is_mark(':')) && !is_symbol(context, before),
        ';' => joined.is_none_or(closes) && !bracket && !entity,
        // "?!" is one mark; "press ! to shout", "Nxe4 ?".
        _ => {
            let chess = before.is_word() && before.has_digit();
            let ends = joined.is_none_or(|t| closes(t) || t.mark().is_some_and(|m| matches!(m, '?' | '!')));
            ends && !lower && !chess && !is_lost(context, at)
        }
    }
}

/// Whether a mark is one of three or more in a row: question marks in place of the letters of a word that was lost.
fn is_lost(context: &Context, at: usize) -> bool {
    const LETTERS: usize = 3;
    let run = context.tokens().get(at..).unwrap_or_default().iter().take(LETTERS);
    run.enumerate().filter(|(i, t)| t.is_mark('?') && (*i == 0 || !t.space_before())).count() == LETTERS
}

/// A single letter, as in formulas.
fn is_symbol(context: &Context, token: &Token) -> bool {
    token.is_word() && context.slice(token.span()).chars().count() == 1
}

/// Whether the mark ends words of another language: within guillemets, or most words before it are in no English list.
fn foreign(context: &Context, block: &Range<usize>, at: usize) -> bool {
    let mark = context.tokens()[at].span();
    let quoted = context.document.quotations().opened_in(block.clone());
    if quoted.iter().any(|q| q.style == QuoteStyle::Guillemets && q.span.contains(mark)) {
        return true;
    }
    let from = at.saturating_sub(FOREIGN_WINDOW).max(block.start);
    let lower = context.tokens()[from..at].iter().filter(|t| t.is_lower());
    let (mut all, mut unknown) = (0, 0);
    for token in lower {
        all += 1;
        unknown += usize::from(!context.knowledge.lexicon.is_word(&context.slice(token.span()).replace('’', "'")));
    }
    unknown * 2 >= all && unknown > 0
}
