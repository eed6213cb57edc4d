//! Configuration: what a `postedit.toml` says.
//!
//! In: the text of the file and the name it goes by. Out: a [`Config`], or an error that names file, line, key and
//! what may stand there.
//! Must not know: where the file was looked for, the command line, documents.

mod error;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub use error::ConfigError;

use crate::facts::names::known_schemes;
use crate::finding::{Confidence, Severity};
use crate::house::{Marks, Order, QuoteMarks};
use crate::knowledge::acronyms::FormKey;
use crate::knowledge::{Knowledge, Language};
use crate::rules::Selector;

/// The name of the file.
pub const FILE_NAME: &str = "postedit.toml";

/// The settings of a file; `None` and empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Rules to run.
    pub select: Vec<String>,
    /// Rules to leave out.
    pub ignore: Vec<String>,
    /// The least confidence of a finding that is shown.
    pub min_confidence: Option<Confidence>,
    /// The least severity that makes a run fail.
    pub fail_on: Option<Severity>,
    /// Whether hints are shown.
    pub hints: Option<bool>,
    /// Whether the documents are read together.
    pub across: Option<bool>,
    /// How names are to be spelt.
    pub names: NamesConfig,
    /// How quotation marks are to be set.
    pub punctuation: Marks,
    /// How acronyms of source languages are to be written, each with its line in the file.
    pub acronyms: BTreeMap<String, (String, usize)>,
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

/// The file as it is written; each selector knows its place, so that an error can name the line.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    #[serde(default)]
    select: Vec<Spanned<String>>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    min_confidence: Option<Confidence>,
    fail_on: Option<Severity>,
    hints: Option<bool>,
    across: Option<bool>,
    #[serde(default)]
    names: WrittenNames,
    #[serde(default)]
    acronyms: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    punctuation: WrittenPunctuation,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct WrittenPunctuation {
    quotes: Option<QuoteMarks>,
    quote_order: Option<Order>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct WrittenNames {
    #[serde(default)]
    scheme: BTreeMap<Language, Spanned<String>>,
    #[serde(default)]
    spellings: Vec<Spanned<String>>,
    glossary: Option<String>,
}

impl Config {
    /// Reads the text of a file; `name` is how errors call it.
    ///
    /// # Errors
    /// [`ConfigError`] for broken TOML, keys and values that are not known, selectors that name no rule, schemes that the
    /// tables do not know.
    pub fn parse(name: &str, text: &str, knowledge: &Knowledge) -> Result<Self, ConfigError> {
        let written: Written = toml::from_str(text).map_err(|error| ConfigError::of_toml(name, text, &error))?;
        let selectors = |key, words: Vec<Spanned<String>>| {
            let check = |word: Spanned<String>| match Selector::parse(word.get_ref().trim()) {
                Ok(_) => Ok(word.get_ref().trim().to_owned()),
                Err(error) => Err(ConfigError::at(name, text, word.span().start, format!("`{key}`: {error}"))),
            };
            words.into_iter().map(check).collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            select: selectors("select", written.select)?,
            ignore: selectors("ignore", written.ignore)?,
            min_confidence: written.min_confidence,
            fail_on: written.fail_on,
            hints: written.hints,
            across: written.across,
            names: names(name, text, written.names, knowledge)?,
            punctuation: Marks { quotes: written.punctuation.quotes, order: written.punctuation.quote_order },
            acronyms: acronyms(name, text, written.acronyms, knowledge)?,
        })
    }
}

fn names(name: &str, text: &str, written: WrittenNames, knowledge: &Knowledge) -> Result<NamesConfig, ConfigError> {
    let scheme = written.scheme.into_iter().map(|(language, scheme)| {
        let known = known_schemes(language, knowledge);
        let at = scheme.span().start;
        let word = scheme.into_inner();
        if known.contains(&&*word) {
            return Ok((language, word));
        }
        let what = format!("scheme for {}", language.name());
        Err(ConfigError::at(name, text, at, error::unknown_word(&what, &word, &known)))
    });
    let spellings = written.spellings.into_iter().map(|spelling| {
        let at = spelling.span().start;
        if spelling.get_ref().trim().is_empty() {
            return Err(ConfigError::at(name, text, at, "`spellings`: an empty name; write one or take it out".into()));
        }
        Ok((spelling.into_inner(), error::line_of(text, at)))
    });
    Ok(NamesConfig {
        scheme: scheme.collect::<Result<_, _>>()?,
        spellings: spellings.collect::<Result<_, _>>()?,
        glossary: written.glossary,
    })
}

