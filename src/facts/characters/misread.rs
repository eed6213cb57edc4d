//! Text that was written as UTF-8 and read as Windows-1252 or Windows-1251: the bytes are put together again, and only what
//! then is exact UTF-8 of likely characters counts.

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use super::Script;
use crate::document::{Span, Text};

/// A run of characters that are the bytes of others.
#[derive(Clone, Debug)]
pub struct Misread {
    /// Where it stands.
    pub span: Span,
    /// What was meant.
    pub right: String,
}

/// So many characters of one run are put together at most; a longer one is found in parts.
const LONGEST: usize = 512;
/// A text may have been read wrongly more than once.
const MOST_TIMES: usize = 3;

/// The run that begins at a character, and where it ends.
pub(super) fn at(text: &Text, start: usize, first: char) -> Option<(Misread, usize)> {
    let encoding = match first {
        'Â'..='É' | 'Î' | 'Ï' | 'Ð' | 'Ñ' | 'Ò' | 'â' | 'ï' | 'ð' => WINDOWS_1252,
        'В' | 'Г' | 'Д' | 'Е' | 'О' | 'П' | 'Р' | 'С' | 'Т' | 'в' | 'р' => WINDOWS_1251,
        _ => return None,
    };
    let rest = text.as_str().get(start..)?;
    // Most of these letters stand in words of their own languages, where no such byte can follow.
    rest.chars().nth(1).and_then(|second| byte_of(second, encoding)).filter(|byte| (0x80..0xC0).contains(byte))?;
    let bytes = rest.chars().take(LONGEST).map_while(|c| byte_of(c, encoding).map(|byte| (byte, c.len_utf8())));
    let bytes: Vec<(u8, usize)> = bytes.collect();
    let before = text.as_str().get(..start)?.chars().next_back();
    let mut run = Run { encoding, before, bytes: &bytes, rest, right: String::new(), at: 0, length: 0, sequences: 0 };
    while run.step() {}
    if run.sequences == 0 || run.sequences == 1 && !run.stands_alone() {
        return None;
    }
    let right = read_again(run.right);
    let end = start + run.length;
    Some((Misread { span: text.span(start..end)?, right }, end))
}

/// The byte beyond ASCII that an encoding reads as a character. What Windows-1252 leaves open is read as a control character.
fn byte_of(c: char, encoding: &'static Encoding) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = encoding.encode(c.encode_utf8(&mut buffer));
    bytes.first().copied().filter(|_| !unknown)
}

/// The same for what came out, if it is again such bytes from end to end.
fn read_again(mut right: String) -> String {
    for _ in 1..MOST_TIMES {
        let (bytes, _, unknown) = WINDOWS_1252.encode(&right);
        match std::str::from_utf8(&bytes) {
            Ok(better) if !unknown && !right.is_ascii() && better != right => right = better.to_owned(),
            _ => break,
        }
    }
    right
}

/// The bytes of a run, read one sequence after the other as far as they are good.
struct Run<'a> {
    encoding: &'static Encoding,
    before: Option<char>,
    /// Each byte with the length of the character that it was read as.
    bytes: &'a [(u8, usize)],
    rest: &'a str,
    right: String,
    /// Bytes read.
    at: usize,
    /// What they take in the text.
    length: usize,
    sequences: usize,
}

impl Run<'_> {
    /// Reads one sequence; false where none that is likely begins here.
    fn step(&mut self) -> bool {
        let Some(&(lead, _)) = self.bytes.get(self.at) else { return false };
        let size = match lead {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return false,
        };
        let sequence: Vec<u8> = self.bytes.iter().skip(self.at).take(size).map(|(byte, _)| *byte).collect();
        let meant = std::str::from_utf8(&sequence).ok().and_then(|s| s.chars().next()).filter(|&c| is_likely(c));
        let (meant, size) = match (meant, sequence.get(..2)) {
            (Some(meant), _) => (meant, size),
            // The last byte of a closing quotation mark is one that Windows-1252 leaves open, and many programs drop it.
            (None, Some([0xE2, 0x80])) if self.encoding == WINDOWS_1252 => ('”', 2),
            _ => return false,
        };
        self.right.extend((meant != '\u{feff}').then_some(meant));
        self.length += self.bytes.iter().skip(self.at).take(size).map(|(_, length)| length).sum::<usize>();
        self.at += size;
        self.sequences += 1;
        true
    }

    /// Whether the one sequence that was read cannot be two characters that somebody wrote: "Ä”" may end a quotation, and
    /// "С»" a title.
    fn stands_alone(&self) -> bool {
        if self.at > 2 || self.right == "”" && self.at == 2 {
            return true;
        }
        let first = self.rest.chars().next();
        let second = self.rest.chars().nth(1);
        let after = self.rest.get(self.length..).and_then(|rest| rest.chars().next());
        let within_word = after.is_some_and(char::is_alphabetic) || self.before.is_some_and(|c| c.is_ascii_lowercase());
        let sign = !self.right.contains(char::is_alphabetic);
        if self.encoding == WINDOWS_1251 {
            let degree = matches!(self.right.as_str(), "°" | "±" | "§" | "©" | "®") && first == Some('В');
            return degree || first == Some('Г') && self.before.is_some_and(|c| c.is_ascii_lowercase());
        }
        let pause =
            second.is_some_and(|c| matches!(c, '\u{a0}' | '«' | '»' | '…' | '€') || ('\u{2010}'..'\u{2040}').contains(&c));
        match (pause, sign) {
            (false, true) => !self.before.is_some_and(char::is_uppercase),
            (false, false) => true,
            (true, true) => !self.before.is_some_and(char::is_alphabetic),
            (true, false) => within_word,
        }
    }
}

/// Whether texts have a character: letters of the great European scripts, signs, quotation marks, pictures.
fn is_likely(c: char) -> bool {
    let letter = matches!(c, '\u{c0}'..='\u{17f}' | 'Ș' | 'ș' | 'Ț' | 'ț' | '\u{386}'..='\u{3ce}' | '\u{400}'..='\u{4ff}');
    let sign = matches!(c, '\u{a0}'..='\u{bf}' | '\u{2010}'..='\u{205f}' | '€' | '₽' | '₴' | '№' | '™' | '\u{2190}'..='\u{27ff}');
    let other = Script::of(c) == Some(Script::Other) && c > '\u{2e7f}';
    letter || sign || other || matches!(c, '\u{feff}' | '\u{1f000}'..)
}
