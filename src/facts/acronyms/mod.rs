//! Acronyms of a document: where each stands, and what the document says it is short for.
//!
//! In: tokens, their word ids, the tables of acronyms. Out: [`Acronyms`], the mentions by form, and the definitions.
//! Must not know: which sense is meant, rules.

mod definitions;
mod mentions;
mod schwartz_hearst;
#[cfg(test)]
mod tests;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::{Document, Span};
use crate::knowledge::acronyms::Owner;
use crate::knowledge::{Knowledge, WordId};

/// An acronym in running text.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// Its token.
    pub token: usize,
    /// Where it stands, a possessive ending not included.
    pub span: Span,
    /// Index of its form in [`Acronyms::forms`].
    pub form: usize,
    /// Whether it is written with full stops ("U.S.").
    pub dotted: bool,
}

/// All mentions of one acronym, however it is written ("US", "U.S."; "UAV", "UAVs").
#[derive(Clone, Debug)]
pub struct Form {
    /// The acronym without full stops and plural ending.
    pub text: Box<str>,
    /// Its id in the vocabulary; [`WordId::NONE`] where no table has it.
    pub word: WordId,
    /// Indices of its mentions, in the order of the text.
    pub mentions: Vec<usize>,
    /// Indices of its definitions, in the order of the text.
    pub definitions: Vec<usize>,
}

/// A place where a document says what an acronym is short for.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The mention that is defined.
    pub mention: usize,
    /// Tokens of the long form.
    pub long: Range<usize>,
    /// Tokens of the bracket, its marks included.
    pub bracket: Range<usize>,
    /// Whether the acronym stands in the bracket, after its long form.
    pub long_first: bool,
    /// Whose name the long form is, by the tables.
    pub owners: Vec<Owner>,
    /// Whether the letters of the acronym are found in the long form, in order.
    pub letters_fit: bool,
}

/// The acronyms of a document.
#[derive(Debug, Default)]
pub struct Acronyms {
    mentions: Vec<Mention>,
    forms: Vec<Form>,
    definitions: Vec<Definition>,
    by_text: FxHashMap<Box<str>, usize>,
}

impl Acronyms {
    /// Reads a document.
    pub(super) fn gather(document: &Document, knowledge: &Knowledge, words: &[WordId]) -> Self {
        let mut acronyms = Self::default();
        mentions::find(document, knowledge, words, &mut acronyms);
        definitions::find(document, knowledge, words, &mut acronyms);
        acronyms
    }

    /// All mentions in the order of the text.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// All forms in the order of their first mention.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// All definitions in the order of the text.
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// The mentions of a form in the order of the text.
    pub fn of(&self, form: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let list = self.forms.get(form).map_or(&[][..], |f| &f.mentions);
        list.iter().filter_map(|&i| Some((i, self.mentions.get(i)?)))
    }

    /// The definitions of a form in the order of the text.
    pub fn definitions_of(&self, form: usize) -> impl Iterator<Item = &Definition> {
        let list = self.forms.get(form).map_or(&[][..], |f| &f.definitions);
        list.iter().filter_map(|&i| self.definitions.get(i))
    }

    fn add_mention(&mut self, token: usize, span: Span, text: &str, word: WordId, dotted: bool) {
        let form = match self.by_text.get(text) {
            Some(&form) => form,
            None => {
                let form = self.forms.len();
                self.forms.push(Form { text: text.into(), word, mentions: Vec::new(), definitions: Vec::new() });
                self.by_text.insert(text.into(), form);
                form
            }
        };
        self.forms[form].mentions.push(self.mentions.len());
        self.mentions.push(Mention { token, span, form, dotted });
    }

    fn add_definition(&mut self, definition: Definition) {
        if let Some(form) = self.mentions.get(definition.mention).map(|m| m.form) {
            self.forms[form].definitions.push(self.definitions.len());
            self.definitions.push(definition);
        }
    }
}
