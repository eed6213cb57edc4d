//! The laws of writing back, and what bad input gets.

use super::*;
use crate::document::{Edit, Text};
use proptest::prelude::*;

fn read_bytes(bytes: &[u8]) -> Reading {
    read(bytes, &Conventions::default()).expect("readable bytes")
}

#[test]
fn encodings_are_named() {
    let russian = "Переговоры в Минске прошли успешно, сказал министр обороны.";
    let (windows, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
    let reading = read_bytes(&windows);
    assert_eq!(reading.document.text().as_str(), russian);
    assert_eq!(reading.notes, ["not UTF-8 (byte 0xCF at byte 0); read as windows-1251"]);

    let utf16: Vec<u8> = "\u{feff}Talks in Minsk".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [&utf16[..], &utf16[2..]] {
        let reading = read_bytes(bytes);
        assert!(reading.document.text().as_str().ends_with("Talks in Minsk"), "{:?}", reading.document.text());
        assert_eq!(reading.encoding, Encoding::Other("UTF-16LE"));
    }
}

#[test]
fn damaged_utf8_stays_as_it_is_where_it_is_broken() {
    let bytes = b"\xE2\x80\x9CTalks\xE2\x80\x9D in M\xFFnsk ,he said".to_vec();
    let reading = read_bytes(&bytes);
    assert_eq!(reading.notes, ["not UTF-8 in 1 place (first: byte 0xFF at byte 16); read as U+FFFD there"]);
    let text = reading.document.text();
    let at = text.as_str().find(" ,").expect("it is there");
    let edit = Edit::new(text, text.span(at..at + 2).expect("two characters"), ", ").expect("a change");
    let written = reading.origin.write(&bytes, &[edit]).expect("writable");
    assert_eq!(written, b"\xE2\x80\x9CTalks\xE2\x80\x9D in M\xFFnsk, he said");
}

#[test]
fn binary_files_are_refused_and_empty_ones_are_not() {
    assert!(matches!(read(b"\x7fELF\0\0\0\x01binary", &Conventions::default()), Err(ReadError::Binary(4))));
    assert!(read_bytes(b"").document.tokens().is_empty());
}

#[test]
fn decoded_and_synthetic_pieces_hold_together() {
    use PieceKind::{Decoded, Synthetic, Verbatim};
    // The file `a&amp;b</p>c` is read as `a&b\nc`.
    let file = b"a&amp;b</p>c";
    let piece = |text, file, kind| Piece { text, file, kind };
    let origin = Origin::new(vec![
        piece(0..1, 0..1, Verbatim),
        piece(1..2, 1..6, Decoded),
        piece(2..3, 6..7, Verbatim),
        piece(3..4, 7..7, Synthetic),
        piece(4..5, 11..12, Verbatim),
    ])
    .expect("tiling");
    let text = Text::new("a&b\nc").expect("short");
    let edit = |range, new| Edit::new(&text, text.span(range).expect("in range"), new).expect("a change");
    assert_eq!(origin.write(file, &[edit(0..3, "a+b")]).expect("whole piece"), b"a+b</p>c");
    assert!(origin.write(file, &[edit(2..5, "bc")]).is_err(), "a synthetic break cannot be deleted");
    assert!(Origin::new(vec![piece(0..2, 0..1, Verbatim)]).is_err());
}

proptest! {
    #[test]
    fn plain_text_is_its_own_origin(text in "[\\PC\n\r]{0,80}", cuts in prop::collection::vec((0usize..90, 0usize..6, "[\\PC]{0,4}"), 0..6)) {
        let bytes = text.as_bytes();
        prop_assume!(!text.contains('\0'));
        let reading = read_bytes(bytes);
        let read = reading.document.text();
        prop_assert_eq!(read.as_str(), &text);
        prop_assert_eq!(reading.origin.write(bytes, &[]).expect("no edits"), bytes);
        let mut edits: Vec<Edit> = Vec::new();
        let mut end = 0;
        for (start, length, new) in cuts {
            let Some(span) = read.span(start..start + length) else { continue };
            let Some(edit) = Edit::new(read, span, &new) else { continue };
            if edits.is_empty() || edit.span().start() > end {
                end = edit.span().end();
                edits.push(edit);
            }
        }
        let mut promised = text.clone();
        for edit in edits.iter().rev() {
            promised.replace_range(edit.span().range(), edit.replacement());
        }
        let written = reading.origin.write(bytes, &edits).expect("plain text is writable");
        prop_assert_eq!(String::from_utf8(written).expect("still UTF-8"), promised);
    }
}
