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

/// How many letters a misspelt heading may be away from the one it is taken for.
const NEAR: usize = 2;

pub(super) fn read(name: &str, text: &str) -> Result<Vec<Term>, TermError> {
    // A heading line is at the top; before it may stand comments, and what tells a spreadsheet its delimiter.
    let is_before = |line: &&str| line.trim().is_empty() || line.starts_with('#') || line.starts_with("sep=");
    let skipped = text.lines().take_while(is_before).count();
    let start = text.split_inclusive('\n').take(skipped).map(str::len).sum();
    let (before, text) = text.split_at_checked(start).unwrap_or((text, ""));
    let heading = text.lines().next().unwrap_or_default();
    let said = before.lines().find_map(|line| line.strip_prefix("sep=")?.bytes().next());
    let most = [b'\t', b';', b','].into_iter().max_by_key(|&mark| heading.bytes().filter(|&byte| byte == mark).count());
    let delimiter = said.or(most).unwrap_or(b',');
    // Where a record begins, in bytes: the reader passes over blank lines and comments before it tells.
    let line_at = |position: Option<&csv::Position>| {
        let at = position.map_or(0, |position| position.byte() as usize);
        let rest = text.get(at..).unwrap_or_default();
        let blank = rest.split_inclusive('\n').take_while(|line| line.trim().is_empty() || line.starts_with('#'));
        let at = at + blank.map(str::len).sum::<usize>();
        skipped + text.get(..at).unwrap_or(text).matches('\n').count() + 1
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let broken = |error: csv::Error| TermError::new(name, line_at(error.position()), error.to_string());
    let columns = columns(name, skipped + 1, reader.headers().map_err(broken)?)?;
    let mut terms = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = line_at(record.position());
        if record.iter().any(|cell| cell.contains('\n')) {
            let message = "a cell goes on in the next line; a quotation mark before it is not closed";
            return Err(TermError::new(name, line, message));
        }
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
        if let Some((_, column)) = NAMES.iter().find(|(known, _)| *known == cell) {
            return Ok(*column);
        }
        let near = NAMES.iter().map(|(known, _)| (strsim::damerau_levenshtein(known, &cell), known)).min();
        match near.filter(|(far, known)| *far <= NEAR && known.len() > 2 * NEAR) {
            Some((_, known)) => Err(TermError::new(name, line, format!("no column is called “{cell}”; did you mean “{known}”?"))),
            None => Ok(Column::Other),
        }
    };
    let columns = heading.iter().map(column).collect::<Result<Vec<_>, _>>()?;
    if columns.contains(&Column::Preferred) || columns.contains(&Column::Forbidden) {
        return Ok(columns);
    }
    let message = "the first line must name the columns: `preferred`, `forbidden`, and if you like `admitted`, `source`, `note`; \
                   a spreadsheet is read when it is saved as CSV";
    Err(TermError::new(name, line, message))
}
