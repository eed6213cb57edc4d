//! Judgements on small texts: what speaks, and what must not.

use super::*;
use crate::document::Text;
use crate::facts::{Facts, Needs};
use crate::knowledge::acronyms::Kind;
use crate::knowledge::phrase::PhraseTable;

fn judged(text: &str) -> Vec<(String, Vec<Ground>)> {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let document = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
    let facts = Facts::gather(&document, &knowledge, Needs::SENSES, &[]);
    let name = |v: &Verdict| {
        let span = facts.acronyms().mentions()[v.mention].span;
        (document.slice(span).to_owned(), v.summands.iter().filter(|s| s.weight > 0.0).map(|s| s.ground).collect())
    };
    facts.senses().verdicts().iter().map(name).collect()
}

#[test]
fn every_kind_of_evidence_is_kept() {
    let found =
        judged("At the front troops waited for the duration of the WTO. It rained all day. A village lost nine men in the SVO.");
    assert_eq!(found, [("WTO".to_owned(), vec![Ground::Language, Ground::Sibling, Ground::Slot, Ground::Topic])]);
}

#[test]
fn one_kind_is_not_enough_and_absence_is_none() {
    assert!(judged("They met for the duration of the WTO, and it rained.").is_empty());
    assert!(judged("He has heard of the WTO and of the SVO.").is_empty());
    assert!(judged("The WTO was mentioned by nobody at all.").is_empty());
}

#[test]
fn one_word_is_one_kind_of_evidence() {
    assert!(judged("In the comic the NWO soldiers wear black, and the heroes never learn who pays them.").is_empty());
}

#[test]
fn words_in_capitals_and_the_historical_present_show_nothing() {
    assert!(judged("The referee gave no penalty. “This is WAR,” said the football manager after the goal.").is_empty());
    assert!(judged("In the game the USSR is attacked from the east, and your troops must hold the town.").is_empty());
    assert!(judged("The Defence Ministry in Minsk signed an MoU. Under the MoU, Umerov said, Ukraine pays.").is_empty());
}

#[test]
fn slots_name_kinds_of_thing() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    for row in knowledge.phrases.rows().filter(|row| row.table == PhraseTable::Slot) {
        let sound = row.class.split(' ').all(|word| word == "before" || Kind::named(word).is_some());
        assert!(sound && row.class != "before", "{}: “{}”", row.key, row.class);
    }
}
