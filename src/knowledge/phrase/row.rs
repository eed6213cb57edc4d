//! A phrase row: what is said, what should be written, and when the row may speak.

use serde::Deserialize;

use super::PhraseTable;
use crate::knowledge::{Language, TableError};

/// Where in a sentence a row may hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// Anywhere.
    #[default]
    Any,
    /// At the start of a sentence or of a quotation.
    SentenceStart,
    /// Before a mark that ends a clause.
    ClauseEnd,
    /// The whole block, marks at its end aside.
    Block,
    /// At the start of a block.
    BlockStart,
}

/// A condition from the closed list; all of a row's tests must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// The row hits at least so often in the document.
    Count(usize),
    /// Not between quotation marks.
    OutsideQuotation,
    /// The next token is a capitalised word.
    NextIsName,
}

/// What should be written instead.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Write {
    /// One good answer.
    One(String),
    /// Several, best first.
    Several(Vec<String>),
}

impl Write {
    /// The answers, best first.
    pub fn answers(&self) -> &[String] {
        match self {
            Self::One(answer) => std::slice::from_ref(answer),
            Self::Several(answers) => answers,
        }
    }
}

/// A row of a phrase table.
#[derive(Clone, Debug)]
pub struct PhraseRow {
    /// The table it belongs to.
    pub table: PhraseTable,
    /// Its name within the table; can be selected, ignored, suppressed.
    pub key: String,
    /// The patterns, all of one meaning.
    pub say: Vec<String>,
    /// What should be written; `None`: no fix.
    pub write: Option<Write>,
    /// Whether the fix may change the meaning.
    pub unsafe_fix: bool,
    /// The words of the source language that are rendered here.
    pub source: Option<String>,
    /// Source languages.
    pub from: Vec<Language>,
    /// Where it may hit.
    pub anchor: Anchor,
    /// The evidence class of the owner, or what the owner wants to know of the row.
    pub class: String,
    /// Conditions.
    pub when: Vec<Test>,
    /// Where the fact comes from.
    pub origin: String,
    /// A wrong example, which the row must hit.
    pub wrong: String,
    /// A right example, which it must not hit.
    pub right: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    phrase: Vec<RawRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    key: String,
    say: OneOrMore,
    write: Option<Write>,
    #[serde(default, rename = "unsafe")]
    unsafe_fix: bool,
    source: Option<String>,
    #[serde(default)]
    from: Vec<Language>,
    #[serde(default)]
    anchor: Anchor,
    class: String,
    #[serde(default)]
    when: Vec<String>,
    origin: String,
    wrong: String,
    right: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// Reads the rows of a table.
pub(super) fn read(table: PhraseTable, text: &str) -> Result<Vec<PhraseRow>, TableError> {
    let file: File = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
        TableError::new(table.path(), line, error.message())
    })?;
    file.phrase.into_iter().map(|raw| typed(table, text, raw)).collect()
}

/// An error in the row with this key.
pub(super) fn error(table: PhraseTable, text: &str, key: &str, message: impl Into<String>) -> TableError {
    let line = text.lines().position(|line| line.strip_prefix("key = ").is_some_and(|k| k.trim_matches('"') == key));
    TableError::new(table.path(), line.map_or(0, |i| i + 1), format!("{key}: {}", message.into()))
}

fn typed(table: PhraseTable, text: &str, raw: RawRow) -> Result<PhraseRow, TableError> {
    let fail = |message: String| error(table, text, &raw.key, message);
    let when = raw.when.iter().map(|word| test(word)).collect::<Result<_, _>>().map_err(fail)?;
    if raw.origin.is_empty() {
        return Err(fail("a row needs an origin".into()));
    }
    let say = match raw.say {
        OneOrMore::One(say) => vec![say],
        OneOrMore::More(say) => say,
    };
    Ok(PhraseRow {
        table,
        key: raw.key,
        say,
        write: raw.write,
        unsafe_fix: raw.unsafe_fix,
        source: raw.source,
        from: raw.from,
        anchor: raw.anchor,
        class: raw.class,
        when,
        origin: raw.origin,
        wrong: raw.wrong,
        right: raw.right,
    })
}

fn test(word: &str) -> Result<Test, String> {
    let number = word.strip_prefix("count>=").and_then(|n| n.parse().ok());
    match (word, number) {
        (_, Some(number)) => Ok(Test::Count(number)),
        ("outside:quotation", _) => Ok(Test::OutsideQuotation),
        ("next:name", _) => Ok(Test::NextIsName),
        _ => Err(format!("“{word}” is no test; use count>=N, outside:quotation, next:name")),
    }
}
