//! The proof of a pack: the examples of its rows, and its marked cases.
//!
//! In: a checker with the pack, and the texts of its cases. Out: what does not hold, in words.
//! Must not know: files.

use super::{Marked, cases};
use crate::check::Checker;
use crate::document::{Document, Text};
use crate::facts::{Facts, Needs};
use crate::finding::Finding;
use crate::knowledge::phrase::PhraseRow;

/// What became of the examples of a pack.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    /// How many rows were tried by their own examples.
    pub rows: usize,
    /// How many marked cases.
    pub cases: usize,
    /// What does not hold.
    pub faults: Vec<String>,
}

impl Proof {
    /// Tries each phrase row from number `first` on by its wrong and its right example; signs of its source are taken as given.
    pub fn add_rows(&mut self, checker: &Checker, first: usize) {
        let rows = checker.knowledge().phrases.rows().enumerate().skip(first);
        for (number, row) in rows.filter(|(_, row)| !row.wrong.is_empty()) {
            self.rows += 1;
            let table = row.table.name();
            if !hits(checker, row, number, &row.wrong) {
                self.faults.push(format!("phrases/{table}.toml: {}: misses its wrong example “{}”", row.key, row.wrong));
            }
            if hits(checker, row, number, &row.right) {
                self.faults.push(format!("phrases/{table}.toml: {}: hits its right example “{}”", row.key, row.right));
            }
        }
    }

    /// Tries the marked cases of a page; `name` is how faults call it.
    pub fn add_cases(&mut self, checker: &Checker, name: &str, page: &str) {
        let cases = match cases(page) {
            Ok(cases) => cases,
            Err(error) => return self.faults.push(format!("{name}: {error}")),
        };
        for case in cases {
            self.cases += 1;
            let faults = match Marked::parse(&case.source) {
                Ok(marked) if case.wrong == marked.marks.is_empty() => {
                    vec!["a wrong example has marks, a right one has none".to_owned()]
                }
                Ok(marked) => disagreements(checker, &marked),
                Err(error) => vec![error.to_string()],
            };
            self.faults.extend(faults.into_iter().map(|fault| format!("{name}:{}: {fault}", case.line)));
        }
    }
}

fn read(checker: &Checker, text: &str) -> Option<Document> {
    Some(Document::plain(Text::new(text).ok()?, &checker.knowledge().conventions))
}

fn hits(checker: &Checker, row: &PhraseRow, number: usize, text: &str) -> bool {
    let Some(document) = read(checker, text) else { return false };
    let facts = Facts::gather(&document, checker.knowledge(), Needs::HITS, &row.from);
    facts.hits(row.table).any(|hit| hit.row == number)
}

/// Marks without a finding, findings without a mark, and answers that differ.
fn disagreements(checker: &Checker, marked: &Marked) -> Vec<String> {
    let Some(document) = read(checker, &marked.text) else { return Vec::new() };
    let findings = checker.check(&document);
    let mut faults = Vec::new();
    let mut known: Vec<&Finding> = Vec::new();
    for mark in &marked.marks {
        let Some(place) = document.text().span(mark.range.clone()) else { continue };
        let words = document.slice(place);
        let Some(finding) = findings.iter().find(|finding| finding.span.touches(place)) else {
            faults.push(format!("nothing is found at “{words}”"));
            continue;
        };
        known.push(finding);
        let Some(right) = mark.rights.as_ref().and_then(|rights| rights.first()) else { continue };
        let mut wanted = document.text().as_str().to_owned();
        wanted.replace_range(mark.range.clone(), right);
        if finding.fixes.first().map(|fix| fix.applied_to(document.text())) != Some(wanted) {
            let title = finding.fixes.first().map_or("no fix", |fix| fix.title());
            faults.push(format!("“{words}” should become “{right}”; {} says: {title}", finding.rule));
        }
    }
    let stray = findings.iter().filter(|finding| !known.contains(finding));
    faults.extend(stray.map(|finding| format!("unmarked: {} “{}”", finding.rule, document.slice(finding.span))));
    faults
}
