//! What the tables of the source languages hold to, each by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The rows of a table, in cells.
fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t').collect()).collect()
}

fn tables() -> Vec<(Language, &'static str)> {
    Language::ALL.into_iter().map(|language| (language, romanization::table(language).expect("a table").1)).collect()
}

#[test]
fn a_spelling_of_a_unit_in_one_place_and_habit_has_one_cost() {
    for (language, text) in tables() {
        let mut keys = BTreeSet::new();
        for row in rows(text) {
            assert!(keys.insert(row[..4].to_vec()), "{}: “{}” twice", language.name(), row.join(" "));
        }
    }
}

#[test]
fn every_origin_is_a_scheme_and_every_scheme_an_origin() {
    let schemes = Schemes::builtin().expect("sound schemes");
    let listed: BTreeSet<&str> = schemes.all().iter().map(|scheme| scheme.name).collect();
    let named: BTreeSet<&str> =
        tables().into_iter().flat_map(|(_, text)| rows(text)).flat_map(|row| row[5].split("; ")).collect();
    assert_eq!(listed, named);
}

/// The letters that every spelling of a unit has alike, in their order: see the verifier, which relies on it.
fn bones(latin: &str) -> String {
    let mut folded = Vec::new();
    fold_latin(latin, &mut folded);
    let mut bones: Vec<char> = folded
        .into_iter()
        .map(|b| without_accent(b) as char)
        .filter(|c| "blmnr".contains(*c))
        .map(|c| if c == 'm' { 'n' } else { c })
        .collect();
    bones.dedup();
    bones.into_iter().collect()
}

#[test]
fn the_bones_of_a_unit_are_the_same_in_every_spelling() {
    for (language, text) in tables() {
        let mut of_unit: BTreeMap<&str, String> = BTreeMap::new();
        for row in rows(text) {
            let expected = of_unit.entry(row[0]).or_insert_with(|| bones(row[1]));
            assert_eq!(bones(row[1]), *expected, "{}: {}", language.name(), row[0]);
        }
    }
    for text in [include_str!("presses.tsv"), include_str!("cognate_endings.tsv")] {
        for row in rows(text) {
            assert_eq!(bones(row[1]), bones(row[2]), "{}", row.join(" "));
        }
    }
}

#[test]
fn a_scheme_writes_every_letter_of_its_languages() {
    const ALPHABETS: [(Language, &str); 6] = [
        (Language::Russian, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
        (Language::Ukrainian, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
        (Language::Belarusian, "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
        (Language::Bulgarian, "абвгдежзийклмнопрстуфхцчшщъьюя"),
        (Language::Serbian, "абвгдђежзијклљмнњопрстћуфхцчџш"),
        (Language::Macedonian, "абвгдѓежзѕијклљмнњопрстќуфхцчџш"),
    ];
    let source = Source::builtin().expect("sound tables");
    for scheme in source.schemes.all() {
        for language in &scheme.writes {
            let table = source.romanization(*language).expect("a table");
            let (_, letters) = ALPHABETS.iter().find(|(known, _)| known == language).expect("an alphabet");
            for letter in letters.chars() {
                let form = format!("а{letter}а");
                assert!(table.write(&form, scheme, &source.schemes).is_some(), "{} {}: {letter}", scheme.name, language.name());
            }
        }
    }
}

#[test]
fn a_spelling_of_a_given_name_leads_to_its_form() {
    let source = Source::builtin().expect("sound tables");
    let shared = source.given_names.shared(b"sergey", b"sergei").expect("one name");
    assert_eq!((shared.name, shared.language), ("Сергей", Language::Russian));
    let several = source.given_names.shared(b"nikolay", b"nikolai").expect("one name");
    assert_eq!(several.language, Language::Russian, "Bulgarian has these two spellings as well");
    assert!(source.given_names.shared(b"sergey", b"serhiy").is_none() && source.given_names.has(b"serhiy"));
}

#[test]
fn famous_names_are_sorted_and_found_by_every_spelling() {
    let source = Source::builtin().expect("sound tables");
    let rows = rows(include_str!("famous_names.tsv"));
    assert!(rows.len() >= 60 && rows.is_sorted());
    for row in rows {
        for spelling in row[3].split(' ') {
            let found = source.famous_names.shared(spelling, row[2]).map(|name| name.preferred);
            assert_eq!(found, Some(row[2]), "{spelling}");
        }
    }
    assert_eq!(source.preferred("Gadhafi", "Qaddafi"), Some("Gaddafi"));
    assert_eq!(source.preferred("Sergei", "Sergej"), source.given_names.preferred("Sergei", "Sergej"));
    assert_eq!(source.preferred("Gadhafi", "Yeltsin"), None);
}
