//! Which form a surname has beside a given name, and which it should have.

use rustc_hash::FxHashMap;

use crate::facts::names::{MentionKind, Names, SpellingId, Word};
use crate::knowledge::Language;
use crate::knowledge::source::{Gender, SurnameEnding, Tells, fold_latin};
use crate::rules::Context;

/// A text in which so many women have a woman's form gives it to all of them.
const WOMENS_FORMS: usize = 3;

/// A surname in the other gender's form.
#[derive(Clone)]
pub(super) struct Mismatch {
    /// The agreeing form.
    pub(super) right: String,
    /// Who bears the given name.
    pub(super) gender: Gender,
    /// Where the agreeing form stands, if it does.
    pub(super) model: Option<Word>,
}

/// What the tables say of a given name.
#[derive(Clone)]
struct Given {
    gender: Gender,
    only_slavic: bool,
    languages: Vec<Language>,
}

/// The surnames of a document and who bears them.
pub(super) struct Forms<'a> {
    context: Context<'a>,
    names: &'a Names,
    givens: FxHashMap<SpellingId, Option<Given>>,
    /// What was found of a given name and a surname.
    known: FxHashMap<(SpellingId, SpellingId), Option<Mismatch>>,
    /// Made when the first surname of the other gender's form is met.
    places: Option<Places>,
    womens: Option<usize>,
    /// How many words end so.
    written: FxHashMap<&'static str, usize>,
}

/// Where the words of names stand.
struct Places {
    /// The first word of each spelling.
    first: FxHashMap<SpellingId, Word>,
    /// How often a known given name stands before a surname.
    full: FxHashMap<(SpellingId, SpellingId), usize>,
    /// How often a word stands without a known given name.
    alone: FxHashMap<SpellingId, usize>,
}

