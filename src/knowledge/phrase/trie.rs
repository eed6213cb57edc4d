//! The automaton: all patterns as one tree of words, walked from each token that can begin a pattern.
//!
//! Most tokens begin none and cost one look into a list; a walk ends after a few tokens. All matches are reported.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::pattern::{Element, Slot};
use crate::knowledge::WordId;

/// A match of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the row in [`super::Phrases::rows`].
    pub row: usize,
    /// Which of the row's phrases it is, by its place in [`super::PhraseRow::phrases`].
    pub phrase: usize,
    /// Token indices of the match.
    pub tokens: Range<usize>,
    /// Token indices of what stands in each slot and gap, in order.
    pub slots: Vec<Range<usize>>,
}

#[derive(Debug, Default)]
struct Node {
    slots: Vec<(Slot, usize)>,
    gaps: Vec<(u8, u8, usize)>,
    /// Rows that end here, each with the number of its phrase.
    rows: Vec<(usize, usize)>,
}

/// All patterns as a tree.
#[derive(Debug)]
pub struct Trie {
    nodes: Vec<Node>,
    words: FxHashMap<(usize, WordId), usize>,
    /// For each word id: the node after it at the start of a pattern, 0 for none.
    roots: Vec<usize>,
}

const ROOT: usize = 0;

impl Default for Trie {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], words: FxHashMap::default(), roots: Vec::new() }
    }
}

impl Trie {
    pub(super) fn insert(&mut self, elements: &[Element], row: usize, phrase: usize) {
        let mut at = ROOT;
        for element in elements {
            at = self.child(at, *element);
        }
        self.nodes[at].rows.push((row, phrase));
    }

    fn child(&mut self, at: usize, element: Element) -> usize {
        let new = self.nodes.len();
        let node = &mut self.nodes[at];
        let found = match element {
            Element::Word(id) => *self.words.entry((at, id)).or_insert(new),
            Element::Slot(slot) => find_or_push(&mut node.slots, (slot, new), |a, b| a.0 == b.0).1,
            Element::Gap { min, max } => find_or_push(&mut node.gaps, (min, max, new), |a, b| (a.0, a.1) == (b.0, b.1)).2,
        };
        if found == new {
            self.nodes.push(Node::default());
        }
        found
    }

    /// Fills the list of roots once all patterns are in.
    pub(super) fn close(&mut self) {
        for (&(from, id), &to) in &self.words {
            if from == ROOT {
                if self.roots.len() <= id.index() {
                    self.roots.resize(id.index() + 1, ROOT);
                }
                self.roots[id.index()] = to;
            }
        }
    }

    /// Whether a pattern begins with this word.
    pub fn begins_with(&self, id: WordId) -> bool {
        self.roots.get(id.index()).is_some_and(|&node| node != ROOT)
    }

    /// All matches that begin at token `at` and end before token `end` (the end of its sentence or block).
    ///
    /// `words` are the ids of all tokens; `fits` tells whether a token fits a slot.
    pub fn matches(&self, words: &[WordId], at: usize, end: usize, fits: &dyn Fn(Slot, usize) -> bool, out: &mut Vec<Hit>) {
        let Some(&node) = self.roots.get(words[at].index()).filter(|&&node| node != ROOT) else { return };
        let walk = Walk { trie: self, words, start: at, end, fits };
        walk.go(node, at + 1, &mut Vec::new(), out);
    }
}

fn find_or_push<T: Copy>(list: &mut Vec<T>, item: T, same: impl Fn(&T, &T) -> bool) -> T {
    match list.iter().find(|old| same(old, &item)) {
        Some(&old) => old,
        None => {
            list.push(item);
            item
        }
    }
}

struct Walk<'a> {
    trie: &'a Trie,
    words: &'a [WordId],
    start: usize,
    end: usize,
    fits: &'a dyn Fn(Slot, usize) -> bool,
}

impl Walk<'_> {
    fn go(&self, node: usize, at: usize, slots: &mut Vec<Range<usize>>, out: &mut Vec<Hit>) {
        let here = &self.trie.nodes[node];
        let hit = |&(row, phrase)| Hit { row, phrase, tokens: self.start..at, slots: slots.clone() };
        out.extend(here.rows.iter().map(hit));
        if at >= self.end {
            return;
        }
        if self.words[at] != WordId::NONE
            && let Some(&next) = self.trie.words.get(&(node, self.words[at]))
        {
            self.go(next, at + 1, slots, out);
        }
        for &(slot, next) in &here.slots {
            if (self.fits)(slot, at) {
                slots.push(at..at + 1);
                self.go(next, at + 1, slots, out);
                slots.pop();
            }
        }
        for &(min, max, next) in &here.gaps {
            for length in usize::from(min)..=usize::from(max) {
                if at + length > self.end {
                    break;
                }
                slots.push(at..at + length);
                self.go(next, at + length, slots, out);
                slots.pop();
            }
        }
    }
}
