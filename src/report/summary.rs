//! Counts over many documents; a document's text need not be kept for them.

use std::collections::{BTreeMap, BTreeSet};

use super::view::Outcome;
use crate::finding::{Finding, Level, Severity};

/// What was found, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Documents that were checked.
    pub documents: usize,
    /// Their words.
    pub words: usize,
    /// Their findings.
    pub findings: usize,
    /// Causes: findings of a document that share a group count once.
    pub groups: usize,
    /// Findings by rule.
    pub by_rule: BTreeMap<&'static str, usize>,
    /// Findings by severity.
    pub by_severity: BTreeMap<&'static str, usize>,
    /// Documents with findings.
    #[serde(skip)]
    pub with_findings: usize,
    /// Findings that `fix` mends.
    #[serde(skip)]
    pub fixable: usize,
    /// Findings that only `fix --unsafe` mends.
    #[serde(skip)]
    pub fixable_unsafe: usize,
    /// The worst severity.
    #[serde(skip)]
    pub worst: Option<Severity>,
}

impl Summary {
    /// Counts one more document; one that could not be read counts nothing.
    pub fn add(&mut self, outcome: &Outcome) {
        let Some(checked) = &outcome.checked else { return };
        self.documents += 1;
        self.words += checked.reading.document.word_count();
        self.groups += groups(&checked.findings);
        self.with_findings += usize::from(!checked.findings.is_empty());
        for finding in &checked.findings {
            self.findings += 1;
            *self.by_rule.entry(finding.rule).or_insert(0) += 1;
            *self.by_severity.entry(finding.severity.name()).or_insert(0) += 1;
            self.worst = self.worst.max(Some(finding.severity));
            if Level::Safe.takes(finding) {
                self.fixable += 1;
            } else if Level::Unsafe.takes(finding) {
                self.fixable_unsafe += 1;
            }
        }
    }

    /// Adds another count.
    pub fn merge(&mut self, other: Self) {
        self.documents += other.documents;
        self.words += other.words;
        self.findings += other.findings;
        self.groups += other.groups;
        self.with_findings += other.with_findings;
        self.fixable += other.fixable;
        self.fixable_unsafe += other.fixable_unsafe;
        self.worst = self.worst.max(other.worst);
        other.by_rule.into_iter().for_each(|(rule, n)| *self.by_rule.entry(rule).or_insert(0) += n);
        other.by_severity.into_iter().for_each(|(severity, n)| *self.by_severity.entry(severity).or_insert(0) += n);
    }
}

/// Causes: findings that share a group count once, the others one each.
fn groups(findings: &[Finding]) -> usize {
    let named: BTreeSet<&str> = findings.iter().filter_map(|f| f.group.as_deref()).collect();
    named.len() + findings.iter().filter(|f| f.group.is_none()).count()
}
