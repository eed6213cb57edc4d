//! Small texts, each with what the pass must see in it.

use super::*;
use crate::document::{Conventions, Text};

fn read(text: &str) -> (Document, Characters) {
    let document = Document::plain(Text::new(text).expect("a short text"), &Conventions::default());
    let characters = Characters::read(&document);
    (document, characters)
}

fn rights(text: &str) -> Vec<String> {
    read(text).1.misread().iter().map(|m| m.right.clone()).collect()
}

#[test]
fn words_of_other_scripts_are_found_by_their_tokens() {
    let (document, found) = read("Some хлеб, and μm, and 松花江 for Bеlarus; 20 µm of café.");
    let words: Vec<&str> = found.foreign().iter().map(|&at| document.slice(document.tokens()[at].span())).collect();
    assert_eq!(words, ["хлеб", "μm", "松花江", "Bеlarus"]);
}

#[test]
fn what_nobody_sees_is_found_in_runs_but_a_first_byte_order_mark_is_not() {
    let (document, found) = read("\u{feff}One\u{200b}\u{200b} two\u{ad}three \u{feff}four");
    let places: Vec<&str> = found.invisible().iter().map(|&span| document.slice(span)).collect();
    assert_eq!(places, ["\u{200b}\u{200b}", "\u{ad}", "\u{feff}"]);
    assert_eq!(read("lost \u{fffd}\u{fffd} and \u{2047}").1.lost().len(), 2);
}

#[test]
fn wrong_decodings_are_undone() {
    assert_eq!(rights("donâ€™t, cafÃ©, 5Â°, â‚¬4"), ["’", "é", "°", "€"]);
    assert_eq!(rights("â€œYesâ€ he said â€“ twice"), ["“", "”", "–"]);
    assert_eq!(rights("from ÐœÐ¸Ð½Ñ\u{81}Ðº"), ["Минск"]);
    assert_eq!(rights("canвЂ™t, -5В°C, РњРёРЅСЃРє"), ["’", "°", "Минск"]);
    assert_eq!(rights("Ã¢â‚¬â„¢"), ["’"]);
}

#[test]
fn letters_that_somebody_wrote_are_no_wrong_decoding() {
    for text in [
        "São, MANHÃ” and Ã alone",
        "“Å” is a letter, “Ä” too",
        "ESPAÑA, « É », CAFÉ…",
        "«СССР», «5В»",
        "Рим и Союз",
        "Âge d’or",
        "â la",
    ] {
        assert!(rights(text).is_empty(), "{text}: {:?}", rights(text));
    }
}

#[test]
fn stress_is_told_from_a_decomposed_text() {
    assert_eq!(read("Rossi\u{301}ya").1.stressed().len(), 1);
    assert!(read("cafe\u{301} and Zu\u{308}rich").1.stressed().is_empty());
}
