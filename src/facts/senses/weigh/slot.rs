//! The place of a mention in its phrase: which kinds of thing can stand there.

use super::{ATTACHED, BELONGING, SLOT, Scale};
use crate::facts::acronyms::Mention;
use crate::facts::senses::company::SlotAt;
use crate::facts::senses::verdict::{Ground, Summand};
use crate::knowledge::WordClass;
use crate::knowledge::acronyms::Kind;

impl Scale<'_> {
    /// What the words right before and after fit.
    pub(super) fn slot(&self, mention: &Mention) -> Option<Summand> {
        // What fits almost every kind of thing tells only by what it rules out.
        let rules_out = |slot: &SlotAt| slot.kinds.len() <= Kind::ALL.len() / 2 || !self.rivals.are_none();
        let telling = |slot: &&SlotAt| slot.kinds.contains(&self.concept.kind) != self.rivals.fit(&slot.kinds) && rules_out(slot);
        let for_concept = |slot: &&SlotAt| slot.kinds.contains(&self.concept.kind);
        let ends = self.ends_phrase(mention.end);
        let after = self.company.slots(mention.token).filter(|slot| !slot.before && ends);
        let before = self.company.slots(mention.end - 1).filter(|slot| slot.before);
        let slots: Vec<&SlotAt> = after.chain(before).filter(telling).collect();
        let against = slots.iter().find(|slot| !for_concept(slot));
        let speaks = slots.iter().find(|slot| for_concept(slot));
        match (speaks, against) {
            (Some(slot), None) => Some((SLOT, slot)),
            (None, Some(slot)) => Some((-SLOT, slot)),
            _ => None,
        }
        .map(|(weight, slot)| Summand { ground: Ground::Slot, weight, places: vec![slot.tokens.clone()], count: 1 })
    }

    /// A word of the concept's company that the acronym stands right before or behind ("IUD sailors", "motorcycle “IJ”"), or
    /// that it belongs to ("the sailors of the IUD"): it tells what kind of thing stands there as a slot does, and nothing
    /// where a rival is of the same kind ("students of VSU").
    pub(super) fn attached(&self, mention: &Mention) -> Option<Summand> {
        let given = self.given;
        if self.rivals.fit(&[self.concept.kind]) {
            return None;
        }
        let tells = |at: usize| {
            given.hashes.get(at).is_some_and(|word| self.concept.topics.binary_search(word).is_ok() && !self.rivals.have(*word))
        };
        let same_block = |at: usize| given.document.block_of(at) == given.document.block_of(mention.token);
        let next = Some(mention.end).filter(|&at| tells(at) && same_block(at) && given.document.tokens()[at].space_before());
        let before = (mention.token.saturating_sub(BELONGING)..mention.token).rev().find(|&at| !given.is_function(at));
        let article = |at: usize| given.knowledge.vocabulary.is(given.words, at, WordClass::Article);
        let joined = |at: usize| (at + 1..mention.token).any(|at| !article(at));
        let linked = |at: &usize| joined(*at) && tells(*at) && same_block(*at) && self.ends_phrase(mention.end);
        let quoted = |at: usize| given.document.tokens()[at].mark().is_some_and(|mark| matches!(mark, '“' | '"' | '«'));
        let behind = mention.token.checked_sub(1).and_then(|at| if quoted(at) { at.checked_sub(1) } else { Some(at) });
        let behind = behind.filter(|&at| tells(at) && same_block(at) && self.ends_phrase(mention.end));
        let at = next.or(before.filter(linked)).or(behind)?;
        let place = at.min(mention.token)..(at + 1).max(mention.end);
        Some(Summand { ground: Ground::Slot, weight: ATTACHED, places: vec![place], count: 1 })
    }

    /// Whether the acronym ends its phrase, so that what stands before speaks of it and not of a word that follows
    /// ("during the WTO meeting").
    fn ends_phrase(&self, end: usize) -> bool {
        let Some(next) = self.given.document.tokens().get(end) else { return true };
        let is_verb = self.given.knowledge.vocabulary.is(self.given.words, end, WordClass::FiniteVerb);
        let ends = !next.is_wordlike() && !next.is_mark('-') || is_verb;
        let function = self.given.is_function(end);
        ends || (function && !next.is_clitic()) || self.given.document.block_of(end - 1) != self.given.document.block_of(end)
    }
}
