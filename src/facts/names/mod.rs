//! Names: the mentions of names in a document, their spellings with keys, and whether two spellings are one name.
//!
//! In: a document and the tables. Out: [`Names`], the mentions in the order of the text and each distinct spelling once;
//! [`compare`], the verdict on two spellings with the source form that gives both.
//! Must not know: who bears a name (that is the concordance's), rules, findings.

mod credit;
mod key;
mod mention;
mod near;
mod scan;
mod schemes;
mod verify;

pub use key::Keys;
pub use mention::{Mention, MentionKind, Names, Spelling, SpellingId, Word};
pub use near::{differ_in_apostrophes, is_near};
pub use schemes::{known_schemes, schemes};
pub use verify::{Comparison, SourceForm, Verdict, compare};

#[cfg(test)]
mod tests;
