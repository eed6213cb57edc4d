//! `postedit acronyms`: each acronym of the documents, with counts, explanations, senses and places.

use std::fmt::Write;

use serde::Serialize;

use super::args::{AcronymsOptions, Color, ListFormat};
use super::check::unread;
use super::input::collect;
use super::output::{Output, tell_notes};
use super::{Ending, Failure};
use crate::check::Checker;
use crate::concordance::acronyms::{AcronymConcordance, AcronymSense};
use crate::facts::{Facts, Needs};
use crate::report::{Note, NoteLevel};

pub(super) fn run(options: &AcronymsOptions) -> Result<Ending, Failure> {
    let checker = Checker::builder().build()?;
    let (mut whole, mut paths, mut notes) = (AcronymConcordance::default(), Vec::new(), Vec::new());
    for input in collect(&options.inputs) {
        match input.and_then(|input| Ok((input.name(), input.bytes()?))) {
            Ok((path, bytes)) => match checker.read(&bytes) {
                Ok(reading) => {
                    let number = u32::try_from(paths.len())?;
                    let facts = Facts::gather(&reading.document, checker.knowledge(), Needs::SENSES);
                    whole.merge(AcronymConcordance::of(&reading.document, checker.knowledge(), &facts, number));
                    paths.push(path);
                }
                Err(error) => notes.push(unread(&path, &error)),
            },
            Err(note) => notes.push(note),
        }
    }
    let text = match options.format {
        ListFormat::Pretty => list(&whole, &paths),
        ListFormat::Json => json(&whole, &paths)?,
    };
    Output::stdout(Color::Never).print(text.as_bytes())?;
    tell_notes(&notes, false);
    let failed = notes.iter().any(|note: &Note| note.level == NoteLevel::Error);
    Ok(if failed { Ending::Failed } else { Ending::Quiet })
}

fn list(whole: &AcronymConcordance, paths: &[String]) -> String {
    let mut out = String::new();
    for (text, entry) in whole.entries() {
        let count = entry.places.len();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{text}  {count} {}", if count == 1 { "place" } else { "places" });
        for (long, count) in &entry.definitions {
            let _ = writeln!(out, "    explained as “{long}” ({count})");
        }
        for (sense, count) in &entry.senses {
            let _ = writeln!(out, "    {} ({count})", in_words(sense));
        }
        let places = entry.places.iter().map(|p| format!("{}:{}:{}", path(paths, p.document), p.line, p.column));
        let _ = writeln!(out, "    {}", places.collect::<Vec<_>>().join(", "));
    }
    out
}

fn in_words(sense: &AcronymSense) -> String {
    let AcronymSense { words, source, wrong } = sense;
    match source {
        Some(source) if *wrong => format!("wrongly for {source}, {words}"),
        Some(source) => format!("stands for {source}, {words}"),
        None => format!("stands for {words}"),
    }
}

fn path(paths: &[String], number: u32) -> &str {
    paths.get(number as usize).map_or("-", String::as_str)
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
    places: Vec<Place<'a>>,
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

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
}

fn json(whole: &AcronymConcordance, paths: &[String]) -> Result<String, Failure> {
    let acronyms = whole.entries().map(|(text, entry)| Acronym {
        acronym: text,
        count: entry.places.len(),
        definitions: entry.definitions.iter().map(|(words, &count)| Definition { words, count }).collect(),
        senses: entry.senses.iter().map(|(s, &count)| view(s, count)).collect(),
        places: entry.places.iter().map(|p| Place { path: path(paths, p.document), line: p.line, column: p.column }).collect(),
    });
    let listing = Listing { version: 1, acronyms: acronyms.collect() };
    Ok(serde_json::to_string_pretty(&listing)? + "\n")
}

fn view(sense: &AcronymSense, count: usize) -> Sense<'_> {
    Sense { words: &sense.words, source: sense.source.as_deref(), wrong: sense.wrong, count }
}
