//! Models: runs of capitalised words within sentences, and the terms of the table.
//!
//! In: the tokens of a document. Out: every term of two words or more that stands somewhere with capitals, by the hash
//! of its words in lower case.
//! Must not know: where the terms stand in lower case.

use std::collections::hash_map::Entry;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::BlockKind;
use crate::knowledge::target::english::{ProperTerm, ProperTerms};
use crate::knowledge::{Beginnings, WordClass};
use crate::rules::Context;

/// Tokens of the longest term.
pub(super) const LONGEST: usize = 9;
/// Different words before a term that are remembered.
const NEIGHBOURS: usize = 6;

/// A term as it stands with capitals.
#[derive(Default)]
pub(super) struct Model<'a> {
    /// Where it first stands so, within a sentence.
    pub first: Option<Range<usize>>,
    /// How often it stands so.
    pub capitals: usize,
    /// Whether it stands so by itself somewhere, and not only at the end of a longer name.
    pub alone: bool,
    /// Hashes of the words before it; whose it is does not count, since another owner has another one.
    pub before: Vec<u64>,
    /// The term as the table writes it.
    pub row: Option<&'a str>,
    /// Whether the table says that it is right in both ways.
    pub both: bool,
}

impl<'a> Model<'a> {
    fn of_term(term: &'a ProperTerm) -> Self {
        let row = (!term.both).then_some(&*term.written);
        Self { row, both: term.both, before: term.after.into_iter().collect(), ..Self::default() }
    }
}

/// All models of a document.
pub(super) struct Models<'a> {
    by_key: FxHashMap<u64, Model<'a>>,
    beginnings: Beginnings,
    known: &'a ProperTerms,
}

impl<'a> Models<'a> {
    /// Collects the runs of paragraphs; headings and list items have capitals for other reasons.
    pub(super) fn collect(context: &Context<'a>) -> Self {
        let known = &context.knowledge.proper_terms;
        let mut models = Self { by_key: FxHashMap::default(), beginnings: Beginnings::default(), known };
        for block in context.document.blocks().iter().filter(|b| b.kind() == BlockKind::Paragraph) {
            let mut at = block.tokens().start;
            for sentence in &context.document.sentences()[block.sentences()] {
                // The first word of a sentence has its capital from there; the run may still begin after it.
                at = at.max(sentence.tokens().start + 1);
                while at < sentence.tokens().end {
                    let begins = begins_run(context, at) && goes_on(context, at - 1);
                    let end = if begins { run_end(context, at, block.tokens().end) } else { at + 1 };
                    if end > at + 1 {
                        models.add_run(context, at..end);
                    }
                    at = end;
                }
            }
        }
        models
    }

    /// The model with this hash, if the document has one.
    pub(super) fn get(&self, key: u64) -> Option<&Model<'a>> {
        self.by_key.get(&key)
    }

    /// The model with this hash; a term of the table becomes one when it is first asked for.
    pub(super) fn get_or_known(&mut self, key: u64) -> Option<&Model<'a>> {
        match self.by_key.entry(key) {
            Entry::Occupied(entry) => Some(entry.into_mut()),
            Entry::Vacant(entry) => Some(entry.insert(Model::of_term(self.known.get(key)?))),
        }
    }

    /// Whether a term may begin with this word.
    pub(super) fn may_begin(&self, key: u64) -> bool {
        self.beginnings.may_begin(key) || self.known.beginnings().may_begin(key)
    }

    /// Whether a term begins with these words.
    pub(super) fn begins(&self, key: u64) -> bool {
        self.beginnings.begins(key) || self.known.beginnings().begins(key)
    }

    fn add(&mut self, words: &[u64]) -> &mut Model<'a> {
        let key = self.beginnings.add(words);
        self.by_key.entry(key).or_insert_with(|| self.known.get(key).map_or_else(Model::default, Model::of_term))
    }

    /// Adds all terms within a run: each begins with a capitalised word and ends with one that no other follows directly.
    fn add_run(&mut self, context: &Context, run: Range<usize>) {
        let tokens = context.tokens();
        let hashes = context.facts.hashes();
        let starts_word = |i: usize| tokens[i].is_title_case() && (i == run.start || tokens[i].space_before());
        let ends_term = |i: usize| tokens[i].is_title_case() && (i + 1 == run.end || tokens[i + 1].is_lower());
        for start in run.clone().filter(|&i| starts_word(i)) {
            for end in (start + 1..run.end.min(start + LONGEST)).filter(|&i| ends_term(i)) {
                let model = self.add(&hashes[start..=end]);
                model.capitals += 1;
                model.alone |= start == run.start;
                model.first.get_or_insert(start..end + 1);
                let before = start.checked_sub(1).filter(|&i| !tokens[i].is_clitic());
                let before = before.map(|i| context.hash(i));
                if model.before.len() < NEIGHBOURS
                    && let Some(before) = before.filter(|hash| !model.before.contains(hash))
                {
                    model.before.push(before);
                }
            }
        }
    }
}

/// One past the run that the capitalised word at `at` begins; small words between them belong to it.
fn run_end(context: &Context, at: usize, block_end: usize) -> usize {
    let tokens = context.tokens();
    let small =
        |i: usize| i < block_end && tokens[i].is_lower() && tokens[i].space_before() && context.is(i, WordClass::Function);
    let capital = |i: usize| i < block_end && tokens[i].is_title_case() && tokens[i].space_before();
    let glued = |i: usize| i < block_end && !tokens[i].space_before();
    let mut end = at + 1;
    let hyphenated =
        |i: usize| i + 1 < block_end && tokens[i].is_mark('-') && glued(i) && glued(i + 1) && tokens[i + 1].is_title_case();
    loop {
        end += if capital(end) {
            1
        } else if hyphenated(end) || small(end) && capital(end + 1) {
            2
        } else if small(end) && small(end + 1) && capital(end + 2) {
            3
        } else {
            return end;
        };
    }
}

fn begins_run(context: &Context, at: usize) -> bool {
    let token = &context.tokens()[at];
    token.is_word() && token.is_title_case() && !token.is_clitic() && !context.is(at, WordClass::Function)
}

/// Whether a token stands within a sentence, so that its capital is its own: right after a word, a number or a comma.
pub(super) fn within_sentence(context: &Context, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let document = context.document;
    goes_on(context, before) && document.sentences().get(document.sentence_of(at)).is_some_and(|s| s.tokens().contains(&before))
}

/// Whether a sentence goes on after a token, as far as the token tells.
fn goes_on(context: &Context, before: usize) -> bool {
    context.tokens().get(before).is_some_and(|t| t.is_wordlike() || t.is_mark(','))
}
