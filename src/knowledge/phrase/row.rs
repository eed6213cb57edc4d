//! A phrase row: what is said, what should be written, and when the row may speak.

use serde::Deserialize;

use super::answer::Answer;
use super::pattern::{self, Element};
use super::{PhraseTable, Topic, Topics};
use crate::knowledge::{Language, TableError, VocabularyBuilder};

/// Where in a sentence a row may hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// Anywhere.
    #[default]
    Any,
    /// At the start of a sentence or of a quotation.
    SentenceStart,
    /// Right after a quotation, where its speaker is named.
    AfterQuotation,
    /// Before a mark that ends a clause.
    ClauseEnd,
    /// The whole block, marks at its end aside.
    Block,
    /// At the start of a block.
    BlockStart,
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
    /// Not between quotation marks.
    OutsideQuotation,
    /// The next token is a capitalised word.
    NextIsName,
    /// The document shows that it was translated from a Slavic language.
    SignalSlavic,
}

impl Test {
    /// All tests as tables write them, with a stand-in for what varies.
    pub const WORDS: [&str; 6] = ["count>=N", "near:TOPIC", "not-near:TOPIC", "outside:quotation", "next:name", "signal:slavic"];

    fn parse(word: &str, topics: &Topics) -> Result<Self, String> {
        let topic = |name: &str| topics.named(name).ok_or_else(|| format!("“{name}” is no topic of {}", Topics::PATH));
        if let Some(number) = word.strip_prefix("count>=") {
            return number.parse().map(Self::Count).map_err(|_| format!("“{number}” is no number"));
        }
        if let Some(name) = word.strip_prefix("near:") {
            return topic(name).map(Self::Near);
        }
        if let Some(name) = word.strip_prefix("not-near:") {
            return topic(name).map(Self::NotNear);
        }
        match word {
            "outside:quotation" => Ok(Self::OutsideQuotation),
            "next:name" => Ok(Self::NextIsName),
            "signal:slavic" => Ok(Self::SignalSlavic),
            _ => Err(format!("“{word}” is no test; use one of {}", Self::WORDS.join(", "))),
        }
    }
}

/// How sure the answers of a row are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// Suggestions to choose from; which one is right only the sentence tells.
    DisplayOnly,
    /// Probably right.
    #[default]
    Unsafe,
    /// Nobody would object.
    Safe,
}

/// One phrase of a row: a line of `say` with one option of each of its choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The option taken of each choice.
    pub options: Vec<usize>,
    /// The answers, best first; empty: the row has none.
    pub answers: Vec<Answer>,
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
    /// The phrases that `say` stands for, with their answers; a hit names one by its place here.
    pub phrases: Vec<Phrase>,
    /// How sure the answers are.
    pub safety: Sureness,
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
    write: Option<OneOrMore>,
    #[serde(default)]
    safety: Sureness,
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

impl OneOrMore {
    fn into_list(self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one],
            Self::More(more) => more,
        }
    }
}

/// A row with the word sequences of its phrases, in the same order.
pub(super) struct ReadRow {
    pub row: PhraseRow,
    pub elements: Vec<Vec<Element>>,
}

/// Reads the rows of a table; their words go into the vocabulary.
pub(super) fn read(
    table: PhraseTable,
    text: &str,
    topics: &Topics,
    words: &mut VocabularyBuilder,
) -> Result<Vec<ReadRow>, TableError> {
    let file: File = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
        TableError::new(table.path(), line, error.message())
    })?;
    let typed = |raw: RawRow| {
        let key = raw.key.clone();
        typed(table, raw, topics, words).map_err(|message| error(table, text, &key, message))
    };
    file.phrase.into_iter().map(typed).collect()
}

/// An error in the row with this key.
fn error(table: PhraseTable, text: &str, key: &str, message: String) -> TableError {
    let line = text.lines().position(|line| line.strip_prefix("key = ").is_some_and(|k| k.trim_matches('"') == key));
    TableError::new(table.path(), line.map_or(0, |i| i + 1), format!("{key}: {message}"))
}

fn typed(table: PhraseTable, raw: RawRow, topics: &Topics, words: &mut VocabularyBuilder) -> Result<ReadRow, String> {
    let when = raw.when.iter().map(|word| Test::parse(word, topics)).collect::<Result<_, _>>()?;
    // What one article says may be chance; a row needs a wider ground.
    if raw.origin.is_empty() || raw.origin.contains("seed") {
        return Err("a row needs an origin, and more than one article".into());
    }
    let write = raw.write.map(OneOrMore::into_list).unwrap_or_default();
    let say = raw.say.into_list();
    let mut phrases = Vec::new();
    let mut elements = Vec::new();
    for line in &say {
        let pattern = pattern::parse(line, words)?;
        let answers: Vec<Answer> =
            write.iter().map(|w| Answer::parse(w, &pattern.slots, &pattern.choices)).collect::<Result<_, _>>()?;
        for (words, options) in pattern.phrases {
            phrases.push(Phrase { options, answers: answers.clone() });
            elements.push(words);
        }
    }
    let row = PhraseRow {
        table,
        key: raw.key,
        say,
        phrases,
        safety: raw.safety,
        source: raw.source,
        from: raw.from,
        anchor: raw.anchor,
        class: raw.class,
        when,
        origin: raw.origin,
        wrong: raw.wrong,
        right: raw.right,
    };
    Ok(ReadRow { row, elements })
}
