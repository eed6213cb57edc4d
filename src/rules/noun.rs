//! Whether a noun is over where it stands, or belongs to another that follows: “by NATO”, “the NATO summit”.
//!
//! In: a token after what may be a noun. Out: whether that noun is the head of its phrase. Must not know: rules.

use crate::document::Token;
use crate::knowledge::WordClass;
use crate::rules::Context;

/// What follows in the same block.
pub(in crate::rules) struct After<'a> {
    /// The document.
    pub(in crate::rules) context: &'a Context<'a>,
    /// One past the last token of the block.
    pub(in crate::rules) end: usize,
    /// Whether the noun lacks its article: then what may be an attribute is taken for one.
    pub(in crate::rules) missing: bool,
}

impl After<'_> {
    /// Whether the noun is over where a token follows.
    pub(in crate::rules) fn ends(&self, at: usize) -> bool {
        let tokens = self.context.tokens().get(..self.end).unwrap_or_default();
        let Some(token) = tokens.get(at) else { return false };
        match token.mark() {
            Some(_) if is_stop(token) => true,
            Some(')') => !self.missing,
            Some('–' | '—') => token.space_before(),
            Some(',') => self.goes_on(at + 1),
            Some(_) => {
                let next = tokens.get(at + 1);
                let paused = || next.is_some_and(|t| t.is_mark(',')) && self.goes_on(at + 2);
                let over = || next.is_some_and(is_stop) || paused() || self.is_over(at + 1);
                token.closes_quotation() && !token.space_before() && over()
            }
            None => self.is_over(at) || self.joins_another(at),
        }
    }

    /// Whether a word follows that begins something else than a noun's head.
    fn is_over(&self, at: usize) -> bool {
        let tokens = self.context.tokens().get(..self.end).unwrap_or_default();
        let lower = tokens.get(at).is_some_and(|t| t.is_lower() && t.space_before());
        // "the NATO on-call list"
        let compound = tokens.get(at + 1).is_some_and(|t| t.is_mark('-') && !t.space_before());
        lower && !compound && if self.missing { self.leaves_attribute(at) } else { self.begins_clause(at) }
    }

    fn begins_clause(&self, at: usize) -> bool {
        let is = |class| self.context.is(at, class);
        is(WordClass::AfterNoun) || is(WordClass::FiniteVerb) || is(WordClass::Article)
    }

    /// Whether a word shows that a bare acronym before it is no attribute of a noun that follows later.
    fn leaves_attribute(&self, at: usize) -> bool {
        let is = |at, class| self.context.is(at, class);
        let another = self.context.tokens().get(at + 1).is_some_and(|t| t.is_all_caps()) || is(at + 1, WordClass::Nationality);
        let narrows = is(at, WordClass::Narrowing) && (is(at + 1, WordClass::Article) || is(at + 1, WordClass::Pronoun));
        narrows || is(at, WordClass::Pronoun) || self.begins_clause(at) && !(another && is(at, WordClass::Preposition))
    }

    /// Whether what stands after a comma is no further part of a list before one head ("EU, UN and NATO officials").
    fn goes_on(&self, at: usize) -> bool {
        let is = |at, class| self.context.is(at, class);
        let Some(token) = self.context.tokens().get(..self.end).and_then(|tokens| tokens.get(at)) else { return false };
        if token.closes_quotation() && !token.space_before() {
            return true;
        }
        let link = is(at, WordClass::Coordinator);
        let begins = |at| is(at, WordClass::Article) || is(at, WordClass::Pronoun);
        let word = is(at, WordClass::Function) || is(at, WordClass::FiniteVerb) || begins(at);
        let capital = self.context.tokens().get(at + 1).is_some_and(|t| t.is_capitalized());
        token.is_lower() && if link { begins(at + 1) } else { begins(at) || word && !capital }
    }

    /// Whether a coordinator follows with more of the clause ("the NATO and its allies", "in UK and came back"), or with
    /// another acronym that has its article and is a noun ("the NATO and the EU decided").
    fn joins_another(&self, at: usize) -> bool {
        let is = |at, class| self.context.is(at, class);
        let tokens = self.context.tokens().get(..self.end).unwrap_or_default();
        if !is(at, WordClass::Coordinator) {
            return false;
        }
        let acronym = is(at + 1, WordClass::Article) && tokens.get(at + 2).is_some_and(|t| t.is_all_caps());
        let closed = tokens.get(at + 3).is_some_and(|t| is_stop(t) || t.is_mark(',') || t.is_mark(')'));
        is(at + 1, WordClass::Pronoun)
            || self.is_over(at + 1) && !is(at + 1, WordClass::Article)
            || acronym && (closed || self.is_over(at + 3))
    }
}

/// Whether a mark ends a sentence or a clause.
fn is_stop(token: &Token) -> bool {
    matches!(token.mark(), Some('.' | '!' | '?' | '…' | ';' | ':'))
}
