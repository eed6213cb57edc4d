//! The glossary: a house list as a file that an editor reads, mends and approves.
//!
//! Tab-separated: the spelling to be used, other spellings (with semicolons between them), the form of the source
//! language, how often the name was seen. Only the first column is needed; lines that begin with `#` are comments.

use super::Entry;

/// What stands between spellings of the second column.
const BETWEEN: &str = "; ";
/// The columns, as the last line of the head names them.
const COLUMNS: &str = "# spelling\talso seen\tsource form\tcount";
const HEAD: &str = "\
# The house list: how names are to be spelt. Made by `postedit names --write-glossary`; yours to change.
# A line is a name. What stands first is right: change it where you want another spelling, and delete the names that
# you do not want to hold anybody to. What stands second is reported wherever it turns up, and so is every other
# romanisation of the name. The other columns are for you. `glossary = \"…\"` below `[names]` in postedit.toml names
# this file, and `postedit check` obeys it from then on.
";
const SEVERAL: &str = "# Spelt in several ways: the most frequent spelling stands first.";
const SINGLE: &str = "# Spelt in one way.";

/// A line of a glossary that cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{name}:{line}: {message}")]
pub struct GlossaryError {
    name: String,
    line: usize,
    message: String,
}

/// A name of a glossary that is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The spelling to be used.
    pub spelling: String,
    /// Other spellings, the most frequent first.
    pub also: Vec<String>,
    /// The form of the source language, where one is known.
    pub source: Option<String>,
    /// How often the name was seen.
    pub count: u64,
}

/// A house list as text.
#[derive(Debug)]
pub struct Glossary;

impl Glossary {
    /// Reads the text of a file; `name` is how errors and findings call it.
    ///
    /// # Errors
    /// [`GlossaryError`] for a line without a name, with too many columns or with a name that stands twice.
    pub fn parse(name: &str, text: &str) -> Result<Vec<Entry>, GlossaryError> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = std::collections::BTreeMap::new();
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let fault = |message: String| GlossaryError { name: name.to_owned(), line: index + 1, message };
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            if cells.len() > COLUMNS.split('\t').count() {
                let few = "at most four columns with tabs between them are wanted: spelling, also seen, source form, count";
                return Err(fault(format!("{} columns; {few}", cells.len())));
            }
            let also: Vec<&str> =
                cells.get(1).map_or(Vec::new(), |cell| cell.split(';').map(str::trim).filter(|word| !word.is_empty()).collect());
            let spelling = cells.first().copied().unwrap_or_default();
            let entry = Entry::new(spelling, &also, &format!("{name}:{}", index + 1))
                .ok_or_else(|| fault("no spelling before the first tab; write one, or delete the line".into()))?;
            if let Some(first) = seen.insert(entry.text.clone(), index + 1) {
                return Err(fault(format!("“{}” stands in line {first} already; delete one of the two lines", entry.text)));
            }
            entries.push(entry);
        }
        Ok(entries)
    }

    /// Writes a list: names with several spellings first, since those want a decision, each part by the alphabet.
    pub fn print(mut rows: Vec<Row>) -> String {
        rows.sort();
        let mut out = HEAD.to_owned();
        let (several, single): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| !row.also.is_empty());
        for (title, rows) in [(SEVERAL, several), (SINGLE, single)] {
            if rows.is_empty() {
                continue;
            }
            out += &format!("\n{title}\n{COLUMNS}\n");
            for Row { spelling, also, source, count } in rows {
                out += &format!("{spelling}\t{}\t{}\t{count}\n", also.join(BETWEEN), source.as_deref().unwrap_or_default());
            }
        }
        out
    }
}
