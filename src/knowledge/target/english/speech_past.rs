//! Verbs of attribution: the past form of each present one.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::knowledge::{Filter, Rows, TableError, hash_word};

const TABLE: &str = include_str!("speech-past.tsv");
const PATH: &str = "target/english/speech-past.tsv";

/// A verb in the present.
#[derive(Clone, Copy, Debug)]
pub struct PresentSpeech {
    /// Its past form.
    pub past: &'static str,
    /// How many attributions in the past make one by this verb the odd one out.
    pub for_each: usize,
}

/// The verbs of the table, found by the hashes of their forms.
#[derive(Debug, Default)]
pub struct SpeechPast {
    present: FxHashMap<u64, PresentSpeech>,
    past: FxHashSet<u64>,
    /// Both: nearly all words of a text are neither.
    any: Filter,
}

impl SpeechPast {
    /// The verb of which the present form has this hash.
    pub fn of(&self, present: u64) -> Option<PresentSpeech> {
        if self.any.may_have(present) { self.present.get(&present).copied() } else { None }
    }

    /// Whether a past form has this hash.
    pub fn is_past(&self, hash: u64) -> bool {
        self.any.may_have(hash) && self.past.contains(&hash)
    }
}

/// Reads the table.
pub(in crate::knowledge) fn speech_past() -> Result<SpeechPast, TableError> {
    let mut verbs = SpeechPast::default();
    for row in Rows::new(PATH, TABLE, ["present", "past", "for-each", "origin"])? {
        let (line, [present, past, for_each, _]) = row?;
        let for_each = for_each.parse().map_err(|_| TableError::new(PATH, line, format!("“{for_each}” is no number")))?;
        verbs.present.insert(hash_word(present), PresentSpeech { past, for_each });
        verbs.past.insert(hash_word(past));
        [present, past].into_iter().for_each(|form| verbs.any.add(hash_word(form)));
    }
    Ok(verbs)
}
