//! `postedit explain RULE`: a rule's page.

use super::args::ExplainOptions;
use super::{Ending, Failure};
use crate::rules::{Selector, find};

pub(super) fn run(options: &ExplainOptions) -> Result<Ending, Failure> {
    match find(&options.rule) {
        Some(rule) => print!("{}", rule.meta().page),
        // The selector's error knows the nearest rule.
        None => match Selector::parse(&options.rule) {
            Err(error) => return Err(error.into()),
            Ok(_) => return Err(format!("“{}” names more than one rule; name one", options.rule).into()),
        },
    }
    Ok(Ending::Quiet)
}
