//! Sentences: where a full stop ends one, and where it does not.

use std::ops::Range;

use super::token::Token;
use super::{Abbreviation, Conventions, Text};

/// A run of tokens within one block.
#[derive(Clone, Debug)]
pub struct Sentence {
    tokens: Range<usize>,
    block: usize,
}

impl Sentence {
    /// Indices of its tokens in the document.
    pub fn tokens(&self) -> Range<usize> {
        self.tokens.clone()
    }

    /// The index of its block.
    pub fn block(&self) -> usize {
        self.block
    }
}

/// Appends the sentences of one block.
pub(super) fn split(
    text: &Text,
    tokens: &[Token],
    range: Range<usize>,
    block: usize,
    conventions: &Conventions,
    out: &mut Vec<Sentence>,
) {
    let look = Look { text, tokens: &tokens[..range.end], first: range.start, conventions };
    let mut start = range.start;
    let mut at = range.start;
    let mut run = Run::default();
    while at < range.end {
        let Some(after) = look.end_after(at, &mut run) else {
            at += 1;
            continue;
        };
        out.push(Sentence { tokens: start..after, block });
        start = after;
        at = after;
    }
    if start < range.end {
        out.push(Sentence { tokens: start..range.end, block });
    }
}

/// What follows on a run of terminal marks; the same for each of them, and found once.
#[derive(Default)]
struct Run {
    /// The index after the marks that still belong to the sentence.
    end: usize,
    /// The first word or number after them.
    word: Option<usize>,
}

struct Look<'a> {
    text: &'a Text,
    tokens: &'a [Token],
    first: usize,
    conventions: &'a Conventions,
}

impl Look<'_> {
    /// If the token ends a sentence: the index after all that still belongs to it.
    fn end_after(&self, at: usize, run: &mut Run) -> Option<usize> {
        let token = &self.tokens[at];
        let stop = match token.mark() {
            Some(mark) if is_terminal(mark) => true,
            None if token.is_dotted() => false,
            _ => return None,
        };
        if run.end <= at {
            let end = self.run_end(at + 1);
            *run = Run { end, word: self.first_word(end) };
        }
        let next = run.end;
        let Some(following) = self.tokens.get(next) else { return Some(next) };
        let closed = next > at + 1;
        if !(following.space_before() || closed && opens(following)) {
            return None;
        }
        let word = &self.tokens[run.word?];
        if word.is_lower() {
            return None;
        }
        let held = if stop { token.is_mark('.') && self.abbreviated(at, word) } else { !self.opens(word) };
        (!held).then_some(next)
    }

    /// The index after further terminal marks (a stray second stop among them) and closing marks.
    fn run_end(&self, mut next: usize) -> usize {
        while let Some(t) = self.tokens.get(next) {
            if !(t.mark().is_some_and(is_terminal) || (!t.space_before() && closes(t))) {
                break;
            }
            next += 1;
        }
        next
    }

    /// The first word or number at or after an index, opening marks skipped; `None` where something else comes first.
    fn first_word(&self, mut at: usize) -> Option<usize> {
        loop {
            let token = self.tokens.get(at)?;
            match token.mark() {
                Some('–' | '—' | '-' | '#' | '@' | '$' | '€' | '£' | '/' | '*') => at += 1,
                Some(_) if opens(token) => at += 1,
                Some(_) => return None,
                None => return Some(at),
            }
        }
    }

    fn opens(&self, word: &Token) -> bool {
        self.conventions.opens_sentences(self.text.slice(word.span()))
    }

    /// Whether the full stop at `at` belongs to the word before it.
    fn abbreviated(&self, at: usize, next: &Token) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&i| i >= self.first).map(|i| &self.tokens[i]) else { return false };
        if self.tokens[at].space_before() {
            return false;
        }
        let word = self.text.slice(before.span());
        if before.is_wordlike() && !before.is_word() {
            // "1. The plan": a number that opens a block is a list number.
            return at == self.first + 1;
        }
        if before.is_dotted() {
            return !self.opens(next);
        }
        if before.is_capitalized() && word.chars().count() == 1 {
            // An initial, unless a usual first word follows ("plan B. The …").
            return !self.opens(next);
        }
        match self.conventions.abbreviation(word) {
            Some(Abbreviation::BeforeName) => true,
            Some(Abbreviation::Anywhere) => !self.opens(next),
            None => false,
        }
    }
}

fn is_terminal(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…')
}

/// Whether a mark closes a quotation, a low one („so“) among them, or a bracket.
fn closes(token: &Token) -> bool {
    token.closes_quotation() || matches!(token.mark(), Some(')' | ']' | '“'))
}

fn opens(token: &Token) -> bool {
    token.opens_quotation() || matches!(token.mark(), Some('(' | '['))
}
