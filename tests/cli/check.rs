//! `check`: exit codes and formats.

use serde_json::Value;

use super::{CLEAN, FAULTY, Folder};

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn exit_codes() {
    let folder = Folder::new(&[("bad.txt", FAULTY), ("good.txt", CLEAN)]);
    let code = |args: &[&str]| folder.run(args).code;
    assert_eq!(code(&["check", "good.txt"]), 0);
    assert_eq!(code(&["check", "bad.txt"]), 1);
    assert_eq!(code(&["check", "bad.txt", "--exit-zero"]), 0);
    assert_eq!(code(&["check", "bad.txt", "--fail-on", "major"]), 0);
    assert_eq!(code(&["check", "bad.txt", "--fail-on", "minor"]), 1);
    assert_eq!(code(&["check", "missing.txt", "bad.txt", "--exit-zero"]), 2);
    assert_eq!(code(&["check", "--no-such-option"]), 2);
    assert_eq!(code(&["check", "bad.txt", "--select", "no/rule"]), 2);
    assert_eq!(code(&["check", "bad.txt", "--min-confidence", "hihg"]), 2);
    assert_eq!(code(&[]), 2);
    assert_eq!(code(&["--help"]), 0);
}

#[test]
fn selectors_choose_rules() {
    let folder = Folder::new(&[("bad.txt", FAULTY)]);
    let code = |args: &[&str]| folder.run(&[&["check", "bad.txt"], args].concat()).code;
    assert_eq!(code(&["--ignore", "punctuation/doubled-mark"]), 0);
    assert_eq!(code(&["--select", "punctuation/"]), 1);
    assert_eq!(code(&["--select", "ALL", "--ignore", "punctuation/"]), 0);
    let run = folder.run(&["check", "bad.txt", "--select", "punctuation/doubled-marks"]);
    assert!(run.err.contains("did you mean “punctuation/doubled-mark”?"), "{}", run.err);
}

#[test]
fn the_report_for_people() {
    let folder = Folder::new(&[("bad.txt", FAULTY)]);
    let run = folder.run(&["check", "bad.txt"]);
    let wanted = "\
minor[punctuation/doubled-mark]: “. .” stands where one mark is meant. Write “.”.
  ╭▸ bad.txt:1:9
1 │ It ended. .
  │         ━━━
  │
  ├ fix: ended. . → ended.
";
    assert!(run.out.starts_with(wanted), "{}", run.out);
    assert!(run.out.ends_with("\n1 finding in 1 file (1 can be fixed with `postedit fix`).\n"), "{}", run.out);
    assert_eq!(run.err, "");
    let quiet = folder.run(&["check", "bad.txt", "--quiet"]);
    assert_eq!(quiet.out, "bad.txt:1:9: minor punctuation/doubled-mark “. .” stands where one mark is meant. Write “.”.\n");
}

#[test]
fn colours_only_where_asked_for() {
    let folder = Folder::new(&[("bad.txt", FAULTY)]);
    let colored = |args: &[&str]| folder.run(&[&["check", "bad.txt"], args].concat()).out.contains('\x1b');
    assert!(!colored(&[]), "a pipe is no terminal");
    assert!(colored(&["--color", "always"]));
    assert!(!colored(&["--color", "never"]));
}

#[test]
fn json_keeps_the_contract() {
    let folder = Folder::new(&[("bad.txt", FAULTY)]);
    folder.write("other.txt", b"\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb \xe2 \xcc\xe8\xed\xf1\xea\xe5 \xef\xf0\xee\xf8\xeb\xe8");
    let run = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let report = json(&run.out);
    assert_eq!(keys(&report), ["documents", "notes", "summary", "tool", "version"]);
    assert_eq!(report["version"], 1);
    assert_eq!(report["tool"], json(&format!("{{\"name\": \"postedit\", \"version\": \"{}\"}}", env!("CARGO_PKG_VERSION"))));
    let document = &report["documents"][0];
    assert_eq!(keys(document), ["findings", "offsets", "path", "words"]);
    assert_eq!((&document["path"], &document["offsets"], &document["words"]), (&"bad.txt".into(), &"file".into(), &4.into()));
    let finding = &document["findings"][0];
    let wanted = [
        "category",
        "column",
        "confidence",
        "end",
        "evidence",
        "fingerprint",
        "fixes",
        "line",
        "message",
        "related",
        "rule",
        "severity",
        "start",
        "text",
        "why",
    ];
    assert_eq!(keys(finding), wanted);
    assert_eq!(finding["rule"], "punctuation/doubled-mark");
    assert_eq!((&finding["severity"], &finding["confidence"]), (&"minor".into(), &"high".into()));
    assert_eq!((&finding["start"], &finding["end"]), (&8.into(), &11.into()));
    assert_eq!((&finding["line"], &finding["column"], &finding["text"]), (&1.into(), &9.into(), &". .".into()));
    assert!(finding["fingerprint"].as_str().is_some_and(|print| print.starts_with("1:") && print.len() == 18));
    let fix = &finding["fixes"][0];
    assert_eq!(keys(fix), ["edits", "safety", "title"]);
    assert_eq!(fix["safety"], "safe");
    assert_eq!(keys(&fix["edits"][0]), ["end", "replacement", "start"]);
    assert_eq!(report["documents"][1]["offsets"], "text");
    let note = &report["notes"][0];
    assert_eq!(keys(note), ["level", "message", "path"]);
    assert_eq!((&note["path"], &note["level"]), (&"other.txt".into(), &"warning".into()));
    let summary = &report["summary"];
    assert_eq!(keys(summary), ["by_rule", "by_severity", "documents", "findings", "groups", "words"]);
    assert_eq!((&summary["documents"], &summary["findings"], &summary["groups"]), (&2.into(), &1.into(), &1.into()));
    assert_eq!(summary["by_rule"], json("{\"punctuation/doubled-mark\": 1}"));
    assert_eq!(summary["by_severity"], json("{\"minor\": 1}"));
}

