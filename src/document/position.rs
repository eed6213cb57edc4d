//! Lines and columns, computed only where a person or another tool wants to read them.

use super::Text;

/// A place as people count: both from 1, the column in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line number; a line ends with `\n`.
    pub line: usize,
    /// Column in code points.
    pub column: usize,
}

/// The starts of all lines of a text, to turn byte offsets into [`Position`]s.
#[derive(Debug)]
pub struct LineIndex(Vec<usize>);

impl LineIndex {
    /// Finds the line starts of a text.
    pub fn new(text: &Text) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_str().as_bytes()).map(|at| at + 1);
        Self(std::iter::once(0).chain(breaks).collect())
    }

    /// The position of a byte offset on a character boundary.
    pub fn position(&self, text: &Text, offset: usize) -> Position {
        let line = self.0.partition_point(|&start| start <= offset);
        let start = self.0[line - 1];
        let column = text.as_str().get(start..offset).map_or(0, |s| s.chars().count()) + 1;
        Position { line, column }
    }
}
