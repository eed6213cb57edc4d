//! `postedit fix`: the corrections in place.

use super::args::FixOptions;
use super::input::{Input, collect};
use super::{Ending, Failure};
use crate::correct::{Level, correct};

pub(super) fn run(options: &FixOptions) -> Result<Ending, Failure> {
    let checker = options.choice.checker()?;
    let level = if options.r#unsafe { Level::Unsafe } else { Level::Safe };
    for input in collect(&options.inputs).into_iter().flatten() {
        let bytes = input.bytes()?;
        let corrected = correct(&checker, &bytes, level)?;
        if let Input::File(path) = &input
            && corrected.bytes != bytes
        {
            std::fs::write(path, &corrected.bytes)?;
        }
    }
    Ok(Ending::Quiet)
}
