//! Merging is commutative and associative, and bearers are told apart.

use super::*;
use crate::document::{Document, Text};
use crate::facts::{Facts, Needs};
use crate::knowledge::Knowledge;

fn concordance(text: &str, document: u32, knowledge: &Knowledge) -> Concordance {
    let read = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
    Concordance::of(Facts::gather(&read, knowledge, Needs::NAMES, &[]).names(), document)
}

fn merged(parts: &[&Concordance]) -> Concordance {
    let mut all = Concordance::default();
    parts.iter().for_each(|part| all.merge((*part).clone()));
    all
}

#[test]
fn the_order_of_documents_changes_nothing() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let a = concordance("We met Sergei Orlov. Then Orlov left with K. Zaitsev.", 0, &knowledge);
    let b = concordance("They saw Sergey Orlov and Kirill Zaitsev.", 1, &knowledge);
    let c = concordance("And Orlov knew Kirill Zaytsev.", 2, &knowledge);
    let all = merged(&[&a, &b, &c]);
    assert_eq!(all, merged(&[&c, &a, &b]));
    assert_eq!(all, merged(&[&merged(&[&b, &c]), &a]));
    assert_eq!(all, merged(&[&all, &b]), "what is known already adds nothing");
}

#[test]
fn bearers_take_what_can_be_nobody_elses() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let said = concordance(
        "We met Sergei Orlov, Sergey Morozov and Viktor Orlov. Then Orlov left, and K. Orlov came. \
         Later we saw Kirill Zaitsev and K. Zaytsev, and then Zaytsev with V. Zaitsev.",
        0,
        &knowledge,
    );
    let show = |bearer: &Bearer| {
        let list = |v: &[Variant]| v.iter().map(|v| format!("{} {}", v.text, v.places.len())).collect::<Vec<_>>().join(", ");
        format!("{}; {}", list(&bearer.givens), list(&bearer.surnames))
    };
    let found: Vec<String> = said.bearers(&knowledge).iter().map(show).collect();
    assert_eq!(
        found,
        ["Sergei 1; Orlov 2", "Sergey 1; Morozov 1", "Viktor 1; Orlov 1", "Kirill 1; Zaytsev 2, Zaitsev 1"],
        "the lone Orlov is counted with the first of the family"
    );
}

#[test]
fn what_is_left_out_as_beyond_doubt_has_no_variants() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let text = "We met Sergei Orlov, Sergey Morozov and Viktor Orlov. Then Orlov left, and K. Orlov came. Later we saw Kirill \
                Zaitsev and K. Zaytsev, and then Zaytsev with V. Zaitsev, Anna Sokolova and Pavel Bondar. Then Bondar left.";
    let read = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
    let facts = Facts::gather(&read, &knowledge, Needs::NAMES, &[]);
    let several = |bearer: &Bearer| bearer.givens.len() > 1 || bearer.surnames.len() > 1;
    let of = |said: Concordance| said.bearers(&knowledge).into_iter().filter(several).collect::<Vec<_>>();
    let doubtful = of(Concordance::of_doubtful(facts.names(), 0));
    assert_eq!(doubtful, of(Concordance::of(facts.names(), 0)));
    assert_eq!(doubtful.len(), 1);
    assert!(Concordance::of_doubtful(facts.names(), 0).forms().count() < Concordance::of(facts.names(), 0).forms().count());
}

/// Counts of small documents that are made of a few names.
fn counts(knowledge: &Knowledge) -> Vec<Counts> {
    let givens = ["Sergei", "Sergey", "Kirill"];
    let surnames = ["Orlov", "Zaitsev", "Zaytsev"];
    let documents = (0..12).map(|number| {
        let (given, surname) = (givens[number % 3], surnames[number / 4]);
        let text = format!("We met {given} {surname} in Netishyn. ").repeat(1 + number % 5) + surname + " left.";
        let read = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
        let facts = Facts::gather(&read, knowledge, Needs::NAMES, &[]);
        Counts::of(&read, &DocumentNames::new(&facts, knowledge), number as u32)
    });
    documents.collect()
}

fn together(parts: Vec<Counts>) -> Counts {
    let mut all = Counts::default();
    parts.into_iter().for_each(|part| all.merge(part));
    all
}

proptest::proptest! {
    #[test]
    fn counts_are_the_same_however_documents_are_split_and_ordered(order in proptest::collection::vec(0u32..1000, 12), cuts in proptest::collection::vec(0usize..12, 3)) {
        let knowledge = Knowledge::builtin().expect("sound tables");
        let counts = counts(&knowledge);
        let all = together(counts.clone());
        let mut shuffled: Vec<(u32, Counts)> = order.into_iter().zip(counts).collect();
        shuffled.sort_by_key(|(rank, _)| *rank);
        let mut rest: Vec<Counts> = shuffled.into_iter().map(|(_, counts)| counts).collect();
        let mut parts = Vec::new();
        for cut in cuts {
            let tail = rest.split_off(cut.min(rest.len()));
            parts.push(together(std::mem::replace(&mut rest, tail)));
        }
        parts.insert(0, together(rest));
        proptest::prop_assert_eq!(together(parts), all);
    }
}

#[test]
fn of_a_form_the_count_and_the_first_eight_places_are_kept() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let all = together(counts(&knowledge));
    let places = |form: CorpusForm| all.forms.get(&form).map(|tally| (tally.places(), tally.documents, tally.first.len()));
    assert_eq!(places(CorpusForm::Word("Netishyn".into())), Some((33, 12, 8)));
    let sergei = CorpusForm::Person { given: "Sergei".into(), surname: "Orlov".into() };
    assert_eq!(places(sergei), Some((7, 2, 7)), "the surname by itself is the bearer's");
    let corpus = Corpus::new(all, &knowledge);
    let names: Vec<String> =
        corpus.names().iter().map(|name| name.forms.iter().map(|(form, _)| format!("{form:?}")).collect()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
}
