//! Tests: the closed list of conditions on which a row may speak.

use super::{Topic, Topics};
use crate::knowledge::WordClass;

/// A token beside a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// A capitalised word.
    Name,
    /// A number in digits.
    Number,
    /// A mark.
    Mark,
    /// A word of a class.
    Class(WordClass),
}

/// A condition from the closed list; all of a row's tests must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// The row hits at least so often in the document.
    Count(usize),
    /// A word of the topic stands near, within the block.
    Near(Topic),
    /// No word of the topic stands near, within the block.
    NotNear(Topic),
    /// The whole document is about the topic: several different words of it stand there.
    About(Topic),
    /// No word of the topic stands in the whole document.
    NotAbout(Topic),
    /// Not between quotation marks.
    OutsideQuotation,
    /// The next token is of this kind, or is not.
    Next(Neighbour, bool),
    /// The token before is of this kind, or is not.
    Previous(Neighbour, bool),
    /// The document shows that it was translated from one of the row's languages.
    Signal,
}

impl Test {
    /// All tests as tables write them, with a stand-in for what varies.
    pub const WORDS: [&str; 11] = [
        "count>=N",
        "near:TOPIC",
        "not-near:TOPIC",
        "about:TOPIC",
        "not-about:TOPIC",
        "outside:quotation",
        "next:CLASS",
        "not-next:CLASS",
        "previous:CLASS",
        "not-previous:CLASS",
        "signal:source",
    ];

    pub(super) fn parse(word: &str, topics: &Topics) -> Result<Self, String> {
        let topic = |name: &str| {
            topics
                .named(name)
                .ok_or_else(|| format!("“{name}” is no topic; known: {}", topics.names().collect::<Vec<_>>().join(", ")))
        };
        if let Some(number) = word.strip_prefix("count>=") {
            return number.parse().map(Self::Count).map_err(|_| format!("“{number}” is no number"));
        }
        let unknown = || format!("“{word}” is no test; use one of {}", Self::WORDS.join(", "));
        let (test, what) = word.split_once(':').ok_or_else(unknown)?;
        match (test, what) {
            ("near", _) => topic(what).map(Self::Near),
            ("not-near", _) => topic(what).map(Self::NotNear),
            ("about", _) => topic(what).map(Self::About),
            ("not-about", _) => topic(what).map(Self::NotAbout),
            ("next", _) => Ok(Self::Next(Neighbour::parse(what)?, true)),
            ("not-next", _) => Ok(Self::Next(Neighbour::parse(what)?, false)),
            ("previous", _) => Ok(Self::Previous(Neighbour::parse(what)?, true)),
            ("not-previous", _) => Ok(Self::Previous(Neighbour::parse(what)?, false)),
            ("outside", "quotation") => Ok(Self::OutsideQuotation),
            ("signal", "source") => Ok(Self::Signal),
            _ => Err(unknown()),
        }
    }
}

impl Neighbour {
    fn parse(word: &str) -> Result<Self, String> {
        match word {
            "name" => Ok(Self::Name),
            "num" => Ok(Self::Number),
            "mark" => Ok(Self::Mark),
            _ => {
                let class = WordClass::ALL.iter().find(|(_, name)| *name == word);
                class
                    .map(|(class, _)| Self::Class(*class))
                    .ok_or_else(|| format!("“{word}” is no word class; use name, num, mark or one"))
            }
        }
    }
}
