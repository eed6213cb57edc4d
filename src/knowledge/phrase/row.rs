//! A phrase row: what is said, what should be written, and when the row may speak.

use std::ops::Range;

use serde::Deserialize;

use super::answer::Answer;
use super::pattern::{self, Element};
use super::{PhraseTable, Test, Topics};
use crate::knowledge::{Language, VocabularyBuilder};

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
    /// Its words, with a stand-in for each slot.
    pub text: String,
    /// Which line of `say`.
    pub line: usize,
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
    /// What should be written instead, as the table has it; an empty answer takes the phrase out.
    pub write: Vec<String>,
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
    /// The same as the table writes them.
    pub conditions: Vec<String>,
    /// A remark for those who read the finding; empty but for terms of a house.
    pub note: String,
    /// Where the fact comes from.
    pub origin: String,
    /// A wrong example, which the row must hit.
    pub wrong: String,
    /// A right example, which it must not hit.
    pub right: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    phrase: [RawRow; 1],
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

/// What a block of a table begins with.
const HEAD: &str = "[[phrase]]";

/// The bytes of each row's block in a table, in order.
///
/// # Errors
/// What stands before the first block and is no comment.
pub(super) fn blocks(text: &str) -> Result<Vec<Range<usize>>, String> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if bare == HEAD {
            starts.push(at);
        } else if starts.is_empty() && !(bare.is_empty() || bare.starts_with('#')) {
            return Err(format!("“{bare}” stands before the first {HEAD}"));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]).collect::<Vec<_>>();
    Ok(starts.into_iter().zip(ends).map(|(start, end)| start..end).collect())
}

impl PhraseRow {
    /// Reads the block of a row.
    ///
    /// # Errors
    /// The line within the block, from 0, and what is wrong.
    pub(super) fn read(table: PhraseTable, block: &str, topics: &Topics) -> Result<Self, (usize, String)> {
        let parsed: Block = toml::from_str(block).map_err(|error| {
            let line = error.span().map_or(0, |span| block[..span.start.min(block.len())].matches('\n').count());
            (line, error.message().to_owned())
        })?;
        let [raw] = parsed.phrase;
        let key = raw.key.clone();
        Self::typed(table, raw, topics).map_err(|message| (1, format!("{key}: {message}")))
    }

    fn typed(table: PhraseTable, raw: RawRow, topics: &Topics) -> Result<Self, String> {
        let when = raw.when.iter().map(|word| Test::parse(word, topics)).collect::<Result<_, _>>()?;
        // What one article says may be chance; a row needs a wider ground.
        if raw.origin.is_empty() || raw.origin.contains("seed") {
            return Err("a row needs an origin, and more than one article".into());
        }
        let write = raw.write.map(OneOrMore::into_list).unwrap_or_default();
        let say = raw.say.into_list();
        let mut phrases = Vec::new();
        for (number, line) in say.iter().enumerate() {
            let shape = pattern::shape(line)?;
            let answer = |write: &String| Answer::parse(write, &shape.slots, &shape.choices);
            let answers: Vec<Answer> = write.iter().map(answer).collect::<Result<_, _>>()?;
            let phrase = |(text, options)| Phrase { line: number, text, options, answers: answers.clone() };
            phrases.extend(shape.phrases.into_iter().map(phrase));
        }
        Ok(Self {
            table,
            key: raw.key,
            say,
            phrases,
            write,
            safety: raw.safety,
            source: raw.source,
            from: raw.from,
            anchor: raw.anchor,
            class: raw.class,
            when,
            conditions: raw.when,
            note: String::new(),
            origin: raw.origin,
            wrong: raw.wrong,
            right: raw.right,
        })
    }

    /// What it offers to choose from: each answer to its first phrase.
    pub fn choices(&self) -> Vec<String> {
        let filled = |phrase: &Phrase| phrase.answers.iter().map(|answer| answer.fill(&phrase.options, |_| "")).collect();
        self.phrases.first().map(filled).unwrap_or_default()
    }

    /// The number of the answer that gives these words to one of the phrases, in any case.
    pub fn choice_named(&self, words: &str) -> Option<usize> {
        let words = words.to_lowercase();
        self.phrases.iter().find_map(|phrase| {
            let mut filled = phrase.answers.iter().map(|answer| answer.fill(&phrase.options, |_| ""));
            filled.position(|answer| answer.to_lowercase() == words)
        })
    }

    /// The word sequences of its phrases, in the order of [`PhraseRow::phrases`]; their words go into the vocabulary.
    pub(super) fn elements(&self, words: &mut VocabularyBuilder) -> Result<Vec<Vec<Element>>, String> {
        let lines = self.say.iter().map(|line| pattern::parse(line, words)).collect::<Result<Vec<_>, _>>()?;
        Ok(lines.into_iter().flatten().collect())
    }
}
