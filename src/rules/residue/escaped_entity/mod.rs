//! Characters that are written as markup or code writes them: “&quot;”, “<br>”, “\"”, “\n”.
//!
//! In: ampersands, angle brackets and backslashes with what follows. Out: the characters that they stand for.
//! `tags` knows elements of HTML, `slash` what stands after a backslash.
//! Must not know: how documents about markup look beyond what `shown` says.

mod slash;
mod tags;

use super::shown;
use crate::document::{Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/escaped-entity",
    summary: "a character written as markup or code writes it",
    why: "readers see the code in the place of the character",
    category: "linguistic-conventions/character-encoding",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "entity",
            what: "a character by its name or number in HTML",
            by_definition: Some("no sentence has an ampersand, the name of a character and a semicolon but one about markup"),
        },
        Class {
            id: "tag",
            what: "an element of HTML",
            by_definition: Some("no sentence has an element of HTML in angle brackets but one about markup"),
        },
        Class { id: "backslash", what: "a quotation mark or a line break after a backslash", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `residue/escaped-entity`
#[derive(Debug)]
pub(super) struct EscapedEntity;

/// A place with what it stands for.
struct Escape {
    span: Span,
    class: &'static str,
    right: String,
    safety: Safety,
    /// What changes; the whole place, or a part of it.
    edit: (Span, String),
    /// The index after its last token.
    end: usize,
}

impl Escape {
    /// One that is replaced as a whole, by something with other letters.
    fn whole(span: Span, class: &'static str, right: String, end: usize) -> Self {
        Self { span, class, edit: (span, right.clone()), right, safety: Safety::Unsafe, end }
    }
}

impl Rule for EscapedEntity {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut end = 0;
        let mut code = shown::Code::default();
        for at in context.document.marks() {
            let found = match context.tokens().get(at).and_then(Token::mark) {
                _ if at < end => None,
                Some('&') => entity(context, at),
                Some('<') => tags::tag(context, at),
                Some('\\') => slash::escape(context, at),
                _ => None,
            };
            let Some(escape) = found else { continue };
            end = escape.end;
            if !code.spoken_of(context, at) {
                tell(context, report, &escape);
            }
        }
    }
}

fn tell(context: &Context, report: &mut Reporter, escape: &Escape) {
    let seen = context.slice(escape.span);
    let what = match escape.right.as_str() {
        "" => String::from("how a page looks, and no text"),
        " " => String::from("a space"),
        right => format!("“{right}”"),
    };
    let title = match escape.right.as_str() {
        "" => format!("Delete “{seen}”"),
        " " => String::from("Write a space"),
        right => format!("Write {right}"),
    };
    report
        .at(escape.span, escape.class, format!("“{seen}” is code for {what}. {title}."))
        .fix(title, escape.safety, &[(escape.edit.0, &escape.edit.1)])
        .done();
}

/// The token at an index, if it is this mark and stands close to the one before, or one space off.
fn mark_at(context: &Context, at: usize, mark: char) -> Option<Span> {
    context.tokens().get(at).filter(|t| t.is_mark(mark) && !t.break_before()).map(Token::span)
}

/// `&quot;`, `&#39;`, `& ndash ;`, and `&amp;quot;`, which was escaped twice.
fn entity(context: &Context, at: usize) -> Option<Escape> {
    let start = context.tokens().get(at)?.span();
    let mut next = at + 1;
    loop {
        let numbered = mark_at(context, next, '#').is_some();
        let name = if numbered { next + 1 } else { next };
        let word = context.tokens().get(name)?;
        if !word.is_wordlike() || numbered && word.space_before() {
            return None;
        }
        let name = context.slice(word.span());
        let meant = if numbered { numeric(name)? } else { context.knowledge.entities.named(name)? };
        let semicolon = mark_at(context, next + 1 + usize::from(numbered), ';')?;
        next += 2 + usize::from(numbered);
        let again =
            meant == '&' && context.tokens().get(next).is_some_and(|t| !t.space_before() && (t.is_word() || t.is_mark('#')));
        if again && entity_name_follows(context, next) {
            continue;
        }
        let right = match meant {
            '\u{a0}' | '\u{2002}' | '\u{2003}' | '\u{2009}' => String::from(" "),
            '\u{ad}' => String::new(),
            meant => meant.to_string(),
        };
        return Some(Escape::whole(start.cover(semicolon), "entity", right, next));
    }
}

/// Whether what follows on `&amp;` is the rest of an entity.
fn entity_name_follows(context: &Context, at: usize) -> bool {
    let numbered = mark_at(context, at, '#').is_some();
    let name = at + usize::from(numbered);
    let known = numbered || context.knowledge.entities.named(context.word(name)).is_some();
    known && mark_at(context, name + 1, ';').is_some()
}

/// The character with a number: “39”, or “x2019” in hexadecimal digits.
fn numeric(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control())
}
