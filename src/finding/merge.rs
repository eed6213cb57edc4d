//! Findings of several rules that name one cause become one.

use std::cmp::Reverse;

use super::{Evidence, Finding};

/// The kind of evidence that another rule's finding is.
const RULE: &str = "rule";

impl Finding {
    /// Whether a rule found it, alone or with others.
    pub fn is_of(&self, rule: &str) -> bool {
        let named = |evidence: &Evidence| {
            evidence.kind == RULE && evidence.value.strip_prefix(rule).is_some_and(|rest| rest.starts_with(": "))
        };
        self.rule == rule || self.evidence.iter().any(named)
    }
}

/// Sorts findings into the order of the text and merges those that share a group and overlap.
///
/// The surest leads, then the most severe, then the first rule id; the others become evidence of it.
/// Findings without a group, or with different groups, may overlap and stay apart.
pub fn merge(mut findings: Vec<Finding>) -> Vec<Finding> {
    let order = |f: &Finding| (f.span, Reverse(f.confidence), Reverse(f.severity), f.rule);
    findings.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| (&a.row, &a.message).cmp(&(&b.row, &b.message))));
    let mut merged: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let near = |m: &&mut Finding| m.span.end() + WINDOW > finding.span.start();
        let same = finding.group.as_ref().and_then(|group| {
            let mut earlier = merged.iter_mut().rev().take_while(near);
            earlier.find(|m| m.group.as_ref() == Some(group) && m.span.touches(finding.span) && m.rule != finding.rule)
        });
        match same {
            Some(lead) => join(lead, finding),
            None => merged.push(finding),
        }
    }
    merged.sort_by(|a, b| order(a).cmp(&order(b)));
    merged
}

/// How far back, in bytes, a finding that could overlap is looked for: no finding is longer.
const WINDOW: usize = 4096;

fn join(lead: &mut Finding, mut other: Finding) {
    let rank = |f: &Finding| (Reverse(f.confidence), Reverse(f.severity), f.rule);
    if rank(&other) < rank(lead) {
        std::mem::swap(lead, &mut other);
    }
    lead.evidence.push(Evidence { kind: RULE, value: format!("{}: {}", other.rule, other.message), from: None });
    lead.evidence.extend(other.evidence);
}
