//! A tree of patterns while it is made; closed, it becomes a [`Trie`].

use std::collections::BTreeMap;

use super::pattern::{Element, Slot};
use super::trie::Trie;

/// A node that knows what leads on from it.
#[derive(Debug, Default)]
struct Node {
    words: BTreeMap<u32, usize>,
    slots: BTreeMap<Slot, usize>,
    gaps: BTreeMap<(u8, u8), usize>,
    /// Rows that end here, each with the number of its phrase.
    rows: Vec<(u32, u32)>,
}

/// Patterns as they come in.
#[derive(Debug)]
pub(super) struct Draft(Vec<Node>);

impl Default for Draft {
    fn default() -> Self {
        Self(vec![Node::default()])
    }
}

impl Draft {
    /// Adds a phrase of a row.
    pub fn insert(&mut self, elements: &[Element], row: u32, phrase: u32) {
        let end = elements.iter().fold(0, |at, element| self.child(at, *element));
        self.0[end].rows.push((row, phrase));
    }

    fn child(&mut self, at: usize, element: Element) -> usize {
        let new = self.0.len();
        let node = &mut self.0[at];
        let found = match element {
            Element::Word(id) => *node.words.entry(id.index() as u32).or_insert(new),
            Element::Slot(slot) => *node.slots.entry(slot).or_insert(new),
            Element::Gap { min, max } => *node.gaps.entry((min, max)).or_insert(new),
        };
        if found == new {
            self.0.push(Node::default());
        }
        found
    }

    /// The tree with its nodes level by level, so that those that words lead to from one node stand together.
    pub fn close(self) -> Trie {
        // The nodes in their new order, each with the word that leads to it.
        let mut order: Vec<(usize, u32)> = vec![(0, 0)];
        let (mut children, mut slots, mut gaps, mut rows) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut number = 0;
        while let Some(&(at, _)) = order.get(number) {
            let node = &self.0[at];
            let here = number as u32;
            let first = order.len() as u32;
            order.extend(node.words.iter().map(|(&word, &next)| (next, word)));
            children.push([first, order.len() as u32]);
            let mut next = |to: usize| {
                order.push((to, 0));
                order.len() as u32 - 1
            };
            slots.extend(node.slots.iter().map(|(&slot, &to)| (here, slot, next(to))));
            gaps.extend(node.gaps.iter().map(|(&gap, &to)| (here, gap, next(to))));
            rows.extend(node.rows.iter().map(|&(row, phrase)| [here, row, phrase]));
            number += 1;
        }
        let words = order.iter().map(|&(_, word)| word).collect();
        Trie::of(children, words, slots, gaps, rows)
    }
}
