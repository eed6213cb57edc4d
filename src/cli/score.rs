//! `postedit score`: precision and recall on marked text, and the table of confidences.

use std::path::Path;

use super::args::{Inputs, ScoreOptions};
use super::input::collect;
use super::{Ending, Failure};
use crate::check::Settings;
use crate::document::{Document, Text};
use crate::finding::Confidence;
use crate::rules::Calibration;
use crate::score::{Marked, Measurement};

pub(super) fn run(options: &ScoreOptions) -> Result<Ending, Failure> {
    let checker = options.choice.checker()?;
    // Calibration counts every firing, hints and low confidence among them.
    let all = checker.with_settings(Settings {
        min_confidence: Confidence::Low,
        hints: options.calibrate,
        ..checker.settings().clone()
    });
    let mut measured = Measurement::default();
    let mut clean_words = 0;
    let inputs = Inputs { paths: options.paths.clone(), stdin_filename: None };
    for input in collect(&inputs) {
        let input = input.map_err(|(path, message)| format!("{path}: {message}"))?;
        let name = input.name();
        let source = String::from_utf8(input.bytes().map_err(|e| format!("{name}: {e}"))?).map_err(|e| format!("{name}: {e}"))?;
        let marked = Marked::parse(&source).map_err(|e| format!("{name}: {e}"))?;
        let document = Document::plain(Text::new(marked.text.as_str())?, &all.knowledge().conventions);
        let clean = Path::new(&name).components().any(|part| part.as_os_str() == "clean");
        clean_words += if clean { document.word_count() } else { 0 };
        measured.add(&name, &marked, &document, &all.check(&document), options.choice.min_confidence, clean);
    }
    measured.set_clean_words(clean_words);
    if options.calibrate {
        print!("{}", Calibration::new(measured.classes).to_tsv());
        return Ok(Ending::Quiet);
    }
    print_table(&measured);
    if options.show {
        measured.faults.iter().for_each(|fault| println!("{fault}"));
    }
    Ok(Ending::Quiet)
}

fn print_table(measured: &Measurement) {
    println!("{:34} {:>6} {:>6} {:>9} {:>6} {:>9} {:>9}", "rule", "marks", "found", "findings", "right", "fixable", "fixed");
    for (rule, t) in &measured.rules {
        println!("{rule:34} {:>6} {:>6} {:>9} {:>6} {:>9} {:>9}", t.marks, t.found, t.findings, t.right, t.fixable, t.fixed);
    }
}
