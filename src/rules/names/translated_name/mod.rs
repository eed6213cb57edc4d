//! A proper name rendered as a word.
//!
//! In: the tokens of a document and the table of names that translations render as words. Out: a finding on each such
//! word that stands as the name of a thing, with the name as the fix.
//! Must not know: how mentions of people are found.

mod place;

use std::ops::Range;

use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::TranslatedName;
use crate::knowledge::{Language, hash_word, join};
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
        let mut found: Vec<Found> = words(context).into_iter().map(|run| judge(context, run)).collect();
        spread(context, &mut found);
        for Found { tokens, name, class, .. } in found {
            if let (Some(name), Some(class)) = (name, class) {
                report_name(context, report, name, tokens, class);
            }
        }
    }
}

/// A run of words that the table has, and what it is taken for.
struct Found<'a> {
    tokens: Range<usize>,
    key: u64,
    name: Option<&'a TranslatedName>,
    class: Option<&'static str>,
}

/// The runs of capitalised words that the table has, the longest at each place, with their hashes.
fn words(context: &Context) -> Vec<(Range<usize>, u64)> {
    let table = &context.knowledge.source.translated_names;
    let tokens = context.tokens();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut longest = None;
        if tokens[at].is_capitalized() && table.beginnings().may_begin(join(0, context.hash(at))) {
            let mut key = 0;
            for (length, token) in tokens[at..].iter().enumerate() {
                // “Point-U”, “Sailor’s Silence”
                if length > 0 && (token.is_clitic() || token.is_mark('-') && !token.space_before()) {
                    continue;
                }
                key = join(key, context.hash(at + length));
                if !token.is_word() || !table.beginnings().begins(key) {
                    break;
                }
                if table.get(key).next().is_some() {
                    longest = Some((at..at + length + 1, key));
                }
            }
        }
        at = longest.as_ref().map_or(at + 1, |(range, _)| range.end);
        found.extend(longest);
    }
    found
}

fn judge<'a>(context: &Context<'a>, (tokens, key): (Range<usize>, u64)) -> Found<'a> {
    let table = &context.knowledge.source.translated_names;
    let classed = table.get(key).find_map(|(name, quoted)| {
        let class = match table.kind(name) {
            Some(kind) => {
                let stands = stands(context, name);
                place::of_thing(context, kind, &tokens, stands.is_some()).filter(|class| !quoted || *class == "quoted")
            }
            None => is_surname(context, name, &tokens).then_some("both-stand"),
        };
        class.filter(|_| !is_gloss(context, name, &tokens)).map(|class| (name, class))
    });
    let (name, class) = classed.unzip();
    Found { tokens, key, name, class }
}

/// Names of one kind that are told off in a row are names together: the exercises “West” and “East”, Hail and Hurricane
/// rocket launchers.
fn spread<'a>(context: &Context<'a>, found: &mut [Found<'a>]) {
    let table = &context.knowledge.source.translated_names;
    let order = (0..found.len()).zip(1..found.len());
    for (a, b) in order.clone().chain(order.rev().map(|(a, b)| (b, a))) {
        let (Some(from), Some(to)) = (found.get(a), found.get(b)) else { continue };
        let (Some(model), Some(class), None) = (from.name, from.class, to.class) else { continue };
        let gap = from.tokens.end.min(to.tokens.end)..from.tokens.start.max(to.tokens.start);
        let alike = |name: &TranslatedName| match (table.kind(name), table.kind(model)) {
            (Some(a), Some(b)) => std::ptr::eq(a, b),
            _ => false,
        };
        if place::is_row(context, gap, &to.tokens)
            && let Some((name, _)) = table.get(to.key).find(|(name, quoted)| !quoted && alike(name))
            && !is_gloss(context, name, &to.tokens)
            && let Some(to) = found.get_mut(b)
        {
            (to.name, to.class) = (Some(name), Some(class));
        }
    }
}

/// How near, in tokens, the name itself must stand to be explained by the word.
const GLOSS: usize = 6;

/// Whether the word only explains the name, which stands beside it: “the Zapad (“West”) exercises”.
fn is_gloss(context: &Context, name: &TranslatedName, tokens: &Range<usize>) -> bool {
    let sentence = context.document.sentence_of(tokens.start);
    let near = tokens.start.saturating_sub(GLOSS)..tokens.end + GLOSS;
    let here = near.filter(|&at| context.document.sentence_of(at) == sentence);
    let first = |right: &&str| right.split([' ', '-']).next().map(hash_word);
    let rights: Vec<u64> = name.right.iter().filter_map(first).collect();
    let mut hashes = here.map(|at| context.hash(at));
    hashes.any(|hash| rights.contains(&hash))
}

/// Whether the name itself stands in the document, and how it is spelt there.
fn stands(context: &Context, name: &TranslatedName) -> Option<&'static str> {
    let is_there = |right: &&&str| right.split([' ', '-']).next().is_some_and(|first| context.names.spelling(first).is_some());
    name.right.iter().find(is_there).copied()
}

/// Whether the word stands as the surname of somebody whose surname the document has elsewhere as it is.
fn is_surname(context: &Context, name: &TranslatedName, tokens: &Range<usize>) -> bool {
    let mentions = context.facts.names().mentions();
    let at = mentions.partition_point(|mention| mention.kind.surname().tokens().start < tokens.start);
    let mention = mentions.get(at).filter(|mention| mention.kind.surname().tokens() == *tokens);
    let Some(given) = mention.and_then(|mention| mention.kind.given()) else { return false };
    let mut rights = name.right.iter().filter_map(|right| context.names.spelling(right));
    rights.any(|right| context.names.givens(right).contains(&given.spelling))
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
