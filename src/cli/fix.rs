//! `postedit fix`: the corrections in place.

use std::cell::RefCell;
use std::io::Write;
use std::path::Path;

use super::across::{First, Work, count, each, passes};
use super::args::FixOptions;
use super::diff::{correction_notes, uncorrected};
use super::input::{Input, collect};
use super::output::{Output, tell, tell_notes};
use super::progress::Progress;
use super::settings::{Settled, Settler};
use super::{Ending, Failure};
use crate::check::Checker;
use crate::correct::correct;
use crate::finding::{Level, Severity, counted};
use crate::report::{Note, NoteLevel};

pub(super) fn run(options: &FixOptions) -> Result<Ending, Failure> {
    let settler = Settler::new(&options.choice, options.exit.fail_on, options.reading.across)?;
    let jobs = settler.jobs(collect(&options.inputs))?;
    let mut output = Output::stdout(super::args::Color::Never);
    let progress = RefCell::new(Progress::new(jobs.len() * passes(&jobs), options.quiet));
    let fixer = Fixer { level: if options.r#unsafe { Level::Unsafe } else { Level::Safe } };
    let mut total = Done::default();
    let take = |done: Done| {
        progress.borrow_mut().step(|| {
            tell_notes(&done.notes, options.quiet);
            match (&done.text, done.line().filter(|_| !options.quiet)) {
                // Standard output is the corrected text, so what was done is said beside it.
                (Some(text), line) => {
                    output.print(text)?;
                    line.iter().for_each(|line| tell(line));
                }
                (None, Some(line)) => output.print(format!("{line}\n").as_bytes())?,
                (None, None) => {}
            }
            total.add(done);
            Ok(())
        })
    };
    each(&fixer, options.threads, jobs, take, || progress.borrow_mut().step(|| ()))?;
    Ok(Ending::of(total.failed, total.threshold && !options.exit.exit_zero))
}

/// Corrects in place.
struct Fixer {
    level: Level,
}

impl Work for Fixer {
    type Done = Done;

    fn work(&self, checker: &Checker, settled: &Settled, input: &Input, bytes: &[u8]) -> Done {
        fix(checker, input, bytes, self.level, settled.fail_on)
    }

    fn first(&self, settled: &Settled, _: &Input, bytes: &[u8], number: u32) -> First<Done> {
        count(settled, bytes, number)
    }

    fn failed(&self, _: &Settled, note: Note) -> Done {
        Done { notes: vec![note], ..Done::default() }
    }
}

/// What was done to one input, or to all.
#[derive(Default)]
struct Done {
    name: String,
    /// The corrected text, where it is not written to a file.
    text: Option<Vec<u8>>,
    fixes: usize,
    left: usize,
    /// Whether something at the threshold is left.
    threshold: bool,
    failed: bool,
    notes: Vec<Note>,
}

impl Done {
    /// What was done, in words; `None` where nothing was and nothing is left.
    fn line(&self) -> Option<String> {
        let left = match self.left {
            0 => String::new(),
            n => format!("{} left", counted(n, "finding", "findings")),
        };
        match (self.fixes, self.left) {
            (0, 0) => None,
            (0, _) => Some(format!("{}: {left}", self.name)),
            (n, 0) => Some(format!("{}: {}", self.name, counted(n, "fix", "fixes"))),
            (n, _) => Some(format!("{}: {}, {left}", self.name, counted(n, "fix", "fixes"))),
        }
    }

    fn add(&mut self, other: Self) {
        self.threshold |= other.threshold;
        self.failed |= other.failed || other.notes.iter().any(|note| note.level == NoteLevel::Error);
    }
}

fn fix(checker: &Checker, input: &Input, bytes: &[u8], level: Level, fail_on: Severity) -> Done {
    let name = input.name();
    let correction = match correct(checker, bytes, level) {
        Ok(correction) => correction,
        // A filter hands on what it cannot correct.
        Err(error) => {
            let text = matches!(input, Input::Stdin(_)).then(|| bytes.to_vec());
            return Done { text, notes: vec![uncorrected(&name, &error)], name, ..Done::default() };
        }
    };
    let mut notes = correction_notes(&name, &correction);
    let mut fixes = correction.applied.len();
    if let Input::File(path) = input
        && correction.bytes != bytes
        && let Err(error) = replace(path, &correction.bytes)
    {
        notes.push(input.failed(&error));
        fixes = 0;
    }
    Done {
        fixes,
        left: correction.remaining.len(),
        threshold: correction.remaining.iter().any(|finding| finding.severity >= fail_on),
        text: matches!(input, Input::Stdin(_)).then_some(correction.bytes),
        failed: false,
        notes,
        name,
    }
}

/// Puts new bytes in the place of a file at one stroke: whoever opens it sees the old file or the new one, whatever
/// happens. A link stays a link; the permissions stay.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let path = path.canonicalize()?;
    let permissions = std::fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(std::io::Error::other("the file is read-only; it is left as it was"));
    }
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut beside = tempfile::Builder::new().prefix(".postedit-").tempfile_in(folder)?;
    beside.write_all(bytes)?;
    beside.as_file().set_permissions(permissions)?;
    beside.as_file().sync_all()?;
    beside.persist(&path).map_err(|error| error.error)?;
    Ok(())
}
