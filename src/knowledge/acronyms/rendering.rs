//! Names in words ("special military operation"), found in a text by the hashes of their words.

use super::Acronyms;
use crate::document::{Text, Token, tokens_of};
use crate::knowledge::{Vocabulary, VocabularyBuilder, WordClass, WordId, hash_word};

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// Index of a concept.
    Concept(usize),
    /// Index of an English sense.
    Sense(usize),
    /// Number of a form of several words ("VS RF", "Central Military District"), with readings of its own.
    Form(usize),
    /// Index of a concept whose name is cut of what it needs to be understood ("Armed Forces").
    Cut(usize),
}

/// The words of a text: tokens, their ids and hashes.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The tokens.
    pub tokens: &'a [Token],
    /// The id of each.
    pub ids: &'a [WordId],
    /// The hash of each in lower case.
    pub hashes: &'a [u64],
}

impl Acronyms {
    /// Whether a name may begin with a word of this hash: a quick look that turns most words away.
    #[inline]
    pub fn may_begin(&self, hash: u64) -> bool {
        self.index.may_begin(hash)
    }

    /// The names that begin at a token, each with one past its last token. Articles, prepositions and hyphens between
    /// the words are passed over.
    pub fn names_at<'a>(
        &'a self,
        words: Words<'a>,
        vocabulary: &'a Vocabulary,
        at: usize,
    ) -> impl Iterator<Item = (Owner, usize)> + 'a {
        let first = words.hashes.get(at).filter(|&&first| self.may_begin(first));
        let names = first.map_or(&[][..], |&first| self.index.names(first));
        names.iter().filter_map(move |name| {
            let mut end = at + 1;
            for wanted in self.index.words(*name).get(1..)? {
                while is_between(words, vocabulary, end) {
                    end += 1;
                }
                if words.hashes.get(end) != Some(wanted) {
                    return None;
                }
                end += 1;
            }
            Some((name.owner, end))
        })
    }
}

fn is_between(words: Words, vocabulary: &Vocabulary, at: usize) -> bool {
    words.tokens.get(at).is_some_and(|token| {
        token.is_mark('-') || token.is_mark('.') && !token.space_before() || vocabulary.is(words.ids, at, WordClass::Function)
    })
}

/// The hashes of the words of a name that are no articles or prepositions, cut as a text is.
pub(super) fn content_words(name: &str, vocabulary: &VocabularyBuilder) -> Vec<u64> {
    // A name is far shorter than the limit of a text.
    let Ok(text) = Text::new(name) else { return Vec::new() };
    let tokens = tokens_of(&text).into_iter().filter(Token::is_wordlike);
    let words = tokens.map(|token| text.slice(token.span()));
    words.filter(|word| !vocabulary.classes_of(word).has(WordClass::Function)).map(hash_word).collect()
}
