//! From characters to tokens, in one pass over the bytes of a block.

use super::Conventions;
use super::text::{Span, Text};
use super::token::{Token, TokenKind, shape};

/// What a byte below 128 can begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Upper,
    Lower,
    Digit,
    Mark,
    Other,
}

const CLASSES: [Class; 256] = {
    let mut table = [Class::Other; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' => Class::Upper,
            b'a'..=b'z' => Class::Lower,
            b'0'..=b'9' => Class::Digit,
            0..=b' ' | 127 => Class::Space,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
};

/// Appends the tokens of one block.
pub(super) fn tokenize(text: &Text, block: Span, conventions: &Conventions, out: &mut Vec<Token>) {
    let text = text.as_str();
    let mut scan = Scan { text, bytes: text.as_bytes(), at: block.start(), end: block.end(), before: 0, conventions };
    while scan.skip_space() {
        scan.token(out);
        scan.before = 0;
    }
}

struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    end: usize,
    /// Shape bits of the white space just passed.
    before: u8,
    conventions: &'a Conventions,
}

impl Scan<'_> {
    /// Moves to the next character that is no white space; false at the end of the block.
    fn skip_space(&mut self) -> bool {
        let start = self.at;
        let mut broken = false;
        while self.at < self.end {
            let byte = self.bytes[self.at];
            match CLASSES[byte as usize] {
                Class::Space => {
                    broken |= byte == b'\n';
                    self.at += 1;
                }
                Class::Other => match self.char_at(self.at) {
                    Some(c) if c.is_whitespace() || c == '\u{feff}' => self.at += c.len_utf8(),
                    _ => break,
                },
                _ => break,
            }
        }
        if self.at > start {
            self.before = if broken { shape::SPACE_BEFORE | shape::BREAK_BEFORE } else { shape::SPACE_BEFORE };
        }
        self.at < self.end
    }

    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end { None } else { self.text.get(at..)?.chars().next() }
    }

    fn token(&mut self, out: &mut Vec<Token>) {
        let start = self.at;
        match CLASSES[self.bytes[start] as usize] {
            Class::Upper | Class::Lower | Class::Digit => self.word(out),
            Class::Mark | Class::Space => match self.path(start) {
                Some(end) => self.push(out, start, end, TokenKind::Link, '\0', 0),
                None => self.push(out, start, start + 1, TokenKind::Mark, self.bytes[start] as char, 0),
            },
            Class::Other => match self.char_at(start) {
                Some(c) if is_word_char(c) => self.word(out),
                Some(c) => self.push(out, start, start + c.len_utf8(), TokenKind::Mark, c, 0),
                None => self.at = self.end,
            },
        }
    }

    fn push(&mut self, out: &mut Vec<Token>, start: usize, end: usize, kind: TokenKind, mark: char, bits: u8) {
        // A block's first token has no space before it, whatever precedes the block.
        out.push(Token::new(Span::of(start..end), kind, mark, bits | self.before));
        self.before = 0;
        self.at = end;
    }

    /// A word or a number from `self.at`; a possessive ending becomes a token of its own.
    fn word(&mut self, out: &mut Vec<Token>) {
        let start = self.at;
        let mut bits = 0;
        let mut letters = false;
        let mut at = start;
        while at < self.end {
            let byte = self.bytes[at];
            if CLASSES[byte as usize] == Class::Lower {
                // By far the commonest byte: a tight loop over the rest of the run.
                at += self.bytes[at..self.end].iter().take_while(|b| b.is_ascii_lowercase()).count();
                bits |= shape::HAS_LOWER;
                letters = true;
                continue;
            }
            let (step, kind) = match CLASSES[byte as usize] {
                Class::Upper => (1, upper_bit(at == start)),
                Class::Digit => {
                    bits |= shape::HAS_DIGIT;
                    at += 1;
                    continue;
                }
                Class::Other => match self.char_at(at) {
                    Some(c) if is_word_char(c) => (c.len_utf8(), char_bits(c, at == start)),
                    Some('\u{2019}') if self.inner_apostrophe(at, 3) => (3, 0),
                    _ => break,
                },
                Class::Mark => match byte {
                    b'\'' if letters && self.inner_apostrophe(at, 1) => (1, 0),
                    // A separator inside a number; "3.5", "10,000", "14:20".
                    b'.' | b',' | b':' if !letters && self.digit_at(at + 1) && bits & shape::HAS_DIGIT != 0 => {
                        at += 1;
                        continue;
                    }
                    _ => break,
                },
                Class::Space | Class::Lower => break,
            };
            letters |= kind != 0;
            bits |= kind;
            at += step;
        }
        if let Some(end) = self.address(start, at) {
            return self.push(out, start, end, TokenKind::Link, '\0', 0);
        }
        if let Some(end) = self.dotted(start, at) {
            return self.push(out, start, end, TokenKind::Word, '\0', bits_of_dotted(&self.bytes[start..end]));
        }
        let kind = if letters || bits & shape::HAS_DIGIT == 0 { TokenKind::Word } else { TokenKind::Number };
        match self.clitic(start, at) {
            Some(cut) => {
                // The "s" of the ending does not make "NATO" a word in small letters.
                let lower = self.text.get(start..cut).is_some_and(|stem| stem.contains(char::is_lowercase));
                let own = if lower { bits } else { bits & !shape::HAS_LOWER };
                self.push(out, start, cut, kind, '\0', own);
                self.push(out, cut, at, TokenKind::Word, '\0', shape::CLITIC | shape::HAS_LOWER);
            }
            None => self.push(out, start, at, kind, '\0', bits),
        }
    }

    /// Whether an apostrophe of `len` bytes has a letter on both sides.
    fn inner_apostrophe(&self, at: usize, len: usize) -> bool {
        let before = self.text.get(..at).and_then(|s| s.chars().next_back());
        before.is_some_and(char::is_alphanumeric) && self.char_at(at + len).is_some_and(char::is_alphabetic)
    }

    fn digit_at(&self, at: usize) -> bool {
        at < self.end && self.bytes[at].is_ascii_digit()
    }

    /// Where "’s" begins, if the word ends in it and something precedes.
    fn clitic(&self, start: usize, end: usize) -> Option<usize> {
        let stem = self.bytes[start..end].strip_suffix(b"s").or_else(|| self.bytes[start..end].strip_suffix(b"S"))?;
        let stem = stem.strip_suffix("\u{2019}".as_bytes()).or_else(|| stem.strip_suffix(b"'"))?;
        (!stem.is_empty()).then_some(start + stem.len())
    }

    /// The end of "U.S." or "e.g." that begins with the one ASCII letter in `start..end`.
    fn dotted(&self, start: usize, end: usize) -> Option<usize> {
        let letter_and_stop = |at: usize| at + 1 < self.end && self.bytes[at].is_ascii_alphabetic() && self.bytes[at + 1] == b'.';
        if end != start + 1 || !letter_and_stop(start) || !letter_and_stop(start + 2) {
            return None;
        }
        let mut at = start + 4;
        while letter_and_stop(at) && at - start < LONGEST_DOTTED {
            at += 2;
        }
        // "U.S.A" without its last stop, or "i.e.the": the run must end at the end of a word.
        (at >= self.end || !self.bytes[at].is_ascii_alphanumeric()).then_some(at)
    }

    /// The end of a web or mail address whose first word is `start..end`.
    fn address(&self, start: usize, end: usize) -> Option<usize> {
        // Only these can follow the first word of an address; most words are done with this look.
        if !matches!(self.bytes[..self.end].get(end)?, b':' | b'.' | b'@' | b'/' | b'-' | b'_' | b'+') {
            return None;
        }
        let rest = &self.bytes[start..self.end];
        let scheme = rest[end - start..].starts_with(b"://") && rest[..end - start].iter().all(u8::is_ascii_alphabetic);
        let web = rest.len() > 4 && rest[..4].eq_ignore_ascii_case(b"www.");
        if scheme || web || is_address(rest) {
            return Some(start + link_length(rest));
        }
        self.bare(start, end)
    }

    /// The end of a bare domain or a file name ("paper.example", "notes.txt"): words joined by stops and hyphens, the last
    /// one a known ending.
    fn bare(&self, start: usize, end: usize) -> Option<usize> {
        let mut last = None;
        let mut at = end;
        while at - start < LONGEST_ADDRESS && matches!(self.char_at(at), Some('.' | '-' | '_')) {
            let word = at + 1;
            let more = self.text.get(word..self.end)?.chars().take_while(|&c| is_word_char(c)).map(char::len_utf8).sum::<usize>();
            if more == 0 {
                break;
            }
            if self.bytes[at] == b'.' {
                last = Some(word..word + more);
            }
            at = word + more;
        }
        let last = last.filter(|l| l.end == at && self.text.get(l.clone()).is_some_and(|w| self.conventions.ends_address(w)));
        last.map(|l| l.end)
    }

    /// The end of a file path that begins here.
    fn path(&self, start: usize) -> Option<usize> {
        let rest = &self.bytes[start..self.end];
        (matches!(rest[0], b'/' | b'~' | b'.') && is_path(rest)).then(|| start + link_length(rest))
    }
}

