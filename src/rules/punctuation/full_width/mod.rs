//! Marks of Chinese, Japanese or Arabic typesetting in English words.
//!
//! In: the marks of a document and the words beside them. Out: a finding on each with the mark that English has.
//! Must not know: what a mark means in a text of its own language, where it is right.

use super::beside;
use crate::document::Token;
use crate::facts::Needs;
use crate::facts::characters::Script;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/full-width",
    summary: "a Chinese, Japanese or Arabic mark in English words",
    why: "the mark was carried over from the source; it is wider than English ones or faces the wrong way, and no search finds it",
    category: "locale-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[Class {
        id: "foreign-mark",
        what: "a full-width or Arabic mark beside Latin letters or figures and no letters of its own script",
        by_definition: Some("English has no such marks; beside letters of their own scripts they are left alone"),
    }],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NOTHING,
    hint: false,
    page: include_str!("rule.md"),
};

/// How far letters of another script show that a mark is one of theirs, in tokens on each side.
const NEAR: usize = 4;

/// `punctuation/full-width`
#[derive(Debug)]
pub(super) struct FullWidth;

impl Rule for FullWidth {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let tokens = context.tokens();
        for at in context.document.marks() {
            let Some(english) = tokens[at].mark().filter(|m| !m.is_ascii()).and_then(english) else { continue };
            if stands_in_english(context, at) && !context.is_verbatim(tokens[at].span()) {
                report_mark(context, report, at, english);
            }
        }
    }
}

/// The English mark for one of another script (Unicode: Halfwidth and Fullwidth Forms, CJK Symbols and Punctuation,
/// Arabic).
fn english(mark: char) -> Option<char> {
    Some(match mark {
        '，' | '、' | '،' => ',',
        '。' | '．' => '.',
        '；' | '؛' => ';',
        '：' => ':',
        '？' | '؟' => '?',
        '！' => '!',
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '％' | '٪' => '%',
        _ => return None,
    })
}

fn report_mark(context: &Context, report: &mut Reporter, at: usize, english: char) {
    let tokens = context.tokens();
    let opens = matches!(english, '(' | '[');
    let joined = if opens { beside::joined_before(tokens, at) } else { beside::joined_after(tokens, at) };
    // The full-width mark holds its own white; the English one wants a space before the next word.
    let quoted = !opens && !context.document.quotations().opened_in(at + 1..at + 2).is_empty();
    let spaced = joined.is_some_and(|t| t.is_wordlike() || quoted) && !between_figures(tokens, at) && english != '%';
    let new = match (spaced, opens) {
        (true, true) => format!(" {english}"),
        (true, false) => format!("{english} "),
        _ => english.to_string(),
    };
    let mark = tokens[at].span();
    let seen = context.slice(mark);
    report
        .at(mark, "foreign-mark", format!("“{seen}” is not an English mark. Write “{english}”."))
        .group("punctuation:full-width")
        .fix(format!("Write “{}”", new.trim()), Safety::Safe, &[(mark, &new)])
        .done();
}

/// "14：20" and "10，000": the mark is part of the figure.
fn between_figures(tokens: &[Token], at: usize) -> bool {
    let figure = |t: Option<&Token>| t.is_some_and(|t| t.is_wordlike() && !t.is_word());
    figure(beside::joined_before(tokens, at)) && figure(beside::joined_after(tokens, at))
}

/// Whether a mark stands close to Latin letters or figures, and no letters of another script are near.
fn stands_in_english(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let (before, after) = (beside::joined_before(tokens, at), beside::joined_after(tokens, at));
    // A mark between quotation marks, or by itself, is spoken about; faces are drawn with others.
    let spoken = before.is_some_and(Token::opens_quotation) && after.is_some_and(Token::closes_quotation);
    let drawn = [before, after].into_iter().flatten().any(|t| matches!(t.mark(), Some('_' | '^' | '-' | '*')));
    let sticks =
        |t: &Token| t.is_wordlike() || t.closes_quotation() || t.opens_quotation() || matches!(t.mark(), Some(')' | '）' | '%'));
    if spoken || drawn || !(before.is_some_and(sticks) || after.is_some_and(sticks)) {
        return false;
    }
    let block = context.document.blocks()[context.document.block_of(at)].tokens();
    let near = at.saturating_sub(NEAR).max(block.start)..(at + NEAR).min(block.end);
    let mut letters = near.map(|i| context.word(i)).flat_map(str::chars).filter(|c| c.is_alphanumeric());
    letters.all(|c| c.is_ascii_digit() || Script::of(c) == Some(Script::Latin))
}
