//! Words in letters of another script.

use std::ops::Range;

use super::{gloss, tell};
use crate::document::{Block, RegionKind, Token};
use crate::facts::characters::Script;
use crate::knowledge::WordClass;
use crate::rules::{Context, Reporter};

/// Words of one run stand at most so far apart, with marks and numbers between.
const GAP: usize = 2;
/// Where so many words are shown on purpose, and more than seem left, the text speaks about them.
const SHOWN: usize = 5;
/// A text with so many words about words, and one in so many words at least, is about words.
const ABOUT_WORDS: (usize, usize) = (8, 150);
/// A document with so many foreign words, and more than one in so many, is of two languages.
const BILINGUAL: (usize, usize) = (12, 4);

/// English words are looked for so far from a run, in tokens.
const NEAR: usize = 60;
/// A line that was left has at most so many tokens.
const LONGEST_LINE: usize = 12;
/// A word of more capitals is shouted.
const LONGEST_ACRONYM: usize = 6;

pub(super) fn check(context: &Context, report: &mut Reporter) {
    let foreign = context.facts.characters().foreign();
    if foreign.is_empty() {
        return;
    }
    let words = context.tokens().iter().filter(|t| t.is_word()).count();
    let (least, share) = BILINGUAL;
    // A text of which most is foreign is no English text.
    let not_english = foreign.len() * 2 > words;
    if not_english || foreign.len() >= least && foreign.len() * share > words || is_about_words(context, words) {
        return;
    }
    let pure: Vec<usize> = foreign.iter().copied().filter(|&at| script(context, at).is_some()).collect();
    let mut found = Vec::new();
    let mut shown = 0;
    let mut rest = pure.as_slice();
    while let Some(&first) = rest.first() {
        let length = 1 + rest.windows(2).take_while(|pair| joins(context, pair)).count();
        let (run, after) = rest.split_at(length);
        rest = after;
        let Some(&last) = run.last() else { continue };
        match judge(context, &pure, run, first..last + 1) {
            Verdict::Shown => shown += 1,
            // The sign of a hashtag goes with its word.
            Verdict::Left => found.push(first - usize::from(is_sign(context, first))..last + 1),
            Verdict::Sign => {}
        }
    }
    if shown >= SHOWN && shown >= found.len() {
        return;
    }
    for run in found {
        let kind = script(context, run.end - 1).map_or("foreign", Script::name);
        tell(context, report, run, "script", &format!("stands in {kind} letters in English text"));
    }
}

/// Whether a text is a lesson or an essay on words, which shows them without further signs.
fn is_about_words(context: &Context, words: usize) -> bool {
    let (least, share) = ABOUT_WORDS;
    let about = (0..context.tokens().len()).filter(|&at| context.is(at, WordClass::AboutWords)).count();
    about >= least && about * share >= words
}

/// What a run of foreign words is.
enum Verdict {
    /// Shown on purpose.
    Shown,
    /// Left.
    Left,
    /// A sign, a tag, an acronym: nothing for this rule.
    Sign,
}

/// The script of a word that has no Latin letter.
fn script(context: &Context, at: usize) -> Option<Script> {
    let mut scripts = context.word(at).chars().filter_map(Script::of);
    let first = scripts.next()?;
    (first != Script::Latin && scripts.all(|s| s != Script::Latin)).then_some(first)
}

/// Whether two foreign words belong together: in one sentence, with nothing but a few marks and numbers between.
fn joins(context: &Context, pair: &[usize]) -> bool {
    let [first, second] = pair else { return false };
    let between = context.tokens().get(first + 1..*second).unwrap_or_default();
    let plain = |t: &Token| match t.mark() {
        Some(mark) => matches!(mark, ',' | '-' | '–' | '’' | '\'' | '.' | ':'),
        None => t.is_wordlike() && !t.is_word(),
    };
    between.len() <= GAP
        && between.iter().all(plain)
        && context.document.sentence_of(*first) == context.document.sentence_of(*second)
}

fn judge(context: &Context, all: &[usize], words: &[usize], run: Range<usize>) -> Verdict {
    let Some((kind, span)) = script(context, run.start).zip(context.document.span_of(run.clone())) else { return Verdict::Sign };
    if context.document.inside(span, RegionKind::Tag) {
        return if is_cut_tag(context, &run) { Verdict::Left } else { Verdict::Sign };
    }
    if is_site(context, words, &run) {
        return Verdict::Left;
    }
    let foreign = |at: usize| all.binary_search(&at).is_ok();
    if gloss::is_shown(context, &run) || gloss::is_quoted(context, &run, foreign) {
        return Verdict::Shown;
    }
    let block = context.document.blocks().get(context.document.block_of(run.start)).map(Block::tokens);
    let Some(block) = block.filter(|_| is_word(context, kind, words, &run)) else { return Verdict::Sign };
    // A long block is looked at near the run only.
    let near = block.start.max(run.start.saturating_sub(NEAR))..block.end.min(run.end + NEAR);
    let english = near.into_iter().any(|at| context.tokens().get(at).is_some_and(Token::is_word) && !foreign(at));
    if english || is_left_line(context, all, words, block) { Verdict::Left } else { Verdict::Shown }
}

