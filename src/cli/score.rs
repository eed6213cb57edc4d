//! `postedit score`: precision and recall on marked text or against a gold report, and the table of confidences.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::{Choice, Color, Inputs, ScoreOptions};
use super::input::collect;
use super::output::Output;
use super::{Ending, Failure, gold};
use crate::check::{Checker, Settings};
use crate::document::{Document, Text};
use crate::finding::Confidence;
use crate::rules::Calibration;
use crate::score::{Marked, Measurement, Tally};

/// Where marked text is looked for when nobody names it.
const CORPORA: &str = "corpora";

pub(super) fn run(options: &ScoreOptions) -> Result<Ending, Failure> {
    let checker = checker(&options.choice)?;
    let text = if let Some(path) = &options.gold {
        let (rules, faults) = gold::measure(&checker, path, &options.paths)?;
        table(&rules) + &shown(&faults, options.show)
    } else {
        let measured = measure(&checker, options)?;
        if options.calibrate {
            Calibration::new(measured.classes).to_tsv()
        } else {
            table(&measured.rules) + &shown(&measured.faults, options.show)
        }
    };
    Output::stdout(Color::Never).print(text.as_bytes())?;
    Ok(Ending::Quiet)
}

/// Figures are measured at the defaults: a `postedit.toml` that happens to lie near is not read.
fn checker(choice: &Choice) -> Result<Checker, Failure> {
    let (select, ignore) = (choice.select.clone(), choice.ignore.clone());
    let (min_confidence, hints, config) = (choice.min_confidence, choice.hints, choice.config.clone());
    Choice { select, ignore, min_confidence, hints, no_config: config.is_none(), config, ..Choice::default() }.checker()
}

/// Reads marked text and counts.
fn measure(checker: &Checker, options: &ScoreOptions) -> Result<Measurement, Failure> {
    // Marks of hints count like others, and calibration counts firings of low confidence too.
    let all = checker.with_settings(Settings { min_confidence: Confidence::Low, hints: true, ..checker.settings().clone() });
    let mut measured = Measurement::default();
    let mut clean_words = 0;
    let paths = if options.paths.is_empty() { vec![PathBuf::from(CORPORA)] } else { options.paths.clone() };
    for input in collect(&Inputs { paths, stdin_filename: None }) {
        let input = input.map_err(|note| note.to_string())?;
        let name = input.name();
        let bytes = input.bytes().map_err(|note| note.to_string())?;
        let source = String::from_utf8(bytes).map_err(|e| format!("{name}: {e}"))?;
        let marked = Marked::parse(&source).map_err(|e| format!("{name}: {e}"))?;
        let document = Document::plain(Text::new(marked.text.as_str())?, &all.knowledge().conventions);
        let clean = Path::new(&name).components().any(|part| part.as_os_str() == "clean");
        clean_words += if clean { document.word_count() } else { 0 };
        measured.add(&name, &marked, &document, &all.check(&document), checker.settings().min_confidence, clean);
    }
    measured.set_clean_words(clean_words);
    Ok(measured)
}

fn table(rules: &BTreeMap<String, Tally>) -> String {
    let mut all = Tally::default();
    rules.values().for_each(|tally| all.add(*tally));
    let mut out = format!(
        "{:34} {:>6} {:>6} {:>7} {:>9} {:>6} {:>10} {:>8} {:>6}\n",
        "rule", "marks", "found", "recall", "findings", "right", "precision", "fixable", "fixed"
    );
    let rows = rules.iter().map(|(rule, tally)| (rule.as_str(), tally));
    for (rule, t) in rows.chain([("all", &all)]) {
        let (recall, precision) = (share(t.found, t.marks), share(t.right, t.findings));
        out.push_str(&format!(
            "{rule:34} {:>6} {:>6} {recall:>7} {:>9} {:>6} {precision:>10} {:>8} {:>6}\n",
            t.marks, t.found, t.findings, t.right, t.fixable, t.fixed
        ));
    }
    out
}

/// A share as a percentage; `-` of nothing.
fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "-".into() } else { format!("{:.1} %", 100.0 * part as f64 / whole as f64) }
}

fn shown(faults: &[String], wanted: bool) -> String {
    let lines = faults.iter().filter(|_| wanted).map(|fault| format!("{fault}\n"));
    lines.collect()
}
