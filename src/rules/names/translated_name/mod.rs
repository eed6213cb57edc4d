//! A proper name rendered as a word.
//!
//! In: the tokens of a document and the table of names that translations render as words. Out: a finding on each such
//! word that stands as the name of a thing, with the name as the fix.
//! Must not know: how mentions of people are found.

mod place;

use std::ops::Range;

use crate::document::Token;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::TranslatedName;
use crate::knowledge::{Language, join};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/translated-name",
    summary: "a proper name translated as if it were a word",
    why: "nobody can look up a name that was translated, and readers take it for a word or for another thing",
    category: "accuracy/mistranslation",
    severity: Severity::Major,
    classes: &[
        Class { id: "quoted", what: "the word in quotation marks beside the noun for the thing", by_definition: None },
        Class { id: "beside", what: "the capitalised word directly beside the noun for the thing", by_definition: None },
        Class { id: "both-stand", what: "the word, and the name itself elsewhere in the document", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[Language::Russian, Language::Ukrainian, Language::Belarusian],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `names/translated-name`
#[derive(Debug)]
pub(super) struct TranslatedNameRule;

impl Rule for TranslatedNameRule {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for tokens in words(context) {
            let key = tokens.clone().fold(0, |key, token| join(key, context.hash(token)));
            for name in context.knowledge.source.translated_names.get(key) {
                let class = match context.knowledge.source.translated_names.kind(name) {
                    Some(kind) => place::of_thing(context, kind, &tokens, || stands(context, name).is_some()),
                    None => is_surname(context, name, &tokens).then_some("both-stand"),
                };
                if let Some(class) = class {
                    report_name(context, report, name, tokens, class);
                    break;
                }
            }
        }
    }
}

/// The runs of capitalised words that the table has, the longest at each place, in the order of the text.
fn words(context: &Context) -> Vec<Range<usize>> {
    let table = &context.knowledge.source.translated_names;
    let tokens = context.tokens();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut longest = 0;
        if tokens[at].is_capitalized() && table.beginnings().may_begin(join(0, context.hash(at))) {
            let mut key = 0;
            for (length, token) in tokens[at..].iter().enumerate() {
                key = join(key, context.hash(at + length));
                if !is_part(token) || !table.beginnings().begins(key) {
                    break;
                }
                if table.get(key).next().is_some() {
                    longest = length + 1;
                }
            }
        }
        if longest > 0 {
            found.push(at..at + longest);
        }
        at += longest.max(1);
    }
    found
}

/// Whether a token may belong to a name of several words: “Wings of the Soviets”.
fn is_part(token: &Token) -> bool {
    token.is_word() && !token.is_clitic()
}

/// Whether the name itself stands in the document, and how it is spelt there.
fn stands(context: &Context, name: &TranslatedName) -> Option<&'static str> {
    let is_there = |right: &&&str| right.split(' ').next().is_some_and(|first| context.names.spelling(first).is_some());
    name.right.iter().find(is_there).copied()
}

/// Whether the word stands as the surname of somebody whose surname the document has elsewhere as it is.
fn is_surname(context: &Context, name: &TranslatedName, tokens: &Range<usize>) -> bool {
    let mentions = context.facts.names().mentions();
    let at = mentions.partition_point(|mention| mention.kind.surname().tokens().start < tokens.start);
    let mention = mentions.get(at).filter(|mention| mention.kind.surname().tokens() == *tokens);
    let Some(given) = mention.and_then(|mention| mention.kind.given()) else { return false };
    let rights = name.right.iter().filter_map(|right| context.names.spelling(right));
    rights.into_iter().any(|right| context.names.givens(right).contains(&given.spelling))
}

fn report_name(context: &Context, report: &mut Reporter, name: &TranslatedName, tokens: Range<usize>, class: &'static str) {
    let Some(span) = context.document.span_of(tokens) else { return };
    let right = stands(context, name).unwrap_or(name.right[0]);
    let seen = context.slice(span);
    report
        .at(span, class, format!("“{seen}” is the name {}, translated as a word. Write “{right}”.", name.name))
        .evidence("source-form", name.name, Some("source/translated_names"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, right)])
        .group(format!("names:{}", name.name))
        .done();
}
