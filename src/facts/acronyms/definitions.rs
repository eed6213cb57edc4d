//! Definitions in brackets: `Long Form (LF)`, `Long Form (the LF)` and `LF (Long Form)`.

use std::ops::Range;

use super::{Acronyms, Definition, schwartz_hearst};
use crate::document::{Document, Token};
use crate::knowledge::acronyms::Owner;
use crate::knowledge::{Knowledge, WordClass, WordId};

/// The longest bracket that is read as a long form, in tokens.
const LONGEST: usize = 16;

/// Adds all definitions of a document whose mentions are known.
pub(super) fn find(document: &Document, knowledge: &Knowledge, words: &[WordId], out: &mut Acronyms) {
    let look = Look { document, knowledge, words };
    let found: Vec<Definition> =
        (0..out.mentions.len()).filter_map(|i| look.long_first(out, i).or_else(|| look.short_first(out, i))).collect();
    found.into_iter().for_each(|definition| out.add_definition(definition));
}

struct Look<'a> {
    document: &'a Document,
    knowledge: &'a Knowledge,
    words: &'a [WordId],
}

impl Look<'_> {
    fn is_mark(&self, token: Option<usize>, mark: char) -> bool {
        token.and_then(|at| self.document.tokens().get(at)).is_some_and(|t| t.is_mark(mark))
    }

    fn is_function(&self, at: usize) -> bool {
        self.knowledge.vocabulary.is(self.words, at, WordClass::Function)
    }

    /// `Long Form (LF)`; an article in the bracket, and what follows a comma or semicolon there, is passed over.
    fn long_first(&self, acronyms: &Acronyms, mention: usize) -> Option<Definition> {
        let at = acronyms.mentions[mention].token;
        let open = if at > 0 && self.is_function(at - 1) { at.checked_sub(2) } else { at.checked_sub(1) }?;
        let closes = self.is_mark(Some(at + 1), ')');
        let goes_on = self.is_mark(Some(at + 1), ',') || self.is_mark(Some(at + 1), ';');
        if !self.is_mark(Some(open), '(') || !(closes || goes_on) {
            return None;
        }
        let close = if closes { at + 1 } else { self.closing(at)? };
        let short = self.letters(acronyms, mention);
        let candidate = self.words_before(open, schwartz_hearst::most_words(short.chars().count()).max(LONGEST / 2));
        let (row, owners) = self.name_that_ends_at(candidate.clone());
        let by_letters = self.by_letters(short, self.words_before(open, schwartz_hearst::most_words(short.chars().count())));
        let long = row.or(by_letters.clone())?;
        let letters_fit = by_letters.is_some_and(|by_letters| by_letters.start >= long.start || owners.is_empty());
        Some(Definition { mention, long, bracket: open..close + 1, long_first: true, owners, letters_fit })
    }

    /// `LF (Long Form)`.
    fn short_first(&self, acronyms: &Acronyms, mention: usize) -> Option<Definition> {
        let open = acronyms.mentions[mention].token + 1;
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
        let tokens = self.document.tokens();
        for start in range.clone() {
            let names = self.knowledge.acronyms.renderings().at(tokens, self.words, &self.knowledge.vocabulary, start);
            let owners: Vec<Owner> = names.filter(|(_, end)| *end == range.end).map(|(owner, _)| owner).collect();
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
