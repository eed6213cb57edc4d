//! What to write for a source acronym, and how it fits the place.

use crate::document::{Span, Token};
use crate::facts::acronyms::Mention;
use crate::fix::Safety;
use crate::knowledge::acronyms::{Article, Concept, FormKey, Indefinite, Rank, Sense};
use crate::knowledge::{WordClass, capitalized};
use crate::rules::{Context, Draft};

/// What a post-editor may choose from, the best first: the house's own wording; what the table offers where the choice is
/// a matter of the house; else the English acronym where readers know it, before the name in words.
pub(super) fn choices(context: &Context, concept: &Concept) -> Vec<String> {
    let tables = &context.knowledge.acronyms;
    let sense = |acronym: &str| tables.sense(FormKey::of(acronym));
    // What has a common noun for a name is called by it, unless every reader knows the acronym.
    let has_name = concept.words.first().is_some_and(|name| name.starts_with(char::is_uppercase));
    let is_known = |acronym: &str| {
        let names = |s: &Sense| has_name && s.words.first().is_some_and(|usual| concept.words.contains(usual));
        sense(acronym).is_some_and(|s| s.rank <= Rank::Household || names(s))
    };
    let mut all: Vec<&str> = Vec::new();
    all.extend(context.house.acronym(concept).map(|wording| &*wording.text));
    if concept.offer.is_empty() {
        let (known, other) = (concept.english.first().copied())
            .map_or((None, None), |e| if is_known(e) { (Some(e), None) } else { (None, Some(e)) });
        all.extend(known.into_iter().chain(concept.words.first().copied()).chain(other));
    } else {
        all.extend(&concept.offer);
    }
    let mut choices: Vec<String> = Vec::new();
    for choice in all {
        if !choices.iter().any(|known| known == choice) {
            choices.push(choice.to_owned());
        }
    }
    choices
}

/// Whether what is to be written is settled: by the house, or because it is no matter of the house.
pub(super) fn is_settled(context: &Context, concept: &Concept) -> bool {
    concept.offer.is_empty() || context.house.acronym(concept).is_some()
}

/// Whether a wording is one word with capitals.
pub(super) fn is_acronym(wording: &str) -> bool {
    wording.chars().filter(|c| c.is_uppercase()).count() > 1 && !wording.contains(' ')
}

/// The edits that put a wording in the place of a mention: in the plural where the mention is, with a capital at the start
/// of a sentence, with the indefinite article that it takes, without an article of its own where one stands already, and in
/// the place of the word after it, too, that it ends in.
fn edits(context: &Context, mention: &Mention, choice: &str) -> Vec<(Span, String)> {
    let before = mention.token.checked_sub(1).filter(|&i| context.is(i, WordClass::Article));
    let mut words = without_article(context, choice, before.is_some()).to_owned();
    let seen = context.slice(mention.span);
    if seen.len() > 2 && seen.ends_with('s') && !words.ends_with('s') {
        words.push('s');
    }
    if starts_sentence(context, mention.token) && !is_acronym(choice) {
        words = capitalized(&words);
    }
    if before.is_none() && needs_article(context, mention, choice) {
        words.insert_str(0, DEFINITE);
    }
    let article = before.and_then(|at| indefinite(context, at, &words));
    let dropped = before.and_then(|at| context.tokens().get(at)).filter(|_| is_bare_country(context, mention, choice));
    let written = repeated(context, mention, &words).map_or(mention.span, |token| mention.span.cover(token.span()));
    let place = dropped.map_or(written, |article| article.span().cover(written));
    article.into_iter().filter(|_| dropped.is_none()).chain([(place, words)]).collect()
}

/// The definite article before a wording that needs it.
const DEFINITE: &str = "the ";

