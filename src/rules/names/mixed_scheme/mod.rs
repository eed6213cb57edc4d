//! Given names of several people, romanised in two schemes.
//!
//! In: the bearers of a document. Out: one hint a document, at the first place of the scheme with fewer places.
//! Must not know: how bearers are told apart.

use std::collections::BTreeMap;

use crate::concordance::Bearer;
use crate::document::Span;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::fold_latin;
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

/// `names/mixed-scheme`
#[derive(Debug)]
pub(super) struct MixedScheme;

/// A given name of the table, by its form.
type Form<'a> = (crate::knowledge::Language, &'a str);

/// A spelling with the places where its bearers are named in full.
#[derive(Default)]
struct Spelling {
    spans: Vec<Span>,
    bearers: usize,
}

impl Rule for MixedScheme {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut forms: BTreeMap<Form, BTreeMap<&str, Spelling>> = BTreeMap::new();
        let mut folded = Vec::new();
        for bearer in context.names.bearers() {
            let Some(given) = bearer.givens.first() else { continue };
            fold_latin(&given.text, &mut folded);
            for name in context.knowledge.source.given_names.of(&folded) {
                let spelling = forms.entry((name.language, name.name)).or_default().entry(&given.text).or_default();
                spelling.spans.extend(spans(context, bearer));
                spelling.bearers += 1;
            }
        }
        let mixed = forms.into_iter().filter(|(_, spellings)| spellings.len() > 1);
        // The name with the most places says it for all.
        let most = mixed.max_by_key(|(form, spellings)| {
            (spellings.values().map(|spelling| spelling.spans.len()).sum::<usize>(), std::cmp::Reverse(form.0))
        });
        if let Some((form, spellings)) = most {
            report_form(context, report, form.1, spellings);
        }
    }
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
    let message = format!("“{rare}” here and “{usual}” for others; both romanise {form}. Choose one scheme for the whole text.");
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
