//! Given names of several people, romanised in two schemes.
//!
//! In: the bearers of a document. Out: one hint a document, at the first place of the scheme with fewer places.
//! Must not know: how bearers are told apart.

use std::collections::BTreeMap;

use super::is_slavic_surname;
use crate::concordance::Bearer;
use crate::document::Span;
use crate::facts::Needs;
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::knowledge::source::fold_latin;
use crate::knowledge::{Language, WordClass, WordId};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/mixed-scheme",
    summary: "the same given name of several people in two romanisations",
    why: "one text should follow one scheme, and readers ask whether the names differ",
    category: "style/inconsistent-style",
    severity: Severity::Neutral,
    classes: &[Class { id: "given-name", what: "two people, one given name, two usual romanisations", by_definition: None }],
    safety: Some(Safety::DisplayOnly),
    languages: &[],
    needs: Needs::NAMES,
    hint: true,
    page: include_str!("rule.md"),
};

/// How many other places are named in a hint.
const SHOWN: usize = 4;
/// How many tokens before a name may tell the nation.
const BEFORE: usize = 6;

/// `names/mixed-scheme`
#[derive(Debug)]
pub(super) struct MixedScheme;

/// A given name of the table, by its form.
type Form<'a> = (Language, &'a str);

/// A spelling with the places where its bearers are named in full.
#[derive(Default)]
struct Spelling {
    spans: Vec<Span>,
    bearers: usize,
    /// What nation stands before each bearer's name, if any.
    nations: Vec<Option<WordId>>,
}

impl Rule for MixedScheme {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut forms: BTreeMap<Form, BTreeMap<&str, Spelling>> = BTreeMap::new();
        let mut folded = Vec::new();
        for bearer in context.names.bearers() {
            let Some(given) = settled(bearer) else { continue };
            fold_latin(given, &mut folded);
            let names = &context.knowledge.source.given_names;
            // Whoever has a name that other languages have too may be from abroad: “Alexander Brandt”.
            if !names.is_only_slavic(&folded)
                && !bearer.surnames.first().is_some_and(|surname| is_slavic_surname(context, &surname.text))
            {
                continue;
            }
            for name in names.of(&folded) {
                let spelling = forms.entry((name.language, name.name)).or_default().entry(given).or_default();
                spelling.spans.extend(spans(context, bearer));
                spelling.bearers += 1;
                spelling.nations.push(nation(context, bearer));
            }
        }
        let mixed = forms.into_iter().filter(|(_, spellings)| is_mixed(spellings));
        // The name with the most places says it for all.
        let most = mixed.max_by_key(|(form, spellings)| {
            (spellings.values().map(|spelling| spelling.spans.len()).sum::<usize>(), std::cmp::Reverse(form.0))
        });
        if let Some((form, spellings)) = most {
            report_form(context, report, form.1, spellings);
        }
    }
}

/// The spelling of a bearer's given name, where most places have it; which of two it is when they are as many is another
/// rule's question.
fn settled(bearer: &Bearer) -> Option<&str> {
    let (given, others) = bearer.givens.split_first()?;
    let tied = others.first().is_some_and(|other| other.places.len() == given.places.len());
    (!tied).then_some(&given.text)
}

/// The word for a people or a country that stands shortly before a bearer's first full name: “the Bulgarian minister …”.
fn nation(context: &Context, bearer: &Bearer) -> Option<WordId> {
    let place = bearer.givens.first()?.places.first()?;
    let start = context.facts.names().mentions().get(place.mention as usize)?.kind.given()?.tokens().start;
    let sentences = context.document.sentences();
    let sentence = sentences.get(sentences.partition_point(|sentence| sentence.tokens().end <= start))?;
    let from = sentence.tokens().start.max(start.saturating_sub(BEFORE));
    let named = |at: &usize| context.is(*at, WordClass::Nationality) || context.is(*at, WordClass::Country);
    let at = (from..start).rev().find(named)?;
    context.facts.words().get(at).copied()
}

/// Whether people who may be of one nation have their name in two spellings.
fn is_mixed(spellings: &BTreeMap<&str, Spelling>) -> bool {
    let known = |spelling: &Spelling| spelling.nations.iter().flatten().copied().collect::<Vec<WordId>>();
    let apart = |a: &Spelling, b: &Spelling| {
        let (left, right) = (known(a), known(b));
        !left.is_empty() && !right.is_empty() && left.iter().all(|nation| !right.contains(nation))
    };
    let all: Vec<&Spelling> = spellings.values().collect();
    all.len() > 1 && all.windows(2).any(|pair| matches!(pair, [a, b] if !apart(a, b)))
}

fn spans<'a>(context: &'a Context, bearer: &'a Bearer) -> impl Iterator<Item = Span> + 'a {
    let places = bearer.givens.iter().take(1).flat_map(|variant| &variant.places);
    places.filter_map(|place| {
        let mention = context.facts.names().mentions().get(place.mention as usize)?;
        context.document.span_of(mention.kind.given()?.tokens())
    })
}

fn report_form(context: &Context, report: &mut Reporter, form: &str, spellings: BTreeMap<&str, Spelling>) {
    let mut spellings: Vec<(&str, Spelling)> = spellings.into_iter().collect();
    spellings.iter_mut().for_each(|(_, spelling)| spelling.spans.sort_unstable());
    spellings.sort_by_key(|(_, spelling)| {
        (std::cmp::Reverse(spelling.bearers), std::cmp::Reverse(spelling.spans.len()), spelling.spans.first().copied())
    });
    let [(usual, model), .., (rare, spelling)] = &spellings[..] else { return };
    let Some(&here) = spelling.spans.first() else { return };
    let bearers = counted(model.bearers, "other person", "other people");
    let message = format!("“{rare}” here, “{usual}” for {bearers}; both romanise {form}. Choose one scheme for the whole text.");
    let edits: Vec<(Span, &str)> = spelling.spans.iter().map(|span| (*span, *usual)).collect();
    let mut draft = report
        .at(here, "given-name", message)
        .evidence("source-form", form, Some("source/given_names"))
        .fix(format!("Write “{usual}”"), Safety::DisplayOnly, &edits)
        .group(format!("scheme:{form}"));
    for &span in model.spans.iter().take(SHOWN) {
        draft = draft.compare(span, format!("“{}” here", context.slice(span)));
    }
    draft.done();
}
