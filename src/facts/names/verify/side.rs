//! One of the two spellings that are compared, with all that is worked out of it once.

use crate::knowledge::Knowledge;
use crate::knowledge::source::{CognateForm, Presses, fold_latin, without_accent};

/// A spelling read in the manner of a press: the price of that, in hundredths, and the folded letters.
pub(super) type Reading = (u32, Vec<u8>);

/// A spelling and what is known of it.
#[derive(Debug, Default)]
pub(super) struct Side<'k> {
    pub(super) text: String,
    pub(super) folded: Vec<u8>,
    /// The folded letters without accents.
    pub(super) plain: Vec<u8>,
    /// How many words it has, as spaces and hyphens part them.
    pub(super) words: usize,
    /// See [`bones`].
    pub(super) bones: u64,
    /// The famous names that it spells, by number.
    pub(super) famous: &'k [u16],
    /// The forms of names in two languages that it is.
    pub(super) cognates: &'k [CognateForm],
    english: Option<bool>,
    presses: Option<Vec<Reading>>,
    endings: Option<Vec<Reading>>,
}

impl<'k> Side<'k> {
    /// Takes up a spelling; nothing is done where it is the one that is held already.
    pub(super) fn hold(&mut self, text: &str, knowledge: &'k Knowledge) {
        if self.text == text {
            return;
        }
        self.text.clear();
        self.text.push_str(text);
        fold_latin(text, &mut self.folded);
        self.plain.clear();
        self.plain.extend(self.folded.iter().map(|&letter| without_accent(letter)));
        self.words = parts(&self.folded).count();
        self.bones = bones(&self.plain);
        self.famous = knowledge.source.famous_names.numbers(&self.plain);
        self.cognates = knowledge.source.cognates.of(&self.folded);
        (self.english, self.presses, self.endings) = (None, None, None);
    }

    /// Whether a word in lower case is in the lexicon: then it is spelt as English spells it, and no romanisation.
    pub(super) fn is_english(&mut self, knowledge: &Knowledge) -> bool {
        let text = &self.text;
        *self.english.get_or_insert_with(|| {
            let lower = text.to_lowercase();
            knowledge.lexicon.entry(&lower).is_some_and(|entry| !entry.proper)
        })
    }

    /// Works out how presses that do not write English would read it.
    pub(super) fn read_presses(&mut self, knowledge: &Knowledge) {
        let text = &self.text;
        self.presses.get_or_insert_with(|| readings(&knowledge.source.presses, text));
    }

    /// Works out how its endings would be in another source language.
    pub(super) fn read_endings(&mut self, knowledge: &Knowledge) {
        let text = &self.text;
        self.endings.get_or_insert_with(|| readings(&knowledge.source.cognate_endings, text));
    }

    pub(super) fn presses(&self) -> &[Reading] {
        self.presses.as_deref().unwrap_or_default()
    }

    pub(super) fn endings(&self) -> &[Reading] {
        self.endings.as_deref().unwrap_or_default()
    }
}

fn readings(presses: &Presses, text: &str) -> Vec<Reading> {
    presses.readings(text)
}

/// The parts of a folded spelling between hyphens.
pub(super) fn parts(folded: &[u8]) -> impl Iterator<Item = &[u8]> {
    folded.split(|&letter| letter == b'-').filter(|part| !part.is_empty())
}

/// The letters that every romanisation of a form writes alike and in the same order, packed: b, l, m or n, and r,
/// doubled or not. No table writes any other letter with one of these and none of these without it, which a test proves;
/// so spellings that differ in them are never of one form. (M and n are one, since Mykola and Nikolai are cognates.)
pub(super) fn bones(plain: &[u8]) -> u64 {
    let mut packed = 0;
    let mut last = 0;
    for &letter in plain {
        let bone = match letter {
            b'b' => 1,
            b'l' => 2,
            b'm' | b'n' => 3,
            b'r' => 4,
            _ => continue,
        };
        if bone != last {
            packed = packed << 3 | bone;
            last = bone;
        }
    }
    packed
}
