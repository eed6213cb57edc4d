//! Two scales that are not one another: how bad, and how likely.

use std::str::FromStr;

/// How bad a finding is if it is true: the four levels of MQM.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A preference; nothing is lost.
    Neutral,
    /// Noticeable, the meaning is kept.
    Minor,
    /// The reader stops or is misled.
    Major,
    /// The meaning is reversed or replaced.
    Critical,
}

/// How likely a finding is true; measured, see `calibration.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Worth a look when one has time.
    Low,
    /// More often right than not.
    Medium,
    /// Nearly always right.
    High,
}

impl Severity {
    /// All levels, the least first.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Minor, Self::Major, Self::Critical];

    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Critical => "critical",
        }
    }

    /// Penalty points in an MQM score.
    pub fn points(self) -> u32 {
        match self {
            Self::Neutral => 0,
            Self::Minor => 1,
            Self::Major => 5,
            Self::Critical => 25,
        }
    }
}

impl Confidence {
    /// All levels, the least first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// One level lower; low stays low.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::High => Self::Medium,
            Self::Medium | Self::Low => Self::Low,
        }
    }
}

/// A word that is no level of the scale.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is no level; use one of: {1}")]
pub struct UnknownLevel(String, &'static str);

impl FromStr for Severity {
    type Err = UnknownLevel;

    fn from_str(word: &str) -> Result<Self, UnknownLevel> {
        let level = Self::ALL.into_iter().find(|level| level.name() == word);
        level.ok_or_else(|| UnknownLevel(word.to_owned(), "neutral, minor, major, critical"))
    }
}

impl FromStr for Confidence {
    type Err = UnknownLevel;

    fn from_str(word: &str) -> Result<Self, UnknownLevel> {
        let level = Self::ALL.into_iter().find(|level| level.name() == word);
        level.ok_or_else(|| UnknownLevel(word.to_owned(), "low, medium, high"))
    }
}
