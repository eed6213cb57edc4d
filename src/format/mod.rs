//! Formats: from the bytes of a file to a document, and from edits back to bytes.
//!
//! In: the bytes of a file. Out: a [`Reading`], the document with its [`Origin`]; and, for edits of that document's
//! text, the same bytes with only those changes. The only folder that writes text.
//! Must not know: rules, findings, tables; where the bytes came from or go to.

mod decode;
mod origin;
mod plain;

pub use decode::Encoding;
pub use origin::{NotTiling, Origin, Piece, PieceKind, Unwritable};

use crate::document::{Conventions, Document, TextTooLong};

/// What came of reading the bytes of a file.
#[derive(Debug)]
pub struct Reading {
    /// The document.
    pub document: Document,
    /// The way back to the bytes.
    pub origin: Origin,
    /// How the bytes were decoded.
    pub encoding: Encoding,
    /// What the user should know ("not UTF-8 …"), as sentences without a full stop.
    pub notes: Vec<String>,
}

/// Why bytes are not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The bytes are no text in any encoding that is tried.
    #[error("a binary file (a zero byte at byte {0}); skipped")]
    Binary(usize),
    /// More than a document may hold.
    #[error(transparent)]
    TooLong(#[from] TextTooLong),
}

/// Reads the bytes of a plain-text file.
///
/// # Errors
/// [`ReadError::Binary`] and [`ReadError::TooLong`]; every other sequence of bytes can be read, with notes.
pub fn read(bytes: &[u8], conventions: &Conventions) -> Result<Reading, ReadError> {
    let decoded = decode::decode(bytes)?;
    let (document, origin) = plain::read(decoded.text, decoded.origin, conventions)?;
    Ok(Reading { document, origin, encoding: decoded.encoding, notes: decoded.notes })
}

#[cfg(test)]
mod tests;
