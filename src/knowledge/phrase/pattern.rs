//! The words of a row: `according to <pronoun>`, `turned to <any:1-3> with a request to`, `normative {act|acts}`.

use super::choice;
use crate::document::{Text, tokens_of};
use crate::knowledge::{VocabularyBuilder, WordClass, WordId};

/// What may stand in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// A number in digits.
    Number,
    /// A capitalised word that is no function word.
    Name,
    /// A word of a class.
    Class(WordClass),
}

/// One part of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// This word or mark.
    Word(WordId),
    /// One token of a kind.
    Slot(Slot),
    /// From `min` to `max` tokens of any kind, within the sentence.
    Gap {
        /// At least so many.
        min: u8,
        /// At most so many.
        max: u8,
    },
}

/// The longest gap a row may have, in tokens.
const LONGEST_GAP: u8 = 8;

/// What a line of `say` has, its words aside.
pub(super) struct Shape {
    /// Each phrase that the line stands for, with the option taken of every choice.
    pub phrases: Vec<(String, Vec<usize>)>,
    /// The names of the slots in order, `any` for a gap.
    pub slots: Vec<String>,
    /// How many options each choice has.
    pub choices: Vec<usize>,
}

/// The shape of a line.
pub(super) fn shape(say: &str) -> Result<Shape, String> {
    let pieces = choice::pieces(say)?;
    let mut shape = Shape { phrases: Vec::new(), slots: Vec::new(), choices: choice::sizes(&pieces) };
    for (phrase, options) in choice::expand(&pieces)? {
        let slots = slot_names(&phrase)?;
        if !shape.phrases.is_empty() && slots != shape.slots {
            return Err("all options of a choice must have the same slots".into());
        }
        shape.slots = slots;
        shape.phrases.push((phrase, options));
    }
    Ok(shape)
}

fn slot_names(phrase: &str) -> Result<Vec<String>, String> {
    let names = phrase.split('<').skip(1).map(|part| {
        let (name, _) = part.split_once('>').ok_or("a slot is not closed: “<” without “>”")?;
        Ok(name.split(':').next().unwrap_or(name).to_owned())
    });
    names.collect()
}

/// The phrases that a line stands for, in the order of [`shape`]; their words are cut as a text is and go into the
/// vocabulary.
pub(super) fn parse(say: &str, words: &mut VocabularyBuilder) -> Result<Vec<Vec<Element>>, String> {
    choice::expand(&choice::pieces(say)?)?.iter().map(|(phrase, _)| elements(phrase, words)).collect()
}

/// The words and marks of a line in which nothing has a meaning of its own; they go into the vocabulary.
pub(super) fn plain(line: &str, words: &mut VocabularyBuilder) -> Result<Vec<Element>, String> {
    let mut elements = Vec::new();
    add_words(line, words, &mut elements);
    if elements.is_empty() { Err(format!("“{line}” has no word")) } else { Ok(elements) }
}

fn elements(phrase: &str, words: &mut VocabularyBuilder) -> Result<Vec<Element>, String> {
    let mut elements = Vec::new();
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('<') {
        add_words(before, words, &mut elements);
        let (name, behind) = after.split_once('>').ok_or("a slot is not closed: “<” without “>”")?;
        elements.push(slot(name)?);
        rest = behind;
    }
    add_words(rest, words, &mut elements);
    match (elements.first(), elements.last()) {
        (None, _) => Err("the pattern is empty".into()),
        (_, Some(Element::Gap { .. })) => Err("the pattern ends in a gap".into()),
        (Some(Element::Word(_)), _) => Ok(elements),
        (Some(_), _) => Err("the pattern must begin with a word, not with a slot".into()),
    }
}

fn add_words(part: &str, words: &mut VocabularyBuilder, elements: &mut Vec<Element>) {
    // A row's words are far shorter than the limit of a text.
    let Ok(text) = Text::new(part) else { return };
    elements.extend(tokens_of(&text).iter().map(|t| Element::Word(words.intern(text.slice(t.span())))));
}

fn slot(name: &str) -> Result<Element, String> {
    if let Some(range) = name.strip_prefix("any:") {
        let (min, max) = range.split_once('-').unwrap_or((range, range));
        let bounds = min.parse().ok().zip(max.parse().ok());
        return match bounds {
            Some((min, max)) if min <= max && (1..=LONGEST_GAP).contains(&max) => Ok(Element::Gap { min, max }),
            _ => Err(format!("“<{name}>”: a gap is <any:N-M>, at most {LONGEST_GAP} tokens")),
        };
    }
    match name {
        "num" => Ok(Element::Slot(Slot::Number)),
        "name" => Ok(Element::Slot(Slot::Name)),
        _ => {
            let class = WordClass::ALL.iter().find(|(_, word)| *word == name);
            let class = class.ok_or_else(|| format!("“<{name}>” is no slot; use num, name, any:N-M or a word class"))?;
            Ok(Element::Slot(Slot::Class(class.0)))
        }
    }
}
