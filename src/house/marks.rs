//! How the house sets quotation marks.

use serde::Deserialize;

/// The double marks of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuoteMarks {
    /// “…”
    Curly,
    /// "…"
    Straight,
}

/// On which side of a closing mark a comma or full stop stands that belongs to no speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// `,”`
    Inside,
    /// `”,`
    Outside,
}

/// What the house says of quotation marks; where it says nothing, each document goes by its own habit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Which marks.
    pub quotes: Option<QuoteMarks>,
    /// What stands inside them.
    pub order: Option<Order>,
}
