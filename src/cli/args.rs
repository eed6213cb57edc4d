//! The options, defined once; help, completions and the man page are printed from here.

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum, ValueHint};

use crate::config::Profile;
use crate::finding::{Confidence, Severity};
use crate::knowledge::Language;

/// Finds and mends what a post-editor would change in machine-translated copy
///
/// postedit reads English that was translated from Russian, Ukrainian, Belarusian or Bulgarian. It flags names and
/// acronyms that do not agree, calques, stray marks and leftovers of the source, says why, and writes the correction.
/// It works offline, gives the same answer on every run, and changes nothing unless told to.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  postedit check article.txt          what a post-editor would change, and why
  postedit diff articles/ | less      the same as a patch, all files of a folder
  postedit diff --words article.txt   the changes word by word, for reading
  postedit fix article.txt            make the safe corrections in the file
  cat article.txt | postedit fix -    the corrected text on standard output
  postedit explain punctuation/doubled-mark

Exit codes: 0 nothing found, 1 something found, 2 bad use or unreadable input.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say what a post-editor would change, where and why
    Check(CheckOptions),
    /// Print the corrections as a patch
    ///
    /// `git apply` and `patch -p1` take the patch. A hunk that holds more than plain `fix` would write is marked
    /// “(unsafe)” in its heading.
    Diff(DiffOptions),
    /// Apply the corrections in place
    ///
    /// A file is written beside the old one and then put in its place. Text from standard input goes to standard output.
    Fix(FixOptions),
    /// List the names with their spellings, counts and places
    ///
    /// Names with several spellings come first, then the most frequent. --write-glossary makes a house list of them,
    /// which `check` obeys once `glossary = "FILE"` stands below `[names]` in postedit.toml. --compare tells whether two
    /// spellings are one name: a line a pair, “A, B, same|likely|different, source form” with tabs between them.
    Names(NamesOptions),
    /// List the acronyms: how often, where, what they are explained as, usually mean and may have come from
    Acronyms(AcronymsOptions),
    /// List the rules
    Rules(RulesOptions),
    /// Print a rule's page: what it finds, why it matters, examples, limits
    Explain(ExplainOptions),
    /// Write a commented postedit.toml
    Init(InitOptions),
    /// Try packs: folders with tables of your own
    Packs(PacksOptions),
    /// Measure precision and recall on marked text
    Score(ScoreOptions),
    /// Print the completions for a shell
    Completions(CompletionsOptions),
    /// Print the manual page, in roff
    Man(ManOptions),
}

impl Command {
    /// The name of a subcommand that would wait at the terminal for a text nobody knows it waits for.
    pub fn would_wait(&self) -> Option<&'static str> {
        let (inputs, name) = match self {
            Self::Check(options) => (&options.inputs, "check"),
            Self::Diff(options) => (&options.inputs, "diff"),
            Self::Fix(options) => (&options.inputs, "fix"),
            Self::Names(options) if options.compare.is_empty() => (&options.inputs, "names"),
            Self::Acronyms(options) => (&options.inputs, "acronyms"),
            _ => return None,
        };
        inputs.would_wait().then_some(name)
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Inputs {
    /// Files and folders; `-` is standard input. Of folders, what .gitignore allows and ends in .txt, .text or .md
    #[arg(value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// The name that standard input goes by in reports
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub stdin_filename: Option<String>,
}

#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Rules")]
pub(super) struct Choice {
    /// Rules to run: `group/`, `group/rule`, `group/rule:row`, `ALL` [default: ALL]
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub select: Vec<String>,
    /// Rules to leave out; wins over --select
    #[arg(long, value_delimiter = ',', value_name = "RULES")]
    pub ignore: Vec<String>,
    /// The least confidence a finding needs [default: medium]
    #[arg(long, value_name = "LEVEL", value_parser = levels::<Confidence>(Confidence::ALL.map(Confidence::name)))]
    pub min_confidence: Option<Confidence>,
    /// How much is shown: regular, pedantic (everything, hints too) [default: regular]
    #[arg(long, value_enum, value_name = "PROFILE", hide_possible_values = true)]
    pub profile: Option<Profile>,
    /// The languages that the copy was translated from, as two letters: ru,bg; what is made for others is silent. Known: ru,
    /// uk, be, bg, sr, mk, ar, fa, el, he, ka, hy, fr, es, de, pl, tr, it, pt, zh
    #[arg(long, value_delimiter = ',', value_name = "LANGS", value_parser = language)]
    pub source_lang: Vec<Language>,
    /// Show hints too: matters of taste, for which nothing is ever changed
    #[arg(long)]
    pub hints: bool,
    /// Read this file instead of the postedit.toml nearest to each input
    #[arg(long, value_name = "FILE", conflicts_with = "no_config", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Read no postedit.toml
    #[arg(long)]
    pub no_config: bool,
}

/// How documents are read.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Reading {
    /// Read all documents together: names that most of them spell otherwise are found too
    #[arg(long, help_heading = "Rules")]
    pub across: bool,
}

