//! Where acronyms stand: two to six capitals, with or without full stops, in the plural or not; never shouted words.

use std::ops::Range;

use super::{Acronyms, NameAt};
use crate::document::{Document, RegionKind, Token};
use crate::knowledge::acronyms::{FormKey, Owner, Words};
use crate::knowledge::{Knowledge, WordClass, WordId};

/// Letters of an acronym that no table has.
const LETTERS: Range<usize> = 2..7;
/// So many words in capitals in a row are shouted.
const SHOUTED: usize = 3;

/// Adds all mentions of a document, whose names in words are known.
pub(super) fn find(document: &Document, knowledge: &Knowledge, words: Words, out: &mut Acronyms) {
    let mut look = Look { document, knowledge, shouted: None };
    let several = several(document, knowledge, &out.names);
    let mut next = several.iter().peekable();
    let mut text = String::new();
    let mut at = 0;
    while let Some(token) = document.tokens().get(at) {
        if let Some((key, tokens)) = next.next_if(|(_, tokens)| tokens.start <= at) {
            if let Some(span) = document.span_of(tokens.clone()).filter(|_| tokens.start == at && look.is_used(at)) {
                out.add_mention(tokens.clone(), span, document.slice(span), (WordId::NONE, *key), false);
                at = tokens.end;
            }
            continue;
        }
        let (id, key) = (words.ids[at], FormKey::of_hash(words.hashes[at]));
        // What a program put for a number is a word of no language.
        let is_placeholder = || knowledge.vocabulary.classes(id).has(WordClass::Placeholder);
        let is_candidate = token.is_capitalized() && token.is_word() && token.span().len() > 1 && !is_placeholder();
        // "Sat" for СБ: a word stands for an acronym only where a table has it so.
        let is_odd = || !token.is_title_case() || knowledge.acronyms.is_titled(key);
        if is_candidate && is_odd() && look.read(token, key, &mut text) && look.is_used(at) {
            let whole = text.len() == token.span().len();
            let ids = if whole { (id, key) } else { (knowledge.vocabulary.id(&text), FormKey::of(&text)) };
            out.add_mention(at..at + 1, token.span(), &text, ids, token.is_dotted());
        }
        at += 1;
    }
}

/// The forms of several words, each with its tokens, where they are written with capitals.
fn several(document: &Document, knowledge: &Knowledge, names: &[NameAt]) -> Vec<(FormKey, Range<usize>)> {
    let capitalized = |at: usize| document.tokens().get(at).is_some_and(Token::is_capitalized);
    let forms = names.iter().filter_map(|name| match name.owner {
        Owner::Form(number) => Some((knowledge.acronyms.form(number)?, name.tokens.clone())),
        _ => None,
    });
    forms.filter(|(_, tokens)| capitalized(tokens.start) && capitalized(tokens.end - 1)).collect()
}

struct Look<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    /// The sentence asked about last, by its end, and whether it is shouted.
    shouted: Option<(Range<usize>, bool)>,
}

impl Look<'_> {
    /// Writes the acronym that a token is into `out`; false where it is none.
    fn read(&self, token: &Token, key: FormKey, out: &mut String) -> bool {
        let seen = self.document.slice(token.span());
        out.clear();
        if token.is_title_case() {
            out.push_str(seen);
            return true;
        }
        if token.is_all_caps() && !token.has_digit() {
            out.extend(seen.chars().filter(|&c| c != '.'));
            let letters = out.chars().count();
            return letters >= LETTERS.start && (letters < LETTERS.end || self.is_known(key)) && !is_numeral(out);
        }
        if token.is_all_caps() {
            // "BO3": a digit counts where a table has it, as a letter's look.
            out.push_str(seen);
            return self.is_known(key);
        }
        // "MoD", "SPbU", "RPTs": mixed forms count where a table has them, but for plurals of what a table has.
        let mixed = seen.chars().skip(1).any(char::is_uppercase) && !self.knowledge.acronyms.readings(key).is_empty();
        match seen.strip_suffix('s') {
            Some(stem) if self.is_known(FormKey::of(stem)) => out.push_str(stem),
            _ if mixed => out.push_str(seen),
            Some(stem) if LETTERS.contains(&stem.len()) && stem.bytes().all(|b| b.is_ascii_uppercase()) => out.push_str(stem),
            _ => return false,
        }
        true
    }

    /// Whether a table has a word as an acronym.
    fn is_known(&self, key: FormKey) -> bool {
        self.knowledge.acronyms.has(key)
    }

    /// Whether the word at a token is used as an acronym: not shouted, no code, no address, no dateline.
    fn is_used(&mut self, at: usize) -> bool {
        let span = self.document.tokens()[at].span();
        let alone = !self.is_shouted(at) && !self.is_dateline(at) && !self.is_model(at) && !self.is_joined(at);
        alone && !self.document.inside(span, RegionKind::Code)
    }

    /// Whether an ampersand joins the word to letters close after it ("AT&T").
    fn is_joined(&self, at: usize) -> bool {
        let close = |at: usize| self.document.tokens().get(at).filter(|t| !t.space_before());
        close(at + 1).is_some_and(|t| t.is_mark('&')) && close(at + 2).is_some_and(Token::is_capitalized)
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

    /// Whether a hyphen and a number follow: a model has them ("BMP-2", "S-300").
    fn is_model(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        let close = |at: usize| tokens.get(at).filter(|t| !t.space_before());
        close(at + 1).is_some_and(|t| t.is_mark('-')) && close(at + 2).is_some_and(Token::has_digit)
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
