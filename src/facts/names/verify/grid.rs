//! The grid: two words read side by side by the table of one language, as a banded shortest path over pairs of places.

use crate::knowledge::source::{Match, Romanization};

/// What every unit that is written in two ways costs, beside how rare the two ways are.
pub(super) const DIFFERENCE: u32 = 10;
/// The same where one of the two ways is of another press: its signs are seen, so the next one surprises less.
const FOREIGN: u32 = 4;
/// The most that a row may add where the other word says which unit it is.
const SETTLED: u8 = 40;
/// How far two spellings may run apart, in letters.
pub(super) const BAND: usize = 5;
/// The low bits of a weight only decide between forms of one cost: the rarity of spellings that both words share.
const RARITY_BITS: u32 = 12;
const UNREACHED: u32 = u32::MAX;

/// The weight of a cost at its least.
pub(super) fn weight_of(cost: u32) -> u32 {
    cost << RARITY_BITS
}

/// The cost of a weight, in hundredths.
pub(super) fn cost_of(weight: u32) -> u32 {
    weight >> RARITY_BITS
}

/// A word and the habits whose signs it shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    pub(super) word: &'a [u8],
    pub(super) habits: u8,
}

/// The rows that fit each place of a word, found when they are asked for.
#[derive(Debug, Default)]
struct Readings {
    all: Vec<Match>,
    places: Vec<Option<(u16, u16)>>,
}

impl Readings {
    fn clear(&mut self, length: usize) {
        self.all.clear();
        self.places.clear();
        self.places.resize(length, None);
    }

    fn find(&mut self, at: usize, shown: Shown, table: &Romanization) {
        if self.places[at].is_none() {
            let start = self.all.len() as u16;
            table.matches(shown.word, at, shown.habits, &mut self.all);
            self.places[at] = Some((start, self.all.len() as u16));
        }
    }

    fn at(&self, at: usize) -> &[Match] {
        self.places[at].map_or(&[], |(start, end)| &self.all[usize::from(start)..usize::from(end)])
    }
}

/// The cheapest way to a pair of places, and its last step.
#[derive(Clone, Copy, Debug)]
struct Cell {
    weight: u32,
    from: u16,
    unit: u16,
}

/// Room for the pairs of places in two words, used again for every pair of words.
#[derive(Debug, Default)]
pub(super) struct Grid {
    left: Readings,
    right: Readings,
    cells: Vec<Cell>,
    /// The units of the last path that was found.
    pub(super) units: Vec<u16>,
}

impl Grid {
    /// The weight of the cheapest path below a limit; its units are kept.
    pub(super) fn cheapest(&mut self, a: Shown, b: Shown, table: &Romanization, limit: u32) -> Option<u32> {
        let columns = b.word.len() + 1;
        self.left.clear(a.word.len());
        self.right.clear(b.word.len());
        self.cells.clear();
        self.cells.resize((a.word.len() + 1) * columns, Cell { weight: UNREACHED, from: 0, unit: 0 });
        self.cells[0].weight = 0;
        let mut furthest = 0;
        for i in 0..a.word.len() {
            if i > furthest {
                return None;
            }
            for j in i.saturating_sub(BAND)..b.word.len().min(i + BAND + 1) {
                let here = i * columns + j;
                let weight = self.cells[here].weight;
                if weight >= limit {
                    continue;
                }
                self.left.find(i, a, table);
                self.right.find(j, b, table);
                for x in self.left.at(i) {
                    for y in self.right.at(j).iter().filter(|y| y.unit == x.unit) {
                        let (down, across) = (usize::from(x.length), usize::from(y.length));
                        let sum = weight + step(x, y, &a.word[i..i + down], &b.word[j..j + across]);
                        let there = &mut self.cells[here + down * columns + across];
                        if sum < there.weight && sum < limit {
                            *there = Cell { weight: sum, from: here as u16, unit: x.unit };
                            furthest = furthest.max(i + down);
                        }
                    }
                }
            }
        }
        let weight = self.cells.last()?.weight;
        (weight < limit).then(|| {
            self.trace();
            weight
        })
    }

    /// Keeps the units of the path that ends in the last corner.
    fn trace(&mut self) {
        self.units.clear();
        let mut at = self.cells.len() - 1;
        while at > 0 {
            let cell = self.cells[at];
            self.units.push(cell.unit);
            at = usize::from(cell.from);
        }
        self.units.reverse();
    }
}

/// The weight of a unit that one word writes as `x`, in the letters `a`, and the other as `y`, in the letters `b`.
fn step(x: &Match, y: &Match, a: &[u8], b: &[u8]) -> u32 {
    // One more for every letter: the shorter form is the likelier (ц before тс).
    let letters = u32::from(x.letters);
    if a == b {
        return u32::from(x.cost) + u32::from(y.cost) + letters;
    }
    // An accent tells which unit is meant, so that the other word’s way of writing it is no guess.
    let has_accent = |letters: &[u8]| letters.iter().any(|letter| !letter.is_ascii());
    let rarity = |row: &Match, accent| u32::from(if accent { row.cost.min(SETTLED) } else { row.cost });
    let rare = rarity(x, has_accent(b)) + rarity(y, has_accent(a));
    let difference = if x.foreign || y.foreign { FOREIGN } else { DIFFERENCE };
    weight_of(difference + rare) + letters
}
