//! `postedit names`: what the documents say of names; and pairs of spellings compared.

use std::fmt::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::args::{Color, ListFormat, NamesOptions};
use super::input::{Input, collect};
use super::output::{Output, tell};
use super::{Ending, Failure};
use crate::concordance::{Bearer, Concordance, Place, Variant};
use crate::document::LineIndex;
use crate::facts::names::{Names, compare};
use crate::facts::{Facts, Needs};
use crate::format::{self, Reading};
use crate::knowledge::Knowledge;
use crate::report::{Note, NoteLevel};

pub(super) fn run(options: &NamesOptions) -> Result<Ending, Failure> {
    let knowledge = Knowledge::builtin()?;
    match &options.compare {
        Some(path) => compare_pairs(path, &knowledge),
        None => list(options, &knowledge),
    }
}

/// Reads pairs, one a line, and prints the verdict on each.
fn compare_pairs(path: &Path, knowledge: &Knowledge) -> Result<Ending, Failure> {
    let pairs = if path == Path::new("-") { std::io::read_to_string(std::io::stdin())? } else { std::fs::read_to_string(path)? };
    let mut out = String::new();
    for line in pairs.lines() {
        let mut cells = line.split('\t');
        let (a, b) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let found = compare(a, b, knowledge);
        let cost = found.cost.map_or_else(String::new, |cost| format!("{}.{:02}", cost / 100, cost % 100));
        let form = found.source.map_or_else(String::new, |source| source.form);
        writeln!(out, "{a}\t{b}\t{}\t{cost}\t{form}", found.verdict.name())?;
    }
    Output::stdout(Color::Never).print(out.as_bytes())?;
    Ok(Ending::Quiet)
}

/// What is kept of a document: its name, and the line of each mention.
struct Seen {
    path: String,
    lines: Vec<usize>,
}

/// Reads all inputs into one concordance and prints who is named, in which spellings, how often and where.
fn list(options: &NamesOptions, knowledge: &Knowledge) -> Result<Ending, Failure> {
    let mut ending = Ending::Quiet;
    let mut seen: Vec<Seen> = Vec::new();
    let mut all = Concordance::default();
    for input in collect(&options.inputs) {
        match input.and_then(|input| read(&input, knowledge)) {
            Ok((path, reading)) => {
                let facts = Facts::gather(&reading.document, knowledge, Needs::NAMES);
                all.merge(Concordance::of(facts.names(), seen.len() as u32));
                seen.push(Seen { path, lines: lines(&reading, facts.names()) });
            }
            Err(note) => {
                tell(&format!("postedit: {note}"));
                if note.level == NoteLevel::Error {
                    ending = Ending::Failed;
                }
            }
        }
    }
    let bearers = all.bearers(knowledge);
    let out = match options.format {
        ListFormat::Pretty => text(&bearers, &seen),
        ListFormat::Json => {
            let names: Vec<Value> = bearers.iter().map(|bearer| value(bearer, &seen)).collect();
            serde_json::to_string_pretty(&json!({ "version": 1, "names": names }))? + "\n"
        }
    };
    Output::stdout(Color::Never).print(out.as_bytes())?;
    Ok(ending)
}

/// Reads an input; a file that is no text is only warned of.
fn read(input: &Input, knowledge: &Knowledge) -> Result<(String, Reading), Note> {
    let path = input.name();
    let bytes = input.bytes()?;
    match format::read(&bytes, &knowledge.conventions) {
        Ok(reading) => Ok((path, reading)),
        Err(error) => Err(Note::new(&path, NoteLevel::Warning, error.to_string())),
    }
}

fn lines(reading: &Reading, names: &Names) -> Vec<usize> {
    let (document, index) = (&reading.document, LineIndex::new(reading.document.text()));
    let start = |token: usize| document.tokens().get(token).map_or(0, |token| token.span().start());
    let line = |token: usize| index.position(document.text(), start(token)).line;
    names.mentions().iter().map(|mention| line(mention.kind.surname().tokens().start)).collect()
}

fn place(place: &Place, seen: &[Seen]) -> Option<(String, usize)> {
    let document = seen.get(place.document as usize)?;
    Some((document.path.clone(), *document.lines.get(place.mention as usize)?))
}

fn text(bearers: &[Bearer], seen: &[Seen]) -> String {
    let mut out = String::new();
    for bearer in bearers {
        let name = |variants: &[Variant]| variants.first().map_or_else(String::new, |v| v.text.to_string());
        out += &format!("{} {}\n", name(&bearer.givens), name(&bearer.surnames));
        for variant in bearer.givens.iter().chain(&bearer.surnames) {
            let places: Vec<String> =
                variant.places.iter().filter_map(|p| place(p, seen)).map(|(path, line)| format!("{path}:{line}")).collect();
            out += &format!("  {} {}  {}\n", variant.text, variant.places.len(), places.join(" "));
        }
    }
    out
}

fn value(bearer: &Bearer, seen: &[Seen]) -> Value {
    let variants = |variants: &[Variant]| -> Vec<Value> {
        variants
            .iter()
            .map(|variant| {
                let places: Vec<Value> = variant
                    .places
                    .iter()
                    .filter_map(|p| place(p, seen))
                    .map(|(path, line)| json!({ "path": path, "line": line }))
                    .collect();
                json!({ "spelling": variant.text, "count": variant.places.len(), "places": places })
            })
            .collect()
    };
    json!({ "given": variants(&bearer.givens), "surname": variants(&bearer.surnames) })
}
