//! Sequences of words as hashes: which begin with the words of a text is told without a look at their letters.

use rustc_hash::FxHashSet;

/// The hash of a sequence that is one word longer; that of no word is 0.
pub fn join(key: u64, word: u64) -> u64 {
    (key.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The beginnings of many sequences, so that a walk over a text ends early.
#[derive(Clone, Debug)]
pub struct Beginnings {
    all: FxHashSet<u64>,
    /// One bit for some bits of each first word's hash: most words are turned away before the set is asked. 8 kB, so
    /// that it stays in the nearest cache.
    firsts: Vec<u64>,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self { all: FxHashSet::default(), firsts: vec![0; 1024] }
    }
}

/// Where the bit of a hash stands: its word and its mask. The upper bits of a product are the mixed ones.
fn bit(key: u64) -> (usize, u64) {
    ((key >> 54) as usize, 1 << (key >> 48 & 63))
}

impl Beginnings {
    /// Adds the beginnings of a sequence; gives its hash.
    pub fn add(&mut self, words: &[u64]) -> u64 {
        let mut key = 0;
        for (i, &word) in words.iter().enumerate() {
            key = join(key, word);
            self.all.insert(key);
            if i == 0 {
                let (word, mask) = bit(key);
                self.firsts[word] |= mask;
            }
        }
        key
    }

    /// Whether a sequence begins with this word; a word may be let through that begins none.
    pub fn may_begin(&self, key: u64) -> bool {
        let (word, mask) = bit(key);
        self.firsts[word] & mask != 0
    }

    /// Whether a sequence begins with these words.
    pub fn begins(&self, key: u64) -> bool {
        self.all.contains(&key)
    }
}
