//! The Slavic comma before “that”: `We know, that the talks failed.`
//!
//! In: commas before “that”. Out: a finding where the word before the comma takes a clause with “that”.
//! Must not know: any other comma.

use std::ops::Range;

use crate::document::{Document, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/comma-before-that",
    summary: "a comma between a verb or adjective and its clause with “that”",
    why: "the comma is a rule of Slavic grammar; in English it cuts the verb off from what is said or known",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[Class {
        id: "clause",
        what: "a verb with its subject (“we know”), an adjective (“is sure”) or an impersonal phrase (“it became known”) before the comma",
        by_definition: None,
    }],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Most tokens of an impersonal phrase before its comma.
const LONGEST_IMPERSONAL: usize = 10;
/// Tokens between a form of “be” and its adjective, and the adjective itself.
const NEAR: usize = 4;
/// Tokens after “that” within which a second comma makes a parenthesis of it.
const PARENTHESIS: usize = 4;
/// Words to one semicolon at which a text has the commas of an older time.
const OLD_STYLE: usize = 100;
/// Fewest semicolons of such a text.
const FEWEST_SEMICOLONS: usize = 8;

/// `punctuation/comma-before-that`
#[derive(Debug)]
pub(super) struct CommaBeforeThat;

impl Rule for CommaBeforeThat {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut old = None;
        for comma in context.document.marks() {
            let token = &context.tokens()[comma];
            if !token.is_mark(',') || !context.is(comma + 1, WordClass::That) || token.space_before() {
                continue;
            }
            if !takes_clause(context, comma) {
                continue;
            }
            if context.is_verbatim(token.span()) || *old.get_or_insert_with(|| is_old(context.document)) {
                continue;
            }
            let before = context.word(comma - 1);
            let span = token.span();
            report
                .at(span, "clause", format!("A comma stands between “{before}” and its clause with “that”. Take it out."))
                .fix("Take the comma out", Safety::Safe, &[(span, "")])
                .done();
        }
    }
}

/// Whether a text has a semicolon in every few lines, as books of older times have; they have such commas as well.
fn is_old(document: &Document) -> bool {
    let semicolons = document.marks().filter(|&at| document.tokens()[at].is_mark(';')).count();
    semicolons >= FEWEST_SEMICOLONS && semicolons * OLD_STYLE >= document.word_count()
}

/// Whether the words before a comma take the clause after it.
fn takes_clause(context: &Context, comma: usize) -> bool {
    let tokens = context.tokens();
    let Some(trigger) = comma.checked_sub(1).filter(|&at| tokens[at].is_lower()) else { return false };
    let sentences = context.document.sentences();
    let Some(sentence) = sentences.get(context.document.sentence_of(comma)).map(|s| s.tokens()) else { return false };
    // “It is agreed and understood, that” is how contracts are written.
    if trigger > sentence.start && context.is(trigger - 1, WordClass::Coordinator) {
        return false;
    }
    if !opens_clause(context, comma + 2, sentence.end) || is_subject(context, comma + 1) {
        return false;
    }
    let pause = (sentence.start..comma).rev().find(|&at| tokens[at].mark().is_some_and(|m| !matches!(m, '-' | '’' | '\'')));
    let segment = pause.map_or(sentence.start, |at| at + 1)..comma;
    let capital = tokens.get(segment.start).is_some_and(|t| t.is_capitalized());
    let quoted = capital && pause.is_some_and(|at| tokens[at].opens_quotation());
    let whole = quoted || pause.is_none() || pause == Some(sentence.start);
    // “so quickly, that” in old prose; “a fear that all is lost, that nobody comes” in a row of clauses.
    // “You know, that reminds me”: the speaker turns to somebody.
    if segment.len() == 2 && context.is(segment.start, WordClass::Addressed) {
        return false;
    }
    if segment.clone().any(|at| context.is(at, WordClass::Degree) || context.is(at, WordClass::That)) {
        return false;
    }
    if is_impersonal(context, &segment) {
        return whole;
    }
    let adjective = context.is(trigger, WordClass::Certain) && is_predicate(context, &segment);
    let told = context.is(trigger, WordClass::Pronoun) && segment.len() > 2 && context.is(trigger - 1, WordClass::Telling);
    let head = segment.start..if told { trigger } else { comma };
    let knows = context.is(trigger, WordClass::Knowing) || context.is(trigger, WordClass::Reporting);
    adjective || (told || knows) && has_subject(context, &head, whole)
}

