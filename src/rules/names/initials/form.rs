//! Initials after the surname, or with no space before it.

use std::ops::Range;

use crate::document::Token;
use crate::facts::names::MentionKind;
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// The most initials of one name.
const MOST: usize = 3;

/// A name with initials, as it stands.
struct Name {
    /// All its tokens.
    tokens: Range<usize>,
    /// Those of the surname.
    surname: Range<usize>,
    /// The initials without their full stops.
    letters: Vec<String>,
    /// Whether the initials are spaced from each other.
    spaced: bool,
    class: Option<&'static str>,
}

pub(super) fn check(context: &Context, report: &mut Reporter) {
    let names: Vec<Name> = context
        .facts
        .names()
        .mentions()
        .iter()
        .filter_map(|mention| match mention.kind {
            MentionKind::Initial { surname, .. } => {
                before(context, surname.tokens()).or_else(|| after(context, surname.tokens()))
            }
            _ => None,
        })
        .collect();
    // How the document writes the others.
    let others = || names.iter().filter(|name| name.class.is_none() && name.letters.len() > 1);
    let tight = 2 * others().filter(|name| !name.spaced).count() > others().count();
    for name in &names {
        if let Some(class) = name.class {
            report_name(context, report, name, class, tight);
        }
    }
}

fn report_name(context: &Context, report: &mut Reporter, name: &Name, class: &'static str, tight: bool) {
    let Some(span) = context.document.span_of(name.tokens.clone()) else { return };
    let seen = context.slice(span);
    let separator = if tight { "." } else { ". " };
    let right = format!("{}. {}", name.letters.join(separator), context.words(name.surname.clone()));
    let what = if class == "after-surname" { "has its initials after the surname" } else { "has no space before the surname" };
    report
        .at(span, class, format!("“{seen}” {what}. Write “{right}”."))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .done();
}

/// The initials before a surname.
fn before(context: &Context, surname: Range<usize>) -> Option<Name> {
    let tokens = context.tokens();
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
    let class = tight.then_some("run-together");
    Some(Name { tokens: start..surname.end, surname, letters, spaced, class })
}

/// The initials after a surname: two of them, or it is the end of a sentence that has a letter.
fn after(context: &Context, surname: Range<usize>) -> Option<Name> {
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
    let class = (letters.len() > 1 && running).then_some("after-surname")?;
    Some(Name { tokens: surname.start..end, surname, letters, spaced: false, class: Some(class) })
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
