//! Sequences of words as hashes: which begin with the words of a text is told without a look at their letters.

use rustc_hash::FxHashSet;

/// The hash of a sequence that is one word longer; that of no word is 0.
pub fn join(key: u64, word: u64) -> u64 {
    (key.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// One bit for some bits of each of many hashes: most others are turned away by one look. 8 kB, so that it stays in the
/// nearest cache.
#[derive(Clone, Debug)]
pub struct Filter(Vec<u64>);

impl Default for Filter {
    fn default() -> Self {
        Self(vec![0; 1024])
    }
}

impl Filter {
    /// Adds a hash.
    pub fn add(&mut self, hash: u64) {
        let (word, mask) = Self::bit(hash);
        self.0[word] |= mask;
    }

    /// Whether a hash was added; one that was not may be let through.
    #[inline]
    pub fn may_have(&self, hash: u64) -> bool {
        let (word, mask) = Self::bit(hash);
        self.0[word] & mask != 0
    }

    /// Where the bit of a hash stands: its word and its mask. The upper bits of a product are the mixed ones.
    fn bit(hash: u64) -> (usize, u64) {
        ((hash >> 54) as usize, 1 << (hash >> 48 & 63))
    }
}

/// The beginnings of many sequences, so that a walk over a text ends early.
#[derive(Clone, Debug, Default)]
pub struct Beginnings {
    all: FxHashSet<u64>,
    firsts: Filter,
}

impl Beginnings {
    /// Adds the beginnings of a sequence; gives its hash.
    pub fn add(&mut self, words: &[u64]) -> u64 {
        let mut key = 0;
        for (i, &word) in words.iter().enumerate() {
            key = join(key, word);
            self.all.insert(key);
            if i == 0 {
                self.firsts.add(key);
            }
        }
        key
    }

    /// Whether a sequence begins with this word; a word may be let through that begins none.
    pub fn may_begin(&self, key: u64) -> bool {
        self.firsts.may_have(key)
    }

    /// Whether a sequence begins with these words.
    pub fn begins(&self, key: u64) -> bool {
        self.all.contains(&key)
    }
}
