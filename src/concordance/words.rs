//! Words of names that may be one word: the spellings of a document that no full name joins, in pairs.

use rustc_hash::FxHashMap;

use super::compare_in_text;
use crate::facts::names::{Keys, MentionKind, Names, SourceForm, SpellingId, Verdict, Word, differ_in_apostrophes, is_near};
use crate::knowledge::{Knowledge, WordClass, WordId};

/// Of spellings that share a key, so many are compared with each other; a document that has more is a list of names.
const MOST_COMPARED: usize = 64;
/// So many pairs are held against each other in all; a document that asks for more is a list of words.
const MOST_PAIRS: usize = 100_000;
/// Shorter words are too much alike.
const SHORTEST: usize = 4;
/// Two spellings are held against each other where they stand so near, in tokens: within what one reads at a sitting.
const REACH: u32 = 3000;

/// What binds two spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bond {
    /// A form of one source language gives both.
    Romanized(Verdict, SourceForm),
    /// They differ in apostrophes alone, which stand for a soft sign or for nothing.
    Apostrophe,
    /// They only sound nearly alike.
    Near,
}

/// A spelling and its words in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uses {
    /// The spelling.
    pub spelling: SpellingId,
    /// Its words.
    pub words: Vec<Word>,
}

/// A spelling and the more frequent one that it may be meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The spelling with fewer places; of two with as many, the one that turns up later.
    pub rare: Uses,
    /// The other.
    pub usual: Uses,
    /// What binds them.
    pub bond: Bond,
    /// Whether both stand beside one word that is spelt alike: one given name before both, or one surname after them.
    pub company: bool,
    /// Whether the rarer is in the plural and the other is not.
    pub plural: bool,
    /// Whether both stand in as many places, their singulars and plurals among them.
    pub tied: bool,
}

/// The words of a document by spelling, and who stands beside them.
struct Work<'a> {
    names: &'a Names,
    knowledge: &'a Knowledge,
    /// Of each spelling, the numbers of its words in [`Names::words`].
    places: Vec<Vec<u32>>,
    /// All spellings by their text.
    texts: FxHashMap<&'a str, SpellingId>,
    /// Of each spelling, how many of its words stand after an article.
    things: Vec<u32>,
    /// Of each spelling, the given names that stand before it as a surname.
    givens: Vec<Vec<SpellingId>>,
    /// Of each spelling, the surnames that stand after it as a given name.
    surnames: Vec<Vec<SpellingId>>,
}

/// The pairs of a document, by the rarer spelling; `words` are the vocabulary ids of its tokens.
pub(super) fn pairs(names: &Names, words: &[WordId], knowledge: &Knowledge) -> Vec<Pair> {
    let count = names.spellings().len();
    let mut work = Work {
        names,
        knowledge,
        places: vec![Vec::new(); count],
        texts: names.spellings().iter().enumerate().map(|(id, spelling)| (&*spelling.text, id as SpellingId)).collect(),
        things: vec![0; count],
        givens: vec![Vec::new(); count],
        surnames: vec![Vec::new(); count],
    };
    for (number, word) in names.words().iter().enumerate() {
        work.places[word.spelling as usize].push(number as u32);
        let after_article =
            word.start.checked_sub(1).is_some_and(|before| knowledge.vocabulary.is(words, before as usize, WordClass::Article));
        work.things[word.spelling as usize] += u32::from(after_article);
    }
    for mention in names.mentions() {
        if let MentionKind::Full { given, surname } = mention.kind {
            add(&mut work.givens[surname.spelling as usize], given.spelling);
            add(&mut work.surnames[given.spelling as usize], surname.spelling);
        }
    }
    work.pairs()
}

fn add(list: &mut Vec<SpellingId>, id: SpellingId) {
    if !list.contains(&id) {
        list.push(id);
    }
}

