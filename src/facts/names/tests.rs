//! What must be joined and what kept apart.

use super::*;
use crate::document::{Document, Text};
use crate::knowledge::Knowledge;

const JOINED: [(&str, &str); 26] = [
    ("Sergey", "Sergei"),
    ("Sergei", "Sergej"),
    ("Zaytsev", "Zaitsev"),
    ("Khabirov", "Habirov"),
    ("Scherbakov", "Shcherbakov"),
    ("Tatyana", "Tatiana"),
    ("Solovyov", "Soloviev"),
    ("Yevgeny", "Evgeny"),
    ("Dmitry", "Dmitri"),
    ("Dmitri", "Dmitriy"),
    ("Artemyev", "Artemiev"),
    ("Yurchenko", "Iurchenko"),
    ("Hristova", "Khristova"),
    ("Shoigu", "Shoygu"),
    ("Lukianova", "Lukyanova"),
    ("Prihodko", "Prykhodko"),
    ("Hadjiev", "Hadzhiev"),
    ("Zahorodniy", "Zahorodnyi"),
    ("Ershov", "Yershov"),
    ("Kiselev", "Kiselyov"),
    ("Stoianov", "Stoyanov"),
    ("Zhukovskiy", "Zhukovsky"),
    ("Ludmila", "Lyudmila"),
    ("Beliakov", "Belyakov"),
    ("Alexander", "Aleksandr"),
    ("Rimsky-Korsakov", "Rimskiy-Korsakov"),
];

const APART: [(&str, &str); 24] = [
    ("Sergeev", "Sergei"),
    ("Alexandra", "Alexander"),
    ("Ivanov", "Ivanova"),
    ("Petrov", "Petrovsky"),
    ("Maria", "Marina"),
    ("Evgeny", "Evgenia"),
    ("Form", "From"),
    ("Martial", "Marital"),
    ("Khan", "Kahn"),
    ("Chaplin", "Shaplin"),
    ("Cheek", "Cheeky"),
    ("Sesin", "Sezin"),
    ("Vladimir", "Volodymyr"),
    ("Kiev", "Kyiv"),
    ("Sergey", "Serhiy"),
    ("Elena", "Olena"),
    ("Nikolai", "Mykola"),
    ("Kharitonov", "Haritonovo"),
    ("Lavrov", "Ryabkov"),
    ("Olga", "Olya"),
    ("Aleksandr", "Oleksandr"),
    ("Smith", "Smyth"),
    ("Batrukh", "Batrukha"),
    ("Harkov", "Kharkiv"),
];

