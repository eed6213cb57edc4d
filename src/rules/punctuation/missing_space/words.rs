//! Whether two words with a mark between them are two words of prose.

use crate::document::{RegionKind, Token};
use crate::knowledge::{WordClass, capitalized};
use crate::rules::Context;

/// Fewest letters of a word that is looked at on either side of a stop; shorter ones are initials, endings and codes.
const SHORTEST: usize = 2;
/// Unspaced commas of one block from which on it is a row of data.
const DATA: usize = 3;
/// How far its other commas are looked for, in tokens on each side.
const FAR: usize = 60;

/// Whether a mark ends a sentence: a year or a word in lower case that English knows before it, a word with a capital after it
/// that is a word or a name and no brand's second half.
pub(super) fn ends_sentence(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(at + 1)) else { return false };
    let begins = context.is(at + 1, WordClass::Starter) || context.is(at + 1, WordClass::Pronoun);
    // “Minsk.Today” is an address.
    let small = context.is(at + 1, WordClass::Function) || context.is(at + 1, WordClass::Pronoun);
    let name = before.is_title_case() && small && long(context, before, SHORTEST + 1);
    let abbreviated = context.knowledge.conventions.abbreviation(context.word(at - 1)).is_some();
    let known = is_year(context, before)
        || before.is_lower() && is_plain(context, at - 1)
        || name && !abbreviated
        || closes(before) && begins;
    known
        && !in_chain(context, at)
        && (next.is_title_case() && long(context, next, 2) || is_single_word(context, at + 1))
        && !is_called(context, at + 1)
}

/// Whether both words around a stop are English words in lower case, and prose stands around them.
pub(super) fn two_lower(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(at + 1)) else { return false };
    let known = is_year(context, before) || before.is_lower() && is_plain(context, at - 1);
    // A name in code or of an account is two nouns; a sentence begins with a function word, or with a name.
    let opens = [WordClass::Function, WordClass::Pronoun, WordClass::Starter].iter().any(|&class| context.is(at + 1, class));
    let begins = opens || is_proper(context, at + 1);
    known
        && next.is_lower()
        && begins
        && before.space_before()
        && !in_chain(context, at)
        && !is_called(context, at + 1)
        && !is_technical(context)
}

/// Whether the words around a comma or semicolon are prose: no gene names, codes, coordinates or rows of data.
pub(super) fn pause(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(at + 1)) else { return false };
    // "&quot;the": the semicolon ends an entity.
    let entity = at.checked_sub(2).and_then(|i| tokens.get(i)).is_some_and(|t| t.is_mark('&') || t.is_mark('#'));
    let word = |token: &Token, index: usize| !token.has_digit() && (long(context, token, 2) || is_single_word(context, index));
    let closed = closes(before) && context.is(at + 1, WordClass::Function);
    let left = closed
        || before.is_dotted()
        || before.is_wordlike() && (!before.is_word() || word(before, at - 1) && !before.is_all_caps());
    left && word(next, at + 1) && !next.is_all_caps() && !entity && !is_data(context, at) && !is_called(context, at + 1)
}

/// A mark that ends a word: a closing bracket or quotation mark, a per cent sign.
pub(super) fn closes(token: &Token) -> bool {
    matches!(token.mark(), Some(')' | '”' | '%'))
}

/// Four digits, as a year that ends a sentence.
pub(super) fn is_year(context: &Context, token: &Token) -> bool {
    let digits = context.slice(token.span());
    digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word is one that English writes and no abbreviation.
fn is_plain(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    let abbreviated = context.knowledge.conventions.abbreviation(word).is_some();
    word.chars().count() >= SHORTEST && !abbreviated && context.knowledge.lexicon.is_word(&word.to_lowercase().replace('’', "'"))
}

/// Whether a word in lower case is one that English writes with a capital: a machine lost both.
fn is_proper(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    let proper = context.knowledge.lexicon.entry(&capitalized(word)).is_some_and(|entry| entry.proper);
    word.chars().count() > SHORTEST && proper && !context.knowledge.lexicon.is_word(word)
}

/// "I" and "A": words of one letter.
fn is_single_word(context: &Context, token: usize) -> bool {
    matches!(context.word(token), "I" | "A" | "a")
}

fn long(context: &Context, token: &Token, least: usize) -> bool {
    context.slice(token.span()).chars().count() >= least
}

/// Whether more words hang on with stops, as in the name of a package ("org.lamp.core").
fn in_chain(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let hangs = |mark: Option<&Token>, word: Option<&Token>| {
        mark.is_some_and(|m| matches!(m.mark(), Some('.' | '/' | '_' | '@' | ':' | '='))) && word.is_some_and(Token::is_wordlike)
    };
    let joined = |token: Option<&Token>| token.is_some_and(|t| !t.space_before());
    let left = at.checked_sub(3).and_then(|i| tokens.get(i));
    let left_mark = at.checked_sub(2).and_then(|i| tokens.get(i));
    let first = at.checked_sub(1).and_then(|i| tokens.get(i));
    hangs(left_mark, left) && joined(left_mark) && joined(first)
        || hangs(tokens.get(at + 2), tokens.get(at + 3)) && joined(tokens.get(at + 2)) && joined(tokens.get(at + 3))
}

/// Whether a bracket stands close to a word, as after the name of a function.
fn is_called(context: &Context, token: usize) -> bool {
    let next = context.tokens().get(token + 1);
    next.is_some_and(|t| !t.space_before() && matches!(t.mark(), Some('(' | '[' | '{' | '=' | '<' | '_')))
}

/// Whether the text speaks of programs: their names are written with stops.
fn is_technical(context: &Context) -> bool {
    context.document.regions().iter().any(|region| region.kind == RegionKind::Code)
}

/// Whether the commas of the line stand close more often than not: a row of data.
fn is_data(context: &Context, at: usize) -> bool {
    let document = context.document;
    let block = document.blocks()[document.block_of(at)].tokens();
    let (mut close, mut all) = (0, 0);
    let near = at.saturating_sub(FAR).max(block.start)..(at + FAR).min(block.end);
    for comma in near.filter(|&i| context.tokens()[i].is_mark(',')) {
        all += 1;
        close += usize::from(context.tokens().get(comma + 1).is_some_and(|t| !t.space_before()));
    }
    close >= DATA && close * 2 > all
}