#[test]
fn json_edits_give_what_fix_writes() {
    let folder = Folder::new(&[]);
    folder.write("a.txt", "\u{feff}“Œuvre”,, he said. .\r\nMore;;\r\n".as_bytes());
    let report = json(&folder.run(&["check", "a.txt", "--format", "json"]).out);
    let mut bytes = folder.read("a.txt");
    for finding in report["documents"][0]["findings"].as_array().expect("findings").iter().rev() {
        let edit = &finding["fixes"][0]["edits"][0];
        let at = |key: &str| edit[key].as_u64().expect("a number") as usize;
        bytes.splice(at("start")..at("end"), edit["replacement"].as_str().expect("a string").bytes());
    }
    folder.run(&["fix", "a.txt"]);
    assert_eq!(String::from_utf8(bytes), String::from_utf8(folder.read("a.txt")));
}

#[test]
fn json_without_any_document_is_json() {
    let folder = Folder::new(&[]);
    let run = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!(run.code, 0);
    let report = json(&run.out);
    assert_eq!(report["documents"], json("[]"));
    assert!(report["notes"][0]["message"].as_str().is_some_and(|words| words.starts_with("no prose in this folder")));
}

#[test]
fn jsonl_is_one_document_a_line() {
    let folder = Folder::new(&[("bad.txt", FAULTY), ("good.txt", CLEAN)]);
    let run = folder.run(&["check", "bad.txt", "missing.txt", "good.txt", "--format", "jsonl"]);
    assert_eq!(run.code, 2);
    let lines: Vec<Value> = run.out.lines().map(json).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["findings"].as_array().map(Vec::len), Some(1));
    assert_eq!((&lines[1]["path"], &lines[1]["findings"]), (&"missing.txt".into(), &json("[]")));
    assert!(lines[1]["error"].as_str().is_some_and(|words| words.contains("no such file")), "{}", lines[1]);
    assert_eq!(keys(&lines[2]), ["findings", "offsets", "path", "words"]);
}

#[test]
fn the_patch_is_a_format_too() {
    let folder = Folder::new(&[("bad.txt", FAULTY)]);
    let (check, diff) = (folder.run(&["check", "bad.txt", "--format", "diff"]), folder.run(&["diff", "bad.txt"]));
    assert_eq!((check.code, check.out), (diff.code, diff.out));
}

#[test]
fn output_goes_to_a_file_that_is_no_input() {
    let folder = Folder::new(&[("bad.txt", FAULTY)]);
    let run = folder.run(&["check", "bad.txt", "--quiet", "--output", "out.log"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(folder.read("out.log").starts_with(b"bad.txt:1:9: minor"));
    assert_eq!(folder.run(&["check", "bad.txt", "--output", "bad.txt"]).code, 2);
    assert_eq!(folder.read("bad.txt"), FAULTY.as_bytes());
}

#[test]
fn ten_runs_on_one_thread_and_two_give_the_same_bytes() {
    let files: Vec<(String, String)> =
        (0..40).map(|i| (format!("d{}/f{i}.txt", i % 3), format!("{}Line {i},, said. .\n", "x\n".repeat(i * 50)))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::new(&files);
    for command in [&["check", "."][..], &["check", ".", "--format", "json"], &["diff", "."]] {
        let outputs: Vec<String> =
            (0..10).map(|i| folder.run(&[command, &["--threads", if i % 2 == 0 { "1" } else { "2" }]].concat()).out).collect();
        assert!(outputs.iter().all(|out| *out == outputs[0]), "{command:?}");
    }
}
