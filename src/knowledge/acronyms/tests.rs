//! What the tables of acronyms say, across languages.

use super::*;
use crate::knowledge::Knowledge;

#[test]
fn languages_share_concepts() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let acronyms = &knowledge.acronyms;
    let reading = |form: &str| acronyms.readings(knowledge.vocabulary.id(form)).to_vec();
    let [afu] = reading("AFU")[..] else { panic!("AFU has one reading") };
    assert_eq!(acronyms.concepts()[afu.concept].label, "ВСУ");
    assert!(reading("ZSU").contains(&Reading { concept: afu.concept, standing: Standing::Loan }));
    assert!(reading("VSU").contains(&Reading { concept: afu.concept, standing: Standing::Letters }));
    let agencies = ["GRU", "HUR", "SBU", "FSB"].map(|form| reading(form)[0].concept);
    assert!((1..4).all(|i| !agencies[..i].contains(&agencies[i])), "four agencies are four concepts");
}

#[test]
fn a_mistaken_form_that_english_has_too_tells_its_usual_sense() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    for form in ["WTO", "WHO", "OCD", "ICC", "DPRK", "US", "UN", "BBC"] {
        assert!(knowledge.acronyms.sense(knowledge.vocabulary.id(form)).is_some(), "{form}");
    }
}
