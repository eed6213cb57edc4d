//! The English lexicon: which words exist, how common they are, and which are spelt in American or
//! in British English alone.
//!
//! In: one word as a string, its apostrophes folded to `'` and its letters composed (NFC). Out: what the lexicon
//! holds about it, or nothing. Looking up never fails and never allocates.
//!
//! Must not know: texts, tokens, rules, files, the source language. Above all it does not guess: it strips no ending,
//! tries no other case and takes no compound apart. Those are decisions of the caller, who knows where in a sentence
//! the word stands.
//!
//! The data are SCOWL 2020.12.07 up to its size 70, and the copyright notice beside them in `NOTICE`
//! must travel with them. `words.txt` is what people read and change, and its head tells the format;
//! `words.fst` is compiled from it by `cargo xtask lexicon` and is what the crate embeds. Possessives
//! in `'s`, so "it's" and "let's" too, and abbreviations, so "Mr" and "TV" too, are not in it.

use std::fmt;

/// Compiled from `words.txt`; a test below holds the two to the same entries.
static WORDS: &[u8] = include_bytes!("words.fst");

// The value of an entry: its size in bits 0 to 7, its flags above. `xtask/src/lexicon.rs` writes
// the same layout.
const AMERICAN_ONLY: u64 = 1 << 8;
const BRITISH_ONLY: u64 = 1 << 9;
const PROPER: u64 = 1 << 10;

/// The largest SCOWL size that still counts as common.
///
/// 50 is SCOWL's own "medium", about what a desk dictionary for learners and offices holds. Up to
/// it stand the loans that English has taken in (vodka 35, dacha 50, polonaise 50); above it begin
/// those that a translator should look at twice (perestroika 55, blini 60, oblast 70, kolkhoz 70),
/// regional slang (55), and rarities that are more often a slip for another word than meant
/// (calender 70). So up to 50 "is common" says that nobody need be told about the word, and above
/// it a finding about the word is still worth weighing.
const COMMON_SIZE: u8 = 50;

/// What the lexicon holds about one word in one exact case. The source is SCOWL 2020.12.07.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The smallest SCOWL size whose lists hold the word: one of 10, 20, 35, 40, 50, 55, 60, 70. It
    /// is a rank without unit: the smaller, the more common the word. It counts nothing.
    pub size: u8,
    /// The spelling is American, and British English does not accept it as almost equal to its own:
    /// "color". Never set together with `british_only` or `proper`.
    pub american_only: bool,
    /// The spelling is British, with -ise or -ize, and American English does not accept it as
    /// almost equal to its own: "colour". Never set together with `american_only` or `proper`.
    pub british_only: bool,
    /// The word comes only from SCOWL's lists of capitalised words: names, and what is derived from
    /// them ("Monday", "Polish", "Americanize"). The pronoun "I" is in these lists too.
    pub proper: bool,
}

impl Entry {
    fn from_value(value: u64) -> Self {
        let [size, ..] = value.to_le_bytes();
        Self {
            size,
            american_only: value & AMERICAN_ONLY != 0,
            british_only: value & BRITISH_ONLY != 0,
            proper: value & PROPER != 0,
        }
    }
}

/// The lexicon that is built into the crate. Cloning it copies a few words of memory, not the data.
#[derive(Clone)]
pub struct Lexicon(fst::Map<&'static [u8]>);

impl Lexicon {
    /// Opens the embedded lexicon. That takes under a microsecond, since the map is read where it
    /// lies: nothing is parsed or copied, and keeping one for later is a convenience only.
    ///
    /// # Panics
    ///
    /// If the embedded file is no map of the version that the crate `fst` reads: the build is broken
    /// then, and no caller could go on.
    #[must_use]
    pub fn builtin() -> Self {
        let map = fst::Map::new(WORDS).expect("broken build: words.fst is unreadable, run `cargo xtask lexicon`");
        Self(map)
    }

    /// The entry of `word` in exactly this case: "Monday" has one, "monday" has none. The source is
    /// SCOWL 2020.12.07 up to size 70.
    #[must_use]
    pub fn entry(&self, word: &str) -> Option<Entry> {
        self.0.get(word).map(Entry::from_value)
    }

    /// Whether SCOWL has the word in exactly this case, in any size up to 70.
    ///
    /// A word at the head of a sentence, or in a heading, is for the caller to try in lower case.
    #[must_use]
    pub fn is_word(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// Whether the word is a common English word and not a name: SCOWL has it in lower case, in a
    /// size of at most 50 (`COMMON_SIZE` in the source says why 50).
    ///
    /// The word is to be handed over in lower case; in any other it is never common.
    #[must_use]
    pub fn is_common(&self, folded_lowercase: &str) -> bool {
        // Case is asked for here, since the lists have capitals outside the names too ("OK").
        !folded_lowercase.contains(char::is_uppercase)
            && self.entry(folded_lowercase).is_some_and(|entry| entry.size <= COMMON_SIZE && !entry.proper)
    }
}

/// Written by hand, since that of `fst::Map` would list every word.
impl fmt::Debug for Lexicon {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Lexicon").field("entries", &self.0.len()).finish()
    }
}

#[cfg(test)]
mod tests;
