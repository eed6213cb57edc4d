//! “The” before a country or a person, and its lack before names that always have it.
//!
//! In: an article, or the first word of what may be a name. Out: a finding. Must not know: acronyms.

use rustc_hash::FxHashSet;

use super::{MISSING, SURPLUS, in_paragraph, is_article, is_head, is_verb, joins_clause, opens, without};
use crate::document::Token;
use crate::facts::names::{MentionKind, SpellingId};
use crate::fix::Safety;
use crate::knowledge::{WordClass, join};
use crate::rules::{Context, Reporter};

/// Letters of “a” and “an”.
const INDEFINITE: usize = 2;
/// A sentence of fewer tokens may be a note or a caption.
const FULL_SENTENCE: usize = 5;

/// Whether an article is neither “a” nor “an”.
fn is_definite(context: &Context, at: usize) -> bool {
    context.word(at).len() > INDEFINITE
}

/// Reports “the” before a country that has no article, alone or with an adjective that singles nothing out.
pub(super) fn check_country(context: &Context, report: &mut Reporter, at: usize) {
    let adjective = usize::from(context.is(at + 1, WordClass::CountryAdjective));
    let name = at + 1 + adjective;
    let country = context.is(name, WordClass::Country) || context.is(name, WordClass::Land);
    let one = adjective == 0 || !context.is(name, WordClass::OnceDivided);
    if !country || !one || context.is(name, WordClass::WithThe) || !is_definite(context, at) {
        return;
    }
    let lower = adjective == 0 || context.tokens().get(at + 1).is_some_and(Token::is_lower);
    let written = context.tokens().get(name).is_some_and(Token::is_title_case);
    if !written || !lower || !is_article(context, at) || !in_paragraph(context, at) || !is_bare(context, name + 1) {
        return;
    }
    if is_quoted(context, at, name + 1) {
        return;
    }
    let Some((span, new)) = without(context, at) else { return };
    let (seen, country) = (context.words(at..name + 1), context.word(name));
    report
        .at(span, SURPLUS, format!("“{seen}”: “{country}” has no article. Leave “{}” out.", context.word(at)))
        .fix(format!("Leave “{}” out", context.word(at)), Safety::Unsafe, &[(span, &new)])
        .group(format!("article:{country}"))
        .done();
}

/// Whether some tokens stand alone between quotation marks, as the name of a ship or a work does.
fn is_quoted(context: &Context, start: usize, end: usize) -> bool {
    let opened = start.checked_sub(1).and_then(|i| context.tokens().get(i)).is_some_and(Token::opens_quotation);
    opened && context.tokens().get(end).is_some_and(Token::closes_quotation)
}

/// Whether a name is over at a token, and nothing that follows narrows it down.
fn is_bare(context: &Context, after: usize) -> bool {
    let possessive = context.tokens().get(after).is_some_and(Token::is_clitic);
    // “the Russia in which they grew up”, “the Germany after the war”
    let narrowed = context.is(after, WordClass::Preposition);
    possessive || is_head(context, after, false) && !narrowed || joins_clause(context, after)
}

/// The surnames of a document, gathered when the first one is asked for.
#[derive(Default)]
pub(super) struct People(Option<FxHashSet<SpellingId>>);

impl People {
    /// Reports “the” before the surname of somebody whom the document names in full, where a verb follows.
    pub(super) fn check(&mut self, context: &Context, report: &mut Reporter, at: usize) {
        // Of a ship that bears the name other verbs are said: “the Kuznetsov was towed”.
        let acts = [WordClass::Speech, WordClass::Knowing].into_iter().any(|class| context.is(at + 2, class));
        let name = context.tokens().get(at + 1).is_some_and(Token::is_title_case);
        if !acts || !name || !is_definite(context, at) || !is_article(context, at) || !in_paragraph(context, at) {
            return;
        }
        let names = context.facts.names();
        let word = names.words_from(at + 1).first().filter(|word| word.tokens() == (at + 1..at + 2));
        let surnames = self.0.get_or_insert_with(|| surnames(context));
        if !word.is_some_and(|word| surnames.contains(&word.spelling)) {
            return;
        }
        let Some((span, new)) = without(context, at) else { return };
        let surname = context.word(at + 1);
        report
            .at(span, SURPLUS, format!("“{}”: a person’s name has no article. Leave it out.", context.words(at..at + 2)))
            .fix(format!("Leave “{}” out", context.word(at)), Safety::Unsafe, &[(span, &new)])
            .group(format!("article:{surname}"))
            .done();
    }
}

