//! The nominative of a name that has the ending of another case, where the document or a table has it.

use rustc_hash::FxHashMap;

use crate::facts::names::{Keys, MentionKind, Names, SpellingId, Verdict, Word, compare};
use crate::knowledge::WordClass;
use crate::knowledge::source::{Bearing, CaseEnding, Gender, fold_latin, is_vowel};
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
    /// Its spelling in the document.
    spelling: Option<SpellingId>,
}

/// The spellings of a document and who stands beside them.
pub(super) struct Forms<'a> {
    context: Context<'a>,
    names: &'a Names,
    places: Vec<Vec<&'a Word>>,
    /// Of each spelling, the given names that stand before it as a surname.
    givens: Vec<Vec<SpellingId>>,
    /// Of each spelling, the surnames that stand after it as a given name.
    surnames: Vec<Vec<SpellingId>>,
    /// Of each spelling, whether a preposition stands before a full name with it as the surname.
    governed: Vec<bool>,
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
            surnames: vec![Vec::new(); count],
            governed: vec![false; count],
            by_folded: FxHashMap::default(),
            by_key: FxHashMap::default(),
        };
        for word in names.words() {
            forms.places[word.spelling as usize].push(word);
        }
        for mention in names.mentions() {
            if let MentionKind::Full { given, surname } = mention.kind
                // “Russian Pantsirs” are nobody.
                && !context.is(given.start as usize, WordClass::Nationality)
            {
                forms.givens[surname.spelling as usize].push(given.spelling);
                forms.surnames[given.spelling as usize].push(surname.spelling);
                forms.governed[surname.spelling as usize] |= forms.in_place(&given);
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
        let found = self.nominative_of(id)?;
        // “Medvedchuku” beside “Medvedchuka”: neither is the nominative.
        let further = found.spelling.and_then(|other| self.nominative_of(other)).filter(|further| further.spelling != Some(id));
        Some(further.unwrap_or(found))
    }

    fn nominative_of(&self, id: SpellingId) -> Option<Nominative<'a>> {
        let spelling = self.names.spelling(id);
        let known = spelling.english || spelling.proper || spelling.given || spelling.patronymic;
        if known || self.places[id as usize].is_empty() || spelling.text.chars().count() < SHORTEST {
            return None;
        }
        let mut folded = Vec::new();
        fold_latin(&spelling.text, &mut folded);
        let cases = &self.context.knowledge.source.cases;
        let abroad = self.context.knowledge.source.given_names.is_abroad(&folded);
        if abroad || cases.place(&folded).is_some() || cases.thing(&folded).is_some() {
            return None;
        }
        cases.of(&folded).find_map(|ending| self.by_ending(id, &folded, ending))
    }

    fn by_ending(&self, id: SpellingId, folded: &[u8], ending: &'a CaseEnding) -> Option<Nominative<'a>> {
        let least = match ending.bearing {
            Bearing::Short | Bearing::Given if !ending.nominative.is_empty() => SHORT_STEM,
            // The stem is a word by itself then.
            _ if ending.nominative.is_empty() => STEM + 1,
            _ => STEM,
        };
        let form = nominative_form(folded, ending, least)?;
        let cases = &self.context.knowledge.source.cases;
        let listed = match ending.bearing {
            Bearing::Place => cases.place(&form),
            Bearing::Thing => cases.thing(&form),
            _ => None,
        };
        // Most endings are done with before the document is searched.
        let may_stand = match ending.bearing {
            Bearing::Given => self.context.knowledge.source.given_names.has(&form),
            Bearing::Place => {
                self.givens[id as usize].is_empty() && self.words(id).next().is_some_and(|word| self.in_place(word))
            }
            Bearing::Thing => self.givens[id as usize].is_empty() && (!ending.doubtful || listed.is_some()),
            Bearing::Any | Bearing::Man | Bearing::Short => true,
        };
        if !may_stand {
            return None;
        }
        let rarer = |other: &SpellingId| self.places[*other as usize].len() >= self.places[id as usize].len();
        let exact = ending.nominative.is_empty();
        if let Some(other) = self.find(&form, id, exact).filter(rarer)
            && self.fits(id, other, ending, listed.is_some())
        {
            let places = &self.places[other as usize];
            let text = &self.names.spelling(other).text;
            return Some(Nominative { text, count: places.len(), first: places.first().copied(), spelling: Some(other), ending });
        }
        let text = listed.filter(|_| self.fits_alone(id, folded, ending))?;
        Some(Nominative { text, count: 0, first: None, spelling: None, ending })
    }

    /// The spelling of the document that is this form, letter by letter or in another romanisation.
    fn find(&self, form: &[u8], not: SpellingId, exact: bool) -> Option<SpellingId> {
        if let Some(&id) = self.by_folded.get(form) {
            return Some(id).filter(|&id| id != not);
        }
        // What is left without the ending says too little to be read in another romanisation.
        if exact {
            return None;
        }
        let text = std::str::from_utf8(form).ok()?;
        let keys = Keys::of_folded(form);
        let near = keys.as_slice().iter().filter_map(|key| self.by_key.get(key)).flatten().copied();
        let is_same = |id: &SpellingId| {
            let found = compare(&self.names.spelling(*id).text, text, self.context.knowledge);
            *id != not && found.verdict == Verdict::Same && !found.is_cognate()
        };
        near.filter(|id| !self.names.spelling(*id).english).find(is_same)
    }

    /// Whether what stands around a name allows that it is the other in another case.
    fn fits(&self, id: SpellingId, other: SpellingId, ending: &CaseEnding, listed: bool) -> bool {
        let (mine, its) = (&self.givens[id as usize], &self.givens[other as usize]);
        let person = !mine.is_empty() || !its.is_empty();
        let shared = mine.iter().any(|a| its.iter().any(|b| a == b || self.is_given_in_a_case(*a, *b)));
        // Two surnames after different given names are two people's.
        if !mine.is_empty() && !its.is_empty() && !shared {
            return false;
        }
        let doubtful = ending.doubtful;
        match ending.bearing {
            // “Pushkiny” is a family only where somebody is called Pushkin.
            Bearing::Man if ending.plural => !its.is_empty(),
            Bearing::Man => !doubtful || self.is_mans(id, shared),
            Bearing::Any | Bearing::Short => true,
            Bearing::Given => self.names.spelling(other).given && self.has_surname_of(id, other, doubtful),
            Bearing::Place => {
                let all_in_place = || self.words(id).all(|word| self.in_place(word));
                let is_place = || {
                    listed || self.words(other).any(|word| self.in_place(word)) || self.words(id).all(|word| self.is_where(word))
                };
                // Igora is a place, Igor is somebody.
                let given = !listed && self.names.spelling(other).given;
                !person && !given && all_in_place() && (!doubtful || is_place())
            }
            Bearing::Thing => !person && (!doubtful || listed),
        }
    }

    /// The same where only a table has the nominative.
    fn fits_alone(&self, id: SpellingId, folded: &[u8], ending: &CaseEnding) -> bool {
        if !self.givens[id as usize].is_empty() {
            return false;
        }
        match ending.bearing {
            Bearing::Place if self.words(id).all(|word| self.after_left_preposition(word)) => true,
            // “A letter from Kirova” is from a woman.
            Bearing::Place => !self.may_be_womans(folded) && self.words(id).all(|word| self.in_place(word)),
            Bearing::Thing => !ending.doubtful,
            _ => false,
        }
    }

    /// Whether women's surnames end so.
    fn may_be_womans(&self, folded: &[u8]) -> bool {
        let mut endings = self.context.knowledge.source.cases.of(folded);
        endings.any(|ending| ending.bearing == Bearing::Man && ending.doubtful)
    }

    /// Whether a word is a given name in another case than the nominative, which the other is.
    fn is_given_in_a_case(&self, id: SpellingId, other: SpellingId) -> bool {
        let (mut folded, mut wanted) = (Vec::new(), Vec::new());
        fold_latin(&self.names.spelling(id).text, &mut folded);
        fold_latin(&self.names.spelling(other).text, &mut wanted);
        let names = &self.context.knowledge.source.given_names;
        let endings = self.context.knowledge.source.cases.of(&folded).filter(|ending| ending.bearing == Bearing::Given);
        let mut forms = endings.filter_map(|ending| nominative_form(&folded, ending, SHORT_STEM));
        self.names.spelling(other).given && forms.any(|form| form == wanted || names.shared(&form, &wanted).is_some())
    }

    /// Whether a word is a man's given name of the tables in another case than the nominative.
    fn is_man_in_a_case(&self, text: &str) -> bool {
        let mut folded = Vec::new();
        fold_latin(text, &mut folded);
        let source = &self.context.knowledge.source;
        if source.given_names.is_abroad(&folded) {
            return false;
        }
        let endings = source.cases.of(&folded).filter(|ending| ending.bearing == Bearing::Given);
        let mut forms = endings.filter_map(|ending| nominative_form(&folded, ending, SHORT_STEM));
        forms.any(|form| source.given_names.of(&form).any(|name| name.gender == Gender::Male))
    }

    /// Whether a given name in another case and its nominative can be one person's: their surnames begin alike. One that
    /// stands without a surname can be anybody's, but for an ending that other names have too.
    fn has_surname_of(&self, id: SpellingId, other: SpellingId, doubtful: bool) -> bool {
        let (mine, its) = (&self.surnames[id as usize], &self.surnames[other as usize]);
        let text = |id: &SpellingId| &*self.names.spelling(*id).text;
        // “Igora Drive” is a circuit.
        let mut surnames = mine.iter().filter(|id| !self.names.spelling(**id).english);
        let alike = surnames.any(|a| its.iter().any(|b| begin_alike(text(a), text(b))));
        alike || mine.is_empty() && !doubtful
    }

    fn has_given_of(&self, id: SpellingId, gender: Gender) -> bool {
        let mut folded = Vec::new();
        let names = &self.context.knowledge.source.given_names;
        let only = |form: &[u8]| {
            let mut names = names.of(form).peekable();
            names.peek().is_some() && names.all(|name| name.gender == gender)
        };
        self.givens[id as usize].iter().any(|&given| {
            fold_latin(&self.names.spelling(given).text, &mut folded);
            only(&folded)
        })
    }

    /// Whether a woman's given name stands before it, or one that is in no table and ends as theirs do.
    fn is_womans(&self, id: SpellingId) -> bool {
        let is_unlisted = |&given: &SpellingId| {
            let given = self.names.spelling(given);
            !given.given && given.text.ends_with('a') && !self.is_man_in_a_case(&given.text)
        };
        self.has_given_of(id, Gender::Female) || self.givens[id as usize].iter().any(is_unlisted)
    }

    /// Whether a form that women bear too is a man's in a case: after a man's title, or after his given name where that is in
    /// a case too or a preposition governs both. A given name in the nominative with a woman's surname is another fault.
    fn is_mans(&self, id: SpellingId, shared: bool) -> bool {
        let before = |word: &Word| (word.start as usize).checked_sub(1);
        let titled = |word: &Word| before(word).is_some_and(|at| self.context.is(at, WordClass::MansTitle));
        let in_a_case = |&given: &SpellingId| {
            let given = self.names.spelling(given);
            !given.given && self.is_man_in_a_case(&given.text)
        };
        let governed = self.governed[id as usize] && (shared || self.has_given_of(id, Gender::Male));
        let named = governed || self.givens[id as usize].iter().any(in_a_case);
        (named || self.words(id).any(titled)) && !self.is_womans(id)
    }

    /// Whether a preposition of place stands before a word, in English or left from the source language.
    fn in_place(&self, word: &Word) -> bool {
        let before = (word.start as usize).checked_sub(1);
        before.is_some_and(|at| self.context.is(at, WordClass::PlacePreposition)) || self.after_left_preposition(word)
    }

    /// Whether a preposition stands before a word that people seldom have before them: in, at, near.
    fn is_where(&self, word: &Word) -> bool {
        let before = (word.start as usize).checked_sub(1);
        before.is_some_and(|at| self.context.is(at, WordClass::Locative)) || self.after_left_preposition(word)
    }

    /// Whether a preposition of the source language stands before a word.
    pub(super) fn after_left_preposition(&self, word: &Word) -> bool {
        let before = (word.start as usize).checked_sub(1);
        before.is_some_and(|at| self.context.is(at, WordClass::LeftPreposition))
    }
}

/// A folded word with the ending of the nominative in place of another.
fn nominative_form(folded: &[u8], ending: &CaseEnding, least: usize) -> Option<Vec<u8>> {
    let stem = folded.strip_suffix(ending.oblique.as_bytes()).filter(|stem| stem.len() >= least)?;
    // Only after a consonant is there a nominative without an ending.
    if ending.nominative.is_empty() && stem.last().copied().is_none_or(is_vowel) {
        return None;
    }
    Some([stem, ending.nominative.as_bytes()].concat())
}

/// Whether two words begin alike and differ in their endings at most.
fn begin_alike(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    shared >= STEM && shared + 2 >= a.len().min(b.len())
}
