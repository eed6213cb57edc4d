//! Multi-word tables: phrase rows, and the one automaton that finds them all.
//!
//! In: the index of the built-in tables of rows, and tables of packs. Out: [`Phrases`], the rows with their automaton over
//! word ids. Must not know: texts, what a rule makes of a hit.

mod answer;
mod choice;
mod draft;
mod index;
mod pattern;
mod row;
mod table;
mod test;
mod topic;
mod trie;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

pub use answer::Answer;
pub use pattern::{Element, Slot};
pub use row::{Anchor, Phrase, PhraseRow, Sureness};
pub use table::PhraseTable;
pub use test::{Neighbour, Test};
pub use topic::{Topic, TopicSet, Topics};
pub use trie::{Hit, Trie};

use draft::Draft;
use index::Index;

use crate::knowledge::{TableError, VocabularyBuilder, WordId};

/// The index of the built-in tables, compiled by `cargo xtask phrases`; a test holds it to them.
static INDEX: &[u8] = include_bytes!("../phrases.idx");

/// All rows of all tables, with the automata over them.
#[derive(Debug)]
pub struct Phrases {
    rows: Vec<Row>,
    /// Of the built-in tables, and of the tables of packs.
    tries: Vec<Trie>,
    topics: Topics,
}

/// A row that is read when it is asked for, or was read already.
#[derive(Debug)]
struct Row {
    table: PhraseTable,
    /// The bytes of its block in a built-in table.
    block: Range<usize>,
    read: OnceLock<Option<Box<PhraseRow>>>,
}

impl Phrases {
    /// Opens the built-in tables; no word may be in the vocabulary yet.
    ///
    /// # Errors
    /// [`TableError`] where the index is not that of this program.
    pub(in crate::knowledge) fn builtin(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let broken = || TableError::new("phrases.idx", 0, "broken build: run `cargo xtask phrases`");
        let index = Index::open(INDEX).ok_or_else(broken)?;
        for (number, word) in index.words.iter().enumerate() {
            if words.intern(word).index() != number + 1 {
                return Err(broken());
            }
        }
        let row = |&[table, start, end]: &index::Place| {
            let table = *PhraseTable::ALL.get(table as usize)?;
            Some(Row { table, block: start as usize..end as usize, read: OnceLock::new() })
        };
        let rows = index.rows.iter().map(row).collect::<Option<_>>().ok_or_else(broken)?;
        Ok(Self { rows, tries: vec![index.trie], topics: Topics::builtin(words)? })
    }

    /// No rows.
    #[cfg(test)]
    pub(in crate::knowledge) fn none(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        Ok(Self { rows: Vec::new(), tries: Vec::new(), topics: Topics::builtin(words)? })
    }

    /// Adds tables, each with its path and its text; their words go into the vocabulary.
    ///
    /// # Errors
    /// [`TableError`] for a row that cannot be read.
    pub fn add(&mut self, tables: &[(PhraseTable, &str, &str)], words: &mut VocabularyBuilder) -> Result<(), TableError> {
        let mut draft = Draft::default();
        for &(table, path, text) in tables {
            let mut known = Known::of(self.of_table(table));
            let mut fault = None;
            let mut count = 0;
            read_table(table, path, text, &self.topics, words, |row, block, elements| {
                count += 1;
                if let (None, Err(message)) = (&fault, known.take(&row)) {
                    fault = Some((block.start, message));
                }
                insert(&mut draft, elements, self.rows.len());
                self.rows.push(Row { table, block: 0..0, read: OnceLock::from(Some(Box::new(row))) });
            })?;
            match fault {
                Some((at, message)) => return Err(TableError::new(path, line_of(text, at) + 1, message)),
                None if count == 0 => return Err(TableError::new(path, 1, "the table has no row")),
                None => {}
            }
        }
        self.tries.push(draft.close());
        Ok(())
    }

    /// Adds rows whose lines are words only; the words go into the vocabulary.
    ///
    /// # Errors
    /// What is wrong with a line: nothing that could be read as a word or a mark.
    pub fn add_rows(&mut self, rows: Vec<PhraseRow>, words: &mut VocabularyBuilder) -> Result<(), String> {
        let mut draft = Draft::default();
        for row in rows {
            let elements = row.say.iter().map(|line| pattern::plain(line, words)).collect::<Result<Vec<_>, _>>();
            insert(&mut draft, elements.map_err(|message| format!("{}: {message}", row.origin))?, self.rows.len());
            self.rows.push(Row { table: row.table, block: 0..0, read: OnceLock::from(Some(Box::new(row))) });
        }
        self.tries.push(draft.close());
        Ok(())
    }

