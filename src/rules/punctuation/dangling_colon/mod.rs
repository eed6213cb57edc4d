//! A headline, or the last line of a text, that ends in a colon with nothing after it.
//!
//! In: the blocks of a document. Out: a finding on each such colon, with its deletion.
//! Must not know: what was to follow.

use crate::document::{Block, BlockKind, Token, count_words};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/dangling-colon",
    summary: "a headline or last line that ends in a colon with nothing after it",
    why: "what the colon announces was cut off, and the line looks broken",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[Class {
        id: "line",
        what: "a line without a verb that ends in a colon before the end of the text or before a paragraph of several sentences",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest words of a headline; shorter lines are labels.
const HEADLINE: usize = 4;

/// Words that make a line a sentence, or let it announce what follows.
const SAYING: [WordClass; 4] = [WordClass::FiniteVerb, WordClass::Speech, WordClass::Auxiliary, WordClass::Announcing];

/// `punctuation/dangling-colon`
#[derive(Debug)]
pub(super) struct DanglingColon;

impl Rule for DanglingColon {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let blocks = context.document.blocks();
        for (index, block) in blocks.iter().enumerate() {
            let Some(mark) = colon(context, block).map(Token::span) else { continue };
            if !is_headline(context, block) || !stands_alone(context, blocks.get(index + 1)) {
                continue;
            }
            report
                .at(mark, "line", "The line ends in a colon, and nothing follows that it could announce. Take the colon out.")
                .fix("Take the colon out", Safety::Unsafe, &[(mark, "")])
                .ask("Is something missing after the colon?")
                .done();
        }
    }
}

/// The colon that ends a block after a word; `None` where none does.
fn colon<'a>(context: &Context<'a>, block: &Block) -> Option<&'a Token> {
    let [.., before, colon] = &context.tokens()[block.tokens()] else { return None };
    let follows = before.is_wordlike() || before.closes_quotation();
    (colon.is_mark(':') && follows && block.kind() != BlockKind::ListItem && !context.is_verbatim(colon.span())).then_some(colon)
}

/// Whether a line reads as a headline: several words, a capital or a figure first, no verb that would make it a sentence
/// which introduces something, no form of address.
fn is_headline(context: &Context, block: &Block) -> bool {
    let tokens = &context.tokens()[block.tokens()];
    // “Mr. Speaker, honoured guests:”
    let address = tokens.iter().any(|t| t.is_mark(','));
    let says = |at: usize| SAYING.iter().any(|&class| context.is(at, class));
    block.kind() == BlockKind::Heading
        && count_words(tokens) >= HEADLINE
        && tokens.first().is_some_and(|t| t.is_capitalized() || !t.is_word())
        && !address
        && !context.is(block.tokens().start, WordClass::Salutation)
        && !block.tokens().any(says)
}

/// Whether what follows on a line is nothing that it announces: the end of the text, or a paragraph of several sentences
/// that opens no quotation.
fn stands_alone(context: &Context, next: Option<&Block>) -> bool {
    next.is_none_or(|block| {
        let first = context.tokens().get(block.tokens().start);
        block.kind() == BlockKind::Paragraph
            && block.sentences().len() > 1
            && first.is_some_and(|t| t.is_word() && t.is_capitalized())
    })
}
