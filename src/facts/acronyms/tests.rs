//! Mentions and definitions, on small texts.

use super::*;
use crate::document::Text;
use crate::facts::Facts;
use crate::facts::Needs;

fn read(text: &str) -> (Document, Facts) {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let document = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
    let facts = Facts::gather(&document, &knowledge, Needs::ACRONYMS, &[]);
    (document, facts)
}

fn forms(text: &str) -> Vec<(String, usize)> {
    let (_, facts) = read(text);
    facts.acronyms().forms().iter().map(|f| (f.text.to_string(), f.mentions.len())).collect()
}

fn definitions(text: &str) -> Vec<(String, String)> {
    let (document, facts) = read(text);
    let acronyms = facts.acronyms();
    let name = |d: &Definition| {
        let form = acronyms.mentions()[d.mention].form;
        let long = document.span_of(d.long.clone()).map_or("", |span| document.slice(span));
        (acronyms.forms()[form].text.to_string(), long.to_owned())
    };
    acronyms.definitions().iter().map(name).collect()
}

#[test]
fn plurals_dots_and_possessives_are_one_form() {
    let found = forms("The AFU said two AFUs met; the AFU’s map. A US-led group in the U.S. and the MoD.");
    assert_eq!(found, [("AFU".into(), 3), ("US".into(), 2), ("MoD".into(), 1)]);
}

#[test]
fn a_possessive_ending_hides_no_acronym_of_no_table() {
    assert_eq!(forms("The KLTO’s roof leaks, and KLTO men mend it."), [("KLTO".into(), 2)]);
}

#[test]
fn tables_may_have_long_acronyms() {
    assert_eq!(forms("Two MANPADS were left behind. He shouted NONSENSE and left."), [("MANPADS".into(), 1)]);
}

#[test]
fn shouting_datelines_numerals_and_types_are_none() {
    assert!(
        forms("GIVE US WATER NOW\n\nKYIV. He shouted TELL US WHY and left. John Paul II had an S-300 and a T72B.").is_empty()
    );
}

#[test]
fn long_forms_are_found_on_both_sides() {
    let found = definitions(
        "The Armed Forces of Ukraine (AFU) and the CSTO (Collective Security Treaty Organization) met. \
         We used ultrasound (US). He spoke at the Presidential Administration (AP). The Union of Nurses (the UN) asks.",
    );
    let wanted = [
        ("AFU", "Armed Forces of Ukraine"),
        ("CSTO", "Collective Security Treaty Organization"),
        ("US", "ultrasound"),
        ("AP", "Presidential Administration"),
        ("UN", "Union of Nurses"),
    ];
    assert_eq!(found, wanted.map(|(short, long)| (short.to_owned(), long.to_owned())));
}

#[test]
fn brackets_that_define_nothing_are_passed_over() {
    assert!(definitions("The committee (US) met. He left (UN sources say). The AFU (see above) held. It (AI) fell.").is_empty());
}
