//! A paragraph of running prose without its full stop.
//!
//! In: the blocks of a document. Out: a finding on the last word of each that ends in none while all around it end in one.
//! Must not know: what the paragraph says.

use super::beside;
use crate::document::{Block, BlockKind, Sentence, Token, count_words};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/missing-end",
    summary: "a paragraph of running prose without a full stop at its end",
    why: "readers wonder whether something was cut off",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[Class {
        id: "several-sentences",
        what: "a paragraph of two sentences or more, all others of the text end in a mark",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest paragraphs that show how a text ends them.
const FEWEST: usize = 4;
/// Of so many paragraphs one may lack its end.
const RATE: usize = 3;
/// Fewest words of a line without its end that is no heading, caption or label.
const SENTENCE: usize = 12;
/// Fewest words of the last of several sentences: a shorter one is a signature or a place.
const LAST: usize = 4;

/// `punctuation/missing-end`
#[derive(Debug)]
pub(super) struct MissingEnd;

impl Rule for MissingEnd {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let blocks = context.document.blocks();
        let open: Vec<usize> = (1..blocks.len()).filter(|&i| is_unended(context, i)).collect();
        if open.is_empty() {
            return;
        }
        let ended = blocks.iter().filter(|block| block.kind() == BlockKind::Paragraph && ends(context, block)).count();
        if ended < FEWEST || open.len() * RATE > ended {
            return;
        }
        for index in open {
            let Some(last) = context.tokens()[blocks[index].tokens()].last() else { continue };
            let number = beside::joined_before(context.tokens(), blocks[index].tokens().end - 1).filter(|_| last.is_mark('%'));
            let span = number.map_or(last.span(), |number| number.span().cover(last.span()));
            let word = context.slice(span);
            let new = format!("{word}.");
            report
                .at(
                    span,
                    "several-sentences",
                    format!("The paragraph ends in “{word}” without a full stop; the others have one. Write “{new}”."),
                )
                .fix("Put a full stop in", Safety::Unsafe, &[(span, &new)])
                .done();
        }
    }
}

/// Whether a block of several sentences ends in a word.
fn is_unended(context: &Context, index: usize) -> bool {
    let blocks = context.document.blocks();
    let block = &blocks[index];
    let tokens = &context.tokens()[block.tokens()];
    let Some(last) = tokens.last().filter(|t| ends_open(context, block, t)) else { return false };
    // One sentence by itself may be a sub-heading, a caption, a label.
    if block.kind() == BlockKind::ListItem || last.break_before() || !begins_prose(tokens) || !is_several(context, block) {
        return false;
    }
    let before = index.checked_sub(1).and_then(|i| blocks.get(i)).is_some_and(|b| is_prose(context, b));
    before && !goes_on(context, blocks.get(index + 1))
}

/// Whether a block begins as prose does: with a capital, a figure or a quotation.
fn begins_prose(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|t| t.is_capitalized() || t.opens_quotation())
        && tokens.iter().filter(|t| t.is_lower()).count() * 2 > tokens.len()
}

/// Whether a block is running prose, with its end or without: a neighbour that is none makes a line a caption or a label.
fn is_prose(context: &Context, block: &Block) -> bool {
    let tokens = &context.tokens()[block.tokens()];
    block.kind() == BlockKind::Paragraph && ends(context, block) || count_words(tokens) >= SENTENCE && begins_prose(tokens)
}

/// Whether a block ends in a word, a number or a per cent sign: no note number after the full stop, no telephone number,
/// no hashtag, no credit.
fn ends_open(context: &Context, block: &Block, last: &Token) -> bool {
    let at = block.tokens().end - 1;
    let before = beside::before(context.tokens(), at);
    let number = |t: &Token| t.is_wordlike() && !t.is_word();
    let note = !last.space_before() && before.is_some_and(|t| t.mark().is_some());
    let telephone = number(last) && before.is_some_and(number);
    let sentence = context.document.sentences().get(context.document.sentence_of(at)).map(Sentence::tokens).unwrap_or_default();
    let credit = context.is(sentence.start, WordClass::Credit);
    let percent = last.is_mark('%') && before.is_some_and(number);
    // A line that was broken by hand goes on with the next.
    let open = [WordClass::Unfinished, WordClass::Preposition];
    let broken = last.is_lower() && open.into_iter().any(|class| context.is(at, class));
    (percent || last.is_wordlike() && !last.is_dotted() && !note)
        && !broken
        && !telephone
        && !credit
        && !context.is_verbatim(last.span())
}

/// Whether a block may go on with what stands before it: it begins in lower case, or with a mark, as code does.
fn goes_on(context: &Context, next: Option<&Block>) -> bool {
    let first = next.and_then(|block| context.tokens().get(block.tokens().start));
    first.is_some_and(|t| t.is_lower() || t.mark().is_some() && !t.opens_quotation() && !t.is_mark('('))
}

/// Whether a block has two sentences at least, the last one no signature and no place, the one before it no label.
fn is_several(context: &Context, block: &Block) -> bool {
    let [.., before, last] = &context.document.sentences()[block.sentences()] else { return false };
    let words = |sentence: &Sentence| count_words(&context.tokens()[sentence.tokens()]);
    let ended = context.tokens()[before.tokens()].last().is_some_and(ends_sentence);
    ended && words(before) >= LAST && words(last) >= LAST
}

fn ends(context: &Context, block: &Block) -> bool {
    context.tokens()[block.tokens()].last().is_some_and(|t| ends_sentence(t) || t.is_mark(':'))
}

fn ends_sentence(token: &Token) -> bool {
    matches!(token.mark(), Some('.' | '!' | '?' | '…')) || token.closes_quotation() || token.is_mark(')') || token.is_dotted()
}
