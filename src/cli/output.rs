//! Where things are printed, and how they look there.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};

use super::Failure;
use super::args::{Color, Printing};
use super::input::Input;
use crate::report::{Look, Note, NoteLevel};

/// The width where none can be measured: a pipe, a file.
const WIDTH: usize = 100;
/// Longer lines are hard to read, however wide the terminal.
const WIDEST: usize = 120;

/// Standard output, or the file of `--output`.
pub(super) struct Output {
    to: Box<dyn Write>,
    is_terminal: bool,
    color: bool,
}

impl Output {
    /// Opens it.
    ///
    /// # Errors
    /// Where the file cannot be made, or is one of those that will be read.
    pub fn open<'a>(printing: &Printing, mut inputs: impl Iterator<Item = &'a Input>) -> Result<Self, Failure> {
        let stdout = io::stdout();
        let Some(path) = &printing.output else {
            let (is_terminal, color) = (stdout.is_terminal(), color(printing.color, true));
            return Ok(Self { to: Box::new(BufWriter::new(stdout)), is_terminal, color });
        };
        let whole = path.canonicalize().ok();
        let same = |input: &Input| matches!(input, Input::File(file) if whole.is_some() && file.canonicalize().ok() == whole);
        if inputs.any(same) {
            return Err(format!("{}: one of the files to be read; write to another one", path.display()).into());
        }
        let file = File::create(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self { to: Box::new(BufWriter::new(file)), is_terminal: false, color: color(printing.color, false) })
    }

    /// Standard output.
    pub fn stdout(choice: Color) -> Self {
        let stdout = io::stdout();
        let is_terminal = stdout.is_terminal();
        Self { to: Box::new(BufWriter::new(stdout)), is_terminal, color: color(choice, true) }
    }

    /// Whether somebody reads along.
    pub fn is_terminal(&self) -> bool {
        self.is_terminal
    }

    /// How reports for people look here.
    pub fn look(&self) -> Look {
        let size = if self.is_terminal { terminal_size::terminal_size() } else { None };
        let width = size.map_or(WIDTH, |(width, _)| usize::from(width.0).clamp(40, WIDEST));
        Look { color: self.color, width }
    }

    /// Prints; what somebody may wait for is shown at once.
    ///
    /// # Errors
    /// Those of the stream; a broken pipe among them.
    pub fn print(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.to.write_all(bytes)?;
        Ok(self.to.flush()?)
    }
}

/// NO_COLOR, CLICOLOR_FORCE and TERM are heeded where the choice is left to us.
fn color(choice: Color, to_stdout: bool) -> bool {
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => to_stdout && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    }
}

/// A line on standard error; nothing is done about an error there, since there is nobody to tell.
pub(super) fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// The notes on standard error; quietly, only errors.
pub(super) fn tell_notes(notes: &[Note], quiet: bool) {
    for note in notes.iter().filter(|note| !quiet || note.level == NoteLevel::Error) {
        let level = match note.level {
            NoteLevel::Info => "note",
            NoteLevel::Warning => "warning",
            NoteLevel::Error => "error",
        };
        tell(&format!("{level}: {note}"));
    }
}
