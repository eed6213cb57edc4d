//! Findings measured against a gold report: our own JSON, edited by hand to hold exactly the right findings.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::Tally;

/// The part of a JSON report that is compared.
#[derive(Debug, Deserialize)]
pub struct Gold {
    /// Its documents.
    pub documents: Vec<GoldDocument>,
}

/// A document of the report.
#[derive(Debug, Deserialize)]
pub struct GoldDocument {
    /// As it was named.
    pub path: String,
    /// The right findings.
    pub findings: Vec<GoldFinding>,
}

/// A finding; keys that are not compared may be left out.
#[derive(Debug, Deserialize)]
pub struct GoldFinding {
    rule: String,
    start: usize,
    end: usize,
    #[serde(default)]
    text: String,
    #[serde(default)]
    fixes: Vec<GoldFix>,
}

#[derive(Debug, Deserialize)]
struct GoldFix {
    edits: Vec<GoldEdit>,
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
struct GoldEdit {
    start: usize,
    end: usize,
    replacement: String,
}

impl Gold {
    /// Reads a JSON report.
    ///
    /// # Errors
    /// What serde says of JSON that is none, or lacks `documents`, `path`, `findings`, `rule`, `start` or `end`.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

impl GoldFinding {
    fn place(&self) -> (&str, usize, usize) {
        (&self.rule, self.start, self.end)
    }

    /// The edits of the first fix.
    fn edits(&self) -> Option<&[GoldEdit]> {
        self.fixes.first().map(|fix| fix.edits.as_slice())
    }
}

/// Compares a document's findings with the right ones: the same rule on the same bytes. Adds to `tallies` by rule, and
/// what differs to `faults` in words.
pub fn compare(gold: &GoldDocument, found: &GoldDocument, tallies: &mut BTreeMap<String, Tally>, faults: &mut Vec<String>) {
    let by_place: BTreeMap<_, &GoldFinding> = found.findings.iter().map(|f| (f.place(), f)).collect();
    let right: BTreeSet<_> = gold.findings.iter().map(GoldFinding::place).collect();
    for finding in &found.findings {
        let tally = tallies.entry(finding.rule.clone()).or_default();
        tally.findings += 1;
        if right.contains(&finding.place()) {
            tally.right += 1;
        } else {
            faults.push(format!("{}: unmarked {} “{}” at byte {}", gold.path, finding.rule, finding.text, finding.start));
        }
    }
    for wanted in &gold.findings {
        let tally = tallies.entry(wanted.rule.clone()).or_default();
        tally.marks += 1;
        let Some(hit) = by_place.get(&wanted.place()) else {
            faults.push(format!("{}: missed {} “{}” at byte {}", gold.path, wanted.rule, wanted.text, wanted.start));
            continue;
        };
        tally.found += 1;
        if let Some(edits) = wanted.edits() {
            tally.fixable += 1;
            tally.fixed += usize::from(hit.edits() == Some(edits));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_compared_by_rule_and_bytes() {
        let report = |findings: &str| {
            let json = format!("{{\"documents\": [{{\"path\": \"a\", \"findings\": [{findings}]}}]}}");
            Gold::parse(&json).expect("sound").documents.remove(0)
        };
        let fix = |new: &str| format!("\"fixes\": [{{\"edits\": [{{\"start\": 1, \"end\": 2, \"replacement\": \"{new}\"}}]}}]");
        let first = |new: &str| format!("{{\"rule\": \"p/x\", \"start\": 1, \"end\": 3, {}}}", fix(new));
        let gold = report(&format!("{}, {{\"rule\": \"p/x\", \"start\": 7, \"end\": 9}}", first("i")));
        let found = report(&format!("{}, {{\"rule\": \"p/y\", \"start\": 7, \"end\": 9}}", first("e")));
        let (mut tallies, mut faults) = (BTreeMap::new(), Vec::new());
        compare(&gold, &found, &mut tallies, &mut faults);
        assert_eq!(tallies["p/x"], Tally { marks: 2, found: 1, findings: 1, right: 1, fixed: 0, fixable: 1 });
        assert_eq!(tallies["p/y"], Tally { findings: 1, ..Tally::default() });
        assert_eq!(faults.len(), 2);
    }
}
