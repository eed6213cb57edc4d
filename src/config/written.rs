//! The file as it is written. The JSON schema is made of these types, so their comments are what an editor of the file reads.
//!
//! Words that must be looked up know their place, so that an error can name the line.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Profile;
use crate::finding::{Confidence, Severity};
use crate::house::{DateOrder, Numerals, Order, Quotations, QuoteMarks, Titles, Variety};
use crate::knowledge::Language;

/// Settings of postedit: which rules run, and how the house writes.
#[derive(Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Written {
    /// Rules to run: `group/`, `group/rule`, `group/rule:row`, `ALL`. Everything, where nothing is said.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub select: Vec<Spanned<String>>,
    /// Rules to leave out; wins over `select`.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub ignore: Vec<Spanned<String>>,
    /// `regular`: findings of medium confidence and more. `pedantic`: all, and hints too.
    pub profile: Option<Profile>,
    /// The least confidence of a finding that is shown.
    pub min_confidence: Option<Confidence>,
    /// The least severity that makes the exit code 1.
    pub fail_on: Option<Severity>,
    /// Whether hints are shown: matters of taste, for which nothing is ever changed.
    pub hints: Option<bool>,
    /// Whether the documents are read together.
    pub across: Option<bool>,
    /// The languages that the copy was translated from; what is made for others is silent.
    pub source_lang: Option<Vec<Language>>,
    /// What may be changed between quotation marks, which are somebody's words.
    pub quotes: Option<Quotations>,
    /// A well-known house whose conventions are followed: `ap`, `bbc`, `guardian`, `reuters`.
    #[cfg_attr(feature = "cli", schemars(with = "Option<String>"))]
    pub style: Option<Spanned<String>>,
    /// Folders with tables of your own, as seen from this file.
    #[serde(default)]
    pub packs: Vec<String>,
    /// How bad the findings of a group, a rule or a row are.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<String, Severity>"))]
    pub severity: BTreeMap<Spanned<String>, Severity>,
    /// How names are to be spelt.
    #[serde(default)]
    pub names: WrittenNames,
    /// How acronyms of the source languages are to be written, by the acronym in its own letters.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<String, String>"))]
    pub acronyms: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Terms that the house prefers, and those that it does without.
    #[serde(default)]
    pub terms: WrittenTerms,
    /// Wording that is a matter of the house, by its key: a form, `ask`, or `quoted-only`.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<String, String>"))]
    pub sensitive: BTreeMap<Spanned<String>, Spanned<String>>,
    /// How quotation marks are to be set.
    #[serde(default)]
    pub punctuation: WrittenPunctuation,
    /// Other conventions; what is not said goes by the habit of each document.
    #[serde(default)]
    pub conventions: WrittenConventions,
    /// Other settings for some files.
    #[serde(default)]
    pub overrides: Vec<WrittenOverride>,
}

#[derive(Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct WrittenPunctuation {
    /// Double quotation marks: “curly” or "straight".
    pub quotes: Option<QuoteMarks>,
    /// On which side of a closing mark a comma or full stop stands.
    pub quote_order: Option<Order>,
}

#[derive(Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct WrittenConventions {
    /// The variety of English.
    pub spelling: Option<Variety>,
    /// Offices before names: “President Ilyin” or “president Ilyin”.
    pub titles: Option<Titles>,
    /// Dates in words: “March 3” or “3 March”.
    pub dates: Option<DateOrder>,
    /// Up to which number words are written.
    pub numerals: Option<Numerals>,
}

#[derive(Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct WrittenNames {
    /// The romanisation that is followed, by source language (`ru = "bgn"`).
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<Language, String>"))]
    pub scheme: BTreeMap<Language, Spanned<String>>,
    /// Names as they are to be spelt.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub spellings: Vec<Spanned<String>>,
    /// A house list of names: a file as seen from this one.
    pub glossary: Option<String>,
}

#[derive(Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct WrittenTerms {
    /// Glossaries as seen from this file: CSV or TSV with a heading line, or TBX.
    #[serde(default)]
    pub glossaries: Vec<String>,
    /// What is not to be written, and what is to be written instead; nothing where there is only a ban.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<String, String>"))]
    pub replace: BTreeMap<Spanned<String>, String>,
}

/// Settings for the files that match; the last override that says something counts.
#[derive(Default, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct WrittenOverride {
    /// Patterns as in .gitignore, seen from this file.
    pub paths: Vec<String>,
    /// Rules to run, instead of those above.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub select: Vec<Spanned<String>>,
    /// Rules to leave out besides those above.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "Vec<String>"))]
    pub ignore: Vec<Spanned<String>>,
    /// As above.
    pub profile: Option<Profile>,
    /// As above.
    pub min_confidence: Option<Confidence>,
    /// As above.
    pub fail_on: Option<Severity>,
    /// As above.
    pub hints: Option<bool>,
    /// As above.
    pub source_lang: Option<Vec<Language>>,
    /// As above.
    pub quotes: Option<Quotations>,
    /// As above; added to it.
    #[serde(default)]
    #[cfg_attr(feature = "cli", schemars(with = "BTreeMap<String, Severity>"))]
    pub severity: BTreeMap<Spanned<String>, Severity>,
}
