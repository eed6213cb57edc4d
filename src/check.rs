//! The way through the house, on one page: a document in, its findings out.

use std::sync::Arc;

use crate::concordance::{Corpus, Counts, DocumentNames};
use crate::document::Document;
use crate::facts::{Facts, Needs};
use crate::finding::{Confidence, Finding, merge, stamp};
use crate::format::{self, ReadError, Reading};
use crate::house::House;
use crate::knowledge::{Knowledge, Language, Pack, PackError, TableError};
use crate::rules::{Calibration, CalibrationError, Context, Reporter, Rule, Selection, Severities, keep_to_quotations};

/// A built-in table is broken; a release never has this.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A table of knowledge.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The table of confidences.
    #[error(transparent)]
    Calibration(#[from] CalibrationError),
}

/// Which findings are wanted.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The rules and rows.
    pub selection: Selection,
    /// The least confidence.
    pub min_confidence: Confidence,
    /// Whether hints are wanted too.
    pub hints: bool,
    /// The languages that the copy was translated from; empty where nobody says.
    pub sources: Vec<Language>,
    /// Other severities than those of the rules.
    pub severities: Severities,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            min_confidence: Confidence::Medium,
            hints: false,
            sources: Vec::new(),
            severities: Severities::default(),
        }
    }
}

/// Checks documents; built once, shared by all threads.
#[derive(Clone, Debug)]
pub struct Checker {
    knowledge: Arc<Knowledge>,
    calibration: Arc<Calibration>,
    settings: Settings,
    house: Arc<House>,
    corpus: Option<Arc<Corpus>>,
    rules: Vec<Listed>,
    needs: Needs,
}

/// A rule that prints as its id.
#[derive(Clone, Copy)]
struct Listed(&'static dyn Rule);

impl std::fmt::Debug for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.meta().id)
    }
}

/// The rules that some settings run, and the facts that they need; rules whose findings are all hints only where hints are
/// wanted or something makes more of them, and rules for certain languages only where the copy may come from one.
fn listed(settings: &Settings) -> (Vec<Listed>, Needs) {
    let shown = |rule: &&dyn Rule| settings.hints || !rule.meta().hint || settings.severities.raise(*rule);
    let fits = |rule: &&dyn Rule| {
        let made_for = rule.meta().languages;
        let sources = &settings.sources;
        sources.is_empty() || made_for.is_empty() || made_for.iter().any(|language| sources.contains(language))
    };
    let wanted = settings.selection.rules().into_iter().filter(|rule| shown(rule) && fits(rule));
    let rules: Vec<Listed> = wanted.map(Listed).collect();
    let needs = rules.iter().fold(Needs::NOTHING, |sum, rule| sum | rule.0.meta().needs);
    (rules, needs)
}

/// Collects what a [`Checker`] shall do.
#[derive(Clone, Debug, Default)]
pub struct CheckerBuilder {
    settings: Settings,
}

impl CheckerBuilder {
    /// Which findings are wanted; by default all rules, from medium confidence, no hints.
    #[must_use]
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Opens the tables.
    ///
    /// # Errors
    /// [`BuildError`] where a table is broken.
    pub fn build(self) -> Result<Checker, BuildError> {
        let (rules, needs) = listed(&self.settings);
        Ok(Checker {
            knowledge: Arc::new(Knowledge::builtin()?),
            calibration: Arc::new(Calibration::builtin()?),
            settings: self.settings,
            house: Arc::default(),
            corpus: None,
            rules,
            needs,
        })
    }
}

impl Checker {
    /// A builder with the defaults.
    pub fn builder() -> CheckerBuilder {
        CheckerBuilder::default()
    }

    /// The tables in use.
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// The same tables with other settings; nothing is opened again.
    #[must_use]
    pub fn with_settings(&self, settings: Settings) -> Self {
        let (rules, needs) = listed(&settings);
        Self { settings, rules, needs, ..self.clone() }
    }

    /// The same settings over the built-in tables and those of a house.
    ///
    /// # Errors
    /// [`PackError`] for a row that cannot be read.
    pub fn with_pack(&self, pack: &Pack) -> Result<Self, PackError> {
        Ok(Self { knowledge: Arc::new(Knowledge::with_pack(pack)?), ..self.clone() })
    }

