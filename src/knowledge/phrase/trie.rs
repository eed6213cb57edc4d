//! The automaton: all patterns as one tree of words, walked from each token that can begin a pattern.
//!
//! Most tokens begin none and cost one look into a list; a walk ends after a few tokens. All matches are reported.
//! The nodes stand in flat lists, level by level, so that the tree of the built-in tables is read and not built.

use std::ops::Range;

use super::pattern::Slot;
use crate::knowledge::WordId;

/// A match of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The row, as [`super::Phrases::row`] takes it.
    pub row: usize,
    /// Which of the row's phrases it is, by its place in [`super::PhraseRow::phrases`].
    pub phrase: usize,
    /// Token indices of the match.
    pub tokens: Range<usize>,
    /// Token indices of what stands in each slot and gap, in order.
    pub slots: Vec<Range<usize>>,
}

/// All patterns as a tree; nodes are named by number, the root is 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Trie {
    /// For each node: the first and the last but one of the nodes that a word leads to.
    pub(super) children: Vec<[u32; 2]>,
    /// For each node: the word that leads to it; sorted among the children of a node.
    pub(super) words: Vec<u32>,
    /// Node, what fits the slot, and the node after it; sorted.
    pub(super) slots: Vec<(u32, Slot, u32)>,
    /// Node, the least and the most tokens of a gap, and the node after it; sorted.
    pub(super) gaps: Vec<(u32, (u8, u8), u32)>,
    /// Node, the row that ends there, and the number of its phrase; sorted.
    pub(super) rows: Vec<[u32; 3]>,
    /// For each word id: the node after it at the start of a pattern, 0 for none.
    roots: Vec<u32>,
    /// For each node: whether slots, gaps or rows are listed for it.
    marks: Vec<u8>,
}

const SLOTS: u8 = 1;
const GAPS: u8 = 2;
const ROWS: u8 = 4;

impl Trie {
    /// A tree of these lists.
    pub(super) fn of(
        children: Vec<[u32; 2]>,
        words: Vec<u32>,
        slots: Vec<(u32, Slot, u32)>,
        gaps: Vec<(u32, (u8, u8), u32)>,
        rows: Vec<[u32; 3]>,
    ) -> Self {
        let mut roots = Vec::new();
        for node in children.first().map_or(0..0, |&[start, end]| start as usize..end as usize) {
            let word = words.get(node).map_or(0, |&word| word as usize);
            if roots.len() <= word {
                roots.resize(word + 1, 0);
            }
            roots[word] = node as u32;
        }
        let mut marks = vec![0; children.len()];
        let of = |node: u32, mark: u8, marks: &mut Vec<u8>| marks.get_mut(node as usize).into_iter().for_each(|m| *m |= mark);
        slots.iter().for_each(|&(node, ..)| of(node, SLOTS, &mut marks));
        gaps.iter().for_each(|&(node, ..)| of(node, GAPS, &mut marks));
        rows.iter().for_each(|&[node, ..]| of(node, ROWS, &mut marks));
        Self { children, words, slots, gaps, rows, roots, marks }
    }

    /// The node after a word at the start of a pattern.
    fn root(&self, id: WordId) -> Option<u32> {
        self.roots.get(id.index()).copied().filter(|&node| node != 0)
    }

    /// Whether a pattern begins with this word.
    pub fn begins_with(&self, id: WordId) -> bool {
        self.root(id).is_some()
    }

    /// The node that a word leads to.
    fn child(&self, node: u32, word: WordId) -> Option<u32> {
        let &[start, end] = self.children.get(node as usize)?;
        let siblings = self.words.get(start as usize..end as usize)?;
        siblings.binary_search(&(word.index() as u32)).ok().map(|at| start + at as u32)
    }

    /// All matches that begin at token `at` and end before token `end` (the end of its sentence or block).
    ///
    /// `words` are the ids of all tokens; `fits` tells whether a token fits a slot.
    pub fn matches(&self, words: &[WordId], at: usize, end: usize, fits: &dyn Fn(Slot, usize) -> bool, out: &mut Vec<Hit>) {
        let Some(node) = words.get(at).and_then(|&word| self.root(word)) else { return };
        let walk = Walk { trie: self, words, start: at, end, fits };
        walk.go(node, at + 1, &mut Vec::new(), out);
    }
}

/// The entries of a node in a list that is sorted by node.
fn listed<T>(list: &[T], node: u32, node_of: impl Fn(&T) -> u32) -> &[T] {
    let start = list.partition_point(|entry| node_of(entry) < node);
    let rest = list.get(start..).unwrap_or_default();
    rest.get(..rest.partition_point(|entry| node_of(entry) == node)).unwrap_or_default()
}

struct Walk<'a> {
    trie: &'a Trie,
    words: &'a [WordId],
    start: usize,
    end: usize,
    fits: &'a dyn Fn(Slot, usize) -> bool,
}

impl Walk<'_> {
    fn go(&self, node: u32, at: usize, slots: &mut Vec<Range<usize>>, out: &mut Vec<Hit>) {
        let marks = self.trie.marks.get(node as usize).copied().unwrap_or_default();
        if marks & ROWS != 0 {
            let hit = |&[_, row, phrase]: &[u32; 3]| Hit {
                row: row as usize,
                phrase: phrase as usize,
                tokens: self.start..at,
                slots: slots.clone(),
            };
            out.extend(listed(&self.trie.rows, node, |row| row[0]).iter().map(hit));
        }
        let Some(&word) = self.words.get(at).filter(|_| at < self.end) else { return };
        if word != WordId::NONE
            && let Some(next) = self.trie.child(node, word)
        {
            self.go(next, at + 1, slots, out);
        }
        if marks & SLOTS != 0 {
            for &(_, slot, next) in listed(&self.trie.slots, node, |slot| slot.0) {
                if (self.fits)(slot, at) {
                    self.take(at..at + 1, next, slots, out);
                }
            }
        }
        if marks & GAPS != 0 {
            for &(_, (min, max), next) in listed(&self.trie.gaps, node, |gap| gap.0) {
                let lengths = usize::from(min)..=usize::from(max);
                lengths.take_while(|length| at + length <= self.end).for_each(|n| self.take(at..at + n, next, slots, out));
            }
        }
    }

    /// Goes on behind what stands in a slot.
    fn take(&self, tokens: Range<usize>, next: u32, slots: &mut Vec<Range<usize>>, out: &mut Vec<Hit>) {
        let at = tokens.end;
        slots.push(tokens);
        self.go(next, at, slots, out);
        slots.pop();
    }
}
