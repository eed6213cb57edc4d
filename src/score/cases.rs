//! Examples in Markdown: fenced blocks `wrong`, with marks, and `right`, without.

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The line of its fence, from 1.
    pub line: usize,
    /// Whether it is wrong as it stands.
    pub wrong: bool,
    /// Its text, marks and all.
    pub source: String,
}

/// A fence that is nearly one of an example.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: a fence is ```wrong or ```right")]
pub struct FenceError {
    /// Line, from 1.
    pub line: usize,
}

/// The examples of a page, in order.
///
/// # Errors
/// [`FenceError`] for a fence that is meant as one of an example and spelt otherwise.
pub fn cases(page: &str) -> Result<Vec<Case>, FenceError> {
    let mut found = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let wrong = match line.trim_end() {
            "```wrong" => true,
            "```right" => false,
            line if line.starts_with("```") && line.to_lowercase().contains("rong") => {
                return Err(FenceError { line: number + 1 });
            }
            _ => continue,
        };
        let body: Vec<&str> = lines.by_ref().map(|(_, line)| line).take_while(|line| line.trim_end() != "```").collect();
        found.push(Case { line: number + 1, wrong, source: body.join("\n") + "\n" });
    }
    Ok(found)
}