/// The wordings of `[acronyms]`, by an acronym that a table of a source language has.
fn acronyms(
    name: &str,
    text: &str,
    written: BTreeMap<Spanned<String>, Spanned<String>>,
    knowledge: &Knowledge,
) -> Result<BTreeMap<String, (String, usize)>, ConfigError> {
    let wordings = written.into_iter().map(|(acronym, wording)| {
        let at = acronym.span().start;
        let acronym = acronym.into_inner();
        if !is_known(&acronym, knowledge) {
            return Err(ConfigError::at(name, text, at, error::unknown_acronym(&acronym)));
        }
        if wording.get_ref().trim().is_empty() {
            return Err(ConfigError::at(name, text, at, format!("`{acronym}`: no wording; write one or take the line out")));
        }
        Ok((acronym, (wording.get_ref().trim().to_owned(), error::line_of(text, at))))
    });
    wordings.collect()
}

/// Whether a table has an acronym as its source language writes it.
fn is_known(acronym: &str, knowledge: &Knowledge) -> bool {
    let tables = &knowledge.acronyms;
    let concepts = tables.readings(FormKey::of(acronym)).iter().filter_map(|reading| tables.concept(reading.concept));
    concepts.flat_map(|concept| &concept.sources).any(|(_, own, _)| *own == acronym)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, ConfigError> {
        Config::parse("postedit.toml", text, &Knowledge::builtin().expect("sound tables"))
    }

    fn fault(text: &str) -> String {
        parse(text).expect_err("a fault").to_string()
    }

    #[test]
    fn all_keys_are_read_and_none_is_needed() {
        assert_eq!(parse("").expect("empty"), Config::default());
        let text = "select = [\"punctuation/\"]\nignore = [\"punctuation/doubled-mark\"]\nmin-confidence = \"high\"\nfail-on = \"major\"\nhints = true\nacross = true\n\
                    [names]\nspellings = [\"Kyiv\",\n  \"Sergei Shoigu\"]\nglossary = \"names.tsv\"\n\
                    [acronyms]\n\"ВСУ\" = \"AFU\"\n[punctuation]\nquotes = \"curly\"\nquote-order = \"inside\"\n";
        let config = parse(text).expect("sound");
        assert_eq!(config.select, ["punctuation/"]);
        assert_eq!(config.ignore, ["punctuation/doubled-mark"]);
        assert_eq!(config.min_confidence, Some(Confidence::High));
        assert_eq!(config.fail_on, Some(Severity::Major));
        assert_eq!((config.hints, config.across), (Some(true), Some(true)));
        assert_eq!(config.names.spellings, [("Kyiv".to_owned(), 8), ("Sergei Shoigu".to_owned(), 9)]);
        assert_eq!(config.names.glossary.as_deref(), Some("names.tsv"));
        assert_eq!(config.acronyms.get("ВСУ"), Some(&("AFU".to_owned(), 12)));
        let marks = Marks { quotes: Some(QuoteMarks::Curly), order: Some(Order::Inside) };
        assert_eq!(config.punctuation, marks);
    }

    #[test]
    fn errors_name_file_line_key_and_what_may_stand_there() {
        assert_eq!(
            fault("# mine\nmin-confidense = \"high\"\n"),
            "postedit.toml:2: unknown key `min-confidense`; did you mean `min-confidence`? \
             Known: `select`, `ignore`, `min-confidence`, `fail-on`, `hints`, `across`, `names`, `acronyms`, `punctuation`"
        );
        assert_eq!(
            fault("[punctuation]\nquote-order = \"inwards\""),
            "postedit.toml:2: `quote-order`: unknown value `inwards`; did you mean `inside`? Known: `inside`, `outside`"
        );
        assert_eq!(
            fault("min-confidence = \"hihg\""),
            "postedit.toml:1: `min-confidence`: unknown value `hihg`; did you mean `high`? Known: `low`, `medium`, `high`"
        );
        assert_eq!(fault("\nhints = 3"), "postedit.toml:2: `hints`: invalid type: integer `3`, expected a boolean");
        let unknown = fault("ignore = [\n  \"punctuation/\",\n  \"doubled-marks\",\n]");
        assert!(unknown.starts_with("postedit.toml:3: `ignore`: “doubled-marks” names no rule"), "{unknown}");
        assert_eq!(
            fault("[names]\nspeling = [\"Kyiv\"]"),
            "postedit.toml:2: unknown key `speling`; did you mean `spellings`? Known: `scheme`, `spellings`, `glossary`"
        );
        assert_eq!(
            fault("[names]\nspellings = [\n\" \"]"),
            "postedit.toml:3: `spellings`: an empty name; write one or take it out"
        );
        assert_eq!(
            fault("[acronyms]\n\"VSU\" = \"AFU\""),
            "postedit.toml:2: no table has the acronym `VSU`; write it as the source language does, in its own letters and capitals"
        );
        assert!(fault("[acronyms]\n\n\"ВСУ\" = \"\"").starts_with("postedit.toml:3: `ВСУ`: no wording"));
        assert!(fault("hints = \n").starts_with("postedit.toml:1: "));
    }
}
