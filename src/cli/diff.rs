//! `postedit diff`: the corrections as a patch.

use std::cell::RefCell;

use super::across::{First, Work, count, each, passes};
use super::args::DiffOptions;
use super::check::unread;
use super::input::{Input, collect};
use super::output::{Output, tell_notes};
use super::progress::Progress;
use super::settings::{Settled, Settler};
use super::{Ending, Failure};
use crate::check::Checker;
use crate::correct::{CorrectError, Correction, correct};
use crate::finding::{Level, counted};
use crate::format::Encoding;
use crate::report::{Look, Note, NoteLevel, unified, words};

pub(super) fn run(options: &DiffOptions) -> Result<Ending, Failure> {
    let settler = Settler::new(&options.choice, None, options.reading.across)?;
    let jobs = settler.jobs(collect(&options.inputs))?;
    let mut output = Output::open(&options.printing, jobs.iter().filter_map(|job| job.input.as_ref().ok()))?;
    let level = if options.safe { Level::Safe } else { Level::Unsafe };
    let differ = Differ { level, look: options.words.then(|| output.look()) };
    let progress = RefCell::new(Progress::new(jobs.len() * passes(&jobs), options.printing.quiet));
    let mut ending = Ending::Quiet;
    let take = |page: Page| {
        progress.borrow_mut().step(|| {
            if page.notes.iter().any(|note| note.level == NoteLevel::Error) {
                ending = Ending::Failed;
            } else if !page.text.is_empty() && !options.exit_zero {
                ending = ending.max(Ending::Found);
            }
            tell_notes(&page.notes, options.printing.quiet);
            output.print(&page.text)
        })
    };
    each(&differ, options.printing.threads, jobs, take, || progress.borrow_mut().step(|| ()))?;
    Ok(ending)
}

/// Corrects and compares.
struct Differ {
    level: Level,
    /// For reading, word by word.
    look: Option<Look>,
}

impl Work for Differ {
    type Done = Page;

    fn work(&self, checker: &Checker, _: &Settled, input: &Input, bytes: &[u8]) -> Page {
        page(checker, input, bytes, self.level, self.look)
    }

    fn first(&self, settled: &Settled, _: &Input, bytes: &[u8], number: u32) -> First<Page> {
        count(settled, bytes, number)
    }

    fn failed(&self, _: &Settled, note: Note) -> Page {
        Page { text: Vec::new(), notes: vec![note] }
    }
}

/// The patch of one input, and what there is to say besides.
pub(super) struct Page {
    pub text: Vec<u8>,
    pub notes: Vec<Note>,
}

/// Corrects one input and compares; `look`: for reading, word by word.
pub(super) fn page(checker: &Checker, input: &Input, bytes: &[u8], level: Level, look: Option<Look>) -> Page {
    let name = input.name();
    let correction = match correct(checker, bytes, level) {
        Ok(correction) => correction,
        Err(error) => return Page { text: Vec::new(), notes: vec![uncorrected(&name, &error)] },
    };
    let mut notes = correction_notes(&name, &correction);
    let text = match look {
        Some(look) => words(&name, bytes, &correction.bytes, &correction.applied, look).into_bytes(),
        None => {
            let path = input.patch_name();
            if !correction.applied.is_empty() && (path.starts_with(b"../") || path.starts_with(b"/")) {
                let message = "outside the current folder; run `diff` in a folder above it for a patch that can be applied";
                notes.push(Note::new(&name, NoteLevel::Warning, message));
            }
            unified(&path, bytes, &correction.bytes, &correction.applied)
        }
    };
    Page { text, notes }
}

/// A note on a file that was left as it is.
pub(super) fn uncorrected(name: &str, error: &CorrectError) -> Note {
    match error {
        CorrectError::Read(error) => unread(name, error),
        error => Note::new(name, NoteLevel::Error, error.to_string()),
    }
}

/// How the file was read, and what its encoding does not allow.
pub(super) fn correction_notes(name: &str, correction: &Correction) -> Vec<Note> {
    let warning = |words: &str| Note::new(name, NoteLevel::Warning, words);
    let mut notes: Vec<Note> = correction.reading.notes.iter().map(|words| warning(words)).collect();
    let fixes = correction.remaining.iter().filter(|finding| !finding.fixes.is_empty()).count();
    if let Encoding::Other(encoding) = correction.reading.encoding
        && fixes > 0
    {
        let found = counted(fixes, "finding", "findings");
        notes.push(warning(&format!("{found} cannot be corrected in {encoding}; convert the file to UTF-8 first")));
    }
    notes
}
