//! Which fixes are applied in one round.

use std::cmp::Reverse;

use super::Fix;
use crate::document::Edit;

/// A fix that may be applied, with what decides its turn.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The fix.
    pub fix: &'a Fix,
    /// How likely the finding is true; higher goes first.
    pub confidence: u8,
    /// The rule's id, the last thing that decides.
    pub rule: &'a str,
}

/// The indices of the fixes to apply now, in the order of the text.
///
/// Safer fixes go first, then surer, earlier, shorter ones, then by rule id; a fix that touches one already taken waits.
pub fn choose(candidates: &[Candidate]) -> Vec<usize> {
    let start = |i: usize| candidates[i].fix.edits()[0].span().start();
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|&i| {
        let Candidate { fix, confidence, rule } = candidates[i];
        let length: usize = fix.edits().iter().map(|e| e.span().len()).sum();
        (Reverse(fix.safety()), Reverse(confidence), start(i), length, rule)
    });
    let mut taken: Vec<&Edit> = Vec::new();
    let mut chosen = Vec::new();
    for i in order {
        let edits = candidates[i].fix.edits();
        // `taken` is kept sorted and disjoint, so only the neighbours of each edit can touch it.
        let free = edits.iter().all(|edit| {
            let at = taken.partition_point(|t| t.span().end() < edit.span().start());
            taken[at..].iter().take_while(|t| t.span().start() <= edit.span().end()).all(|t| !t.span().touches(edit.span()))
        });
        if free {
            for edit in edits {
                let at = taken.partition_point(|t| t.span() < edit.span());
                taken.insert(at, edit);
            }
            chosen.push(i);
        }
    }
    chosen.sort_by_key(|&i| start(i));
    chosen
}

#[cfg(test)]
mod tests {
    use super::super::Safety::{self, Safe, Unsafe};
    use super::*;
    use crate::document::Text;

    fn fix(text: &Text, range: std::ops::Range<usize>, new: &str, safety: Safety) -> Fix {
        let edit = Edit::new(text, text.span(range).expect("in range"), new).expect("a change");
        Fix::new("Write it", safety, vec![edit]).expect("one edit")
    }

    #[test]
    fn safer_fixes_go_first_and_what_overlaps_waits() {
        let text = Text::new("abcdefgh").expect("short");
        let fixes = [fix(&text, 0..4, "X", Unsafe), fix(&text, 2..3, "Y", Safe), fix(&text, 5..6, "Z", Unsafe)];
        let candidates: Vec<_> = fixes.iter().map(|fix| Candidate { fix, confidence: 2, rule: "a/b" }).collect();
        assert_eq!(choose(&candidates), [1, 2]);
    }

    #[test]
    fn neighbours_may_both_apply_but_insertions_at_an_edge_wait() {
        let text = Text::new("abcdef").expect("short");
        let fixes = [fix(&text, 0..2, "X", Safe), fix(&text, 2..4, "Y", Safe), fix(&text, 4..4, "Z", Safe)];
        let candidates: Vec<_> = fixes.iter().map(|fix| Candidate { fix, confidence: 2, rule: "a/b" }).collect();
        assert_eq!(choose(&candidates), [0, 1]);
    }
}
