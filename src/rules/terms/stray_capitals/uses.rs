//! How the words of a document are written: in capitals, with a capital, in lower case.
//!
//! In: a document. Out: for a word, how often it is written in each way; whether capitals stand for emphasis.
//! Must not know: which word is asked for.

use rustc_hash::FxHashMap;

use super::{SHORTEST, place};
use crate::knowledge::{Filter, WordClass};
use crate::rules::Context;

/// How often a word is written in each way in running text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Use {
    /// All letters capitals.
    pub(super) capitals: u32,
    /// The first letter a capital, within a sentence.
    pub(super) title: u32,
    /// In lower case.
    pub(super) lower: u32,
    /// Whether it is long enough to be asked for, and no function word.
    weighty: bool,
}

/// All words that stand in capitals somewhere, with how else they are written.
pub(super) struct Uses {
    words: FxHashMap<u64, Use>,
    emphatic: bool,
    shouted: usize,
}

/// Different words in capitals that are usual words elsewhere, from which on that is the writer's manner, as in plays.
const SHOUTED: usize = 6;

impl Uses {
    /// Counts the words of a document.
    pub(super) fn count(context: &Context) -> Self {
        let mut words: FxHashMap<u64, Use> = FxHashMap::default();
        let mut asked = Filter::default();
        let mut emphatic = false;
        let tokens = context.tokens();
        for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.is_word() && t.is_all_caps() && !t.is_clitic()) {
            let seen = words.entry(context.hash(at)).or_default();
            seen.capitals += 1;
            seen.weighty = token.span().len() >= SHORTEST && !context.is(at, WordClass::Function);
            if seen.weighty {
                asked.add(context.hash(at));
            }
            let stressed = context.is(at, WordClass::Function) && token.span().len() > 1 && place::is_usual(context, at);
            emphatic |= stressed;
        }
        for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.is_word() && !t.is_all_caps()) {
            let hash = context.hash(at);
            let Some(seen) = asked.may_have(hash).then(|| words.get_mut(&hash)).flatten() else { continue };
            if token.is_lower() {
                seen.lower += 1;
            } else if token.is_title_case() && !place::is_heading(context, at) {
                // The first word of a sentence has a capital in any case, but a surname behind it tells a name.
                let named = !place::opens_sentence(context, at) || place::is_title_case(context, at + 1) || seen.lower == 0;
                seen.title += u32::from(named);
            }
        }
        let shouted = words.values().filter(|seen| seen.weighty && seen.title + seen.lower > 0).count();
        Self { words, emphatic, shouted }
    }

    /// How a word is written, by its hash.
    pub(super) fn of(&self, word: u64) -> Use {
        self.words.get(&word).copied().unwrap_or_default()
    }

    /// Whether many words stand in capitals that are usual words elsewhere.
    pub(super) fn shouts(&self) -> bool {
        self.shouted >= SHOUTED
    }

    /// Whether the writer stresses words by capitals: a function word stands so.
    pub(super) fn emphasis(&self) -> bool {
        self.emphatic
    }
}
