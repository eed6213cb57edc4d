//! Who in a text can be meant by “she” or “he”: names, nouns for people, and pronouns that were found right.
//!
//! In: a document with its names. Out: the places of women, of men, and of people whose gender nobody can tell.
//! Must not know: things, findings.

use rustc_hash::FxHashMap;

use crate::document::Token;
use crate::facts::names::{Mention, MentionKind, Names, SpellingId};
use crate::knowledge::WordClass;
use crate::knowledge::source::{Gender, fold_latin};
use crate::rules::Context;

/// Letters of the shortest word that is told by the ending of nouns for people.
const SHORTEST: usize = 5;

/// A place where somebody stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    token: usize,
    /// `None` where it may be either.
    gender: Option<Gender>,
}

/// The people of a document: where somebody stands who may be a woman, and who may be a man, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Persons {
    women: Vec<usize>,
    men: Vec<usize>,
}

impl Persons {
    /// Gathers names, and nouns for men and for women.
    pub(super) fn of(context: &Context) -> Self {
        let mut places: Vec<Place> = Vec::new();
        for at in 0..context.tokens().len() {
            if let Some(gender) = noun(context, at) {
                places.push(Place { token: at, gender: Some(gender) });
            }
        }
        let bearers = Bearers::of(context);
        for mention in context.facts.names().mentions() {
            places.extend(bearers.place(context, mention));
        }
        // A given name that is a common word as well is no mention where it opens a sentence: “Marina did not move.”
        for first in context.document.sentences().iter().map(|sentence| sentence.tokens().start) {
            let name = context.tokens().get(first).is_some_and(Token::is_title_case) && !context.is(first, WordClass::Function);
            let gender = || context.knowledge.source.given_names.gender(&folded(context.word(first)));
            places.extend(name.then(gender).flatten().map(|gender| Place { token: first, gender: Some(gender) }));
        }
        places.sort_by_key(|place| place.token);
        let of = |gender: Gender| places.iter().filter(move |p| p.gender != Some(gender.other())).map(|p| p.token).collect();
        Self { women: of(Gender::Female), men: of(Gender::Male) }
    }

    /// The last place before a token of somebody who may be of a gender.
    pub(super) fn last_before(&self, at: usize, gender: Gender) -> Option<usize> {
        let all = self.of_gender(gender);
        all.partition_point(|token| *token < at).checked_sub(1).and_then(|last| all.get(last)).copied()
    }

    /// The first place at a token or after it of somebody who may be of a gender.
    pub(super) fn first_from(&self, at: usize, gender: Gender) -> Option<usize> {
        let all = self.of_gender(gender);
        all.get(all.partition_point(|token| *token < at)).copied()
    }

    fn of_gender(&self, gender: Gender) -> &[usize] {
        if gender == Gender::Female { &self.women } else { &self.men }
    }
}

/// The gender of a noun for a man or for a woman.
fn noun(context: &Context, at: usize) -> Option<Gender> {
    if context.is(at, WordClass::Woman) {
        return Some(Gender::Female);
    }
    context.is(at, WordClass::Man).then_some(Gender::Male)
}

/// Whether a word in lower case may be somebody: by its class, or by its ending.
pub(super) fn is_anyone(context: &Context, at: usize) -> bool {
    if context.is(at, WordClass::Anyone) || noun(context, at).is_some() {
        return true;
    }
    let word = context.word(at);
    let lower = context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower());
    let closed = [WordClass::NoAgent, WordClass::Thing, WordClass::Vessel, WordClass::Function];
    if !lower || word.len() < SHORTEST || closed.into_iter().any(|class| context.is(at, class)) {
        return false;
    }
    let vocabulary = &context.knowledge.vocabulary;
    let ends = |length: usize| {
        let ending = word.len().checked_sub(length).and_then(|start| word.get(start..));
        ending.is_some_and(|ending| vocabulary.classes(vocabulary.id(ending)).has(WordClass::AgentEnding))
    };
    (2..=3).any(ends)
}

/// What the full names of a document tell of the surnames.
struct Bearers<'a> {
    names: &'a Names,
    genders: FxHashMap<SpellingId, Option<Gender>>,
    alone: FxHashMap<SpellingId, Alone>,
}

/// How a word stands alone.
#[derive(Default)]
struct Alone {
    all: usize,
    /// How often as a place does.
    placed: usize,
    /// Whether somebody of the name does something, or has a title.
    acts: bool,
}

impl<'a> Bearers<'a> {
    fn of(context: &Context<'a>) -> Self {
        let names = context.facts.names();
        let mut bearers = Self { names, genders: FxHashMap::default(), alone: FxHashMap::default() };
        for mention in names.mentions() {
            let word = mention.kind.surname();
            if let Some(gender) = bearers.full(context, &mention.kind) {
                let known = bearers.genders.entry(word.spelling).or_insert(gender);
                // A couple: either may be meant.
                *known = known.filter(|known| Some(*known) == gender);
            } else {
                let alone = bearers.alone.entry(word.spelling).or_default();
                let titled = matches!(mention.kind, MentionKind::Single { titled: true, .. } | MentionKind::Initial { .. });
                alone.placed += usize::from(is_placed(context, word.start as usize));
                alone.all += 1;
                alone.acts |= titled || acts(context, word.end as usize);
            }
        }
        bearers
    }

