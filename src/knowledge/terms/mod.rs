//! Terms of a house: what is to be written, what else may be, and what not.
//!
//! In: the text of a glossary (CSV, TSV, TBX). Out: [`Term`]s, and the phrase rows by which they are found in any form.
//! Must not know: files, what a rule makes of a term.

mod delimited;
mod rows;
mod tbx;

pub(in crate::knowledge) use rows::rows;

/// A term of a glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// What is to be written; empty where there is only a ban.
    pub preferred: String,
    /// What may be written too.
    pub admitted: Vec<String>,
    /// What is not to be written.
    pub forbidden: Vec<String>,
    /// The term of the source language.
    pub source: String,
    /// A remark for those who read the finding.
    pub note: String,
    /// Where it stands: file and line.
    pub origin: String,
}

/// A glossary that cannot be read: where, and what to do.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{name}:{line}: {message}")]
pub struct TermError {
    name: String,
    line: usize,
    message: String,
}

impl TermError {
    fn new(name: &str, line: usize, message: impl Into<String>) -> Self {
        Self { name: name.to_owned(), line, message: message.into() }
    }
}

impl Term {
    /// Reads a glossary; a name that ends in `.tbx` or `.xml` is TBX, any other a table with a heading line.
    ///
    /// # Errors
    /// [`TermError`] for what is no such file, for an entry without a term, and for a term that is both preferred and
    /// forbidden.
    pub fn read(name: &str, text: &str) -> Result<Vec<Self>, TermError> {
        let text = text.trim_start_matches('\u{feff}');
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        let terms = match ending.as_str() {
            "tbx" | "xml" => tbx::read(name, text)?,
            _ => delimited::read(name, text)?,
        };
        let mut seen: std::collections::BTreeMap<&str, &Self> = std::collections::BTreeMap::new();
        for term in &terms {
            let line = term.line();
            if term.forbidden.iter().any(|word| *word == term.preferred || term.admitted.contains(word)) {
                return Err(TermError::new(name, line, "one term is both right and forbidden; take it out of one place"));
            }
            for word in &term.forbidden {
                match seen.insert(word, term).filter(|old| old.preferred != term.preferred) {
                    Some(old) => {
                        let message =
                            format!("“{word}” is forbidden in {} too, for “{}”; keep one line", old.origin, old.preferred);
                        return Err(TermError::new(name, line, message));
                    }
                    None => continue,
                }
            }
        }
        Ok(terms)
    }

    fn line(&self) -> usize {
        self.origin.rsplit(':').next().and_then(|line| line.parse().ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
