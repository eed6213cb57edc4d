//! The surname before the given name, as lists and official papers of Slavic languages have it.
//!
//! In: the mentions of names of a document. Out: a finding on each name in that order, with the English order as the fix.
//! Must not know: how mentions are found.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::is_slavic_surname;
use crate::facts::Needs;
use crate::facts::names::{MentionKind, Names, SpellingId};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::fold_latin;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/surname-first",
    summary: "the surname before the given name",
    why: "the given name stands first in English, so readers take the surname for a given name",
    category: "locale-conventions/name-format",
    severity: Severity::Minor,
    classes: &[
        Class { id: "with-patronymic", what: "surname, given name, and a name formed from the father’s", by_definition: None },
        Class {
            id: "order-stands",
            what: "surname and given name, in the other order elsewhere in the document",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// So many names in this order are a list that has its own order: it is reported once.
const LIST: usize = 4;

/// Surnames of so many letters may be Korean or Chinese ones, before whatever given name.
const SHORT: usize = 4;

/// `names/surname-first`
#[derive(Debug)]
pub(super) struct SurnameFirst;

/// A name in the wrong order: its tokens, and the tokens in the right one.
struct Turned {
    tokens: Range<usize>,
    given: Range<usize>,
    surname: Range<usize>,
    class: &'static str,
}

impl Rule for SurnameFirst {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let turned = find(context);
        for (i, name) in
            turned.iter().enumerate().take(if turned.len() >= LIST && is_list(context, &turned) { 1 } else { turned.len() })
        {
            report_name(context, report, name, if i == 0 { &turned[1..] } else { &[] });
        }
    }
}

fn find(context: &Context) -> Vec<Turned> {
    let names = context.facts.names();
    let right: FxHashSet<(SpellingId, SpellingId)> = names.mentions().iter().filter_map(|m| full(m.kind)).collect();
    let mut found = Vec::new();
    for mention in names.mentions() {
        let MentionKind::Full { given, surname } = mention.kind else { continue };
        let (first, last) = (given.tokens(), surname.tokens());
        if last.start < first.start {
            let end = patronymic_after(context, names, first.end);
            found.push(Turned { tokens: last.start..end, given: first.start..end, surname: last, class: "with-patronymic" });
        } else if names.spelling(surname.spelling).given
            && !names.spelling(given.spelling).given
            && right.contains(&(surname.spelling, given.spelling))
            && is_slavic(context, surname.spelling, given.spelling)
        {
            found.push(Turned { tokens: first.start..last.end, given: last, surname: first, class: "order-stands" });
        }
    }
    found
}

/// Whether a name is Slavic: Hungarian and Korean names have the surname first by right, and given names that sound alike.
fn is_slavic(context: &Context, given: SpellingId, surname: SpellingId) -> bool {
    let names = context.facts.names();
    let source = &context.knowledge.source;
    let mut folded = Vec::new();
    fold_latin(&names.spelling(given).text, &mut folded);
    let text = &*names.spelling(surname).text;
    is_slavic_surname(context, text) || text.len() > SHORT && source.given_names.is_only_slavic(&folded)
}

fn full(kind: MentionKind) -> Option<(SpellingId, SpellingId)> {
    if let MentionKind::Full { given, surname } = kind { Some((given.spelling, surname.spelling)) } else { None }
}

/// The token after the name formed from the father's that begins here, if one does.
fn patronymic_after(context: &Context, names: &Names, at: usize) -> usize {
    let word = names.words_from(at).first().filter(|word| word.start as usize == at);
    let patronymic = word.filter(|word| names.spelling(word.spelling).patronymic);
    patronymic.map_or(at, |word| word.end as usize).min(context.tokens().len())
}

/// Whether most of the names stand in blocks of their own, as in a list.
fn is_list(context: &Context, turned: &[Turned]) -> bool {
    let block = |name: &Turned| context.document.blocks().partition_point(|block| block.tokens().end <= name.tokens.start);
    let blocks: FxHashSet<usize> = turned.iter().map(block).collect();
    let short = |&&number: &&usize| context.document.blocks().get(number).is_some_and(|block| block.tokens().len() <= 12);
    2 * blocks.iter().filter(short).count() > turned.len()
}

fn report_name(context: &Context, report: &mut Reporter, name: &Turned, others: &[Turned]) {
    let Some(span) = context.document.span_of(name.tokens.clone()) else { return };
    let seen = context.slice(span);
    let right = format!("{} {}", context.words(name.given.clone()), context.words(name.surname.clone()));
    let message = format!("“{seen}” has the surname first. Write “{right}”.");
    let mut draft = report.at(span, name.class, message).fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)]);
    if others.len() + 1 >= LIST {
        for other in others.iter().filter_map(|other| context.document.span_of(other.tokens.clone())) {
            draft = draft.also(other, format!("“{}” here", context.slice(other)));
        }
    }
    draft.done();
}
