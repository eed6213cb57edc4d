//! What a reader sees, on made-up findings: every kind of note.

use super::*;
use crate::check::Checker;
use crate::document::Edit;
use crate::finding::{Evidence, Fingerprint, Related};
use crate::fix::Fix;

const TEXT: &str = "Talks began. The minister Sergey Shoigu came, and Sergei Lavrov left.\n\nSergey spoke.\n\nSergei was late.\n";

fn finding(checked: &Checked, nth: usize) -> Finding {
    let text = checked.reading.document.text();
    let places: Vec<usize> = TEXT.match_indices("Sergey").map(|(at, _)| at).collect();
    let span = |at: usize| text.span(at..at + 6).expect("six letters");
    let right: Vec<usize> = TEXT.match_indices("Sergei").map(|(at, _)| at).collect();
    let edit = Edit::new(text, span(places[nth]), "Sergei").expect("a change");
    let related = right.iter().map(|&at| Related { span: span(at), role: Role::Compare, message: "“Sergei” here".into() });
    Finding {
        rule: "names/mixed-romanization",
        row: None,
        class: "given-name",
        category: "terminology/inconsistent-use",
        span: span(places[nth]),
        message: "“Sergey” here, “Sergei” in 2 other places; both romanise Сергей. Write “Sergei”.".into(),
        why: "readers take one man for two",
        severity: Severity::Minor,
        confidence: Confidence::Medium,
        evidence: vec![Evidence { kind: "source-form", value: "Сергей".into(), from: Some("source/russian") }],
        fixes: Fix::new("Write “Sergei”", Safety::Unsafe, vec![edit]).into_iter().collect(),
        related: related.collect(),
        group: Some("names:Сергей".into()),
        ask: Some("Is it one man?".into()),
        hint: false,
        fingerprint: Fingerprint::default(),
    }
}

fn outcome() -> Outcome {
    let checker = Checker::builder().build().expect("sound tables");
    let mut checked = Checked { reading: checker.read(TEXT.as_bytes()).expect("text"), findings: Vec::new() };
    checked.findings = vec![finding(&checked, 0), finding(&checked, 1)];
    Outcome { path: "a.txt".into(), checked: Some(checked), notes: Vec::new() }
}

#[test]
fn a_group_is_one_block_with_all_there_is_to_say() {
    let shown = pretty(&outcome(), Look { color: false, width: 80 });
    let wanted = "\
minor[names/mixed-romanization]: “Sergey” here, “Sergei” in 2 other places; both
                                 romanise Сергей. Write “Sergei”.
  ╭▸ a.txt:1:27
1 │ The minister Sergey Shoigu came, and Sergei Lavrov left.
  │              ━━━━━━                  ────── “Sergei” here
  │
  ├ also: 3:1
  ├ compare: “Sergei” here (5:1)
  ├ fix: Sergey → Sergei  (unsafe: read it before you take it)
  ├ evidence: Сергей (source/russian); medium confidence
  ├ ask: Is it one man?
  ╰ why: readers take one man for two

";
    assert_eq!(shown, wanted, "\n{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn colours_change_no_word() {
    let plain = pretty(&outcome(), Look { color: false, width: 100 });
    let colored = pretty(&outcome(), Look { color: true, width: 100 });
    assert!(colored.contains("\x1b[31mSergey\x1b[0m → \x1b[32mSergei\x1b[0m"));
    let mut stripped = String::new();
    for (i, piece) in colored.split('\x1b').enumerate() {
        let text = if i == 0 { piece } else { piece.split_once('m').map_or("", |(_, rest)| rest) };
        stripped.push_str(text);
    }
    assert_eq!(stripped, plain);
}

#[test]
fn a_line_each_and_a_closing_line() {
    let outcome = outcome();
    assert!(short(&outcome).starts_with("a.txt:1:27: minor names/mixed-romanization “Sergey” here"));
    assert_eq!(short(&outcome).lines().count(), 2);
    let mut summary = Summary::default();
    summary.add(&outcome);
    assert_eq!(closing(&summary), "2 findings in 1 file (2 can be fixed with `postedit fix --unsafe`).\n");
    summary.fixable = 1;
    summary.documents = 3;
    let line = closing(&summary);
    assert_eq!(line, "2 findings in 1 of 3 files (1 can be fixed with `postedit fix`, 2 more with `--unsafe`).\n");
    assert_eq!(closing(&Summary { documents: 1, ..Summary::default() }), "No findings in 1 file.\n");
}
