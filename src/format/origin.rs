//! The way back from a text to the bytes it was read from.

use std::ops::Range;

use crate::document::{Edit, Span};

/// How a piece of the text came from the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The same bytes in the file.
    Verbatim,
    /// An entity, an escape, another encoding: other bytes in the file, which cannot be divided.
    Decoded,
    /// A break that markup stands for: no bytes in the file.
    Synthetic,
}

/// A stretch of the text and the bytes of the file it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the text.
    pub text: Range<usize>,
    /// Bytes of the file; pieces leave out what is no prose.
    pub file: Range<usize>,
    /// How the one became the other.
    pub kind: PieceKind,
}

/// Ordered pieces that tile the text.
#[derive(Clone, Debug)]
pub struct Origin(Vec<Piece>);

/// Pieces that leave a hole, overlap, or give verbatim text another length than its bytes.
#[derive(Debug, thiserror::Error)]
#[error("piece {0} does not follow on the one before it")]
pub struct NotTiling(usize);

/// An edit that cannot be carried back to the file.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("bytes {}..{} of the text do not stand in the file in that form", .0.start, .0.end)]
pub struct Unwritable(Range<usize>);

impl Origin {
    /// The text is the file.
    pub fn verbatim(bytes: usize) -> Self {
        Self(vec![Piece { text: 0..bytes, file: 0..bytes, kind: PieceKind::Verbatim }])
    }

    /// The whole text was decoded from the whole file; it can be read and not written.
    pub fn decoded(text: usize, file: usize) -> Self {
        Self(vec![Piece { text: 0..text, file: 0..file, kind: PieceKind::Decoded }])
    }

    /// From pieces in the order of the text.
    ///
    /// # Errors
    /// [`NotTiling`] names the first piece that does not follow on the one before.
    pub fn new(pieces: Vec<Piece>) -> Result<Self, NotTiling> {
        let (mut text, mut file) = (0, 0);
        for (i, piece) in pieces.iter().enumerate() {
            let fits = match piece.kind {
                PieceKind::Verbatim => piece.text.len() == piece.file.len(),
                PieceKind::Decoded => !piece.file.is_empty(),
                PieceKind::Synthetic => piece.file.is_empty(),
            };
            if piece.text.start != text || piece.file.start < file || !fits {
                return Err(NotTiling(i));
            }
            (text, file) = (piece.text.end, piece.file.end);
        }
        Ok(Self(pieces))
    }

    /// The pieces in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// The bytes of the file that a span stands for; `None` where it cuts a decoded piece or touches a synthetic one.
    pub fn place(&self, span: Span) -> Option<Range<usize>> {
        let first = self.0.partition_point(|p| p.text.end <= span.start());
        // An insertion at the very end, or at a seam, belongs to the piece before.
        let first = if span.is_empty() && first > 0 && self.0.get(first).is_none_or(|p| p.text.start == span.start()) {
            first - 1
        } else {
            first
        };
        let touched = self.0[first..].iter().take_while(|p| p.text.start < span.end().max(span.start() + 1));
        let mut place: Option<Range<usize>> = None;
        for piece in touched {
            let part = span.start().max(piece.text.start)..span.end().min(piece.text.end);
            let bytes = match piece.kind {
                PieceKind::Verbatim => {
                    let start = piece.file.start + (part.start - piece.text.start);
                    start..start + part.len()
                }
                PieceKind::Decoded if part == piece.text && !part.is_empty() => piece.file.clone(),
                PieceKind::Decoded | PieceKind::Synthetic => return None,
            };
            place = Some(place.map_or(bytes.clone(), |p| p.start..bytes.end));
        }
        place
    }

    /// The bytes of the file with these edits carried out; `edits` are sorted and disjoint.
    ///
    /// # Errors
    /// [`Unwritable`] for the first edit that cannot be carried back; nothing is written then.
    pub fn write(&self, file: &[u8], edits: &[Edit]) -> Result<Vec<u8>, Unwritable> {
        let mut out = Vec::with_capacity(file.len() + 16 * edits.len());
        let mut at = 0;
        for edit in edits {
            let place = self.place(edit.span()).filter(|p| p.start >= at && p.end <= file.len());
            let Some(place) = place else { return Err(Unwritable(edit.span().range())) };
            out.extend_from_slice(&file[at..place.start]);
            out.extend_from_slice(edit.replacement().as_bytes());
            at = place.end;
        }
        out.extend_from_slice(&file[at..]);
        Ok(out)
    }
}
