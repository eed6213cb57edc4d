//! Findings: one place to be changed each, with all that a report wants to say of it.
//!
//! In: what a rule says. Out: [`Finding`]s, merged where they name one cause, each with a fingerprint.
//! Must not know: how findings were come by, how they are shown.

mod count;
mod fingerprint;
mod level;
mod merge;
mod scale;

pub use count::counted;
pub use fingerprint::{Fingerprint, stamp};
pub use level::Level;
pub use merge::merge;
pub use scale::{Confidence, Severity};

use crate::document::Span;
use crate::fix::Fix;

/// Something the finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Evidence {
    /// What kind of evidence: `count`, `source-form`, `definition`, `slot`, `topic`, `sibling`, `table` …
    pub kind: &'static str,
    /// The evidence in words.
    pub value: String,
    /// The table it comes from, where one does (`source/russian/romanisation`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<&'static str>,
}

/// What a related span is to the finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Evidence, right as it stands.
    Compare,
    /// The same fault, where nothing is proposed.
    Also,
}

/// Another place that has to do with the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What it is to the finding.
    pub role: Role,
    /// What stands there ("“Sergei” here").
    pub message: String,
}

/// One place to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule (`names/mixed-romanization`).
    pub rule: &'static str,
    /// The row of the rule's table that hit, for table rules.
    pub row: Option<String>,
    /// The evidence class within the rule, which has a measured confidence.
    pub class: &'static str,
    /// The MQM type (`terminology/inconsistent-use`).
    pub category: &'static str,
    /// Where.
    pub span: Span,
    /// What is wrong, with words and counts, and what to do.
    pub message: String,
    /// Why it matters, in one sentence.
    pub why: &'static str,
    /// How bad, if true.
    pub severity: Severity,
    /// How likely true.
    pub confidence: Confidence,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
    /// Other places.
    pub related: Vec<Related>,
    /// A name shared by all places of one cause.
    pub group: Option<String>,
    /// The question for the author, where only they or the source can settle it.
    pub ask: Option<String>,
    /// Whether it is only a hint.
    pub hint: bool,
    /// The same for the same fault wherever it moves in the file.
    pub fingerprint: Fingerprint,
}

impl Finding {
    /// What selects just such findings: the rule, and the row of its table where one hit (`wording/calque:in-case-if`).
    pub fn selector(&self) -> String {
        self.row.as_ref().map_or(self.rule.to_owned(), |row| format!("{}:{row}", self.rule))
    }

    /// Makes all its fixes suggestions, which are read and never applied.
    pub fn suggest_only(&mut self) {
        self.fixes = std::mem::take(&mut self.fixes).into_iter().map(Fix::display_only).collect();
    }
}
