//! Whether a word stands where the name of a thing stands.

use std::ops::Range;

use crate::document::Token;
use crate::knowledge::WordClass;
use crate::knowledge::source::{Bare, Kind, Part};
use crate::rules::Context;

/// How many words may stand between a name and the noun for the thing.
const REACH: usize = 6;
/// How many tokens may stand between two names in a row.
const GAP: usize = 5;

/// So many tokens of a gloss follow the name.
const GLOSS: usize = 4;

/// The evidence class of a word as the name of a thing; `stands` is whether the document has the name itself.
pub(super) fn of_thing(context: &Context, kind: &Kind, tokens: &Range<usize>, stands: bool) -> Option<&'static str> {
    let numbered = after_number(context, tokens.end);
    let end = numbered.unwrap_or(tokens.end);
    let quoted = is_quoted(context, tokens.start, end);
    let left = if quoted { tokens.start.checked_sub(1)? } else { tokens.start };
    let right = if quoted { closing(context, end)? + 1 } else { end };
    let after = noun_after(context, kind, right);
    let before = noun_before(context, kind, left) || kind.bare == Bare::Beside && after_designation(context, left);
    if (quoted || numbered.is_some()) && (after.is_some() || before) {
        return Some("quoted");
    }
    if quoted {
        // “West” in quotation marks is the West, too.
        return (stands && kind.bare != Bare::Never).then_some("both-stand");
    }
    if is_gloss(context, tokens) {
        return None;
    }
    let free = !is_part_of_more(context, kind, tokens);
    let (several, inner) = (tokens.len() > 1, is_within(context, tokens));
    let after = after.filter(|after| free && after.enough && (inner || after.words > 1)).is_some();
    let before = before && free && inner && !followed_by_name(context, tokens.end);
    match kind.bare {
        Bare::Beside if after || before => Some("beside"),
        Bare::Seldom if several && (after || before) => Some("beside"),
        Bare::Seldom if stands && (after || before) => Some("both-stand"),
        _ => None,
    }
}

/// Whether a word and its noun are all that stands between quotation marks: a “Hail battery” is talked about.
fn is_gloss(context: &Context, tokens: &Range<usize>) -> bool {
    let opens = tokens.start.checked_sub(1).and_then(|at| mark(context, at)).is_some_and(|mark| matches!(mark, '“' | '"' | '«'));
    opens && (tokens.end..tokens.end + GLOSS).any(|at| matches!(mark(context, at), Some('”' | '"' | '»')))
}

/// Whether a word does not open its sentence, where anything has a capital.
fn is_within(context: &Context, tokens: &Range<usize>) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(tokens.start));
    sentence.is_none_or(|sentence| sentence.tokens().start != tokens.start)
}

/// Whether a capitalised word stands before that is no adjective of a country: “the Hawker Hurricane”.
fn is_part_of_more(context: &Context, kind: &Kind, tokens: &Range<usize>) -> bool {
    let Some(before) = tokens.start.checked_sub(1) else { return false };
    let Some(token) = context.tokens().get(before) else { return false };
    let classes = [WordClass::Nationality, WordClass::Function, WordClass::Article];
    let is_part = token.is_word() && token.is_capitalized() && !token.is_all_caps() && !token.has_digit();
    is_part && !classes.into_iter().any(|class| context.is(before, class)) && kind.part(context.hash(before)).is_none()
}

/// Whether a capitalised word or a possessive goes on after a word.
fn followed_by_name(context: &Context, end: usize) -> bool {
    context.tokens().get(end).is_some_and(|token| token.is_clitic() || token.is_word() && token.is_capitalized())
}

/// Whether two names are told off in a row: between them stand marks and at most two words of grammar, and the second is
/// in quotation marks or does not open its sentence.
pub(super) fn is_row(context: &Context, gap: Range<usize>, tokens: &Range<usize>) -> bool {
    let plain = |at: usize| {
        let link = mark(context, at).is_some_and(|mark| !matches!(mark, '.' | '!' | '?' | ':' | ';'));
        link || context.is(at, WordClass::Function)
    };
    let joined = gap.len() <= GAP && !gap.is_empty() && gap.clone().all(plain);
    let quoted = is_quoted(context, tokens.start, tokens.end);
    joined && (quoted || is_within(context, tokens) && !followed_by_name(context, tokens.end))
}

fn mark(context: &Context, at: usize) -> Option<char> {
    context.tokens().get(at).and_then(Token::mark)
}

/// Whether some tokens are all that stands between quotation marks; a comma or a full stop may stand before the closing one.
fn is_quoted(context: &Context, start: usize, end: usize) -> bool {
    let opens = start.checked_sub(1).and_then(|at| context.tokens().get(at)).is_some_and(Token::opens_quotation);
    opens && closing(context, end).is_some()
}

/// Where the closing quotation mark after a word stands.
fn closing(context: &Context, end: usize) -> Option<usize> {
    let at = if matches!(mark(context, end), Some(',' | '.')) { end + 1 } else { end };
    matches!(mark(context, at), Some('”' | '"' | '»' | '’' | '\'' | '“')).then_some(at)
}

/// The token after the number or the letters that a name bears: “-2021”, “-S1”.
fn after_number(context: &Context, end: usize) -> Option<usize> {
    let number = context.tokens().get(end + 1)?;
    let tight = context.tokens().get(end).is_some_and(|t| t.is_mark('-') && !t.space_before()) && !number.space_before();
    let word = context.word(end + 1);
    let mark = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    (tight && word.len() <= 4 && !word.is_empty() && word.bytes().all(mark)).then_some(end + 2)
}

/// Whether the designation of a weapon stands directly before: “BM-21”, “2S7”.
fn after_designation(context: &Context, left: usize) -> bool {
    let Some(last) = left.checked_sub(1) else { return false };
    let Some(token) = context.tokens().get(last) else { return false };
    let mixed = token.has_digit() && token.has_capital();
    let tail = token.has_digit() && last.checked_sub(1).is_some_and(|at| mark(context, at) == Some('-'));
    let head = last.checked_sub(2).and_then(|at| context.tokens().get(at));
    mixed || tail && !token.space_before() && head.is_some_and(|head| head.is_word() && head.has_capital())
}

/// The noun for a thing after its name.
struct After {
    /// Whether it says enough: a noun for many things needs another word of the kind beside it.
    enough: bool,
    /// How many words of the kind there are.
    words: usize,
}

/// The noun for the thing after a name, with only words of its own between.
fn noun_after(context: &Context, kind: &Kind, right: usize) -> Option<After> {
    let (mut enough, mut words) = (None, 0);
    for at in right..right + REACH {
        let Some(token) = context.tokens().get(at) else { break };
        if token.is_mark('-') {
            continue;
        }
        let Some(part) = kind.part(context.hash(at)) else { break };
        words += 1;
        if part != Part::Between {
            enough = Some(enough == Some(true) || part == Part::Noun || words > 1);
        }
    }
    enough.map(|enough| After { enough, words })
}

/// Whether the noun for the thing stands before a name, at most one word of the kind between.
fn noun_before(context: &Context, kind: &Kind, left: usize) -> bool {
    let part = |back: usize| left.checked_sub(back).and_then(|at| kind.part(context.hash(at)));
    let is_noun = |part: Option<Part>| matches!(part, Some(Part::Noun | Part::WeakNoun));
    is_noun(part(1)) || part(1) == Some(Part::Between) && is_noun(part(2))
}
