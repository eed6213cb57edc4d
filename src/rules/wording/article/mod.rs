//! Articles that are certainly wrong: “a hour”, “the Ukraine”, “one of largest”, “in European Union”, “an advice”.
//!
//! In: the tokens, their classes, the tables on articles, and the names of people. Out: a finding on each article that
//! does not fit, is too much, or is missing. Must not know: acronyms and letters, which have a rule of their own.

mod definite;
mod noun;
mod sound;

use crate::document::{BlockKind, Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::target::english::Doubling;
use crate::knowledge::{WordClass, capitalized};
use crate::rules::noun::After;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const SOUND: &str = "sound";
const MISSING: &str = "missing";
const SURPLUS: &str = "surplus";

static META: Meta = Meta {
    id: "wording/article",
    summary: "an article that does not fit the next word, is too much, or is missing",
    why: "where the source has no articles a translation guesses them, and a wrong one stops the reader",
    category: "fluency/grammar",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: SOUND,
            what: "“a” or “an” against the first sound of a common word",
            by_definition: Some(
                "English has “an” before a vowel and “a” before a consonant; words said in two ways are left out",
            ),
        },
        Class { id: MISSING, what: "no “the” before a superlative or a name that always has it", by_definition: None },
        Class { id: SURPLUS, what: "an article before a name or a mass noun that has none", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/article`
#[derive(Debug)]
pub(super) struct Article;

impl Rule for Article {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut people = definite::People::default();
        for (at, &hash) in context.facts.hashes().iter().enumerate() {
            if context.is(at, WordClass::Article) {
                sound::check(context, report, at);
                noun::check_uncountable(context, report, at);
                definite::check_country(context, report, at);
                people.check(context, report, at);
            } else if context.is(at, WordClass::Superlative) {
                noun::check_superlative(context, report, at);
            }
            definite::check_missing(context, report, at, hash);
        }
    }
}

/// Whether a token is an article of running text: no letter, grade or plan, which are capitals within a sentence.
fn is_article(context: &Context, at: usize) -> bool {
    let Some(token) = context.tokens().get(at) else { return false };
    let next = context.tokens().get(at + 1).is_some_and(|t| t.space_before() && t.is_word() && !t.is_clitic());
    next && (token.is_lower() || opens(context, at)) && !context.is_verbatim(token.span())
}

/// Whether a token opens a sentence, a quotation or a bracket.
fn opens(context: &Context, at: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(at));
    let mark = |t: &Token| t.opens_quotation() || matches!(t.mark(), Some('(' | '[' | ':' | '–' | '—'));
    let first = sentence.is_some_and(|sentence| sentence.tokens().start == at);
    first || at.checked_sub(1).and_then(|i| context.tokens().get(i)).is_some_and(mark)
}

/// Whether a token stands in a paragraph, and not in a heading or a list, which leave articles out.
fn in_paragraph(context: &Context, at: usize) -> bool {
    let block = context.document.blocks().get(context.document.block_of(at));
    block.is_some_and(|block| block.kind() == BlockKind::Paragraph)
}

/// Whether the noun before a token is the head of its phrase; `missing` where it lacks its article.
fn is_head(context: &Context, after: usize, missing: bool) -> bool {
    let before = after.saturating_sub(1);
    let end = context.document.blocks().get(context.document.block_of(before)).map_or(after, |block| block.tokens().end);
    After { context, end, missing }.ends(after)
}

/// Whether a coordinator follows with more of the clause: “and an old one”, “and stopped”, “and who”.
fn joins_clause(context: &Context, at: usize) -> bool {
    let begins = [WordClass::Article, WordClass::Joining, WordClass::Pronoun].into_iter().any(|class| context.is(at + 1, class));
    context.is(at, WordClass::Coordinator) && (begins || is_verb(context, at + 1))
}

/// Whether a word is a verb in a form that stands after its subject.
fn is_verb(context: &Context, at: usize) -> bool {
    let classes = [WordClass::FiniteVerb, WordClass::Auxiliary, WordClass::Speech, WordClass::Knowing, WordClass::IrregularPast];
    let lower = context.tokens().get(at).is_some_and(|t| t.is_word() && t.is_lower() && t.space_before());
    let past = || context.knowledge.doubled.ends(context.word(at), Doubling::Participle);
    lower && (classes.into_iter().any(|class| context.is(at, class)) || past())
}

/// The edit that takes an article away: it and the space after it, and at the head of a sentence the next word gets the
/// capital.
fn without(context: &Context, article: usize) -> Option<(Span, String)> {
    let (first, next) = (context.tokens().get(article)?, context.tokens().get(article + 1)?);
    let text = context.document.text();
    if first.is_lower() || next.is_capitalized() {
        return Some((text.span(first.span().start()..next.span().start())?, String::new()));
    }
    let letter = context.slice(next.span()).chars().next()?;
    let span = text.span(first.span().start()..next.span().start() + letter.len_utf8())?;
    Some((span, capitalized(&letter.to_string())))
}
