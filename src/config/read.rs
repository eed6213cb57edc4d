//! From the file as it is written to a [`Config`]: words are looked up, and what names nothing is an error with a line.

use std::collections::BTreeMap;

use toml::Spanned;

use super::written::{Written, WrittenNames, WrittenTerms};
use super::{Choices, Config, ConfigError, NamesConfig, Override, TermsConfig, error};
use crate::facts::names::known_schemes;
use crate::finding::Severity;
use crate::house::{Marks, Preset, Style, Treatment, sensitive_matters};
use crate::knowledge::acronyms::FormKey;
use crate::knowledge::{Knowledge, Language};
use crate::rules::Selector;

/// The file that is read, for errors.
#[derive(Clone, Copy)]
struct File<'a> {
    name: &'a str,
    text: &'a str,
    knowledge: &'a Knowledge,
}

impl Config {
    /// The packs, glossaries and terms that a file names; all else is read when their tables are open, since it may name them.
    ///
    /// # Errors
    /// [`ConfigError`] for broken TOML and unknown keys.
    pub fn tables(name: &str, text: &str, knowledge: &Knowledge) -> Result<(Vec<String>, TermsConfig), ConfigError> {
        let written: Written = toml::from_str(text).map_err(|error| ConfigError::of_toml(name, text, &error))?;
        Ok((written.packs, File { name, text, knowledge }.terms(written.terms)?))
    }

    /// Reads the text of a file; `name` is how errors call it.
    ///
    /// # Errors
    /// [`ConfigError`] for broken TOML, keys and values that are not known, selectors that name no rule, schemes, styles and
    /// sensitive matters that the tables do not know.
    pub fn parse(name: &str, text: &str, knowledge: &Knowledge) -> Result<Self, ConfigError> {
        let file = File { name, text, knowledge };
        let written: Written = toml::from_str(text).map_err(|error| ConfigError::of_toml(name, text, &error))?;
        let preset = written.style.map_or(Ok(Preset::default()), |style| file.preset(&style))?;
        let said = Style {
            marks: Marks { quotes: written.punctuation.quotes, order: written.punctuation.quote_order },
            spelling: written.conventions.spelling,
            titles: written.conventions.titles,
            dates: written.conventions.dates,
            numerals: written.conventions.numerals,
            ..Style::default()
        };
        let mut sensitive: BTreeMap<String, Treatment> =
            preset.wording.iter().map(|&(key, word)| (key.to_owned(), Treatment::of(word))).collect();
        sensitive.extend(file.sensitive(written.sensitive)?);
        let overrides = written.overrides.into_iter().map(|over| {
            let choices = Choices {
                select: file.selectors("select", over.select)?,
                ignore: file.selectors("ignore", over.ignore)?,
                profile: over.profile,
                min_confidence: over.min_confidence,
                fail_on: over.fail_on,
                hints: over.hints,
                sources: over.source_lang,
                quotations: over.quotes,
                severity: file.severities(over.severity)?,
            };
            Ok(Override { paths: over.paths, choices })
        });
        Ok(Self {
            overrides: overrides.collect::<Result<_, _>>()?,
            choices: Choices {
                select: file.selectors("select", written.select)?,
                ignore: file.selectors("ignore", written.ignore)?,
                profile: written.profile,
                min_confidence: written.min_confidence,
                fail_on: written.fail_on,
                hints: written.hints,
                sources: written.source_lang,
                quotations: written.quotes,
                severity: file.severities(written.severity)?,
            },
            across: written.across,
            names: file.names(written.names)?,
            acronyms: file.acronyms(written.acronyms)?,
            style: said.or(&preset.style),
            sensitive,
        })
    }
}

