//! The built-in tables can be opened, and their rows are as the house wants them.

use super::*;

#[test]
fn the_builtin_tables_open() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    assert!(knowledge.vocabulary.len() > 100);
    assert!(knowledge.lexicon.is_common("minister"));
}

#[test]
fn phrase_rows_are_sorted_by_key_and_have_one_key_each() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    for pair in knowledge.phrases.rows().windows(2).filter(|pair| pair[0].table == pair[1].table) {
        assert!(pair[0].key < pair[1].key, "{}: “{}” stands before “{}”", pair[0].table.path(), pair[0].key, pair[1].key);
    }
}

/// A table of one row, with this line added or put in place of one that begins alike.
fn row_with(line: &str) -> Result<Phrases, TableError> {
    let lines = ["key = \"k\"", "say = \"a b\"", "class = \"c\"", "origin = \"usage\"", "wrong = \"a b\"", "right = \"b\""];
    let key = line.split('=').next().unwrap_or_default();
    let kept = lines.iter().filter(|old| !old.starts_with(key));
    let text = kept.copied().chain([line]).fold(String::from("[[phrase]]\n"), |text, line| text + line + "\n");
    let mut words = VocabularyBuilder::default();
    let topics = Topics::builtin(&mut words)?;
    Phrases::build(&[(PhraseTable::Calque, &text)], &topics, &mut words)
}

#[test]
fn a_row_needs_an_origin_that_is_more_than_the_seed() {
    assert!(row_with("origin = \"general usage\"").is_ok());
    assert!(row_with("origin = \"\"").is_err());
    let error = row_with("origin = \"the seed article\"").expect_err("one article is no ground");
    assert!(error.to_string().contains("calque.toml, line"), "{error}");
}

#[test]
fn rows_that_cannot_be_meant_are_refused() {
    for line in [
        "when = [\"near:nothing\"]",
        "when = [\"count>=x\"]",
        "when = [\"always\"]",
        "say = \"<any:1-2> b\"",
        "say = \"a <any:1-2>\"",
        "say = \"a <what>\"",
        "say = \"a {b|c\"",
        "say = \"a {b}\"",
        "write = \"<name>\"",
        "write = \"{b|c}\"",
    ] {
        assert!(row_with(line).is_err(), "{line}");
    }
}

#[test]
fn every_test_that_a_row_may_name_is_read() {
    for word in phrase::Test::WORDS {
        let word = word.replace("TOPIC", "military").replace('N', "2");
        let phrases = row_with(&format!("when = [\"{word}\"]")).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(phrases.rows()[0].when.len(), 1, "{word}");
    }
}

#[test]
fn topics_are_sorted_and_name_each_word_once() {
    for row in Rows::new(Topics::PATH, include_str!("target/english/topics.tsv"), ["topic", "words", "origin"]).expect("header") {
        let (_, [topic, words, origin]) = row.expect("three cells");
        let list: Vec<&str> = words.split(' ').collect();
        assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "the words of “{topic}” are not sorted");
        assert!(!origin.is_empty(), "{topic}");
    }
}

#[test]
fn errors_name_the_table_and_the_line() {
    let error =
        Rows::new("t.tsv", "# note\na\tb\n1\t2\t3\n", ["a", "b"]).expect("header").next().expect("row").expect_err("3 cells");
    assert_eq!(error.to_string(), "t.tsv, line 3: 3 cells; expected 2");
}

#[test]
fn a_word_has_one_id_and_one_hash_in_any_case() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let text = "He’s he'S THE the NATO’S nato's Ministry ministry internationalisation INTERNATIONALISATION É é";
    let text = crate::document::Text::new(text).expect("short");
    let tokens = crate::document::tokens_of(&text);
    let mut buffer = String::new();
    for token in &tokens {
        let word = text.slice(token.span());
        let found = knowledge.vocabulary.of_token(token, text.as_str(), &mut buffer);
        assert_eq!(found, (knowledge.vocabulary.id(word), hash_word(word)), "{word}");
        assert_eq!(found, (knowledge.vocabulary.id(&word.to_lowercase()), hash_word(&word.to_lowercase())), "{word}");
    }
    assert_eq!(tokens.len(), 16);
}
