//! `postedit check`: findings.

use std::borrow::Cow;

use super::args::{CheckOptions, Format};
use super::input::{Input, collect};
use super::output::{Output, tell_notes};
use super::pool::in_order;
use super::progress::Progress;
use super::{Ending, Failure, diff};
use crate::check::Checker;
use crate::finding::Level;
use crate::format::ReadError;
use crate::report::{
    Checked, Look, Note, NoteLevel, Outcome, Summary, closing, document_line, json_document, json_head, json_tail, pretty, short,
};

pub(super) fn run(options: &CheckOptions) -> Result<Ending, Failure> {
    let settled = options.choice.settle(options.exit.fail_on)?;
    let printer = Printer { format: options.format, quiet: options.printing.quiet };
    let inputs = collect(&options.inputs);
    let mut output = Output::open(&options.printing, &inputs)?;
    let look = output.look();
    let mut progress = Progress::new(inputs.len(), options.printing.quiet);
    let mut total = Total::default();
    output.print(printer.head().as_bytes())?;
    in_order(
        options.printing.threads,
        inputs,
        |input| printer.page(&settled.checker, input, look),
        |page| {
            progress.step(|| {
                output.print(&printer.joined(&page.text, total.printed))?;
                printer.tell(&page.notes);
                total.add(page);
                Ok(())
            })
        },
    )?;
    drop(progress);
    output.print(printer.tail(&total).as_bytes())?;
    let failed = total.notes.iter().any(|note| note.level == NoteLevel::Error);
    let found = total.summary.worst.is_some_and(|worst| worst >= settled.fail_on);
    Ok(Ending::of(failed, found && !options.exit.exit_zero))
}

/// What is printed of one input; its text is not kept.
struct Page {
    text: Vec<u8>,
    notes: Vec<Note>,
    summary: Summary,
}

/// All that is kept of the inputs that were printed.
#[derive(Default)]
struct Total {
    printed: bool,
    notes: Vec<Note>,
    summary: Summary,
}

impl Total {
    fn add(&mut self, page: Page) {
        self.printed |= !page.text.is_empty();
        self.notes.extend(page.notes);
        self.summary.merge(page.summary);
    }
}

/// Prints in one format.
struct Printer {
    format: Format,
    quiet: bool,
}

impl Printer {
    fn head(&self) -> String {
        if self.format == Format::Json { json_head() } else { String::new() }
    }

    fn page(&self, checker: &Checker, input: Result<Input, Note>, look: Look) -> Page {
        let (input, bytes) = match input.and_then(Input::read) {
            Ok(read) => read,
            Err(note) => return self.shown(&Outcome { path: note.path.clone(), checked: None, notes: vec![note] }, look),
        };
        let outcome = outcome(checker, &input.name(), &bytes);
        let mut page = self.shown(&outcome, look);
        if self.format == Format::Diff && outcome.checked.is_some() {
            let patch = diff::page(checker, &input, &bytes, Level::Unsafe, None);
            // What reading had to say is among the notes already.
            page.notes.extend(patch.notes.into_iter().filter(|note| !outcome.notes.contains(note)));
            page.text = patch.text;
        }
        page
    }

    fn shown(&self, outcome: &Outcome, look: Look) -> Page {
        let text = match self.format {
            // A folder without prose is no document.
            Format::Json | Format::Jsonl if is_folder_note(outcome) => String::new(),
            Format::Json => json_document(outcome),
            Format::Jsonl => document_line(outcome),
            Format::Pretty if self.quiet => short(outcome),
            Format::Pretty => pretty(outcome, look),
            Format::Diff => String::new(),
        };
        let mut summary = Summary::default();
        summary.add(outcome);
        Page { text: text.into_bytes(), notes: outcome.notes.clone(), summary }
    }

    /// A page with what stands between it and the one before.
    fn joined<'a>(&self, text: &'a [u8], printed: bool) -> Cow<'a, [u8]> {
        let comma = self.format == Format::Json && printed && !text.is_empty();
        if comma { [b",\n", text].concat().into() } else { text.into() }
    }

    /// Notes go to standard error where the report itself has no room for them.
    fn tell(&self, notes: &[Note]) {
        if self.format != Format::Json {
            tell_notes(notes, self.quiet);
        }
    }

    fn tail(&self, total: &Total) -> String {
        match self.format {
            Format::Json => json_tail(total.printed, &total.notes, &total.summary),
            Format::Pretty if !self.quiet && total.summary.documents > 0 => closing(&total.summary),
            Format::Pretty | Format::Jsonl | Format::Diff => String::new(),
        }
    }
}

fn is_folder_note(outcome: &Outcome) -> bool {
    outcome.checked.is_none() && std::path::Path::new(&outcome.path).is_dir()
}

/// Reads and checks the bytes of one input.
pub(super) fn outcome(checker: &Checker, path: &str, bytes: &[u8]) -> Outcome {
    match checker.read(bytes) {
        Ok(reading) => {
            let findings = checker.check_reading(&reading);
            let notes = reading.notes.iter().map(|words| Note::new(path, NoteLevel::Warning, words.as_str())).collect();
            Outcome { path: path.to_owned(), checked: Some(Checked { reading, findings }), notes }
        }
        Err(error) => Outcome { path: path.to_owned(), checked: None, notes: vec![unread(path, &error)] },
    }
}

/// A binary file is passed over; anything else that cannot be read makes the run fail.
pub(super) fn unread(path: &str, error: &ReadError) -> Note {
    let level = if matches!(error, ReadError::Binary(_)) { NoteLevel::Warning } else { NoteLevel::Error };
    Note::new(path, level, error.to_string())
}
