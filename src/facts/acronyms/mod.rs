//! Acronyms of a document: where each stands, what the document says it is short for, and the names in words of what
//! acronyms stand for.
//!
//! In: tokens, their word ids, the tables of acronyms. Out: [`Acronyms`], the mentions by form, the definitions, the names.
//! Must not know: which sense is meant, rules.

mod definitions;
mod glosses;
mod mentions;
mod schwartz_hearst;
#[cfg(test)]
mod tests;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::{Document, Span};
use crate::knowledge::acronyms::{FormKey, Owner, Standing, Words};
use crate::knowledge::{Knowledge, WordId};

/// An acronym in running text, or a form of several words that the tables hold with acronyms ("VS RF").
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// Its token, the first of several.
    pub token: usize,
    /// One past its last token.
    pub end: usize,
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
    /// Its key in the tables of acronyms.
    pub key: FormKey,
    /// Indices of its mentions, in the order of the text.
    pub mentions: Vec<usize>,
    /// Indices of its definitions, in the order of the text.
    pub definitions: Vec<usize>,
    /// Whether the text tells what it is without a long form ("the EGE, a school-leaving exam", "known as the ZSU").
    pub glossed: bool,
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

/// A name in words of the tables, where it stands.
#[derive(Clone, Debug)]
pub struct NameAt {
    /// Whose.
    pub owner: Owner,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// The acronyms of a document.
#[derive(Debug, Default)]
pub struct Acronyms {
    names: Vec<NameAt>,
    mentions: Vec<Mention>,
    forms: Vec<Form>,
    definitions: Vec<Definition>,
    by_text: FxHashMap<Box<str>, usize>,
}

impl Acronyms {
    /// Reads a document.
    pub(super) fn gather(document: &Document, knowledge: &Knowledge, ids: &[WordId], hashes: &[u64]) -> Self {
        let words = Words { tokens: document.tokens(), ids, hashes };
        let mut acronyms = Self { names: names(words, knowledge), ..Self::default() };
        mentions::find(document, knowledge, words, &mut acronyms);
        definitions::find(document, knowledge, words, &mut acronyms);
        glosses::find(document, knowledge, ids, &mut acronyms);
        acronyms
    }

    /// All mentions in the order of the text.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// The names in words of what acronyms stand for, by their first token.
    pub fn names(&self) -> &[NameAt] {
        &self.names
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

    /// Whether any form, or what it is explained as, may be none of English's own, so that the source language is of interest.
    pub(super) fn ask_for_signals(&self, knowledge: &Knowledge) -> bool {
        let doubtful = |form: &Form| knowledge.acronyms.readings(form.key).iter().any(|r| r.standing > Standing::Loan);
        let is_cut = |name: &NameAt| matches!(name.owner, Owner::Cut(_));
        !self.definitions.is_empty() || self.forms.iter().any(doubtful) || self.names.iter().any(is_cut)
    }

    fn add_mention(&mut self, tokens: Range<usize>, span: Span, text: &str, (word, key): (WordId, FormKey), dotted: bool) {
        let form = match self.by_text.get(text) {
            Some(&form) => form,
            None => {
                let form = self.forms.len();
                self.forms.push(Form {
                    text: text.into(),
                    word,
                    key,
                    mentions: Vec::new(),
                    definitions: Vec::new(),
                    glossed: false,
                });
                self.by_text.insert(text.into(), form);
                form
            }
        };
        self.forms[form].mentions.push(self.mentions.len());
        self.mentions.push(Mention { token: tokens.start, end: tokens.end, span, form, dotted });
    }

    fn add_definition(&mut self, definition: Definition) {
        if let Some(form) = self.mentions.get(definition.mention).map(|m| m.form) {
            self.forms[form].definitions.push(self.definitions.len());
            self.definitions.push(definition);
        }
    }
}

/// All names in words, one look for most tokens.
fn names(words: Words, knowledge: &Knowledge) -> Vec<NameAt> {
    let mut names = Vec::new();
    for (at, &hash) in words.hashes.iter().enumerate() {
        if knowledge.acronyms.may_begin(hash) {
            let found = knowledge.acronyms.names_at(words, &knowledge.vocabulary, at);
            names.extend(found.map(|(owner, end)| NameAt { owner, tokens: at..end }));
        }
    }
    names
}
