//! Headlines that were cut in the middle: they end in a word that cannot end one, or in dots.
//!
//! In: the headings before paragraphs and the classes of their last words. Out: the last word or the dots; no fix, since
//! the rest is lost.
//! Must not know: which words cannot stand last; that is the tables'.

use crate::document::{Block, BlockKind, Token, count_words};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::Doubling;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/truncated-heading",
    summary: "a headline that was cut in the middle",
    why: "a headline that breaks off was cut by the width of a page, and readers miss its end",
    category: "accuracy/omission",
    severity: Severity::Minor,
    classes: &[Class {
        id: "cut",
        what: "a headline that ends, perhaps with dots, in an article, a preposition or another word that cannot stand last",
        by_definition: None,
    }],
    safety: None,
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Words of the shortest and the longest headline that is looked at.
const WORDS: std::ops::RangeInclusive<usize> = 4..=25;
/// Words of a paragraph below a headline.
const TEXT: usize = 8;
/// Blocks below a headline among which its text stands.
const BELOW: usize = 3;
/// Tokens of a headline that a message quotes.
const SHOWN: usize = 30;

/// `residue/truncated-heading`
#[derive(Debug)]
pub(super) struct TruncatedHeading;

/// In what a headline ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Word,
    Dots,
}

impl Rule for TruncatedHeading {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for (index, block) in context.document.blocks().iter().enumerate() {
            let Some(last) = block.tokens().end.checked_sub(1) else { continue };
            let Some((end, tokens)) = cut_at(context, block, last) else { continue };
            if is_wrapped(context, index)
                || !heads_text(context, index, end)
                || !WORDS.contains(&words(context, block))
                || is_no_headline(context, block)
            {
                continue;
            }
            let Some(span) = context.document.span_of(tokens) else { continue };
            let (seen, last) = (context.document.beginning(block.tokens(), SHOWN), context.slice(span));
            report
                .at(span, "cut", format!("The headline “{seen}” breaks off at “{last}”. Write its end, or shorten it."))
                .ask(format!("How does the headline “{seen}” go on?"))
                .done();
        }
    }
}

/// Whether the next line follows without a blank one and goes on in lower case, or in capitals as this one does: a line of a
/// paragraph that was broken by hand.
fn is_wrapped(context: &Context, index: usize) -> bool {
    let blocks = context.document.blocks();
    let (Some(block), Some(next)) = (blocks.get(index), blocks.get(index + 1)) else { return false };
    let between = context.document.text().span(block.span().end()..next.span().start()).map(|gap| context.slice(gap));
    let close = between.is_some_and(|gap| gap.bytes().filter(|&byte| byte == b'\n').count() == 1);
    let (last, first) = (block.tokens().end.checked_sub(1), next.tokens().start);
    let token = |at: usize| context.tokens().get(at);
    let shouted = last.and_then(token).is_some_and(Token::is_all_caps) && token(first).is_some_and(Token::is_all_caps);
    close && (token(first).is_some_and(Token::is_lower) || shouted)
}

fn words(context: &Context, block: &Block) -> usize {
    count_words(context.tokens().get(block.tokens()).unwrap_or_default())
}

