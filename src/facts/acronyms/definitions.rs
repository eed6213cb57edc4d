//! Definitions in brackets: `Long Form (LF)`, `Long Form (the LF)` and `LF (Long Form)`.

use std::ops::Range;

use super::{Acronyms, Definition, schwartz_hearst};
use crate::document::{Document, Token};
use crate::knowledge::acronyms::{FormKey, Owner, Reading, Standing, Words};
use crate::knowledge::{Knowledge, WordClass};

/// The longest bracket that is read as a long form, in tokens.
const LONGEST: usize = 16;

/// Adds all definitions of a document whose mentions are known.
pub(super) fn find(document: &Document, knowledge: &Knowledge, words: Words, out: &mut Acronyms) {
    let look = Look { document, knowledge, words };
    let found: Vec<Definition> =
        (0..out.mentions.len()).filter_map(|i| look.long_first(out, i).or_else(|| look.short_first(out, i))).collect();
    found.into_iter().for_each(|definition| out.add_definition(definition));
}

/// Whether each letter of an acronym begins a word of a range, in order.
fn begins_words(document: &Document, acronym: &str, long: &Range<usize>) -> bool {
    let tokens = document.tokens().get(long.clone()).unwrap_or_default();
    let first = |t: &Token| document.slice(t.span()).chars().next().map(|c| c.to_ascii_uppercase());
    let mut initials = tokens.iter().filter(|t| t.is_wordlike()).filter_map(first);
    acronym.chars().all(|letter| initials.any(|initial| initial == letter.to_ascii_uppercase()))
}

impl Definition {
    /// Whether each letter of an acronym begins a word of the long form, in order.
    pub fn begins_words(&self, document: &Document, acronym: &str) -> bool {
        begins_words(document, acronym, &self.long)
    }
}

struct Look<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: Words<'a>,
}

