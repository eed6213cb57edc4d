//! The words of a row: `according to <pronoun>`, `turned to <any:1-3> with a request to`.

use crate::document::{Text, tokens_of};
use crate::knowledge::{VocabularyBuilder, WordClass, WordId};

/// What may stand in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Reads a pattern; its words are cut as a text is and go into the vocabulary.
pub(super) fn parse(say: &str, words: &mut VocabularyBuilder) -> Result<Vec<Element>, String> {
    let mut elements = Vec::new();
    let mut rest = say;
    while let Some(open) = rest.find('<') {
        add_words(&rest[..open], words, &mut elements);
        let close = rest[open..].find('>').ok_or("a slot is not closed: “<” without “>”")? + open;
        elements.push(slot(&rest[open + 1..close])?);
        rest = &rest[close + 1..];
    }
    add_words(rest, words, &mut elements);
    match elements.first() {
        None => Err("the pattern is empty".into()),
        Some(Element::Word(_)) if matches!(elements.last(), Some(Element::Gap { .. })) => Err("the pattern ends in a gap".into()),
        Some(Element::Word(_)) => Ok(elements),
        Some(_) => Err("the pattern must begin with a word, not with a slot".into()),
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
