//! Configuration: what a `postedit.toml` says.
//!
//! In: the text of the file and the name it goes by. Out: a [`Config`], or an error that names file, line, key and
//! what may stand there.
//! Must not know: where the file was looked for, the command line, documents.

mod error;

use serde::Deserialize;
use toml::Spanned;

pub use error::ConfigError;

use crate::finding::{Confidence, Severity};
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
}

impl Config {
    /// Reads the text of a file; `name` is how errors call it.
    ///
    /// # Errors
    /// [`ConfigError`] for broken TOML, keys and values that are not known, and selectors that name no rule.
    pub fn parse(name: &str, text: &str) -> Result<Self, ConfigError> {
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
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        Config::parse("postedit.toml", text).expect_err("a fault").to_string()
    }

    #[test]
    fn all_keys_are_read_and_none_is_needed() {
        assert_eq!(Config::parse("x", "").expect("empty"), Config::default());
        let text = "select = [\"punctuation/\"]\nignore = [\"punctuation/doubled-mark\"]\nmin-confidence = \"high\"\nfail-on = \"major\"\nhints = true\n";
        let config = Config::parse("x", text).expect("sound");
        assert_eq!(config.select, ["punctuation/"]);
        assert_eq!(config.ignore, ["punctuation/doubled-mark"]);
        assert_eq!(config.min_confidence, Some(Confidence::High));
        assert_eq!(config.fail_on, Some(Severity::Major));
        assert_eq!(config.hints, Some(true));
    }

    #[test]
    fn errors_name_file_line_key_and_what_may_stand_there() {
        assert_eq!(
            fault("# mine\nmin-confidense = \"high\"\n"),
            "postedit.toml:2: unknown key `min-confidense`; did you mean `min-confidence`? \
             Known: `select`, `ignore`, `min-confidence`, `fail-on`, `hints`"
        );
        assert_eq!(
            fault("min-confidence = \"hihg\""),
            "postedit.toml:1: `min-confidence`: unknown value `hihg`; did you mean `high`? Known: `low`, `medium`, `high`"
        );
        assert_eq!(fault("\nhints = 3"), "postedit.toml:2: `hints`: invalid type: integer `3`, expected a boolean");
        let unknown = fault("ignore = [\n  \"punctuation/\",\n  \"doubled-marks\",\n]");
        assert!(unknown.starts_with("postedit.toml:3: `ignore`: “doubled-marks” names no rule"), "{unknown}");
        assert!(fault("hints = \n").starts_with("postedit.toml:1: "));
    }
}
