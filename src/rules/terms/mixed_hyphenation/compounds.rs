//! Compounds that stand somewhere with a hyphen, and where the same words stand without.
//!
//! In: the tokens of a document. Out: each compound with its places in all three spellings.
//! Must not know: what is reported.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::{Token, TokenKind};
use crate::knowledge::{Filter, WordClass, hash_word, join};
use crate::rules::Context;

/// Most words of a compound.
const MOST: usize = 3;

/// What stands behind a compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// A word that may be a noun, by its hash.
    Noun(u64),
    /// Anything else: the compound stands for itself.
    Other,
}

/// A place of a compound.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What follows.
    pub behind: Behind,
}

/// A compound with its places.
#[derive(Debug, Default)]
pub(super) struct Compound {
    /// Bytes of its first part.
    pub first: usize,
    /// Places with a hyphen.
    pub hyphenated: Vec<Place>,
    /// Places in one word.
    pub closed: Vec<Place>,
    /// Places in several words.
    pub open: Vec<Place>,
}

/// Finds the compounds in the order in which they first stand with a hyphen.
pub(super) fn find(context: &Context) -> Vec<Compound> {
    let mut found = Found::default();
    let marks: Vec<usize> = context.document.marks().filter(|&at| is_hyphen(context, at)).collect();
    let mut end = 0;
    for hyphen in marks {
        let Some(start) = hyphen.checked_sub(1).filter(|&start| start >= end) else { continue };
        let mut last = hyphen + 1;
        while is_hyphen(context, last + 1) {
            last += 2;
        }
        end = last + 1;
        if end - start < 2 * MOST && is_plain(context, start..end) {
            found.add(context, start..end);
        }
    }
    if !found.compounds.is_empty() {
        found.look_for_others(context);
    }
    found.compounds
}

/// Whether a hyphen joins two words.
fn is_hyphen(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let word = |t: &Token| t.is_wordlike() && !t.is_clitic();
    let joined = tokens.get(at + 1).is_some_and(|t| !t.space_before() && word(t));
    let before = at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(word);
    before && joined && tokens.get(at).is_some_and(|t| t.is_mark('-') && !t.space_before())
}

/// Whether the words of a compound are common ones: in lower case, the first one's capital aside, and free of other marks.
fn is_plain(context: &Context, range: Range<usize>) -> bool {
    let tokens = context.tokens();
    let Some(span) = context.document.span_of(range.clone()) else { return false };
    let words = range.clone().step_by(2).filter_map(|i| tokens.get(i).map(|t| (i, t)));
    let mut plain = true;
    for (i, token) in words {
        let capital = token.has_capital() && !(i == range.start && begins_sentence(context, i));
        let number = token.kind() == TokenKind::Number && i == range.start;
        plain &= !(capital || number || token.is_word() && token.has_digit());
    }
    let named = tokens.get(range.start).is_some_and(Token::is_capitalized)
        && tokens.get(range.end - 1).is_some_and(|t| t.kind() == TokenKind::Number);
    let glued = tokens.get(range.end).is_some_and(|t| t.is_dash() && !t.space_before());
    let before = before(context, range.start);
    let after = tokens.get(range.start).is_some_and(|t| !t.space_before());
    let tail = after && before.is_some_and(|t| t.is_dash() || matches!(t.mark(), Some('/' | '_' | '.' | '’' | '\'')));
    plain && !named && !glued && !tail && !context.is_verbatim(span)
}

#[derive(Default)]
struct Found {
    compounds: Vec<Compound>,
    /// By the hash of the closed spelling: of the singular and of the plural.
    closed: FxHashMap<u64, usize>,
    /// By the joined hashes of the words.
    open: FxHashMap<u64, usize>,
    lengths: [bool; MOST + 1],
    firsts: Filter,
    words: Filter,
}