impl<'a> Forms<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let names = context.facts.names();
        Self {
            context: *context,
            names,
            givens: FxHashMap::default(),
            known: FxHashMap::default(),
            places: None,
            womens: None,
            written: FxHashMap::default(),
        }
    }

    /// The agreeing form of a surname that does not agree with the given name.
    pub(super) fn mismatch(&mut self, given: SpellingId, surname: SpellingId) -> Option<Mismatch> {
        if !self.names.spelling(given).given {
            return None;
        }
        if let Some(known) = self.known.get(&(given, surname)) {
            return known.clone();
        }
        let found = self.find(given, surname);
        self.known.insert((given, surname), found.clone());
        found
    }

    /// How many surnames of women have the woman's form.
    pub(super) fn women_in_womens_forms(&mut self) -> usize {
        if let Some(count) = self.womens {
            return count;
        }
        let names = self.names;
        let mut surnames: Vec<SpellingId> = Vec::new();
        for mention in names.mentions() {
            let MentionKind::Full { given, surname } = mention.kind else { continue };
            let form = self.endings(surname.spelling, Gender::Female).next().is_some();
            if form && self.given(given.spelling).is_some_and(|given| given.gender == Gender::Female) {
                surnames.push(surname.spelling);
            }
        }
        surnames.sort_unstable();
        surnames.dedup();
        *self.womens.insert(surnames.len())
    }

    fn find(&mut self, given: SpellingId, surname: SpellingId) -> Option<Mismatch> {
        let spelling = self.names.spelling(surname);
        if spelling.english || spelling.patronymic {
            return None;
        }
        let Given { gender, only_slavic, languages } = self.given(given)?.clone();
        let other = gender.other();
        let endings: Vec<&'a SurnameEnding> = self.endings(surname, other).collect();
        if endings.is_empty() {
            return None;
        }
        let model = endings.iter().find_map(|ending| {
            let right = turned(&spelling.text, ending, other, gender);
            let id = self.context.names.spelling(&right)?;
            self.model(id, given, surname, only_slavic).map(|word| (right, word))
        });
        if let Some((right, word)) = model {
            return Some(Mismatch { right, gender, model: Some(word) });
        }
        // Somebody who goes by the surname in this form bears it, whatever the given name.
        let always = endings.iter().any(|ending| ending.tells(other) == Tells::Always);
        if !always && self.goes_by(surname, other) {
            return None;
        }
        let only_slavic = only_slavic || gender == Gender::Female && self.women_in_womens_forms() >= WOMENS_FORMS;
        let tells = |ending: &&&SurnameEnding| match ending.tells(other) {
            Tells::Always => true,
            Tells::Slavic => only_slavic,
            Tells::Never => false,
        };
        // Of several forms that of the given name's language, then the one that the document writes more.
        let mut best: Option<(bool, usize, String)> = None;
        for ending in endings.iter().filter(tells) {
            let right = turned(&spelling.text, ending, other, gender);
            let own = ending.languages.iter().any(|language| languages.contains(language));
            let count = self.written(&right, &endings, gender);
            if best.as_ref().is_none_or(|(known, most, _)| (own, count) > (*known, *most)) {
                best = Some((own, count, right));
            }
        }
        best.map(|(.., right)| Mismatch { right, gender, model: None })
    }

    /// Where the agreeing form stands as the same person's: after the same given name, or after none. Alone it tells of
    /// somebody whose name may be from abroad only if it stands as often as the form that does not agree.
    fn model(&mut self, id: SpellingId, given: SpellingId, surname: SpellingId, only_slavic: bool) -> Option<Word> {
        let names = self.names;
        let bearers = self.context.names.givens(id).iter().filter(|given| names.spelling(**given).given);
        let (same, nobodys) = (bearers.clone().any(|other| *other == given), bearers.count() == 0);
        let places = self.places();
        let alone = places.alone.get(&id).copied().unwrap_or_default();
        let wrong = places.full.get(&(given, surname)).copied().unwrap_or_default();
        let lone = nobodys && alone > 0 && (only_slavic || alone >= wrong);
        places.first.get(&id).filter(|_| same || lone).copied()
    }

    /// Whether somebody is called by a surname alone in the form of a gender, and nobody of that gender has it in full.
    fn goes_by(&mut self, surname: SpellingId, gender: Gender) -> bool {
        if !self.places().alone.contains_key(&surname) {
            return false;
        }
        let names = self.context.names;
        !names.givens(surname).iter().any(|&given| self.given(given).is_some_and(|given| given.gender == gender))
    }

    /// How many words of the document end as a surname does, by the shortest of the endings.
    fn written(&mut self, right: &str, endings: &[&SurnameEnding], gender: Gender) -> usize {
        let all = endings.iter().map(|ending| ending.of(gender)).filter(|ending| right.ends_with(ending));
        let Some(short) = all.min_by_key(|ending| ending.len()) else { return 0 };
        let names = self.names.spellings();
        let count = || names.iter().filter(|spelling| spelling.text.ends_with(short)).count();
        *self.written.entry(short).or_insert_with(count)
    }

    fn places(&mut self) -> &Places {
        self.places.get_or_insert_with(|| Places::of(self.names))
    }

    fn endings(&self, surname: SpellingId, gender: Gender) -> impl Iterator<Item = &'a SurnameEnding> + use<'a> {
        let names: &'a Names = self.names;
        self.context.knowledge.source.surname_genders.of(&names.spelling(surname).text, gender)
    }

    /// What the tables say of a given name, where only men or only women bear it.
    fn given(&mut self, given: SpellingId) -> Option<&Given> {
        let names = self.names;
        let table = &self.context.knowledge.source.given_names;
        let read = || {
            let mut folded = Vec::new();
            fold_latin(&names.spelling(given).text, &mut folded);
            let languages = table.of(&folded).map(|name| name.language).collect();
            Some(Given { gender: table.gender(&folded)?, only_slavic: table.is_only_slavic(&folded), languages })
        };
        self.givens.entry(given).or_insert_with(read).as_ref()
    }
}

impl Places {
    fn of(names: &Names) -> Self {
        let mut places = Self { first: FxHashMap::default(), full: FxHashMap::default(), alone: FxHashMap::default() };
        for word in names.words() {
            places.first.entry(word.spelling).or_insert(*word);
        }
        for mention in names.mentions() {
            let surname = mention.kind.surname().spelling;
            match mention.kind.given().filter(|given| names.spelling(given.spelling).given) {
                Some(given) => *places.full.entry((given.spelling, surname)).or_default() += 1,
                None => *places.alone.entry(surname).or_default() += 1,
            }
        }
        places
    }
}

/// A surname with the ending of the other gender.
fn turned(text: &str, ending: &SurnameEnding, from: Gender, to: Gender) -> String {
    format!("{}{}", text.strip_suffix(ending.of(from)).unwrap_or(text), ending.of(to))
}
