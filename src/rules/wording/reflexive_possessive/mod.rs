//! The reflexive possessive of Slavic languages, left bare (“with own hands”) or lost (“defends the city as its home”).
//!
//! In: the tokens and their classes. Out: a finding on a bare “own”, and on a possessive after “as” that lacks it.
//! Must not know: whose the thing is; where “own” is bare only the source or the editor can tell.

use crate::document::BlockKind;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::Doubling;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const REFLEXIVE: &str = "reflexive";

static META: Meta = Meta {
    id: "wording/reflexive-possessive",
    summary: "“own” without a possessive before it, or a possessive that lacks “own”",
    why: "one word of the source stands for “my own”, “his own”, “their own”, and word for word it is half a phrase in English",
    category: "fluency/grammar",
    severity: Severity::Minor,
    classes: &[Class {
        id: REFLEXIVE,
        what: "half of what stands for the reflexive possessive: “own” alone, or none of it",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Tokens between the verb and “as”.
const OBJECT: usize = 8;
/// A sentence of fewer tokens may be a note.
const SENTENCE: usize = 6;

/// `wording/reflexive-possessive`
#[derive(Debug)]
pub(super) struct ReflexivePossessive;

impl Rule for ReflexivePossessive {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for at in 0..context.tokens().len() {
            if context.is(at, WordClass::Own) {
                check_bare(context, report, at);
            } else if context.is(at, WordClass::Kin) {
                check_lost(context, report, at);
            }
        }
    }
}

/// “with own hands”
fn check_bare(context: &Context, report: &mut Reporter, at: usize) {
    let (Some(token), Some(before)) = (context.tokens().get(at), at.checked_sub(1)) else { return };
    let governed = context.is(before, WordClass::Preposition) || context.is(before, WordClass::Genitive);
    // “to own a car” is the verb, and “to” before it tells no more.
    let verb = context.is(before, WordClass::Infinitive);
    if !governed || verb || !token.is_lower() || !token.space_before() || !has_noun(context, at + 1) {
        return;
    }
    // “the system of own resources” is a term of law.
    if context.is(before, WordClass::Genitive) && context.is(at + 1, WordClass::OwnCapital) || !is_sentence(context, at) {
        return;
    }
    if context.document.sentence_of(before) != context.document.sentence_of(at + 1) || context.is_verbatim(token.span()) {
        return;
    }
    let (word, phrase) = (context.slice(token.span()), context.words(before..at + 2));
    let message =
        format!("“{phrase}”: “{word}” needs a possessive before it. Write whose it is, as in “its {word}” or “their {word}”.");
    report.at(token.span(), REFLEXIVE, message).ask("Whose is it in the source?").done();
}

/// Whether a token stands in a sentence of a paragraph: lists and advertisements (“flat with own garden”) leave words out.
fn is_sentence(context: &Context, at: usize) -> bool {
    let document = context.document;
    let Some(sentence) = document.sentences().get(document.sentence_of(at)) else { return false };
    let block = document.blocks().get(sentence.block());
    block.is_some_and(|block| block.kind() == BlockKind::Paragraph) && sentence.tokens().len() >= SENTENCE
}

/// Whether a noun may stand at a token, after “own”, that makes no compound with it.
fn has_noun(context: &Context, at: usize) -> bool {
    let Some(token) = context.tokens().get(at) else { return false };
    let hyphen = context.tokens().get(at + 1).is_some_and(|t| t.is_dash() && !t.space_before());
    let compound = context.is(at, WordClass::OwnCompound) || hyphen;
    let grammar = [WordClass::Function, WordClass::Pronoun, WordClass::Article, WordClass::Auxiliary];
    let bare = grammar.into_iter().any(|class| context.is(at, class));
    token.is_word() && token.is_lower() && token.space_before() && !compound && !bare
}

/// “defends the city as its home”: the noun stands at `at`.
fn check_lost(context: &Context, report: &mut Reporter, at: usize) {
    let (Some(owner), Some(link)) = (at.checked_sub(1), at.checked_sub(2)) else { return };
    let Some(token) = context.tokens().get(owner).filter(|t| t.is_lower()) else { return };
    let whose = context.is(owner, WordClass::Possessive) && is_comparing(context, link);
    if !whose || !ends(context, at + 1) || !is_guarded(context, link) || context.is_verbatim(token.span()) {
        return;
    }
    let right = format!("{} own", context.slice(token.span()));
    let message = format!(
        "“{}”: what is guarded or loved is only likened to this, and English says so with “own”. Write “{right}”.",
        context.words(link..at + 1)
    );
    report.at(token.span(), REFLEXIVE, message).fix(format!("Write “{right}”"), Safety::Unsafe, &[(token.span(), &right)]).done();
}

/// Whether the phrase is over at a token: no further noun, no verb of a clause that “as” opens.
fn ends(context: &Context, at: usize) -> bool {
    let Some(token) = context.tokens().get(at) else { return false };
    let goes_on = [WordClass::Auxiliary, WordClass::Genitive, WordClass::Pronoun].into_iter().any(|c| context.is(at, c));
    match token.mark() {
        Some('.' | ',' | ';' | ':' | '!' | '?' | '…') => true,
        Some(_) => token.closes_quotation() || token.is_dash() && token.space_before(),
        None => !goes_on && (context.is(at, WordClass::Coordinator) || context.is(at, WordClass::Function)),
    }
}

/// Whether a verb of guarding or loving stands before “as” with its object between them.
fn is_guarded(context: &Context, link: usize) -> bool {
    let start = context.document.sentences().get(context.document.sentence_of(link)).map_or(link, |s| s.tokens().start);
    let object = link.saturating_sub(OBJECT + 1).max(start)..link;
    let Some(verb) = object.clone().rev().find(|&at| context.is(at, WordClass::Guarding)) else { return false };
    let between = verb + 1..link;
    !between.is_empty()
        && !between.clone().any(|at| is_comparing(context, at) || context.tokens().get(at).is_some_and(|t| t.is_mark(',')))
}

fn is_comparing(context: &Context, at: usize) -> bool {
    context.facts.words().get(at).is_some_and(|&word| context.knowledge.doubled.is(word, Doubling::Comparing))
}
