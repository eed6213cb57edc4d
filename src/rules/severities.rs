//! Severities that a house gives to a group, a rule or a row.

use super::{Rule, Selector};
use crate::finding::{Finding, Severity};

/// Other severities than those of the rules; of several that name a finding, the narrowest counts, then the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severities(Vec<(Selector, Severity)>);

impl Severities {
    /// Of a list.
    pub fn new(list: Vec<(Selector, Severity)>) -> Self {
        let mut list = list;
        list.sort_by_key(|(selector, _)| selector.width());
        Self(list)
    }

    /// Whether findings of a rule that gives hints are made more than hints.
    pub fn raise(&self, rule: &dyn Rule) -> bool {
        self.0.iter().any(|(selector, severity)| *severity > Severity::Neutral && selector.names_rule(rule))
    }

    /// Gives the findings their severities. One that is made neutral becomes a hint, for which nothing is changed.
    pub fn apply(&self, findings: &mut [Finding]) {
        if self.0.is_empty() {
            return;
        }
        for finding in findings {
            let Some((_, severity)) = self.0.iter().rfind(|(selector, _)| selector.names(finding)) else { continue };
            finding.severity = *severity;
            finding.hint = *severity == Severity::Neutral;
            if finding.hint {
                finding.suggest_only();
            }
        }
    }
}
