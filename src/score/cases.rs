//! Examples in Markdown: fenced blocks `wrong`, with marks, and `right`, without. A block `toml` holds the settings that the
//! blocks after it go by; an empty one takes them back.

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The line of its fence, from 1.
    pub line: usize,
    /// Whether it is wrong as it stands.
    pub wrong: bool,
    /// Its text, marks and all.
    pub source: String,
    /// The settings that it goes by, as a `postedit.toml` has them.
    pub settings: String,
}

/// A fence that is nearly one of an example.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: a fence is ```wrong, ```right or ```toml")]
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
    let mut settings = String::new();
    let mut lines = page.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let kind = line.trim_end();
        if !["```wrong", "```right", "```toml"].contains(&kind) {
            if kind.starts_with("```") && kind.to_lowercase().contains("rong") {
                return Err(FenceError { line: number + 1 });
            }
            continue;
        }
        let body = lines.by_ref().map(|(_, line)| line).take_while(|line| line.trim_end() != "```");
        let body = body.fold(String::new(), |body, line| body + line + "\n");
        match kind {
            "```toml" => settings = body,
            _ => found.push(Case { line: number + 1, wrong: kind == "```wrong", source: body, settings: settings.clone() }),
        }
    }
    Ok(found)
}
