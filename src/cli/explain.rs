//! `postedit explain RULE`: a rule's page; as it was written where nobody reads along.

use super::args::ExplainOptions;
use super::output::Output;
use super::page::page;
use super::{Ending, Failure};
use crate::rules::{Selector, find};

pub(super) fn run(options: &ExplainOptions) -> Result<Ending, Failure> {
    let Some(rule) = find(&options.rule) else {
        // The selector's error knows the nearest rule.
        return match Selector::parse(&options.rule) {
            Err(error) => Err(error.into()),
            Ok(_) => Err(format!("“{}” is not one rule; `postedit rules` lists them", options.rule).into()),
        };
    };
    let mut output = Output::stdout(options.color);
    let markdown = rule.meta().page;
    let look = output.look();
    let readable = output.is_terminal() || look.color;
    let text = if readable { page(markdown, look) } else { markdown.to_owned() };
    output.print(text.as_bytes())?;
    Ok(Ending::Quiet)
}
