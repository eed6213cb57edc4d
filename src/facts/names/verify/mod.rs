//! The verifier: whether two spellings romanise one form of one source language, and which.
//!
//! The two spellings are read side by side, unit by unit, by a table of one language; every way to read both as the
//! same letters is weighed, and the cheapest is the verdict. Where both write a unit alike it costs nothing, so the cost
//! says how strange it would be to write one name in these two ways. That is a banded shortest path over pairs of
//! places; one language is held throughout, so that forms of two languages (Sergey, Serhiy) are never joined.
//!
//! In: two spellings and the tables. Out: a [`Comparison`], the verdict with its cost and the form that gives both.
//! Must not know: keys, mentions, documents.

mod grid;
mod side;

use std::cmp::Reverse;

use crate::knowledge::source::{FamousName, GivenName, SOUTHERN, Source};
use crate::knowledge::{Knowledge, Language};
use grid::{BAND, DIFFERENCE, Grid, Shown, cost_of, weight_of};
use side::{Reading, Side, parts};

/// The dearest pair that is still the same.
const SAME: u32 = 50;
/// The dearest pair that is still likely.
const LIKELY: u32 = 200;
/// Words longer than this are not names.
const LONGEST: usize = 40;

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

/// What makes two spellings one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They spell one form.
    Spellings,
    /// They spell one form, and one of them as a press spells that does not write English.
    Press,
    /// They are forms of two languages: a table of names says so, or the one letter in which they differ.
    Cognates,
    /// They are forms of two languages by their endings.
    Endings,
}

/// What came of comparing two spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether they are one name.
    pub verdict: Verdict,
    /// How strange it would be to write one name in both ways, in hundredths; `None` where no form gives both at a price
    /// that is worth naming.
    pub cost: Option<u32>,
    /// The form that gives both.
    pub source: Option<SourceForm>,
    /// What makes them one name.
    pub relation: Relation,
}

impl Comparison {
    const DIFFERENT: Self = Self::of(Verdict::Different, None, None);

    /// Two spellings of one form, or of none.
    const fn of(verdict: Verdict, cost: Option<u32>, source: Option<SourceForm>) -> Self {
        Self { verdict, cost, source, relation: Relation::Spellings }
    }

    /// Whether they are forms of two languages, not two spellings of one form.
    pub fn is_cognate(&self) -> bool {
        matches!(self.relation, Relation::Cognates | Relation::Endings)
    }
}

/// Compares two spellings of a word or of several; never two English words. Many are compared faster by a [`Comparer`].
pub fn compare(a: &str, b: &str, knowledge: &Knowledge) -> Comparison {
    Comparer::new(knowledge).compare(a, b)
}

/// Compares many pairs: what is worked out of a spelling is kept until another takes its side, so it pays to hold one
/// side while the other runs, and the room for the work is taken once.
#[derive(Debug)]
pub struct Comparer<'k> {
    knowledge: &'k Knowledge,
    left: Side<'k>,
    right: Side<'k>,
    grid: Grid,
    /// The units of the cheapest form so far.
    units: Vec<u16>,
}

impl<'k> Comparer<'k> {
    /// A comparer by these tables.
    pub fn new(knowledge: &'k Knowledge) -> Self {
        let (left, right) = (Side::default(), Side::default());
        Self { knowledge, left, right, grid: Grid::default(), units: Vec::new() }
    }

    /// Compares two spellings of a word or of several; never two English words.
    pub fn compare(&mut self, a: &str, b: &str) -> Comparison {
        if a.len().max(b.len()) > 8 * LONGEST {
            return Comparison::DIFFERENT;
        }
        self.left.hold(a, self.knowledge);
        self.right.hold(b, self.knowledge);
        if self.left.folded.len().max(self.right.folded.len()) > 2 * LONGEST {
            return Comparison::DIFFERENT;
        }
        if let Some(name) = self.famous() {
            let source = Some(SourceForm { form: name.name.to_owned(), language: name.language });
            return Comparison::of(Verdict::Same, Some(DIFFERENCE), source);
        }
        if self.left.words != self.right.words {
            return self.compare_joined();
        }
        if self.left.plain == self.right.plain {
            // Words of which nothing is left in Latin letters are the same only letter by letter.
            let same = !self.left.plain.is_empty() || a == b;
            return if same { Comparison::of(Verdict::Same, Some(0), None) } else { Comparison::DIFFERENT };
        }
        let cognates = &self.knowledge.source.cognates;
        let are = |left, right| cognates.are_forms(left, right);
        if are(self.left.cognates, self.right.cognates) || are(self.left.singulars, self.right.singulars) {
            return Comparison { relation: Relation::Cognates, ..Comparison::of(Verdict::Likely, Some(0), None) };
        }
        self.compare_forms()
    }

