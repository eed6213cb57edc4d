//! Terms of a house: what is to be written, what else may be, and what not.
//!
//! In: the text of a glossary (CSV, TSV, TBX). Out: [`Term`]s, and the phrase rows by which they are found in any form.
//! Must not know: files, what a rule makes of a term.

mod delimited;
mod rows;
mod tbx;

use std::collections::BTreeMap;

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
    /// [`TermError`] for what is no such file, and for an entry without a term.
    pub fn read(name: &str, text: &str) -> Result<Vec<Self>, TermError> {
        let text = text.trim_start_matches('\u{feff}');
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        match ending.as_str() {
            "tbx" | "xml" => tbx::read(name, text),
            _ => delimited::read(name, text),
        }
    }

    /// Whether terms of a house, from whatever files, agree with one another.
    ///
    /// # Errors
    /// A sentence that names both places: a term that is right and forbidden, or forbidden for two different ones.
    pub fn agree(terms: &[Self]) -> Result<(), String> {
        let right = terms.iter().flat_map(|term| term.admitted.iter().chain([&term.preferred]).map(move |word| (word, term)));
        let right: BTreeMap<&String, &Self> = right.collect();
        let mut forbidden: BTreeMap<&String, &Self> = BTreeMap::new();
        for term in terms {
            for word in &term.forbidden {
                if let Some(other) = right.get(word) {
                    let place = &other.origin;
                    return Err(format!(
                        "{}: “{word}” is forbidden, and right in {place}; take it out of one place",
                        term.origin
                    ));
                }
                if let Some(other) = forbidden.insert(word, term).filter(|other| other.preferred != term.preferred) {
                    let (place, instead) = (&other.origin, &other.preferred);
                    return Err(format!(
                        "{}: “{word}” is forbidden in {place} too, for “{instead}”; keep one of the two",
                        term.origin
                    ));
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
