//! What the tables of acronyms say, across languages.

use super::*;
use crate::knowledge::Knowledge;

#[test]
fn languages_share_concepts() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let acronyms = &knowledge.acronyms;
    let reading = |form: &str| acronyms.readings(FormKey::of(form)).to_vec();
    let of = |form: &str, standing| reading(form).into_iter().filter(move |r| r.standing == standing).map(|r| r.concept);
    let [afu] = of("AFU", Standing::English).collect::<Vec<_>>()[..] else { panic!("AFU is English for one thing") };
    assert_eq!(acronyms.concept(afu).expect("a concept").label, "ВСУ");
    assert!(of("ZSU", Standing::Loan).any(|concept| concept == afu));
    assert!(of("VSU", Standing::Letters).any(|concept| concept == afu));
    let agencies = ["GRU", "HUR", "SBU", "FSB"].map(|form| reading(form)[0].concept);
    assert!((1..4).all(|i| !agencies[..i].contains(&agencies[i])), "four agencies are four concepts");
}

#[test]
fn a_mistaken_form_that_english_has_too_tells_its_usual_sense() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    for form in ["WTO", "WHO", "OCD", "ICC", "DPRK", "US", "UN", "BBC"] {
        assert!(knowledge.acronyms.sense(FormKey::of(form)).is_some(), "{form}");
    }
}

#[test]
fn the_index_is_that_of_the_tables() {
    let compiled = crate::knowledge::compile_acronyms().expect("sound tables");
    assert!(compiled == INDEX, "run `cargo xtask acronyms`");
}

#[test]
fn an_index_opens_whole_or_not_at_all() {
    for end in [0, 4, 8, 100, INDEX.len() / 2, INDEX.len() - 1] {
        assert!(Index::open(&INDEX[..end]).is_none(), "{end} bytes");
    }
    assert!(Index::open(INDEX).is_some());
}

#[test]
fn every_row_can_be_read() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let acronyms = &knowledge.acronyms;
    let concepts = (0..).map_while(|index| acronyms.concept(index));
    let concepts: Vec<&Concept> = concepts.collect();
    assert_eq!(concepts.len(), acronyms.concepts.len());
    assert!(concepts.iter().all(|concept| !concept.words.is_empty() || !concept.english.is_empty()));
    assert!((0..acronyms.senses.len()).all(|index| acronyms.sense_at(index).is_some()));
}

#[test]
fn every_language_with_acronyms_has_a_table() {
    let languages: Vec<Language> = tables::SOURCE.iter().filter_map(|table| table.language).collect();
    assert_eq!(languages, Language::WITH_ACRONYMS);
}

/// Tables are sorted, and no acronym stands twice for one thing.
#[test]
fn rows_are_in_order() {
    for table in tables::SOURCE {
        let rows = Rows::new(table.path, table.text, tables::SOURCE_COLUMNS).expect("the columns");
        let keys: Vec<_> = rows.map(|row| row.expect("a row").1).map(|cells| (cells[0], cells[1])).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{}: {:?}", table.path, keys.windows(2).find(|p| p[0] >= p[1]));
    }
}
