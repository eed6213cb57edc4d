//! Phrase hits: one walk over the tokens finds the matches of all multi-word tables.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::{BlockKind, Document, RegionKind, Span, Token, TokenKind};
use crate::knowledge::phrase::{Anchor, Hit, PhraseRow, PhraseTable, Slot, Test};
use crate::knowledge::{Knowledge, WordClass, WordId};

/// A match of a phrase row whose anchor and tests hold.
#[derive(Clone, Debug)]
pub struct PhraseHit {
    /// The table of the row.
    pub table: PhraseTable,
    /// Index of the row in [`crate::knowledge::phrase::Phrases::rows`].
    pub row: usize,
    /// The matched words.
    pub span: Span,
    /// Token indices of the match.
    pub tokens: Range<usize>,
    /// Token indices of what stands in each slot, in order.
    pub slots: Vec<Range<usize>>,
}

/// Finds the hits of all tables; of overlapping hits of one table the longest, then the first, is kept.
pub(super) fn find(document: &Document, knowledge: &Knowledge, words: &[WordId]) -> Vec<PhraseHit> {
    let look = Look { document, knowledge, words };
    let mut hits: Vec<PhraseHit> = Vec::new();
    let mut found = Vec::new();
    for sentence in document.sentences() {
        let range = sentence.tokens();
        for at in range.clone() {
            if !knowledge.phrases.trie().begins_with(words[at]) {
                continue;
            }
            knowledge.phrases.trie().matches(words, at, range.end, &|slot, at| look.fits(slot, at), &mut found);
            hits.extend(found.drain(..).filter_map(|hit| look.accept(hit)));
        }
    }
    hits.sort_by_key(|h| (h.table, h.tokens.start, std::cmp::Reverse(h.tokens.end), h.row));
    hits.dedup_by(|later, kept| later.table == kept.table && later.tokens.start < kept.tokens.end);
    look.keep_counted(&mut hits);
    hits.sort_by_key(|h| (h.tokens.start, h.tokens.end, h.table, h.row));
    hits
}

struct Look<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: &'a [WordId],
}

impl Look<'_> {
    fn row(&self, index: usize) -> &PhraseRow {
        &self.knowledge.phrases.rows()[index]
    }

    fn fits(&self, slot: Slot, at: usize) -> bool {
        let token = &self.document.tokens()[at];
        let has = |class| self.knowledge.vocabulary.classes(self.words[at]).has(class);
        match slot {
            Slot::Number => token.kind() == TokenKind::Number,
            Slot::Name => token.is_word() && token.is_capitalized() && !has(WordClass::Function),
            Slot::Class(class) => has(class),
        }
    }

    /// Tests the anchor and all tests but the count, which needs all hits.
    fn accept(&self, hit: Hit) -> Option<PhraseHit> {
        let row = self.row(hit.row);
        let span = self.document.span_of(hit.tokens.clone())?;
        let holds = row.when.iter().all(|test| match test {
            Test::Count(_) => true,
            Test::OutsideQuotation => !self.document.inside(span, RegionKind::Quotation),
            Test::NextIsName => self.document.tokens().get(hit.tokens.end).is_some_and(Token::is_capitalized),
        });
        let keep = holds && self.anchored(row.anchor, &hit.tokens);
        keep.then_some(PhraseHit { table: row.table, row: hit.row, span, tokens: hit.tokens, slots: hit.slots })
    }

    fn anchored(&self, anchor: Anchor, hit: &Range<usize>) -> bool {
        let tokens = self.document.tokens();
        let block = &self.document.blocks()[self.document.block_of(hit.start)];
        let only_marks = |range: Range<usize>| tokens[range].iter().all(|t| t.kind() == TokenKind::Mark);
        let opens_block = || only_marks(block.tokens().start..hit.start);
        match anchor {
            Anchor::Any => true,
            Anchor::SentenceStart => {
                let sentence = self.document.sentences()[self.document.sentence_of(hit.start)].tokens();
                let opened = hit.start.checked_sub(1).is_some_and(|i| matches!(tokens[i].mark(), Some('“' | '"' | '«' | '„')));
                only_marks(sentence.start..hit.start) || (opened && tokens[hit.start].is_capitalized())
            }
            Anchor::ClauseEnd => {
                hit.end == block.tokens().end
                    || matches!(tokens[hit.end].mark(), Some('.' | ',' | ';' | ':' | '!' | '?' | '…' | '–' | '—'))
            }
            Anchor::Block => opens_block() && only_marks(hit.end..block.tokens().end) && block.kind() != BlockKind::ListItem,
            Anchor::BlockStart => opens_block(),
        }
    }

    /// Drops hits of rows that must hit more often than they do.
    fn keep_counted(&self, hits: &mut Vec<PhraseHit>) {
        let least = |row: usize| self.row(row).when.iter().find_map(|t| if let Test::Count(n) = t { Some(*n) } else { None });
        let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
        for row in hits.iter().map(|hit| hit.row).filter(|&row| least(row).is_some()) {
            *counts.entry(row).or_insert(0) += 1;
        }
        hits.retain(|hit| counts.get(&hit.row).is_none_or(|&count| least(hit.row).is_none_or(|n| count >= n)));
    }
}
