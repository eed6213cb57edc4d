//! Initials after the surname, or with no space before it.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::is_slavic_surname;
use crate::document::Token;
use crate::facts::names::{MentionKind, SpellingId, Word};
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Context, Reporter};

/// The most initials of one name.
const MOST: usize = 3;
/// So many names with spaced initials are a custom of the document.
const SPACED: usize = 3;
/// Fewest letters of a surname close to its initials.
const SHORTEST: usize = 3;
const AFTER: &str = "after-surname";
const UNEVEN: &str = "uneven";

/// A name with initials, as it stands.
struct Name {
    /// All its tokens.
    tokens: Range<usize>,
    /// Those of the surname.
    surname: Range<usize>,
    /// Its spelling.
    spelling: SpellingId,
    /// The initials without their full stops.
    letters: Vec<String>,
    /// Whether the initials are spaced from each other.
    spaced: bool,
    class: Option<&'static str>,
}

pub(super) fn check(context: &Context, report: &mut Reporter) {
    let mut names: Vec<Name> = Vec::new();
    for mention in context.facts.names().mentions() {
        if let MentionKind::Initial { surname, .. } = mention.kind {
            names.extend(before(context, surname).or_else(|| after(context, surname)));
        }
    }
    // How the document writes the others.
    let others = || names.iter().filter(|name| name.class.is_none() && name.letters.len() > 1);
    let (all, spaced) = (others().count(), others().filter(|name| name.spaced).count());
    let tight = 2 * (all - spaced) > all;
    let known: FxHashSet<(&str, SpellingId)> = names
        .iter()
        .filter(|name| name.class.is_none())
        .filter_map(|name| Some((name.letters.first()?.as_str(), name.spelling)))
        .collect();
    let slavic = |name: &Name| is_slavic_surname(context, &context.facts.names().spelling(name.spelling).text);
    let custom = spaced >= SPACED && spaced >= 3 * (all - spaced);
    for name in &names {
        let stands_before = || name.letters.first().is_some_and(|letter| known.contains(&(letter.as_str(), name.spelling)));
        match name.class {
            // One initial after a surname counts where it stands before it elsewhere: else it may end the sentence.
            Some(AFTER) if name.letters.len() == 1 && !stands_before() => {}
            Some(class) => report_name(context, report, name, class, tight),
            None if custom && name.letters.len() > 1 && !name.spaced && slavic(name) => {
                report_name(context, report, name, UNEVEN, false);
            }
            None => {}
        }
    }
}

fn report_name(context: &Context, report: &mut Reporter, name: &Name, class: &'static str, tight: bool) {
    let Some(span) = context.document.span_of(name.tokens.clone()) else { return };
    let seen = context.slice(span);
    let separator = if tight { "." } else { ". " };
    let right = format!("{}. {}", name.letters.join(separator), context.words(name.surname.clone()));
    let what = match class {
        AFTER => "has its initials after the surname",
        UNEVEN => "has no space between its initials, as the others of the document have",
        _ => "has no space before the surname",
    };
    report
        .at(span, class, format!("“{seen}” {what}. Write “{right}”."))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .done();
}

/// The initials before a surname.
fn before(context: &Context, word: Word) -> Option<Name> {
    let (tokens, surname) = (context.tokens(), word.tokens());
    let mut start = surname.start;
    let mut letters = Vec::new();
    let mut spaced = false;
    while letters.len() < MOST {
        let Some((at, mut found)) = initial_before(context, start) else { break };
        spaced |= !letters.is_empty() && tokens[start].space_before();
        found.append(&mut letters);
        letters = found;
        start = at;
    }
    if letters.is_empty() {
        return None;
    }
    let tight = !tokens.get(surname.start)?.space_before();
    // “U.S.Steel” is a firm, “M.Sc” a degree.
    let long = context.words(surname.clone()).chars().count() >= SHORTEST;
    let class = (tight && long && !context.facts.names().spelling(word.spelling).english).then_some("run-together");
    Some(Name { tokens: start..surname.end, surname, spelling: word.spelling, letters, spaced, class })
}

/// The initials after a surname in running text.
fn after(context: &Context, word: Word) -> Option<Name> {
    let surname = word.tokens();
    let mut end = surname.end;
    let mut letters = Vec::new();
    while letters.len() < MOST {
        let Some((next, mut found)) = initial_at(context, end) else { break };
        letters.append(&mut found);
        end = next;
    }
    // In a list of books a title follows, or a year in brackets; in running text the sentence goes on.
    let goes_on = |at: usize| context.tokens().get(at).is_some_and(|token| token.is_word() && token.is_lower());
    let running = goes_on(end) || context.tokens().get(end).is_some_and(|t| t.is_mark(',')) && goes_on(end + 1);
    let closes = letters.len() > 1 && closes_sentence(context, surname.start, end);
    (!letters.is_empty() && (running || closes)).then_some(())?;
    Some(Name { tokens: surname.start..end, surname, spelling: word.spelling, letters, spaced: false, class: Some(AFTER) })
}

/// Whether a name ends a sentence that runs up to it: a word such as “by” or “and” stands before it.
fn closes_sentence(context: &Context, start: usize, end: usize) -> bool {
    let runs = start.checked_sub(1).is_some_and(|at| context.is(at, WordClass::Function) && context.tokens()[at].is_lower());
    let sentences = context.document.sentences();
    let sentence = sentences.get(sentences.partition_point(|sentence| sentence.tokens().end <= start));
    let stop = usize::from(context.tokens().get(end).is_some_and(|token| token.is_mark('.')));
    runs && sentence.is_some_and(|sentence| sentence.tokens().end == end + stop)
}

/// Initials that end before a token: where they begin, and their letters.
fn initial_before(context: &Context, end: usize) -> Option<(usize, Vec<String>)> {
    let last = end.checked_sub(1)?;
    if let Some(letters) = dotted(context, last) {
        return Some((last, letters));
    }
    let stop = context.tokens().get(last).is_some_and(|t| t.is_mark('.') && !t.space_before());
    let at = last.checked_sub(1).filter(|_| stop)?;
    letter(context, at).map(|letter| (at, vec![letter]))
}

/// Initials that begin at a token: the token after them, and their letters.
fn initial_at(context: &Context, at: usize) -> Option<(usize, Vec<String>)> {
    if let Some(letters) = dotted(context, at) {
        return Some((at + 1, letters));
    }
    let stop = context.tokens().get(at + 1).is_some_and(|t| t.is_mark('.') && !t.space_before());
    letter(context, at).filter(|_| stop).map(|letter| (at + 2, vec![letter]))
}

/// The letters of several initials that are one token (“A.S.”).
fn dotted(context: &Context, at: usize) -> Option<Vec<String>> {
    let token = context.tokens().get(at).filter(|token| token.is_dotted() && Token::is_capitalized(token))?;
    let letters: Vec<String> =
        context.slice(token.span()).split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    letters.iter().all(|letter| is_initial(letter)).then_some(letters)
}

/// An initial that is a token by itself.
fn letter(context: &Context, at: usize) -> Option<String> {
    let word = context.word(at);
    is_initial(word).then(|| word.to_owned())
}

/// Whether a word may be an initial: a capital, perhaps with letters that belong to one sound (“Yu”, “Kh”).
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase) && word.chars().count() <= 2
}
