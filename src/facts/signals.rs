//! Signals: how strongly a document shows from which languages it was translated, and by what.
//!
//! Each sign counts by the table `source/signs.tsv`: every spelling once, and no kind of sign more than its most.
//! Nothing is divided by the length of the text, so what stands around a translated page takes nothing from it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::hits::PhraseHit;
use crate::document::{Document, RegionKind, TokenKind};
use crate::knowledge::phrase::Test;
use crate::knowledge::{Knowledge, Language, MarkSign, WordClass, WordId};

/// From so many half points on, the document counts as translated: a report on the countries has names and perhaps one
/// phrase of some register (six); it takes one thing more.
const SHOWN: u32 = 7;

/// What speaks for a source language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    seen: Vec<Seen>,
    /// The languages that the copy is known to come from.
    known: Vec<Language>,
}

/// A sign that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The name of the sign (`patronymic`).
    pub sign: &'static str,
    /// The languages that it speaks for.
    pub languages: Vec<Language>,
    /// The first words or row that showed it.
    pub example: String,
    /// What all signs of this name count, in half points.
    pub points: u32,
}

impl Signals {
    /// Nothing seen; the languages that the copy is known to come from.
    pub(super) fn known(sources: &[Language]) -> Self {
        Self { seen: Vec::new(), known: sources.to_vec() }
    }

    /// What speaks for one of these languages, in the order of the table.
    pub fn seen(&self, languages: &[Language]) -> impl Iterator<Item = &Seen> {
        self.seen.iter().filter(|seen| seen.languages.iter().any(|language| languages.contains(language)))
    }

    /// The half points for the one of these languages that most speaks for.
    pub fn score(&self, languages: &[Language]) -> u32 {
        let of = |language: &Language| self.seen(std::slice::from_ref(language)).map(|seen| seen.points).sum();
        languages.iter().map(of).max().unwrap_or_default()
    }

    /// Whether the document counts as translated from one of these languages, or is known to be.
    pub fn show(&self, languages: &[Language]) -> bool {
        self.known.iter().any(|known| languages.contains(known)) || self.score(languages) >= SHOWN
    }

    /// Whether the document counts as translated from a Slavic language in Cyrillic letters.
    pub fn slavic(&self) -> bool {
        self.show(&Language::SLAVIC)
    }

    /// Reads the signs of a document; `hits` are those of phrase rows, whether or not they may speak.
    pub(super) fn read(&mut self, document: &Document, knowledge: &Knowledge, words: &[WordId], hits: &[PhraseHit]) {
        let mut count = Count::new(knowledge);
        let mut times: FxHashMap<usize, usize> = FxHashMap::default();
        for hit in hits.iter().filter(|hit| hit.table.tells_the_source()) {
            let Some(row) = knowledge.phrases.row(hit.row) else { continue };
            let seen = times.entry(hit.row).or_default();
            *seen += 1;
            // A row that must hit more than once says nothing by one hit.
            if !row.when.iter().any(|test| matches!(test, Test::Count(least) if least > seen)) {
                count.add(knowledge.signs.of_row(&row.class, &row.from), &row.key);
            }
        }
        for (at, token) in document.tokens().iter().enumerate() {
            let id = words.get(at).copied().unwrap_or_default();
            match token.kind() {
                TokenKind::Word => count.word(document, at, id),
                TokenKind::Mark => count.mark(document, at),
                TokenKind::Number => {
                    let sign = decimal_comma(document, at).and_then(|mark| knowledge.signs.of_mark(mark));
                    count.add(sign, document.slice(token.span()));
                }
                TokenKind::Link => {}
            }
        }
        self.seen = count.close();
    }
}

struct Count<'a> {
    knowledge: &'a Knowledge,
    points: Vec<u32>,
    examples: Vec<String>,
    known: FxHashSet<(usize, String)>,
}

impl<'a> Count<'a> {
    fn new(knowledge: &'a Knowledge) -> Self {
        let kinds = knowledge.signs.list().len();
        Self { knowledge, points: vec![0; kinds], examples: vec![String::new(); kinds], known: FxHashSet::default() }
    }

    fn full(&self, sign: usize) -> bool {
        self.points[sign] >= self.knowledge.signs.list()[sign].most
    }

