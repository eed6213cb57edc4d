//! Who and what many documents name, once all are counted: forms that are spellings of one name stand together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Concordance, CorpusForm, Counts, Form, Place, Tally};
use crate::facts::names::{Keys, SourceForm, Verdict, compare};
use crate::knowledge::Knowledge;
use crate::knowledge::source::fold_latin;

/// A word is held against so many more frequent ones that share a key with it.
const MOST_HEADS: usize = 8;
/// So many words are compared in all; a corpus that asks for more is a list of words, not prose.
const MOST_COMPARED: usize = 40_000;
/// Shorter words are too much alike.
const SHORTEST: usize = 4;

/// A spelling of a part of a name, with its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The word.
    pub text: Box<str>,
    /// Places that spell it so.
    pub places: u64,
    /// Documents that spell it so most of the time.
    pub documents: u32,
}

impl Counted {
    /// What decides which of two spellings is the usual one.
    pub fn weight(&self) -> (u32, u64) {
        (self.documents, self.places)
    }
}

/// A name with all its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Spellings of the given name, the usual one first; none for a word.
    pub givens: Vec<Counted>,
    /// Spellings of the surname or of the word, the usual one first.
    pub lasts: Vec<Counted>,
    /// All forms, the most frequent first.
    pub forms: Vec<(CorpusForm, Tally)>,
}

impl Name {
    /// All its places.
    pub fn places(&self) -> u64 {
        self.forms.iter().map(|(_, tally)| tally.places()).sum()
    }

    /// Whether it is spelt in several ways.
    pub fn is_mixed(&self) -> bool {
        self.givens.len() > 1 || self.lasts.len() > 1
    }

    /// The source forms of the given name and of the last word, as far as they are known: two spellings have one, and the
    /// table of given names knows many.
    pub fn sources(&self, knowledge: &Knowledge) -> [Option<SourceForm>; 2] {
        let shared = |part: &[Counted]| {
            let (usual, others) = part.split_first()?;
            others.iter().find_map(|other| compare(&usual.text, &other.text, knowledge).source)
        };
        let last = shared(&self.lasts);
        let given = shared(&self.givens).or_else(|| {
            let mut folded = Vec::new();
            fold_latin(&self.givens.first()?.text, &mut folded);
            // Both are of one language, where one of them tells which.
            let fits = |language| last.as_ref().is_none_or(|last| last.language == language);
            let names = knowledge.source.given_names.of(&folded).filter(|name| fits(name.language));
            let name = names.min_by_key(|name| name.language)?;
            Some(SourceForm { form: name.name.to_owned(), language: name.language })
        });
        [given, last]
    }
}

/// The names of many documents.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    names: Vec<Name>,
    by_form: FxHashMap<CorpusForm, u32>,
    /// The forms that have a more usual one beside them.
    rare: FxHashSet<u64>,
}

impl Corpus {
    /// Joins the forms that are spellings of one name.
    pub fn new(counts: Counts, knowledge: &Knowledge) -> Self {
        let mut forms: Vec<(CorpusForm, Tally)> = counts.forms.into_iter().collect();
        forms.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let split = forms.partition_point(|(form, _)| matches!(form, CorpusForm::Person { .. }));
        let words = forms.split_off(split);
        let borne = borne(&forms);
        let mut names = people(forms, knowledge);
        names.extend(things(words, &borne, knowledge));
        let mut corpus = Self { names, ..Self::default() };
        for (number, name) in corpus.names.iter().enumerate() {
            for (form, _) in &name.forms {
                corpus.by_form.insert(form.clone(), number as u32);
                if !is_usual(form, name) {
                    corpus.rare.insert(form.fingerprint());
                }
            }
        }
        corpus
    }

    /// All names: people in the order of their first full form by the alphabet, then words.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The name that a form belongs to.
    pub fn name(&self, form: &CorpusForm) -> Option<&Name> {
        self.names.get(*self.by_form.get(form)? as usize)
    }

    /// Whether a document with these forms may have something to mend.
    pub fn concerns(&self, fingerprints: &[u64]) -> bool {
        fingerprints.iter().any(|print| self.rare.contains(print))
    }
}

fn is_usual(form: &CorpusForm, name: &Name) -> bool {
    let is_first = |part: &[Counted], text: &str| part.first().is_some_and(|usual| *usual.text == *text);
    match form {
        CorpusForm::Person { given, surname } => is_first(&name.givens, given) && is_first(&name.lasts, surname),
        CorpusForm::Word(word) => is_first(&name.lasts, word),
    }
}

/// The words that are somebody's given name or surname.
fn borne(people: &[(CorpusForm, Tally)]) -> FxHashSet<Box<str>> {
    let words = people.iter().flat_map(|(form, _)| match form {
        CorpusForm::Person { given, surname } => vec![given.clone(), surname.clone()],
        CorpusForm::Word(_) => Vec::new(),
    });
    words.collect()
}

