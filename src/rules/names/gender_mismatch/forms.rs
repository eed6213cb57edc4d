//! Which form a surname has beside a given name, and which it should have.

use std::cmp::Reverse;

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
    places: Option<Places<'a>>,
    womens: Option<usize>,
}

/// Where the words of names stand.
struct Places<'a> {
    by_text: FxHashMap<&'a str, SpellingId>,
    /// The first word of each spelling.
    first: FxHashMap<SpellingId, Word>,
    /// For each surname the known given names before it, one a mention.
    bearers: FxHashMap<SpellingId, Vec<SpellingId>>,
    /// How often a word stands without a known given name.
    alone: FxHashMap<SpellingId, usize>,
}

impl<'a> Forms<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let names = context.facts.names();
        Self { context: *context, names, givens: FxHashMap::default(), known: FxHashMap::default(), places: None, womens: None }
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
        let Given { gender, only_slavic, languages } = self.given(given)?;
        let (gender, only_slavic, languages) = (*gender, *only_slavic, languages.clone());
        let other = if gender == Gender::Male { Gender::Female } else { Gender::Male };
        let all: Vec<&'a SurnameEnding> = self.endings(surname, other).collect();
        if all.is_empty() {
            return None;
        }
        let text: &'a str = &spelling.text;
        let right = |ending: &SurnameEnding| {
            let stem = text.strip_suffix(ending.of(other)).unwrap_or(text);
            format!("{stem}{}", ending.of(gender))
        };
        let places: &Places = self.places.get_or_insert_with(|| Places::of(self.names));
        let model = all.iter().find_map(|ending| {
            let right = right(ending);
            places.model(&right, given, surname, only_slavic).map(|word| (right, word))
        });
        if let Some((right, word)) = model {
            return Some(Mismatch { right, gender, model: Some(word) });
        }
        let goes_by = places.alone.contains_key(&surname) && !all.iter().any(|e| e.tells(other) == Tells::Always);
        let bearers: Vec<SpellingId> = places.bearers.get(&surname).cloned().unwrap_or_default();
        let womens_forms = gender == Gender::Female && self.women_in_womens_forms() >= WOMENS_FORMS;
        let tells = |ending: &&'a SurnameEnding| match ending.tells(other) {
            Tells::Always => true,
            Tells::Slavic => only_slavic || womens_forms,
            Tells::Never => false,
        };
        let endings: Vec<&SurnameEnding> = all.iter().copied().filter(tells).collect();
        // Somebody who goes by the surname in this form bears it, whatever the given name.
        if goes_by && !bearers.into_iter().any(|given| self.given(given).is_some_and(|given| given.gender == other)) {
            return None;
        }
        // Of several forms that of the given name's language, then the one that the document writes more.
        let names = self.names.spellings();
        let written = |right: &str| {
            let short = all.iter().map(|ending| ending.of(gender)).filter(|ending| right.ends_with(ending));
            let short = short.min_by_key(|ending| ending.len());
            names.iter().filter(|spelling| short.is_some_and(|ending| spelling.text.ends_with(ending))).count()
        };
        let rank = |ending: &&SurnameEnding| {
            let own = ending.languages.iter().any(|language| languages.contains(language));
            (!own, Reverse(written(&right(ending))))
        };
        let best = endings.into_iter().min_by_key(rank)?;
        Some(Mismatch { right: right(best), gender, model: None })
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

impl<'a> Places<'a> {
    fn of(names: &'a Names) -> Self {
        let by_text = names.spellings().iter().enumerate().map(|(id, spelling)| (&*spelling.text, id as SpellingId)).collect();
        let mut places =
            Self { by_text, first: FxHashMap::default(), bearers: FxHashMap::default(), alone: FxHashMap::default() };
        for word in names.words() {
            places.first.entry(word.spelling).or_insert(*word);
        }
        for mention in names.mentions() {
            let surname = mention.kind.surname().spelling;
            match mention.kind.given().filter(|given| names.spelling(given.spelling).given) {
                Some(given) => places.bearers.entry(surname).or_default().push(given.spelling),
                None => *places.alone.entry(surname).or_default() += 1,
            }
        }
        places
    }

    /// Where the agreeing form stands as the same person's: after the same given name, or after none. Alone it tells of
    /// somebody whose name may be from abroad only if it stands as often as the form that does not agree.
    fn model(&self, right: &str, given: SpellingId, surname: SpellingId, only_slavic: bool) -> Option<Word> {
        let id = *self.by_text.get(right)?;
        let bearers = |id: SpellingId| self.bearers.get(&id).into_iter().flatten();
        let alone = self.alone.get(&id).copied().unwrap_or_default();
        let same = bearers(id).any(|other| *other == given);
        let wrong = bearers(surname).filter(|other| **other == given).count();
        let lone = bearers(id).next().is_none() && alone > 0 && (only_slavic || alone >= wrong);
        self.first.get(&id).filter(|_| same || lone).copied()
    }
}
