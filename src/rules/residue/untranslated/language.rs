//! A run of words of French, Spanish, German … within an English sentence.

use std::ops::Range;

use super::{gloss, tell};
use crate::document::{BlockKind, RegionKind, Token};
use crate::knowledge::source::BindingWords;
use crate::knowledge::{Language, WordClass};
use crate::rules::{Context, Reporter};

/// Fewer words may be a loan or a name.
const SHORTEST: usize = 5;
/// So far a run is followed, in tokens.
const LONGEST: usize = 40;
/// So many English words must stand in the sentence beside the run.
const ENGLISH: usize = 2;

pub(super) fn check(context: &Context, report: &mut Reporter) {
    let binding = &context.knowledge.binding;
    let mut end = 0;
    for (at, &word) in context.facts.words().iter().enumerate() {
        if at < end || !binding.is_telling(word) {
            continue;
        }
        let Some(sentence) = context.document.sentences().get(context.document.sentence_of(at)) else { continue };
        let best = BindingWords::LANGUAGES
            .into_iter()
            .filter(|&language| binding.binds(word, language))
            .map(|language| Candidate::grow(context, sentence.tokens(), at, language))
            .max_by_key(|candidate| (candidate.bound, candidate.run.len(), candidate.all));
        let Some(found) = best else { continue };
        end = found.run.end;
        if found.is_running_text(context) && !is_shown(context, sentence.tokens(), &found.run) {
            let what = format!("is {} in an English sentence", found.language.name());
            tell(context, report, found.run, "language", &what);
        }
    }
}

/// A run of words that may be of one language.
struct Candidate {
    language: Language,
    run: Range<usize>,
    /// How many words bind the sentences of the language and are not English.
    bound: usize,
    /// How many bind them at all.
    all: usize,
}

impl Candidate {
    /// Widens a run from one word as far as words of the language, or of none that is known, follow one another.
    fn grow(context: &Context, sentence: Range<usize>, at: usize, language: Language) -> Self {
        let fits = |at: usize| belongs(context, at, language);
        let before = (sentence.start.max(at.saturating_sub(LONGEST))..at).rev().take_while(|&at| fits(at)).count();
        let after = (at + 1..sentence.end.min(at + LONGEST)).take_while(|&at| fits(at)).count();
        let (mut start, mut end) = (at - before, at + after + 1);
        // Small words at the ends that English has as well belong to the English beside the run.
        let own = |at: usize| is_foreign(context, at) || binds(context, at, language) && !is_small(context, at);
        while start < at && !own(start) {
            start += 1;
        }
        while end > at + 1 && !own(end - 1) {
            end -= 1;
        }
        let all = (start..end).filter(|&at| binds(context, at, language)).count();
        let bound = (start..end).filter(|&at| is_telling(context, at) && binds(context, at, language)).count();
        Self { language, run: start..end, bound, all }
    }

    /// Whether a run is a part of a sentence, and not a name, a title or a loan: it begins in lower case, and has enough words
    /// that bind and enough others in lower case that English has not.
    fn is_running_text(&self, context: &Context) -> bool {
        let words: Vec<usize> = self.run.clone().filter(|&at| context.tokens().get(at).is_some_and(Token::is_word)).collect();
        let binds = |at: usize| binds(context, at, self.language);
        // Names of dishes, laws and firms are nouns with particles between them.
        let sentence = words.iter().filter(|&&at| binds(at) && !context.is(at, WordClass::Particle)).count();
        let accents = words.iter().filter(|&&at| !context.word(at).is_ascii()).count();
        let lower = |at: usize| context.tokens().get(at).is_some_and(Token::is_lower);
        let foreign = words.iter().filter(|&&at| is_foreign(context, at)).count();
        let content = words.iter().filter(|&&at| !binds(at) && lower(at) && is_foreign(context, at)).count();
        words.len() >= SHORTEST
            && (sentence >= 2 || sentence == 1 && content >= 3)
            && words.first().is_some_and(|&first| lower(first))
            && (self.bound >= 2 || self.bound == 1 && self.all >= 3 && accents >= 2)
            && (content >= 1 || self.bound >= 3 && foreign > self.all)
            && foreign * 5 >= words.len() * 3
    }
}

/// Whether a token can stand within a run: a word of the language, one that English has not, a comma or an apostrophe.
fn belongs(context: &Context, at: usize, language: Language) -> bool {
    let Some(token) = context.tokens().get(at) else { return false };
    if let Some(mark) = token.mark() {
        return matches!(mark, ',' | '’' | '\'' | '-');
    }
    token.is_word() && (binds(context, at, language) || !is_english(context, at))
}

fn binds(context: &Context, at: usize, language: Language) -> bool {
    context.facts.words().get(at).is_some_and(|&word| context.knowledge.binding.binds(word, language))
}

fn is_telling(context: &Context, at: usize) -> bool {
    context.facts.words().get(at).is_some_and(|&word| context.knowledge.binding.is_telling(word))
}

/// A word of English grammar.
fn is_small(context: &Context, at: usize) -> bool {
    context.is(at, WordClass::Function) || context.is(at, WordClass::Pronoun)
}

/// Whether a word is not English; marks are not.
fn is_foreign(context: &Context, at: usize) -> bool {
    context.tokens().get(at).is_some_and(Token::is_word) && (is_telling(context, at) || !is_english(context, at))
}

/// A word of English grammar, a common word, or a proper one that dictionaries have (“Ukrainian”).
fn is_english(context: &Context, at: usize) -> bool {
    let (word, lexicon) = (context.word(at), &context.knowledge.lexicon);
    is_small(context, at)
        || lexicon.is_common(&word.to_lowercase())
        || context.tokens().get(at).is_some_and(Token::is_capitalized) && lexicon.is_word(word)
}

/// Whether a run is quoted, named, explained or a heading, or no English stands beside it.
fn is_shown(context: &Context, sentence: Range<usize>, run: &Range<usize>) -> bool {
    let Some(span) = context.document.span_of(run.clone()) else { return true };
    let heading =
        context.document.blocks().get(context.document.block_of(run.start)).is_none_or(|b| b.kind() == BlockKind::Heading);
    let quoted =
        context.document.inside(span, RegionKind::Quotation) && gloss::is_quoted(context, run, |at| is_foreign(context, at));
    let beside =
        (sentence.start.max(run.start.saturating_sub(LONGEST))..run.start).chain(run.end..sentence.end.min(run.end + LONGEST));
    let english = beside.filter(|&at| context.is(at, WordClass::Function) && context.word(at).len() > 1).count();
    heading || quoted || english < ENGLISH || gloss::is_shown(context, run) || is_saying(context, run)
}

/// How far before a proverb it is spoken of, in tokens.
const ANNOUNCED: usize = 8;
/// How far before it the people that says it stands.
const SAID: usize = 3;

/// “The proverb has it that …”, “as the Germans say, …”: what a people says is given in its own words.
fn is_saying(context: &Context, run: &Range<usize>) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(run.start)).map(|s| s.tokens().start);
    let near = |reach: usize| sentence.unwrap_or_default().max(run.start.saturating_sub(reach))..run.start;
    near(ANNOUNCED).any(|at| context.is(at, WordClass::AboutWords)) || near(SAID).any(|at| context.is(at, WordClass::People))
}
