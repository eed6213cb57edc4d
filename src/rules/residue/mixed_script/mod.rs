//! One word of Latin and Cyrillic (or Greek) letters; a Cyrillic letter in a dimension or after a degree sign.
//!
//! In: the words with letters that are not Latin. Out: the Latin letters that they look like.
//! Must not know: acronyms, but for their places: a rule of its own reads them.

use super::shown;
use crate::document::{RegionKind, Span, Token, TokenKind};
use crate::facts::Needs;
use crate::facts::characters::Script;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/mixed-script",
    summary: "one word of Latin letters and of Cyrillic or Greek ones",
    why: "the word looks right and is unknown to a search, a spellchecker and a screen reader",
    category: "linguistic-conventions/character-encoding",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "look-alike",
            what: "a Latin word with letters of another script that look like Latin ones",
            by_definition: Some("no language writes a word in two alphabets; signs of sciences are told apart"),
        },
        Class {
            id: "mixed",
            what: "a word of Latin and Cyrillic letters, some of which look like none of the other script",
            by_definition: Some("no language writes a word in two alphabets"),
        },
        Class {
            id: "sign",
            what: "a Cyrillic letter between two numbers, or after a degree sign",
            by_definition: Some("the multiplication sign and the sign of degrees are written with Latin letters in English"),
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::CHARACTERS.and(Needs::ACRONYMS),
    hint: false,
    page: include_str!("rule.md"),
};

/// `residue/mixed-script`
#[derive(Debug)]
pub(super) struct MixedScript;

impl Rule for MixedScript {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for &at in context.facts.characters().foreign() {
            let Some(token) = context.tokens().get(at) else { continue };
            let span = token.span();
            if [RegionKind::Code, RegionKind::Link].into_iter().any(|kind| context.document.inside(span, kind)) {
                continue;
            }
            let word = context.slice(span);
            if word.chars().any(|c| Script::of(c) == Some(Script::Latin)) {
                if !among_foreign(context, at) {
                    report_word(context, report, at, span, word);
                }
            } else {
                report_article(context, report, at, span, word);
                report_degree(context, report, at, span, word);
                report_dimension(context, report, at, span, word);
            }
        }
    }
}

/// Whether the next word on some side has no Latin letter: in a text of another script the Latin letter is the stranger.
fn among_foreign(context: &Context, at: usize) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| context.tokens().get(at)).filter(|t| t.is_word());
    let foreign = |at: Option<usize>| {
        word(at).is_some_and(|t| {
            let mut scripts = context.slice(t.span()).chars().filter_map(Script::of).peekable();
            scripts.peek().is_some() && scripts.all(|script| script != Script::Latin)
        })
    };
    // A mark may stand between.
    let beyond = |near: Option<usize>, far: Option<usize>| foreign(near) || word(near).is_none() && foreign(far);
    beyond(at.checked_sub(1), at.checked_sub(2)) || beyond(Some(at + 1), Some(at + 2))
}

/// The article typed as a Cyrillic letter: alone, before an English word in lower case, where nobody speaks of letters.
fn report_article(context: &Context, report: &mut Reporter, at: usize, span: Span, word: &str) {
    let right = word.chars().next().and_then(|c| context.knowledge.source.looks.latin(c)).map(String::from);
    let Some(right) = right.filter(|_| word.chars().count() == 1) else { return };
    let article = context.knowledge.vocabulary.classes(context.knowledge.vocabulary.id(&right)).has(WordClass::Article);
    let english = |t: &Token| t.is_word() && t.space_before() && !t.break_before() && context.slice(t.span()).is_ascii();
    let before = at.checked_sub(1).and_then(|at| context.tokens().get(at)).is_none_or(|t| t.is_word());
    let after =
        context.tokens().get(at + 1).is_some_and(|t| english(t) && t.is_lower() && !context.is(at + 1, WordClass::Function));
    let run = at..at + 1;
    let spoken_of = [WordClass::AboutWords, WordClass::AboutLetters].iter().any(|&class| shown::near(context, &run, class, NEAR));
    if article && before && after && !spoken_of && !among_foreign(context, at) {
        tell_look(report, span, word, &right, Script::Cyrillic);
    }
}

/// How near a word about words stands, in tokens.
const NEAR: usize = 6;

/// A word of two scripts.
fn report_word(context: &Context, report: &mut Reporter, at: usize, span: Span, word: &str) {
    let count = |script: Script| word.chars().filter(|&c| Script::of(c) == Some(script)).count();
    let (latin, cyrillic, greek) = (count(Script::Latin), count(Script::Cyrillic), count(Script::Greek));
    let looks = &context.knowledge.source.looks;
    let read = |c: char| if matches!(Script::of(c), Some(Script::Latin) | None) { Some(c) } else { looks.latin(c) };
    let right: Option<String> = word.chars().map(read).collect();
    let right = right.filter(|_| latin >= cyrillic + greek && !word.contains(|c: char| c.is_ascii_digit()));
    let lexicon = &context.knowledge.lexicon;
    match (cyrillic, greek) {
        (0, 0) => {}
        // Greek letters are signs in many words ("kΩ", "TNFα"): only an English word can be misspelt with one.
        (0, _) => {
            let known = |r: &String| lexicon.is_word(r) || lexicon.is_word(&r.to_lowercase());
            if let Some(right) = right.filter(|r| is_within_letters(word, |rest| lexicon.is_word(rest)) && known(r)) {
                tell_look(report, span, word, &right, Script::Greek);
            }
        }
        _ if is_acronym(context, at) => {}
        _ => match right {
            Some(right) => tell_look(report, span, word, &right, Script::Cyrillic),
            None => {
                let message = format!("“{word}” has Latin and Cyrillic letters. Write it in Latin letters.");
                report.at(span, "mixed", message).done();
            }
        },
    }
}

