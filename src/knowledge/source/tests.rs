//! The tables of the source languages are sorted, without doubles, and every row has an origin.

use std::collections::BTreeSet;

use super::*;

const TABLES: [(&str, &str, usize); 6] = [
    ("russian", include_str!("russian/romanization.tsv"), 4),
    ("ukrainian", include_str!("ukrainian/romanization.tsv"), 4),
    ("belarusian", include_str!("belarusian/romanization.tsv"), 4),
    ("bulgarian", include_str!("bulgarian/romanization.tsv"), 4),
    ("given names", include_str!("given_names.tsv"), 2),
    ("habits", include_str!("habits.tsv"), 2),
];

#[test]
fn tables_are_sorted_without_doubles_and_with_origins() {
    for (name, text, key) in TABLES {
        let rows: Vec<Vec<&str>> =
            text.lines().filter(|l| !l.starts_with('#')).skip(1).map(|l| l.split('\t').collect()).collect();
        let mut keys = BTreeSet::new();
        for pair in rows.windows(2) {
            assert!(pair[0][..2] <= pair[1][..2], "{name}: “{}” after “{}”", pair[1].join(" "), pair[0].join(" "));
        }
        for row in rows {
            assert!(keys.insert(row[..key].join(" ")), "{name}: “{}” twice", row[..key].join(" "));
            assert!(row.last().is_some_and(|origin| !origin.is_empty()), "{name}: “{}” has no origin", row.join(" "));
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
