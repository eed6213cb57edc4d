//! Flat tables: tab-separated values with a header line, `#` for comments.

/// A table that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{table}:{line}: {message}")]
pub struct TableError {
    /// The table, as a path below `knowledge/`.
    pub table: String,
    /// Line, from 1; 0 where the whole table is meant.
    pub line: usize,
    /// What is wrong and what is expected.
    pub message: String,
}

impl TableError {
    /// An error at a line of a table.
    pub fn new(table: &str, line: usize, message: impl Into<String>) -> Self {
        Self { table: table.to_owned(), line, message: message.into() }
    }
}

/// The rows of a table with exactly the columns that the loader asks for.
#[derive(Debug)]
pub struct Rows<'a, const N: usize> {
    table: &'a str,
    lines: std::iter::Enumerate<std::str::Lines<'a>>,
}

impl<'a, const N: usize> Rows<'a, N> {
    /// Reads the header; `columns` are the names it must have, in order.
    ///
    /// # Errors
    /// [`TableError`] where the header differs.
    pub fn new(table: &'a str, text: &'a str, columns: [&str; N]) -> Result<Self, TableError> {
        let mut lines = text.lines().enumerate();
        let header = lines.by_ref().find(|(_, line)| !is_comment(line));
        let names: Vec<&str> = header.map_or(Vec::new(), |(_, line)| line.split('\t').collect());
        if names != columns {
            let message = format!("the columns are {names:?}; expected {columns:?}");
            return Err(TableError::new(table, header.map_or(0, |(i, _)| i + 1), message));
        }
        Ok(Self { table, lines })
    }
}

impl<'a, const N: usize> Iterator for Rows<'a, N> {
    /// The line number and the cells of a row.
    type Item = Result<(usize, [&'a str; N]), TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        let (index, line) = self.lines.by_ref().find(|(_, line)| !is_comment(line))?;
        let mut row = [""; N];
        let mut count = 0;
        for cell in line.split('\t') {
            if let Some(slot) = row.get_mut(count) {
                *slot = cell;
            }
            count += 1;
        }
        let wrong = || TableError::new(self.table, index + 1, format!("{count} cells; expected {N}"));
        Some(if count == N { Ok((index + 1, row)) } else { Err(wrong()) })
    }
}

fn is_comment(line: &str) -> bool {
    line.is_empty() || line.starts_with('#')
}
