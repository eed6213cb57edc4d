//! What the lists of names and of acronyms share: their documents are read one by one, and places are told alike.

use serde::Serialize;

use super::args::{Color, Inputs};
use super::check::unread;
use super::input::collect;
use super::output::{Output, tell_notes};
use super::{Ending, Failure};
use crate::document::{Document, Position};
use crate::format;
use crate::knowledge::Knowledge;
use crate::report::{Note, NoteLevel};

/// The documents of a list, known by number, and what there is to say of those that were not read.
pub(super) struct Documents {
    paths: Vec<String>,
    notes: Vec<Note>,
}

impl Documents {
    /// Reads all inputs; `take` gets each document with its number.
    pub fn read(inputs: &Inputs, knowledge: &Knowledge, mut take: impl FnMut(&Document, u32)) -> Result<Self, Failure> {
        let mut documents = Self { paths: Vec::new(), notes: Vec::new() };
        for input in collect(inputs) {
            let read = input.and_then(|input| {
                let (path, bytes) = (input.name(), input.bytes()?);
                let reading = format::read(&bytes, &knowledge.conventions).map_err(|error| unread(&path, &error))?;
                Ok((path, reading))
            });
            match read {
                Ok((path, reading)) => {
                    take(&reading.document, u32::try_from(documents.paths.len())?);
                    documents.paths.push(path);
                }
                Err(note) => documents.notes.push(note),
            }
        }
        Ok(documents)
    }

    /// Whether no document could be read.
    pub fn are_none(&self) -> bool {
        self.paths.is_empty()
    }

    /// A place in the document with this number, as programs read it.
    pub fn place(&self, document: u32, at: Position) -> ListPlace<'_> {
        let path = self.paths.get(document as usize).map_or("-", String::as_str);
        ListPlace { path, line: at.line, column: at.column }
    }

    /// Prints the list, and on standard error what could not be read.
    pub fn print(&self, list: &str) -> Result<Ending, Failure> {
        Output::stdout(Color::Never).print(list.as_bytes())?;
        tell_notes(&self.notes, false);
        let failed = self.notes.iter().any(|note| note.level == NoteLevel::Error);
        Ok(Ending::of(failed, false))
    }
}

/// A place of a list.
#[derive(Serialize)]
pub(super) struct ListPlace<'a> {
    pub path: &'a str,
    pub line: usize,
    pub column: usize,
}

/// How many places are shown to people.
const SHOWN: usize = 3;

/// The first places, lines of one document together: `a.txt:5, 7; b.txt:1 …`; `count` is how many there are in all.
pub(super) fn in_short(places: &[ListPlace], count: u64) -> String {
    let mut out = String::new();
    let mut before = None;
    for place in places.iter().take(SHOWN) {
        match before {
            Some(path) if path == place.path => out += &format!(", {}", place.line),
            Some(_) => out += &format!("; {}:{}", place.path, place.line),
            None => out += &format!("{}:{}", place.path, place.line),
        }
        before = Some(place.path);
    }
    if count > SHOWN as u64 { out + " …" } else { out }
}

/// All places with their columns, a space between.
pub(super) fn in_full(places: &[ListPlace]) -> String {
    let places: Vec<String> = places.iter().map(|p| format!("{}:{}:{}", p.path, p.line, p.column)).collect();
    places.join(" ")
}

/// A line of cells as RFC 4180 wants it.
pub(super) fn csv_line<const N: usize>(cells: [String; N]) -> String {
    let quoted = |cell: String| {
        if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
    };
    cells.map(quoted).join(",") + "\r\n"
}
