//! A name formed from the father's, taken for a surname.
//!
//! In: the mentions of names of a document. Out: a finding on each such name after a title or an initial, with the surname
//! as the fix where the document has it.
//! Must not know: how mentions are found, or which names are formed from a father's.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::RegionKind;
use crate::facts::Needs;
use crate::facts::names::{MentionKind, Names, SpellingId, Word};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::{Gender, fold_latin};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/patronymic-as-surname",
    summary: "a patronymic taken for a surname",
    why: "“Vladimirovich” is no surname but “son of Vladimir”, so nobody knows who is meant",
    category: "accuracy/mistranslation",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "bearer-stands",
            what: "the document has somebody with this patronymic, or the given name before it, and a surname",
            by_definition: None,
        },
        Class { id: "title-only", what: "after a title, and nobody in the document bears it as a surname", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `names/patronymic-as-surname`
#[derive(Debug)]
pub(super) struct PatronymicAsSurname;

impl Rule for PatronymicAsSurname {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let names = context.facts.names();
        let mut known: FxHashMap<SpellingId, Reading> = FxHashMap::default();
        for mention in names.mentions() {
            // After initials only a surname can stand, unless somebody is known to have this patronymic.
            let (word, after_title) = match mention.kind {
                MentionKind::Single { word, titled: true } => (word, true),
                MentionKind::Initial { surname, .. } => (surname, false),
                _ => continue,
            };
            if !names.spelling(word.spelling).patronymic {
                continue;
            }
            match *known.entry(word.spelling).or_insert_with(|| read(context, word.spelling)) {
                Reading::Of(surname) => report_word(context, report, word, Some(surname)),
                Reading::Nobodys(surname) if after_title => report_word(context, report, word, surname),
                Reading::Nobodys(_) | Reading::Surname => {}
            }
        }
    }
}

/// What a word that is formed like a patronymic is in a document.
#[derive(Clone, Copy)]
enum Reading {
    /// The patronymic of the one bearer of this surname.
    Of(Word),
    /// No surname; the surname is that of the one bearer of the given name before it, where there is one.
    Nobodys(Option<Word>),
    /// Somebody's surname.
    Surname,
}

fn read(context: &Context, spelling: SpellingId) -> Reading {
    match surname_of(context.facts.names(), spelling) {
        Some(surname) => Reading::Of(surname),
        None if is_surname(context, spelling) => Reading::Surname,
        None => Reading::Nobodys(surname_by_given(context, spelling)),
    }
}

/// Whether somebody bears the word as a surname: it stands after a given name and nothing follows, but not where somebody
/// is addressed. Daughters' names are never surnames, and some sons' names are those of many families.
fn is_surname(context: &Context, spelling: SpellingId) -> bool {
    let names = context.facts.names();
    let table = &context.knowledge.source.given_names;
    let folded = folded(names, spelling);
    match table.patronymic(&folded) {
        Some(Gender::Female) => return false,
        _ if table.patronymic_is_surname(&folded) => return true,
        _ => {}
    }
    let borne = |pair: &[Word]| {
        let [given, word] = pair else { return false };
        let beside = word.spelling == spelling && word.start == given.end && names.spelling(given.spelling).given;
        let last = !context.tokens().get(word.end as usize).is_some_and(|token| token.is_capitalized() && token.is_word());
        let place = context.document.span_of(word.tokens());
        beside && last && place.is_some_and(|place| !context.document.inside(place, RegionKind::Quotation))
    };
    names.words().windows(2).any(borne)
        || names.mentions().iter().any(|m| matches!(m.kind, MentionKind::Full { surname, .. } if surname.spelling == spelling))
}

/// The surname of the one bearer in whose full name the patronymic stands; none where there are several.
fn surname_of(names: &Names, patronymic: SpellingId) -> Option<Word> {
    let mut found: Option<Word> = None;
    for mention in names.mentions() {
        let MentionKind::Full { given, surname } = mention.kind else { continue };
        if surname.spelling == patronymic {
            continue;
        }
        let from = given.start.min(surname.start) as usize;
        let name = names.words_from(from).iter().take_while(|word| word.start <= given.end.max(surname.end));
        if name.clone().any(|word| word.spelling == patronymic) {
            if found.is_some_and(|other| other.spelling != surname.spelling) {
                return None;
            }
            found = found.or(Some(surname));
        }
    }
    found
}

/// The surname of the one bearer of the given name that stands before the patronymic elsewhere; none where several bear it,
/// or where the surname has the form of the other gender.
fn surname_by_given(context: &Context, patronymic: SpellingId) -> Option<Word> {
    let names = context.facts.names();
    let gender = context.knowledge.source.given_names.patronymic(&folded(names, patronymic))?;
    let other = gender.other();
    let beside = names.words().windows(2).filter_map(|pair| {
        let [given, word] = pair else { return None };
        (word.spelling == patronymic && word.start == given.end).then_some(given.spelling)
    });
    let givens: FxHashSet<SpellingId> = beside.collect();
    let mut found: Option<Word> = None;
    for mention in names.mentions() {
        let MentionKind::Full { given, surname } = mention.kind else { continue };
        if !givens.contains(&given.spelling) || surname.spelling == patronymic {
            continue;
        }
        if found.is_some_and(|known| known.spelling != surname.spelling) {
            return None;
        }
        found = found.or(Some(surname));
    }
    let text = |word: &Word| &*names.spelling(word.spelling).text;
    found.filter(|word| context.knowledge.source.surname_genders.of(text(word), other).next().is_none())
}

fn folded(names: &Names, spelling: SpellingId) -> Vec<u8> {
    let mut folded = Vec::new();
    fold_latin(&names.spelling(spelling).text, &mut folded);
    folded
}

fn report_word(context: &Context, report: &mut Reporter, word: Word, surname: Option<Word>) {
    let Some(span) = context.document.span_of(word.tokens()) else { return };
    let seen = context.slice(span);
    let names = context.facts.names();
    let known = surname.map(|surname| (&*names.spelling(surname.spelling).text, context.document.span_of(surname.tokens())));
    let draft = match known {
        Some((right, place)) => {
            let message = format!("“{seen}” is formed from a father’s name; the surname is “{right}”. Write “{right}”.");
            let draft = report.at(span, "bearer-stands", message);
            let draft = draft.fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, right)]).group(format!("names:{right}"));
            match place {
                Some(place) => draft.compare(place, format!("“{right}” here")),
                None => draft,
            }
        }
        None => {
            let message = format!("“{seen}” is formed from a father’s name and no surname. Find the surname in the source text.");
            report.at(span, "title-only", message).ask(format!("What is the surname of the person called “{seen}”?"))
        }
    };
    draft.done();
}
