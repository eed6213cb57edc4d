//! `postedit score --gold FILE`: precision and recall against a report that was edited by hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Failure;
use super::args::Inputs;
use super::check::outcome;
use super::input::collect;
use crate::check::Checker;
use crate::report::json;
use crate::score::{Gold, Tally, compare};

/// What was measured by rule, and what differs in words. Documents are known by the path the report gives them; without
/// `paths`, all that the report names are read.
pub(super) fn measure(
    checker: &Checker,
    gold: &Path,
    paths: &[PathBuf],
) -> Result<(BTreeMap<String, Tally>, Vec<String>), Failure> {
    let name = gold.display();
    let text = std::fs::read_to_string(gold).map_err(|error| format!("{name}: {error}"))?;
    let gold = Gold::parse(&text).map_err(|error| format!("{name}: {error}"))?;
    let named = || gold.documents.iter().map(|document| PathBuf::from(&document.path));
    let paths = if paths.is_empty() { named().collect() } else { paths.to_vec() };
    let (mut tallies, mut faults) = (BTreeMap::new(), Vec::new());
    for input in collect(&Inputs { paths, stdin_filename: None }) {
        let input = input.map_err(|note| note.to_string())?;
        let path = input.name();
        let wanted = gold.documents.iter().find(|document| document.path == path);
        let wanted = wanted.ok_or_else(|| format!("{path}: {name} has no document of this name"))?;
        let bytes = input.bytes().map_err(|note| note.to_string())?;
        // Read back from our own report, so that both sides count bytes in the same way.
        let outcome = outcome(checker, &path, &bytes, |reading| checker.check_reading(reading));
        let found = Gold::parse(&json(&[outcome]))?;
        found.documents.iter().for_each(|document| compare(wanted, document, &mut tallies, &mut faults));
    }
    Ok((tallies, faults))
}
