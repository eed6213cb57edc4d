//! The verifier: whether two spellings romanise one form of one source language, and which.
//!
//! The two spellings are read side by side, unit by unit, by a table of one language; every way to read both as the
//! same letters is weighed, and the cheapest is the verdict. Where both write a unit alike it costs nothing, so the cost
//! says how strange it would be to write one name in these two ways. That is a banded shortest path over pairs of
//! places; one language is held throughout, so that forms of two languages (Sergey, Serhiy) are never joined.

use crate::knowledge::source::{GivenName, Match, Presses, Romanization, Source, fold_latin, without_accent};
use crate::knowledge::{Knowledge, Language};

/// What every unit that is written in two ways costs, beside how rare the two ways are.
const DIFFERENCE: u32 = 10;
/// The same where one of the two ways is of another press: its signs are seen, so the next one surprises less.
const FOREIGN: u32 = 4;
/// The dearest pair that is still the same.
const SAME: u32 = 50;
/// The dearest pair that is still likely.
const LIKELY: u32 = 200;
/// Words longer than this are not names.
const LONGEST: usize = 40;
/// How far two spellings may run apart, in letters.
const BAND: usize = 5;

/// Whether two spellings are one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// No form of one language gives both, or none that anybody would believe.
    Different,
    /// A form gives both, though one of the spellings is unusual.
    Likely,
    /// A form gives both in usual spellings.
    Same,
}

impl Verdict {
    /// The word that tables and reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Different => "different",
            Self::Likely => "likely",
            Self::Same => "same",
        }
    }
}

/// A form of a source language that gives both spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceForm {
    /// The form in its own script.
    pub form: String,
    /// The language.
    pub language: Language,
}

/// What came of comparing two spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether they are one name.
    pub verdict: Verdict,
    /// How strange it would be to write one name in both ways, in hundredths; `None` where no form gives both.
    pub cost: Option<u32>,
    /// The form that gives both.
    pub source: Option<SourceForm>,
    /// Whether they are forms of two languages, not two spellings of one form.
    pub cognate: bool,
    /// Whether one of them is spelt as a press spells that does not write English.
    pub through_press: bool,
}

impl Comparison {
    const DIFFERENT: Self = Self { verdict: Verdict::Different, cost: None, source: None, cognate: false, through_press: false };
}

/// Compares two spellings of a word or of several; never two English words.
pub fn compare(a: &str, b: &str, knowledge: &Knowledge) -> Comparison {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    fold_latin(a, &mut left);
    fold_latin(b, &mut right);
    let words = |word: &[u8]| word.split(|&letter| letter == b'-').filter(|part| !part.is_empty()).count();
    if left.len().max(right.len()) > 2 * LONGEST {
        return Comparison::DIFFERENT;
    }
    if words(&left) != words(&right) {
        if a.contains(' ') || b.contains(' ') {
            return Comparison::DIFFERENT;
        }
        // “Nur-Sultan” and “Nursultan”.
        let hyphen = |c: char| matches!(c, '-' | '‐' | '‑');
        let joined = |word: &str| word.replace(hyphen, "");
        let has_one = a.contains(hyphen) || b.contains(hyphen);
        return if has_one { compare(&joined(a), &joined(b), knowledge) } else { Comparison::DIFFERENT };
    }
    if left.iter().copied().map(without_accent).eq(right.iter().copied().map(without_accent)) {
        return Comparison { verdict: Verdict::Same, cost: Some(0), source: None, cognate: false, through_press: false };
    }
    if knowledge.source.cognates.are(a, b) {
        return Comparison { verdict: Verdict::Likely, cost: Some(0), source: None, cognate: true, through_press: false };
    }
    let listed = knowledge.source.given_names.shared(&left, &right);
    if listed.is_none() && (is_english(a, knowledge) || is_english(b, knowledge)) {
        return Comparison::DIFFERENT;
    }
    let parts = |word: &'_ [u8]| -> Vec<Vec<u8>> {
        word.split(|&letter| letter == b'-').filter(|part| !part.is_empty()).map(<[u8]>::to_vec).collect()
    };
    let whole = compare_parts(parts(&left), parts(&right), knowledge);
    if whole.verdict == Verdict::Same {
        return whole;
    }
    let through = |presses: &Presses| {
        let pairs = read_through(presses, a, b).into_iter();
        let found = pairs.filter_map(|(price, left, right)| {
            let mut found = compare_parts(parts(&left), parts(&right), knowledge);
            found.cost = Some(found.cost? + price);
            found.verdict = found.verdict.min(judge(found.cost?, left.len().min(right.len())));
            Some(found)
        });
        found.max_by_key(|found| (found.verdict, std::cmp::Reverse(found.cost)))
    };
    let press = through(&knowledge.source.presses).map(|found| Comparison { through_press: true, ..found });
    let best = press.into_iter().chain([whole]);
    let best = best.max_by_key(|found| (found.verdict, std::cmp::Reverse(found.cost))).unwrap_or(Comparison::DIFFERENT);
    if best.verdict > Verdict::Different {
        // H and g are how Ukrainian and Russian have one letter.
        let plain = |word: &[u8]| word.iter().map(|&letter| if letter == b'g' { b'h' } else { letter }).collect::<Vec<u8>>();
        let cognate = best.verdict == Verdict::Likely && plain(&left) == plain(&right);
        return Comparison { cognate, ..best };
    }
    let cognates = through(&knowledge.source.cognate_endings).filter(|found| found.verdict > Verdict::Different);
    cognates.map_or(best, |found| Comparison { verdict: Verdict::Likely, cognate: true, ..found })
}

