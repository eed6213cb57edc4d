//! Phrase hits: one walk over the tokens finds the matches of all multi-word tables.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Signals;
use crate::document::{BlockKind, Document, RegionKind, Span, Token, TokenKind};
use crate::knowledge::phrase::{Anchor, Hit, Neighbour, PhraseTable, Slot, Test, Topic};
use crate::knowledge::{Knowledge, Language, WordClass, WordId};

/// A match of a phrase row whose anchor and tests hold.
#[derive(Clone, Debug)]
pub struct PhraseHit {
    /// The table of the row.
    pub table: PhraseTable,
    /// The row, as [`crate::knowledge::phrase::Phrases::row`] takes it.
    pub row: usize,
    /// Which of the row's phrases it is, by its place in [`crate::knowledge::phrase::PhraseRow::phrases`].
    pub phrase: usize,
    /// The matched words.
    pub span: Span,
    /// Token indices of the match.
    pub tokens: Range<usize>,
    /// Token indices of what stands in each slot, in order.
    pub slots: Vec<Range<usize>>,
}

/// How many tokens on each side of a hit are near it.
const NEAR: usize = 30;

/// A document is about a topic from so many different words of it on: fewer may be figures of speech.
const ABOUT: usize = 3;

/// Finds the matches of all tables whose anchor and tests hold, the tests on the whole document aside.
///
/// `sources` are the languages that the copy is known to come from; rows for others are silent.
pub(super) fn candidates(document: &Document, knowledge: &Knowledge, words: &[WordId], sources: &[Language]) -> Vec<PhraseHit> {
    let look = Look { document, knowledge, words, sources, topics: OnceCell::new() };
    let mut hits: Vec<PhraseHit> = Vec::new();
    let mut found = Vec::new();
    for sentence in document.sentences() {
        let range = sentence.tokens();
        for at in range.clone() {
            if !knowledge.phrases.begin_with(words[at]) {
                continue;
            }
            knowledge.phrases.matches(words, at, range.end, &|slot, at| look.fits(slot, at), &mut found);
            hits.extend(found.drain(..).filter_map(|hit| look.accept(hit)));
        }
    }
    hits
}

/// Whether some hit may speak only where the document shows a source language.
pub(super) fn ask_for_signals(hits: &[PhraseHit], knowledge: &Knowledge) -> bool {
    hits.iter().filter_map(|hit| knowledge.phrases.row(hit.row)).any(|row| row.when.contains(&Test::Signal))
}

/// Drops the hits whose tests on the whole document do not hold; of overlapping hits of one table the longest, then the
/// first, is kept. Hits on different matters of the house may share words (“the Ukraine conflict”), one within the other not.
pub(super) fn settle(mut hits: Vec<PhraseHit>, knowledge: &Knowledge, signals: &Signals) -> Vec<PhraseHit> {
    let tests = |row: usize| knowledge.phrases.row(row).map_or(&[][..], |row| &row.when);
    let shown = |row: usize| knowledge.phrases.row(row).is_some_and(|row| signals.show(&row.from));
    hits.retain(|hit| !tests(hit.row).contains(&Test::Signal) || shown(hit.row));
    hits.sort_by_key(|h| (h.table, h.tokens.start, std::cmp::Reverse(h.tokens.end), h.row));
    hits.dedup_by(|later, kept| {
        let within = later.tokens.end <= kept.tokens.end || kept.table != PhraseTable::Sensitive;
        later.table == kept.table && later.tokens.start < kept.tokens.end && within
    });
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    hits.iter().for_each(|hit| *counts.entry(hit.row).or_default() += 1);
    let often = |row: usize, least: usize| counts.get(&row).is_some_and(|&count| count >= least);
    hits.retain(|hit| tests(hit.row).iter().all(|test| if let Test::Count(n) = test { often(hit.row, *n) } else { true }));
    hits.sort_by_key(|h| (h.tokens.start, h.tokens.end, h.table, h.row));
    hits
}

struct Look<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: &'a [WordId],
    sources: &'a [Language],
    /// How many different words of each topic stand in the document, counted when a row asks.
    topics: OnceCell<Vec<usize>>,
}

