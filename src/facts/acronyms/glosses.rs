//! Glosses: places that tell what an acronym is without spelling it out ("the EGE, a school-leaving exam", "known as ZSU").

use rustc_hash::FxHashSet;

use super::{Acronyms, Mention};
use crate::document::{Document, Token};
use crate::knowledge::acronyms::{FormKey, Owner};
use crate::knowledge::{Knowledge, WordClass, WordId};

/// How far before an acronym the word that names it may stand ("known in Ukrainian as the ZSU"), in tokens.
const BEFORE: usize = 5;
/// The longest apposition that is looked through, in tokens.
const LONGEST: usize = 16;
/// The fewest words of a bracket that explain something.
const FEWEST: usize = 2;

/// Marks the forms that have a gloss somewhere.
pub(super) fn find(document: &Document, knowledge: &Knowledge, words: &[WordId], out: &mut Acronyms) {
    let about_letters = (0..document.tokens().len())
        .filter(|&at| knowledge.vocabulary.is(words, at, WordClass::AboutLetters))
        .map(|at| document.sentence_of(at))
        .collect();
    let look = Look { document, knowledge, words, about_letters };
    let names = |end: usize, owner: Owner| {
        let start = out.names.partition_point(|name| name.tokens.start + LONGEST < end);
        let near = out.names[start..].iter().take_while(|name| name.tokens.start < end);
        near.filter(|name| name.tokens.end == end).any(|name| name.owner == owner)
    };
    let beside_name = |m: &Mention| {
        let key = out.forms.get(m.form).map_or_else(FormKey::default, |form| form.key);
        let concepts = knowledge.acronyms.readings(key).iter().map(|reading| Owner::Concept(reading.concept));
        let mut owners = concepts.chain(knowledge.acronyms.sense_index(key).map(Owner::Sense));
        look.apposition(m.token, m.end).is_some_and(|end| owners.any(|owner| names(end, owner)))
    };
    let defined: FxHashSet<usize> = out.definitions.iter().map(|d| d.mention).collect();
    let told = |index: usize, m: &Mention| {
        look.explains(m.token, m.end) || beside_name(m) || !defined.contains(&index) && look.follows_name(m.token, m.end)
    };
    let glossed: Vec<usize> = out.mentions.iter().enumerate().filter(|(i, m)| told(*i, m)).map(|(_, m)| m.form).collect();
    for form in glossed {
        if let Some(form) = out.forms.get_mut(form) {
            form.glossed = true;
        }
    }
}

struct Look<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: &'a [WordId],
    /// The sentences that are about letters, found once: a sentence may have many acronyms.
    about_letters: FxHashSet<usize>,
}

impl Look<'_> {
    fn is(&self, at: usize, class: WordClass) -> bool {
        self.knowledge.vocabulary.is(self.words, at, class)
    }

    fn explains(&self, at: usize, end: usize) -> bool {
        self.named_before(at) || self.told_after(at, end) || self.speaks_of_letters(at)
    }

    /// Where the words end that an acronym between commas or dashes follows ("the traffic police, the GIBDD, stopped him").
    fn apposition(&self, at: usize, end: usize) -> Option<usize> {
        let tokens = self.document.tokens();
        let parts = |at: usize| tokens.get(at).is_some_and(|t| matches!(t.mark(), Some(',' | '–' | '—')));
        let before = if self.is(at.checked_sub(1)?, WordClass::Article) { at.checked_sub(2)? } else { at - 1 };
        let after = parts(end) || tokens.get(end).is_some_and(|t| t.is_mark('.'));
        (parts(before) && after).then_some(before)
    }

    /// Whether it stands alone in brackets after a name of several words, of whatever letters ("Doctors Without Borders
    /// (MSF)").
    fn follows_name(&self, at: usize, end: usize) -> bool {
        let tokens = self.document.tokens();
        let bracketed = at > 1 && tokens[at - 1].is_mark('(') && tokens.get(end).is_some_and(|t| t.is_mark(')'));
        let name = |at: &usize| tokens[*at].is_title_case();
        let small = |at: &usize| self.is(*at, WordClass::Function) || tokens[*at].is_mark('-');
        bracketed && {
            let before = (at.saturating_sub(LONGEST)..at - 1).rev().take_while(|at| name(at) || small(at));
            before.filter(name).count() >= FEWEST
        }
    }

    /// Whether the sentence is about the letters themselves ("using the French abbreviation").
    fn speaks_of_letters(&self, at: usize) -> bool {
        self.about_letters.contains(&self.document.sentence_of(at))
    }

    /// Whether a word that gives names stands right before, but for articles, prepositions and the name of a language.
    fn named_before(&self, at: usize) -> bool {
        let small = |at: &usize| {
            [WordClass::Function, WordClass::Nationality].into_iter().any(|class| self.is(*at, class))
                || matches!(self.document.tokens()[*at].mark(), Some('“' | '"'))
        };
        let first = at.saturating_sub(BEFORE);
        let word = (first..at).rev().find(|at| !small(at) || self.is(*at, WordClass::Naming));
        word.is_some_and(|word| {
            self.is(word, WordClass::Naming) && self.document.sentence_of(word) == self.document.sentence_of(at)
        })
    }

    /// Whether a sentence opens with a preposition and the acronym soon after, so that after the comma it only begins
    /// ("According to HUR, the bridge fell.").
    fn is_adverbial(&self, at: usize) -> bool {
        let sentence = self.document.sentences().get(self.document.sentence_of(at));
        sentence.is_some_and(|sentence| {
            let start = sentence.tokens().start;
            let is_preposition = |at: usize| self.is(at, WordClass::Preposition) || self.is(at, WordClass::PlacePreposition);
            at - start <= BEFORE && (start..at).any(is_preposition)
        })
    }

    /// Whether a bracket of several words follows, an apposition between commas, or the language (“EZB” in German).
    fn told_after(&self, at: usize, end: usize) -> bool {
        let tokens = self.document.tokens();
        let closing = usize::from(tokens.get(end).is_some_and(|t| matches!(t.mark(), Some('”' | '"'))));
        if self.is(end + closing, WordClass::Locative) && self.is(end + closing + 1, WordClass::Nationality) {
            return true;
        }
        let rest = tokens.get(end + 1..(end + LONGEST).min(tokens.len())).unwrap_or_default();
        match tokens.get(end).and_then(Token::mark) {
            Some('(') => {
                let bracket = rest.iter().take_while(|t| !t.is_mark(')'));
                bracket.filter(|t| t.is_word() && !t.is_all_caps()).count() >= FEWEST
            }
            Some(',') => {
                let opens = self.is(end + 1, WordClass::Article)
                    || self.is(end + 1, WordClass::Country) && rest.get(1).is_some_and(Token::is_clitic);
                let length =
                    rest.iter().take_while(|t| !matches!(t.mark(), Some(',' | '.' | ';' | ')' | '”' | '—' | '–'))).count();
                let is_verb = |at| self.is(at, WordClass::Speech) || self.is(at, WordClass::FiniteVerb);
                let says = (end + 1..end + 1 + length).any(is_verb);
                let stops = rest.get(length).is_none_or(|t| matches!(t.mark(), Some('.' | ';')));
                opens && length > 1 && !says && !(stops && self.is_adverbial(at))
            }
            _ => false,
        }
    }
}