/// The pairs of readings of two spellings of which at least one is read in the manner of a press that it shows signs of,
/// each with its price.
fn read_through(presses: &Presses, a: &str, b: &str) -> Vec<(u32, Vec<u8>, Vec<u8>)> {
    let readings = |word: &str| {
        let mut folded = Vec::new();
        fold_latin(word, &mut folded);
        let mut all = presses.readings(word);
        all.insert(0, (0, folded));
        all
    };
    let (left, right) = (readings(a), readings(b));
    let mut pairs = Vec::with_capacity(left.len() * right.len() - 1);
    for (i, (x, a)) in left.iter().enumerate() {
        let others = right.iter().enumerate().filter(|(j, _)| i + j > 0);
        pairs.extend(others.map(|(_, (y, b))| (*x.max(y), a.clone(), b.clone())));
    }
    pairs
}

/// The comparison of the parts of two words in turn.
fn compare_parts(left: Vec<Vec<u8>>, right: Vec<Vec<u8>>, knowledge: &Knowledge) -> Comparison {
    let mut whole = Comparison { verdict: Verdict::Same, cost: Some(0), source: None, cognate: false, through_press: false };
    for (left, right) in left.into_iter().zip(right).filter(|(left, right)| left != right) {
        let part = compare_word(&left, &right, &knowledge.source);
        if part.verdict == Verdict::Different {
            return part;
        }
        whole = join(whole, part);
    }
    whole
}

/// The comparison of two words, from those of their parts.
fn join(whole: Comparison, part: Comparison) -> Comparison {
    let cost = whole.cost.zip(part.cost).map(|(a, b)| a + b);
    let source = match (whole.source, part.source) {
        (Some(a), Some(b)) => Some(SourceForm { form: format!("{} {}", a.form, b.form), language: b.language }),
        (a, b) => a.or(b),
    };
    Comparison { verdict: whole.verdict.min(part.verdict), cost, source, cognate: false, through_press: false }
}

/// Whether a word in lower case is in the lexicon: then it is spelt as English spells it, and no romanisation.
fn is_english(word: &str, knowledge: &Knowledge) -> bool {
    let lower = word.to_lowercase();
    knowledge.lexicon.entry(&lower).is_some_and(|entry| !entry.proper)
}

fn compare_word(a: &[u8], b: &[u8], source: &Source) -> Comparison {
    let names = &source.given_names;
    if let Some(name) = names.shared(a, b) {
        return Comparison {
            verdict: Verdict::Same,
            cost: Some(DIFFERENCE),
            source: Some(form_of(name)),
            cognate: false,
            through_press: false,
        };
    }
    if names.has(a) && names.has(b) {
        return Comparison::DIFFERENT;
    }
    let Some((cost, source_form)) = cheapest(a, b, source) else { return Comparison::DIFFERENT };
    let verdict = judge(cost, a.len().min(b.len()));
    // A form that the table of given names has is spelt better there: a reading cannot know a soft sign.
    let known = names.of(a).chain(names.of(b)).find(|name| name.language == source_form.language);
    let source = known.map_or(source_form, form_of);
    Comparison {
        verdict,
        cost: Some(cost),
        source: (verdict > Verdict::Different).then_some(source),
        cognate: false,
        through_press: false,
    }
}

fn form_of(name: &GivenName) -> SourceForm {
    SourceForm { form: name.name.to_owned(), language: name.language }
}

