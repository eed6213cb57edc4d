//! Models: runs of capitalised words within sentences, and the terms of the table.
//!
//! In: the tokens of a document. Out: every term of two words or more that stands somewhere with capitals, by the hash
//! of its words in lower case.
//! Must not know: where the terms stand in lower case.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::document::{BlockKind, Document, Token};
use crate::knowledge::WordClass;
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

/// All models of a document.
#[derive(Default)]
pub(super) struct Models<'a> {
    by_key: FxHashMap<u64, Model<'a>>,
    /// Hashes of the beginnings of all terms, so that a walk ends early.
    beginnings: FxHashSet<u64>,
    /// One bit for some bits of each first word's hash: most words are turned away before the set is asked.
    firsts: Box<Bits>,
}

/// 8 kB, so that it stays in the nearest cache.
struct Bits([u64; 1024]);

impl Default for Bits {
    fn default() -> Self {
        Self([0; 1024])
    }
}

impl Bits {
    /// Where the bit of a hash stands: its word and its mask. The upper bits of a product are the mixed ones.
    fn place(key: u64) -> (usize, u64) {
        ((key >> 54) as usize, 1 << (key >> 48 & 63))
    }
}

impl<'a> Models<'a> {
    /// Collects the runs of paragraphs; headings and list items have capitals for other reasons.
    pub(super) fn collect(context: &Context<'a>) -> Self {
        let mut models = Self::default();
        for term in &context.knowledge.proper_terms {
            let words: Vec<u64> = term.words().map(hash_word).collect();
            let model = models.add(&words);
            model.row = (!term.both).then_some(&*term.written);
            model.both = term.both;
            model.before.extend(term.after.as_deref().map(hash_word));
        }
        for block in context.document.blocks().iter().filter(|b| b.kind() == BlockKind::Paragraph) {
            let mut at = block.tokens().start;
            while at < block.tokens().end {
                // The first word of a sentence has its capital from there; the run may still begin after it.
                let end = if begins_run(context, at) && within_sentence(context, at) {
                    run_end(context, at, block.tokens().end)
                } else {
                    at + 1
                };
                if end > at + 1 {
                    models.add_run(context, at..end);
                }
                at = end;
            }
        }
        models
    }

    /// The model with this hash.
    pub(super) fn get(&self, key: u64) -> Option<&Model<'a>> {
        self.by_key.get(&key)
    }

    /// Whether a term may begin with this word.
    pub(super) fn may_begin(&self, key: u64) -> bool {
        let (word, mask) = Bits::place(key);
        self.firsts.0[word] & mask != 0
    }

    /// Whether a term begins with these words.
    pub(super) fn begins(&self, key: u64) -> bool {
        self.beginnings.contains(&key)
    }

    fn add(&mut self, words: &[u64]) -> &mut Model<'a> {
        let mut key = 0;
        for &word in words {
            let first = key == 0;
            key = join(key, word);
            self.beginnings.insert(key);
            if first {
                let (word, mask) = Bits::place(key);
                self.firsts.0[word] |= mask;
            }
        }
        self.by_key.entry(key).or_default()
    }

    /// Adds all terms within a run: each begins with a capitalised word and ends with one that no other follows directly.
    fn add_run(&mut self, context: &Context, run: Range<usize>) {
        let tokens = context.tokens();
        let hashes: Vec<u64> = run.clone().map(|i| hash_token(context.document, &tokens[i])).collect();
        let starts_word = |i: usize| tokens[i].is_title_case() && (i == run.start || tokens[i].space_before());
        let ends_term = |i: usize| tokens[i].is_title_case() && (i + 1 == run.end || tokens[i + 1].is_lower());
        for start in run.clone().filter(|&i| starts_word(i)) {
            for end in (start + 1..run.end.min(start + LONGEST)).filter(|&i| ends_term(i)) {
                let model = self.add(&hashes[start - run.start..=end - run.start]);
                model.capitals += 1;
                model.alone |= start == run.start;
                model.first.get_or_insert(start..end + 1);
                let before = start.checked_sub(1).filter(|&i| !tokens[i].is_clitic());
                let before = before.map(|i| hash_token(context.document, &tokens[i]));
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
    let same = document.sentences().get(document.sentence_of(at)).is_some_and(|s| s.tokens().contains(&before));
    same && document.tokens().get(before).is_some_and(|t| t.is_wordlike() || t.is_mark(','))
}

/// The hash of a term one word longer.
pub(super) fn join(key: u64, word: u64) -> u64 {
    (key.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The hash of a token in lower case.
pub(super) fn hash_token(document: &Document, token: &Token) -> u64 {
    hash_word(document.slice(token.span()))
}

fn hash_word(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    if word.is_ascii() {
        for chunk in word.as_bytes().chunks(8) {
            let mut eight = [0; 8];
            for (to, from) in eight.iter_mut().zip(chunk) {
                *to = from.to_ascii_lowercase();
            }
            hasher.write_u64(u64::from_le_bytes(eight));
        }
    } else {
        word.chars().flat_map(char::to_lowercase).for_each(|c| hasher.write_u32(c as u32));
    }
    hasher.finish()
}
