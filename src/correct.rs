//! Corrections: the fixes of a file's findings carried out, round by round, until nothing changes.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::Checker;
use crate::finding::{Finding, Level};
use crate::fix::{Candidate, Fix, choose};
use crate::format::{ReadError, Reading, Unwritable};

/// The most rounds a file may need.
const ROUNDS: usize = 10;

/// A fix that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The rule.
    pub rule: &'static str,
    /// What was done.
    pub title: String,
    /// Whether it is safe and its finding of high confidence.
    pub safe: bool,
    /// Where each of its edits stands in the corrected bytes.
    pub places: Vec<Range<usize>>,
}

/// The corrected bytes of a file.
#[derive(Debug)]
pub struct Correction {
    /// All bytes of the file, corrected.
    pub bytes: Vec<u8>,
    /// What was done, in order.
    pub applied: Vec<Applied>,
    /// What the checker still finds in the corrected bytes.
    pub remaining: Vec<Finding>,
    /// The corrected bytes, read.
    pub reading: Reading,
}

/// Why a file cannot be corrected; the file is then left as it was.
#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A round led back to an earlier text.
    #[error("internal error: the fixes of {0} lead in a circle; the file is left as it was. Please report it")]
    Circle(String),
    /// The rounds did not come to an end.
    #[error(
        "internal error: the fixes of {0} had not come to an end after {ROUNDS} rounds; the file is left as it was. Please report it"
    )]
    Endless(String),
    /// An edit that the file cannot take was chosen.
    #[error("internal error: {0}; the file is left as it was. Please report it")]
    Unwritable(#[from] Unwritable),
}

/// Carries out the first fix of each finding, as far as the level allows, until nothing changes.
///
/// # Errors
/// [`CorrectError`]; nothing is lost, since nothing is written here.
pub fn correct(checker: &Checker, bytes: &[u8], level: Level) -> Result<Correction, CorrectError> {
    let mut bytes = bytes.to_vec();
    let mut seen = BTreeSet::from([bytes.clone()]);
    let mut applied: Vec<Applied> = Vec::new();
    for _ in 0..=ROUNDS {
        let reading = checker.read(&bytes)?;
        let findings = checker.check_reading(&reading);
        let (next, round) = apply_round(&reading, &findings, &bytes, level)?;
        if round.is_empty() {
            return Ok(Correction { bytes, applied, remaining: findings, reading });
        }
        follow(&mut applied, &round);
        applied.extend(round.into_iter().map(|(done, _)| done));
        if !seen.insert(next.clone()) {
            return Err(CorrectError::Circle(rules(&applied)));
        }
        bytes = next;
    }
    Err(CorrectError::Endless(rules(&applied)))
}

fn rules(applied: &[Applied]) -> String {
    applied.iter().map(|done| done.rule).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
}

/// What was replaced in a round: the bytes before it, and how many stand there now.
type Replaced = (Range<usize>, usize);
/// A fix of a round with what its edits replaced.
type Done = (Applied, Vec<Replaced>);

/// One round: the new bytes, and what was done with the bytes each edit replaced.
fn apply_round(reading: &Reading, findings: &[Finding], bytes: &[u8], level: Level) -> Result<(Vec<u8>, Vec<Done>), Unwritable> {
    let fixable: Vec<(&Finding, &Fix)> =
        findings.iter().filter(|f| level.takes(f)).filter_map(|f| f.fixes.first().map(|fix| (f, fix))).collect();
    let candidates: Vec<Candidate> =
        fixable.iter().map(|(f, fix)| Candidate { fix, confidence: f.confidence as u8, rule: f.rule }).collect();
    let chosen: Vec<(&Finding, &Fix)> = choose(&candidates).into_iter().map(|i| fixable[i]).collect();
    let mut edits: Vec<_> = chosen.iter().flat_map(|(_, fix)| fix.edits().iter().cloned()).collect();
    edits.sort_by_key(|edit| (edit.span().start(), edit.span().end()));
    let next = reading.origin.write(bytes, &edits)?;
    let place = |edit: &crate::document::Edit| reading.origin.place(edit.span()).unwrap_or_default();
    let replaced: Vec<Replaced> = edits.iter().map(|edit| (place(edit), edit.replacement().len())).collect();
    let round = chosen.into_iter().map(|(finding, fix)| {
        let own: Vec<Replaced> = fix.edits().iter().map(|edit| (place(edit), edit.replacement().len())).collect();
        let at = |old: &Range<usize>| moved(old.start, &replaced);
        let places = own.iter().map(|(old, new)| at(old)..at(old) + new).collect();
        let done = Applied { rule: finding.rule, title: fix.title().to_owned(), safe: Level::Safe.takes(finding), places };
        (done, own)
    });
    Ok((next, round.collect()))
}

/// Where an offset stands after replacements, sorted by place; an offset inside one moves to its start.
fn moved(offset: usize, replaced: &[Replaced]) -> usize {
    let mut shift = 0isize;
    for (old, new) in replaced {
        if old.start >= offset {
            break;
        }
        if old.end > offset {
            return old.start.wrapping_add_signed(shift);
        }
        shift += *new as isize - old.len() as isize;
    }
    offset.wrapping_add_signed(shift)
}

/// Moves the places of earlier rounds along with a new round's edits.
fn follow(applied: &mut [Applied], round: &[Done]) {
    let mut replaced: Vec<Replaced> = round.iter().flat_map(|(_, own)| own.iter().cloned()).collect();
    replaced.sort_by_key(|(old, _)| (old.start, old.end));
    for place in applied.iter_mut().flat_map(|done| done.places.iter_mut()) {
        let start = moved(place.start, &replaced);
        *place = start..moved(place.end, &replaced).max(start);
    }
}
