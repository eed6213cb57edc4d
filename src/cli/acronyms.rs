//! `postedit acronyms`: each acronym of the documents, with counts, explanations, senses and places.

use std::fmt::Write;

use serde::Serialize;

use super::args::{AcronymsOptions, ListFormat};
use super::listing::{Documents, ListPlace};
use super::{Ending, Failure};
use crate::concordance::acronyms::{AcronymConcordance, AcronymEntry, AcronymSense};
use crate::document::Position;
use crate::facts::{Facts, Needs};
use crate::finding::counted;
use crate::knowledge::Knowledge;

pub(super) fn run(options: &AcronymsOptions) -> Result<Ending, Failure> {
    let knowledge = Knowledge::builtin()?;
    let mut whole = AcronymConcordance::default();
    let documents = Documents::read(&options.inputs, &knowledge, |document, number| {
        let facts = Facts::gather(document, &knowledge, Needs::SENSES);
        whole.merge(AcronymConcordance::of(document, &knowledge, &facts, number));
    })?;
    let text = match options.format {
        ListFormat::Pretty => list(&whole, &documents),
        ListFormat::Json => json(&whole, &documents)?,
    };
    documents.print(&text)
}

fn list(whole: &AcronymConcordance, documents: &Documents) -> String {
    let mut out = String::new();
    for (text, entry) in whole.entries() {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{text}  {}", counted(entry.places.len(), "place", "places"));
        for (long, count) in &entry.definitions {
            let _ = writeln!(out, "    explained as “{long}” ({count})");
        }
        for (sense, count) in &entry.senses {
            let _ = writeln!(out, "    {} ({count})", in_words(sense));
        }
        let places = places(entry, documents).map(|p| format!("{}:{}:{}", p.path, p.line, p.column));
        let _ = writeln!(out, "    {}", places.collect::<Vec<_>>().join(", "));
    }
    out
}

fn places<'a>(entry: &'a AcronymEntry, documents: &'a Documents) -> impl Iterator<Item = ListPlace<'a>> {
    entry.places.iter().map(|p| documents.place(p.document, Position { line: p.line, column: p.column }))
}

fn in_words(sense: &AcronymSense) -> String {
    let AcronymSense { words, source, wrong } = sense;
    match source {
        Some(source) if *wrong => format!("wrongly for {source}, {words}"),
        Some(source) => format!("stands for {source}, {words}"),
        None => format!("stands for {words}"),
    }
}

/// The list as programs read it; keys are only ever added.
#[derive(Serialize)]
struct Listing<'a> {
    version: u8,
    acronyms: Vec<Acronym<'a>>,
}

#[derive(Serialize)]
struct Acronym<'a> {
    acronym: &'a str,
    count: usize,
    definitions: Vec<Definition<'a>>,
    senses: Vec<Sense<'a>>,
    places: Vec<ListPlace<'a>>,
}

#[derive(Serialize)]
struct Definition<'a> {
    words: &'a str,
    count: usize,
}

#[derive(Serialize)]
struct Sense<'a> {
    words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    wrong: bool,
    count: usize,
}

fn json(whole: &AcronymConcordance, documents: &Documents) -> Result<String, Failure> {
    let acronyms = whole.entries().map(|(text, entry)| Acronym {
        acronym: text,
        count: entry.places.len(),
        definitions: entry.definitions.iter().map(|(words, &count)| Definition { words, count }).collect(),
        senses: entry.senses.iter().map(|(s, &count)| view(s, count)).collect(),
        places: places(entry, documents).collect(),
    });
    let listing = Listing { version: 1, acronyms: acronyms.collect() };
    Ok(serde_json::to_string_pretty(&listing)? + "\n")
}

fn view(sense: &AcronymSense, count: usize) -> Sense<'_> {
    Sense { words: &sense.words, source: sense.source.as_deref(), wrong: sense.wrong, count }
}