impl Look<'_> {
    fn is_mark(&self, token: Option<usize>, mark: char) -> bool {
        token.and_then(|at| self.document.tokens().get(at)).is_some_and(|t| t.is_mark(mark))
    }

    fn is_function(&self, at: usize) -> bool {
        self.knowledge.vocabulary.is(self.words.ids, at, WordClass::Function)
    }

    /// `Long Form (LF)`; an article in the bracket, and what follows a comma or semicolon there, is passed over.
    fn long_first(&self, acronyms: &Acronyms, mention: usize) -> Option<Definition> {
        let at = acronyms.mentions[mention].token;
        let open = if at > 0 && self.is_function(at - 1) { at.checked_sub(2) } else { at.checked_sub(1) }?;
        let end = acronyms.mentions[mention].end;
        let closes = self.is_mark(Some(end), ')');
        let goes_on = self.is_mark(Some(end), ',') || self.is_mark(Some(end), ';');
        if !self.is_mark(Some(open), '(') || !(closes || goes_on) {
            return None;
        }
        let close = if closes { end } else { self.closing(at)? };
        let short = self.letters(acronyms, mention);
        let candidate = self.words_before(open, schwartz_hearst::most_words(short.chars().count()).max(LONGEST / 2));
        let (row, owners) = self.name_that_ends_at(candidate.clone());
        let by_letters = self.by_letters(short, self.words_before(open, schwartz_hearst::most_words(short.chars().count())));
        let long = row.or(by_letters.clone())?;
        let word = acronyms.forms.get(acronyms.mentions[mention].form).map_or_else(FormKey::default, |form| form.key);
        let letters_fit = by_letters.is_some_and(|by_letters| by_letters.start >= long.start || owners.is_empty())
            && !self.another_fits_better(short, word, &long, &owners);
        Some(Definition { mention, long, bracket: open..close + 1, long_first: true, owners, letters_fit })
    }

    /// Whether the letters are found within words only ("WTO" in "World HealTh Organization") and the acronym that the tables
    /// have for the name is made of first letters, as many or one more or less. What renders the source's own acronym is no
    /// such slip.
    fn another_fits_better(&self, short: &str, word: FormKey, long: &Range<usize>, owners: &[Owner]) -> bool {
        let tables = &self.knowledge.acronyms;
        let renders = |r: &Reading| r.standing <= Standing::Letters && owners.contains(&Owner::Concept(r.concept));
        if tables.readings(word).iter().any(renders) {
            return false;
        }
        let own = |owner: &Owner| match *owner {
            Owner::Sense(sense) => tables.sense_at(sense).map(|sense| sense.acronym),
            Owner::Concept(concept) => tables.concept(concept)?.english.first().copied(),
            Owner::Form(_) | Owner::Cut(_) => None,
        };
        let near = |right: &&str| right.chars().count().abs_diff(short.chars().count()) <= 1;
        let mut rights = owners.iter().filter_map(own).filter(near);
        let begins = |acronym: &str| begins_words(self.document, acronym, long);
        rights.any(begins) && !begins(short)
    }

    /// `LF (Long Form)`.
    fn short_first(&self, acronyms: &Acronyms, mention: usize) -> Option<Definition> {
        let open = acronyms.mentions[mention].end;
        if !self.is_mark(Some(open), '(') {
            return None;
        }
        let close = self.closing(open)?;
        let start = (open + 1..close).find(|&i| !self.is_function(i))?;
        let (row, owners) = self.name_that_ends_at(start..close);
        let row = row.filter(|long| long.start == start);
        let short = self.letters(acronyms, mention);
        let whole = self.by_letters(short, start..close).filter(|long| long.start == start);
        let several = close - start > 1 && self.document.tokens()[start..close].iter().all(|t| t.is_word() || t.is_mark('-'));
        let letters_fit = whole.is_some() && several;
        let long = row.or(whole.filter(|_| several))?;
        Some(Definition { mention, long, bracket: open..close + 1, long_first: false, owners, letters_fit })
    }

    fn letters<'a>(&self, acronyms: &'a Acronyms, mention: usize) -> &'a str {
        let form = acronyms.mentions[mention].form;
        acronyms.forms.get(form).map_or("", |f| &f.text)
    }

    /// The closing bracket after an opening one, if it is near and nothing opens between.
    fn closing(&self, open: usize) -> Option<usize> {
        let end = (open + LONGEST).min(self.document.tokens().len());
        let close = (open + 1..end).find(|&i| self.is_mark(Some(i), ')') || self.is_mark(Some(i), '('))?;
        (self.is_mark(Some(close), ')') && self.document.block_of(close) == self.document.block_of(open)).then_some(close)
    }

    /// The last words before a bracket, `most` at the most, back to the start of the sentence or a mark that parts.
    fn words_before(&self, open: usize, most: usize) -> Range<usize> {
        let first = self.document.sentences().get(self.document.sentence_of(open)).map_or(open, |s| s.tokens().start);
        let joins = |t: &Token| t.is_wordlike() || matches!(t.mark(), Some('-' | '’' | '\'' | '&' | '.'));
        // A closing quotation mark may end a long form: “Union State” (US).
        let end = if open > first && matches!(self.document.tokens()[open - 1].mark(), Some('”' | '"' | '»')) {
            open - 1
        } else {
            open
        };
        let (mut start, mut count) = (end, 0);
        while start > first && count < most && joins(&self.document.tokens()[start - 1]) {
            start -= 1;
            count += usize::from(self.document.tokens()[start].is_wordlike());
        }
        start..end
    }

    /// The longest name of the tables that fills the end of a range, and whose it is.
    fn name_that_ends_at(&self, range: Range<usize>) -> (Option<Range<usize>>, Vec<Owner>) {
        for start in range.clone() {
            let names = self.knowledge.acronyms.names_at(self.words, &self.knowledge.vocabulary, start);
            let whole = names.filter(|(owner, end)| *end == range.end && !matches!(owner, Owner::Cut(_)));
            let owners: Vec<Owner> = whole.map(|(owner, _)| owner).collect();
            if !owners.is_empty() {
                return (Some(start..range.end), owners);
            }
        }
        (None, Vec::new())
    }

    /// The long form within a range that the letters tell, articles and prepositions before it left out.
    fn by_letters(&self, short: &str, range: Range<usize>) -> Option<Range<usize>> {
        let span = self.document.span_of(range.clone())?;
        let begin = span.start() + schwartz_hearst::long_form(short, self.document.slice(span))?;
        let start = range.clone().find(|&i| self.document.tokens()[i].span().end() > begin)?;
        let start = (start..range.end).find(|&i| !self.is_function(i))?;
        // An acronym is not short for itself, and a long form is longer than its acronym.
        let longer = self.document.span_of(start..range.end)?.len() > short.len();
        let spelled = self.document.tokens()[start..range.end].iter().any(|t| t.is_lower() || t.is_title_case());
        (longer && spelled).then_some(start..range.end)
    }
}