    /// The famous name that both spell in ways of their own.
    fn famous(&self) -> Option<&'k FamousName> {
        let number = self.left.famous.iter().find(|number| self.right.famous.contains(number))?;
        self.knowledge.source.famous_names.name(*number).filter(|_| self.left.plain != self.right.plain)
    }

    /// “Nur-Sultan” and “Nursultan”: the comparison of two that have not as many words as each other.
    fn compare_joined(&mut self) -> Comparison {
        let (a, b) = (&self.left.text, &self.right.text);
        let hyphen = |c: char| matches!(c, '-' | '‐' | '‑');
        if a.contains(' ') || b.contains(' ') || !a.contains(hyphen) && !b.contains(hyphen) {
            return Comparison::DIFFERENT;
        }
        let (a, b) = (a.replace(hyphen, ""), b.replace(hyphen, ""));
        if self.left.text == a && self.right.text == b { Comparison::DIFFERENT } else { self.compare(&a, &b) }
    }

    /// The comparison of two that are not the same letter by letter and have as many words as each other.
    fn compare_forms(&mut self) -> Comparison {
        let source = &self.knowledge.source;
        let listed = source.given_names.shared(&self.left.folded, &self.right.folded);
        if listed.is_none() {
            // In several words there may be a given name, whose spellings are a table’s.
            let apart = self.left.words == 1 && self.left.bones != self.right.bones;
            if apart || self.left.is_english(self.knowledge) || self.right.is_english(self.knowledge) {
                return Comparison::DIFFERENT;
            }
        }
        let mut work = Work { source, grid: &mut self.grid, units: &mut self.units };
        let whole = work.compare_parts(&self.left.folded, &self.right.folded);
        if whole.verdict == Verdict::Same {
            return whole;
        }
        self.left.read_presses(self.knowledge);
        self.right.read_presses(self.knowledge);
        let press = work.through(&self.left, &self.right, Side::presses);
        let best = better(whole, Comparison { relation: Relation::Press, ..press });
        if best.verdict < Verdict::Same
            && let Some(found) = work.compare_with_one_letter(&self.left.folded, &self.right.folded)
        {
            return found;
        }
        if best.verdict > Verdict::Different {
            return best;
        }
        self.left.read_endings(self.knowledge);
        self.right.read_endings(self.knowledge);
        let cognates = work.through(&self.left, &self.right, Side::endings);
        if cognates.verdict == Verdict::Different {
            return best;
        }
        Comparison { verdict: Verdict::Likely, relation: Relation::Endings, ..cognates }
    }
}

/// The better of two comparisons of the same pair; the first where they are as good.
fn better(first: Comparison, second: Comparison) -> Comparison {
    let rank = |found: &Comparison| (found.verdict, Reverse(found.cost.unwrap_or(u32::MAX)));
    if rank(&second) > rank(&first) { second } else { first }
}

/// The tables, and room to work in.
struct Work<'w> {
    source: &'w Source,
    grid: &'w mut Grid,
    units: &'w mut Vec<u16>,
}

