//! The built-in tables can be opened, and their rows are as the house wants them.

use std::path::{Path, PathBuf};

use super::phrase::PhraseTable;
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
    let rows: Vec<_> = knowledge.phrases.rows().collect();
    assert_eq!(rows.len(), knowledge.phrases.len(), "every row can be read again");
    for pair in rows.windows(2).filter(|pair| pair[0].table == pair[1].table) {
        assert!(pair[0].key < pair[1].key, "{}: “{}” stands before “{}”", pair[0].table.path(), pair[0].key, pair[1].key);
    }
}

#[test]
fn a_phrase_of_wording_stands_in_one_table() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let mut seen: std::collections::BTreeMap<&str, PhraseTable> = std::collections::BTreeMap::new();
    let mut faults = Vec::new();
    for row in knowledge.phrases.rows().filter(|row| row.table.tells_the_source()) {
        for phrase in &row.phrases {
            // Rows of one table may differ in what must stand near.
            match seen.insert(&phrase.text, row.table).filter(|other| *other != row.table) {
                Some(other) => faults.push(format!("“{}” stands in {} and in {}", phrase.text, other.name(), row.table.name())),
                None => continue,
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A table of one row, with this line added or put in place of one that begins alike.
fn row_with(line: &str) -> Result<Phrases, TableError> {
    let lines = ["key = \"k\"", "say = \"a b\"", "class = \"c\"", "origin = \"usage\"", "wrong = \"a b\"", "right = \"b\""];
    let key = line.split('=').next().unwrap_or_default();
    let kept = lines.iter().filter(|old| !old.starts_with(key));
    let text = kept.copied().chain([line]).fold(String::from("[[phrase]]\n"), |text, line| text + line + "\n");
    let mut words = VocabularyBuilder::default();
    let mut phrases = Phrases::none(&mut words)?;
    phrases.add(&[(PhraseTable::Calque, PhraseTable::Calque.path(), &text)], &mut words)?;
    Ok(phrases)
}

#[test]
fn a_row_needs_an_origin_that_is_more_than_the_seed() {
    assert!(row_with("origin = \"general usage\"").is_ok());
    assert!(row_with("origin = \"\"").is_err());
    let error = row_with("origin = \"the seed article\"").expect_err("one article is no ground");
    assert!(error.to_string().contains("calque.toml:"), "{error}");
}

#[test]
fn rows_that_cannot_be_meant_are_refused() {
    for line in [
        "when = [\"near:nothing\"]",
        "when = [\"count>=x\"]",
        "when = [\"always\"]",
        "when = [\"next:nothing\"]",
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
        let word = word.replace("TOPIC", "military").replace("CLASS", "month").replace('N', "2");
        let phrases = row_with(&format!("when = [\"{word}\"]")).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(phrases.row(0).map(|row| row.when.len()), Some(1), "{word}");
    }
}

/// All flat tables of the folder, by their path below `knowledge/`.
fn flat_tables() -> Vec<(String, String)> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.extension() {
                _ if path.is_dir() => walk(&path, out),
                Some(ending) if ending == "tsv" => out.push(path),
                _ => {}
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/knowledge");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let name = |path: &Path| path.strip_prefix(&root).expect("below the root").display().to_string();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).expect("a table"))).collect()
}

#[test]
fn flat_tables_are_sorted_without_doubles_and_every_row_has_an_origin() {
    let tables = flat_tables();
    assert!(tables.len() > 10, "the tables are found");
    for (table, text) in tables {
        let mut lines = text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
        let header = lines.next().expect("a header");
        assert_eq!(header.last(), Some(&"origin"), "{table}");
        let lists = header.iter().position(|column| *column == "words").filter(|_| header.len() < 5);
        let rows: Vec<Vec<&str>> = lines.collect();
        for pair in rows.windows(2) {
            assert!(pair[0][..2] <= pair[1][..2], "{table}: “{}” stands after “{}”", pair[1].join(" "), pair[0].join(" "));
            assert!(pair[0][..header.len() - 1] != pair[1][..header.len() - 1], "{table}: “{}” twice", pair[0].join(" "));
        }
        for row in &rows {
            let origin = row.last().expect("cells");
            assert!(origin.len() > 1 && !origin.contains("seed"), "{table}: no origin in “{}”", row.join(" "));
            let list: Vec<&str> = lists.map_or_else(Vec::new, |column| row[column].split(' ').collect());
            assert!(list.is_sorted_by(|a, b| a < b), "{table}: the words of “{}” are not sorted, or one stands twice", row[0]);
        }
    }
}

#[test]
fn errors_name_the_table_and_the_line() {
    let error =
        Rows::new("t.tsv", "# note\na\tb\n1\t2\t3\n", ["a", "b"]).expect("header").next().expect("row").expect_err("3 cells");
    assert_eq!(error.to_string(), "t.tsv:3: 3 cells; expected 2");
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
