//! The index of the built-in phrase tables: their words, the tree of their patterns, and where each row stands. It is
//! compiled from the tables, committed beside them and opened as it is; a row is read when it is asked for.
//!
//! In: the bytes of an index. Out: a [`Trie`] and the places of the rows. Must not know: what the rows say.

use super::pattern::Slot;
use super::trie::Trie;
use crate::knowledge::WordClass;

/// What an index begins with; the number is that of its layout.
const MAGIC: &[u8] = b"phrases1";

/// Where a row stands: the number of its table, and the bytes of its block.
pub(super) type Place = [u32; 3];

/// An index as it is read and written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    /// The words of all patterns, folded, in the order of their ids, from the first.
    pub words: Vec<String>,
    /// The tree.
    pub trie: Trie,
    /// The rows.
    pub rows: Vec<Place>,
}

impl Index {
    /// The bytes of the index.
    pub fn write(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let text = self.words.join("\n");
        number(&mut out, text.len());
        out.extend(text.as_bytes());
        let trie = &self.trie;
        list(&mut out, trie.children.iter().copied());
        list(&mut out, trie.words.iter().map(|&word| [word]));
        list(&mut out, trie.slots.iter().map(|&(node, slot, next)| [node, pack(slot), next]));
        list(&mut out, trie.gaps.iter().map(|&(node, (min, max), next)| [node, u32::from(min), u32::from(max), next]));
        list(&mut out, trie.rows.iter().copied());
        list(&mut out, self.rows.iter().copied());
        out
    }

    /// Reads an index; `None` where the bytes are none of this layout.
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let length = reader.number()?;
        let (text, rest) = reader.0.split_at_checked(length)?;
        reader.0 = rest;
        let words = std::str::from_utf8(text).ok()?.split('\n').map(str::to_owned).collect();
        let children = reader.list()?;
        let leads = reader.list::<1>()?.into_iter().map(|[word]| word).collect();
        let slots = reader.list()?.into_iter().map(|[node, slot, next]| Some((node, unpack(slot)?, next)));
        let slots = slots.collect::<Option<_>>()?;
        let byte = |number: u32| u8::try_from(number).ok();
        let gaps = reader.list()?.into_iter().map(|[node, min, max, next]| Some((node, (byte(min)?, byte(max)?), next)));
        let gaps = gaps.collect::<Option<_>>()?;
        let rows = reader.list()?;
        let places = reader.list()?;
        Some(Self { words, trie: Trie::of(children, leads, slots, gaps, rows), rows: places })
    }
}

fn number(out: &mut Vec<u8>, number: usize) {
    out.extend((number as u32).to_le_bytes());
}

fn list<const SIZE: usize>(out: &mut Vec<u8>, entries: impl ExactSizeIterator<Item = [u32; SIZE]>) {
    number(out, entries.len());
    entries.flatten().for_each(|number| out.extend(number.to_le_bytes()));
}

/// A slot as a number: 0 for a number, 1 for a name, the others for the classes.
fn pack(slot: Slot) -> u32 {
    match slot {
        Slot::Number => 0,
        Slot::Name => 1,
        Slot::Class(class) => 2 + class as u32,
    }
}

fn unpack(number: u32) -> Option<Slot> {
    Some(match number {
        0 => Slot::Number,
        1 => Slot::Name,
        _ => Slot::Class(WordClass::ALL.get(number as usize - 2)?.0),
    })
}

/// Reads lists that each begin with their length; all numbers are little-endian.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn number(&mut self) -> Option<usize> {
        let (number, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*number) as usize)
    }

    fn list<const SIZE: usize>(&mut self) -> Option<Vec<[u32; SIZE]>> {
        let length = self.number()?;
        let (list, rest) = self.0.split_at_checked(length.checked_mul(4 * SIZE)?)?;
        self.0 = rest;
        let (numbers, _) = list.as_chunks::<4>();
        let (entries, _) = numbers.as_chunks::<SIZE>();
        Some(entries.iter().map(|entry| entry.map(u32::from_le_bytes)).collect())
    }
}
