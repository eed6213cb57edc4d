//! JSON, version 1: the contract with programs. Keys are only ever added.

use serde::Serialize;

use super::Summary;
use super::view::{Checked, Note, Outcome};
use crate::document::{LineIndex, Span};
use crate::finding::{Confidence, Evidence, Finding, Role, Severity};
use crate::fix::Safety;
use crate::format::{Encoding, Reading};

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

/// The whole report as one JSON object.
///
/// It is made of [`json_head`], a [`json_document`] for each outcome and [`json_tail`], which a caller may also print
/// one by one, so that no more than one document need be held.
pub fn json(outcomes: &[Outcome]) -> String {
    let mut summary = Summary::default();
    outcomes.iter().for_each(|outcome| summary.add(outcome));
    let documents: Vec<String> = outcomes.iter().map(json_document).collect();
    let notes: Vec<Note> = outcomes.iter().flat_map(|o| o.notes.iter().cloned()).collect();
    json_head() + &documents.join(",\n") + &json_tail(!documents.is_empty(), &notes, &summary)
}

/// The report up to its first document.
pub fn json_head() -> String {
    let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    format!(
        "{{\n  \"version\": 1,\n  \"tool\": {{\n    \"name\": \"{name}\",\n    \"version\": \"{version}\"\n  }},\n  \"documents\": [\n"
    )
}

/// One document of the report; a comma and a line break stand between two of them.
pub fn json_document(outcome: &Outcome) -> String {
    indented(&document(outcome), 4)
}

/// The report after its last document; `any`: whether there was one.
pub fn json_tail(any: bool, notes: &[Note], summary: &Summary) -> String {
    let line_break = if any { "\n" } else { "" };
    let (notes, summary) = (indented(&notes, 2), indented(summary, 2));
    format!("{line_break}  ],\n  \"notes\": {},\n  \"summary\": {}\n}}\n", notes.trim_start(), summary.trim_start())
}

/// JSON on several lines, each moved to the right; a string in JSON holds no line break, so none is changed.
fn indented(value: &impl Serialize, by: usize) -> String {
    // Strings and numbers only: serialising them cannot fail.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let space = " ".repeat(by);
    format!("{space}{}", text.replace('\n', &format!("\n{space}")))
}

/// One document as one line of JSON.
pub fn document_line(outcome: &Outcome) -> String {
    serde_json::to_string(&document(outcome)).unwrap_or_default() + "\n"
}

fn document(outcome: &Outcome) -> DocumentView<'_> {
    // The worst of what there is to say of a document that was not read.
    let failed = outcome.notes.iter().max_by_key(|note| note.level).map(|note| note.message.as_str());
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