/// Letters of the shortest word in which a Greek letter is no sign.
const SHORTEST: usize = 4;

/// Whether each Greek letter of a word stands between Latin letters in lower case, as in “markεt”. At the edge of a word it is
/// a sign of science: “κB”, “Hα”, “ρin”; but omicron is none, and one may begin a word of which the rest is none.
fn is_within_letters(word: &str, known: impl Fn(&str) -> bool) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let lower = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_lowercase());
    let plain = |(at, &c): (usize, &char)| {
        let rest = || word.get(c.len_utf8()..).is_some_and(|rest| !known(rest));
        let edge = matches!(c, 'ο' | 'Ο') || at == 0 && (c.is_uppercase() || rest());
        Script::of(c) != Some(Script::Greek) || (edge || lower(at.checked_sub(1))) && (lower(Some(at + 1)) || c == 'ο')
    };
    chars.len() >= SHORTEST && chars.iter().enumerate().all(plain)
}

fn tell_look(report: &mut Reporter, span: Span, word: &str, right: &str, script: Script) {
    let odd: Vec<String> = word.chars().filter(|&c| Script::of(c) == Some(script)).map(|c| format!("“{c}”")).collect();
    let (verb, letters) = if odd.len() == 1 { ("is a", "letter") } else { ("are", "letters") };
    let message =
        format!("In “{word}”, {} {verb} {} {letters}. Write “{right}” in Latin letters.", odd.join(", "), script.name());
    report
        .at(span, "look-alike", message)
        .fix(format!("Write “{right}” in Latin letters"), Safety::Safe, &[(span, right)])
        .done();
}

/// Whether the word is an acronym of two alphabets, which the rules of acronyms read.
fn is_acronym(context: &Context, at: usize) -> bool {
    let mentions = context.facts.acronyms().mentions();
    let Some(span) = context.tokens().get(at).map(Token::span) else { return false };
    let place = mentions.partition_point(|m| m.span.end() <= span.start());
    let mentioned = mentions.get(place).is_some_and(|m| m.span.touches(span));
    let tables = &context.knowledge.acronyms;
    let word = context.slice(span);
    let of_source = || tables.looks().cyrillic_of(word).is_some_and(|cyrillic| tables.of_source(&cyrillic).next().is_some());
    mentioned && (tables.looks().of_word(word).is_some() || of_source())
}

/// “20 °С” with a Cyrillic Es.
fn report_degree(context: &Context, report: &mut Reporter, at: usize, span: Span, word: &str) {
    let sign = at.checked_sub(1).and_then(|before| context.tokens().get(before)).filter(|t| t.is_mark('°') || t.is_mark('º'));
    let (Some(sign), "С") = (sign, word) else { return };
    if sign.span().end() != span.start() {
        return;
    }
    report
        .at(sign.span().cover(span), "sign", "The “С” after the degree sign is a Cyrillic letter. Write a Latin “C”.")
        .fix("Write a Latin “C”", Safety::Safe, &[(span, "C")])
        .done();
}

/// Longer words, in bytes, are no dimensions of a thing.
const LONGEST_SIZE: usize = 32;

/// “105х195” with Cyrillic letters for the multiplication sign, in one word or in three.
fn report_dimension(context: &Context, report: &mut Reporter, at: usize, span: Span, word: &str) {
    let number = |at: Option<usize>| at.and_then(|at| context.tokens().get(at)).is_some_and(|t| t.kind() == TokenKind::Number);
    if word.len() > LONGEST_SIZE || word.chars().any(|c| !c.is_ascii_digit() && !matches!(c, ',' | '.' | 'х' | 'Х')) {
        return;
    }
    for (place, letter) in word.char_indices().filter(|(_, c)| !c.is_ascii()) {
        let end = place + letter.len_utf8();
        let before = if place == 0 { number(at.checked_sub(1)) } else { digit_at(word, place - 1) };
        let after = if end == word.len() { number(Some(at + 1)) } else { digit_at(word, end) };
        let Some(place) = context.document.text().span(span.start() + place..span.start() + end) else { continue };
        if before && after {
            report
                .at(place, "sign", format!("The “{letter}” between the two numbers is a Cyrillic letter. Write a Latin “x”."))
                .fix("Write a Latin “x”", Safety::Safe, &[(place, "x")])
                .done();
        }
    }
}

fn digit_at(word: &str, at: usize) -> bool {
    word.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}
