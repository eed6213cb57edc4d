//! Signals: how strongly a document shows that it was translated from a Slavic language, and by what.
//!
//! Each sign counts by the table `source/slavic-signs.tsv`: every spelling once, and no kind of sign more than its most.
//! Nothing is divided by the length of the text, so what stands around a translated page takes nothing from it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::hits::PhraseHit;
use crate::document::{Document, RegionKind, TokenKind};
use crate::knowledge::phrase::{PhraseTable, Test};
use crate::knowledge::{Knowledge, MarkSign, WordId};

/// From so many half points on, the document counts as translated: a report on the countries has names and perhaps one
/// phrase of some register (six); it takes one thing more.
const SHOWN: u32 = 7;

/// What speaks for a Slavic source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    score: u32,
    seen: Vec<Seen>,
}

/// A sign that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The name of the sign (`patronymic`).
    pub sign: &'static str,
    /// The first words or row that showed it.
    pub example: String,
    /// What all signs of this name count, in half points.
    pub points: u32,
}

impl Signals {
    /// Half points in all.
    pub fn score(&self) -> u32 {
        self.score
    }

    /// Whether the document counts as translated from a Slavic language.
    pub fn slavic(&self) -> bool {
        self.score >= SHOWN
    }

    /// What the score rests on, in the order of the table.
    pub fn seen(&self) -> &[Seen] {
        &self.seen
    }

    /// Reads the signs of a document; `hits` are those of phrase rows, whether or not they may speak.
    pub(super) fn read(document: &Document, knowledge: &Knowledge, words: &[WordId], hits: &[PhraseHit]) -> Self {
        let mut count = Count::new(knowledge);
        let mut times: FxHashMap<usize, usize> = FxHashMap::default();
        for hit in hits.iter().filter(|hit| hit.table == PhraseTable::Calque) {
            let row = &knowledge.phrases.rows()[hit.row];
            let seen = times.entry(hit.row).or_default();
            *seen += 1;
            // A row that must hit more than once says nothing by one hit.
            if !row.when.iter().any(|test| matches!(test, Test::Count(least) if least > seen)) {
                count.add(knowledge.signs.of_row(&row.class), &row.key);
            }
        }
        for (at, token) in document.tokens().iter().enumerate() {
            let id = words.get(at).copied().unwrap_or_default();
            match token.kind() {
                TokenKind::Word => count.word(document, at, id),
                TokenKind::Mark if !matches!(token.mark(), Some('–' | '—' | '-' | '«')) => {}
                TokenKind::Mark | TokenKind::Number => {
                    let sign = mark_sign(document, at).and_then(|mark| knowledge.signs.of_mark(mark));
                    count.add(sign, document.slice(token.span()));
                }
                TokenKind::Link => {}
            }
        }
        count.close()
    }
}

struct Count<'a> {
    knowledge: &'a Knowledge,
    points: Vec<u32>,
    examples: Vec<String>,
    known: FxHashSet<String>,
}

impl<'a> Count<'a> {
    fn new(knowledge: &'a Knowledge) -> Self {
        let kinds = knowledge.signs.list().len();
        Self { knowledge, points: vec![0; kinds], examples: vec![String::new(); kinds], known: FxHashSet::default() }
    }

    fn full(&self, sign: usize) -> bool {
        self.points[sign] >= self.knowledge.signs.list()[sign].most
    }

    fn add(&mut self, sign: Option<usize>, spelling: &str) {
        let Some(sign) = sign.filter(|&sign| !self.full(sign)) else { return };
        if self.known.insert(spelling.to_owned()) {
            let Some(row) = self.knowledge.signs.list().get(sign) else { return };
            if self.points[sign] == 0 {
                self.examples[sign] = spelling.to_owned();
            }
            self.points[sign] = row.most.min(self.points[sign] + row.points);
        }
    }

    fn word(&mut self, document: &Document, at: usize, id: WordId) {
        let token = &document.tokens()[at];
        let word = document.slice(token.span());
        if word.as_bytes().first().is_some_and(|byte| (0xd0..=0xd3).contains(byte)) {
            if !explained(document, at) {
                self.add(self.knowledge.signs.of_mark(MarkSign::Cyrillic), word);
            }
        } else if let Some(sign) = self.knowledge.signs.of_word(id) {
            self.add(Some(sign), word);
        } else if token.is_title_case() && word.is_ascii() {
            let sign = self.knowledge.signs.of_ending(word).filter(|&sign| !self.full(sign));
            // A name that English knows (Geneva, Chekhov) tells nothing.
            if sign.is_some() && !self.knowledge.lexicon.is_word(word) && !self.knowledge.lexicon.is_word(&word.to_lowercase()) {
                self.add(sign, word);
            }
        }
    }

    fn close(self) -> Signals {
        let list = self.knowledge.signs.list();
        let seen = list.iter().zip(self.points.iter().zip(self.examples)).filter(|(_, (points, _))| **points > 0);
        let seen = seen.map(|(sign, (&points, example))| Seen { sign: sign.name, example, points }).collect();
        Signals { score: self.points.iter().sum(), seen }
    }
}

/// Whether a foreign word stands in brackets or between quotation marks, where English explains it.
fn explained(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    let bracketed = at.checked_sub(1).is_some_and(|before| matches!(tokens[before].mark(), Some('(' | '[' | '“' | '‘' | '"')));
    bracketed || document.inside(tokens[at].span(), RegionKind::Quotation)
}

fn mark_sign(document: &Document, at: usize) -> Option<MarkSign> {
    let tokens = document.tokens();
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    match token.mark() {
        Some('«') => Some(MarkSign::Guillemets),
        Some('–' | '—' | '-') => {
            let before = at.checked_sub(1).map(|i| &tokens[i]);
            let after_comma = token.space_before() && before.is_some_and(|t| t.is_mark(','));
            let speaker_follows = next.is_some_and(|t| t.space_before() && t.is_lower());
            (after_comma && speaker_follows).then_some(MarkSign::DashAttribution)
        }
        Some(_) => None,
        None => {
            let number = document.slice(token.span());
            let (_, decimals) = number.rsplit_once(',')?;
            let percent = next.is_some_and(|t| t.is_mark('%'));
            (percent && decimals.len() < 3).then_some(MarkSign::DecimalComma)
        }
    }
}