impl Found {
    fn add(&mut self, context: &Context, range: Range<usize>) {
        let parts: Vec<usize> = range.clone().step_by(2).collect();
        let open = parts.iter().fold(0, |key, &i| join(key, context.hash(i)));
        let letters: String = parts.iter().map(|&i| context.word(i).to_lowercase()).collect();
        let singular = letters.strip_suffix('s').unwrap_or(&letters);
        let key = hash_word(singular);
        let number = *self.closed.entry(key).or_insert_with(|| {
            self.compounds.push(Compound::default());
            self.compounds.len() - 1
        });
        let Some(compound) = self.compounds.get_mut(number) else { return };
        compound.first = parts.first().map_or(0, |&i| context.word(i).len());
        let behind = behind(context, range.end);
        compound.hyphenated.push(Place { tokens: range, behind });
        if parts.len() == 2 {
            let plural = hash_word(&format!("{singular}s"));
            self.closed.insert(plural, number);
            self.words.add(key);
            self.words.add(plural);
        }
        self.open.insert(open, number);
        if let (Some(&first), Some(length)) = (parts.first(), self.lengths.get_mut(parts.len())) {
            *length = true;
            self.firsts.add(context.hash(first));
        }
    }

    /// Finds the places without a hyphen.
    fn look_for_others(&mut self, context: &Context) {
        let hashes = context.facts.hashes();
        for (at, &hash) in hashes.iter().enumerate() {
            if self.words.may_have(hash)
                && let Some(&number) = self.closed.get(&hash)
                && stands_alone(context, at..at + 1)
            {
                self.push(number, context, at..at + 1, |compound| &mut compound.closed);
            }
            if !self.firsts.may_have(hash) {
                continue;
            }
            let mut key = join(0, hash);
            for length in 2..=MOST {
                let Some(&next) = hashes.get(at + length - 1) else { break };
                key = join(key, next);
                if self.lengths.get(length) == Some(&true)
                    && let Some(&number) = self.open.get(&key)
                    && stands_alone(context, at..at + length)
                {
                    self.push(number, context, at..at + length, |compound| &mut compound.open);
                }
            }
        }
    }

    fn push(&mut self, number: usize, context: &Context, tokens: Range<usize>, which: fn(&mut Compound) -> &mut Vec<Place>) {
        let behind = behind(context, tokens.end);
        if let Some(compound) = self.compounds.get_mut(number) {
            which(compound).push(Place { tokens, behind });
        }
    }
}

/// Whether words stand in prose, apart from each other by spaces, in lower case but for the first, with no hyphen around.
fn stands_alone(context: &Context, range: Range<usize>) -> bool {
    let tokens = context.tokens();
    let Some(span) = context.document.span_of(range.clone()) else { return false };
    let word = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            let first = i == range.start;
            t.is_wordlike() && (!t.has_capital() && (first || t.space_before()) || first && begins_sentence(context, i))
        })
    };
    let free = |t: Option<&Token>, joined: bool| !(joined && t.is_some_and(|t| t.is_dash() || t.is_mark('/') || t.is_mark('.')));
    let before = before(context, range.start);
    let after = tokens.get(range.end).filter(|t| !t.is_mark('.'));
    range.clone().all(word)
        && free(before, tokens.get(range.start).is_some_and(|t| !t.space_before()))
        && free(after, after.is_some_and(|t| !t.space_before()))
        && context.document.block_of(range.start) == context.document.block_of(range.end - 1)
        && !context.is_verbatim(span)
}

/// Whether a word has its capital from its place: it is the first of a sentence or of a quotation.
fn begins_sentence(context: &Context, at: usize) -> bool {
    let document = context.document;
    let first = document.sentences().get(document.sentence_of(at)).is_some_and(|s| s.tokens().start == at);
    let opened = before(context, at).is_some_and(Token::opens_quotation);
    context.tokens().get(at).is_some_and(Token::is_title_case) && (first || opened)
}

/// The token before one, within its block.
fn before<'a>(context: &Context<'a>, at: usize) -> Option<&'a Token> {
    let before = at.checked_sub(1)?;
    context.tokens().get(before).filter(|_| context.document.block_of(before) == context.document.block_of(at))
}

/// What follows: a word in lower case that is none of the words that cannot begin a noun.
fn behind(context: &Context, at: usize) -> Behind {
    const OTHERS: [WordClass; 8] = [
        WordClass::Function,
        WordClass::Auxiliary,
        WordClass::Speech,
        WordClass::FiniteVerb,
        WordClass::AfterNoun,
        WordClass::Pronoun,
        WordClass::Coordinator,
        WordClass::IrregularPast,
    ];
    let noun = context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower() && t.space_before() && !t.is_clitic());
    if noun && !OTHERS.into_iter().any(|class| context.is(at, class)) { Behind::Noun(context.hash(at)) } else { Behind::Other }
}
