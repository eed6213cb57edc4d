//! What the house list tells of a word, and how it is read and written.

use super::*;

fn house(text: &str) -> House {
    House::new(Glossary::parse("names.tsv", text).expect("sound"), BTreeMap::new())
}

#[test]
fn a_name_is_found_by_another_spelling_of_its_last_word() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let house = house("Sergei Shoigu\nKyiv\tKiev\n");
    let found = |word: &str| house.candidates(&Keys::of(word)).iter().map(|entry| entry.text.to_string()).collect::<Vec<_>>();
    assert_eq!(found("Shoygu"), ["Sergei Shoigu"]);
    assert!(found("Lavrov").is_empty());
    let shoigu = house.candidates(&Keys::of("Shoygu"))[0];
    assert!(matches!(shoigu.fit_last("Shoygu", &knowledge), Some(Fit::Wrong(Some(_)))));
    assert_eq!(shoigu.fit_given("Sergei", &knowledge), Some(Fit::Right));
    assert_eq!(shoigu.fit_given("Alexei", &knowledge), None);
    let kyiv = house.candidates(&Keys::of("Kiev"))[0];
    assert_eq!(kyiv.fit_last("Kiev", &knowledge), Some(Fit::Wrong(None)), "the list says so, though no romanisation does");
    assert_eq!(kyiv.fit_given("Kiev", &knowledge), None);
}

#[test]
fn a_glossary_that_was_written_is_read() {
    let row = |spelling: &str, also: &[&str], source: Option<&str>| Row {
        spelling: spelling.into(),
        also: also.iter().map(|word| (*word).into()).collect(),
        source: source.map(str::to_owned),
        count: 3,
    };
    let rows = vec![row("Pavel Lis", &[], None), row("Sergei Shoigu", &["Sergey Shoigu", "Sergei Shoygu"], Some("Сергей Шойгу"))];
    let text = Glossary::print(rows);
    assert!(
        text.ends_with("\nPavel Lis\t\t\t3\n")
            && text.contains("\nSergei Shoigu\tSergey Shoigu; Sergei Shoygu\tСергей Шойгу\t3\n")
    );
    let entries = Glossary::parse("names.tsv", &text).expect("what was written");
    assert_eq!(entries.iter().map(|entry| &*entry.text).collect::<Vec<_>>(), ["Sergei Shoigu", "Pavel Lis"]);
}

#[test]
fn faults_name_the_line_and_what_to_do() {
    let fault = |text: &str| Glossary::parse("names.tsv", text).expect_err("a fault").to_string();
    assert_eq!(fault("# mine\n\tSergey\n"), "names.tsv:2: no spelling before the first tab; write one, or delete the line");
    assert_eq!(fault("Orlov\nOrlov\tOrloff\n"), "names.tsv:2: “Orlov” stands in line 1 already; delete one of the two lines");
    assert!(fault("a\tb\tc\td\te\n").starts_with("names.tsv:1: 5 columns; at most four"));
}
