//! `postedit rules`: the rule list.

use super::{Ending, Failure};
use crate::rules::all;

pub(super) fn run() -> Result<Ending, Failure> {
    for rule in all() {
        println!("{:34} {}", rule.meta().id, rule.meta().summary);
    }
    Ok(Ending::Quiet)
}
