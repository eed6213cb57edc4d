//! Precision and recall of findings against marks.

use std::collections::BTreeMap;

use super::{Mark, Marked};
use crate::document::{Document, Span};
use crate::finding::{Confidence, Finding, Role};
use crate::rules::Measured;

/// What became of a document's marks and findings, by rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Marks of the rule.
    pub marks: usize,
    /// Those of them that a finding of the rule stands on.
    pub found: usize,
    /// Findings of the rule.
    pub findings: usize,
    /// Those of them that stand on a mark of the rule.
    pub right: usize,
    /// Found marks with answers whose first fix gives the first answer.
    pub fixed: usize,
    /// Found marks with answers.
    pub fixable: usize,
}

impl Tally {
    /// Adds another document's.
    pub fn add(&mut self, other: Self) {
        self.marks += other.marks;
        self.found += other.found;
        self.findings += other.findings;
        self.right += other.right;
        self.fixed += other.fixed;
        self.fixable += other.fixable;
    }
}

/// What was measured over many documents.
#[derive(Clone, Debug, Default)]
pub struct Measurement {
    /// By rule, at the confidence that reports show.
    pub rules: BTreeMap<String, Tally>,
    /// By rule and evidence class, whatever their confidence, for calibration.
    pub classes: BTreeMap<(String, String), Measured>,
    /// Marks that were missed and findings on no mark, in words.
    pub faults: Vec<String>,
}

impl Measurement {
    /// Adds one marked document; `findings` are of all confidences, those below `shown` count for calibration only.
    /// `clean` documents have no marks by nature: their findings count as firings on clean prose. Any other document
    /// without a mark was never marked, so nothing can be told from it, and it is passed over.
    pub fn add(
        &mut self,
        name: &str,
        marked: &Marked,
        document: &Document,
        findings: &[Finding],
        shown: Confidence,
        clean: bool,
    ) {
        if !clean && marked.marks.is_empty() {
            return;
        }
        // Hints are shown on request only, so clean pages are read without them.
        for finding in findings.iter().filter(|f| !(is_deleted(f, marked) || clean && f.hint)) {
            self.add_finding(name, marked, document, finding, shown, clean);
        }
        let shown: Vec<&Finding> = findings.iter().filter(|f| f.confidence >= shown).collect();
        for mark in &marked.marks {
            self.add_mark(name, mark, document, &shown);
        }
    }

    fn add_finding(
        &mut self,
        name: &str,
        marked: &Marked,
        document: &Document,
        finding: &Finding,
        shown: Confidence,
        clean: bool,
    ) {
        let place = |mark: &Mark| document.text().span(mark.range.clone());
        let own = marked.marks.iter().filter(|mark| mark.rule.as_deref().is_some_and(|rule| finding.is_of(rule)));
        let right = own.filter_map(place).any(|place| touches(finding, place));
        let class = self.classes.entry((finding.rule.to_owned(), finding.class.to_owned())).or_default();
        if clean {
            class.clean_firings += 1;
        } else {
            class.firings += 1;
            class.right += usize::from(right);
        }
        if finding.confidence >= shown {
            let tally = self.rules.entry(finding.rule.to_owned()).or_default();
            tally.findings += 1;
            tally.right += usize::from(right);
            if !right {
                let words = document.slice(finding.span);
                self.faults.push(format!("{name}: unmarked {} “{words}” {}", finding.rule, finding.message));
            }
        }
    }

    fn add_mark(&mut self, name: &str, mark: &Mark, document: &Document, shown: &[&Finding]) {
        let Some(place) = document.text().span(mark.range.clone()) else { return };
        let rule = mark.rule.clone().unwrap_or_default();
        let words = document.slice(place);
        let tally = self.rules.entry(rule.clone()).or_default();
        tally.marks += 1;
        let Some(hit) = shown.iter().find(|f| f.is_of(&rule) && touches(f, place)) else {
            self.faults.push(format!("{name}: missed {rule} “{words}”"));
            return;
        };
        tally.found += 1;
        let Some(right) = mark.rights.as_ref().and_then(|rights| rights.first()) else { return };
        tally.fixable += 1;
        let mut wanted = document.text().as_str().to_owned();
        wanted.replace_range(mark.range.clone(), right);
        if hit.fixes.first().is_some_and(|fix| fix.applied_to(document.text()) == wanted) {
            tally.fixed += 1;
        } else {
            let title = hit.fixes.first().map_or("no fix", |fix| fix.title());
            self.faults.push(format!("{name}: {rule} “{words}”: {title}, not “{right}”"));
        }
    }

    /// Tells every class how many words of clean prose were read.
    pub fn set_clean_words(&mut self, words: usize) {
        self.classes.values_mut().for_each(|class| class.clean_words = words);
    }
}

/// Whether another rule's mark deletes what a finding stands on: whether it was a fault as well cannot be told.
fn is_deleted(finding: &Finding, marked: &Marked) -> bool {
    marked.marks.iter().any(|mark| {
        let goes = mark.rights.as_ref().is_some_and(|rights| rights.iter().all(String::is_empty));
        let around = mark.range.start <= finding.span.start() && finding.span.end() <= mark.range.end;
        goes && around && mark.rule.as_deref() != Some(finding.rule)
    })
}

/// Whether a finding, or a place it says has the same fault, touches a span.
fn touches(finding: &Finding, place: Span) -> bool {
    let edited = finding.fixes.first().is_some_and(|fix| fix.edits().iter().any(|e| e.span().touches(place)));
    let also = finding.related.iter().any(|r| r.role == Role::Also && r.span.touches(place));
    finding.span.touches(place) || edited || also
}