    /// The same with the names that a house has approved.
    #[must_use]
    pub fn with_house(&self, house: House) -> Self {
        Self { house: Arc::new(house), ..self.clone() }
    }

    /// The same with what many documents say of names together.
    #[must_use]
    pub fn with_corpus(&self, corpus: Arc<Corpus>) -> Self {
        Self { corpus: Some(corpus), ..self.clone() }
    }

    /// The settings in use.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Reads the bytes of a file into a document.
    ///
    /// # Errors
    /// [`ReadError`] for binary files and for more than 1 GiB.
    pub fn read(&self, bytes: &[u8]) -> Result<Reading, ReadError> {
        format::read(bytes, &self.knowledge.conventions)
    }

    /// The findings of one document, in the order of the text, as the settings want them.
    pub fn check(&self, document: &Document) -> Vec<Finding> {
        self.check_facts(document, self.needs, |_| ()).0
    }

    /// What a document says of names, to be merged with others and handed to [`Checker::with_corpus`]; `number` is its
    /// number among them.
    pub fn count_names(&self, document: &Document, number: u32) -> Counts {
        let facts = Facts::gather(document, &self.knowledge, Needs::NAMES, &self.settings.sources);
        Counts::of(document, &DocumentNames::new(&facts, &self.knowledge), number)
    }

    /// The findings of a file, and what its document says of names, from one reading.
    pub fn check_and_count(&self, reading: &Reading, number: u32) -> (Vec<Finding>, Counts) {
        let count = |names: &DocumentNames| Counts::of(&reading.document, names, number);
        let (findings, counts) = self.check_facts(&reading.document, self.needs | Needs::NAMES, count);
        (placed(reading, findings), counts)
    }

    /// Checks; `also` sees the names.
    fn check_facts<T>(&self, document: &Document, needs: Needs, also: impl FnOnce(&DocumentNames) -> T) -> (Vec<Finding>, T) {
        let facts = Facts::gather(document, &self.knowledge, needs, &self.settings.sources);
        let names = DocumentNames::new(&facts, &self.knowledge);
        let (corpus, house) = (self.corpus.as_deref(), &*self.house);
        let context = Context { document, facts: &facts, names: &names, corpus, house, knowledge: &self.knowledge };
        let mut findings = Vec::new();
        for rule in &self.rules {
            let mut report = Reporter::new(context, &self.calibration, rule.0.meta(), &mut findings);
            rule.0.check(&context, &mut report);
        }
        self.settings.severities.apply(&mut findings);
        keep_to_quotations(document, house.style().quotations, &mut findings);
        findings.retain(|finding| self.wants(finding));
        let mut findings = merge(findings);
        stamp(document, &mut findings);
        (findings, also(&names))
    }

    /// The findings of a file; a fix that the file cannot take becomes a suggestion.
    pub fn check_reading(&self, reading: &Reading) -> Vec<Finding> {
        placed(reading, self.check(&reading.document))
    }

    fn wants(&self, finding: &Finding) -> bool {
        self.settings.selection.wants(finding)
            && finding.confidence >= self.settings.min_confidence
            && (self.settings.hints || !finding.hint)
    }
}

/// A fix that the file cannot take becomes a suggestion.
fn placed(reading: &Reading, mut findings: Vec<Finding>) -> Vec<Finding> {
    for fix in findings.iter_mut().flat_map(|finding| &mut finding.fixes) {
        if fix.edits().iter().any(|edit| reading.origin.place(edit.span()).is_none()) {
            *fix = fix.clone().display_only();
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_rules_changes_nothing() {
        let settings = Settings { min_confidence: Confidence::Low, hints: true, ..Settings::default() };
        let checker = Checker::builder().settings(settings).build().expect("the tables are in order");
        let mut turned = checker.clone();
        turned.rules.reverse();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/translated");
        for page in std::fs::read_dir(folder).expect("corpora").flatten() {
            let bytes = std::fs::read(page.path()).expect("a page");
            let reading = checker.read(&bytes).expect("text");
            let seen = |checker: &Checker| format!("{:?}", checker.check_reading(&reading));
            assert_eq!(seen(&checker), seen(&turned), "{}", page.path().display());
        }
    }
}
