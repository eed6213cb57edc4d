//! `postedit check`: findings.

use rayon::prelude::*;

use super::args::{CheckOptions, Format};
use super::input::{Input, collect};
use super::{Ending, Failure};
use crate::check::Checker;
use crate::report::{Checked, Note, NoteLevel, Outcome, document_line, json};

pub(super) fn run(options: &CheckOptions) -> Result<Ending, Failure> {
    let checker = options.choice.checker()?;
    let inputs = collect(&options.inputs);
    let outcomes: Vec<Outcome> = inputs.into_par_iter().map(|input| outcome(&checker, input)).collect();
    match options.format {
        Format::Json => print!("{}", json(&outcomes)),
        Format::Jsonl => outcomes.iter().for_each(|o| print!("{}", document_line(o))),
        Format::Pretty => {
            for o in &outcomes {
                for f in o.checked.iter().flat_map(|c| &c.findings) {
                    println!("{}: {} {}", o.path, f.rule, f.message);
                }
            }
        }
    }
    let failed = outcomes.iter().flat_map(|o| &o.notes).any(|n| n.level == NoteLevel::Error);
    let found =
        outcomes.iter().filter_map(|o| o.checked.as_ref()).flat_map(|c| &c.findings).any(|f| f.severity >= options.fail_on);
    Ok(match (failed, found && !options.exit_zero) {
        (true, _) => Ending::Failed,
        (false, true) => Ending::Found,
        (false, false) => Ending::Quiet,
    })
}

/// Reads and checks one input.
pub(super) fn outcome(checker: &Checker, input: Result<Input, (String, String)>) -> Outcome {
    let note = |path: &str, level, message: String| Note { path: path.to_owned(), level, message };
    let input = match input {
        Ok(input) => input,
        Err((path, message)) => {
            return Outcome { notes: vec![note(&path, NoteLevel::Error, message)], path, checked: None };
        }
    };
    let path = input.name();
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(error) => return Outcome { notes: vec![note(&path, NoteLevel::Error, error.to_string())], path, checked: None },
    };
    match checker.read(&bytes) {
        Ok(reading) => {
            let findings = checker.check_reading(&reading);
            let notes = reading.notes.iter().map(|n| note(&path, NoteLevel::Warning, n.clone())).collect();
            Outcome { path, checked: Some(Checked { reading, findings }), notes }
        }
        Err(error) => Outcome { notes: vec![note(&path, NoteLevel::Warning, error.to_string())], path, checked: None },
    }
}