impl Work<'_> {
    fn pairs(&self) -> Vec<Pair> {
        let mut buckets: FxHashMap<u64, Vec<SpellingId>> = FxHashMap::default();
        for (id, spelling) in self.names.spellings().iter().enumerate() {
            let id = id as SpellingId;
            if self.places[id as usize].is_empty() || spelling.text.chars().count() < SHORTEST {
                continue;
            }
            for &key in spelling.keys.as_slice() {
                buckets.entry(key).or_default().push(id);
            }
            if let Some(stem) = singular(&spelling.text) {
                for &key in Keys::of(stem).as_slice() {
                    let bucket = buckets.entry(key).or_default();
                    if bucket.last() != Some(&id) {
                        bucket.push(id);
                    }
                }
            }
        }
        let mut best: Vec<Option<Pair>> = vec![None; self.names.spellings().len()];
        let mut held = 0;
        for bucket in buckets.values().filter(|bucket| bucket.len() > 1) {
            let bucket = &bucket[..bucket.len().min(MOST_COMPARED)];
            held += bucket.len() * (bucket.len() - 1) / 2;
            if held > MOST_PAIRS {
                break;
            }
            for (i, &a) in bucket.iter().enumerate() {
                for &b in &bucket[i + 1..] {
                    self.hold(a, b, &mut best);
                }
            }
        }
        // A slip in one name is no model for another name.
        let meant: Vec<Option<SpellingId>> = best.iter().map(|pair| pair.as_ref().map(|pair| pair.usual.spelling)).collect();
        let is_apart = |pair: &Pair| {
            meant[pair.usual.spelling as usize].is_some_and(|meant| self.company(pair.rare.spelling, meant).is_none())
        };
        best.into_iter().flatten().filter(|pair| !is_apart(pair)).collect()
    }

    /// Keeps the pair if they are bound, and the more frequent one is the most frequent so far.
    fn hold(&self, a: SpellingId, b: SpellingId, best: &mut [Option<Pair>]) {
        let rank = |id: SpellingId| (self.weight(id), std::cmp::Reverse(self.places[id as usize].first()));
        let (rare, usual) = if rank(a) < rank(b) { (a, b) } else { (b, a) };
        if best[rare as usize].as_ref().is_some_and(|pair| rank(pair.usual.spelling) >= rank(usual)) || !self.meet(rare, usual) {
            return;
        }
        if let Some(pair) = self.bind(rare, usual) {
            best[rare as usize] = Some(pair);
        }
    }

    /// In how many places a spelling stands, its singular among them.
    fn weight(&self, id: SpellingId) -> usize {
        let singular = singular(&self.names.spelling(id).text).and_then(|stem| self.texts.get(stem));
        self.places[id as usize].len() + singular.map_or(0, |&stem| self.places[stem as usize].len())
    }

    /// Whether a place of one stands within reach of a place of the other, both in titles of works or both not.
    fn meet(&self, a: SpellingId, b: SpellingId) -> bool {
        let start = |number: u32| self.names.words()[number as usize].start;
        let title = |number: u32| self.names.words()[number as usize].in_title;
        let others = &self.places[b as usize];
        self.places[a as usize].iter().any(|&number| {
            let at = start(number);
            let next = others.partition_point(|&other| start(other) < at);
            let sides = [next.checked_sub(1), Some(next)];
            sides
                .into_iter()
                .flatten()
                .filter_map(|i| others.get(i))
                .any(|&other| start(other).abs_diff(at) <= REACH && title(other) == title(number))
        })
    }

    fn bind(&self, rare: SpellingId, usual: SpellingId) -> Option<Pair> {
        let (a, b) = (self.names.spelling(rare), self.names.spelling(usual));
        if a.english && b.english || a.proper && b.proper || a.patronymic || b.patronymic || self.is_thing_of(rare, usual) {
            return None;
        }
        let company = self.company(rare, usual)?;
        if (a.english || b.english) && !company {
            return None;
        }
        let tied = self.weight(rare) == self.weight(usual);
        let pair = |bond, plural| Pair { rare: self.uses(rare), usual: self.uses(usual), bond, company, plural, tied };
        let found = compare_in_text(&a.text, &b.text, self.knowledge);
        if found.is_cognate() {
            return None;
        }
        match (found.verdict, found.source) {
            (Verdict::Same | Verdict::Likely, Some(source)) => Some(pair(Bond::Romanized(found.verdict, source), false)),
            (Verdict::Same, None) => differ_in_apostrophes(&a.text, &b.text).then(|| pair(Bond::Apostrophe, false)),
            _ if is_near(&a.text, &b.text) && !(a.given && b.given) => Some(pair(Bond::Near, false)),
            _ => {
                let stem = singular(&a.text).filter(|stem| singular(&b.text).is_none() && !self.texts.contains_key(stem))?;
                let found = compare_in_text(stem, &b.text, self.knowledge);
                let source = found.source.filter(|_| found.verdict == Verdict::Same)?;
                Some(pair(Bond::Romanized(Verdict::Same, source), true))
            }
        }
    }

    /// Whether the two stand beside one word; nothing where those who bear them are plainly two.
    fn company(&self, rare: SpellingId, usual: SpellingId) -> Option<bool> {
        let shared = |of: &[Vec<SpellingId>]| {
            let (x, y) = (&of[rare as usize], &of[usual as usize]);
            (x.iter().any(|id| y.contains(id)), !x.is_empty() && !y.is_empty())
        };
        let ((given, both_surnames), (surname, both_givens)) = (shared(&self.givens), shared(&self.surnames));
        let company = given || surname;
        let both = self.surnames[rare as usize].iter().chain(&self.surnames[usual as usize]);
        let mut surnames = both.filter(|&&id| !self.names.spelling(id).english);
        // A given name by itself is that of any of its bearers.
        let ambiguous = surnames.next().is_some_and(|first| surnames.any(|other| other != first));
        // Two surnames after different given names are two people's, unless the given names are one in two languages; what
        // is one bearer's the bearers tell.
        let apart = both_givens && !company || both_surnames && !company && !self.cognate_givens(rare, usual);
        (!ambiguous && !apart).then_some(company)
    }

    /// Whether forms of one given name in two languages stand before two surnames.
    fn cognate_givens(&self, a: SpellingId, b: SpellingId) -> bool {
        let text = |id: &SpellingId| &*self.names.spelling(*id).text;
        let cognates = &self.knowledge.source.cognates;
        let (left, right) = (&self.givens[a as usize], &self.givens[b as usize]);
        left.iter().any(|x| right.iter().any(|y| cognates.are(text(x), text(y))))
    }

    /// Whether one is a thing that bears a person's name in a form of its own (“the Petroff” and Petrov).
    fn is_thing_of(&self, a: SpellingId, b: SpellingId) -> bool {
        let is_thing = |id: SpellingId| 2 * self.things[id as usize] as usize >= self.places[id as usize].len();
        let is_person = |id: SpellingId| !self.givens[id as usize].is_empty();
        is_thing(a) && is_person(b) || is_thing(b) && is_person(a)
    }

    fn uses(&self, spelling: SpellingId) -> Uses {
        let words = self.places[spelling as usize].iter().filter_map(|&number| self.names.words().get(number as usize));
        Uses { spelling, words: words.copied().collect() }
    }
}

/// A word without the ending of the English plural, where it may have one.
pub(super) fn singular(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('s')?;
    (stem.len() >= SHORTEST && !stem.ends_with(['s', 'i', 'u'])).then_some(stem)
}
