//! The conventions that a house follows, set one by one or as those of a well-known house.

use serde::Deserialize;

use super::{Marks, Order};
use crate::knowledge::phrase::{PhraseRow, PhraseTable};
use crate::knowledge::{Knowledge, Rows, TableError};

pub use crate::knowledge::target::english::Variety;

const TABLE: &str = include_str!("../knowledge/target/english/styles.tsv");
const PATH: &str = "target/english/styles.tsv";

/// How an office stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Titles {
    /// “President Ilyin”
    Capital,
    /// “president Ilyin”
    Lower,
}

/// The order of a date in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// “March 3”
    MonthDay,
    /// “3 March”
    DayMonth,
}

/// Up to which number words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Numerals {
    /// “nine” and 10
    WordsToNine,
    /// “ten” and 11
    WordsToTen,
}

impl Numerals {
    /// The greatest number that is written in words.
    pub fn limit(self) -> u64 {
        match self {
            Self::WordsToNine => 9,
            Self::WordsToTen => 10,
        }
    }
}

/// What may be changed between quotation marks, which are somebody's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Quotations {
    /// Everything is reported; only marks, figures and the spelling of names are changed.
    #[default]
    ReportOnly,
    /// Only marks, figures and the spelling of names are reported, and changed.
    Mechanical,
    /// Quotations are text like any other.
    All,
}

/// What the house says; where it says nothing, each document goes by its own habit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Quotation marks.
    pub marks: Marks,
    /// What stands between them.
    pub quotations: Quotations,
    /// Which English.
    pub spelling: Option<Variety>,
    /// Offices before names.
    pub titles: Option<Titles>,
    /// Dates.
    pub dates: Option<DateOrder>,
    /// Numbers in words.
    pub numerals: Option<Numerals>,
}

impl Style {
    /// These conventions, and where they say nothing, those of `other`.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        let marks = Marks { quotes: self.marks.quotes.or(other.marks.quotes), order: self.marks.order.or(other.marks.order) };
        Self {
            marks,
            spelling: self.spelling.or(other.spelling),
            titles: self.titles.or(other.titles),
            dates: self.dates.or(other.dates),
            numerals: self.numerals.or(other.numerals),
            ..self
        }
    }
}

/// What a house does in a sensitive matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It writes this form.
    Form(Box<str>),
    /// It decides each time.
    Ask,
    /// It leaves the forms to those whom it quotes.
    QuotedOnly,
}

impl Treatment {
    /// The words of a configuration that are no forms.
    pub const WORDS: [&str; 2] = ["ask", "quoted-only"];

    /// What a configuration means.
    pub fn of(word: &str) -> Self {
        match word {
            "ask" => Self::Ask,
            "quoted-only" => Self::QuotedOnly,
            form => Self::Form(form.into()),
        }
    }

    /// As a configuration writes it.
    pub fn word(&self) -> &str {
        match self {
            Self::Ask => "ask",
            Self::QuotedOnly => "quoted-only",
            Self::Form(form) => form,
        }
    }
}

/// The class of rows of the table that are no matters but longer names, which keep the forms within them as they are.
const FIXED: &str = "fixed-name";

/// The matters on which a house may say something, in the order of their keys.
pub fn sensitive_matters(knowledge: &Knowledge) -> impl Iterator<Item = &PhraseRow> {
    knowledge.phrases.rows().filter(|row| row.table == PhraseTable::Sensitive && row.class != FIXED)
}

/// The conventions of a well-known house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preset {
    /// The conventions.
    pub style: Style,
    /// Its wording in sensitive matters: the key of the matter, and the form or the treatment as a configuration writes it.
    pub wording: Vec<(&'static str, &'static str)>,
}

impl Preset {
    /// The names of the houses, in order.
    ///
    /// # Errors
    /// [`TableError`] for a table that cannot be read; the built-in one is tested to have no fault.
    pub fn names() -> Result<Vec<&'static str>, TableError> {
        let mut names = rows()?.map(|row| row.map(|(_, [style, ..])| style)).collect::<Result<Vec<_>, _>>()?;
        names.dedup();
        Ok(names)
    }

    /// The conventions of the house of this name; empty for a name that the table has not.
    ///
    /// # Errors
    /// As for [`Preset::names`].
    pub fn named(name: &str) -> Result<Self, TableError> {
        let mut preset = Self::default();
        for row in rows()? {
            let (line, [style, key, value, _]) = row?;
            if style == name {
                preset.set(key, value).map_err(|message| TableError::new(PATH, line, message))?;
            }
        }
        Ok(preset)
    }

    fn set(&mut self, key: &'static str, value: &'static str) -> Result<(), String> {
        let style = &mut self.style;
        match key {
            "spelling" => style.spelling = Some(read(value)?),
            "titles" => style.titles = Some(read(value)?),
            "dates" => style.dates = Some(read(value)?),
            "numerals" => style.numerals = Some(read(value)?),
            "quote-order" => style.marks.order = Some(read::<Order>(value)?),
            _ => self.wording.push((key, value)),
        }
        Ok(())
    }
}

/// A word of the table as the configuration has it.
fn read<T: for<'a> Deserialize<'a>>(value: &str) -> Result<T, String> {
    let word = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(value);
    T::deserialize(word).map_err(|error| error.to_string())
}

fn rows() -> Result<Rows<'static, 4>, TableError> {
    Rows::new(PATH, TABLE, ["style", "key", "value", "origin"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_houses_of_the_table_are_read() {
        let names = Preset::names().expect("a sound table");
        assert_eq!(names, ["ap", "bbc", "guardian", "reuters"]);
        for name in names {
            assert_ne!(Preset::named(name).expect("a sound table"), Preset::default(), "{name}");
        }
        let ap = Preset::named("ap").expect("a sound table");
        assert_eq!(ap.style.spelling, Some(Variety::American));
        assert_eq!(ap.style.marks.order, Some(Order::Inside));
        assert!(ap.wording.contains(&("kyiv", "Kyiv")));
        assert_eq!(Preset::named("nobody").expect("a sound table"), Preset::default());
    }

    #[test]
    fn houses_speak_of_matters_that_there_are_and_choose_forms_that_are_offered() {
        let knowledge = Knowledge::builtin().expect("sound tables");
        for (key, word) in Preset::names()
            .expect("a sound table")
            .into_iter()
            .flat_map(|name| Preset::named(name).expect("a sound table").wording)
        {
            let row = sensitive_matters(&knowledge).find(|row| row.key == key).unwrap_or_else(|| panic!("no matter “{key}”"));
            if let Treatment::Form(form) = Treatment::of(word) {
                assert!(row.choice_named(&form).is_some(), "{key}: “{form}” is no form of it");
            }
        }
    }
}
