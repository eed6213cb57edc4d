//! `postedit rules`: the rule list.

use serde::Serialize;

use super::args::{Choice, Color, ListFormat, RulesOptions};
use super::output::Output;
use super::{Ending, Failure};
use crate::finding::{Confidence, Severity};
use crate::fix::Safety;
use crate::knowledge::phrase::PhraseRow;
use crate::rules::{Calibration, Meta, Selector, all};

pub(super) fn run(options: &RulesOptions) -> Result<Ending, Failure> {
    if let Some(rule) = &options.rule {
        Output::stdout(Color::Never).print(rows(rule)?.as_bytes())?;
        return Ok(Ending::Quiet);
    }
    let text = match options.format {
        ListFormat::Pretty => list(),
        ListFormat::Json => json()?,
    };
    Output::stdout(Color::Never).print(text.as_bytes())?;
    Ok(Ending::Quiet)
}

/// The rows of a rule's table, with those of the settings of the current folder: key, and what is said and written.
fn rows(rule: &str) -> Result<String, Failure> {
    Selector::parse(rule)?;
    let checker = Choice::default().checker()?;
    let rows: Vec<&PhraseRow> = checker.knowledge().phrases.rows().filter(|row| row.table.rule() == Some(rule)).collect();
    if rows.is_empty() {
        return Err(format!("“{rule}” has no table of phrases; `postedit explain {rule}` tells what it finds").into());
    }
    let width = rows.iter().map(|row| row.key.chars().count()).max().unwrap_or_default();
    let line = |row: &&PhraseRow| {
        let (key, say) = (&row.key, row.say.join("; "));
        let write = row.write.first().map_or(String::new(), |write| format!(" → {write}"));
        format!("{key:width$}  {say}{write}\n")
    };
    Ok(rows.iter().map(line).collect())
}

fn list() -> String {
    let rows: Vec<[&str; 4]> = std::iter::once(["RULE", "SEVERITY", "FIX", "WHAT IT FINDS"])
        .chain(all().map(|rule| {
            let meta = rule.meta();
            let severity = if meta.hint { "hint" } else { meta.severity.name() };
            [meta.id, severity, meta.safety.map_or("none", Safety::name), meta.summary]
        }))
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let (id, severity, fix) = (width(0), width(1), width(2));
    rows.iter().map(|[a, b, c, d]| format!("{a:id$}  {b:severity$}  {c:fix$}  {d}\n")).collect()
}

/// A rule as programs read it.
#[derive(Serialize)]
struct Entry {
    id: &'static str,
    summary: &'static str,
    why: &'static str,
    category: &'static str,
    severity: Severity,
    fix: Option<Safety>,
    hint: bool,
    languages: Vec<&'static str>,
    evidence: Vec<Class>,
}

#[derive(Serialize)]
struct Class {
    id: &'static str,
    what: &'static str,
    confidence: Confidence,
}

fn json() -> Result<String, Failure> {
    let calibration = Calibration::builtin()?;
    let entry = |meta: &'static Meta| Entry {
        id: meta.id,
        summary: meta.summary,
        why: meta.why,
        category: meta.category,
        severity: meta.severity,
        fix: meta.safety,
        hint: meta.hint,
        languages: meta.languages.iter().map(|language| language.code()).collect(),
        evidence: meta
            .classes
            .iter()
            .map(|c| Class { id: c.id, what: c.what, confidence: calibration.confidence(meta, c.id) })
            .collect(),
    };
    let entries: Vec<Entry> = all().map(|rule| entry(rule.meta())).collect();
    Ok(serde_json::to_string_pretty(&entries)? + "\n")
}
