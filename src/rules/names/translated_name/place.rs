//! Whether a word stands where the name of a thing stands.

use std::ops::Range;

use crate::document::Token;
use crate::knowledge::source::{Kind, Part};
use crate::rules::Context;

/// How many words may stand between a name and the noun for the thing.
const REACH: usize = 6;

/// The evidence class of a word as the name of a thing; `stands` says whether the document has the name itself.
pub(super) fn of_thing(
    context: &Context,
    kind: &Kind,
    tokens: &Range<usize>,
    stands: impl FnOnce() -> bool,
) -> Option<&'static str> {
    let quoted = is_quoted(context, tokens);
    let numbered = after_number(context, tokens.end);
    let named = quoted || numbered.is_some();
    let left = if quoted { tokens.start.checked_sub(1)? } else { tokens.start };
    let right = if quoted { closing(context, tokens.end)? + 1 } else { numbered.unwrap_or(tokens.end) };
    let beside = noun_after(context, kind, right);
    let noun = beside.is_some() || noun_before(context, kind, left);
    if named && noun {
        return Some("quoted");
    }
    if kind.bare && beside == Some(true) && is_within(context, tokens) {
        return Some("beside");
    }
    ((quoted || noun && is_within(context, tokens)) && stands()).then_some("both-stand")
}

/// Whether a word does not open its sentence, where anything has a capital.
fn is_within(context: &Context, tokens: &Range<usize>) -> bool {
    let sentence = context.document.sentences().partition_point(|sentence| sentence.tokens().end <= tokens.start);
    let starts = context.document.sentences().get(sentence).is_some_and(|sentence| sentence.tokens().start == tokens.start);
    !starts
}

fn mark(context: &Context, at: usize) -> Option<char> {
    context.tokens().get(at).and_then(Token::mark)
}

/// Whether a word is all that stands between quotation marks; a comma or a full stop may stand before the closing one.
fn is_quoted(context: &Context, tokens: &Range<usize>) -> bool {
    let opens = tokens.start.checked_sub(1).and_then(|at| mark(context, at));
    opens.is_some_and(|mark| matches!(mark, '“' | '"' | '«' | '‘' | '\'' | '„')) && closing(context, tokens.end).is_some()
}

/// Where the closing quotation mark after a word stands.
fn closing(context: &Context, end: usize) -> Option<usize> {
    let at = if matches!(mark(context, end), Some(',' | '.')) { end + 1 } else { end };
    matches!(mark(context, at), Some('”' | '"' | '»' | '’' | '\'' | '“')).then_some(at)
}

/// The token after the number that a name bears: “-2021”.
fn after_number(context: &Context, end: usize) -> Option<usize> {
    let number = context.tokens().get(end + 1)?;
    let tight = context.tokens().get(end).is_some_and(|t| t.is_mark('-') && !t.space_before()) && !number.space_before();
    (tight && context.word(end + 1).bytes().all(|byte| byte.is_ascii_digit())).then_some(end + 2)
}

/// Whether the noun for the thing stands after a name, with only words of its own between, and whether it says enough:
/// a noun for many things needs another word of the kind beside it.
fn noun_after(context: &Context, kind: &Kind, right: usize) -> Option<bool> {
    let (mut noun, mut words) = (None, 0);
    for at in right..right + REACH {
        let token = context.tokens().get(at)?;
        if token.is_mark('-') {
            continue;
        }
        match kind.part(context.hash(at)) {
            Some(part) => {
                words += 1;
                if part != Part::Between {
                    noun = Some(noun == Some(true) || part == Part::Noun || words > 1);
                }
            }
            None => break,
        }
    }
    noun
}

/// Whether the noun for the thing stands directly before a name.
fn noun_before(context: &Context, kind: &Kind, left: usize) -> bool {
    let part = left.checked_sub(1).and_then(|at| kind.part(context.hash(at)));
    matches!(part, Some(Part::Noun | Part::WeakNoun))
}
