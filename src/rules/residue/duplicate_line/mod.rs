//! Headlines, captions and paragraphs that stand a second time.
//!
//! In: the blocks of a document. Out: deletions of the later of two equal blocks.
//! Must not know: any table of words.

mod verse;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{Block, BlockKind, Document, count_words};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::join;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/duplicate-line",
    summary: "a headline, caption or paragraph that stands a second time",
    why: "a line that stands twice was taken from two places of the page, and readers stumble over the second",
    category: "accuracy/addition",
    severity: Severity::Minor,
    classes: &[Class { id: "twice", what: "a line or paragraph again, word for word", by_definition: None }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Words of the shortest line that does not stand twice by chance.
const FEWEST_WORDS: usize = 5;
/// Blocks between a line that is no headline and its repetition; farther away it may be meant.
const NEAR: usize = 3;
/// Words of a line that is not said twice by chance, however far away.
const LONG: usize = 9;
/// Tokens of a line that a message quotes.
const SHOWN: usize = 12;

/// Tokens of the last step of a breadcrumb at most; more are the headline behind it.
const SECTION: usize = 6;

/// `residue/duplicate-line`
#[derive(Debug)]
pub(super) struct DuplicateLine;

impl Rule for DuplicateLine {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let lines = Lines::new(context);
        for group in lines.groups() {
            lines.report(&group, report);
        }
    }
}

/// A block, or the headline that follows a breadcrumb within one.
struct Line {
    block: usize,
    tokens: Range<usize>,
}

struct Lines<'a> {
    document: &'a Document,
    hashes: &'a [u64],
    /// The block that is the headline.
    headline: Option<usize>,
}

impl<'a> Lines<'a> {
    fn new(context: &Context<'a>) -> Self {
        let document = context.document;
        let heading =
            |b: &Block| b.kind() == BlockKind::Heading && after_breadcrumb(document, b).is_none_or(|t| t.len() > SECTION);
        Self { document, hashes: context.facts.hashes(), headline: document.blocks().iter().position(heading) }
    }

    /// Lines with the same words, two or more, in the order of the text.
    fn groups(&self) -> Vec<Vec<Line>> {
        // Few lines begin like another: only those are read to their end.
        let keyed: Vec<(u64, Line)> = self.all().filter_map(|line| Some((self.head(&line)?, line))).collect();
        let mut heads: Vec<u64> = keyed.iter().map(|(key, _)| *key).collect();
        heads.sort_unstable();
        let repeated: FxHashSet<u64> = heads.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        let mut places: FxHashMap<u64, usize> = FxHashMap::default();
        let mut groups: Vec<Vec<Line>> = Vec::new();
        for (key, line) in keyed {
            if !repeated.contains(&key) {
                continue;
            }
            let place = *places.entry(self.hash(&line.tokens, usize::MAX)).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.push(line),
                None => groups.push(vec![line]),
            }
        }
        groups.retain(|group| group.len() > 1);
        groups
    }

    fn all(&self) -> impl Iterator<Item = Line> {
        self.document.blocks().iter().enumerate().flat_map(|(block, b)| {
            let whole = Line { block, tokens: b.tokens() };
            let tail = after_breadcrumb(self.document, b).map(|tokens| Line { block, tokens });
            std::iter::once(whole).chain(tail)
        })
    }

    /// A hash of the first words of a line; `None` where it is too short, or no line of text.
    fn head(&self, line: &Line) -> Option<u64> {
        let block = self.document.blocks().get(line.block)?;
        let tokens = self.document.tokens().get(line.tokens.clone())?;
        let first = tokens.iter().take(4 * FEWEST_WORDS);
        let words = first.clone().filter(|t| t.is_word() && !t.is_clitic()).count();
        let cells = first.filter(|t| t.is_mark('|') || t.is_mark('#')).count();
        let text = words >= FEWEST_WORDS && cells == 0 && block.kind() != BlockKind::ListItem;
        text.then(|| self.hash(&line.tokens, FEWEST_WORDS))
    }

    /// A hash of the first words of a line in lower case, marks left out.
    fn hash(&self, tokens: &Range<usize>, words: usize) -> u64 {
        let all = self.document.tokens().get(tokens.clone()).unwrap_or_default();
        let hashes = self.hashes.get(tokens.clone()).unwrap_or_default();
        let words = all.iter().zip(hashes).filter(|(t, _)| t.is_wordlike() && !t.is_clitic()).take(words);
        words.fold(0, |key, (_, &hash)| join(key, hash))
    }

    fn report(&self, group: &[Line], report: &mut Reporter) {
        let Some((first, later)) = group.split_first() else { return };
        // What comes back three times and more, spread over the text, is a refrain or a label.
        let spread = group.windows(2).any(|pair| pair[1].block.saturating_sub(pair[0].block) > NEAR);
        if later.len() > 1 && spread {
            return;
        }
        for line in later {
            if !self.is_slip(first, line) {
                continue;
            }
            let blocks = self.document.blocks();
            let (Some(block), Some(known)) = (blocks.get(line.block), self.document.span_of(first.tokens.clone())) else {
                continue;
            };
            let words = self.document.beginning(line.tokens.clone(), SHOWN);
            let what = if block.kind() == BlockKind::Heading { "line" } else { "paragraph" };
            report
                .at(block.span(), "twice", format!("The {what} “{words}” stands above already. Delete the repetition."))
                .evidence("count", format!("stands {} times", group.len()), None)
                .compare(known, "the same words here")
                .fix("Delete the repetition", Safety::Unsafe, &[(self.document.deletion_of(block), "")])
                .done();
        }
    }

    /// Whether a repetition is hardly meant: it is near, repeats the headline, or is long.
    fn is_slip(&self, first: &Line, later: &Line) -> bool {
        let Some(block) = self.document.blocks().get(later.block) else { return false };
        let apart = later.block.saturating_sub(first.block);
        let headline = block.kind() == BlockKind::Heading && self.headline == Some(first.block);
        let meant = !headline && (self.is_labelled(block) || self.is_spoken(block));
        apart > 0
            && !meant
            && (apart <= NEAR || headline || self.words(&later.tokens) >= LONG)
            && (headline && apart == 1 || !verse::is_verse(self.document, later.block, first.block))
    }

    /// Whether a block begins as a credit, a speaker's turn or a field of a form: “Photo: …”.
    fn is_labelled(&self, block: &Block) -> bool {
        let start = block.tokens().start;
        self.document.tokens().get(start..start + 3).is_some_and(|head| head.iter().any(|t| t.is_mark(':')))
    }

    /// Whether a short paragraph is speech, which may say a thing twice.
    fn is_spoken(&self, block: &Block) -> bool {
        let opened = self.document.tokens().get(block.tokens().start).is_some_and(super::opens_speech);
        block.kind() == BlockKind::Paragraph && opened && self.words(&block.tokens()) < 2 * LONG
    }

    fn words(&self, tokens: &Range<usize>) -> usize {
        count_words(self.document.tokens().get(tokens.clone()).unwrap_or_default())
    }
}

/// The tokens after the last separator of a short block.
fn after_breadcrumb(document: &Document, block: &Block) -> Option<Range<usize>> {
    if block.kind() != BlockKind::Heading {
        return None;
    }
    let tokens = document.tokens().get(block.tokens())?;
    let last = tokens.iter().rposition(|t| matches!(t.mark(), Some('»' | '›' | '>' | '|' | '/')) && t.space_before())?;
    Some(block.tokens().start + last + 1..block.tokens().end)
}
