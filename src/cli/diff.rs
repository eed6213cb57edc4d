//! `postedit diff`: the corrections as a patch.

use super::args::DiffOptions;
use super::input::collect;
use super::{Ending, Failure};
use crate::correct::{Level, correct};

pub(super) fn run(options: &DiffOptions) -> Result<Ending, Failure> {
    let checker = options.choice.checker()?;
    let level = if options.safe { Level::Safe } else { Level::Unsafe };
    let mut ending = Ending::Quiet;
    for input in collect(&options.inputs).into_iter().flatten() {
        let bytes = input.bytes()?;
        let corrected = correct(&checker, &bytes, level)?;
        if corrected.bytes != bytes {
            ending = Ending::Found;
            let (old, new) = (String::from_utf8_lossy(&bytes), String::from_utf8_lossy(&corrected.bytes));
            let diff = similar::TextDiff::from_lines(old.as_ref(), new.as_ref());
            print!("{}", diff.unified_diff().header(&format!("a/{}", input.name()), &format!("b/{}", input.name())));
        }
    }
    Ok(ending)
}