/// Whether a wording is an acronym that takes "the" as a noun, and stands as one: after a preposition, no noun behind it.
fn needs_article(context: &Context, mention: &Mention, choice: &str) -> bool {
    let sense = context.knowledge.acronyms.sense(FormKey::of(choice));
    let takes = is_acronym(choice) && sense.is_some_and(|sense| sense.article == Article::The);
    let after = mention.token.checked_sub(1).is_some_and(|at| context.is(at, WordClass::Preposition));
    let next = context.tokens().get(mention.end);
    let alone = next.is_none_or(|t| !t.is_wordlike() && !t.is_mark('-'));
    takes && after && alone
}

/// The word after a mention that the wording ends in already ("the EGE exam", "Unified State Exam").
fn repeated<'a>(context: &Context<'a>, mention: &Mention, words: &str) -> Option<&'a Token> {
    let (_, last) = words.rsplit_once(' ')?;
    let next = context.tokens().get(mention.end).filter(|t| t.is_word() && t.space_before())?;
    context.word(mention.end).eq_ignore_ascii_case(last).then_some(next)
}

/// Whether a wording is the name of a country, which takes no article, and no noun follows that has one.
fn is_bare_country(context: &Context, mention: &Mention, choice: &str) -> bool {
    let vocabulary = &context.knowledge.vocabulary;
    let is = |class| context.is(mention.end, class);
    let next = context.tokens().get(mention.end);
    let goes_on = next.is_some_and(|t| t.is_mark('-') || t.is_wordlike() && !t.is_clitic());
    let ends = !goes_on || is(WordClass::Function) || is(WordClass::FiniteVerb);
    ends && vocabulary.classes(vocabulary.id(choice)).has(WordClass::Country) && !is_acronym(choice)
}

/// The edit of an indefinite article that does not fit what will stand after it.
fn indefinite(context: &Context, at: usize, words: &str) -> Option<(Span, String)> {
    let old = context.word(at);
    if !old.eq_ignore_ascii_case("a") && !old.eq_ignore_ascii_case("an") {
        return None;
    }
    let tables = &context.knowledge.acronyms;
    let first = words.split(' ').next().unwrap_or_default();
    let wanted = if is_acronym(first) { tables.indefinite(first, FormKey::of(first)) } else { Indefinite::of_word(first) }?;
    let capital = old.starts_with('A');
    let new = if capital { wanted.word().replacen('a', "A", 1) } else { wanted.word().to_owned() };
    (new != old).then(|| Some((context.tokens().get(at)?.span(), new))).flatten()
}

/// Adds the wordings of some concepts as fixes; they may be applied where `sure` and where the choice is settled.
pub(super) fn add_choices<'r, 'a>(
    mut draft: Draft<'r, 'a>,
    context: &Context,
    mention: &Mention,
    concepts: &[&Concept],
    sure: bool,
) -> Draft<'r, 'a> {
    for concept in concepts {
        let safety = if sure && is_settled(context, concept) { Safety::Unsafe } else { Safety::DisplayOnly };
        for choice in choices(context, concept) {
            draft = add_choice(draft, context, mention, &choice, safety);
        }
    }
    draft
}

/// Adds one wording as a fix.
pub(super) fn add_choice<'r, 'a>(
    draft: Draft<'r, 'a>,
    context: &Context,
    mention: &Mention,
    choice: &str,
    safety: Safety,
) -> Draft<'r, 'a> {
    let edits = edits(context, mention, choice);
    let edits: Vec<_> = edits.iter().map(|(span, new)| (*span, &**new)).collect();
    draft.fix(format!("Write “{choice}”"), safety, &edits)
}

fn starts_sentence(context: &Context, token: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(token));
    sentence.is_some_and(|sentence| sentence.tokens().start == token)
}

fn without_article<'a>(context: &Context, choice: &'a str, has_one: bool) -> &'a str {
    let vocabulary = &context.knowledge.vocabulary;
    let is_article = |word: &str| vocabulary.classes(vocabulary.id(word)).has(WordClass::Article);
    choice.split_once(' ').filter(|(first, _)| has_one && is_article(first)).map_or(choice, |(_, rest)| rest)
}
