//! `postedit names`: what the documents say of names; and pairs of spellings compared.

use super::args::NamesOptions;
use super::{Ending, Failure};
use crate::facts::names::compare;
use crate::knowledge::Knowledge;

pub(super) fn run(options: &NamesOptions) -> Result<Ending, Failure> {
    match &options.compare {
        Some(path) => compare_pairs(path),
        None => Ok(Ending::Quiet),
    }
}

/// Reads pairs, one a line, and prints the verdict on each.
fn compare_pairs(path: &std::path::Path) -> Result<Ending, Failure> {
    let knowledge = Knowledge::builtin()?;
    let pairs = if path == std::path::Path::new("-") {
        std::io::read_to_string(std::io::stdin())?
    } else {
        std::fs::read_to_string(path)?
    };
    let mut out = String::new();
    for line in pairs.lines() {
        let mut cells = line.split('\t');
        let (a, b) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let found = compare(a, b, &knowledge);
        let cost = found.cost.map_or_else(String::new, |cost| format!("{}.{:02}", cost / 100, cost % 100));
        let form = found.source.map_or_else(String::new, |source| source.form);
        out.push_str(&format!("{a}\t{b}\t{}\t{cost}\t{form}\n", found.verdict.name()));
    }
    print!("{out}");
    Ok(Ending::Quiet)
}
