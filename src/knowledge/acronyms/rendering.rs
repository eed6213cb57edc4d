//! Names in words ("special military operation"), found in a text by their word ids.

use rustc_hash::FxHashMap;

use crate::document::{Text, Token, tokens_of};
use crate::knowledge::{Vocabulary, VocabularyBuilder, WordClass, WordId};

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// Index of a concept.
    Concept(usize),
    /// Index of an English sense.
    Sense(usize),
}

/// A name in words.
#[derive(Debug)]
pub struct Rendering {
    /// Whose.
    pub owner: Owner,
    /// Its words but for articles and prepositions.
    words: Vec<WordId>,
}

/// All names in words, by their first word.
#[derive(Debug, Default)]
pub struct Renderings {
    by_first: FxHashMap<WordId, Vec<Rendering>>,
    /// For each word id, whether a name begins with it: most words of a text are done with this look.
    begins: Vec<bool>,
}

impl Renderings {
    /// Adds a name by its words, as [`content_words`] gives them; one word alone is too little to go by.
    pub(super) fn add(&mut self, owner: Owner, words: Vec<WordId>) {
        if let Some(&first) = words.first().filter(|_| words.len() > 1) {
            if self.begins.len() <= first.index() {
                self.begins.resize(first.index() + 1, false);
            }
            self.begins[first.index()] = true;
            self.by_first.entry(first).or_default().push(Rendering { owner, words });
        }
    }

    /// The names that begin at a token, each with one past its last token. Articles, prepositions and hyphens between
    /// the words are passed over.
    pub fn at<'a>(
        &'a self,
        tokens: &'a [Token],
        words: &'a [WordId],
        vocabulary: &'a Vocabulary,
        at: usize,
    ) -> impl Iterator<Item = (Owner, usize)> + 'a {
        let list = words
            .get(at)
            .filter(|id| self.begins.get(id.index()) == Some(&true))
            .and_then(|id| self.by_first.get(id))
            .map_or(&[][..], Vec::as_slice);
        list.iter().filter_map(move |r| Some((r.owner, r.end(tokens, words, vocabulary, at)?)))
    }
}

impl Rendering {
    fn end(&self, tokens: &[Token], words: &[WordId], vocabulary: &Vocabulary, start: usize) -> Option<usize> {
        let mut at = start + 1;
        for &wanted in &self.words[1..] {
            while tokens.get(at).is_some_and(|t| is_between(t, words[at], vocabulary)) {
                at += 1;
            }
            if words.get(at) != Some(&wanted) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

fn is_between(token: &Token, word: WordId, vocabulary: &Vocabulary) -> bool {
    token.is_mark('-') || token.is_mark('.') && !token.space_before() || vocabulary.classes(word).has(WordClass::Function)
}

/// The words of a name that are no articles or prepositions, cut as a text is.
pub(super) fn content_words(name: &str, vocabulary: &mut VocabularyBuilder) -> Vec<WordId> {
    // A name is far shorter than the limit of a text.
    let Ok(text) = Text::new(name) else { return Vec::new() };
    let words = tokens_of(&text).into_iter().filter(Token::is_wordlike).map(|t| vocabulary.intern(text.slice(t.span())));
    let words: Vec<WordId> = words.collect();
    words.into_iter().filter(|&id| !vocabulary.classes(id).has(WordClass::Function)).collect()
}