/// People: their forms are told apart as within one document, each form standing for all its places.
fn people(forms: Vec<(CorpusForm, Tally)>, knowledge: &Knowledge) -> Vec<Name> {
    let one = |(number, (form, _)): (usize, &(CorpusForm, Tally))| match form {
        CorpusForm::Person { given, surname } => {
            let full = Form::Full { given: given.clone(), surname: surname.clone() };
            Some((full, vec![Place { document: number as u32, mention: 0 }]))
        }
        CorpusForm::Word(_) => None,
    };
    let concordance = Concordance { forms: forms.iter().enumerate().filter_map(one).collect() };
    let mut forms: Vec<Option<(CorpusForm, Tally)>> = forms.into_iter().map(Some).collect();
    let names = concordance.bearers(knowledge).into_iter().flat_map(|bearer| {
        let places = bearer.surnames.iter().flat_map(|variant| &variant.places);
        certain(places.filter_map(|place| forms.get_mut(place.document as usize)?.take()).collect(), knowledge)
    });
    names.collect()
}

/// Takes forms apart that are joined by way of others, or of which it is only likely that they are one name: what may be
/// two people over many documents is two people.
fn certain(mut forms: Vec<(CorpusForm, Tally)>, knowledge: &Knowledge) -> Vec<Name> {
    let mut names = Vec::new();
    while !forms.is_empty() {
        forms.sort_by(by_frequency);
        let usual = forms[0].0.clone();
        let (one, rest) = forms.into_iter().partition(|(form, _)| is_one(form, &usual, knowledge));
        names.push(name(one));
        forms = rest;
    }
    names
}

fn is_one(form: &CorpusForm, usual: &CorpusForm, knowledge: &Knowledge) -> bool {
    let same = |a: &str, b: &str| a == b || compare(a, b, knowledge).verdict == Verdict::Same;
    match (form, usual) {
        (CorpusForm::Person { given, surname }, CorpusForm::Person { given: usual_given, surname: usual_surname }) => {
            same(given, usual_given) && same(surname, usual_surname)
        }
        _ => form == usual,
    }
}

/// The most frequent form first, then by the alphabet.
fn by_frequency((a, x): &(CorpusForm, Tally), (b, y): &(CorpusForm, Tally)) -> std::cmp::Ordering {
    (Reverse(x.usual_in), Reverse(x.places()), a).cmp(&(Reverse(y.usual_in), Reverse(y.places()), b))
}

/// Words: each is held against the most frequent ones that share a key with it.
fn things(words: Vec<(CorpusForm, Tally)>, borne: &FxHashSet<Box<str>>, knowledge: &Knowledge) -> Vec<Name> {
    let text = |number: usize| match words.get(number) {
        Some((CorpusForm::Word(word), _)) => &**word,
        _ => "",
    };
    let mut order: Vec<usize> = (0..words.len()).filter(|&i| is_comparable(text(i), borne)).collect();
    order.sort_by_key(|&i| Reverse((words[i].1.usual_in, words[i].1.places())));
    let mut heads: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut head_of: Vec<usize> = (0..words.len()).collect();
    let mut compared = 0;
    for &number in &order {
        let keys = Keys::of(text(number));
        let candidates = keys.as_slice().iter().filter_map(|key| heads.get(key)).flatten();
        let open = compared < MOST_COMPARED;
        let mut is_one = |head: usize| {
            compared += 1;
            // English has both: two names of its own.
            if is_proper(text(number), knowledge) && is_proper(text(head), knowledge) {
                return false;
            }
            let found = compare(text(number), text(head), knowledge);
            found.verdict == Verdict::Same && found.source.is_some()
        };
        let head = if open { candidates.copied().find(|&head| is_one(head)) } else { None };
        match head {
            Some(head) => head_of[number] = head,
            None => {
                for key in keys.as_slice() {
                    let heads = heads.entry(*key).or_default();
                    if heads.len() < MOST_HEADS {
                        heads.push(number);
                    }
                }
            }
        }
    }
    let mut grouped: BTreeMap<usize, Vec<(CorpusForm, Tally)>> = BTreeMap::new();
    for (word, head) in words.into_iter().zip(head_of) {
        grouped.entry(head).or_default().push(word);
    }
    grouped.into_values().map(name).collect()
}

fn is_proper(word: &str, knowledge: &Knowledge) -> bool {
    knowledge.lexicon.entry(word).is_some_and(|entry| entry.proper)
}

/// Whether a word may be held against others: what is anybody's name anywhere is left alone.
fn is_comparable(word: &str, borne: &FxHashSet<Box<str>>) -> bool {
    word.chars().count() >= SHORTEST && !borne.contains(word)
}

fn name(mut forms: Vec<(CorpusForm, Tally)>) -> Name {
    forms.sort_by(by_frequency);
    let (mut givens, mut lasts) = (BTreeMap::new(), BTreeMap::new());
    let add = |part: &mut BTreeMap<Box<str>, Counted>, text: &str, places: u64, documents: u32| {
        let none = || Counted { text: text.into(), places: 0, documents: 0 };
        let counted = part.entry(text.into()).or_insert_with(none);
        counted.places += places;
        counted.documents += documents;
    };
    for (form, tally) in &forms {
        match form {
            CorpusForm::Person { given, surname } => {
                // Where the surname stands alone the given name is not spelt at all.
                if tally.full > 0 {
                    add(&mut givens, given, tally.full, tally.usual_in);
                }
                add(&mut lasts, surname, tally.places(), tally.usual_in);
            }
            CorpusForm::Word(word) => add(&mut lasts, word, tally.full, tally.usual_in),
        }
    }
    let ordered = |part: BTreeMap<Box<str>, Counted>| {
        let mut part: Vec<Counted> = part.into_values().collect();
        part.sort_by_key(|counted| Reverse(counted.weight()));
        part
    };
    Name { givens: ordered(givens), lasts: ordered(lasts), forms }
}
