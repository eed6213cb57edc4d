//! The nominative of a name that has the ending of another case, where the document or a table has it.

use rustc_hash::FxHashMap;

use crate::facts::names::{Keys, MentionKind, Names, SpellingId, Verdict, Word, compare};
use crate::knowledge::WordClass;
use crate::knowledge::source::{Bearing, CaseEnding, Gender, fold_latin};
use crate::rules::Context;

/// Shorter names are too much alike.
const SHORTEST: usize = 4;
/// Letters that must be left of a name without its ending.
const STEM: usize = 3;
/// The same for short forms of given names (Olya, Olyu).
const SHORT_STEM: usize = 2;

/// The nominative of a name.
pub(super) struct Nominative<'a> {
    /// As it is to be written.
    pub(super) text: &'a str,
    /// How often the document has it; 0 where only a table does.
    pub(super) count: usize,
    /// Its first place.
    pub(super) first: Option<&'a Word>,
    /// The endings.
    pub(super) ending: &'a CaseEnding,
    /// Whether the case was one of the plural.
    pub(super) plural: bool,
}

/// The spellings of a document and who stands beside them.
pub(super) struct Forms<'a> {
    context: Context<'a>,
    names: &'a Names,
    places: Vec<Vec<&'a Word>>,
    givens: Vec<Vec<SpellingId>>,
    by_folded: FxHashMap<Vec<u8>, SpellingId>,
    by_key: FxHashMap<u64, Vec<SpellingId>>,
}

impl<'a> Forms<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let names = context.facts.names();
        let count = names.spellings().len();
        let mut forms = Self {
            context: *context,
            names,
            places: vec![Vec::new(); count],
            givens: vec![Vec::new(); count],
            by_folded: FxHashMap::default(),
            by_key: FxHashMap::default(),
        };
        for word in names.words() {
            forms.places[word.spelling as usize].push(word);
        }
        for mention in names.mentions() {
            if let MentionKind::Full { given, surname } = mention.kind {
                forms.givens[surname.spelling as usize].push(given.spelling);
            }
        }
        let mut folded = Vec::new();
        for (id, spelling) in names.spellings().iter().enumerate().filter(|(id, _)| !forms.places[*id].is_empty()) {
            fold_latin(&spelling.text, &mut folded);
            forms.by_folded.insert(folded.clone(), id as SpellingId);
            spelling.keys.as_slice().iter().for_each(|key| forms.by_key.entry(*key).or_default().push(id as SpellingId));
        }
        forms
    }

    /// The words of a spelling, in order.
    pub(super) fn words(&self, spelling: SpellingId) -> impl Iterator<Item = &'a Word> {
        self.places[spelling as usize].iter().copied()
    }

    /// The nominative of a spelling that has the ending of another case.
    pub(super) fn nominative(&self, id: SpellingId) -> Option<Nominative<'a>> {
        let spelling = self.names.spelling(id);
        let known = spelling.english || spelling.proper || spelling.given || spelling.patronymic;
        if known || self.places[id as usize].is_empty() || spelling.text.chars().count() < SHORTEST {
            return None;
        }
        let mut folded = Vec::new();
        fold_latin(&spelling.text, &mut folded);
        self.context.knowledge.source.cases.of(&folded).find_map(|ending| self.by_ending(id, &folded, ending))
    }

    fn by_ending(&self, id: SpellingId, folded: &[u8], ending: &'a CaseEnding) -> Option<Nominative<'a>> {
        let least = match ending.bearing {
            Bearing::Short => SHORT_STEM,
            // The stem is a word by itself then.
            _ if ending.nominative.is_empty() => STEM + 1,
            _ => STEM,
        };
        let stem = folded.strip_suffix(ending.oblique.as_bytes()).filter(|stem| stem.len() >= least)?;
        let form = [stem, ending.nominative.as_bytes()].concat();
        let (nominative, count) = match self.find(&form, id) {
            Some(other) if self.fits(id, Some(other), ending) => (Some(other), self.places[other as usize].len()),
            _ => (None, 0),
        };
        if let Some(other) = nominative.filter(|_| count >= self.places[id as usize].len()) {
            let text = &self.names.spelling(other).text;
            let first = self.places[other as usize].first().copied();
            return Some(Nominative { text, count, first, ending, plural: ending.plural });
        }
        let cases = &self.context.knowledge.source.cases;
        let known = match ending.bearing {
            Bearing::Place => cases.place(&form)?,
            Bearing::Thing => cases.thing(&form)?,
            _ => return None,
        };
        self.fits(id, None, ending).then_some(Nominative { text: known, count: 0, first: None, ending, plural: ending.plural })
    }

    /// The spelling of the document that is this form, letter by letter or in another romanisation.
    fn find(&self, form: &[u8], not: SpellingId) -> Option<SpellingId> {
        if let Some(&id) = self.by_folded.get(form) {
            return Some(id).filter(|&id| id != not);
        }
        let text = std::str::from_utf8(form).ok()?;
        let keys = Keys::of_folded(form);
        let near = keys.as_slice().iter().filter_map(|key| self.by_key.get(key)).flatten().copied();
        let is_same = |id: &SpellingId| {
            let found = compare(&self.names.spelling(*id).text, text, self.context.knowledge);
            *id != not && found.verdict == Verdict::Same && !found.cognate
        };
        near.filter(|id| !self.names.spelling(*id).english).find(is_same)
    }

    /// Whether what stands around a name allows that it is the other in another case.
    fn fits(&self, id: SpellingId, nominative: Option<SpellingId>, ending: &CaseEnding) -> bool {
        let givens = |id: SpellingId| &self.givens[id as usize];
        let shared = nominative.is_some_and(|other| givens(id).iter().any(|given| givens(other).contains(given)));
        let person = !givens(id).is_empty() || nominative.is_some_and(|other| !givens(other).is_empty());
        let apart = nominative.is_some_and(|other| !givens(id).is_empty() && !givens(other).is_empty()) && !shared;
        match ending.bearing {
            _ if apart => false,
            Bearing::Man if ending.womens => self.is_mans(id),
            Bearing::Any | Bearing::Man | Bearing::Short => true,
            Bearing::Place => !person && self.places[id as usize].iter().all(|word| self.after_preposition(word)),
            Bearing::Thing => !person,
        }
    }

    fn has_given_of(&self, id: SpellingId, gender: Gender) -> bool {
        let mut folded = Vec::new();
        self.givens[id as usize].iter().any(|&given| {
            fold_latin(&self.names.spelling(given).text, &mut folded);
            let mut names = self.context.knowledge.source.given_names.of(&folded).peekable();
            names.peek().is_some() && names.all(|name| name.gender == gender)
        })
    }

    fn is_womans(&self, id: SpellingId) -> bool {
        self.has_given_of(id, Gender::Female)
    }

    /// Whether only a man's given name stands before it.
    fn is_mans(&self, id: SpellingId) -> bool {
        self.has_given_of(id, Gender::Male) && !self.is_womans(id)
    }

    fn after_preposition(&self, word: &Word) -> bool {
        let before = (word.start as usize).checked_sub(1);
        before.is_some_and(|at| self.context.is(at, WordClass::PlacePreposition))
    }
}
