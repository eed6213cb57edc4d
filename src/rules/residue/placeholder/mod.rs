//! What a program keeps a place with: “XNUMX people”, “{0}”, “%s”, “__PH1__”, “⟪1⟫”, “{{name}}”, “$1$”.
//!
//! In: words of a table, and marks with what stands between them. Out: findings without a fix.
//! Must not know: what belongs into the place; only the source text tells.

use std::ops::Range;

use super::shown;
use crate::document::{Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/placeholder",
    summary: "what a program keeps the place of a number or a name with, and did not fill",
    why: "the number or the name that belongs there is lost for the reader",
    category: "accuracy/omission",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "word",
            what: "the word that translation programs put for a number",
            by_definition: Some("it is a word of no language"),
        },
        Class { id: "braces", what: "a number in braces, or a name in two pairs of them", by_definition: None },
        Class { id: "format", what: "a letter after a percent sign (“%s”)", by_definition: None },
        Class { id: "fenced", what: "a number between underscores, dollar signs or double angle brackets", by_definition: None },
    ],
    safety: None,
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `residue/placeholder`
#[derive(Debug)]
pub(super) struct Placeholder;

impl Rule for Placeholder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut code = shown::Code::default();
        for (at, token) in context.tokens().iter().enumerate() {
            if token.has_capital() && context.is(at, WordClass::Placeholder) && !code.spoken_of(context, at) {
                tell(context, report, at..at + 1, "word");
            }
        }
        let mut end = 0;
        let mut formulas = None;
        for at in context.document.marks() {
            if at < end {
                continue;
            }
            let Some((after, class)) = found(context, at) else { continue };
            end = after;
            // Sets have numbers in braces, and formulas stand between dollar signs.
            let mathematics = *formulas.get_or_insert_with(|| has_formulas(context));
            if mathematics && matches!(class, "braces" | "fenced") {
                continue;
            }
            if !code.spoken_of(context, at) {
                tell(context, report, at..after, class);
            }
        }
    }
}

fn tell(context: &Context, report: &mut Reporter, run: Range<usize>, class: &'static str) {
    let Some(span) = context.document.span_of(run) else { return };
    let seen = context.slice(span);
    report
        .at(span, class, format!("“{seen}” is a placeholder that was never filled in. Write what belongs there."))
        .ask(format!("What stands in the place of “{seen}” in the source text?"))
        .done();
}

/// Whether a document has signs that only mathematics has.
fn has_formulas(context: &Context) -> bool {
    let sign = |at: usize| context.tokens().get(at).and_then(Token::mark);
    context.document.marks().any(|at| {
        sign(at).is_some_and(|m| matches!(m, '→' | '\u{2200}'..='\u{220f}' | '\u{2227}'..='\u{222b}' | '\u{2282}'..='\u{228b}'))
    })
}

/// The end of the placeholder that begins at a mark, with its class.
fn found(context: &Context, at: usize) -> Option<(usize, &'static str)> {
    let mark = context.tokens().get(at)?.mark()?;
    let end = match mark {
        '{' => braces(context, at).map(|end| (end, "braces")),
        '%' => format(context, at).map(|end| (end, "format")),
        '_' => underscores(context, at).map(|end| (end, "fenced")),
        '$' => dollars(context, at).map(|end| (end, "fenced")),
        '⟪' | '⟦' => angles(context, at).map(|end| (end, "fenced")),
        _ => None,
    };
    end.filter(|_| stands_free(context, at))
}

/// Whether nothing that belongs to code or a formula stands close before a mark.
fn stands_free(context: &Context, at: usize) -> bool {
    let (Some(token), Some(before)) = (context.tokens().get(at), at.checked_sub(1).and_then(|at| context.tokens().get(at)))
    else {
        return true;
    };
    before.span().end() < token.span().start()
        || !(before.is_wordlike() || matches!(before.mark(), Some('_' | '^' | '\\' | '$' | '%' | '{' | '=' | '/' | '@')))
}

/// The token at an index, if it stands close to the one before it.
fn close<'a>(context: &Context<'a>, at: usize) -> Option<&'a Token> {
    context.tokens().get(at).filter(|t| !t.space_before())
}

fn is_number(token: &Token) -> bool {
    token.kind() == TokenKind::Number && token.span().len() <= 3
}

/// `{0}`, or `{{some_name}}` with words joined by low lines, full stops and spaces.
fn braces(context: &Context, at: usize) -> Option<usize> {
    let inner = close(context, at + 1)?;
    if is_number(inner) {
        return close(context, at + 2)?.is_mark('}').then_some(at + 3);
    }
    if !inner.is_mark('{') {
        return None;
    }
    let name = |t: &&Token| t.is_wordlike() || matches!(t.mark(), Some('_' | '.' | '-'));
    let length = context.tokens().get(at + 2..)?.iter().take(8).take_while(name).count();
    let end = at + 2 + length;
    let closed = context.tokens().get(end)?.is_mark('}') && close(context, end + 1)?.is_mark('}');
    (length > 0 && closed).then_some(end + 2)
}

/// Letters that say in many programming languages what is written in the place.
const FORMATS: [&str; 4] = ["d", "f", "i", "s"];

/// `%s`, or `%1$s`.
fn format(context: &Context, at: usize) -> Option<usize> {
    let counted = close(context, at + 1).is_some_and(is_number) && close(context, at + 2).is_some_and(|t| t.is_mark('$'));
    let letter = if counted { at + 3 } else { at + 1 };
    close(context, letter)?;
    let joined = close(context, letter + 1).is_some_and(|t| t.is_wordlike() || t.is_mark('%') || t.is_mark('_'));
    // "5 %d" is a slip of another kind.
    if at.checked_sub(1).and_then(|at| context.tokens().get(at)).is_some_and(|t| t.kind() == TokenKind::Number) {
        return None;
    }
    (FORMATS.contains(&context.word(letter)) && !joined).then_some(letter + 1)
}

/// `__PH1__`: capitals and digits between two low lines on each side.
fn underscores(context: &Context, at: usize) -> Option<usize> {
    let low_line = |at: usize| close(context, at).is_some_and(|t| t.is_mark('_'));
    let name = close(context, at + 2)
        .filter(|t| t.is_word() && t.has_digit() && t.has_capital() && !context.word(at + 2).contains(char::is_lowercase))?;
    (low_line(at + 1) && name.is_word() && low_line(at + 3) && low_line(at + 4)).then_some(at + 5)
}

/// `$1$`, where no formula of the document stands between dollar signs.
fn dollars(context: &Context, at: usize) -> Option<usize> {
    let closed = is_number(close(context, at + 1)?) && close(context, at + 2)?.is_mark('$');
    let joined = close(context, at + 3).is_some_and(Token::is_wordlike);
    let formula = |at: usize| {
        let letter = close(context, at + 1).is_some_and(|t| t.is_lower() && t.span().len() == 1);
        context.tokens().get(at).is_some_and(|t| t.is_mark('$')) && letter
    };
    (closed && !joined && !(at.saturating_sub(200)..at + 200).any(formula)).then_some(at + 3)
}

/// `⟪1⟫`
fn angles(context: &Context, at: usize) -> Option<usize> {
    is_number(close(context, at + 1)?).then_some(())?;
    close(context, at + 2)?.mark().filter(|m| matches!(m, '⟫' | '⟧')).map(|_| at + 3)
}
