//! What the tables of the source languages hold to, each by itself.

use std::collections::BTreeSet;

use super::*;

const TABLES: [(&str, &str); 4] = [
    ("russian", include_str!("russian/romanization.tsv")),
    ("ukrainian", include_str!("ukrainian/romanization.tsv")),
    ("belarusian", include_str!("belarusian/romanization.tsv")),
    ("bulgarian", include_str!("bulgarian/romanization.tsv")),
];

#[test]
fn a_spelling_of_a_unit_in_one_place_and_habit_has_one_cost() {
    for (name, text) in TABLES {
        let mut keys = BTreeSet::new();
        for row in text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').take(4).collect::<Vec<_>>()) {
            assert!(keys.insert(row.clone()), "{name}: “{}” twice", row.join(" "));
        }
    }
}

#[test]
fn a_spelling_of_a_given_name_leads_to_its_form() {
    let source = Source::builtin().expect("sound tables");
    let shared = source.given_names.shared(b"sergey", b"sergei").expect("one name");
    assert_eq!((shared.name, shared.language), ("Сергей", Language::Russian));
    assert!(source.given_names.shared(b"sergey", b"serhiy").is_none() && source.given_names.has(b"serhiy"));
}