/// Whether a run is words, and not a letter that names a thing, a sign of science, an acronym that others read, or the
/// original that scholars set after a name.
fn is_word(context: &Context, kind: Script, words: &[usize], run: &Range<usize>) -> bool {
    let letters =
        words.iter().map(|&at| context.word(at).chars().filter(|c| c.is_alphabetic()).count()).max().unwrap_or_default();
    let before = run.start.checked_sub(1).and_then(|at| context.tokens().get(at));
    match kind {
        Script::Greek => letters > 2,
        Script::Other => {
            let joined = run.start.checked_sub(1).is_some_and(|at| context.is(at, WordClass::Function));
            joined && before.is_some_and(|t| t.is_lower())
        }
        _ if words.iter().any(|&at| context.tokens().get(at).is_some_and(Token::has_digit)) => false,
        _ if is_model(context, run.end) => false,
        _ if letters > 1 => words.len() > 1 || !is_acronym(context, run.start),
        _ => words.len() > 1 || is_abbreviation(context, run.start),
    }
}

/// Whether a hyphen and a number follow, as in the name of a machine ("Ил-2").
fn is_model(context: &Context, end: usize) -> bool {
    let close = |at: usize| context.tokens().get(at).filter(|t| !t.space_before());
    close(end).is_some_and(|t| t.is_mark('-')) && close(end + 1).is_some_and(Token::has_digit)
}

/// A short word in capitals: the rules of acronyms read it.
fn is_acronym(context: &Context, at: usize) -> bool {
    context.tokens().get(at).is_some_and(Token::is_all_caps) && context.word(at).chars().count() <= LONGEST_ACRONYM
}

/// One small letter with a full stop before a name or after a number (“г. Moscow”, “2019 г.”).
fn is_abbreviation(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let (Some(letter), Some(stop)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let numbered = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|t| t.is_wordlike() && !t.is_word());
    let named = tokens.get(at + 2).is_some_and(|t| t.is_word() && t.is_capitalized());
    letter.is_lower() && stop.is_mark('.') && !stop.space_before() && (numbered || named)
}

/// Whether the sign of a hashtag stands before a word.
fn is_sign(context: &Context, at: usize) -> bool {
    at.checked_sub(1).and_then(|at| context.tokens().get(at)).is_some_and(|t| t.is_mark('#'))
}

/// A hashtag that is a small word only, with more of its sentence after it: what it named was translated away from it.
fn is_cut_tag(context: &Context, run: &Range<usize>) -> bool {
    let next = context.tokens().get(run.end);
    let short = run.len() == 1 && context.word(run.start).chars().count() <= 3;
    let lower = context.tokens().get(run.start).is_some_and(Token::is_lower);
    let goes_on = next.is_some_and(|t| t.is_word() && !t.break_before() && context.word(run.end).is_ascii());
    short && lower && goes_on && context.document.block_of(run.start) == context.document.block_of(run.end)
}

/// The name of a site that ends in letters that end no address (“….ру”).
fn is_site(context: &Context, words: &[usize], run: &Range<usize>) -> bool {
    let &[name, ending] = words else { return false };
    let close = |at: usize| context.tokens().get(at).is_some_and(|t| !t.space_before());
    let stop = context.tokens().get(name + 1).is_some_and(|t| t.is_mark('.'));
    let long = context.word(name).chars().count() > 2;
    let short = (2..=3).contains(&context.word(ending).chars().count());
    run.len() == 3 && stop && long && short && close(name + 1) && close(ending)
}

/// A line of a few words and nothing else, as pages have them between their parts; the document has but one or two of them,
/// and the line before it does not announce it.
fn is_left_line(context: &Context, all: &[usize], words: &[usize], block: Range<usize>) -> bool {
    let tokens = context.tokens();
    if block.len() > LONGEST_LINE {
        return false;
    }
    let only_words = tokens.get(block.clone()).is_some_and(|line| line.iter().all(|t| t.is_word() || t.is_mark(',')));
    let announced = block.start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|t| t.is_mark(':') || t.is_mark('—'));
    only_words && words.len() >= 2 && !announced && all.len() <= words.len() * 2
}
