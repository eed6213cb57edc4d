//! From bytes to characters: UTF-8 as it is, other encodings by their marks or by a guess, with a note.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::origin::{Origin, Piece, PieceKind};
use super::{ReadError, TextTooLong};
use crate::document::Text;

/// How the bytes of a file were decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8; offsets in the text are offsets in the file, but for broken bytes.
    Utf8,
    /// Another encoding, by its usual name; the text can be checked but not written back.
    Other(&'static str),
}

pub(super) struct Decoded {
    pub text: String,
    pub origin: Origin,
    pub encoding: Encoding,
    pub notes: Vec<String>,
}

/// How many broken places a file may have for each thousand bytes and still be taken for damaged UTF-8.
const BROKEN_PER_THOUSAND: usize = 2;
/// How far to look for the zero bytes of a binary file.
const BINARY_WINDOW: usize = 8192;

pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if let Some(encoding) = utf16(bytes) {
        return transcode(bytes, encoding, format!("not UTF-8; read as {}", encoding.name()));
    }
    let window = &bytes[..bytes.len().min(BINARY_WINDOW)];
    if let Some(at) = memchr::memchr(0, window) {
        return Err(ReadError::Binary(at));
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => {
            let origin = Origin::verbatim(bytes.len());
            return Ok(Decoded { text: text.to_owned(), origin, encoding: Encoding::Utf8, notes: Vec::new() });
        }
        Err(error) => error,
    };
    let at = error.valid_up_to();
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let valid_beyond_ascii = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    if valid_beyond_ascii && broken * 1000 <= bytes.len().max(1000) * BROKEN_PER_THOUSAND {
        return Ok(damaged(bytes, broken, at));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let note = format!("not UTF-8 (byte 0x{:02X} at byte {at}); read as {}", bytes[at], encoding.name().to_lowercase());
    transcode(bytes, encoding, note)
}

/// UTF-16 by its byte order mark, or by a zero in every other byte of what begins as Latin text.
fn utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(encoding_rs::UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(encoding_rs::UTF_16BE),
        _ => {}
    }
    let window = &bytes[..bytes.len().min(BINARY_WINDOW) & !1];
    let zeros = |offset: usize| window.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), window.len() / 2);
    // Spaces, digits and full stops alone make a seventh of any prose in any script.
    let plain = |zeros: usize| half >= 4 && zeros * 7 >= half;
    match (even, odd) {
        (0, odd) if plain(odd) => Some(encoding_rs::UTF_16LE),
        (even, 0) if plain(even) => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

fn transcode(bytes: &[u8], encoding: &'static encoding_rs::Encoding, note: String) -> Result<Decoded, ReadError> {
    let (text, _, lossy) = encoding.decode(bytes);
    let text = Text::new(text.into_owned()).map_err(|e: TextTooLong| ReadError::TooLong(e))?.as_str().to_owned();
    let mut notes = vec![note];
    if lossy {
        notes.push(format!("some bytes are not {} either; they are read as U+FFFD", encoding.name()));
    }
    let origin = Origin::decoded(text.len(), bytes.len());
    Ok(Decoded { text, origin, encoding: Encoding::Other(encoding.name()), notes })
}

/// UTF-8 with broken places: each is read as U+FFFD and stays as it is when the file is written.
fn damaged(bytes: &[u8], broken: usize, first: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut pieces = Vec::new();
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        for (part, length, kind) in
            [(chunk.valid(), chunk.valid().len(), PieceKind::Verbatim), ("\u{fffd}", chunk.invalid().len(), PieceKind::Decoded)]
        {
            if length > 0 {
                pieces.push(Piece { text: text.len()..text.len() + part.len(), file: at..at + length, kind });
                text.push_str(part);
                at += length;
            }
        }
    }
    let places = if broken == 1 { "place" } else { "places" };
    let note =
        format!("not UTF-8 in {broken} {places} (first: byte 0x{:02X} at byte {first}); read as U+FFFD there", bytes[first]);
    // The pieces were laid end to end just above.
    let origin = Origin::new(pieces).expect("pieces laid end to end tile");
    Decoded { text, origin, encoding: Encoding::Utf8, notes: vec![note] }
}