impl File<'_> {
    fn fail(&self, at: usize, message: String) -> ConfigError {
        ConfigError::at(self.name, self.text, at, message)
    }

    fn selectors(&self, key: &str, words: Vec<Spanned<String>>) -> Result<Vec<String>, ConfigError> {
        words.into_iter().map(|word| self.selector(key, &word).map(|_| word.get_ref().trim().to_owned())).collect()
    }

    fn severities(&self, written: BTreeMap<Spanned<String>, Severity>) -> Result<Vec<(Selector, Severity)>, ConfigError> {
        written.into_iter().map(|(word, severity)| Ok((self.selector("severity", &word)?, severity))).collect()
    }

    fn selector(&self, key: &str, word: &Spanned<String>) -> Result<Selector, ConfigError> {
        let known = |selector: Selector| selector.check(self.knowledge).map(|()| selector);
        let selector = Selector::parse(word.get_ref().trim()).and_then(known);
        selector.map_err(|error| self.fail(word.span().start, format!("`{key}`: {error}")))
    }

    fn preset(&self, style: &Spanned<String>) -> Result<Preset, ConfigError> {
        let at = style.span().start;
        let known = Preset::names().map_err(|error| self.fail(at, error.to_string()))?;
        if !known.contains(&style.get_ref().as_str()) {
            return Err(self.fail(at, error::unknown_word("style", style.get_ref(), &known)));
        }
        Preset::named(style.get_ref()).map_err(|error| self.fail(at, error.to_string()))
    }

    fn names(&self, written: WrittenNames) -> Result<NamesConfig, ConfigError> {
        let scheme = written.scheme.into_iter().map(|(language, scheme)| {
            let known = known_schemes(language, self.knowledge);
            let at = scheme.span().start;
            let word = scheme.into_inner();
            if known.contains(&&*word) {
                return Ok((language, word));
            }
            let what = format!("scheme for {}", Language::name(language));
            Err(self.fail(at, error::unknown_word(&what, &word, &known)))
        });
        let spellings = written.spellings.into_iter().map(|spelling| {
            let at = spelling.span().start;
            if spelling.get_ref().trim().is_empty() {
                return Err(self.fail(at, "`spellings`: an empty name; write one or take it out".into()));
            }
            Ok((spelling.into_inner(), error::line_of(self.text, at)))
        });
        Ok(NamesConfig {
            scheme: scheme.collect::<Result<_, _>>()?,
            spellings: spellings.collect::<Result<_, _>>()?,
            glossary: written.glossary,
        })
    }

    /// The wordings of `[acronyms]`, by an acronym that a table of a source language has.
    fn acronyms(
        &self,
        written: BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> Result<BTreeMap<String, (String, usize)>, ConfigError> {
        let wordings = written.into_iter().map(|(acronym, wording)| {
            let at = acronym.span().start;
            let acronym = acronym.into_inner();
            if !is_known(&acronym, self.knowledge) {
                return Err(self.fail(at, error::unknown_acronym(&acronym)));
            }
            if wording.get_ref().trim().is_empty() {
                return Err(self.fail(at, format!("`{acronym}`: no wording; write one or take the line out")));
            }
            Ok((acronym, (wording.get_ref().trim().to_owned(), error::line_of(self.text, at))))
        });
        wordings.collect()
    }

    fn terms(&self, written: WrittenTerms) -> Result<TermsConfig, ConfigError> {
        let replace = written.replace.into_iter().map(|(term, instead)| {
            let at = term.span().start;
            let (term, instead) = (term.into_inner().trim().to_owned(), instead.trim().to_owned());
            if term.is_empty() || term == instead {
                return Err(self.fail(at, format!("`replace`: “{term}” cannot be replaced by “{instead}”")));
            }
            Ok((term, instead, error::line_of(self.text, at)))
        });
        Ok(TermsConfig { glossaries: written.glossaries, replace: replace.collect::<Result<_, _>>()? })
    }

    /// What is to be done in sensitive matters; each is a row of the table, and a form is one that the row offers.
    fn sensitive(&self, written: BTreeMap<Spanned<String>, Spanned<String>>) -> Result<BTreeMap<String, Treatment>, ConfigError> {
        let rows: Vec<_> = sensitive_matters(self.knowledge).collect();
        let treatment = |(key, word): (Spanned<String>, Spanned<String>)| {
            let Some(row) = rows.iter().find(|row| row.key == *key.get_ref()) else {
                let known: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
                return Err(self.fail(key.span().start, error::unknown_word("sensitive matter", key.get_ref(), &known)));
            };
            let treatment = Treatment::of(word.get_ref().trim());
            if let Treatment::Form(form) = &treatment
                && row.choice_named(form).is_none()
            {
                let choices = row.choices();
                let known: Vec<&str> = choices.iter().map(String::as_str).chain(Treatment::WORDS).collect();
                let message = format!("`{}`: {}", row.key, error::unknown_word("form", form, &known));
                return Err(self.fail(word.span().start, message));
            }
            Ok((row.key.clone(), treatment))
        };
        written.into_iter().map(treatment).collect()
    }
}

/// Whether a table has an acronym as its source language writes it.
fn is_known(acronym: &str, knowledge: &Knowledge) -> bool {
    let tables = &knowledge.acronyms;
    let concepts = tables.readings(FormKey::of(acronym)).iter().filter_map(|reading| tables.concept(reading.concept));
    concepts.flat_map(|concept| &concept.sources).any(|(_, own, _)| *own == acronym)
}