/// A difference weighs more in a short word.
fn judge(cost: u32, length: usize) -> Verdict {
    let room = |limit: u32| limit * (length as u32).min(8) / 8;
    if cost <= room(SAME) {
        Verdict::Same
    } else if cost <= room(LIKELY) {
        Verdict::Likely
    } else {
        Verdict::Different
    }
}

/// The cheapest way to read both words as one form of one language.
fn cheapest(a: &[u8], b: &[u8], source: &Source) -> Option<(u32, SourceForm)> {
    if a.len().max(b.len()) > LONGEST || a.len().abs_diff(b.len()) > BAND {
        return None;
    }
    let (left, right) = (source.habits.of(a), source.habits.of(b));
    let mut best: Option<(u32, SourceForm)> = None;
    for table in &source.romanizations {
        let grid = Grid { table, a: Readings::of(a, left, table), b: Readings::of(b, right, table) };
        let found = grid.cheapest();
        if let Some((weight, form)) = found
            && best.as_ref().is_none_or(|(least, _)| weight < *least)
        {
            best = Some((weight, SourceForm { form, language: table.language() }));
        }
    }
    best.map(|(weight, form)| (weight >> RARITY_BITS, form))
}

/// The rows that fit each place of a word.
struct Readings<'a> {
    word: &'a [u8],
    all: Vec<Match>,
    starts: Vec<usize>,
}

impl<'a> Readings<'a> {
    fn of(word: &'a [u8], habits: u8, table: &Romanization) -> Self {
        let mut readings = Self { word, all: Vec::with_capacity(4 * word.len()), starts: vec![0] };
        for at in 0..word.len() {
            table.matches(word, at, habits, &mut readings.all);
            readings.starts.push(readings.all.len());
        }
        readings
    }

    fn len(&self) -> usize {
        self.word.len()
    }

    /// The letters of a row that fits at a place.
    fn letters(&self, at: usize, fit: &Match) -> &[u8] {
        &self.word[at..at + usize::from(fit.length)]
    }

    fn at(&self, at: usize) -> &[Match] {
        &self.all[self.starts[at]..self.starts[at + 1]]
    }
}

/// The low bits of a weight only decide between forms of one cost: the rarity of spellings that both words share.
const RARITY_BITS: u32 = 12;
const UNREACHED: u32 = u32::MAX;

/// The pairs of places in two words.
struct Grid<'a> {
    table: &'a Romanization,
    a: Readings<'a>,
    b: Readings<'a>,
}

impl Grid<'_> {
    /// The weight of the cheapest path and its form.
    fn cheapest(&self) -> Option<(u32, String)> {
        let (rows, columns) = (self.a.len() + 1, self.b.len() + 1);
        let mut weights = vec![(UNREACHED, 0u16, 0usize); rows * columns];
        weights[0].0 = 0;
        for i in 0..self.a.len() {
            for j in i.saturating_sub(BAND)..self.b.len().min(i + BAND + 1) {
                let here = i * columns + j;
                let weight = weights[here].0;
                if weight == UNREACHED {
                    continue;
                }
                for x in self.a.at(i) {
                    for y in self.b.at(j).iter().filter(|y| y.unit == x.unit) {
                        let there = (i + usize::from(x.length)) * columns + j + usize::from(y.length);
                        let sum = weight + self.weight(x, y, i, j);
                        if sum < weights[there].0 {
                            weights[there] = (sum, x.unit, here);
                        }
                    }
                }
            }
        }
        let (weight, ..) = weights[rows * columns - 1];
        (weight != UNREACHED).then(|| (weight, self.form(&weights)))
    }

    fn weight(&self, x: &Match, y: &Match, i: usize, j: usize) -> u32 {
        let rare = u32::from(x.cost) + u32::from(y.cost);
        let alike = self.a.letters(i, x) == self.b.letters(j, y);
        // One more for every letter: the shorter form is the likelier (ц before тс).
        let letters = u32::from(x.letters);
        let difference = if x.foreign || y.foreign { FOREIGN } else { DIFFERENCE };
        if alike { rare + letters } else { ((difference + rare) << RARITY_BITS) + letters }
    }

    /// The units of the path that ends in the last corner.
    fn form(&self, weights: &[(u32, u16, usize)]) -> String {
        let mut units = Vec::new();
        let mut at = weights.len() - 1;
        while at > 0 {
            let (_, unit, from) = weights[at];
            units.push(self.table.unit(unit));
            at = from;
        }
        let mut form = String::new();
        for (i, letter) in units.into_iter().rev().flat_map(str::chars).enumerate() {
            if i == 0 { form.extend(letter.to_uppercase()) } else { form.push(letter) }
        }
        form
    }
}
