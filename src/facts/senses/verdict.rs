//! A verdict on a mention, with all evidence, summand by summand.

use std::ops::Range;

use crate::knowledge::acronyms::Standing;

/// A kind of evidence; kinds are independent of one another, summands of one kind are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// English has no such acronym, and a source acronym is written so letter by letter.
    Letters,
    /// The document shows that it was translated from a language that has the acronym.
    Language,
    /// Elsewhere in the document the same form stands for the concept.
    Elsewhere,
    /// The document defines it so.
    Definition,
    /// Another acronym of the same concept stands in the document.
    Sibling,
    /// The concept stands in words in the document.
    Words,
    /// The words right before or after it fit one kind of thing only.
    Slot,
    /// A word of the concept's own name stands near.
    Name,
    /// Words of the concept's company stand near.
    Topic,
    /// The sense that readers know stands in words in the document.
    KnownWords,
    /// Words of that sense's company stand near, or in the document.
    KnownTopic,
}

/// A piece of evidence: for the source acronym where the weight is positive.
#[derive(Clone, Debug)]
pub struct Summand {
    /// Its kind.
    pub ground: Ground,
    /// Its weight, in rough log-odds.
    pub weight: f32,
    /// Where it stands, as ranges of tokens; of siblings the first only.
    pub places: Vec<Range<usize>>,
    /// In how many places it stands.
    pub count: usize,
}

/// A mention that stands for a source acronym and is no English for it.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Index of the mention.
    pub mention: usize,
    /// Index of the concept in the tables.
    pub concept: usize,
    /// Index of the source acronym among those of the concept.
    pub source: usize,
    /// How the form stands to the concept.
    pub standing: Standing,
    /// All evidence, for and against.
    pub summands: Vec<Summand>,
}

impl Verdict {
    /// The sum of all evidence.
    pub fn score(&self) -> f32 {
        self.summands.iter().map(|s| s.weight).sum()
    }

    /// The summand of a kind, where one speaks for the source acronym.
    pub fn ground(&self, ground: Ground) -> Option<&Summand> {
        self.summands.iter().find(|s| s.ground == ground && s.weight > 0.0)
    }

    /// How many kinds of evidence speak for the source acronym.
    pub(super) fn grounds(&self) -> usize {
        self.summands.iter().filter(|s| s.weight > 0.0).count()
    }
}
