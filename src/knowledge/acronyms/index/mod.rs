//! The index of the tables of acronyms: which forms and names there are, and in which rows. It is compiled from the tables
//! (`compile`), committed beside them and opened as it is, so that a run does not read thousands of rows for one page.
//!
//! In: the bytes of an index. Out: look-ups by hash. Must not know: what the rows say.

pub(super) mod compile;

use super::{FormKey, Owner, Reading, Standing};
use crate::knowledge::Filter;

/// What an index begins with; the number is that of its layout.
const MAGIC: [u8; 8] = *b"acronym1";

/// Lists that are found by a key: the keys in order, and where the list of each begins.
#[derive(Debug, Default)]
struct Keys {
    keys: Vec<u64>,
    starts: Vec<u32>,
}

impl Keys {
    fn find(&self, key: u64) -> std::ops::Range<usize> {
        match self.keys.binary_search(&key) {
            Ok(at) => self.list(at),
            Err(_) => 0..0,
        }
    }

    fn list(&self, at: usize) -> std::ops::Range<usize> {
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }
}

/// A name in words, or a form of several words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub owner: Owner,
    start: u32,
    end: u32,
}

/// An open index.
#[derive(Debug, Default)]
pub(super) struct Index {
    forms: Keys,
    readings: Vec<Reading>,
    /// The keys of forms that are written with one capital, in order.
    titled: Vec<u64>,
    /// Names by their first word.
    by_first: Keys,
    names: Vec<Name>,
    words: Vec<u64>,
    firsts: Filter,
    /// For each concept its rows: the table and the byte where the row begins.
    concepts: Keys,
    rows: Vec<(u32, u32)>,
    /// The English acronyms: the key of each, and its row.
    senses: Vec<(u64, u32)>,
    /// The byte where each row of the English table begins.
    sense_rows: Vec<u32>,
}

impl Index {
    /// Opens an index; `None` where the bytes are none of this layout.
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader { bytes: bytes.strip_prefix(&MAGIC)? };
        let forms = reader.keys()?;
        let readings = reader.numbers()?.into_iter().map(unpack_reading).collect::<Option<_>>()?;
        let titled = reader.words()?;
        let by_first = reader.keys()?;
        let mut start = 0;
        let names = reader.pairs()?.into_iter().map(|(owner, length)| {
            let name = Name { owner: unpack_owner(owner)?, start, end: start + length };
            start += length;
            Some(name)
        });
        let names = names.collect::<Option<_>>()?;
        let words = reader.words()?;
        let concepts = Keys { keys: Vec::new(), starts: reader.numbers()? };
        let rows = reader.pairs()?;
        let keys = reader.words()?;
        let senses = keys.into_iter().zip(reader.numbers()?).collect();
        let sense_rows = reader.numbers()?;
        let mut firsts = Filter::default();
        by_first.keys.iter().for_each(|key| firsts.add(*key));
        Some(Self { forms, readings, titled, by_first, names, words, firsts, concepts, rows, senses, sense_rows })
    }

    pub fn readings(&self, form: FormKey) -> &[Reading] {
        self.readings.get(self.forms.find(form.0)).unwrap_or_default()
    }

    pub fn is_titled(&self, form: FormKey) -> bool {
        self.titled.binary_search(&form.0).is_ok()
    }

    /// Whether a name begins with a word; a word may be let through that begins none.
    #[inline]
    pub fn may_begin(&self, word: u64) -> bool {
        self.firsts.may_have(word)
    }

    /// The names that begin with a word.
    pub fn names(&self, first: u64) -> &[Name] {
        self.names.get(self.by_first.find(first)).unwrap_or_default()
    }

    /// The words of a name, those between them left out.
    pub fn words(&self, name: Name) -> &[u64] {
        self.words.get(name.start as usize..name.end as usize).unwrap_or_default()
    }

    /// How many concepts there are.
    pub fn concepts(&self) -> usize {
        self.concepts.starts.len().saturating_sub(1)
    }

    /// The rows of a concept: tables and bytes.
    pub fn rows(&self, concept: usize) -> &[(u32, u32)] {
        self.rows.get(self.concepts.list(concept)).unwrap_or_default()
    }

    /// The row of an English acronym.
    pub fn sense(&self, acronym: FormKey) -> Option<usize> {
        let at = self.senses.binary_search_by_key(&acronym.0, |(key, _)| *key).ok()?;
        self.senses.get(at).map(|(_, row)| *row as usize)
    }

    /// Where each row of the English table begins.
    pub fn sense_rows(&self) -> &[u32] {
        &self.sense_rows
    }
}

const STANDINGS: [Standing; 6] =
    [Standing::Own, Standing::English, Standing::Loan, Standing::Letters, Standing::Look, Standing::Mistaken];

/// A reading in 32 bits: 16 of the concept, 8 of the source, 8 of the standing.
fn pack_reading(reading: Reading) -> Option<u32> {
    let concept = u32::from(u16::try_from(reading.concept).ok()?);
    let source = u32::from(u8::try_from(reading.source).ok()?);
    let standing = STANDINGS.iter().position(|&s| s == reading.standing)? as u32;
    Some(concept << 16 | source << 8 | standing)
}

fn unpack_reading(number: u32) -> Option<Reading> {
    let standing = *STANDINGS.get((number & 0xFF) as usize)?;
    Some(Reading { concept: (number >> 16) as usize, source: (number >> 8 & 0xFF) as usize, standing })
}

/// An owner in 32 bits: 2 of the kind, 30 of the number.
fn pack_owner(owner: Owner) -> u32 {
    let (kind, number) = match owner {
        Owner::Concept(number) => (0, number),
        Owner::Sense(number) => (1, number),
        Owner::Form(number) => (2, number),
        Owner::Cut(number) => (3, number),
    };
    kind | (number as u32) << 2
}

fn unpack_owner(number: u32) -> Option<Owner> {
    let index = (number >> 2) as usize;
    Some(match number & 3 {
        0 => Owner::Concept(index),
        1 => Owner::Sense(index),
        2 => Owner::Form(index),
        _ => Owner::Cut(index),
    })
}

impl Index {
    /// The key of a form by its number, as [`Owner::Form`] has it.
    pub fn form(&self, number: usize) -> Option<FormKey> {
        self.forms.keys.get(number).map(|&key| FormKey(key))
    }
}

/// Reads lists that each begin with their length; all numbers are little-endian.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn list<const SIZE: usize, T>(&mut self, read: impl Fn([u8; SIZE]) -> T) -> Option<Vec<T>> {
        let (length, rest) = self.bytes.split_first_chunk::<4>()?;
        let (list, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize * SIZE)?;
        self.bytes = rest;
        Some(list.as_chunks::<SIZE>().0.iter().map(|chunk| read(*chunk)).collect())
    }

    fn numbers(&mut self) -> Option<Vec<u32>> {
        self.list(u32::from_le_bytes)
    }

    fn words(&mut self) -> Option<Vec<u64>> {
        self.list(u64::from_le_bytes)
    }

    fn pairs(&mut self) -> Option<Vec<(u32, u32)>> {
        self.list(|bytes: [u8; 8]| {
            let both = u64::from_le_bytes(bytes);
            (both as u32, (both >> 32) as u32)
        })
    }

    fn keys(&mut self) -> Option<Keys> {
        Some(Keys { keys: self.words()?, starts: self.numbers()? })
    }
}
