//! The marks of marked text.
//!
//! `⟦wrong→right⟧` marks a place and the best fix, `⟦wrong→a|b⟧` several answers, `⟦wrong→⟧` a deletion, `⟦wrong⟧` a place
//! with no fix that can be applied. `{rule}` may follow. `\` takes the meaning from the character after it.
//! A deletion of a whole line takes the line's end and the blank lines after it along; at the end of a text, those before.

use std::ops::Range;

/// A place that somebody marked as wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the unmarked text.
    pub range: Range<usize>,
    /// The good answers, best first; `None` where no fix can be applied.
    pub rights: Option<Vec<String>>,
    /// The rule that must find it; `None`: the rule whose text this is.
    pub rule: Option<String>,
}

/// A text without its marks, and the marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text as it stood before anybody marked it.
    pub text: String,
    /// The marks in the order of the text.
    pub marks: Vec<Mark>,
}

/// A mark that cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: {message}")]
pub struct MarkError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: &'static str,
}

impl Marked {
    /// Reads marked text.
    ///
    /// # Errors
    /// [`MarkError`] for a mark that is not closed, nested or empty.
    pub fn parse(source: &str) -> Result<Self, MarkError> {
        let mut reader = Reader { rest: source.chars().peekable(), line: 1 };
        let mut marked = Self::default();
        while let Some(c) = reader.next() {
            match c {
                '\\' => marked.text.extend(reader.next()),
                '⟦' => {
                    let mark = reader.mark(&mut marked.text)?;
                    marked.marks.push(mark);
                }
                '⟧' => return Err(reader.error("a mark is closed that was not opened")),
                _ => marked.text.push(c),
            }
        }
        let Self { text, marks } = &mut marked;
        for mark in marks {
            widen(text, mark);
        }
        Ok(marked)
    }

    /// The text with the best answer of each mark for which `keep` holds.
    pub fn corrected(&self, keep: impl Fn(&Mark) -> bool) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        for mark in self.marks.iter().filter(|mark| keep(mark)) {
            if let Some(right) = mark.rights.as_ref().and_then(|rights| rights.first()) {
                // The last of two deleted lines takes the blank line between them, which the first has taken already.
                out.push_str(self.text.get(at..mark.range.start).unwrap_or_default());
                out.push_str(right);
                at = mark.range.end.max(at);
            }
        }
        out.push_str(self.text.get(at..).unwrap_or_default());
        out
    }
}

/// Extends the deletion of a whole line over its line break and the blank lines beside it.
fn widen(text: &str, mark: &mut Mark) {
    let deletes = mark.rights.as_ref().is_some_and(|rights| rights.iter().all(String::is_empty));
    let (before, after) = (&text[..mark.range.start], &text[mark.range.end..]);
    let opens = before.is_empty() || before.ends_with('\n');
    let closes = after.is_empty() || after.starts_with('\n');
    if !deletes || !opens || !closes || mark.range.is_empty() {
        return;
    }
    let blank = |c: char| matches!(c, '\n' | '\r');
    if after.trim_matches(blank).is_empty() {
        mark.range.start = before.trim_end_matches(blank).len();
    } else {
        mark.range.end += after.len() - after.trim_start_matches(blank).len();
    }
}

struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    line: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn error(&self, message: &'static str) -> MarkError {
        MarkError { line: self.line, message }
    }

    /// The rest of a mark whose opening bracket was read; its wrong side goes into the text.
    fn mark(&mut self, text: &mut String) -> Result<Mark, MarkError> {
        let start = text.len();
        let mut rights: Option<Vec<String>> = None;
        loop {
            let c = self.next().ok_or_else(|| self.error("a mark is not closed: “⟦” without “⟧”"))?;
            let side = rights.as_mut().and_then(|r| r.last_mut());
            match (c, side) {
                ('⟧', _) => break,
                ('⟦', _) => return Err(self.error("a mark stands inside a mark")),
                ('→', None) => rights = Some(vec![String::new()]),
                ('|', Some(_)) => rights.get_or_insert_default().push(String::new()),
                ('\\', side) => side.unwrap_or(text).extend(self.next()),
                (c, side) => side.unwrap_or(text).push(c),
            }
        }
        let rule = self.rule()?;
        Ok(Mark { range: start..text.len(), rights, rule })
    }

    fn rule(&mut self) -> Result<Option<String>, MarkError> {
        if self.rest.peek() != Some(&'{') {
            return Ok(None);
        }
        self.next();
        let mut id = String::new();
        loop {
            match self.next() {
                Some('}') => return Ok(Some(id)),
                Some(c) if c != '\n' => id.push(c),
                _ => return Err(self.error("a rule is not closed: “{” without “}”")),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_of_the_text() {
        let marked = Marked::parse("⟦Sergey→Sergei⟧{names/x} and ⟦US⟧, \\⟦so\\⟧ ⟦a→b|c⟧").expect("sound marks");
        assert_eq!(marked.text, "Sergey and US, ⟦so⟧ a");
        assert_eq!(marked.marks[0].rule.as_deref(), Some("names/x"));
        assert_eq!(marked.marks[1], Mark { range: 11..13, rights: None, rule: None });
        assert_eq!(marked.marks[2].rights.as_deref(), Some(&["b".to_owned(), "c".to_owned()][..]));
        assert_eq!(marked.corrected(|_| true), "Sergei and US, ⟦so⟧ b");
    }

    #[test]
    fn a_deleted_line_takes_its_blank_lines_along() {
        assert_eq!(Marked::parse("a\n\n⟦b→⟧\n\nc\n").expect("sound").corrected(|_| true), "a\n\nc\n");
        assert_eq!(Marked::parse("a\n\n⟦b→⟧\n").expect("sound").corrected(|_| true), "a\n");
        assert_eq!(Marked::parse("a ⟦b→⟧\n").expect("sound").corrected(|_| true), "a \n");
        assert_eq!(Marked::parse("a\n\n⟦b→⟧\n\n⟦c→⟧\n").expect("sound").corrected(|_| true).trim_end(), "a");
    }

    #[test]
    fn a_block_is_deleted_as_its_mark_would_be() {
        use crate::document::{Conventions, Document, Text};
        let sources = [
            "⟦a line→⟧\n\nb\n",
            "a\n\n⟦a line→⟧\n\n\nc\n",
            "a\n⟦a line→⟧\nc\n",
            "a\n\n⟦a line→⟧\n",
            "a\n\n⟦a line→⟧\n\n\n",
            "a\n\n⟦a line→⟧",
            "⟦a line→⟧\n",
        ];
        for source in sources {
            let marked = Marked::parse(source).expect("sound marks");
            let document = Document::plain(Text::new(marked.text.as_str()).expect("short"), &Conventions::default());
            let block = document.blocks().iter().find(|b| document.slice(b.span()) == "a line").expect("it is there");
            assert_eq!(document.deletion_of(block).range(), marked.marks[0].range, "{source:?}");
        }
        let whole = |text: &str, gone: &str| {
            let document = Document::plain(Text::new(text).expect("short"), &Conventions::default());
            let block = document.blocks().iter().find(|b| document.slice(b.span()) == gone).expect("it is there");
            let mut text = text.to_owned();
            text.replace_range(document.deletion_of(block).range(), "");
            text
        };
        assert_eq!(whole("a\r\n\r\nb  \r\n\r\nc\r\n", "b"), "a\r\n\r\nc\r\n");
        assert_eq!(whole("a\r\n\r\nb \r\n", "b"), "a\r\n");
        assert_eq!(whole("a\n\n  b\n  \n  c\n", "b"), "a\n\n  c\n");
    }

    #[test]
    fn broken_marks_are_named_with_their_line() {
        assert_eq!(Marked::parse("a\n⟦b").expect_err("not closed").line, 2);
        assert!(Marked::parse("a⟧").is_err() && Marked::parse("⟦a⟦b⟧⟧").is_err() && Marked::parse("⟦a⟧{b").is_err());
    }
}
