//! Glossaries in TBX (ISO 30042), of 2008 and of 2019: entries of a concept, a section for each language, a term each.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Term, TermError};

/// What terms of a status are to a house.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Preferred,
    Admitted,
    Forbidden,
}

/// The values of the administrative status, of both editions.
const STATUSES: [(&str, Status); 8] = [
    ("preferredTerm-admn-sts", Status::Preferred),
    ("preferred", Status::Preferred),
    ("admittedTerm-admn-sts", Status::Admitted),
    ("admitted", Status::Admitted),
    ("deprecatedTerm-admn-sts", Status::Forbidden),
    ("deprecated", Status::Forbidden),
    ("supersededTerm-admn-sts", Status::Forbidden),
    ("superseded", Status::Forbidden),
];

/// Elements whose text is wanted whole, whatever markup stands within.
const HOLDERS: [&str; 5] = ["term", "note", "descrip", "termNote", "administrativeStatus"];

/// A term while its section is read.
#[derive(Default)]
struct Draft {
    text: String,
    status: Option<Status>,
}

/// An entry while it is read.
#[derive(Default)]
struct Entry {
    term: Term,
    language: String,
    draft: Draft,
}

pub(super) fn read(name: &str, text: &str) -> Result<Vec<Term>, TermError> {
    let mut reader = Reader::from_str(text);
    let mut terms = Vec::new();
    let mut entry = Entry::default();
    let mut words = String::new();
    let (mut status, mut inside) = (false, false);
    loop {
        let before = reader.buffer_position() as usize;
        let line = || text.get(..before).unwrap_or(text).matches('\n').count() + 1;
        match reader.read_event() {
            Err(error) => return Err(TermError::new(name, line(), format!("broken XML: {error}"))),
            Ok(Event::Eof) => break,
            Ok(Event::Start(start)) => {
                // Markup within a term or a note is passed over, its text is not.
                if !inside {
                    words.clear();
                    inside = HOLDERS.contains(&start.local_name().as_ref());
                    status = is_status(&start);
                }
                match start.local_name().as_ref() {
                    "termEntry" | "conceptEntry" => {
                        entry = Entry::default();
                        entry.term.origin = format!("{name}:{}", line());
                    }
                    "langSet" | "langSec" => entry.language = attribute(&start, "xml:lang"),
                    "tig" | "ntig" | "termSec" => entry.draft = Draft::default(),
                    _ => {}
                }
            }
            Ok(Event::Text(part)) => words += &part.xml10_content(),
            Ok(Event::CData(part)) => words += &part.xml10_content(),
            Ok(Event::GeneralRef(reference)) => words += &character(&reference),
            Ok(Event::End(end)) => match end.local_name().as_ref() {
                inline if inside && !HOLDERS.contains(&inline) => {}
                "term" => {
                    entry.draft.text = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    inside = false;
                }
                "note" | "descrip" if entry.term.note.is_empty() => {
                    entry.term.note = words.trim().to_owned();
                    inside = false;
                }
                "tig" | "ntig" | "termSec" => entry.take(),
                "termEntry" | "conceptEntry" => {
                    let term = std::mem::take(&mut entry.term);
                    if !(term.preferred.is_empty() && term.forbidden.is_empty()) {
                        terms.push(term);
                    }
                }
                _ if status => {
                    let word = words.trim();
                    let known = STATUSES.iter().find(|(known, _)| *known == word);
                    let unknown = || {
                        let list = STATUSES.map(|(known, _)| known).join(", ");
                        TermError::new(name, line(), format!("no administrative status is called “{word}”; known: {list}"))
                    };
                    entry.draft.status = Some(known.ok_or_else(unknown)?.1);
                    status = false;
                    inside = false;
                }
                _ => inside = false,
            },
            Ok(_) => {}
        }
    }
    match terms.is_empty() {
        true => Err(TermError::new(name, 1, "no entry with an English term; is this a TBX file with sections in “en”?")),
        false => Ok(terms),
    }
}

impl Entry {
    /// Puts the term that was read where it belongs.
    fn take(&mut self) {
        let Draft { text, status } = std::mem::take(&mut self.draft);
        let term = &mut self.term;
        let english = self.language.split(['-', '_']).next().is_some_and(|code| code.eq_ignore_ascii_case("en"));
        match status {
            _ if text.is_empty() => {}
            _ if !english => {
                if term.source.is_empty() {
                    term.source = text;
                }
            }
            Some(Status::Forbidden) => term.forbidden.push(text),
            Some(Status::Preferred) => {
                // A term without a status that came first was but admitted.
                let old = std::mem::replace(&mut term.preferred, text);
                term.admitted.extend(Some(old).filter(|old| !old.is_empty()));
            }
            None if term.preferred.is_empty() => term.preferred = text,
            Some(Status::Admitted) | None => term.admitted.push(text),
        }
    }
}

/// Whether an element holds the administrative status of a term: a note of that type, or an element of that name.
fn is_status(start: &BytesStart) -> bool {
    let name = start.local_name();
    name.as_ref() == "administrativeStatus" || name.as_ref() == "termNote" && attribute(start, "type") == "administrativeStatus"
}

fn attribute(start: &BytesStart, name: &str) -> String {
    let found = start.try_get_attribute(name).ok().flatten();
    found.map_or(String::new(), |attribute| attribute.value.into_owned())
}

/// The character that a reference stands for; references of a document type of its own stand for nothing.
fn character(reference: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    match reference.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}
