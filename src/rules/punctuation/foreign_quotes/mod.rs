//! Quotation marks of another language around English words.
//!
//! In: quotations between guillemets, low marks or corner brackets. Out: a finding on each that holds English words or
//! romanised names, with the marks that the document uses.
//! Must not know: which language the marks come from.

use super::quote_style::{self, House, Marks};
use crate::document::{Quotation, QuoteStyle, Span};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/foreign-quotes",
    summary: "quotation marks of another language around English words",
    why: "no English reader expects such marks; they were carried over from the source text",
    category: "locale-conventions/quote-marks",
    severity: Severity::Minor,
    classes: &[Class {
        id: "english",
        what: "the marks enclose English words, or names in plain Latin letters",
        by_definition: None,
    }],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Longest quotation whose words are counted, in tokens; of a longer one the beginning tells the language.
const LONGEST: usize = 60;
/// Most tokens of a quotation that a message shows.
const SHOWN: usize = 6;
/// Of so many words in lower case one may be in no English list.
const UNKNOWN: usize = 4;
/// Shortest word, in letters, that tells its language alone.
const TELLING: usize = 4;

/// `punctuation/foreign-quotes`
#[derive(Debug)]
pub(super) struct ForeignQuotes;

impl Rule for ForeignQuotes {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut house = None;
        for (pair, outer) in quote_style::nested(context) {
            if !matches!(pair.style, QuoteStyle::Guillemets | QuoteStyle::Low | QuoteStyle::Corner) {
                continue;
            }
            let Some(places) = Places::of(context, pair) else { continue };
            if is_english(context, pair, &places) {
                let marks = house.get_or_insert_with(|| House::of(context)).within(outer);
                // What encloses it may only seem to: a mark may be missing before.
                let safety = if outer.is_some() { Safety::Unsafe } else { Safety::Safe };
                report_pair(context, report, &places, marks, safety);
            }
        }
    }
}

/// Where the marks of a quotation stand, with the spaces that French sets inside.
struct Places {
    open: Span,
    close: Span,
    whole: Span,
    spaced: bool,
}

impl Places {
    /// `None` where the quotation runs over several blocks.
    fn of(context: &Context, pair: &Quotation) -> Option<Self> {
        let tokens = context.tokens();
        let close = pair.close?;
        let (first, last) = (tokens.get(pair.open + 1)?, tokens.get(close.checked_sub(1)?)?);
        let (open, close_mark) = (tokens.get(pair.open)?.span(), tokens.get(close)?.span());
        let one_block = context.document.block_of(pair.open) == context.document.block_of(close);
        let spaced = first.space_before() && tokens.get(close)?.space_before();
        let broken = first.break_before() || tokens.get(close)?.break_before();
        (one_block && close > pair.open + 1 && !broken).then(|| Self {
            open: open.cover(open.gap(first.span()).unwrap_or(open)),
            close: last.span().gap(close_mark).unwrap_or(close_mark).cover(close_mark),
            whole: open.cover(close_mark),
            spaced,
        })
    }
}

/// Whether the words are English, or names in plain Latin letters, which no other language claims.
fn is_english(context: &Context, pair: &Quotation, places: &Places) -> bool {
    let (mut lower, mut unknown, mut names, mut longest, mut grammar) = (0, 0, 0, 0, false);
    for at in (pair.open + 1..pair.close.unwrap_or_default()).take(LONGEST) {
        let Some(token) = context.tokens().get(at) else { return false };
        if !token.is_word() || token.is_clitic() {
            continue;
        }
        let word = context.word(at).replace('’', "'");
        if !word.is_ascii() || token.is_capitalized() && context.is(at, WordClass::Particle) {
            return false;
        }
        if token.is_capitalized() {
            names += 1;
        } else {
            lower += 1;
            longest = longest.max(word.len());
            grammar |= word.len() + 1 >= TELLING && context.is(at, WordClass::Function);
            // French sets spaces inside, and shares many rare words with English.
            let lexicon = &context.knowledge.lexicon;
            let known = if places.spaced { lexicon.is_common(&word) } else { lexicon.is_word(&word) };
            unknown += usize::from(!known);
        }
    }
    let enough = if lower == 0 { names > 0 && !places.spaced } else { lower > 1 || names > 0 || longest >= TELLING || grammar };
    enough && unknown * UNKNOWN <= lower && !context.is_verbatim(places.whole)
}

fn report_pair(context: &Context, report: &mut Reporter, places: &Places, marks: Marks, safety: Safety) {
    let inside = context.document.token_at(places.open.end())..context.document.token_at(places.close.start());
    let words = context.document.beginning(inside, SHOWN);
    report
        .at(
            places.whole,
            "english",
            format!("The quotation marks around “{words}” are not English. Write: {}{words}{}", marks.open, marks.close),
        )
        .fix("Write English quotation marks", safety, &[(places.open, marks.open), (places.close, marks.close)])
        .group("foreign-quotes")
        .done();
}
