//! Lists, the subcommands that read no prose, and `score`.

use super::{FAULTY, Folder};

#[test]
fn rules_and_their_pages() {
    let folder = Folder::new(&[]);
    let list = folder.run(&["rules"]).out;
    assert!(list.lines().any(|line| line.starts_with("punctuation/doubled-mark ") && line.contains("safe")), "{list}");
    let rules: serde_json::Value = serde_json::from_str(&folder.run(&["rules", "--format", "json"]).out).expect("JSON");
    assert!(
        rules.as_array().expect("a list").iter().any(|rule| rule["id"] == "punctuation/doubled-mark" && rule["fix"] == "safe")
    );
    let page = folder.run(&["explain", "punctuation/doubled-mark"]);
    assert!(page.out.starts_with("# punctuation/doubled-mark\n"), "a pipe gets the page as it was written");
    let readable = folder.run(&["explain", "punctuation/doubled-mark", "--color", "always"]).out;
    assert!(readable.contains('\x1b') && readable.contains('✓') && !readable.contains('⟦'), "{readable}");
    let unknown = folder.run(&["explain", "doubled-mark"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("punctuation/doubled-mark"), "{}", unknown.err);
}

#[test]
fn completions_and_manual_come_from_the_same_definitions() {
    let folder = Folder::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(folder.run(&["completions", shell]).out.contains("min-confidence"), "{shell}");
    }
    assert!(folder.run(&["man"]).out.contains("postedit\\-check(1)"));
    let page = folder.run(&["man", "check"]).out;
    assert!(page.contains(".TH postedit-check 1") && page.contains("min\\-confidence"), "{page}");
    assert_eq!(folder.run(&["man", "nothing"]).code, 2);
}

#[test]
fn a_report_edited_by_hand_is_a_measure() {
    let folder = Folder::new(&[("a.txt", "One. .\nTwo,, three.\n"), ("postedit.toml", "ignore = [\"ALL\"]\n")]);
    folder.run(&["check", "a.txt", "--no-config", "--format", "json", "--output", "gold.json"]);
    let table = folder.run(&["score", "--gold", "gold.json"]).out;
    let row = |table: &str| -> Vec<String> {
        let row = table.lines().find(|line| line.starts_with("punctuation/doubled-mark")).expect("a row");
        row.split_whitespace().map(str::to_owned).collect()
    };
    assert_eq!(row(&table)[1..], ["2", "2", "100.0", "%", "2", "2", "100.0", "%", "2", "2"], "{table}");
    folder.write("a.txt", b"One. .\nTwo, three.\n");
    let table = folder.run(&["score", "--gold", "gold.json", "--show"]).out;
    assert_eq!(row(&table)[1..4], ["2", "1", "50.0"]);
    assert!(table.contains("a.txt: missed punctuation/doubled-mark “,,” at byte 10"), "{table}");
    folder.write("b.txt", FAULTY.as_bytes());
    assert_eq!(folder.run(&["score", "b.txt", "--gold", "gold.json"]).code, 2);
}

#[test]
fn marked_text_is_measured() {
    let folder = Folder::new(&[("t/a.txt", "One⟦. .→.⟧{punctuation/doubled-mark}\n"), ("t/clean/b.txt", "Two,, three.\n")]);
    let run = folder.run(&["score", "t", "--show"]);
    assert!(run.out.contains("50.0 %") && run.out.contains("unmarked punctuation/doubled-mark “,,”"), "{}", run.out);
    let table = folder.run(&["score", "t", "--calibrate"]).out;
    assert!(table.contains("punctuation/doubled-mark\tdoubled\t1\t1\t2\t1\thigh"), "{table}");
}

#[test]
fn lists_tell_what_is_named_and_where() {
    let folder = Folder::new(&[
        ("a.txt", "Sergei Orlov met the AFU.\n\nThen Sergey Orlov left.\n"),
        ("b.txt", "The Armed Forces of Ukraine (AFU) know Orlov.\n"),
    ]);
    let acronyms = folder.run(&["acronyms", "a.txt", "b.txt"]);
    let first: Vec<&str> = acronyms.out.lines().take(2).collect();
    assert_eq!(first, ["AFU  2 places: a.txt:1; b.txt:1", "    explained as “Armed Forces of Ukraine” (1)"]);
    let table = folder.run(&["acronyms", "--format", "csv", "a.txt", "b.txt"]).out;
    let mut rows = table.split("\r\n").map(|row| row.split(',').take(4).collect::<Vec<_>>());
    assert_eq!(rows.next(), Some(vec!["acronym", "count", "documents", "explained_as"]));
    assert_eq!(rows.next(), Some(vec!["AFU", "2", "2", "Armed Forces of Ukraine"]));
    for list in ["names", "acronyms"] {
        let json: serde_json::Value = serde_json::from_str(&folder.run(&[list, "--format", "json", "a.txt"]).out).expect("JSON");
        assert!(json["version"] == 1 && json[list].as_array().is_some_and(|list| !list.is_empty()), "{json}");
        let run = folder.run(&[list, "missing.txt", "a.txt"]);
        assert_eq!((run.code, run.err.as_str()), (2, "error: missing.txt: there is no such file or folder\n"));
        assert!(run.out.contains("a.txt:1"), "the rest is done: {}", run.out);
    }
}
