//! The command line: one file a subcommand, each thin.
//!
//! In: arguments, files, standard input. Out: reports, changed files, exit codes.
//! Must not know: how anything is found; it walks, calls the library and prints.

mod acronyms;
mod across;
mod args;
mod check;
mod diff;
mod explain;
mod fix;
mod gold;
mod init;
mod input;
mod inventory;
mod listing;
mod names;
mod output;
mod pack;
mod packs;
mod page;
mod pool;
mod progress;
mod rules;
mod score;
mod settings;
mod shell;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use output::tell;

/// How a run ended, as exit codes tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    /// Nothing at the threshold.
    Quiet,
    /// Findings, a patch that is not empty, or something left.
    Found,
    /// Bad use, or an input that could not be read.
    Failed,
}

impl Ending {
    /// A failure outweighs what was found.
    fn of(failed: bool, found: bool) -> Self {
        match (failed, found) {
            (true, _) => Self::Failed,
            (false, true) => Self::Found,
            (false, false) => Self::Quiet,
        }
    }
}

/// An error that ends the run, in words.
type Failure = Box<dyn std::error::Error>;

/// Runs the command line.
pub fn main() -> ExitCode {
    let args = Args::parse();
    if let Some(name) = args.command.would_wait() {
        return ExitCode::from(shell::help(name) as u8);
    }
    let result = match &args.command {
        Command::Check(options) => check::run(options),
        Command::Diff(options) => diff::run(options),
        Command::Fix(options) => fix::run(options),
        Command::Rules(options) => rules::run(options),
        Command::Names(options) => names::run(options),
        Command::Acronyms(options) => acronyms::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Init(options) => init::run(options),
        Command::Packs(options) => packs::run(options),
        Command::Score(options) => score::run(options),
        Command::Completions(options) => shell::completions(options),
        Command::Man(options) => shell::man(options),
    };
    match result {
        Ok(ending) => ExitCode::from(ending as u8),
        // Whoever read the output has seen enough (`| head`).
        Err(error) if is_broken_pipe(error.as_ref()) => ExitCode::from(Ending::Quiet as u8),
        Err(error) => {
            tell(&format!("postedit: {error}"));
            ExitCode::from(Ending::Failed as u8)
        }
    }
}

fn is_broken_pipe(error: &(dyn std::error::Error + 'static)) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
