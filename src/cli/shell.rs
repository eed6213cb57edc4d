//! `postedit completions SHELL` and `postedit man`, printed from the definitions of the options.

use clap::CommandFactory;

use super::args::{Args, Color, CompletionsOptions, ManOptions};
use super::output::{Output, tell};
use super::{Ending, Failure};

pub(super) fn completions(options: &CompletionsOptions) -> Result<Ending, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(options.shell, &mut Args::command(), env!("CARGO_PKG_NAME"), &mut text);
    Output::stdout(Color::Never).print(&text)?;
    Ok(Ending::Quiet)
}

pub(super) fn man(options: &ManOptions) -> Result<Ending, Failure> {
    let mut whole = Args::command();
    // Building names the pages of subcommands as `man` looks for them: postedit-check.
    whole.build();
    let command = match &options.command {
        None => whole,
        Some(name) => {
            let page = whole.find_subcommand(name).cloned();
            page.ok_or_else(|| format!("“{name}” is no subcommand; `postedit --help` lists them"))?
        }
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(command).render(&mut text)?;
    Output::stdout(Color::Never).print(&text)?;
    Ok(Ending::Quiet)
}

/// Prints the help of a subcommand that was called with nothing to read.
pub(super) fn help(name: &str) -> Ending {
    let mut whole = Args::command();
    whole.build();
    if let Some(command) = whole.find_subcommand_mut(name) {
        tell(&command.render_help().ansi().to_string());
        tell("postedit: nothing to read: name files or folders, or `-` for standard input");
    }
    Ending::Failed
}
