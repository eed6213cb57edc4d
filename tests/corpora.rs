//! The project's own texts: the marked ones are found, the clean ones stay quiet, the table of confidences is theirs.

use std::fs;
use std::path::{Path, PathBuf};

use postedit::document::{Document, Text};
use postedit::finding::Confidence;
use postedit::rules::{self, Calibration};
use postedit::score::{Marked, Measurement};
use postedit::{Checker, Level, Settings, correct};

/// Findings on all clean pages together; may only fall.
const CLEAN_BUDGET: usize = 0;
/// Findings on no mark in the marked pages; may only fall.
const UNMARKED_BUDGET: usize = 0;
/// Marks that are missed; may only fall.
const MISSED_BUDGET: usize = 532;

fn pages(folder: &str) -> Vec<(String, Marked)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora").join(folder);
    let entries = fs::read_dir(&folder).expect("the corpora are there").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    assert!(files.len() >= 20, "{} holds pages", folder.display());
    files
        .into_iter()
        .map(|path| {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            let source = fs::read_to_string(&path).expect("a page in UTF-8");
            let marked = Marked::parse(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, marked)
        })
        .collect()
}

fn checker(min_confidence: Confidence, hints: bool) -> Checker {
    Checker::builder().settings(Settings { min_confidence, hints, ..Settings::default() }).build().expect("sound tables")
}

fn read(checker: &Checker, text: &str) -> Document {
    Document::plain(Text::new(text).expect("a short text"), &checker.knowledge().conventions)
}

#[test]
fn the_article_to_try_is_the_marked_one_without_its_marks() {
    let marked = pages("translated").into_iter().find(|(name, _)| name == "news-01.txt").expect("the marked article").1;
    let article = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/article.txt")).expect("the article");
    assert_eq!(article, marked.text);
}

#[test]
fn marks_name_rules_that_exist() {
    for (name, marked) in pages("translated") {
        for mark in &marked.marks {
            let rule = mark.rule.as_deref().unwrap_or("none");
            assert!(rules::find(rule).is_some(), "{name}: {rule}");
        }
    }
}

#[test]
fn marked_pages_are_found_and_the_rest_is_quiet() {
    let checker = checker(Confidence::Medium, true);
    let mut measured = Measurement::default();
    for (name, marked) in pages("translated") {
        let document = read(&checker, &marked.text);
        measured.add(&name, &marked, &document, &checker.check(&document), Confidence::Medium, false);
    }
    let (missed, other): (Vec<_>, Vec<_>) = measured.faults.iter().partition(|fault| fault.contains(": missed "));
    let unmarked: Vec<_> = other.iter().filter(|fault| fault.contains(": unmarked ")).collect();
    assert_eq!(unmarked.len(), UNMARKED_BUDGET, "{} findings on no mark:\n{unmarked:#?}", unmarked.len());
    assert_eq!(missed.len(), MISSED_BUDGET, "{} marks missed:\n{missed:#?}", missed.len());
}

#[test]
fn clean_pages_are_quiet() {
    let checker = checker(Confidence::Medium, false);
    let mut loud = Vec::new();
    for (name, marked) in pages("clean") {
        assert!(marked.marks.is_empty(), "{name} is clean");
        let document = read(&checker, &marked.text);
        loud.extend(
            checker.check(&document).iter().map(|f| format!("{name}: {} “{}” {}", f.rule, document.slice(f.span), f.message)),
        );
    }
    assert_eq!(loud.len(), CLEAN_BUDGET, "{} findings on clean prose:\n{}", loud.len(), loud.join("\n"));
}

#[test]
fn the_table_of_confidences_is_the_measured_one() {
    let checker = checker(Confidence::Low, true);
    let mut measured = Measurement::default();
    let mut clean_words = 0;
    for (folder, clean) in [("translated", false), ("clean", true)] {
        for (name, marked) in pages(folder) {
            let document = read(&checker, &marked.text);
            clean_words += if clean { document.word_count() } else { 0 };
            measured.add(&name, &marked, &document, &checker.check(&document), Confidence::Medium, clean);
        }
    }
    measured.set_clean_words(clean_words);
    let kept = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/calibration.tsv")).expect("the table");
    assert_eq!(Calibration::new(measured.classes).to_tsv(), kept, "run `postedit score corpora --calibrate`");
}

#[test]
fn corrections_settle_and_a_second_run_changes_nothing() {
    let checker = checker(Confidence::Medium, false);
    for (name, marked) in pages("translated").into_iter().chain(pages("clean")) {
        for level in [Level::Safe, Level::Unsafe] {
            let once = correct(&checker, marked.text.as_bytes(), level).unwrap_or_else(|error| panic!("{name}: {error}"));
            let twice = correct(&checker, &once.bytes, level).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(twice.applied.is_empty() && twice.bytes == once.bytes, "{name}: a second run changes something");
        }
    }
}