    /// How many rows there are; a row is named by its number.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &PhraseRow> {
        (0..self.len()).filter_map(|number| self.row(number))
    }

    /// The rows of a table.
    pub fn of_table(&self, table: PhraseTable) -> impl Iterator<Item = &PhraseRow> {
        let own = (0..self.len()).filter(move |&number| self.rows.get(number).is_some_and(|row| row.table == table));
        own.filter_map(|number| self.row(number))
    }

    /// A row; a [`Hit`] names one by its number.
    pub fn row(&self, number: usize) -> Option<&PhraseRow> {
        let row = self.rows.get(number)?;
        let read = || {
            let block = row.table.builtin().get(row.block.clone())?;
            PhraseRow::read(row.table, block, &self.topics).ok().map(Box::new)
        };
        row.read.get_or_init(read).as_deref()
    }

    /// The topics that tests of rows name.
    pub fn topics(&self) -> &Topics {
        &self.topics
    }

    /// Whether a pattern begins with this word.
    pub fn begin_with(&self, id: WordId) -> bool {
        self.tries.iter().any(|trie| trie.begins_with(id))
    }

    /// All matches that begin at token `at` and end before token `end`; see [`Trie::matches`].
    pub fn matches(&self, words: &[WordId], at: usize, end: usize, fits: &dyn Fn(Slot, usize) -> bool, out: &mut Vec<Hit>) {
        self.tries.iter().for_each(|trie| trie.matches(words, at, end, fits, out));
    }
}

/// What the rows of a table are called so far.
struct Known {
    keys: BTreeSet<String>,
    classes: BTreeSet<String>,
}

impl Known {
    fn of<'a>(rows: impl Iterator<Item = &'a PhraseRow>) -> Self {
        let (keys, classes) = rows.map(|row| (row.key.clone(), row.class.clone())).unzip();
        Self { keys, classes }
    }

    /// Takes a row in; its key must be new, and its class one that the table has, where it has any.
    fn take(&mut self, row: &PhraseRow) -> Result<(), String> {
        let key = &row.key;
        if !self.keys.insert(key.clone()) {
            return Err(format!("{key}: a row of this key stands in the table already; give it another"));
        }
        if self.classes.is_empty() || self.classes.contains(&row.class) {
            return Ok(());
        }
        let known = self.classes.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        Err(format!("{key}: no class is called “{}”; known: {known}", row.class))
    }
}

/// The line of a byte, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

/// Compiles the built-in tables to their index.
///
/// # Errors
/// [`TableError`] names the table, the line and what is wrong.
pub(in crate::knowledge) fn compile() -> Result<Vec<u8>, TableError> {
    let mut words = VocabularyBuilder::default();
    // Topics are interned by whoever opens the index, behind the words of the patterns.
    let topics = Topics::builtin(&mut VocabularyBuilder::default())?;
    let mut draft = Draft::default();
    let mut rows = Vec::new();
    for (number, table) in PhraseTable::ALL.into_iter().enumerate() {
        read_table(table, table.path(), table.builtin(), &topics, &mut words, |_, block, elements| {
            insert(&mut draft, elements, rows.len());
            rows.push([number as u32, block.start as u32, block.end as u32]);
        })?;
    }
    Ok(Index { words: words.words(), trie: draft.close(), rows }.write())
}

fn insert(draft: &mut Draft, phrases: Vec<Vec<Element>>, row: usize) {
    phrases.iter().enumerate().for_each(|(phrase, elements)| draft.insert(elements, row as u32, phrase as u32));
}

/// Reads the rows of a table, each with its block and the word sequences of its phrases.
fn read_table(
    table: PhraseTable,
    path: &str,
    text: &str,
    topics: &Topics,
    words: &mut VocabularyBuilder,
    mut each: impl FnMut(PhraseRow, Range<usize>, Vec<Vec<Element>>),
) -> Result<(), TableError> {
    for block in row::blocks(text).map_err(|message| TableError::new(path, 1, message))? {
        let line = line_of(text, block.start);
        let fail = |(within, message): (usize, String)| TableError::new(path, line + within, message);
        let row = PhraseRow::read(table, &text[block.clone()], topics).map_err(fail)?;
        let elements = row.elements(words).map_err(|message| fail((1, format!("{}: {message}", row.key))))?;
        each(row, block, elements);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_that_of_the_tables() {
        let compiled = compile().expect("sound tables");
        assert!(compiled == INDEX, "a table has changed: run `cargo xtask phrases`");
        let index = Index::open(&compiled).expect("what was written");
        assert_eq!(index.write(), compiled);
        assert!(Index::open(&compiled[..compiled.len() / 2]).is_none(), "half an index is none");
    }
}
