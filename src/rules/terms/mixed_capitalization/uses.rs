//! Uses: where the words of a model stand without all of its capitals.
//!
//! In: the tokens of a document and the models. Out: the uses that mean the same thing by what stands around them.
//! Must not know: how many uses make a fault.

use std::ops::Range;

use super::models::{LONGEST, Model, Models, within_sentence};
use crate::document::{BlockKind, Token};
use crate::knowledge::{WordClass, join};
use crate::rules::Context;

/// Which capitals are missing.
pub(super) enum Form {
    /// The first word has its capital, within a sentence; `place`: it is a name by itself, and not of a people.
    Named { place: bool },
    /// The first word has none.
    Lower,
}

/// A use of a term without all of its capitals.
pub(super) struct Use {
    /// The hash of its model.
    pub key: u64,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Which capitals are missing.
    pub form: Form,
}

impl Use {
    /// The words with the capitals of the model.
    pub(super) fn written(&self, context: &Context, model: &Model) -> String {
        let mut out = String::new();
        for (offset, at) in self.tokens.clone().enumerate() {
            let Some(token) = context.tokens().get(at) else { continue };
            if offset > 0 && token.space_before() {
                out.push(' ');
            }
            out.push_str(spelled(context, model, offset).unwrap_or_else(|| context.word(at)));
        }
        out
    }
}

/// The word of a model at a place, as it stands there with its capital.
fn spelled<'a>(context: &Context<'a>, model: &Model<'a>, offset: usize) -> Option<&'a str> {
    match (&model.first, model.row) {
        (Some(tokens), _) => Some(context.word(tokens.clone().nth(offset)?)),
        (None, Some(row)) => row.split(' ').nth(offset),
        (None, None) => None,
    }
}

/// Finds the uses in the order of the text, of those that begin together the longest first.
pub(super) fn find(context: &Context, models: &mut Models) -> Vec<Use> {
    let mut uses = Vec::new();
    let tokens = context.tokens();
    for block in context.document.blocks().iter().filter(|b| b.kind() != BlockKind::ListItem) {
        for start in block.tokens() {
            if !tokens[start].is_word() {
                continue;
            }
            let mut key = join(0, context.hash(start));
            if !models.may_begin(key) || !models.begins(key) {
                continue;
            }
            let first = uses.len();
            for end in start + 1..block.tokens().end.min(start + LONGEST) {
                if !continues(tokens, end) {
                    break;
                }
                key = join(key, context.hash(end));
                if !models.begins(key) {
                    break;
                }
                if let Some(model) = models.get_or_known(key)
                    && let Some(form) = form(context, model, start..end + 1)
                {
                    uses.push(Use { key, tokens: start..end + 1, form });
                }
            }
            uses[first..].reverse();
        }
    }
    uses
}

/// Whether a token may stand within a term: a word after a space, or a hyphen and what is glued to it.
fn continues(tokens: &[Token], at: usize) -> bool {
    let glued = !tokens[at].space_before();
    let hyphen = |i: usize| tokens[i].is_mark('-');
    if glued { hyphen(at) || hyphen(at - 1) } else { tokens[at].is_word() }
}

/// Which capitals a use lacks; `None` where it has them all, has others, or where another thing may be meant.
fn form(context: &Context, model: &Model, use_: Range<usize>) -> Option<Form> {
    if model.both || !(model.alone || model.row.is_some()) || model.first.as_ref().is_some_and(|first| first.len() != use_.len())
    {
        return None;
    }
    let tokens = context.tokens();
    let mut last_lowered = false;
    let mut capitals = 0;
    for (offset, at) in use_.clone().enumerate() {
        let model_is_capital = spelled(context, model, offset)?.starts_with(char::is_uppercase);
        match (model_is_capital, tokens[at].is_title_case(), tokens[at].is_lower()) {
            (true, true, _) => (last_lowered, capitals) = (false, capitals + 1),
            (true, _, true) => last_lowered = true,
            (false, false, _) => {}
            _ => return None,
        }
    }
    let (first, last) = (use_.start, use_.end - 1);
    if !last_lowered || is_title(context, model, first, last) || goes_on_as_name(context, use_.end) {
        return None;
    }
    let before = first.checked_sub(1).filter(|_| within_sentence(context, first));
    let known_before = before.is_some_and(|i| model.before.contains(&context.hash(i)));
    if capitals == 0 {
        return known_before.then_some(Form::Lower);
    }
    let small_before = before.is_some_and(|i| context.is(i, WordClass::Function) || tokens[i].is_clitic());
    let named = tokens[first].is_title_case() && before.is_some() && (known_before || !small_before);
    let nouns_only = use_.clone().all(|i| !context.is(i, WordClass::Function));
    named.then(|| Form::Named { place: nouns_only && is_place(context, first) })
}

/// Ranks and offices have capitals before a name and none without, unless the table says otherwise.
fn is_title(context: &Context, model: &Model, first: usize, last: usize) -> bool {
    model.row.is_none() && (context.is(first, WordClass::Title) || context.is(last, WordClass::Title))
}

/// Whether a name follows, so that the words may mean another body than the model: “the supreme court of Texas”.
fn goes_on_as_name(context: &Context, next: usize) -> bool {
    let tokens = context.tokens();
    let name = |i: usize| tokens.get(i).is_some_and(|t| t.is_word() && t.is_title_case() && t.space_before());
    let small = |i: usize| context.is(i, WordClass::Function) && tokens.get(i).is_some_and(|t| t.is_lower() && t.space_before());
    let here = within_sentence(context, next);
    here && (name(next) || small(next) && (name(next + 1) || small(next + 1) && name(next + 2)))
}

/// Whether a word is a name by itself and no name of a people: after a city's or a person's name the noun is part of the
/// term wherever it stands, after a people's it may be any noun (“the Russian army”).
fn is_place(context: &Context, at: usize) -> bool {
    let lower = context.word(at).to_lowercase();
    !context.knowledge.lexicon.is_word(&lower) && !context.is(at, WordClass::Nationality)
}