impl Work<'_> {
    /// The best comparison of readings of which at least one is not the spelling as it stands.
    fn through<'s>(&mut self, left: &'s Side, right: &'s Side, of: fn(&'s Side<'s>) -> &'s [Reading]) -> Comparison {
        let mut best = Comparison::DIFFERENT;
        let mut consider = |price: u32, a: &[u8], b: &[u8]| {
            let mut found = self.compare_parts(a, b);
            if let Some(cost) = found.cost.map(|cost| cost + price) {
                found.cost = Some(cost);
                found.verdict = found.verdict.min(judge(cost, a.len().min(b.len())));
                best = better(std::mem::replace(&mut best, Comparison::DIFFERENT), found);
            }
        };
        for (price, b) in of(right) {
            consider(*price, &left.folded, b);
        }
        for (price, a) in of(left) {
            consider(*price, a, &right.folded);
            for (other, b) in of(right) {
                consider(*price.max(other), a, b);
            }
        }
        best
    }

    /// The comparison of two words with h for g in both, which are how Ukrainian and Russian have one letter; none where
    /// they are not the same then.
    fn compare_with_one_letter(&mut self, left: &[u8], right: &[u8]) -> Option<Comparison> {
        if left.contains(&b'g') == right.contains(&b'g') {
            return None;
        }
        let soft = |word: &[u8]| word.iter().map(|&letter| if letter == b'g' { b'h' } else { letter }).collect::<Vec<u8>>();
        let found = self.compare_parts(&soft(left), &soft(right));
        let same = found.verdict == Verdict::Same;
        same.then_some(Comparison { verdict: Verdict::Likely, relation: Relation::Cognates, ..found })
    }

    /// The comparison of the parts of two words in turn.
    fn compare_parts(&mut self, left: &[u8], right: &[u8]) -> Comparison {
        let mut whole = Comparison::of(Verdict::Same, Some(0), None);
        for (left, right) in parts(left).zip(parts(right)).filter(|(left, right)| left != right) {
            let part = self.compare_word(left, right);
            if part.verdict == Verdict::Different {
                return part;
            }
            whole = join(whole, part);
        }
        whole
    }

    fn compare_word(&mut self, a: &[u8], b: &[u8]) -> Comparison {
        let names = &self.source.given_names;
        if let Some(name) = names.shared(a, b) {
            let source = Some(form_of(name));
            return Comparison::of(Verdict::Same, Some(DIFFERENCE), source);
        }
        if names.has(a) && names.has(b) {
            return Comparison::DIFFERENT;
        }
        let length = a.len().min(b.len());
        let Some((cost, source_form)) = self.cheapest(a, b, room(LIKELY, length)) else { return Comparison::DIFFERENT };
        // A form that the table of given names has is spelt better there: a reading cannot know a soft sign.
        let known = names.of(a).chain(names.of(b)).find(|name| name.language == source_form.language);
        let source = Some(known.map_or(source_form, form_of));
        Comparison::of(judge(cost, length), Some(cost), source)
    }

    /// The cheapest way to read both words as one form of one language, at this cost or below.
    fn cheapest(&mut self, a: &[u8], b: &[u8], dearest: u32) -> Option<(u32, SourceForm)> {
        if a.len().max(b.len()) > LONGEST || a.len().abs_diff(b.len()) > BAND {
            return None;
        }
        let shown = |word| Shown { word, habits: self.source.habits.of(word) };
        let (a, b) = (shown(a), shown(b));
        let mut limit = weight_of(dearest + 1);
        let mut best = None;
        for table in &self.source.romanizations {
            // The languages with a Latin alphabet of their own are thought of only where one of the words shows it.
            let southern = matches!(table.language(), Language::Serbian | Language::Macedonian);
            if southern && (a.habits | b.habits) & SOUTHERN == 0 {
                continue;
            }
            if let Some(weight) = self.grid.cheapest(a, b, table, limit) {
                limit = weight;
                best = Some(table);
                std::mem::swap(self.units, &mut self.grid.units);
            }
        }
        best.map(|table| {
            let letters = self.units.iter().flat_map(|&unit| table.unit(unit).chars());
            (cost_of(limit), SourceForm { form: capitalized(letters), language: table.language() })
        })
    }
}

/// The comparison of two words, from those of their parts.
fn join(whole: Comparison, part: Comparison) -> Comparison {
    let cost = whole.cost.zip(part.cost).map(|(a, b)| a + b);
    let source = match (whole.source, part.source) {
        (Some(a), Some(b)) => Some(SourceForm { form: format!("{} {}", a.form, b.form), language: b.language }),
        (a, b) => a.or(b),
    };
    Comparison::of(whole.verdict.min(part.verdict), cost, source)
}

fn form_of(name: &GivenName) -> SourceForm {
    SourceForm { form: name.name.to_owned(), language: name.language }
}

fn capitalized(mut letters: impl Iterator<Item = char>) -> String {
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.collect::<String>() + &letters.collect::<String>()
}

/// A difference weighs more in a short word.
fn room(limit: u32, length: usize) -> u32 {
    limit * (length as u32).min(8) / 8
}

fn judge(cost: u32, length: usize) -> Verdict {
    if cost <= room(SAME, length) {
        Verdict::Same
    } else if cost <= room(LIKELY, length) {
        Verdict::Likely
    } else {
        Verdict::Different
    }
}