/// The surnames of people with a given name that the tables know.
fn surnames(context: &Context) -> FxHashSet<SpellingId> {
    let names = context.facts.names();
    let full = names.mentions().iter().filter_map(|mention| match mention.kind {
        MentionKind::Full { given, surname } if names.spelling(given.spelling).given => Some(surname.spelling),
        _ => None,
    });
    full.collect()
}

/// Reports the lack of “the” before a name that always has it, where the name is a noun of a sentence.
pub(super) fn check_missing(context: &Context, report: &mut Reporter, at: usize, hash: u64) {
    if !context.knowledge.articles.beginnings().may_begin(join(0, hash)) {
        return;
    }
    let Some((end, team)) = name_at(context, at) else { return };
    if !in_paragraph(context, at) || !lacks_article(context, at, end, team) {
        return;
    }
    let Some(span) = context.document.span_of(at..end) else { return };
    let name = context.slice(span);
    let right = if opens(context, at) { format!("The {name}") } else { format!("the {name}") };
    report
        .at(span, MISSING, format!("“{name}” has “the” before it. Write “{right}”."))
        .evidence("table", name, Some("target/english/definite-names"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .group(format!("article:{name}"))
        .done();
}

/// One past the longest name of the table that begins at a token, written with its capitals, and whether it is a team’s.
fn name_at(context: &Context, at: usize) -> Option<(usize, bool)> {
    let articles = &context.knowledge.articles;
    let (mut key, mut found) = (0, None);
    for (end, &hash) in context.facts.hashes().iter().enumerate().skip(at) {
        let token = context.tokens().get(end)?;
        key = join(key, hash);
        let written = token.is_title_case() || context.is(end, WordClass::Genitive) && end > at;
        if !written || !articles.beginnings().begins(key) || end > at && !token.space_before() {
            break;
        }
        found = articles.definite(key).map(|team| (end + 1, team)).or(found);
    }
    found
}

/// One past the short form of a name in brackets, “(EU)”, if one stands at a token; else that token.
fn after_short_form(context: &Context, at: usize) -> usize {
    let tokens = context.tokens();
    let bracket = |at: usize, mark: char| tokens.get(at).is_some_and(|t| t.is_mark(mark));
    let short = bracket(at, '(') && bracket(at + 2, ')') && tokens.get(at + 1).is_some_and(Token::is_all_caps);
    if short { at + 3 } else { at }
}

/// Whether a preposition stands before a name and no noun after it, or the name opens a sentence and a verb follows.
fn lacks_article(context: &Context, at: usize, end: usize, team: bool) -> bool {
    let document = context.document;
    let Some(sentence) = document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.tokens()) else {
        return false;
    };
    if sentence.len() < FULL_SENTENCE {
        return false;
    }
    if sentence.start == at {
        return !team && is_verb(context, end);
    }
    // “the Treaty on European Union” is called so.
    let title = at.checked_sub(2).filter(|i| *i > sentence.start).and_then(|i| context.tokens().get(i));
    let title = title.is_some_and(Token::is_title_case);
    let governed = context.is(at - 1, WordClass::Preposition) && !title || context.is(at - 1, WordClass::Genitive);
    let spaced = context.tokens().get(at).is_some_and(Token::space_before);
    // “from United States and the Azores”
    let joined = context.is(end, WordClass::Coordinator) && context.is(end + 1, WordClass::Article);
    governed && spaced && (joined || is_head(context, after_short_form(context, end), true))
}