    fn add(&mut self, signs: impl IntoIterator<Item = usize>, spelling: &str) {
        for sign in signs {
            let Some(row) = self.knowledge.signs.list().get(sign).filter(|_| !self.full(sign)) else { continue };
            if self.known.insert((sign, spelling.to_owned())) {
                if self.points[sign] == 0 {
                    self.examples[sign] = spelling.to_owned();
                }
                self.points[sign] = row.most.min(self.points[sign] + row.points);
            }
        }
    }

    fn word(&mut self, document: &Document, at: usize, id: WordId) {
        let token = &document.tokens()[at];
        let word = document.slice(token.span());
        let signs = &self.knowledge.signs;
        if token.is_lower() {
            let month = self.knowledge.vocabulary.classes(id).has(WordClass::Month) && beside_number(document, at);
            let sign = Some(MarkSign::LowerMonth).filter(|_| month).and_then(|mark| signs.of_mark(mark));
            self.add(sign, word);
        }
        if word.as_bytes().first().is_some_and(|byte| (0xd0..=0xd3).contains(byte)) {
            if !explained(document, at) {
                self.add(signs.of_mark(MarkSign::Cyrillic), word);
            }
        } else if let Some(sign) = signs.of_word(id) {
            self.add([sign], word);
        } else if token.is_title_case() {
            let knows = |word: &str| self.knowledge.lexicon.is_word(word) || self.knowledge.lexicon.is_word(&word.to_lowercase());
            // A name that English knows (Geneva, Chekhov) tells nothing.
            if !word.is_ascii() {
                if signs.of_letters(word).next().is_some() && !knows(word) {
                    self.add(signs.of_letters(word), word);
                }
            } else if let Some(sign) = signs.of_ending(word).filter(|&sign| !self.full(sign) && !knows(word)) {
                self.add([sign], word);
            }
        }
    }

    fn mark(&mut self, document: &Document, at: usize) {
        let token = &document.tokens()[at];
        let Some(mark) = token.mark() else { return };
        if token.is_dash() {
            let sign = dash_attribution(document, at).and_then(|mark| self.knowledge.signs.of_mark(mark));
            self.add(sign, document.slice(token.span()));
        } else if !mark.is_ascii() {
            self.add(self.knowledge.signs.of_character(mark), document.slice(token.span()));
        }
    }

    fn close(self) -> Vec<Seen> {
        let list = self.knowledge.signs.list();
        let seen = list.iter().zip(self.points.iter().zip(self.examples)).filter(|(_, (points, _))| **points > 0);
        let seen =
            seen.map(|(sign, (&points, example))| Seen { sign: sign.name, languages: sign.languages.clone(), example, points });
        seen.collect()
    }
}

/// Whether a foreign word stands in brackets or between quotation marks, where English explains it.
fn explained(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    let bracketed = at.checked_sub(1).is_some_and(|before| matches!(tokens[before].mark(), Some('(' | '[' | '“' | '‘' | '"')));
    bracketed || document.inside(tokens[at].span(), RegionKind::Quotation)
}

/// Whether a number stands right before or after a token.
fn beside_number(document: &Document, at: usize) -> bool {
    let number =
        |at: Option<usize>| at.and_then(|at| document.tokens().get(at)).is_some_and(|token| token.kind() == TokenKind::Number);
    number(at.checked_sub(1)) || number(at.checked_add(1))
}

/// `, – said X`: a dash after a comma, and the speaker's verb in lower case.
fn dash_attribution(document: &Document, at: usize) -> Option<MarkSign> {
    let tokens = document.tokens();
    let after_comma = tokens.get(at)?.space_before() && tokens.get(at.checked_sub(1)?)?.is_mark(',');
    let speaker_follows = tokens.get(at + 1).is_some_and(|t| t.space_before() && t.is_lower());
    (after_comma && speaker_follows).then_some(MarkSign::DashAttribution)
}

/// `4,5 %`: at most two decimals, and a per cent sign after them.
fn decimal_comma(document: &Document, at: usize) -> Option<MarkSign> {
    let tokens = document.tokens();
    let (_, decimals) = document.slice(tokens.get(at)?.span()).rsplit_once(',')?;
    let percent = tokens.get(at + 1).is_some_and(|t| t.is_mark('%'));
    (percent && decimals.len() < 3).then_some(MarkSign::DecimalComma)
}
