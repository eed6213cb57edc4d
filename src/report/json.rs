//! JSON, version 1: the contract with programs. Keys are only ever added.

use std::collections::BTreeMap;

use serde::Serialize;

use super::view::{Checked, Note, NoteLevel, Outcome};
use crate::document::{LineIndex, Span};
use crate::finding::{Confidence, Evidence, Finding, Role, Severity};
use crate::fix::Safety;
use crate::format::{Encoding, Reading};

#[derive(Serialize)]
struct Report<'a> {
    version: u8,
    tool: Tool,
    documents: Vec<DocumentView<'a>>,
    notes: Vec<&'a Note>,
    summary: Summary,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct DocumentView<'a> {
    path: &'a str,
    offsets: &'static str,
    words: usize,
    findings: Vec<FindingView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
}

#[derive(Serialize)]
struct FindingView<'a> {
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<&'a str>,
    category: &'static str,
    severity: Severity,
    confidence: Confidence,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: &'a str,
    message: &'a str,
    why: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<&'a str>,
    evidence: &'a [Evidence],
    related: Vec<RelatedView<'a>>,
    fixes: Vec<FixView<'a>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct RelatedView<'a> {
    role: Role,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct FixView<'a> {
    title: &'a str,
    safety: Safety,
    edits: Vec<EditView<'a>>,
}

#[derive(Serialize)]
struct EditView<'a> {
    start: usize,
    end: usize,
    replacement: &'a str,
}

#[derive(Serialize)]
struct Summary {
    documents: usize,
    words: usize,
    findings: usize,
    groups: usize,
    by_rule: BTreeMap<&'static str, usize>,
    by_severity: BTreeMap<&'static str, usize>,
}

/// The whole report as one JSON object.
pub fn json(outcomes: &[Outcome]) -> String {
    let report = Report {
        version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        documents: outcomes.iter().map(document).collect(),
        notes: outcomes.iter().flat_map(|o| &o.notes).collect(),
        summary: summary(outcomes),
    };
    // Strings and numbers only: serialising them cannot fail.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

/// One document as one line of JSON.
pub fn document_line(outcome: &Outcome) -> String {
    serde_json::to_string(&document(outcome)).unwrap_or_default() + "\n"
}

fn document(outcome: &Outcome) -> DocumentView<'_> {
    let failed = outcome.notes.iter().find(|note| note.level == NoteLevel::Error).map(|note| note.message.as_str());
    match &outcome.checked {
        Some(Checked { reading, findings }) => {
            let places = Places::new(reading);
            DocumentView {
                path: &outcome.path,
                offsets: places.offsets(),
                words: reading.document.word_count(),
                findings: findings.iter().map(|f| places.finding(f)).collect(),
                error: None,
            }
        }
        None => DocumentView { path: &outcome.path, offsets: "file", words: 0, findings: Vec::new(), error: failed },
    }
}

/// Turns spans into the offsets, lines and columns of the report.
struct Places<'a> {
    reading: &'a Reading,
    lines: LineIndex,
    in_file: bool,
}

impl<'a> Places<'a> {
    fn new(reading: &'a Reading) -> Self {
        let in_file = reading.encoding == Encoding::Utf8;
        Self { reading, lines: LineIndex::new(reading.document.text()), in_file }
    }

    fn offsets(&self) -> &'static str {
        if self.in_file { "file" } else { "text" }
    }

    /// Bytes of the file where they can be told, else of the text.
    fn bytes(&self, span: Span) -> (usize, usize) {
        let place = if self.in_file { self.reading.origin.place(span) } else { None };
        place.map_or((span.start(), span.end()), |p| (p.start, p.end))
    }

    fn finding(&self, finding: &'a Finding) -> FindingView<'a> {
        let document = &self.reading.document;
        let (start, end) = self.bytes(finding.span);
        let position = self.lines.position(document.text(), finding.span.start());
        FindingView {
            rule: finding.rule,
            row: finding.row.as_deref(),
            category: finding.category,
            severity: finding.severity,
            confidence: finding.confidence,
            start,
            end,
            line: position.line,
            column: position.column,
            text: document.slice(finding.span),
            message: &finding.message,
            why: finding.why,
            group: finding.group.as_deref(),
            ask: finding.ask.as_deref(),
            evidence: &finding.evidence,
            related: finding.related.iter().map(|r| self.related(r)).collect(),
            fixes: finding.fixes.iter().map(|fix| self.fix(fix)).collect(),
            fingerprint: finding.fingerprint.to_string(),
        }
    }

    fn related(&self, related: &'a crate::finding::Related) -> RelatedView<'a> {
        let (start, end) = self.bytes(related.span);
        let position = self.lines.position(self.reading.document.text(), related.span.start());
        RelatedView { role: related.role, start, end, line: position.line, column: position.column, message: &related.message }
    }

    fn fix(&self, fix: &'a crate::fix::Fix) -> FixView<'a> {
        let edits = fix.edits().iter().map(|edit| {
            let (start, end) = self.bytes(edit.span());
            EditView { start, end, replacement: edit.replacement() }
        });
        FixView { title: fix.title(), safety: fix.safety(), edits: edits.collect() }
    }
}

fn summary(outcomes: &[Outcome]) -> Summary {
    let checked = || outcomes.iter().filter_map(|o| o.checked.as_ref());
    let findings = || checked().flat_map(|c| &c.findings);
    let mut by_rule = BTreeMap::new();
    let mut by_severity = BTreeMap::new();
    for finding in findings() {
        *by_rule.entry(finding.rule).or_insert(0) += 1;
        *by_severity.entry(finding.severity.name()).or_insert(0) += 1;
    }
    let groups = checked().map(|c| groups(&c.findings)).sum();
    Summary {
        documents: checked().count(),
        words: checked().map(|c| c.reading.document.word_count()).sum(),
        findings: findings().count(),
        groups,
        by_rule,
        by_severity,
    }
}

/// Causes: findings that share a group count once, the others one each.
fn groups(findings: &[Finding]) -> usize {
    let named: std::collections::BTreeSet<&str> = findings.iter().filter_map(|f| f.group.as_deref()).collect();
    named.len() + findings.iter().filter(|f| f.group.is_none()).count()
}