/// Whether a clause begins after “that”: a word that is no verb, and no comma close by.
fn opens_clause(context: &Context, at: usize, end: usize) -> bool {
    let tokens = context.tokens();
    let verbs = [WordClass::Auxiliary, WordClass::FiniteVerb, WordClass::Speech, WordClass::Genitive];
    let word = at < end && tokens.get(at).is_some_and(|t| t.is_wordlike());
    let near = at..end.min(at + PARENTHESIS);
    // “that he slept.” has a subject with its verb; “that one time.” may be no clause.
    let person = context.is(at, WordClass::Pronoun) && tokens.get(at + 1).is_some_and(Token::is_word);
    let opens = [WordClass::Article, WordClass::Possessive].into_iter().any(|class| context.is(at, class));
    let noun = opens || tokens.get(at).is_some_and(Token::is_capitalized) || context.word(at).ends_with('s');
    let whole = person || noun && near.clone().skip(1).any(|at| context.is(at, WordClass::Auxiliary));
    // “that the road, built in March, would …” is no parenthesis.
    let closes = |t: &Token| {
        !opens && matches!(t.mark(), Some(',' | ')' | '–' | '—')) || !whole && matches!(t.mark(), Some('.' | ';' | ':'))
    };
    let parenthesis = tokens.get(near).unwrap_or_default().iter().any(closes);
    word && !parenthesis && !verbs.into_iter().any(|class| context.is(at, class))
}

/// Whether “that” is a pronoun with its verb: a form in -s or -ed with its object after it.
fn is_subject(context: &Context, that: usize) -> bool {
    let verb = context.word(that + 1);
    let objects = [WordClass::Pronoun, WordClass::Article, WordClass::Possessive, WordClass::That, WordClass::Infinitive];
    let form = verb.ends_with("ed") || verb.ends_with('s') && !verb.ends_with("ss");
    let lower = context.tokens().get(that + 1).is_some_and(|t| t.is_lower());
    lower && form && objects.into_iter().any(|class| context.is(that + 2, class))
}

/// Whether the phrase begins with the pronoun for a clause to come, and has a word that takes the clause.
fn is_impersonal(context: &Context, segment: &Range<usize>) -> bool {
    segment.len() <= LONGEST_IMPERSONAL
        && context.is(segment.start, WordClass::Dummy)
        && segment.clone().any(|at| context.is(at, WordClass::Impersonal))
        && !segment.clone().any(|at| context.is(at, WordClass::Personal))
}

/// Whether the adjective before the comma is said of somebody: a form of “be” stands close before it.
fn is_predicate(context: &Context, segment: &Range<usize>) -> bool {
    let near = segment.start.max(segment.end.saturating_sub(NEAR))..segment.end;
    let Some(copula) = near.clone().find(|&at| context.is(at, WordClass::Auxiliary)) else { return false };
    let other = [WordClass::Article, WordClass::Coordinator];
    let infinitive = copula > segment.start && context.is(copula - 1, WordClass::Preposition);
    !infinitive && !(copula..segment.end).any(|at| other.into_iter().any(|class| context.is(at, class)))
}

/// Whether the verb before the comma has its subject before it, in a main clause. After another comma it must stand
/// alone, as after an apposition; a subject with its verb between commas is a parenthesis (“that, he knows, that …”).
fn has_subject(context: &Context, segment: &Range<usize>, whole: bool) -> bool {
    if !whole {
        let pause = segment.start.checked_sub(1).and_then(|at| context.tokens().get(at));
        return segment.len() == 1 && pause.is_some_and(|t| t.is_mark(','));
    }
    let before = segment.end.saturating_sub(2);
    let bad = [WordClass::Preposition, WordClass::Article, WordClass::Narrowing, WordClass::Possessive];
    segment.len() >= 2
        && !context.is(segment.start, WordClass::Narrowing)
        && !bad.into_iter().any(|class| context.is(before, class))
}
