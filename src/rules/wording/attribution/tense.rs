//! Attributions in the present (“…,” asks the mayor) in a text that sets the others in the past.
//!
//! In: the quotations of a document and the verbs of attribution. Out: a finding for each present one.
//! Must not know: which verbs there are.

use std::ops::Range;

use crate::document::{BlockKind, MarkRole, RegionKind};
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::PresentSpeech;
use crate::rules::{Class, Context, Reporter};

/// The evidence class.
pub(super) const CLASS: Class = Class {
    id: "tense",
    what: "an attribution in the present, in a text that has at least three in the past, and several for each in the present",
    by_definition: None,
};

/// So many attributions in the past make the present one the odd one out.
const LEAST_PAST: usize = 3;

/// Longest subject before its verb, in tokens ("the head of the council asks").
const LONGEST_SUBJECT: usize = 6;

/// How far behind a verb its subject is looked at, in tokens.
const SUBJECT_BEHIND: usize = 4;

/// Reports the attributions in the present, where they are few.
pub(super) fn report(context: &Context, report: &mut Reporter) {
    let found = after_quotations(context);
    if found.is_empty() {
        return;
    }
    let past = (0..context.tokens().len()).filter(|&at| tells_in_the_past(context, at)).count();
    let present = found.len() + (0..context.tokens().len()).filter(|&at| tells_in_the_present(context, at, &found)).count();
    let for_each = found.iter().filter_map(|&at| present_at(context, at)).map(|verb| verb.for_each).max().unwrap_or_default();
    if past < LEAST_PAST || past < for_each * present {
        return;
    }
    for verb in found {
        let (Some(span), Some(verb)) = (context.document.span_of(verb..verb + 1), present_at(context, verb)) else { continue };
        let (seen, past_form) = (context.slice(span), verb.past);
        let message = format!(
            "“{seen}” attributes speech in the present; {past} attributions in this text are in the past. Write “{past_form}”."
        );
        report
            .at(span, CLASS.id, message)
            .group("tense")
            .fix(format!("Write “{past_form}”"), Safety::Unsafe, &[(span, past_form)])
            .done();
    }
}

/// The verbs in the present that attribute a quotation before them, in order; one that was never opened is a quotation too.
fn after_quotations(context: &Context) -> Vec<usize> {
    let quotations = context.document.quotations();
    let closed = quotations.pairs().iter().filter(|quotation| quotation.depth == 0).filter_map(|quotation| quotation.close);
    let lone = quotations.lone().iter().filter(|mark| mark.role == MarkRole::Closing).map(|mark| mark.token);
    let mut verbs: Vec<usize> = closed.chain(lone).filter_map(|close| attribution(context, close)).collect();
    verbs.sort_unstable();
    verbs.dedup();
    verbs
}

/// The verb in the present that attributes the quotation closed by a mark.
fn attribution(context: &Context, close: usize) -> Option<usize> {
    let tokens = context.tokens();
    let block = &context.document.blocks()[context.document.block_of(close)];
    if block.kind() != BlockKind::Paragraph {
        return None;
    }
    let last = tokens.get(close.checked_sub(1)?)?.mark();
    let links = tokens.get(close + 1..)?.iter().take_while(|t| t.is_mark(',') || t.is_dash()).count();
    // A quotation that ends with a full stop is followed by a sentence of its own.
    if links == 0 && !matches!(last, Some(',' | '?' | '!' | '…')) {
        return None;
    }
    let start = close + 1 + links;
    let end = block.tokens().end;
    let first = tokens.get(start).filter(|t| start < end && t.is_word())?;
    if first.is_lower() && present_at(context, start).is_some() {
        return (opens_subject(context, start + 1) && !bears_words(context, start + 1..start + 1 + SUBJECT_BEHIND))
            .then_some(start);
    }
    // After “?” a capital begins a sentence, unless it is that of a name before the verb.
    let sentence = links == 0 && last != Some(',') && first.is_capitalized() && context.is(start, WordClass::Starter);
    if sentence || !opens_subject(context, start) {
        return None;
    }
    let in_subject = |&at: &usize| tokens.get(at).is_some_and(|t| t.is_word()) && !context.is(at, WordClass::Auxiliary);
    let words = (start + 1..end.min(start + LONGEST_SUBJECT)).take_while(in_subject);
    let verb = words.into_iter().find(|&at| present_at(context, at).is_some() || is_past(context, at))?;
    (present_at(context, verb).is_some() && ends_attribution(context, verb) && !bears_words(context, start..verb)).then_some(verb)
}

