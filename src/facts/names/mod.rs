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
mod scheme;
mod verify;

pub use key::Keys;
pub use mention::{Mention, MentionKind, Names, Spelling, SpellingId, Word};
pub use near::{differ_in_apostrophes, is_near};
pub use scheme::{known_schemes, romanize, schemes};
pub use verify::{Comparer, Comparison, Relation, SourceForm, Verdict, compare};

#[cfg(test)]
mod scheme_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod verify_tests;
