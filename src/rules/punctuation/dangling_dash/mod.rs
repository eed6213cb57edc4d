//! A headline or caption that ends in a dash with nothing after it.
//!
//! In: the headings of a document. Out: a finding on each such dash, with its deletion.
//! Must not know: the words of a headline, but for those that cannot end one.

use crate::document::{Block, BlockKind, Span, Token, count_words};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/dangling-dash",
    summary: "a heading that ends in a dash with nothing after it",
    why: "what followed on the dash, often the name of the site, was cut off; the headline looks broken",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[Class {
        id: "heading",
        what: "a spaced dash at the end of a line that stands by itself, is no verse, list or broken-off speech",
        by_definition: None,
    }],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest words of a headline; shorter lines with a dash are labels, fields to fill in and farewells.
const FEWEST_WORDS: usize = 3;
/// Longest line of verse or of an address, in bytes.
const SHORT_LINE: usize = 100;
/// Lines of one document that break off in an em dash, from which on that is the writer's manner.
const MANNER: usize = 3;

/// `punctuation/dangling-dash`
#[derive(Debug)]
pub(super) struct DanglingDash;

impl Rule for DanglingDash {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let blocks = context.document.blocks();
        let mut breaking = None;
        for (index, block) in blocks.iter().enumerate() {
            let Some(gap) = spaced_dash(context, block) else { continue };
            let tokens = &context.tokens()[block.tokens()];
            let em = tokens.last().is_some_and(|t| t.is_mark('—'));
            let manner = || blocks.iter().filter(|b| ends_in_em_dash(context, b)).count() >= MANNER;
            if !is_headline(context, tokens, block) || !stands_alone(context, blocks, index) {
                continue;
            }
            let speech = is_label(context, blocks, block) || em && is_speech(context, block);
            if speech || em && *breaking.get_or_insert_with(manner) {
                continue;
            }
            let dash = tokens.last().map_or("", |t| context.slice(t.span()));
            let last = tokens.iter().rev().nth(1).map_or("", |t| context.slice(t.span()));
            report
                .at(gap, "heading", format!("The line ends in “{dash}” after “{last}”, and nothing follows. Take the dash out."))
                .fix("Take the dash out", Safety::Safe, &[(gap, "")])
                .done();
        }
    }
}

/// The dash that ends a heading, with the space before it; `None` where none does.
fn spaced_dash(context: &Context, block: &Block) -> Option<Span> {
    if block.kind() != BlockKind::Heading {
        return None;
    }
    let tokens = &context.tokens()[block.tokens()];
    let [.., before, dash] = tokens else { return None };
    let follows = before.is_word()
        || !before.is_word() && before.is_wordlike() && !is_year(context, before)
        || before.closes_quotation()
        || matches!(before.mark(), Some(')' | '?' | '!' | '%'));
    let gap = before.span().gap(dash.span())?;
    (dash.is_dash() && dash.space_before() && !dash.break_before() && follows).then(|| gap.cover(dash.span()))
}

/// Four digits: "born 1954 –" leaves the end open.
fn is_year(context: &Context, number: &Token) -> bool {
    let digits = context.slice(number.span());
    digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line reads as a headline: several words, a capital or a figure first, one sentence, no quotation left
/// open, nothing that belongs to a command line.
fn is_headline(context: &Context, tokens: &[Token], block: &Block) -> bool {
    let words = count_words(tokens);
    let first = tokens.iter().find(|t| t.is_wordlike());
    let range = block.tokens();
    let code = tokens.iter().any(|t| t.mark().is_some_and(|m| matches!(m, '`' | '|' | '<' | '=' | '$' | '{' | '\\')));
    let options = tokens.windows(2).any(|pair| pair[0].is_mark('-') && pair[0].space_before() && !pair[1].space_before());
    words >= FEWEST_WORDS
        && first.is_some_and(|t| t.is_capitalized() || !t.is_word())
        && block.sentences().len() == 1
        && context.document.quotations().lone_in(range.clone()).is_empty()
        && context.document.quotations().opened_in(range.clone()).iter().all(|q| q.close.is_some_and(|c| c < range.end))
        && !(tokens.last().is_some_and(|t| t.is_mark('-')) && (code || options))
}

/// Whether neither the line before nor the one after goes with it: no verse, no address, no list, no sentence that
/// runs on.
fn stands_alone(context: &Context, blocks: &[Block], index: usize) -> bool {
    let block = &blocks[index];
    let touching = |a: &Block, b: &Block| {
        let between = a.span().gap(b.span()).map_or("", |gap| context.slice(gap));
        between.matches('\n').count() == 1
    };
    let after = blocks.get(index + 1);
    let before = index.checked_sub(1).and_then(|i| blocks.get(i));
    let short = |b: &Block| b.span().len() <= SHORT_LINE && b.kind() != BlockKind::ListItem;
    let text_follows = after.is_some_and(|b| touching(block, b) && !short(b));
    let verse = after.is_some_and(|b| touching(block, b) && short(b))
        || !text_follows && before.is_some_and(|b| touching(b, block) && short(b));
    let continued = after.is_some_and(|b| {
        let first = context.tokens()[b.tokens()].first();
        b.kind() == BlockKind::ListItem
            || first.is_some_and(|t| t.is_lower() || t.mark().is_some_and(|m| matches!(m, '–' | '—' | '-' | '•')))
    });
    !verse && !continued
}

/// Whether a line that ends in an em dash is speech that breaks off: a pronoun first, or a word last that cannot end a
/// phrase.
fn is_speech(context: &Context, block: &Block) -> bool {
    let range = block.tokens();
    let last = range.end.saturating_sub(2);
    context.is(range.start, WordClass::Pronoun) || context.is(last, WordClass::Function)
}

/// Whether the line begins with a speaker's name: in capitals, or one that begins another line in the same way.
fn is_label(context: &Context, blocks: &[Block], block: &Block) -> bool {
    let label = |b: &Block| {
        let tokens = &context.tokens()[b.tokens()];
        let colon = tokens.iter().take(4).position(|t| t.is_mark(':'))?;
        tokens[..colon].first().map(|t| (t.is_all_caps(), context.slice(t.span())))
    };
    let Some((capitals, name)) = label(block) else { return false };
    capitals || blocks.iter().filter(|b| label(b).is_some_and(|(_, other)| other == name)).count() > 1
}

fn ends_in_em_dash(context: &Context, block: &Block) -> bool {
    context.tokens()[block.tokens()].last().is_some_and(|t| t.is_mark('—'))
}
