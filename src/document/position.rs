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

/// How many bytes lie between two places whose code points are counted once for all.
const STEP: usize = 4096;

/// The starts of all lines of a text, and counts of its code points, to turn byte offsets into [`Position`]s.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// How many code points begin before each multiple of [`STEP`] bytes, so that a long line is not counted again for
    /// every place in it; empty where no line is long.
    counts: Vec<usize>,
}

impl LineIndex {
    /// Finds the line starts of a text.
    pub fn new(text: &Text) -> Self {
        let bytes = text.as_str().as_bytes();
        let breaks = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1);
        let starts: Vec<usize> = std::iter::once(0).chain(breaks).collect();
        let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
        let mut counts = Vec::new();
        if starts.iter().zip(ends).any(|(start, end)| end - start > STEP) {
            counts.push(0);
            counts.extend(bytes.chunks(STEP).scan(0, |sum, chunk| {
                *sum += code_points(chunk);
                Some(*sum)
            }));
        }
        Self { starts, counts }
    }

    /// The position of a byte offset on a character boundary.
    pub fn position(&self, text: &Text, offset: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        let column = match text.as_str().as_bytes().get(start..offset) {
            Some(bytes) if bytes.len() <= STEP => code_points(bytes),
            _ => self.before(text, offset).saturating_sub(self.before(text, start)),
        };
        Position { line, column: column + 1 }
    }

    /// How many code points begin before an offset.
    fn before(&self, text: &Text, offset: usize) -> usize {
        let step = (offset / STEP).min(self.counts.len().saturating_sub(1));
        self.counts.get(step).copied().unwrap_or(0) + text.as_str().as_bytes().get(step * STEP..offset).map_or(0, code_points)
    }
}

/// How many code points begin in a run of UTF-8.
fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_a_long_line_are_code_points() {
        let text = Text::new(format!("é\n{}", "aé€".repeat(3 * STEP))).expect("short");
        let index = LineIndex::new(&text);
        assert_eq!(index.position(&text, 0), Position { line: 1, column: 1 });
        for (n, (at, _)) in text.as_str().char_indices().enumerate().skip(2).step_by(997) {
            assert_eq!(index.position(&text, at), Position { line: 2, column: n - 1 });
        }
        assert_eq!(index.position(&text, text.as_str().len()), Position { line: 2, column: 9 * STEP + 1 });
    }
}
