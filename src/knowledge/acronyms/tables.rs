//! The tables of acronyms and their rows.

use super::{Article, Concept, Kind, Rank, Sense, Spoken};
use crate::knowledge::{Language, hash_word};

/// A table: its place below `knowledge/`, and its text.
#[derive(Clone, Copy, Debug)]
pub(in crate::knowledge) struct Table {
    pub path: &'static str,
    pub text: &'static str,
    /// The language whose acronyms it has; `None` for English.
    pub language: Option<Language>,
}

macro_rules! source {
    ($($language:ident $folder:literal,)*) => {
        &[$(Table {
            path: concat!("source/", $folder, "/acronyms.tsv"),
            text: include_str!(concat!("../source/", $folder, "/acronyms.tsv")),
            language: Some(Language::$language),
        },)*]
    };
}

/// The tables of the source languages, in the order of [`Language::WITH_ACRONYMS`].
pub(in crate::knowledge) const SOURCE: &[Table] = source![
    Russian "russian",
    Ukrainian "ukrainian",
    Belarusian "belarusian",
    Bulgarian "bulgarian",
    French "french",
    Spanish "spanish",
    German "german",
    Polish "polish",
    Turkish "turkish",
    Italian "italian",
    Portuguese "portuguese",
];

/// The table of English acronyms.
pub(super) const ENGLISH: Table =
    Table { path: "target/english/acronyms.tsv", text: include_str!("../target/english/acronyms.tsv"), language: None };

pub(in crate::knowledge) const SOURCE_COLUMNS: [&str; 12] =
    ["acronym", "expansion", "english", "words", "loans", "letters", "mistaken", "cut", "topics", "kind", "offer", "origin"];
pub(super) const ENGLISH_COLUMNS: [&str; 8] = ["acronym", "senses", "topics", "kind", "rank", "read", "article", "origin"];

/// A row of a source language's table.
#[derive(Clone, Copy)]
pub(super) struct SourceRow {
    pub acronym: &'static str,
    pub expansion: &'static str,
    pub english: &'static str,
    pub names: &'static str,
    pub loans: &'static str,
    pub letters: &'static str,
    pub mistaken: &'static str,
    pub cut: &'static str,
    pub topics: &'static str,
    pub kind: Kind,
    pub offer: &'static str,
}

impl SourceRow {
    pub fn new(cells: [&'static str; 12]) -> Result<Self, String> {
        let [acronym, expansion, english, names, loans, letters, mistaken, cut, topics, kind, offer, _] = cells;
        let kind = Kind::named(kind).ok_or_else(|| format!("“{kind}” is no kind of thing"))?;
        Ok(Self { acronym, expansion, english, names, loans, letters, mistaken, cut, topics, kind, offer })
    }

    /// What tells that rows are of one thing: the first name in words, or, where there is none, the English acronym.
    pub fn key(&self) -> &'static str {
        list(self.names).next().or(list(self.english).next()).unwrap_or(self.acronym)
    }
}

impl Concept {
    /// What the rows of one thing say together, each with its language.
    pub(super) fn of(rows: impl Iterator<Item = (Language, SourceRow)>) -> Option<Self> {
        let mut concept: Option<Self> = None;
        for (language, row) in rows {
            let concept = concept.get_or_insert_with(|| Self {
                label: row.acronym,
                sources: Vec::new(),
                english: Vec::new(),
                words: Vec::new(),
                offer: Vec::new(),
                topics: Vec::new(),
                name_words: Vec::new(),
                kind: row.kind,
            });
            concept.sources.push((language, row.acronym, row.expansion));
            add_new(&mut concept.english, list(row.english));
            add_new(&mut concept.words, list(row.names));
            add_new(&mut concept.offer, list(row.offer));
            concept.topics.extend(row.topics.split(' ').filter(|word| !word.is_empty()).map(hash_word));
        }
        let mut concept = concept?;
        sort(&mut concept.topics);
        // Words of the name tell where they are as rare as a topic.
        let parts = concept.words.iter().flat_map(|name| name.split([' ', '-'])).map(hash_word);
        concept.name_words = parts.filter(|word| concept.topics.binary_search(word).is_ok()).collect();
        sort(&mut concept.name_words);
        Some(concept)
    }
}

impl Sense {
    pub(super) fn new(cells: [&'static str; 8]) -> Result<Self, String> {
        let [acronym, names, topics, kind, rank, read, article, _] = cells;
        let mut topics: Vec<u64> = topics.split(' ').filter(|word| !word.is_empty()).map(hash_word).collect();
        sort(&mut topics);
        Ok(Self {
            acronym,
            words: list(names).collect(),
            topics,
            kind: Kind::named(kind).ok_or_else(|| format!("“{kind}” is no kind of thing"))?,
            rank: Rank::named(rank).ok_or_else(|| format!("“{rank}” is neither commonest, household nor known"))?,
            spoken: Spoken::named(read).ok_or_else(|| format!("“{read}” is neither letters, word nor either"))?,
            article: Article::named(article).ok_or_else(|| format!("“{article}” is neither the, none nor empty"))?,
        })
    }
}

/// The cells of the line that begins at a byte of a table.
pub(super) fn cells_at<const N: usize>(table: Table, offset: usize) -> Option<[&'static str; N]> {
    let line = table.text.get(offset..)?.lines().next()?;
    let mut cells = [""; N];
    let mut all = line.split('\t');
    cells.iter_mut().for_each(|cell| *cell = all.next().unwrap_or_default());
    all.next().is_none().then_some(cells)
}

/// The entries of a cell.
pub(super) fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(';').map(str::trim_start).filter(|entry| !entry.is_empty())
}

fn add_new(list: &mut Vec<&'static str>, new: impl Iterator<Item = &'static str>) {
    for entry in new {
        if !list.contains(&entry) {
            list.push(entry);
        }
    }
}

fn sort(ids: &mut Vec<u64>) {
    ids.sort_unstable();
    ids.dedup();
}