/// Where a headline is cut, and in what it ends; `None` for a sound one.
fn cut_at(context: &Context, block: &Block, last: usize) -> Option<(End, std::ops::Range<usize>)> {
    let tokens = context.tokens();
    let token = tokens.get(last)?;
    if block.kind() == BlockKind::Heading && token.is_word() {
        // The article “a” and the letter A look alike in a headline.
        let letter = token.is_capitalized() && token.span().len() == 1;
        if context.is(last, WordClass::Unfinished) && !letter && !spoken_of(context, block, last) {
            return Some((End::Word, last..last + 1));
        }
        return stranded(context, block, last).then_some((End::Word, last..last + 1));
    }
    let dots = block.tokens().rev().take_while(|&i| tokens.get(i).is_some_and(|t| t.is_mark('.') || t.is_mark('…'))).count();
    let first = block.tokens().end - dots;
    let cut = dots >= 3 || dots >= 1 && token.is_mark('…');
    let word = first.checked_sub(1).filter(|&i| i >= block.tokens().start)?;
    let glued = tokens.get(first).is_some_and(|t| !t.space_before());
    let kind = |kind| context.facts.words().get(word).is_some_and(|&id| context.knowledge.doubled.is(id, kind));
    let open =
        [WordClass::Unfinished, WordClass::Stranded, WordClass::Infinitive, WordClass::Preposition, WordClass::PlacePreposition]
            .iter()
            .any(|&class| context.is(word, class));
    // “And so on…” is whole.
    let open = (open || kind(Doubling::Auxiliary) || kind(Doubling::Copula)) && !kind(Doubling::Emphatic);
    let titled = block.tokens().filter(|&i| tokens.get(i).is_some_and(Token::is_title_case)).count() * 2 > words(context, block);
    // “Who Will Win…” is a teaser.
    let asks = block
        .tokens()
        .any(|i| context.facts.words().get(i).is_some_and(|&id| context.knowledge.doubled.is(id, Doubling::SubjectClause)));
    (cut && glued && block.sentences().len() == 1 && (open || titled && !asks)).then_some((End::Dots, first..first + dots))
}

/// Whether the last words are an auxiliary without its verb or a preposition without its noun, and no question or
/// relative clause before them takes it away ("What Dreams Are Made Of", "The Way We Were").
fn stranded(context: &Context, block: &Block, last: usize) -> bool {
    let kind = |i: usize, kind| context.facts.words().get(i).is_some_and(|&word| context.knowledge.doubled.is(word, kind));
    let auxiliary = kind(last, Doubling::Auxiliary) || kind(last, Doubling::Copula);
    let preposition = context.is(last, WordClass::Stranded);
    if !auxiliary && !preposition {
        return false;
    }
    let taken = block.tokens().any(|i| {
        i < last && (kind(i, Doubling::SubjectClause) || context.is(i, WordClass::Pronoun) || context.is(i, WordClass::Joining))
    });
    // “To Be”, “As It Is”: what stands twice, or after “to” or “not”, is said on purpose.
    let again = block.tokens().filter(|&i| context.hash(i) == context.hash(last)).count() > 1;
    let chained = last.checked_sub(1).is_some_and(|i| {
        auxiliary
            && (context.is(i, WordClass::Preposition) || context.is(i, WordClass::Coordinator) || kind(i, Doubling::Comparing))
    });
    // “A Trap to Beware Of”: the verb before it has taken the preposition.
    let infinitive = preposition && last.checked_sub(2).is_some_and(|i| context.is(i, WordClass::Infinitive));
    !taken && !again && !chained && !infinitive
}

/// Whether the last word is spoken of: “The Definite Article The”, “Words Like The”.
fn spoken_of(context: &Context, block: &Block, last: usize) -> bool {
    block.tokens().any(|i| i < last && context.is(i, WordClass::Mention))
        || block.tokens().filter(|&i| context.hash(i) == context.hash(last)).count() > 2
}

/// Whether a paragraph of prose follows; below dots, which chats have at the end of a line, one of several sentences.
fn heads_text(context: &Context, index: usize, end: End) -> bool {
    // A breadcrumb or a bar of links may stand between.
    let below = context.document.blocks().iter().skip(index + 1).take(BELOW);
    below
        .filter(|block| block.kind() == BlockKind::Paragraph)
        .any(|block| words(context, block) >= TEXT && (end == End::Word || block.sentences().len() > 1))
}

/// Whether the line is no headline: it opens with a mark or in lower case, or has the marks of an enumeration.
fn is_no_headline(context: &Context, block: &Block) -> bool {
    let tokens = context.tokens().get(block.tokens()).unwrap_or_default();
    let capital = tokens.first().is_some_and(|t| t.is_wordlike() && !t.is_lower());
    !capital || tokens.iter().any(|t| t.is_mark(';') || t.is_mark('|'))
}
