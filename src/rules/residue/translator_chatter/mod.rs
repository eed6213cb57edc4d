//! Lines in which a language model speaks to whoever asked for a translation, and the back quotes that it sets around one.
//!
//! In: hits of the table of such first words, and the blocks they begin. Out: deletions of whole lines; a refusal gets none,
//! since the text is missing.
//! Must not know: the words, which stand in tables. A line is chatter only as a whole.

use crate::document::{Block, BlockKind, Span, Token, count_words};
use crate::facts::{Needs, PhraseHit};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::phrase::PhraseTable;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/translator-chatter",
    summary: "a line in which a language model speaks to its user",
    why: "what a language model says about its translation is no part of the text, and a refusal means that text is missing",
    category: "accuracy/addition",
    severity: Severity::Major,
    classes: &[
        Class { id: "preamble", what: "a line that announces a translation", by_definition: None },
        Class { id: "offer", what: "a line that offers more work on the text", by_definition: None },
        Class { id: "note", what: "a remark in brackets on how the text was treated", by_definition: None },
        Class { id: "refusal", what: "a line that declines to translate", by_definition: None },
        Class { id: "fence", what: "a line of three back quotes before or after prose", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Words of the longest line of this kind.
const LONGEST: usize = 35;
/// Words of the longest announcement.
const LONGEST_PREAMBLE: usize = 22;
/// Blocks from the end of a text within which a model says goodbye without a word on translating.
const LAST: usize = 3;
/// Words of a paragraph that is prose and not code.
const PROSE: usize = 20;
/// Tokens of a line that a message quotes.
const SHOWN: usize = 12;
/// What opens and closes code in Markdown.
const FENCE: &str = "```";

/// `residue/translator-chatter`
#[derive(Debug)]
pub(super) struct TranslatorChatter;

impl Rule for TranslatorChatter {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let blocks = context.document.blocks();
        let mut reported = None;
        let mut farewells = Vec::new();
        for hit in context.facts.hits(PhraseTable::Chatter) {
            let index = context.document.block_of(hit.tokens.start);
            let Some(block) = blocks.get(index).filter(|_| reported != Some(index)) else { continue };
            if let Some(class) = class_of(context, block, index, hit) {
                reported = Some(index);
                report_line(context, report, block, class, hit);
            } else if is_farewell(context, block, index, hit) {
                farewells.push((block, hit));
            }
        }
        // Where a model spoke before, it says goodbye, too.
        if reported.is_some()
            && let Some((block, hit)) = farewells.last()
        {
            report_line(context, report, block, "offer", hit);
        }
        report_fences(context, report);
    }
}

/// The evidence class of a line that begins with a hit; `None` where the line is no chatter.
fn class_of(context: &Context, block: &Block, index: usize, hit: &PhraseHit) -> Option<&'static str> {
    let row = context.knowledge.phrases.row(hit.row)?;
    let tokens = context.tokens().get(block.tokens())?;
    let words = count_words(tokens);
    let before = context.tokens().get(block.tokens().start..hit.tokens.start).unwrap_or_default();
    let quoted = tokens.iter().take(before.len() + 1).any(super::opens_speech);
    let labelled = row.class == "preamble" && announced(context, block).is_some();
    if quoted || words > LONGEST && !labelled || block.kind() == BlockKind::ListItem {
        return None;
    }
    let has = |class| block.tokens().any(|at| context.is(at, class));
    let bracketed = tokens.first().is_some_and(|t| t.is_mark('(') || t.is_mark('['))
        && tokens.last().is_some_and(|t| t.is_mark(')') || t.is_mark(']'));
    let translating = has(WordClass::Translating);
    let on_text = has(WordClass::TextWork);
    match row.class.as_str() {
        // What follows a colon is the text itself, and only a label like “Translated text:” is known to announce it.
        "preamble" => {
            let label = hit.tokens.end.checked_sub(1).and_then(|last| context.tokens().get(last)).is_some_and(|t| t.is_mark(':'));
            let line = label || announced(context, block).is_none();
            (!bracketed && line && (labelled || words <= LONGEST_PREAMBLE) && translating && on_text).then_some("preamble")
        }
        "offer" => {
            // A model says goodbye in one sentence at the end.
            let last = index + LAST >= context.document.blocks().len() && block.sentences().len() == 1;
            (!bracketed && on_text && (translating || last) && !is_letter(context)).then_some("offer")
        }
        "note" => (bracketed && (translating || on_text)).then_some("note"),
        "refusal" => (translating || on_text).then_some("refusal"),
        _ => None,
    }
}

