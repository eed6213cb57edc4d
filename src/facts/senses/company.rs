//! The words around an acronym, and what a document says as a whole.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Given;
use crate::knowledge::WordId;
use crate::knowledge::acronyms::{Kind, Owner};
use crate::knowledge::phrase::PhraseTable;

/// Tokens on each side of an acronym that are its company.
pub(super) const WINDOW: usize = 40;
/// The word of a slot's class that says where the acronym stands.
const BEFORE: &str = "before";

/// What a document says as a whole.
pub(super) struct Company {
    /// Where each name in words stands first.
    names: FxHashMap<Owner, Range<usize>>,
    /// Which words of the tables occur, by id.
    occurs: Vec<bool>,
    /// Slots by the token that stands in them, sorted.
    slots: Vec<SlotAt>,
}

/// A slot that an acronym may stand in.
pub(super) struct SlotAt {
    token: usize,
    /// The kinds of thing that fit.
    pub kinds: Vec<Kind>,
    /// The words that make the slot.
    pub tokens: Range<usize>,
    /// Whether the acronym stands before them.
    pub before: bool,
}

impl Company {
    /// One walk over the tokens.
    pub fn read(given: Given) -> Self {
        let mut names = FxHashMap::default();
        let mut occurs = vec![false; given.knowledge.vocabulary.len()];
        let renderings = given.knowledge.acronyms.renderings();
        for (at, &id) in given.words.iter().enumerate() {
            if id == WordId::NONE {
                continue;
            }
            occurs[id.index()] = true;
            for (owner, end) in renderings.at(given.document.tokens(), given.words, &given.knowledge.vocabulary, at) {
                names.entry(owner).or_insert(at..end);
            }
        }
        Self { names, occurs, slots: slots(given) }
    }

    /// Where the name in words of a concept or sense stands first.
    pub fn name(&self, owner: Owner) -> Option<Range<usize>> {
        self.names.get(&owner).cloned()
    }

    /// How many of these words the document has.
    pub fn count(&self, topics: &[WordId]) -> usize {
        topics.iter().filter(|id| self.occurs.get(id.index()).copied().unwrap_or(false)).count()
    }

    /// The slots that a token stands in.
    pub fn slots(&self, token: usize) -> impl Iterator<Item = &SlotAt> {
        let start = self.slots.partition_point(|slot| slot.token < token);
        self.slots[start..].iter().take_while(move |slot| slot.token == token)
    }
}

/// All slots of the document.
fn slots(given: Given) -> Vec<SlotAt> {
    let hits = given.hits.iter().filter(|hit| hit.table == PhraseTable::Slot);
    let mut slots: Vec<SlotAt> = hits
        .filter_map(|hit| {
            let class = &given.knowledge.phrases.rows().get(hit.row)?.class;
            let before = class.split(' ').any(|word| word == BEFORE);
            let token = if before { hit.tokens.start.checked_sub(1)? } else { hit.tokens.end };
            Some(SlotAt { token, kinds: class.split(' ').filter_map(Kind::named).collect(), tokens: hit.tokens.clone(), before })
        })
        .collect();
    slots.sort_by_key(|slot| slot.token);
    slots
}

/// The tokens from `WINDOW` before to `WINDOW` after one.
pub(super) fn around(given: Given, token: usize) -> Range<usize> {
    token.saturating_sub(WINDOW)..(token + WINDOW + 1).min(given.words.len())
}

/// The tokens of a range that are words of a sorted list, the first of each word.
pub(super) fn topics_in(given: Given, range: Range<usize>, topics: &[WordId]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for at in range {
        let Some(&id) = given.words.get(at).filter(|&&id| id != WordId::NONE) else { continue };
        if topics.binary_search(&id).is_ok() && !found.iter().any(|&other| given.words[other] == id) {
            found.push(at);
        }
    }
    found
}

/// What topic words weigh: a name more than a common word.
pub(super) fn weight_of(given: Given, found: &[usize]) -> f32 {
    let tokens = given.document.tokens();
    found.iter().map(|&at| if tokens.get(at).is_some_and(|t| t.is_capitalized()) { NAME } else { WORD }).sum()
}

/// A topic word that is a name, and one that is none.
const NAME: f32 = 1.0;
const WORD: f32 = 0.6;
