//! Where the house follows a scheme for a language: of two spellings of one bearer, the one that follows it is right.

use super::{Role, Settled, in_case_of, word_of};
use crate::concordance::Variant;
use crate::document::Span;
use crate::facts::names::{SourceForm, Verdict, compare, schemes};
use crate::finding::counted;
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

pub(super) fn check(context: &Context, report: &mut Reporter, settled: &mut Settled) {
    if !context.house.has_schemes() {
        return;
    }
    for bearer in context.names.doubtful_bearers() {
        check_variants(context, report, settled, &bearer.givens, Role::Given);
        check_variants(context, report, settled, &bearer.surnames, Role::Surname);
    }
}

/// Whether a spelling follows the scheme that the house has for the language of its form; `None` where it has none.
pub(super) fn follows(context: &Context, word: &str, source: &SourceForm) -> Option<bool> {
    let wanted = context.house.scheme(source.language)?;
    Some(schemes(word, source, context.knowledge).iter().any(|scheme| scheme.key == Some(wanted)))
}

fn check_variants(context: &Context, report: &mut Reporter, settled: &mut Settled, variants: &[Variant], role: Role) {
    let words = |variant: &Variant| variant.places.iter().filter_map(|place| word_of(context, *place, role)).collect::<Vec<_>>();
    if variants.len() < 2 || variants.iter().flat_map(words).any(|word| settled.has(&word)) {
        return;
    }
    for right in variants {
        for wrong in variants.iter().filter(|wrong| wrong.text != right.text) {
            let found = compare(&wrong.text, &right.text, context.knowledge);
            let (Some(source), Verdict::Same) = (&found.source, found.verdict) else { continue };
            let follows = |variant: &Variant| follows(context, &variant.text, source);
            if (follows(right), follows(wrong)) != (Some(true), Some(false)) {
                continue;
            }
            let spans = |variant| words(variant).iter().filter_map(|word| context.document.span_of(word.tokens())).collect();
            let places = Places { right: &right.text, wrong: &wrong.text, models: spans(right), slips: spans(wrong) };
            places.report(context, report, source);
            words(right).into_iter().chain(words(wrong)).for_each(|word| settled.add(word));
        }
    }
}

struct Places<'a> {
    right: &'a str,
    wrong: &'a str,
    models: Vec<Span>,
    slips: Vec<Span>,
}

impl Places<'_> {
    fn report(&self, context: &Context, report: &mut Reporter, source: &SourceForm) {
        let (form, scheme) = (&source.form, context.house.scheme(source.language).unwrap_or_default());
        for &span in &self.slips {
            let seen = context.slice(span);
            let right = in_case_of(seen, self.wrong, self.right);
            let places = counted(self.models.len(), "other place", "other places");
            let message = format!(
                "“{seen}” here, “{}” in {places}; both romanise {form}, and {scheme}, which the house follows, gives “{}”. Write “{right}”.",
                self.right, self.right
            );
            let mut draft = report
                .at(span, "house-style", message)
                .evidence("scheme", format!("{scheme} for {}", source.language.name()), None)
                .evidence("source-form", &**form, Some(source.language.romanization_table()))
                .fix(format!("Write “{right}”"), Safety::Safe, &[(span, &right)])
                .group(format!("names:{form}"));
            for &model in self.models.iter().take(2) {
                draft = draft.compare(model, format!("“{}” here", context.slice(model)));
            }
            draft.done();
        }
    }
}
