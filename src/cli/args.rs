//! The options, defined once; help, completions and the man page are printed from here.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::check::{Checker, Settings};
use crate::finding::{Confidence, Severity};
use crate::rules::Selection;

/// Finds and mends what a post-editor would change in machine-translated copy.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report findings
    Check(CheckOptions),
    /// Print the corrections as a patch
    Diff(DiffOptions),
    /// Apply the corrections in place
    Fix(FixOptions),
    /// List the names with their spellings, counts and places
    Names(NamesOptions),
    /// List the rules
    Rules,
    /// Print a rule's page
    Explain(ExplainOptions),
    /// Measure precision and recall on marked text
    Score(ScoreOptions),
}

#[derive(Debug, clap::Args)]
pub(super) struct Inputs {
    /// Files and folders; `-` is standard input
    #[arg(default_value = "-")]
    pub paths: Vec<PathBuf>,
    /// The name that standard input goes by in reports
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Choice {
    /// Rules to run: `group/`, `group/rule`, `group/rule:row`, `ALL`
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub select: Vec<String>,
    /// Rules to leave out; wins over `--select`
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub ignore: Vec<String>,
    /// The least confidence a finding needs
    #[arg(long, default_value = "medium", value_name = "LEVEL")]
    pub min_confidence: Confidence,
    /// Show hints too
    #[arg(long)]
    pub hints: bool,
    /// Do not read `postedit.toml`
    #[arg(long)]
    pub no_config: bool,
}

impl Choice {
    /// A checker with these settings.
    pub fn checker(&self) -> Result<Checker, super::Failure> {
        let selection = Selection::new(&self.select, &self.ignore)?;
        let settings = Settings { selection, min_confidence: self.min_confidence, hints: self.hints };
        Ok(Checker::builder().settings(settings).build()?)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Pretty,
    /// One JSON object
    Json,
    /// One JSON object a document and line
    Jsonl,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub choice: Choice,
    /// How findings are printed
    #[arg(long, value_enum, default_value = "pretty")]
    pub format: Format,
    /// The least severity that makes the exit code 1
    #[arg(long, default_value = "minor", value_name = "LEVEL")]
    pub fail_on: Severity,
    /// Exit with 0 though there are findings
    #[arg(long)]
    pub exit_zero: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct DiffOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub choice: Choice,
    /// Only what `fix` would write without `--unsafe`
    #[arg(long)]
    pub safe: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct FixOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub choice: Choice,
    /// Also unsafe fixes and those of medium confidence
    #[arg(long)]
    pub r#unsafe: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct NamesOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How the names are printed
    #[arg(long, value_enum, default_value = "pretty")]
    pub format: Format,
    /// Compare pairs of spellings instead: two a line, separated by a tab; `-` is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub compare: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainOptions {
    /// The rule's id
    pub rule: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct ScoreOptions {
    /// Files and folders of marked text; in a folder `clean` nothing is marked
    #[arg(default_value = "corpora")]
    pub paths: Vec<PathBuf>,
    /// Print the table of confidences instead
    #[arg(long)]
    pub calibrate: bool,
    /// Print what was missed and what was found on no mark
    #[arg(long)]
    pub show: bool,
    #[command(flatten)]
    pub choice: Choice,
}