/// Whether a line at the end is what a model says last, if one speaks in this document at all.
fn is_farewell(context: &Context, block: &Block, index: usize, hit: &PhraseHit) -> bool {
    let offer = context.knowledge.phrases.row(hit.row).is_some_and(|row| row.class == "offer");
    let tokens = context.tokens().get(block.tokens()).unwrap_or_default();
    let plain = hit.tokens.start == block.tokens().start && block.kind() != BlockKind::ListItem;
    offer && plain && index + LAST >= context.document.blocks().len() && count_words(tokens) <= LONGEST && !is_letter(context)
}

/// Whether the text is a letter, whose writer may offer to change something: it opens with a salutation.
fn is_letter(context: &Context) -> bool {
    let opens = |block: &Block| {
        let first = block.tokens().start;
        let short = block.tokens().len() <= 8;
        short && context.is(first, WordClass::Salutation)
    };
    context.document.blocks().iter().take(LAST).any(opens)
}

fn report_line(context: &Context, report: &mut Reporter, block: &Block, class: &'static str, hit: &PhraseHit) {
    let seen = context.document.beginning(block.tokens(), SHOWN);
    let row = context.knowledge.phrases.row(hit.row).map_or("", |row| row.key.as_str());
    let (message, severity) = match class {
        "refusal" => {
            (format!("“{seen}” is a refusal of a language model: text is missing here. Have it translated."), Severity::Critical)
        }
        "note" => {
            (format!("“{seen}” is a remark of a language model on its work, not part of the text. Delete it."), META.severity)
        }
        _ => {
            (format!("“{seen}” is what a language model says to its user, not part of the text. Delete the line."), META.severity)
        }
    };
    let (span, gone) = match announced(context, block).filter(|_| class == "preamble") {
        Some(text) => (block.span().up_to(text), block.span().up_to(text)),
        None => (block.span(), context.document.deletion_of(block)),
    };
    let draft = report.at(span, class, message).row(row).severity(severity);
    let draft = draft.evidence("table", row, Some("target/english/phrases/chatter"));
    if class == "refusal" {
        draft.done();
    } else {
        draft.fix("Delete the line", Safety::Unsafe, &[(gone, "")]).done();
    }
}

/// The first word of the text that follows its announcement in the same block, after a colon.
fn announced(context: &Context, block: &Block) -> Option<Span> {
    let tokens = context.tokens().get(block.tokens())?;
    let closed = tokens.last().is_some_and(|t| t.is_mark(':'));
    let colon = tokens.iter().position(|t| t.is_mark(':')).filter(|_| !closed)?;
    let rest = tokens.get(colon + 1..)?;
    rest.iter().find(|t| !t.is_mark('*') && !t.is_mark('_')).filter(|_| rest.iter().any(Token::is_wordlike)).map(Token::span)
}

/// Reports the lines of back quotes around prose; those around code stay.
fn report_fences(context: &Context, report: &mut Reporter) {
    let document = context.document;
    let is_fence = |block: &Block| {
        let line = document.slice(block.span());
        line.strip_prefix(FENCE).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphabetic()))
    };
    let fences: Vec<usize> =
        document.blocks().iter().enumerate().filter(|(_, block)| is_fence(block)).map(|(index, _)| index).collect();
    // Several pairs are the code of a document about it; a model sets one pair around its whole answer.
    if fences.len() > 2 {
        return;
    }
    for pair in fences.chunks(2) {
        let (Some(&first), last) = (pair.first(), pair.get(1).copied()) else { continue };
        let inside = document.blocks().get(first + 1..last.unwrap_or(document.blocks().len())).unwrap_or_default();
        if !inside.iter().any(|block| is_prose(context, block)) {
            continue;
        }
        for block in pair.iter().filter_map(|&index| document.blocks().get(index)) {
            report
                .at(
                    block.span(),
                    "fence",
                    "The back quotes are what a language model sets around its answer, not part of the text. Delete the line.",
                )
                .group("residue:fence")
                .fix("Delete the line", Safety::Unsafe, &[(document.deletion_of(block), "")])
                .done();
        }
    }
}

/// Whether a block is a paragraph of sentences: long, with small words, and closed by a full stop.
fn is_prose(context: &Context, block: &Block) -> bool {
    let tokens = context.tokens().get(block.tokens()).unwrap_or_default();
    let closed = tokens
        .iter()
        .rev()
        .find(|t| !t.closes_quotation())
        .is_some_and(|t: &Token| t.is_mark('.') || t.is_mark('!') || t.is_mark('?'));
    let small = block.tokens().filter(|&at| context.is(at, WordClass::Function)).count();
    block.kind() == BlockKind::Paragraph && count_words(tokens) >= PROSE && closed && small >= PROSE / 5
}
