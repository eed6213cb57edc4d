//! Where acronyms stand: two to six capitals, with or without full stops, in the plural or not; never shouted words.

use std::ops::Range;

use super::Acronyms;
use crate::document::{Document, RegionKind, Token};
use crate::knowledge::{Knowledge, WordId};

/// Letters of an acronym that no table has.
const LETTERS: Range<usize> = 2..7;
/// So many words in capitals in a row are shouted.
const SHOUTED: usize = 3;

/// Adds all mentions of a document.
pub(super) fn find(document: &Document, knowledge: &Knowledge, words: &[WordId], out: &mut Acronyms) {
    let mut look = Look { document, knowledge, shouted: None };
    let mut text = String::new();
    for (at, token) in document.tokens().iter().enumerate() {
        if token.is_capitalized()
            && token.is_word()
            && !token.is_title_case()
            && token.span().len() > 1
            && look.read(token, words[at], &mut text)
            && look.is_used(at)
        {
            let word = if text.len() == token.span().len() { words[at] } else { knowledge.vocabulary.id(&text) };
            out.add_mention(at, token.span(), &text, word, token.is_dotted());
        }
    }
}

struct Look<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    /// The sentence asked about last, by its end, and whether it is shouted.
    shouted: Option<(Range<usize>, bool)>,
}

impl Look<'_> {
    /// Writes the acronym that a token is into `out`; false where it is none.
    fn read(&self, token: &Token, word: WordId, out: &mut String) -> bool {
        let seen = self.document.slice(token.span());
        out.clear();
        if token.is_all_caps() && !token.has_digit() {
            out.extend(seen.chars().filter(|&c| c != '.'));
            return LETTERS.contains(&out.chars().count()) && !is_numeral(out);
        }
        if token.is_all_caps() {
            return false;
        }
        match seen.strip_suffix('s') {
            Some(stem) if LETTERS.contains(&stem.len()) && stem.bytes().all(|b| b.is_ascii_uppercase()) => out.push_str(stem),
            // "MoD", "SPbU": mixed forms count where a table has them.
            _ if !self.knowledge.acronyms.readings(word).is_empty() && seen.chars().skip(1).any(char::is_uppercase) => {
                out.push_str(seen);
            }
            _ => return false,
        }
        true
    }

    /// Whether the word at a token is used as an acronym: not shouted, no code, no address, no dateline.
    fn is_used(&mut self, at: usize) -> bool {
        let span = self.document.tokens()[at].span();
        !self.is_shouted(at) && !self.is_dateline(at) && !self.document.inside(span, RegionKind::Code)
    }

    /// Whether the sentence is mostly in capitals, or the word stands in a run of words in capitals.
    fn is_shouted(&mut self, at: usize) -> bool {
        let known = self.shouted.as_ref().filter(|(range, _)| range.contains(&at)).map(|(_, shouted)| *shouted);
        let shouted = known.unwrap_or_else(|| {
            let Some(sentence) = self.document.sentences().get(self.document.sentence_of(at)) else { return false };
            let tokens = &self.document.tokens()[sentence.tokens()];
            let capitals = tokens.iter().filter(|t| t.is_all_caps()).count();
            let others = tokens.iter().filter(|t| t.is_lower() || t.is_title_case()).count();
            let shouted = capitals > others && capitals >= SHOUTED;
            self.shouted = Some((sentence.tokens(), shouted));
            shouted
        });
        shouted || self.run(at) >= SHOUTED
    }

    /// How many words in capitals stand in a row here.
    fn run(&self, at: usize) -> usize {
        let tokens = self.document.tokens();
        let before = tokens[..at].iter().rev().take(SHOUTED).take_while(|t| t.is_all_caps()).count();
        let after = tokens[at..].iter().take(SHOUTED).take_while(|t| t.is_all_caps()).count();
        before + after
    }

    /// Whether the word opens a paragraph and a full stop or dash follows ("KYIV. Two people …").
    fn is_dateline(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        let opens = self.document.blocks().get(self.document.block_of(at)).is_some_and(|b| b.tokens().start == at);
        opens && tokens.get(at + 1).is_some_and(|t| matches!(t.mark(), Some('.' | '–' | '—')))
    }
}

/// Whether letters are a Roman numeral as books and popes have them.
fn is_numeral(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}
