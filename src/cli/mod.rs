//! The command line: one file a subcommand, each thin.
//!
//! In: arguments, files, standard input. Out: reports, changed files, exit codes.
//! Must not know: how anything is found; it walks, calls the library and prints.

mod args;
mod check;
mod diff;
mod explain;
mod fix;
mod input;
mod names;
mod rules;
mod score;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

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

/// Runs the command line.
pub fn main() -> ExitCode {
    let args = Args::parse();
    let result = match &args.command {
        Command::Check(options) => check::run(options),
        Command::Diff(options) => diff::run(options),
        Command::Fix(options) => fix::run(options),
        Command::Names(options) => names::run(options),
        Command::Rules => rules::run(),
        Command::Explain(options) => explain::run(options),
        Command::Score(options) => score::run(options),
    };
    match result {
        Ok(ending) => ExitCode::from(ending as u8),
        Err(error) => {
            eprintln!("postedit: {error}");
            ExitCode::from(Ending::Failed as u8)
        }
    }
}

/// An error that ends the run, in words.
type Failure = Box<dyn std::error::Error>;