/// When a run fails.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Exit code")]
pub(super) struct Exit {
    /// The least severity that makes the exit code 1 [default: minor]
    #[arg(long, value_name = "LEVEL", value_parser = levels::<Severity>(Severity::ALL.map(Severity::name)))]
    pub fail_on: Option<Severity>,
    /// Exit with 0 though there are findings; what cannot be read still makes it 2
    #[arg(long)]
    pub exit_zero: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How and where things are printed.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Printing {
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Whether to use colours: auto, always, never
    #[arg(long, value_enum, default_value_t, value_name = "WHEN", hide_possible_values = true)]
    pub color: Color,
    /// Say less: one line a finding, no summary, no notes but errors
    #[arg(long, short)]
    pub quiet: bool,
    /// Threads to work with; the output is the same on any number [default: one a core]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<std::num::NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Pretty,
    /// One JSON object
    Json,
    /// One JSON object a document and line, as soon as it is done
    Jsonl,
    /// The corrections as a patch
    Diff,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub reading: Reading,
    #[command(flatten)]
    pub exit: Exit,
    /// How findings are printed
    #[arg(long, value_enum, default_value = "pretty", help_heading = "Output")]
    pub format: Format,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, clap::Args)]
pub(super) struct DiffOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub reading: Reading,
    /// Only what `fix` would write without --unsafe
    #[arg(long, help_heading = "Rules")]
    pub safe: bool,
    /// For reading: only the paragraphs that change, word by word
    #[arg(long, help_heading = "Output")]
    pub words: bool,
    /// Exit with 0 though the patch is not empty
    #[arg(long, help_heading = "Exit code")]
    pub exit_zero: bool,
    #[command(flatten)]
    pub printing: Printing,
}

#[derive(Debug, clap::Args)]
pub(super) struct FixOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub reading: Reading,
    /// Also unsafe fixes and those of medium confidence
    #[arg(long, help_heading = "Rules")]
    pub r#unsafe: bool,
    #[command(flatten)]
    pub exit: Exit,
    /// Say nothing of what was done, no notes but errors
    #[arg(long, short, help_heading = "Output")]
    pub quiet: bool,
    /// Threads to work with [default: one a core]
    #[arg(long, value_name = "N", value_parser = threads, help_heading = "Output")]
    pub threads: Option<std::num::NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    Pretty,
    /// For programs
    Json,
}

#[derive(Debug, clap::Args)]
pub(super) struct RulesOptions {
    /// A rule: lists the rows of its table, each with its key and what it finds
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
    /// How the list is printed
    #[arg(long, value_enum, default_value = "pretty")]
    pub format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// For people
    Pretty,
    /// For programs
    Json,
    /// For spreadsheets: one line a spelling or acronym
    Csv,
}

#[derive(Debug, clap::Args)]
pub(super) struct NamesOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How the names are printed
    #[arg(long, value_enum, default_value = "pretty", value_name = "FORMAT", help_heading = "Output")]
    pub format: TableFormat,
    /// Write the names to this file as a house list, to be approved and named by `glossary` in postedit.toml
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub write_glossary: Option<PathBuf>,
    /// Let --write-glossary replace a file
    #[arg(long, requires = "write_glossary", help_heading = "Output")]
    pub force: bool,
    /// Compare two spellings instead, or a file of pairs, two a line with a tab between them; `-` is standard input
    #[arg(long, value_names = ["A", "B"], num_args = 1..=2, conflicts_with_all = ["paths", "write_glossary"], help_heading = "Comparing")]
    pub compare: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct AcronymsOptions {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How the list is printed
    #[arg(long, value_enum, default_value = "pretty")]
    pub format: TableFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainOptions {
    /// The rule's id, as `group/rule`; `group/rule:row` prints a row of its table
    pub rule: String,
    /// Whether to use colours: auto, always, never
    #[arg(long, value_enum, default_value_t, value_name = "WHEN", hide_possible_values = true)]
    pub color: Color,
}

#[derive(Debug, clap::Args)]
pub(super) struct ScoreOptions {
    /// Files and folders of marked text [default: corpora]; in a folder `clean` nothing is marked. With --gold, plain
    /// files [default: those that FILE names]
    #[arg(value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Print the table of confidences instead
    #[arg(long, conflicts_with = "gold")]
    pub calibrate: bool,
    /// Print what was missed and what was found on no mark
    #[arg(long)]
    pub show: bool,
    /// Measure against this output of `check --format json`, edited by hand to hold exactly the right findings
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub gold: Option<PathBuf>,
    #[command(flatten)]
    pub choice: Choice,
}

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsOptions {
    /// The shell
    pub shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
pub(super) struct ManOptions {
    /// A subcommand; without one, the page of postedit itself
    pub command: Option<String>,
}

/// Reads a number of threads.
fn threads(word: &str) -> Result<std::num::NonZeroUsize, &'static str> {
    word.parse().map_err(|_| "a whole number from 1 is wanted; leave the option out for one thread a core")
}

/// Reads one of the named levels of a scale; help and completions list them.
fn levels<T>(names: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|word| word.parse::<T>())
}

#[derive(Debug, clap::Args)]
pub(super) struct InitOptions {
    /// The folder to write it to [default: the current one]
    #[arg(value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
    /// Print the JSON schema of postedit.toml instead
    #[arg(long)]
    pub schema: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct PacksOptions {
    #[command(subcommand)]
    pub command: PacksCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum PacksCommand {
    /// Run the examples of packs: those of phrase rows, and the marked cases of cases.md
    Test {
        /// Folders of packs [default: those that the nearest postedit.toml names]
        #[arg(value_hint = ValueHint::DirPath)]
        folders: Vec<PathBuf>,
    },
}

/// A source language by its two letters.
fn language(code: &str) -> Result<Language, String> {
    let known = || Language::EVERY.map(Language::code).join(", ");
    Language::of_code(&code.trim().to_lowercase()).ok_or_else(|| format!("no language of the tables; known: {}", known()))
}
