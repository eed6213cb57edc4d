//! The project's own chores, run as `cargo xtask CHORE`. They write files that are committed, so
//! that building the crate itself needs neither them nor a build script.

mod acronyms;
mod common_words;
mod lexicon;
mod phrases;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask CHORE

chores:
  acronyms            compile the tables of acronyms to acronyms.idx
  common-words DIR    make the filter of Slavic words from the word lists in DIR
  lexicon             compile the English words.txt to words.fst
  phrases             compile the tables of phrases to phrases.idx
  lexicon --from DIR  first rebuild words.txt from the SCOWL word lists in DIR";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let outcome = match args.next().as_deref() {
        Some("acronyms") => acronyms::run(),
        Some("common-words") => common_words::run(args),
        Some("phrases") => phrases::run(),
        Some("lexicon") => lexicon::run(args),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(())
        }
        Some(other) => Err(format!("no such chore: {other}\n{USAGE}").into()),
        None => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