/// Longest abbreviation with inner stops, in bytes; bounds how far a row of letters and stops is followed.
const LONGEST_DOTTED: usize = 64;
/// Longest mail address or domain, in bytes: 64 before the sign and 253 after it (RFC 5321).
const LONGEST_ADDRESS: usize = 318;

/// Whether bytes begin as a mail address or a bare domain ("desk@paper.example", "paper.example/page").
fn is_address(rest: &[u8]) -> bool {
    let rest = &rest[..rest.len().min(LONGEST_ADDRESS)];
    let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+')).count();
    let domain = |bytes: &[u8]| {
        let mut labels = bytes.rsplit(|&b| b == b'.');
        let top = labels.next().unwrap_or_default();
        top.len() >= 2 && top.iter().all(u8::is_ascii_lowercase) && labels.next().is_some_and(|l| !l.is_empty())
    };
    match rest.get(length) {
        Some(b'@') => {
            let host = &rest[length + 1..];
            let end = host.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
            domain(host[..end].strip_suffix(b".").unwrap_or(&host[..end]))
        }
        Some(b'/') => domain(&rest[..length]),
        _ => false,
    }
}

/// Whether bytes begin as a path of two parts at least ("/etc/hosts", "~/notes", "../src").
fn is_path(rest: &[u8]) -> bool {
    let head = rest.iter().take(3).take_while(|&&b| b == b'.' || b == b'~').count();
    if head > 2 || rest.get(head) != Some(&b'/') || !rest.get(head + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    head > 0 || rest[1..].iter().take_while(|b| !b.is_ascii_whitespace()).any(|&b| b == b'/')
}

/// The bytes of a link up to white space, closing punctuation left outside.
fn link_length(rest: &[u8]) -> usize {
    let mut length = rest.iter().take_while(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'"')).count();
    while length > 1 && matches!(rest[length - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'\'' | b']') {
        length -= 1;
    }
    length
}

fn bits_of_dotted(bytes: &[u8]) -> u8 {
    let mut bits = shape::DOTTED;
    for (i, byte) in bytes.iter().enumerate() {
        if byte.is_ascii_uppercase() {
            bits |= upper_bit(i == 0);
        } else if byte.is_ascii_lowercase() {
            bits |= shape::HAS_LOWER;
        }
    }
    bits
}

fn upper_bit(first: bool) -> u8 {
    if first { shape::UPPER_FIRST } else { shape::HAS_UPPER_LATER }
}

fn char_bits(c: char, first: bool) -> u8 {
    if c.is_uppercase() {
        upper_bit(first)
    } else if c.is_numeric() {
        shape::HAS_DIGIT
    } else {
        shape::HAS_LOWER
    }
}

/// Letters, digits, and marks that combine with a letter.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}
