//! Regions: stretches in which rules behave differently.

use super::token::{Token, TokenKind};
use super::{Block, BlockKind, Quotations, Span};

/// Why a stretch is special.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    /// Between quotation marks: somebody's words.
    Quotation,
    /// A heading.
    Heading,
    /// A web or mail address or a path.
    Link,
    /// Code between back quotes, or between two lines that begin with three of them.
    Code,
    /// A hashtag or a handle (“#news”, “@desk”).
    Tag,
}

/// A stretch of text with its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: RegionKind,
}

/// The regions of each kind with how far it and those before it reach, so that a place is looked up without walking
/// through all that comes before.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<Vec<(Span, usize)>>);

impl Places {
    /// From regions sorted by their start.
    pub(super) fn new(regions: &[Region]) -> Self {
        let mut places: Vec<Vec<(Span, usize)>> = Vec::new();
        for region in regions {
            let kind = region.kind as usize;
            if places.len() <= kind {
                places.resize_with(kind + 1, Vec::new);
            }
            let reach = places[kind].last().map_or(0, |&(_, reach)| reach).max(region.span.end());
            places[kind].push((region.span, reach));
        }
        Self(places)
    }

    /// Whether a span lies wholly inside a region of this kind.
    pub(super) fn inside(&self, span: Span, kind: RegionKind) -> bool {
        let Some(places) = self.0.get(kind as usize) else { return false };
        // All that start at or before the span; where one of them reaches its end, it holds it.
        let end = places.partition_point(|(place, _)| place.start() <= span.start());
        end.checked_sub(1).and_then(|last| places.get(last)).is_some_and(|&(_, reach)| reach >= span.end())
    }
}

/// All regions, sorted by their start, the longer first.
pub(super) fn regions(tokens: &[Token], blocks: &[Block], quotations: &Quotations) -> Vec<Region> {
    let quoted = quotations.speech().iter().map(|&span| Region { span, kind: RegionKind::Quotation });
    let headings =
        blocks.iter().filter(|b| b.kind() == BlockKind::Heading).map(|b| Region { span: b.span(), kind: RegionKind::Heading });
    let links = tokens.iter().filter(|t| t.kind() == TokenKind::Link).map(|t| Region { span: t.span(), kind: RegionKind::Link });
    let mut all: Vec<Region> =
        quoted.chain(headings).chain(links).chain(code(tokens, blocks)).chain(tags(tokens, blocks)).collect();
    all.sort_by_key(|r| (r.span.start(), std::cmp::Reverse(r.span.end())));
    all
}

/// Back quotes that begin a line before and after code.
const FENCE: usize = 3;

/// Hashtags and handles: the sign, close to the words that follow on it.
fn tags(tokens: &[Token], blocks: &[Block]) -> Vec<Region> {
    let mut found = Vec::new();
    for block in blocks {
        let tokens = &tokens[block.tokens()];
        for (at, sign) in tokens.iter().enumerate() {
            let free = at == 0 || sign.space_before() || tokens[at - 1].mark().is_some();
            if !matches!(sign.mark(), Some('#' | '@')) || !free {
                continue;
            }
            let joined = |t: &&Token| !t.space_before() && (t.is_wordlike() || t.is_mark('_'));
            if let Some(last) = tokens[at + 1..].iter().take_while(joined).last() {
                found.push(Region { span: sign.span().cover(last.span()), kind: RegionKind::Tag });
            }
        }
    }
    found
}

/// Stretches between two back quotes of one block, and from a fence to the next.
fn code(tokens: &[Token], blocks: &[Block]) -> Vec<Region> {
    let mut found = Vec::new();
    let mut fence: Option<Span> = None;
    for block in blocks {
        if tokens[block.tokens()].iter().take(FENCE).filter(|t| t.is_mark('`')).count() == FENCE {
            match fence.take() {
                Some(start) => found.push(Region { span: start.cover(block.span()), kind: RegionKind::Code }),
                None => fence = Some(block.span()),
            }
            continue;
        }
        code_in_line(&tokens[block.tokens()], &mut found);
    }
    found
}

/// Stretches between two runs of back quotes of one length; two of them that two apostrophes close are the quotation
/// marks of TeX.
fn code_in_line(tokens: &[Token], found: &mut Vec<Region>) {
    let mut open: Option<Span> = None;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let close = |t: &&Token| !t.space_before() && t.mark() == token.mark();
        let length = match token.mark() {
            Some('`' | '\'') => 1 + tokens[at + 1..].iter().take_while(close).count(),
            _ => 1,
        };
        let run = token.span().cover(tokens[at + length - 1].span());
        match (token.mark(), open) {
            (Some('`'), Some(start)) if start.len() == run.len() => {
                found.push(Region { span: start.cover(run), kind: RegionKind::Code });
                open = None;
            }
            (Some('`'), None) => open = Some(run),
            (Some('\''), Some(start)) if length == 2 && start.len() == 2 => open = None,
            _ => {}
        }
        at += length;
    }
}
