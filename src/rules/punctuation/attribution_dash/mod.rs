//! The dash of Slavic direct speech: `“We will come”, – said Petrov. – “Wait for us.”`
//!
//! In: spaced dashes beside quotations and beside attributions. Out: each such dash with the marks that English has there.
//! Must not know: verbs of saying (the group's `attribution` knows), what is said.

mod closings;
mod unquoted;

use super::attribution;
use crate::document::{Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use closings::Closings;

static META: Meta = Meta {
    id: "punctuation/attribution-dash",
    summary: "a dash between direct speech and who says it",
    why: "a dash sets off direct speech in Slavic languages; English has a comma and quotation marks alone",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[
        Class { id: "closed", what: "a closing quotation mark, a dash, and an attribution", by_definition: None },
        Class { id: "opening", what: "a dash before or right after a mark that opens a quotation", by_definition: None },
        Class { id: "unquoted", what: "speech without quotation marks, a dash, and an attribution", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Farthest that an attribution reaches back from the dash after it, in tokens.
const LONGEST_ATTRIBUTION: usize = 30;

/// `punctuation/attribution-dash`
#[derive(Debug)]
pub(super) struct AttributionDash;

impl Rule for AttributionDash {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let tokens = context.tokens();
        let mut closings = None;
        let mut dialogue = unquoted::Dialogue::default();
        for dash in context.document.marks() {
            let Some(token) = tokens.get(dash).filter(|t| t.is_dash()) else { continue };
            if !tokens.get(dash + 1).is_some_and(|t| t.space_before() && !t.break_before()) || context.is_verbatim(token.span()) {
                continue;
            }
            let block = context.document.block_of(dash);
            let Some(range) = context.document.blocks().get(block).map(|b| b.tokens()) else { continue };
            let closings = closings.get_or_insert_with(|| Closings::of(context.document));
            let place = Place { dash, start: range.start, end: range.end };
            if !token.space_before() {
                opening(context, report, &place);
                if dash == range.start {
                    dialogue.open(context, closings, &place);
                }
            } else if !closed(context, report, closings, &place) && !resumed(context, report, closings, &place) {
                dialogue.dash(context, report, closings, &place);
            }
        }
    }
}

/// A dash within its block.
struct Place {
    dash: usize,
    start: usize,
    end: usize,
}

/// Speech that closes before the dash: `”, –`, `,” –`, `?” –`, `” –`.
fn closed(context: &Context, report: &mut Reporter, closings: &Closings, place: &Place) -> bool {
    let tokens = context.tokens();
    let Some(before) = place.dash.checked_sub(1).filter(|&at| at > place.start) else { return false };
    let outer = tokens[before].mark().filter(|mark| matches!(mark, ',' | '.'));
    let close = if outer.is_some() { before - 1 } else { before };
    let Some(opens) = closings.opening_of(close) else { return false };
    let inner = close.checked_sub(1).filter(|&at| at > place.start);
    let inner = inner.and_then(|at| tokens[at].mark()).filter(|mark| matches!(mark, ',' | '.' | '?' | '!' | '…'));
    let ellipsis = inner == Some('.') && close >= 2 && tokens[close - 2].is_mark('.');
    let Some(verb) = attribution::verb(context, place.dash + 1, place.end) else { return false };
    // Nothing but a verb and its subject in this order, or what is asked or shouted, makes speech of one word.
    let least = if verb == place.dash + 1 || matches!(inner, Some('?' | '!')) { 1 } else { 2 };
    let sure = outer == Some(',') || inner == Some(',');
    if !sure && (!opens.is_none_or(|open| speaks(context, open, close, least)) || is_beat(context, place, inner)) {
        return false;
    }
    let kept = inner.filter(|&mark| !ellipsis && matches!(mark, '?' | '!' | '…'));
    let mark = tokens[close].span();
    let first = if inner.is_some() && !ellipsis { tokens[close - 1].span() } else { mark };
    let span = first.cover(tokens[place.dash].span());
    let mut right = if ellipsis { String::new() } else { kept.unwrap_or(',').to_string() };
    right.push_str(context.slice(mark));
    let who = context.document.beginning(place.dash + 1..place.end, 3);
    let words = (place.start..close).rev().find(|&at| tokens[at].is_wordlike());
    let last = words.map_or("", |at| context.word(at));
    report
        .at(span, "closed", format!("A dash stands between the speech and who says it. Write: {last}{right} {who}"))
        .group("punctuation:attribution-dash")
        .fix("Write it without the dash", Safety::Safe, &[(span, &right)])
        .done();
    true
}

/// Whether a quotation is a sentence of its own and no name or word within one: `least` words or more, at the beginning
/// of a sentence or after a pause.
fn speaks(context: &Context, open: usize, close: usize, least: usize) -> bool {
    let words = context.tokens().get(open..close).unwrap_or_default().iter().filter(|t| t.is_wordlike()).count();
    let sentence = context.document.sentences().get(context.document.sentence_of(open)).map(|s| s.tokens().start);
    let paused = open.checked_sub(1).and_then(|at| context.tokens().get(at)).is_some_and(|t| matches!(t.mark(), Some(':' | ',')));
    let capital = context.tokens().get(open + 1).is_some_and(|t| t.is_capitalized() || !t.is_word());
    words >= least && (sentence == Some(open) || paused) && capital
}

/// Whether two dashes enclose what somebody does while speaking (“But” — he laughed — “you knew”), as English does.
fn is_beat(context: &Context, place: &Place, inner: Option<char>) -> bool {
    let tokens = &context.tokens()[place.dash + 1..place.end.min(place.dash + LONGEST_ATTRIBUTION)];
    let next = tokens.iter().position(|t| t.opens_quotation() && t.space_before());
    inner.is_none() && next.is_some_and(|at| at >= 2 && tokens[at - 1].is_dash() && tokens[at - 2].is_word())
}

/// Speech that goes on after its attribution: `said Petrov. – “We …`.
fn resumed(context: &Context, report: &mut Reporter, closings: &Closings, place: &Place) -> bool {
    let tokens = context.tokens();
    let Some(stop) = place.dash.checked_sub(1).filter(|&at| at > place.start) else { return false };
    let open = place.dash + 1;
    if !matches!(tokens[stop].mark(), Some('.' | ',' | ':')) || open >= place.end || !tokens[open].opens_quotation() {
        return false;
    }
    let from = place.start.max(stop.saturating_sub(LONGEST_ATTRIBUTION));
    let close = (from..stop).rev().find(|&at| closings.is_closing(at));
    let announced = tokens[stop].is_mark(':');
    let Some(begins) = close.map(|at| at + 1).or(announced.then_some(from)) else { return false };
    let sentence = |at: usize| context.document.sentence_of(at);
    if sentence(begins) != sentence(stop) && !announced || !(begins..stop).any(|at| attribution::is_verb(context, at)) {
        return false;
    }
    let span = tokens[stop].span().cover(tokens[open].span());
    if is_turn(context, open) {
        return false;
    }
    // After a comma a capital that English has no other reason for begins a sentence.
    let begins = context.is(open + 1, WordClass::Starter) || context.is(open + 1, WordClass::Pronoun);
    let falls = begins && context.word(open + 1).chars().count() > 1 && tokens[open + 1].is_capitalized();
    let pause = if tokens[stop].is_mark(',') && falls { "." } else { context.slice(tokens[stop].span()) };
    let right = format!("{pause} {}", context.slice(tokens[open].span()));
    let (last, next) = (context.word(stop - 1), context.word(open + 1));
    report
        .at(span, "opening", format!("The speech goes on after a dash. Write: {last}{right}{next}"))
        .group("punctuation:attribution-dash")
        .fix("Take the dash out", Safety::Safe, &[(span, &right)])
        .done();
    true
}

/// Whether a further quotation follows on one after a dash: dashes part the turns of several speakers.
fn is_turn(context: &Context, open: usize) -> bool {
    let tokens = context.tokens();
    let close = context.document.quotations().opened_in(open..open + 1).first().and_then(|q| q.close);
    close.is_some_and(|at| {
        tokens.get(at + 1).is_some_and(Token::is_dash) && tokens.get(at + 2).is_some_and(Token::opens_quotation)
    })
}

/// A quotation that begins with a dash: `“– Yes, it is so,” she said.`
fn opening(context: &Context, report: &mut Reporter, place: &Place) {
    let tokens = context.tokens();
    let Some(mark) = place.dash.checked_sub(1).filter(|&at| at >= place.start) else { return };
    let free = mark == place.start || tokens[mark].space_before() || tokens[mark - 1].is_dash();
    let next = &tokens[place.dash + 1];
    let list = context.document.blocks().get(context.document.block_of(mark) + 1).is_some_and(|below| {
        let line = context.document.tokens().get(below.tokens().start);
        line.is_some_and(Token::is_dash) && tokens[mark].is_mark('"')
    });
    if !tokens[mark].opens_quotation() || !free || !next.is_word() || !next.is_capitalized() || list {
        return;
    }
    let span = gap(tokens, place.dash);
    report
        .at(span, "opening", "The speech begins with a dash although quotation marks enclose it. Take the dash out.")
        .group("punctuation:attribution-dash")
        .fix("Take the dash out", Safety::Safe, &[(span, "")])
        .done();
}

/// A dash with the space after it.
fn gap(tokens: &[Token], dash: usize) -> Span {
    let span = tokens[dash].span();
    tokens.get(dash + 1).map_or(span, |next| span.up_to(next.span()))
}
