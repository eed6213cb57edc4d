//! Words, phrases and sentences that stand three times and more in a row, as translation engines write them when they
//! get stuck.
//!
//! In: the hashes of the tokens. Out: deletions of all copies but the first.
//! Must not know: any word but for cries, which are the table's; what stands in quotation marks is somebody's own.

use crate::document::{BlockKind, RegionKind, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::target::english::Doubling;
use crate::knowledge::{WordClass, join};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/repetition-loop",
    summary: "a word, phrase or sentence that stands three times and more in a row",
    why: "a translation engine that gets stuck writes the same words again and again, and what should stand there is lost",
    category: "accuracy/addition",
    severity: Severity::Major,
    classes: &[
        Class { id: "word", what: "one word three times and more, with nothing between", by_definition: None },
        Class { id: "phrase", what: "a phrase of two words and more, three times and more", by_definition: None },
        Class { id: "sentence", what: "a sentence three times and more", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Tokens of the longest unit that is looked for.
const LONGEST: usize = 80;
/// Copies that are no figure of speech.
const FEWEST: usize = 3;
/// Pairs of tokens that are remembered; older ones give way.
const RECENT: usize = 1024;
/// Tokens of a unit that a message quotes.
const SHOWN: usize = 8;

/// Words of a chant, at most: “go down, go down, go down”.
const CHANT: usize = 2;

/// Words of a sentence that rhetoric says three times, at most.
const ANAPHORA: usize = 2;

/// `residue/repetition-loop`
#[derive(Debug)]
pub(super) struct RepetitionLoop;

/// Copies of a unit side by side.
struct Loop {
    /// Index of the first token.
    start: usize,
    /// Tokens of one copy with the mark that separates it from the next.
    period: usize,
    copies: usize,
    /// Tokens of the separating mark: none or one.
    separator: usize,
}

impl Rule for RepetitionLoop {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let hashes = context.facts.hashes();
        let mut recent = [(0u64, 0usize); RECENT];
        // The period looked at last and how far it holds, so that no stretch is walked twice.
        let (mut looked, mut upto, mut reported) = (0, 0, 0);
        let mut loops: Vec<Loop> = Vec::new();
        for (at, pair) in hashes.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let key = join(join(0, *first), *second);
            let Some(slot) = recent.get_mut((key >> 32) as usize % RECENT) else { continue };
            let (known, last) = std::mem::replace(slot, (key, at));
            let period = at - last;
            if known != key || period > LONGEST || last < reported || period == looked && at < upto {
                continue;
            }
            let end = at + hashes.iter().skip(at).zip(hashes.iter().skip(last)).take_while(|(a, b)| a == b).count();
            (looked, upto) = (period, end);
            // The last copy may lack the mark that separates it from the next.
            if end + 1 - last < period * FEWEST {
                continue;
            }
            if let Some(found) = read(context, last..end, period) {
                reported = end;
                loops.push(found);
            }
        }
        let unit = |found: &Loop| hashes.get(found.start..found.start + found.period);
        for found in &loops {
            // A loop that comes back is a refrain.
            if loops.len() > FEWEST * FEWEST || loops.iter().filter(|other| unit(other) == unit(found)).count() == 1 {
                report_loop(context, report, found);
            }
        }
    }
}

/// The copies in a stretch whose tokens come back after `period`; `None` where they are too few or meant.
fn read(context: &Context, stretch: std::ops::Range<usize>, period: usize) -> Option<Loop> {
    let tokens = context.tokens();
    let is_word = |i: usize| tokens.get(i).is_some_and(Token::is_word);
    let start = stretch.clone().find(|&i| is_word(i))?;
    let unit = tokens.get(start..start + period)?;
    let marks = || unit.iter().filter_map(Token::mark);
    let last = unit.last()?.mark();
    let separator = usize::from(matches!(last, Some(',' | ';' | '–' | '—')));
    let copies = (stretch.end.min(context.document.blocks().get(context.document.block_of(start))?.tokens().end) + separator)
        .checked_sub(start)?
        / period;
    let words = unit.iter().filter(|token| token.is_wordlike() && !token.is_clitic()).count();
    // Marks between words alone: tables, scores and rows of signs are no prose.
    let prose = marks().all(|mark| matches!(mark, ',' | ';' | '.' | '?' | '–' | '—' | '-' | '’' | '\''));
    let single = period == 1 || words >= 2;
    let ends = last.is_none_or(|mark| matches!(mark, ',' | ';' | '.' | '!' | '?' | '–' | '—'));
    // Two words said three times are a cry or a chant, but nobody chants “from Minsk”.
    let chant = separator == 1 && words <= CHANT && copies == FEWEST && !context.is(start, WordClass::Preposition);
    let function = |i: usize| context.is(i, WordClass::Article) || context.is(i, WordClass::Preposition);
    // Steps that go in turn (“left foot, right foot”), and a short sentence said three times, are figures of speech.
    let steps = unit.len() > separator
        && unit.iter().rev().skip(separator).any(|t| t.is_mark(','))
        && !(start..start + period).any(function);
    let anaphora = last == Some('.') && words <= ANAPHORA && copies == FEWEST;
    if copies < FEWEST || chant || steps || anaphora || !prose || !single || !ends || is_meant(context, start, period) {
        return None;
    }
    Some(Loop { start, period, copies, separator })
}

/// Whether words are repeated on purpose: cries and songs, words joined with themselves ("on and on and on"),
/// somebody's own words, verse and lists.
fn is_meant(context: &Context, start: usize, period: usize) -> bool {
    let document = context.document;
    let kind = |i: usize, kind| context.facts.words().get(i).is_some_and(|&word| context.knowledge.doubled.is(word, kind));
    let Some(span) = document.span_of(start..start + period) else { return true };
    let block = document.blocks().get(document.block_of(start));
    let mut unit = start..start + period;
    let capital = period == 1 && context.tokens().get(start).is_some_and(|t| !t.is_lower());
    let short = context.tokens().get(start).is_none_or(|t| t.span().len() < 2);
    block.is_none_or(|block| block.kind() == BlockKind::ListItem)
        || capital
        || period == 1 && (short || kind(start, Doubling::Auxiliary) || is_chat(context, start))
        || unit.clone().all(|i| kind(i, Doubling::Cry) || context.tokens().get(i).is_some_and(|t| t.mark().is_some()))
        || unit.any(|i| kind(i, Doubling::Joint)) && context.tokens().get(start + period - 1).is_some_and(|t| t.mark().is_none())
        || context.is(start, WordClass::Gloss)
        || context.is(start, WordClass::Coordinator)
        || document.inside(span, RegionKind::Quotation)
        || context.is_verbatim(span)
}

/// How far back the start of such a line is sought, in tokens.
const CHAT: usize = 12;

/// Whether a line begins as in a chat, with a name in lower case and a colon.
fn is_chat(context: &Context, at: usize) -> bool {
    let Some(block) = context.document.blocks().get(context.document.block_of(at)) else { return false };
    let tokens = context.tokens();
    let first = block.tokens().start.max(at.saturating_sub(CHAT));
    let broken = (first..=at).rev().find(|&i| tokens.get(i).is_some_and(Token::break_before));
    let start = broken.unwrap_or(first);
    tokens.get(start).is_some_and(Token::is_lower) && tokens.get(start + 1).is_some_and(|t| t.is_mark(':'))
}

fn report_loop(context: &Context, report: &mut Reporter, found: &Loop) {
    let document = context.document;
    let text = found.period - found.separator;
    let whole = found.start..found.start + found.copies * found.period - found.separator;
    let (Some(first), Some(all)) = (document.span_of(found.start..found.start + text), document.span_of(whole)) else { return };
    let Some(surplus) = document.text().span(first.end()..all.end()) else { return };
    let ended = context.tokens().get(found.start + found.period - 1).and_then(Token::mark);
    let class = match ended {
        _ if found.period == 1 => "word",
        Some('.' | '?') => "sentence",
        _ => "phrase",
    };
    let seen = document.beginning(found.start..found.start + text, SHOWN);
    let copies = found.copies;
    // One word may stand for a strong one; what repeats a phrase has lost another.
    let check = if class == "word" { "" } else { ", and check the source for what is missing" };
    report
        .at(all, class, format!("“{seen}” is repeated {copies} times in a row. Keep one copy{check}."))
        .evidence("count", format!("{copies} copies"), None)
        .fix("Keep one copy", Safety::Unsafe, &[(surplus, "")])
        .done();
}
