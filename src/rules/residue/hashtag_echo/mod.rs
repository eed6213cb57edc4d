//! Lines of hashtags that repeat the headline word by word, as publishing software makes them.
//!
//! In: the blocks of a document. Out: deletions of blocks that hold hashtags and nothing else.
//! Must not know: any table of words.

use crate::document::{Block, BlockKind, Document, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::fold;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/hashtag-echo",
    summary: "a line of hashtags that repeats the headline",
    why: "a tag line made from the headline’s words was meant for a network, not for readers, and its words make no sense one by one",
    category: "design-and-markup/layout",
    severity: Severity::Minor,
    classes: &[Class {
        id: "echo",
        what: "a line of three hashtags or more, half of them words of the headline",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NOTHING,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewer tags are somebody's own.
const FEWEST_TAGS: usize = 3;
/// Words of the longest headline.
const LONGEST_HEADLINE: usize = 30;
/// Headlines looked at before a tag line, and blocks read to find them.
const HEADLINES: usize = 12;
const REACH: usize = 80;

/// `residue/hashtag-echo`
#[derive(Debug)]
pub(super) struct HashtagEcho;

impl Rule for HashtagEcho {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let document = context.document;
        for (index, block) in document.blocks().iter().enumerate() {
            let Some(tags) = tags(document, block) else { continue };
            let Some((headline, echoed)) = headline(document, index, &tags) else { continue };
            let (count, span) = (tags.len(), block.span());
            let of_all = if echoed == count { format!("All {count}") } else { format!("{echoed} of the {count}") };
            let words = document.slice(headline.span());
            report
                .at(span, "echo", format!("{of_all} hashtags repeat words of the headline “{words}”. Delete the line."))
                .evidence("count", format!("{echoed} of {count} tags"), None)
                .compare(headline.span(), "the headline")
                .fix("Delete the line of hashtags", Safety::Unsafe, &[(document.deletion_of(block), "")])
                .done();
        }
    }
}

/// The folded hashtags of a block that holds nothing else; `None` for every other block.
fn tags(document: &Document, block: &Block) -> Option<Vec<String>> {
    let tokens = document.tokens().get(block.tokens())?;
    if !tokens.first()?.is_mark('#') {
        return None;
    }
    let mut tags = Vec::new();
    let mut folded = String::new();
    for (at, token) in tokens.iter().enumerate() {
        let glued = at > 0 && !token.space_before();
        match token.mark() {
            Some('#') => tags.push(String::new()),
            Some('_' | '-' | '’' | '\'') if glued => {}
            Some(',' | ';') => {}
            None if glued && (token.is_wordlike() || token.is_clitic()) => {
                fold(document.slice(token.span()), &mut folded);
                tags.last_mut()?.push_str(&folded);
            }
            _ => return None,
        }
    }
    (tags.len() >= FEWEST_TAGS && tags.iter().all(|tag| !tag.is_empty())).then_some(tags)
}

/// The headline before a block that holds the most of its tags, half of them at least, and how many it holds.
fn headline<'a>(document: &'a Document, index: usize, tags: &[String]) -> Option<(&'a Block, usize)> {
    let blocks = document.blocks();
    let near = blocks.get(index.saturating_sub(REACH)..index)?;
    let first = blocks.get(..index.saturating_sub(near.len()))?;
    // A post carries its tags right below; between a headline and its echo stands the text.
    let text = near.iter().rposition(|block| block.kind() == BlockKind::Paragraph)?;
    let short = |block: &&Block| block.sentences().len() == 1 && block.tokens().len() <= 2 * LONGEST_HEADLINE;
    let candidates =
        near.get(..text)?.iter().rev().filter(short).take(HEADLINES).chain(first.iter().take(HEADLINES).filter(short));
    let mut best: Option<(&Block, usize)> = None;
    for candidate in candidates {
        let echoed = echoed(document, candidate, tags);
        if best.is_none_or(|(_, most)| echoed > most) {
            best = Some((candidate, echoed));
        }
    }
    best.filter(|(_, echoed)| *echoed >= 2 && 2 * echoed >= tags.len())
}

/// How many of the tags are words of a headline; 0 where it is no headline.
fn echoed(document: &Document, headline: &Block, tags: &[String]) -> usize {
    let Some(tokens) = document.tokens().get(headline.tokens()) else { return 0 };
    if tokens.first().is_none_or(|t| t.is_mark('#')) {
        return 0;
    }
    let mut words: Vec<String> = Vec::new();
    let mut folded = String::new();
    for token in tokens.iter().filter(|t: &&Token| t.is_wordlike() && !t.is_clitic()) {
        fold(document.slice(token.span()), &mut folded);
        words.push(folded.clone());
    }
    let joined = |tag: &String| words.windows(2).any(|pair| tag.strip_prefix(pair[0].as_str()) == Some(pair[1].as_str()));
    tags.iter().filter(|tag| words.contains(tag) || joined(tag)).count()
}