/// Whether the clause of an attribution ends behind its verb, or goes on with a preposition or an adverb.
fn ends_attribution(context: &Context, verb: usize) -> bool {
    let Some(next) = context.tokens().get(verb + 1) else { return true };
    let adverb = next.is_lower() && context.slice(next.span()).ends_with("ly");
    !next.is_word() || adverb || context.is(verb + 1, WordClass::Preposition) || context.is(verb + 1, WordClass::Pronoun)
}

/// Whether the subject is one of several ("the one on the left", "the next"), so that no speaker is named.
fn stands_for_another(context: &Context, at: usize) -> bool {
    let alone = context.is(at + 1, WordClass::Limiting) && !context.tokens().get(at + 2).is_some_and(|t| t.is_word());
    context.is(at, WordClass::Article) && (alone || context.is(at + 1, WordClass::Function))
}

/// Whether a subject may begin here: a name, an article, a possessive, a pronoun.
fn opens_subject(context: &Context, at: usize) -> bool {
    let word = context.tokens().get(at).is_some_and(|t| t.is_word());
    let named = context.tokens().get(at).is_some_and(|t| t.is_capitalized());
    let classes = [WordClass::Article, WordClass::Possessive, WordClass::Pronoun, WordClass::Title];
    word && !stands_for_another(context, at) && (named || classes.into_iter().any(|class| context.is(at, class)))
}

/// Whether a thing that bears words is named here: what it says stays true.
fn bears_words(context: &Context, tokens: Range<usize>) -> bool {
    let word = |&at: &usize| context.tokens().get(at).is_some_and(|t| t.is_word());
    tokens.take_while(word).any(|at| context.is(at, WordClass::Bearer) || context.is(at, WordClass::TextWork))
}

/// The past form of the verb at a token, where it stands in the present.
fn present_at(context: &Context, at: usize) -> Option<PresentSpeech> {
    context.tokens().get(at).filter(|t| t.is_lower())?;
    context.knowledge.speech_past.of(context.hash(at))
}

fn is_past(context: &Context, at: usize) -> bool {
    context.knowledge.speech_past.is_past(context.hash(at))
}

/// Whether an attribution in the past stands at a token: a past form that is no participle, outside quotations.
fn tells_in_the_past(context: &Context, at: usize) -> bool {
    let no_verb = [WordClass::Auxiliary, WordClass::Article, WordClass::Preposition, WordClass::Possessive];
    let before = |at: usize| no_verb.into_iter().any(|class| context.is(at, class));
    is_past(context, at) && !at.checked_sub(1).is_some_and(before) && in_running_text(context, at)
}

/// Whether another attribution in the present stands at a token: a name or a pronoun before a verb, outside quotations.
fn tells_in_the_present(context: &Context, at: usize, known: &[usize]) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| present_at(context, at).is_some() && known.binary_search(&at).is_err())
    else {
        return false;
    };
    let subject =
        context.is(before, WordClass::Pronoun) || context.tokens().get(before).is_some_and(|t| t.is_word() && t.is_capitalized());
    subject && in_running_text(context, at)
}

/// Whether a token stands in a paragraph, outside quotations.
fn in_running_text(context: &Context, at: usize) -> bool {
    let block = &context.document.blocks()[context.document.block_of(at)];
    let quoted = context.document.span_of(at..at + 1).is_some_and(|span| context.document.inside(span, RegionKind::Quotation));
    block.kind() != BlockKind::Heading && !quoted
}