    /// The gender of a full name; the outer nothing for others.
    fn full(&self, context: &Context, kind: &MentionKind) -> Option<Option<Gender>> {
        let given = kind.given()?;
        let known = context.knowledge.source.given_names.gender(&folded(&self.names.spelling(given.spelling).text));
        Some(known.or_else(|| self.ending(context, kind.surname().spelling)))
    }

    /// The gender that the ending of a surname shows.
    fn ending(&self, context: &Context, surname: SpellingId) -> Option<Gender> {
        let text = &self.names.spelling(surname).text;
        let shows = |gender| context.knowledge.source.surname_genders.of(text, gender).next().is_some();
        match (shows(Gender::Female), shows(Gender::Male)) {
            (true, false) => Some(Gender::Female),
            (false, true) => Some(Gender::Male),
            _ => None,
        }
    }

    /// Somebody who is named; nothing for places, countries and words of English.
    fn place(&self, context: &Context, mention: &Mention) -> Option<Place> {
        let word = mention.kind.surname();
        let token = mention.kind.given().map_or(word, |given| given).start as usize;
        let known = self.genders.get(&word.spelling);
        let gender = match mention.kind {
            MentionKind::Full { .. } if self.is_body(context, &mention.kind) => return None,
            MentionKind::Full { .. } => self.full(context, &mention.kind).flatten(),
            _ if known.is_some() => known.copied().flatten(),
            MentionKind::Initial { .. } | MentionKind::Single { titled: true, .. } => self.ending(context, word.spelling),
            MentionKind::Single { .. } if self.is_no_person(context, word.spelling, token) => return None,
            MentionKind::Single { .. } => self.given(context, word.spelling).or_else(|| self.ending(context, word.spelling)),
        };
        Some(Place { token, gender })
    }

    fn given(&self, context: &Context, spelling: SpellingId) -> Option<Gender> {
        context.knowledge.source.given_names.gender(&folded(&self.names.spelling(spelling).text))
    }

    /// Whether a single capitalised word names no person: a place, a country, a day, an acronym, a word of English.
    fn is_no_person(&self, context: &Context, spelling: SpellingId, token: usize) -> bool {
        let name = self.names.spelling(spelling);
        let speaks = context.is(token + 1, WordClass::Speech);
        let capitals = context.tokens().get(token).is_some_and(Token::is_all_caps);
        let place = self.alone.get(&spelling).is_some_and(|alone| !alone.acts && alone.placed * 2 >= alone.all);
        let known = || context.knowledge.source.cases.place(&folded(&name.text)).is_some();
        let speaker = context.is(token, WordClass::Direct) || context.is(token, WordClass::Pronoun);
        let firm = token.checked_sub(1).is_some_and(|before| {
            let kind = context.is(before, WordClass::Organisation) || context.is(before, WordClass::Thing);
            kind && context.tokens().get(before).is_some_and(Token::is_lower)
        });
        let common = || name.english && !speaks && context.knowledge.lexicon.is_common(&name.text.to_lowercase());
        let thing = || capitals || speaker || firm || place || known() || common();
        // “in Sofia”
        let located = token.checked_sub(1).is_some_and(|before| context.is(before, WordClass::Locative));
        is_closed(context, token) || if name.given { located } else { thing() }
    }

    /// Whether a full name whose given name no table has is a body’s, a street’s or a country’s.
    fn is_body(&self, context: &Context, kind: &MentionKind) -> bool {
        let Some(given) = kind.given().filter(|given| !self.names.spelling(given.spelling).given) else { return false };
        let things = [WordClass::Thing, WordClass::Vessel, WordClass::Organisation];
        let thing = |at: usize| things.into_iter().any(|class| context.is(at, class));
        let start = given.start as usize;
        let before = start.checked_sub(1);
        let located = before.is_some_and(|at| context.is(at, WordClass::Locative))
            || before.is_some_and(|at| context.is(at, WordClass::Genitive)) && start.checked_sub(2).is_some_and(thing);
        located || [start, kind.surname().start as usize].into_iter().any(|at| is_closed(context, at) || thing(at))
    }
}

/// Whether a preposition of place stands before a name, another name of a place before “and”, or the word for its kind:
/// “the village of Zarechye”, “the Zarechye district”.
fn is_placed(context: &Context, at: usize) -> bool {
    let is = |at: Option<usize>, class: WordClass| at.is_some_and(|at| context.is(at, class));
    let kind = |at: usize| context.is(at, WordClass::Thing) || context.is(at, WordClass::Vessel);
    let before = at.checked_sub(1);
    let of = is(before, WordClass::Genitive) && at.checked_sub(2).is_some_and(kind);
    let pair = is(before, WordClass::Coordinator) && is(at.checked_sub(3), WordClass::Preposition);
    is(before, WordClass::PlacePreposition) || is(before, WordClass::Preposition) || of || pair || kind(at + 1)
}

/// Whether a verb follows that somebody is the subject of.
fn acts(context: &Context, at: usize) -> bool {
    [WordClass::Speech, WordClass::FiniteVerb, WordClass::Knowing].into_iter().any(|class| context.is(at, class))
}

fn folded(text: &str) -> Vec<u8> {
    let mut folded = Vec::new();
    fold_latin(text, &mut folded);
    folded
}

/// Whether a word names a country, a people or a day.
fn is_closed(context: &Context, at: usize) -> bool {
    let classes =
        [WordClass::Country, WordClass::Land, WordClass::Nationality, WordClass::Month, WordClass::People, WordClass::Feast];
    classes.into_iter().any(|class| context.is(at, class))
}
