//! The tables of acronyms are sorted, have no doubles, and say where each row comes from.

use super::*;
use crate::knowledge::Knowledge;

#[test]
fn rows_are_sorted_and_have_an_origin() {
    let tables = Language::ALL.map(load::source).into_iter().chain([load::ENGLISH]);
    for (table, text) in tables {
        let rows: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
        assert!(
            rows.is_sorted_by(|a, b| a.split('\t').take(2).lt(b.split('\t').take(2))),
            "{table} is not sorted, or has a double"
        );
        for row in rows {
            assert!(row.split('\t').next_back().is_some_and(|origin| origin.len() > 8), "{table}: no origin in “{row}”");
        }
    }
}

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
