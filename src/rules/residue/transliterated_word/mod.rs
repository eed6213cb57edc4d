//! Common words of a Slavic source language that were written in Latin letters instead of being translated.
//!
//! In: words in lower case that no table and no English lexicon has. Out: places to translate; no fix, since only the source
//! says what is meant.
//! Must not know: Slavic words; the filter of their beginnings is `source/common_words`.

mod gloss;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::Token;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::knowledge::source::common_words::{key, may_be_slavic};
use crate::knowledge::{WordClass, WordId, capitalized};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/transliterated-word",
    summary: "a common word of a Slavic source language in Latin letters",
    why: "a word that was spelled out instead of translated tells English readers nothing",
    category: "accuracy/untranslated",
    severity: Severity::Major,
    classes: &[Class {
        id: "common-word",
        what: "a word in lower case that English lacks and a Slavic language has",
        by_definition: None,
    }],
    safety: None,
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Letters of the shortest word that does not look Slavic by chance.
const SHORTEST: usize = 4;
/// Letters of the longest.
const LONGEST: usize = 24;
/// Places of a word that is no slip but a term of the text.
const TERM: usize = 4;
/// How many words that are no finds are remembered: in a short text fewer, since room costs time, too.
const RECENT: std::ops::RangeInclusive<usize> = 256..=65536;
/// Letters of the shortest English word within another.
const PART: usize = 4;

/// `residue/transliterated-word`
#[derive(Debug)]
pub(super) struct TransliteratedWord;

impl Rule for TransliteratedWord {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut places = candidates(context);
        if places.is_empty() {
            return;
        }
        drop_names(context, &mut places);
        places.retain(|_, at| may_be_slip(context, at));
        if !places.is_empty() {
            drop_explained(context, &mut places);
        }
        let mut kept: Vec<usize> = places.into_values().flatten().collect();
        kept.sort_unstable();
        for at in kept {
            let Some(token) = context.tokens().get(at) else { continue };
            let word = context.word(at);
            report
                .at(
                    token.span(),
                    "common-word",
                    format!(
                        "“{word}” is not an English word and looks like one of the source language in Latin letters. Translate it, or explain it."
                    ),
                )
                .evidence("filter", word, Some("source/common_words"))
                .ask(format!("What does “{word}” mean in the source?"))
                .group(format!("residue:transliterated:{word}"))
                .done();
        }
    }
}

/// Places of words in lower case that English does not have and a Slavic language may have, by their hash.
fn candidates(context: &Context) -> FxHashMap<u64, Vec<usize>> {
    // Words that are none, by their hash: most words of a text come back soon.
    let room = (context.tokens().len() / 4).next_power_of_two().clamp(*RECENT.start(), *RECENT.end());
    let mut others = vec![0u64; room];
    let mut places: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, (token, id)) in context.tokens().iter().zip(context.facts.words()).enumerate() {
        let fits =
            token.is_word() && token.is_lower() && !token.has_digit() && (SHORTEST..=LONGEST).contains(&token.span().len());
        if !fits || *id != WordId::NONE {
            continue;
        }
        let hash = context.hash(at);
        let Some(other) = others.get_mut(hash as usize & (room - 1)) else { continue };
        if *other == hash {
            continue;
        }
        let word = context.slice(token.span());
        if places.contains_key(&hash) || may_be_slavic(word) && !is_english(context, word) {
            places.entry(hash).or_default().push(at);
        } else {
            *other = hash;
        }
    }
    places
}

/// Whether English has a word, or has its parts: two words in one, a word with a prefix, or one with an ending.
fn is_english(context: &Context, word: &str) -> bool {
    let known = |part: &str| context.knowledge.lexicon.is_word(part);
    let name = || known(&capitalized(word));
    let compound = || {
        (3..word.len().saturating_sub(PART - 1))
            .any(|cut| word.split_at_checked(cut).is_some_and(|(head, tail)| known(head) && known(tail)))
    };
    let ending = |tail: &str| {
        let vocabulary = &context.knowledge.vocabulary;
        vocabulary.classes(vocabulary.id(tail)).has(WordClass::Ending)
    };
    let inflected =
        || (PART..word.len()).any(|cut| word.split_at_checked(cut).is_some_and(|(stem, tail)| known(stem) && ending(tail)));
    let prefix = |head: &str| {
        let vocabulary = &context.knowledge.vocabulary;
        vocabulary.classes(vocabulary.id(head)).has(WordClass::Prefix)
    };
    let prefixed = || {
        (2..word.len())
            .any(|cut| word.split_at_checked(cut).is_some_and(|(head, stem)| stem.len() >= PART && known(stem) && prefix(head)))
    };
    known(word) || name() || compound() || prefixed() || inflected()
}

/// Takes out the words that stand with a capital elsewhere in the middle of a sentence: names.
fn drop_names(context: &Context, places: &mut FxHashMap<u64, Vec<usize>>) {
    let tokens = context.tokens();
    let names: FxHashSet<u64> = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is_word() && token.is_capitalized())
        .map(|(at, _)| context.hash(at))
        .filter(|hash| places.contains_key(hash))
        .collect();
    places.retain(|hash, _| !names.contains(hash));
}

/// Whether a word stands so seldom that it is no term, and stands in English words.
fn may_be_slip(context: &Context, places: &[usize]) -> bool {
    places.len() < TERM && !places.iter().any(|&at| gloss::is_set_off(context, at) || in_foreign_words(context, at))
}

/// Takes out the words of which the text explains some form or spelling: “hutora” where “khutor” is glossed.
fn drop_explained(context: &Context, places: &mut FxHashMap<u64, Vec<usize>>) {
    let key_at = |at: usize| key(&context.word(at).to_lowercase());
    let keys: FxHashSet<u64> = places.values().filter_map(|at| key_at(*at.first()?)).collect();
    let unknown = |at: usize, id: WordId| id == WordId::NONE || context.is(at, WordClass::Loan);
    let explained: FxHashSet<u64> = context
        .facts
        .words()
        .iter()
        .enumerate()
        .filter(|&(at, &id)| unknown(at, id) && context.tokens().get(at).is_some_and(Token::is_word))
        .filter_map(|(at, _)| key_at(at).filter(|key| keys.contains(key) && gloss::is_explained(context, at)))
        .collect();
    places.retain(|_, at| at.first().and_then(|&at| key_at(at)).is_none_or(|key| !explained.contains(&key)));
}

/// Whether the next word on some side is in lower case and not English either: a run of another language.
fn in_foreign_words(context: &Context, at: usize) -> bool {
    let foreign = |i: Option<usize>| {
        i.and_then(|i| context.tokens().get(i).map(|token| (i, token))).is_some_and(|(i, token)| {
            let word = context.slice(token.span());
            let id = context.facts.words().get(i).copied().unwrap_or_default();
            // “lontano da”: a small word that is telling of another language.
            let binds = context.knowledge.binding.is_telling(id);
            let unknown = id == WordId::NONE && !context.knowledge.lexicon.is_word(word) && !may_be_slavic(word);
            token.is_word() && token.is_lower() && !token.is_clitic() && (binds || unknown)
        })
    };
    // A foreign name in its own spelling has its later words in lower case.
    let name = at.checked_sub(1).and_then(|i| context.tokens().get(i)).is_some_and(|token| {
        let word = context.slice(token.span());
        token.is_title_case()
            && !context.knowledge.lexicon.is_word(word)
            && !context.knowledge.lexicon.is_word(&word.to_lowercase())
    });
    name || foreign(at.checked_sub(1)) || foreign(Some(at + 1))
}