impl Look<'_> {
    fn fits(&self, slot: Slot, at: usize) -> bool {
        let token = &self.document.tokens()[at];
        let has = |class| self.knowledge.vocabulary.is(self.words, at, class);
        match slot {
            Slot::Number => token.kind() == TokenKind::Number,
            // Papers are named by their sites, too ("Lenta.ru").
            Slot::Name => {
                let named = token.is_word() || token.kind() == TokenKind::Link;
                named && token.is_capitalized() && !has(WordClass::Function)
            }
            Slot::Class(class) => has(class),
        }
    }

    /// Tests the anchor and all tests but those on the whole document.
    fn accept(&self, hit: Hit) -> Option<PhraseHit> {
        let row = self.knowledge.phrases.row(hit.row)?;
        let fits = self.sources.is_empty() || row.from.is_empty() || row.from.iter().any(|from| self.sources.contains(from));
        let span = self.document.span_of(hit.tokens.clone()).filter(|_| fits)?;
        let holds = row.when.iter().all(|test| match *test {
            Test::Count(_) | Test::Signal => true,
            Test::Near(topic) => self.near(topic, &hit.tokens),
            Test::NotNear(topic) => !self.near(topic, &hit.tokens),
            Test::About(topic) => self.count(topic) >= ABOUT,
            Test::NotAbout(topic) => self.count(topic) == 0,
            Test::OutsideQuotation => !self.document.inside(span, RegionKind::Quotation),
            Test::Next(neighbour, wanted) => self.is_there(neighbour, Some(hit.tokens.end)) == wanted,
            Test::Previous(neighbour, wanted) => self.is_there(neighbour, hit.tokens.start.checked_sub(1)) == wanted,
        });
        let keep = holds && self.anchored(row.anchor, &hit.tokens);
        let Hit { row: number, phrase, tokens, slots } = hit;
        keep.then_some(PhraseHit { table: row.table, row: number, phrase, span, tokens, slots })
    }

    /// Whether a token of this kind stands at a place; nothing does outside the text.
    fn is_there(&self, neighbour: Neighbour, at: Option<usize>) -> bool {
        let Some((at, token)) = at.and_then(|at| Some((at, self.document.tokens().get(at)?))) else { return false };
        match neighbour {
            Neighbour::Name => token.is_capitalized(),
            Neighbour::Number => token.kind() == TokenKind::Number,
            Neighbour::Mark => token.kind() == TokenKind::Mark,
            Neighbour::Class(class) => self.knowledge.vocabulary.is(self.words, at, class),
        }
    }

    /// How many different words of a topic stand in the document.
    fn count(&self, topic: Topic) -> usize {
        let counts = self.topics.get_or_init(|| {
            let topics = self.knowledge.phrases.topics();
            let mut words: Vec<WordId> = self.words.iter().copied().filter(|&word| !topics.of(word).is_empty()).collect();
            words.sort_unstable();
            words.dedup();
            topics.all().map(|topic| words.iter().filter(|&&word| topics.of(word).has(topic)).count()).collect()
        });
        counts.get(topic.number()).copied().unwrap_or_default()
    }

    /// Whether a word of the topic stands within [`NEAR`] tokens on either side, in the same block.
    fn near(&self, topic: Topic, hit: &Range<usize>) -> bool {
        let block = self.document.blocks()[self.document.block_of(hit.start)].tokens();
        let before = block.start.max(hit.start.saturating_sub(NEAR))..hit.start;
        let after = hit.end..block.end.min(hit.end + NEAR);
        let of_topic = |&word: &WordId| word != WordId::NONE && self.knowledge.phrases.topics().of(word).has(topic);
        [before, after].into_iter().any(|side| self.words.get(side).is_some_and(|words| words.iter().any(of_topic)))
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
            Anchor::AfterQuotation => {
                let before = &tokens[block.tokens().start..hit.start];
                // Slavic punctuation sets a comma and a dash between the quotation and its speaker.
                let links = before.iter().rev().take_while(|t| matches!(t.mark(), Some(',' | '–' | '—'))).count();
                let closing = before.iter().rev().nth(links).and_then(Token::mark);
                matches!(closing, Some('”' | '"' | '»' | '’')) && tokens[hit.start].space_before()
            }
            Anchor::ClauseEnd => {
                hit.end == block.tokens().end
                    || matches!(tokens[hit.end].mark(), Some('.' | ',' | ';' | ':' | '!' | '?' | '…' | '–' | '—'))
            }
            Anchor::Block => opens_block() && only_marks(hit.end..block.tokens().end) && block.kind() != BlockKind::ListItem,
            Anchor::BlockStart => opens_block(),
        }
    }
}
