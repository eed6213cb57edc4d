//! Configuration: what a `postedit.toml` says.
//!
//! In: the text of the file and the name it goes by. Out: a [`Config`], or an error that names file, line, key and
//! what may stand there.
//! Must not know: where the file was looked for, the command line, documents.

mod error;
mod house;
mod read;
#[cfg(feature = "cli")]
mod schema;
mod written;

use std::collections::BTreeMap;

use serde::Deserialize;

pub use error::ConfigError;
#[cfg(feature = "cli")]
pub use schema::schema;

use crate::finding::{Confidence, Severity};
use crate::house::{Quotations, Style, Treatment};
use crate::knowledge::Language;
use crate::knowledge::terms::Term;
use crate::rules::Selector;

/// The name of the file.
pub const FILE_NAME: &str = "postedit.toml";

/// How much is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema, clap::ValueEnum))]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// Findings of medium confidence and more.
    #[default]
    Regular,
    /// Everything, hints too.
    Pedantic,
}

impl Profile {
    /// The least confidence that it shows.
    pub fn min_confidence(self) -> Confidence {
        match self {
            Self::Regular => Confidence::Medium,
            Self::Pedantic => Confidence::Low,
        }
    }

    /// Whether it shows hints.
    pub fn hints(self) -> bool {
        self == Self::Pedantic
    }
}

/// The settings of a file; `None` and empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// What may be said for some files in another way.
    pub choices: Choices,
    /// Whether the documents are read together.
    pub across: Option<bool>,
    /// How names are to be spelt.
    pub names: NamesConfig,
    /// How acronyms of source languages are to be written, each with its line in the file.
    pub acronyms: BTreeMap<String, (String, usize)>,
    /// The conventions of the house, those of `choices` aside.
    pub style: Style,
    /// What is to be done in sensitive matters, by the key of the matter.
    pub sensitive: BTreeMap<String, Treatment>,
    /// What is said for some files.
    pub overrides: Vec<Override>,
}

/// What may be said for all files and for some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Rules to run.
    pub select: Vec<String>,
    /// Rules to leave out.
    pub ignore: Vec<String>,
    /// How much is shown, where the next two say nothing.
    pub profile: Option<Profile>,
    /// The least confidence of a finding that is shown.
    pub min_confidence: Option<Confidence>,
    /// The least severity that makes a run fail.
    pub fail_on: Option<Severity>,
    /// Whether hints are shown.
    pub hints: Option<bool>,
    /// The languages that the copy was translated from.
    pub sources: Option<Vec<Language>>,
    /// What may be changed between quotation marks.
    pub quotations: Option<Quotations>,
    /// How bad the findings of a group, a rule or a row are.
    pub severity: Vec<(Selector, Severity)>,
}

impl Choices {
    /// These choices, and where `other` says something, what it says; what it ignores and how severe it is comes on top.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let Self { select, ignore, profile, min_confidence, fail_on, hints, sources, quotations, severity } = other.clone();
        Self {
            select: if select.is_empty() { self.select.clone() } else { select },
            ignore: self.ignore.iter().cloned().chain(ignore).collect(),
            profile: profile.or(self.profile),
            min_confidence: min_confidence.or(self.min_confidence),
            fail_on: fail_on.or(self.fail_on),
            hints: hints.or(self.hints),
            sources: sources.or_else(|| self.sources.clone()),
            quotations: quotations.or(self.quotations),
            severity: self.severity.iter().cloned().chain(severity).collect(),
        }
    }
}

/// What is said for some files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    /// Patterns as in `.gitignore`, seen from the folder of the file.
    pub paths: Vec<String>,
    /// What is said.
    pub choices: Choices,
}

/// The table `[names]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamesConfig {
    /// The romanisation that is followed, by source language.
    pub scheme: BTreeMap<Language, String>,
    /// Names as they are to be spelt, each with its line in the file.
    pub spellings: Vec<(String, usize)>,
    /// A glossary: a path from the folder of the file.
    pub glossary: Option<String>,
}

impl TermsConfig {
    /// The terms that it says itself; `file` is how findings call the file.
    pub fn terms(&self, file: &str) -> impl Iterator<Item = Term> {
        self.replace.iter().map(move |(term, instead, line)| Term {
            preferred: instead.clone(),
            forbidden: vec![term.clone()],
            origin: format!("{file}:{line}"),
            ..Term::default()
        })
    }
}

/// The table `[terms]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermsConfig {
    /// Glossaries: paths from the folder of the file.
    pub glossaries: Vec<String>,
    /// What is not to be written, what instead, and the line in the file.
    pub replace: Vec<(String, String, usize)>,
}

#[cfg(test)]
mod tests;
