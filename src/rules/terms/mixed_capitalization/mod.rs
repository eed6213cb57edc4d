//! Proper terms of several words that lose their capitals in some places: “the Union State” and “the union state”.
//!
//! In: the tokens of a document and the table of proper terms. Out: the places in lower case, with the capitals of the
//! other places.
//! Must not know: single words, whose capitals depend on too much; headings as models, which have capitals of their own.

mod models;
mod uses;

use models::{Model, Models};
use rustc_hash::FxHashMap;
use uses::{Form, Use};

use crate::facts::Needs;
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "terms/mixed-capitalization",
    summary: "a proper term of several words with and without its capitals",
    why: "a name that is written in two ways looks like two things, and a reader cannot tell whether the second is the same body",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "named-noun",
            what: "the first word keeps its capital and the nouns after it lose theirs",
            by_definition: None,
        },
        Class { id: "majority", what: "a term in lower case that has capitals in most places", by_definition: None },
        Class { id: "known-term", what: "a term in lower case that is proper in every text", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `terms/mixed-capitalization`
#[derive(Debug)]
pub(super) struct MixedCapitalization;

impl Rule for MixedCapitalization {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut models = Models::collect(context);
        let uses = uses::find(context, &mut models);
        let mut lowered: FxHashMap<u64, usize> = FxHashMap::default();
        for found in &uses {
            *lowered.entry(found.key).or_insert(0) += 1;
        }
        let mut end = 0;
        for found in &uses {
            let Some(model) = models.get(found.key).filter(|_| found.tokens.start >= end) else { continue };
            let count = lowered.get(&found.key).copied().unwrap_or(1);
            if let Some((class, safety)) = judge(model, found, count) {
                report_use(context, report, model, found, class, safety);
                end = found.tokens.end;
            }
        }
    }
}

/// The evidence class of a use in lower case, one of `count`; `None` where the capitals are not the rule.
fn judge(model: &Model, found: &Use, count: usize) -> Option<(&'static str, Safety)> {
    let majority = model.capitals >= 2 && model.capitals >= 2 * count;
    let known = model.row.is_some();
    match found.form {
        Form::Named { .. } if majority => Some(("named-noun", Safety::Safe)),
        Form::Named { place: true } if model.capitals >= count => Some(("named-noun", Safety::Unsafe)),
        Form::Lower if majority || (known && model.capitals >= count) => Some(("majority", Safety::Unsafe)),
        _ if known && model.capitals == 0 => Some(("known-term", Safety::Unsafe)),
        _ => None,
    }
}

fn report_use(context: &Context, report: &mut Reporter, model: &Model, found: &Use, class: &'static str, safety: Safety) {
    let Some(span) = context.document.span_of(found.tokens.clone()) else { return };
    let (seen, right) = (context.slice(span), found.written(context, model));
    let message = match model.capitals {
        0 => format!("“{seen}” here; the term is a name in every text. Write “{right}”."),
        n => format!("“{seen}” here, “{right}” in {}. Write “{right}”.", counted(n, "other place", "other places")),
    };
    let mut draft = report.at(span, class, message).evidence("count", format!("“{right}” {}", model.capitals), None);
    if let Some(row) = model.row {
        draft = draft.row(row).evidence("table", row, Some("target/english/proper-terms"));
    }
    if let Some(other) = model.first.clone().and_then(|tokens| context.document.span_of(tokens)) {
        draft = draft.compare(other, format!("“{}” here", context.slice(other)));
    }
    draft.group(format!("terms:{}", right.to_lowercase())).fix(format!("Write “{right}”"), safety, &[(span, &right)]).done();
}
