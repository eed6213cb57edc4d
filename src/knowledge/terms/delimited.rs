//! Glossaries as tables: CSV, TSV or semicolons, with a heading line that names the columns.

use super::{Term, TermError};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Preferred,
    Admitted,
    Forbidden,
    Source,
    Note,
    /// A column of the house's own, which is passed over.
    Other,
}

/// The names that columns go by, in lower case.
const NAMES: [(&str, Column); 17] = [
    ("preferred", Column::Preferred),
    ("term", Column::Preferred),
    ("target", Column::Preferred),
    ("english", Column::Preferred),
    ("en", Column::Preferred),
    ("admitted", Column::Admitted),
    ("allowed", Column::Admitted),
    ("also", Column::Admitted),
    ("forbidden", Column::Forbidden),
    ("avoid", Column::Forbidden),
    ("deprecated", Column::Forbidden),
    ("wrong", Column::Forbidden),
    ("source", Column::Source),
    ("original", Column::Source),
    ("note", Column::Note),
    ("comment", Column::Note),
    ("definition", Column::Note),
];

/// What stands between several terms of one cell.
const BETWEEN: [char; 2] = ['|', ';'];

pub(super) fn read(name: &str, text: &str) -> Result<Vec<Term>, TermError> {
    // A heading line is at the top; comments may stand before it.
    let skipped = text.lines().take_while(|line| line.trim().is_empty() || line.starts_with('#')).count();
    let heading = text.lines().nth(skipped).unwrap_or_default();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|&mark| heading.bytes().filter(|&byte| byte == mark).count());
    let delimiter = delimiter.unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let broken = |error: csv::Error| {
        let line = error.position().map_or(0, |position| position.line() as usize);
        TermError::new(name, line, error.to_string())
    };
    let columns = columns(name, skipped + 1, reader.headers().map_err(broken)?)?;
    let mut terms = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, |position| position.line() as usize);
        if record.len() > columns.len() {
            let message = format!(
                "{} cells, but the heading has {}; put cells with a “{}” in quotation marks",
                record.len(),
                columns.len(),
                delimiter as char
            );
            return Err(TermError::new(name, line, message));
        }
        let mut term = Term { origin: format!("{name}:{line}"), ..Term::default() };
        for (cell, column) in record.iter().zip(&columns) {
            let mut several = cell.split(BETWEEN).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned);
            match column {
                Column::Preferred => term.preferred = cell.to_owned(),
                Column::Admitted => term.admitted.extend(&mut several),
                Column::Forbidden => term.forbidden.extend(&mut several),
                Column::Source => term.source = cell.to_owned(),
                Column::Note => term.note = cell.to_owned(),
                Column::Other => {}
            }
        }
        if term.preferred.is_empty() && term.forbidden.is_empty() {
            return Err(TermError::new(name, line, "neither a preferred nor a forbidden term; write one, or delete the line"));
        }
        terms.push(term);
    }
    Ok(terms)
}

fn columns(name: &str, line: usize, heading: &csv::StringRecord) -> Result<Vec<Column>, TermError> {
    let column = |cell: &str| {
        let cell = cell.to_lowercase();
        NAMES.iter().find(|(known, _)| *known == cell).map_or(Column::Other, |(_, column)| *column)
    };
    let columns: Vec<Column> = heading.iter().map(column).collect();
    if columns.contains(&Column::Preferred) || columns.contains(&Column::Forbidden) {
        return Ok(columns);
    }
    let message = "the first line must name the columns: `preferred`, `forbidden`, and if you like `admitted`, `source`, `note`";
    Err(TermError::new(name, line, message))
}
