//! Two marks where one is meant: `. .`, `..`, `,,`, `,.`, `;.`, `- -`, `). )`.
//!
//! In: runs of pausing marks, of dashes, of closing brackets. Out: a finding on each run of two that no style writes, with
//! the one mark that is meant.
//! Must not know: words; three stops or more, which are an ellipsis.

mod pairs;

use super::{beside, code};
use std::ops::Range;

use crate::document::{MarkRole, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/doubled-mark",
    summary: "two marks where one is meant",
    why: "a doubled mark is a leftover of a removed link or of two segments joined; no style asks for it",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[Class {
        id: "doubled",
        what: "two marks that no style writes one after the other",
        by_definition: Some("no style of English writes these marks one after the other"),
    }],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NOTHING,
    hint: false,
    page: include_str!("rule.md"),
};

/// More marks without a partner than any slip leaves in one paragraph.
const SEVERAL: usize = 8;
/// Fewest letters of a word before two colons; shorter ones are names in code.
const WORD: usize = 3;

/// `punctuation/doubled-mark`
#[derive(Debug)]
pub(super) struct DoubledMark;

impl Rule for DoubledMark {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let tokens = context.tokens();
        let mut done = 0;
        for at in context.document.marks() {
            if at < done {
                continue;
            }
            if let Some((run, mark)) =
                pairs::dashes(context, at).or_else(|| pairs::brackets(context, at)).or_else(|| pairs::stops(context, at))
            {
                done = run.end;
                report_run(context, report, run, mark);
                continue;
            }
            let end = run_end(tokens, at);
            if end > at + 1
                && let Some(mark) = kept(context, at, end)
                && stands_in_prose(context, at, end)
                && !trails_off(context, at, end)
            {
                report_run(context, report, at..end, mark);
            }
            done = end;
        }
    }
}

fn report_run(context: &Context, report: &mut Reporter, run: Range<usize>, mark: &str) {
    let Some(span) = context.document.span_of(run) else { return };
    let seen = context.slice(span);
    report
        .at(span, "doubled", format!("“{seen}” stands where one mark is meant. Write “{mark}”."))
        .fix(format!("Write “{mark}”"), Safety::Safe, &[(span, mark)])
        .done();
}

/// One past the run of pausing marks that begins at `at`, on one line; `at + 1` where none begins.
fn run_end(tokens: &[Token], at: usize) -> usize {
    if !tokens[at].mark().is_some_and(is_pausing) {
        return at + 1;
    }
    let goes_on = |i: &usize| beside::after(tokens, *i).is_some_and(|t| t.mark().is_some_and(is_pausing) && !t.break_before());
    at + 1 + (at..).take_while(goes_on).count()
}

fn is_pausing(mark: char) -> bool {
    matches!(mark, '.' | ',' | ';' | ':' | '?' | '!')
}

/// The mark that should stand alone; `None` where the run is right. Three stops or more are an ellipsis, and a stop
/// before a comma or semicolon may belong to an abbreviation.
fn kept(context: &Context, at: usize, end: usize) -> Option<&'static str> {
    let [first, second] = context.tokens().get(at..end)? else { return None };
    let before = at.checked_sub(1)?;
    // “Yahoo!.” ends in the mark of a name, but “Stop!.” is one word of speech.
    let opens = beside::before(context.tokens(), before).is_none_or(Token::opens_quotation);
    let named = context.tokens().get(before).is_some_and(Token::is_capitalized) && !opens;
    // “std::vec” and “a:: b” are code.
    let spelled = context.word(before).chars().count() >= WORD;
    match (first.mark()?, second.mark()?) {
        ('!', '.') if !named => Some("!"),
        (':', ':') if spelled && goes_on(context.tokens(), end) => Some(":"),
        ('.', '.') | (',', '.') | (';', '.') => Some("."),
        ('?', '.') => Some("?"),
        (',', ',') if !closes_low(context, at) => Some(","),
        (';', ';') | (';', ',') | (',', ';') => Some(";"),
        _ => None,
    }
}

/// Whether words follow on a run after a space, on the same line: at its end two colons are markup.
fn goes_on(tokens: &[Token], end: usize) -> bool {
    end.checked_sub(1).and_then(|last| beside::after(tokens, last)).is_some_and(|t| t.space_before() && !t.break_before())
}

/// Whether two commas may be typed for a closing mark: a quotation of the paragraph is open.
fn closes_low(context: &Context, at: usize) -> bool {
    let document = context.document;
    let block = document.blocks()[document.block_of(at)].tokens();
    document.quotations().lone_in(block).iter().take(SEVERAL).any(|mark| mark.role == MarkRole::Opening && mark.token < at)
}

/// Whether two stops are a short ellipsis, as people write in chats: the sentence goes on in lower case.
fn trails_off(context: &Context, at: usize, end: usize) -> bool {
    let stops = context.tokens()[at..end].iter().all(|t| t.is_mark('.') && !t.space_before());
    let next = context.tokens().get(end).filter(|t| !t.break_before() && !starts_block(context, end));
    stops && next.is_some_and(Token::is_lower)
}

/// Whether the run follows on a word and ends there: not a path (`../a`), a range (1..9), a name like .NET, or code.
fn stands_in_prose(context: &Context, at: usize, end: usize) -> bool {
    let tokens = context.tokens();
    let closes = |t: &Token| t.closes_quotation() || matches!(t.mark(), Some(')' | ']' | '%'));
    let follows = beside::joined_before(tokens, at).is_some_and(|t| t.is_wordlike() || closes(t) && !t.space_before());
    let ends = tokens.get(end).is_none_or(|t| t.space_before() || closes(t) || starts_block(context, end));
    follows && ends && !context.closes_entity(at) && !code::is_code(context, at)
}

fn starts_block(context: &Context, token: usize) -> bool {
    context.document.blocks()[context.document.block_of(token)].tokens().start == token
}
