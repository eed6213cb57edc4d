//! `postedit check`: findings.

use std::borrow::Cow;
use std::cell::RefCell;

use super::across::{First, Work, each, passes};
use super::args::{CheckOptions, Format};
use super::input::{Input, collect};
use super::output::{Output, tell_notes};
use super::progress::Progress;
use super::settings::{Settled, Settler};
use super::{Ending, Failure, diff};
use crate::check::Checker;
use crate::concordance::Counts;
use crate::finding::{Finding, Level, Severity};
use crate::format::{ReadError, Reading};
use crate::report::{
    Checked, Look, Note, NoteLevel, Outcome, Summary, closing, document_line, json_document, json_head, json_tail, pretty, short,
};

pub(super) fn run(options: &CheckOptions) -> Result<Ending, Failure> {
    let inputs = collect(&options.inputs);
    // Settings are sound, or nothing is opened and nothing printed.
    let settler = Settler::new(&options.choice, options.exit.fail_on, options.reading.across)?;
    let jobs = settler.jobs(inputs)?;
    let mut output = Output::open(&options.printing, jobs.iter().filter_map(|job| job.input.as_ref().ok()))?;
    let printer = Printer { format: options.format, quiet: options.printing.quiet, look: output.look() };
    let progress = RefCell::new(Progress::new(jobs.len() * passes(&jobs), options.printing.quiet));
    let mut total = Total::default();
    output.print(printer.head().as_bytes())?;
    let take = |page: Page| {
        progress.borrow_mut().step(|| {
            output.print(&printer.joined(&page.text, total.printed))?;
            printer.tell(&page.notes);
            total.add(page);
            Ok(())
        })
    };
    each(&printer, options.printing.threads, jobs, take, || progress.borrow_mut().step(|| ()))?;
    drop(progress);
    output.print(printer.tail(&total).as_bytes())?;
    let failed = total.notes.iter().any(|note| note.level == NoteLevel::Error);
    Ok(Ending::of(failed, total.found && !options.exit.exit_zero))
}

/// What is printed of one input; its text is not kept.
struct Page {
    text: Vec<u8>,
    notes: Vec<Note>,
    summary: Summary,
    /// Whether something is at the threshold.
    found: bool,
}

/// All that is kept of the inputs that were printed.
#[derive(Default)]
struct Total {
    printed: bool,
    notes: Vec<Note>,
    summary: Summary,
    found: bool,
}

impl Total {
    fn add(&mut self, page: Page) {
        self.printed |= !page.text.is_empty();
        self.found |= page.found;
        self.notes.extend(page.notes);
        self.summary.merge(page.summary);
    }
}

/// Prints in one format.
struct Printer {
    format: Format,
    quiet: bool,
    look: Look,
}

impl Work for Printer {
    type Done = Page;

    fn work(&self, checker: &Checker, settled: &Settled, input: &Input, bytes: &[u8]) -> Page {
        let outcome = outcome(checker, &input.name(), bytes, |reading| checker.check_reading(reading));
        self.page(checker, settled, input, bytes, &outcome)
    }

    fn first(&self, settled: &Settled, input: &Input, bytes: &[u8], number: u32) -> First<Page> {
        let checker = &settled.checker;
        let mut counts: Option<Counts> = None;
        let outcome = outcome(checker, &input.name(), bytes, |reading| {
            let (findings, counted) = checker.check_and_count(reading, number);
            counts = Some(counted);
            findings
        });
        First { done: Some(self.page(checker, settled, input, bytes, &outcome)), counts }
    }

    fn failed(&self, settled: &Settled, note: Note) -> Page {
        self.shown(&Outcome { path: note.path.clone(), checked: None, notes: vec![note] }, settled.fail_on)
    }
}

impl Printer {
    fn head(&self) -> String {
        if self.format == Format::Json { json_head() } else { String::new() }
    }

    /// The page of an outcome; `checker` made it.
    fn page(&self, checker: &Checker, settled: &Settled, input: &Input, bytes: &[u8], outcome: &Outcome) -> Page {
        let mut page = self.shown(outcome, settled.fail_on);
        if self.format == Format::Diff && outcome.checked.is_some() {
            let patch = diff::page(checker, input, bytes, Level::Unsafe, None);
            // What reading had to say is among the notes already.
            page.notes.extend(patch.notes.into_iter().filter(|note| !outcome.notes.contains(note)));
            page.text = patch.text;
        }
        page
    }

    fn shown(&self, outcome: &Outcome, fail_on: Severity) -> Page {
        let text = match self.format {
            // A folder without prose is no document.
            Format::Json | Format::Jsonl if is_folder_note(outcome) => String::new(),
            Format::Json => json_document(outcome),
            Format::Jsonl => document_line(outcome),
            Format::Pretty if self.quiet => short(outcome),
            Format::Pretty => pretty(outcome, self.look),
            Format::Diff => String::new(),
        };
        let mut summary = Summary::default();
        summary.add(outcome);
        let found = summary.worst.is_some_and(|worst| worst >= fail_on);
        Page { text: text.into_bytes(), notes: outcome.notes.clone(), summary, found }
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

/// Reads the bytes of one input and checks them with `check`.
pub(super) fn outcome(checker: &Checker, path: &str, bytes: &[u8], check: impl FnOnce(&Reading) -> Vec<Finding>) -> Outcome {
    match checker.read(bytes) {
        Ok(reading) => {
            let findings = check(&reading);
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
