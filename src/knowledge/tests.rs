//! The built-in tables can be opened, and their rows are as the house wants them.

use super::*;
use std::collections::BTreeSet;

#[test]
fn the_builtin_tables_open() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    assert!(knowledge.vocabulary.len() > 100);
    assert!(knowledge.lexicon.is_common("minister"));
}

#[test]
fn phrase_rows_have_one_key_each_and_origins() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut keys = BTreeSet::new();
    for row in knowledge.phrases.rows() {
        assert!(keys.insert((row.table, &row.key)), "{} has “{}” twice", row.table.path(), row.key);
        assert!(!row.origin.contains("seed"), "{}: an origin must be more than one article", row.key);
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
