//! Names of firms, clubs, papers and the like in quotation marks, as Slavic languages set them.
//!
//! In: short quotations of capitalised words, and the words beside them. Out: a finding on each that a word for its kind
//! shows to be a name, and on the same name wherever else it stands in quotation marks.
//! Must not know: any name.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::{Quotation, QuoteStyle, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::Doubling;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/quoted-name",
    summary: "the name of a firm, club, paper or the like in quotation marks",
    why: "such names stand without them in English, so they read as doubt or irony",
    category: "locale-conventions/quote-marks",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "beside-kind",
            what: "a word for the kind of thing stands right beside the quoted name",
            by_definition: None,
        },
        Class {
            id: "same-name",
            what: "a name that elsewhere in the document stands beside a word for its kind",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Most tokens of a name.
const LONGEST: usize = 5;

/// `punctuation/quoted-name`
#[derive(Debug)]
pub(super) struct QuotedName;

impl Rule for QuotedName {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let names: Vec<Name> = context.document.quotations().pairs().iter().filter_map(|pair| Name::of(context, pair)).collect();
        let mut kinds: FxHashMap<&str, usize> = FxHashMap::default();
        for name in &names {
            if let Some(kind) = name.kind {
                kinds.entry(name.words).or_insert(kind);
            }
        }
        for name in &names {
            let Some(&kind) = kinds.get(name.words) else { continue };
            if name.kind.is_none() && name.is_about_the_word(context) {
                continue;
            }
            let words = name.words;
            let message = format!(
                "“{words}” is a name ({}), and English sets it without quotation marks. Take them out.",
                context.word(kind)
            );
            let (Some(open), Some(close)) = (context.tokens().get(name.open), context.tokens().get(name.close)) else { continue };
            report
                .at(open.span().cover(close.span()), if name.kind.is_some() { "beside-kind" } else { "same-name" }, message)
                .evidence("kind", context.word(kind), Some("target/english/word-classes"))
                .fix("Take the quotation marks out", Safety::Unsafe, &[(open.span(), ""), (close.span(), "")])
                .group(format!("quoted-name:{words}"))
                .done();
        }
    }
}

/// A short quotation that reads as a name.
struct Name<'a> {
    open: usize,
    close: usize,
    words: &'a str,
    /// The token of the word for its kind; `None` where none stands beside it.
    kind: Option<usize>,
}

impl<'a> Name<'a> {
    fn of(context: &Context<'a>, pair: &Quotation) -> Option<Self> {
        let close = pair.close?;
        if !matches!(pair.style, QuoteStyle::Curly | QuoteStyle::Straight) || close > pair.open + LONGEST + 2 {
            return None;
        }
        let pause = context.tokens().get(close.checked_sub(1)?)?.mark().is_some_and(|m| matches!(m, ',' | '.'));
        let inside = pair.open + 1..close - usize::from(pause);
        if inside.is_empty() || !is_name(context, inside.clone()) {
            return None;
        }
        let block = context.document.blocks().get(context.document.block_of(pair.open))?.tokens();
        let mut name = Self { open: pair.open, close, words: context.words(inside), kind: None };
        if close >= block.end || context.is_verbatim(pair.span) {
            return None;
        }
        let before = pair.open.checked_sub(1).filter(|&at| at >= block.start && is_kind(context, at));
        let after = [close + 1, close + 2].into_iter().take(1 + usize::from(is_attribute(context, close + 1)));
        let after = after.filter(|&at| at < block.end && !pause).find(|&at| is_kind(context, at));
        let before = before.filter(|_| !is_explained(context, close, block.end));
        name.kind = before.or(after.filter(|_| pair.open > block.start));
        Some(name)
    }

    /// Whether the word before says that the name is spoken of as a name (“the name “Almaz” means …”).
    fn is_about_the_word(&self, context: &Context) -> bool {
        let before = self.open.saturating_sub(1);
        [WordClass::Naming, WordClass::AboutNames, WordClass::Speech].into_iter().any(|class| context.is(before, class))
    }
}

/// Whether the words are a name: Latin, capitalised but for small words between, nothing else among them.
fn is_name(context: &Context, inside: Range<usize>) -> bool {
    let tokens = context.tokens();
    let ends = [inside.start, inside.end - 1];
    let capital = |at: usize| tokens.get(at).is_some_and(|t| t.is_word() && t.is_capitalized());
    let latin = |at: usize| context.word(at).chars().all(|c| !c.is_alphabetic() || c < '\u{250}');
    inside.clone().all(|at| {
        let Some(token) = tokens.get(at) else { return false };
        let joins = token.is_mark('-') && !token.space_before() || token.is_mark('&');
        latin(at) && (capital(at) || joins || token.has_digit() || context.is(at, WordClass::Function))
    }) && capital(ends[0])
        && (capital(ends[1]) || tokens.get(ends[1]).is_some_and(Token::has_digit))
}

/// Whether a word may stand between a name and its kind: “the “Zarya” hockey club”.
fn is_attribute(context: &Context, at: usize) -> bool {
    const VERBS: [WordClass; 4] = [WordClass::Function, WordClass::FiniteVerb, WordClass::Speech, WordClass::Auxiliary];
    let word = context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower() && !t.break_before());
    word && !VERBS.iter().any(|&class| context.is(at, class))
        && !context.knowledge.doubled.ends(context.word(at), Doubling::Participle)
}

/// Whether a token is a noun in lower case, or the letters of a legal form, for what bears such names, on one line with
/// its neighbours.
fn is_kind(context: &Context, at: usize) -> bool {
    context.tokens().get(at).is_some_and(|t| (t.is_lower() || t.is_all_caps()) && !t.break_before())
        && context.is(at, WordClass::Organisation)
}

/// Whether the meaning of the name follows in brackets.
fn is_explained(context: &Context, close: usize, end: usize) -> bool {
    let tokens = &context.tokens()[..end];
    tokens.get(close + 1).is_some_and(|t| t.is_mark('(')) && !tokens.get(close + 2).is_some_and(Token::is_lower)
}
