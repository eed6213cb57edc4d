//! Fingerprints: known again after lines have moved.

use std::fmt;
use std::hash::Hasher;

use fnv::FnvHasher;
use rustc_hash::FxHashMap;

use super::Finding;
use crate::document::{Document, Span};

/// Words on each side that belong to a fingerprint.
const NEIGHBOURS: usize = 3;
/// How far they are looked for, in tokens: past so many marks there is no neighbourhood.
const REACH: usize = 64;

/// A 64-bit FNV-1a hash of the rule, the words of the span in lower case, three words on each side within the
/// block, and the ordinal among equals of the document; never a path or an offset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl fmt::Display for Fingerprint {
    /// As `1:` and sixteen hexadecimal digits; the number before the colon is the method's version.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1:{:016x}", self.0)
    }
}

/// Gives each finding its fingerprint; `findings` stand in the order of the text.
pub fn stamp(document: &Document, findings: &mut [Finding]) {
    let mut seen: FxHashMap<u64, u64> = FxHashMap::default();
    for finding in findings {
        let base = hash(document, finding.rule, finding.span);
        let ordinal = seen.entry(base).or_insert(0);
        let mut hasher = FnvHasher::with_key(base);
        hasher.write(&ordinal.to_le_bytes());
        *ordinal += 1;
        finding.fingerprint = Fingerprint(hasher.finish());
    }
}

fn hash(document: &Document, rule: &str, span: Span) -> u64 {
    let mut hasher = FnvHasher::default();
    let mut add = |part: &str| {
        if part.is_ascii() {
            part.bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
        } else {
            hasher.write(part.to_lowercase().as_bytes());
        }
        hasher.write(&[0]);
    };
    add(rule);
    add(document.slice(span));
    let first = document.token_at(span.start());
    let last = document.token_at(span.end());
    // A span that stands after the last token, or between blocks, belongs to the block before it.
    let block = document.block_of(first.min(document.tokens().len().saturating_sub(1)));
    if let Some(block) = document.blocks().get(block) {
        let words = |i: &usize| document.tokens()[*i].is_wordlike();
        let range = block.tokens();
        let before = (range.start..first.clamp(range.start, range.end)).rev().take(REACH).filter(words).take(NEIGHBOURS);
        let after = (last.clamp(range.start, range.end)..range.end).take(REACH).filter(words).take(NEIGHBOURS);
        before.chain(after).for_each(|i| add(document.slice(document.tokens()[i].span())));
    }
    hasher.finish()
}