#[test]
fn romanisations_of_one_form_are_joined_and_others_kept_apart() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut faults = Vec::new();
    for (a, b) in JOINED {
        let found = compare(a, b, &knowledge);
        let (keys, others) = (Keys::of(a), Keys::of(b));
        let meet = keys.as_slice().iter().any(|key| others.as_slice().contains(key));
        if found.verdict == Verdict::Different || !meet || found.source.is_none() {
            faults.push(format!("{a}, {b}: {found:?}, keys meet: {meet}"));
        }
        let turned = compare(b, a, &knowledge);
        if (turned.verdict, turned.cost) != (found.verdict, found.cost) {
            faults.push(format!("{a}, {b} differs from {b}, {a}"));
        }
    }
    for (a, b) in APART {
        let found = compare(a, b, &knowledge);
        if found.verdict != Verdict::Different && !found.is_cognate() {
            faults.push(format!("{a}, {b}: {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_source_form_is_named() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let form = |a, b| compare(a, b, &knowledge).source.map(|s| s.form);
    assert_eq!(form("Sergey", "Sergei").as_deref(), Some("Сергей"));
    assert_eq!(form("Zaytsev", "Zaitsev").as_deref(), Some("Зайцев"));
    assert_eq!(form("Artemyev", "Artemiev").as_deref(), Some("Артемьев"));
}

/// The mentions of a text in words, one a line.
fn mentions(text: &str) -> Vec<String> {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let document = Document::plain(Text::new(text).expect("short"), &knowledge.conventions);
    let words = crate::facts::words(&document, &knowledge);
    let names = Names::find(&document, &knowledge, &words.0);
    let text = |word: &Word| names.spelling(word.spelling).text.to_string();
    let say = |m: &Mention| match m.kind {
        MentionKind::Full { given, surname } => format!("{} + {}", text(&given), text(&surname)),
        MentionKind::Initial { initial, surname } => format!("{initial}. {}", text(&surname)),
        MentionKind::Single { word, titled } => format!("{}{}", if titled { "title " } else { "" }, text(&word)),
    };
    names.mentions().iter().map(say).collect()
}

#[test]
fn mentions_are_cut_out_of_runs_of_capitals() {
    let cases: [(&str, &[&str]); 17] = [
        ("Defence Minister Sergei Shoigu’s plan failed.", &["Sergei + Shoigu"]),
        ("It was said by V. Sergeev and by A. S. Pushkin.", &["V. Sergeev", "A. Pushkin"]),
        ("Then Vladimir Vladimirovich Putin met President Lukashenko.", &["Vladimir + Putin", "title Lukashenko"]),
        ("I told Vladimir Vladimirovich so.", &[]),
        ("Yesterday Orlov left.", &["Orlov"]),
        ("Meanwhile nobody came.", &[]),
        ("We saw Rimsky-Korsakov and Charles de Gaulle.", &["Rimsky-Korsakov", "Charles + de Gaulle"]),
        ("SERGEI SHOIGU ARRIVES", &["Sergei + Shoigu"]),
        ("She read “Anna Karenina” twice.", &[]),
        ("Ivanov Ivan Ivanovich signed it.", &["Ivan + Ivanov"]),
        ("Moscow Mayor Sergei Sobyanin spoke.", &["Sergei + Sobyanin"]),
        ("We met Yu. Orlov and Kh. Botev.", &["Y. Orlov", "K. Botev"]),
        ("So did Zh. Alferov, Ts. Radev and Sh. Aliev.", &["Z. Alferov", "T. Radev", "S. Aliev"]),
        ("So did Ya. Kolas, Ye. Petrov and Ch. Aitmatov.", &["Y. Kolas", "Y. Petrov", "C. Aitmatov"]),
        ("The house of Gribov A. S. is old, and Zuev P.I. left it.", &["A. Gribov", "P. Zuev"]),
        ("Mr. Vladimirov and Dr. Zuev came.", &["title Vladimirov", "title Zuev"]),
        ("We met Y. Orlov and Olena Marchenko, Bashar al-Assad.", &["Y. Orlov", "Olena + Marchenko", "Bashar + al-Assad"]),
    ];
    for (text, wanted) in cases {
        assert_eq!(mentions(text), wanted, "{text}");
    }
}

#[test]
fn bylines_and_credits_name_nobody() {
    for line in ["By Anna Orlova", "Translation: V. Sergeev", "Photo by Pyotr Zuev, Minsk", "Text and photographs: Sergey Orlov"]
    {
        assert_eq!(mentions(line), Vec::<String>::new(), "{line}");
    }
    assert_eq!(mentions("By noon Anna Orlova had left"), ["Anna + Orlova"]);
}

#[test]
fn words_outside_mentions_are_kept_too() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let text = Text::new("Trains for Kostanai left the Tikhoretsk Locomotive Depot.").expect("short");
    let document = Document::plain(text, &knowledge.conventions);
    let names = Names::find(&document, &knowledge, &crate::facts::words(&document, &knowledge).0);
    let words: Vec<&str> = names.words().iter().map(|word| &*names.spelling(word.spelling).text).collect();
    assert_eq!(words, ["Kostanai", "Tikhoretsk", "Locomotive", "Depot"]);
}
