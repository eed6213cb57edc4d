//! Fixes: edits that belong together, how safe they are, and which of many are carried out.
//!
//! In: edits with a title and a safety. Out: [`Fix`]es, and from many of them the ones that can be applied together.
//! Must not know: rules, findings, files.

mod choose;

pub use choose::{Candidate, choose};

use crate::document::{Edit, Text};

/// Whether a fix may be applied; the order makes "apply?" one comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// A suggestion to be read, never applied.
    DisplayOnly,
    /// Probably right, but the meaning may change.
    Unsafe,
    /// Nobody who reads the source text would object.
    Safe,
}

impl Safety {
    /// The word that JSON and pages use.
    pub fn name(self) -> &'static str {
        match self {
            Self::DisplayOnly => "display-only",
            Self::Unsafe => "unsafe",
            Self::Safe => "safe",
        }
    }
}

/// Edits that apply together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    title: String,
    safety: Safety,
    edits: Vec<Edit>,
}

impl Fix {
    /// A fix with a title that reads as an order ("Write “Sergei”"); sorts the edits.
    /// `None` when there is no edit or two edits overlap.
    pub fn new(title: impl Into<String>, safety: Safety, mut edits: Vec<Edit>) -> Option<Self> {
        edits.sort_by_key(|e| (e.span().start(), e.span().end()));
        let disjoint = edits.windows(2).all(|pair| !pair[0].span().touches(pair[1].span()));
        (!edits.is_empty() && disjoint).then(|| Self { title: title.into(), safety, edits })
    }

    /// What it does, as an order.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Whether it may be applied.
    pub fn safety(&self) -> Safety {
        self.safety
    }

    /// Its edits, sorted and disjoint.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The text with the fix carried out; `text` is the one that the fix was made for.
    pub fn applied_to(&self, text: &Text) -> String {
        let mut out = text.as_str().to_owned();
        self.edits.iter().rev().for_each(|edit| out.replace_range(edit.span().range(), edit.replacement()));
        out
    }

    /// The same fix as a suggestion only, where the file cannot take it.
    #[must_use]
    pub fn display_only(self) -> Self {
        Self { safety: Safety::DisplayOnly, ..self }
    }
}
