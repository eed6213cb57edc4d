//! What many documents say together: a name that most of them spell one way and this one another.
//!
//! Who is who is settled within each document; only those who are named in full are held against each other, and words
//! that are nobody's name in any document.

use super::scheme::follows;
use super::{Role, Settled, in_case_of, word_of};
use crate::concordance::{Bearer, CorpusForm, Counted, Name, Variant, loose_words};
use crate::document::{RegionKind, Span};
use crate::facts::names::{SourceForm, Verdict, Word, compare};
use crate::finding::counted;
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

pub(super) fn check(context: &Context, report: &mut Reporter, settled: &mut Settled) {
    if context.corpus.is_none() {
        return;
    }
    for bearer in context.names.bearers() {
        let Some(name) = known(context, bearer) else { continue };
        for role in [Role::Given, Role::Surname] {
            check_part(context, report, settled, bearer, name, role);
        }
    }
    check_words(context, report, settled);
}

/// The bearer as all documents know it.
fn known<'a>(context: &Context<'a>, bearer: &Bearer) -> Option<&'a Name> {
    let corpus = context.corpus?;
    let mut forms = bearer.givens.iter().flat_map(|given| bearer.surnames.iter().map(move |surname| (given, surname)));
    forms.find_map(|(given, surname)| {
        corpus.name(&CorpusForm::Person { given: given.text.clone(), surname: surname.text.clone() })
    })
}

fn check_part(context: &Context, report: &mut Reporter, settled: &mut Settled, bearer: &Bearer, name: &Name, role: Role) {
    let (variants, counted) = if role == Role::Given { (&bearer.givens, &name.givens) } else { (&bearer.surnames, &name.lasts) };
    let words = |variant: &Variant| variant.places.iter().filter_map(|place| word_of(context, *place, role)).collect::<Vec<_>>();
    if counted.len() < 2 || variants.iter().flat_map(words).any(|word| settled.has(&word)) {
        return;
    }
    let own: Vec<(&str, Vec<Word>)> = variants.iter().map(|variant| (&*variant.text, words(variant))).collect();
    check_spellings(context, report, settled, &own, counted, "across-documents");
}

/// Places and things.
fn check_words(context: &Context, report: &mut Reporter, settled: &mut Settled) {
    for words in loose_words(context.document, context.names) {
        let Some(first) = words.first() else { continue };
        let text = &context.facts.names().spelling(first.spelling).text;
        let name = context.corpus.and_then(|corpus| corpus.name(&CorpusForm::Word(text.clone())));
        if let Some(name) = name.filter(|name| name.lasts.len() > 1 && name.givens.is_empty())
            && !words.iter().any(|word| settled.has(word))
        {
            check_spellings(context, report, settled, &[(text, words)], &name.lasts, "across-words");
        }
    }
}

/// Reports the spellings of this document that the others do not use, unless this document itself mostly does as they do:
/// then it is a matter of the document.
fn check_spellings(
    context: &Context,
    report: &mut Reporter,
    settled: &mut Settled,
    own: &[(&str, Vec<Word>)],
    counted: &[Counted],
    class: &'static str,
) {
    let most = own.iter().map(|(_, words)| words.len()).max().unwrap_or(0);
    for (text, words) in own {
        let Some(mine) = counted.iter().find(|counted| *counted.text == **text) else { continue };
        let Some((usual, source)) = preferred(context, mine, counted) else { continue };
        let models = own.iter().find(|(text, _)| **text == *usual.text).map_or(0, |(_, words)| words.len());
        if models == most && own.iter().filter(|(_, words)| words.len() == most).count() == 1 {
            continue;
        }
        // What this document itself has is no evidence against it.
        let places = usual.places.saturating_sub(models as u64);
        let documents = usual.documents.saturating_sub(u32::from(models == most));
        if documents == 0 {
            continue;
        }
        let of_right = own.iter().filter(|(text, _)| **text == *usual.text).flat_map(|(_, words)| words);
        words.iter().chain(of_right).for_each(|word| settled.add(*word));
        let spans = words.iter().filter_map(|word| context.document.span_of(word.tokens()));
        let spans: Vec<Span> = spans.filter(|span| !context.document.inside(*span, RegionKind::Code)).collect();
        let deviation = Deviation { text, right: &usual.text, source, places, documents, class };
        deviation.report(context, report, &spans);
    }
}

/// The spelling to be used instead of one: that of most documents.
fn preferred<'a>(context: &Context, mine: &Counted, counted: &'a [Counted]) -> Option<(&'a Counted, SourceForm)> {
    counted.iter().filter(|other| other.text != mine.text).find_map(|other| {
        let found = compare(&mine.text, &other.text, context.knowledge);
        let source = found.source.filter(|_| found.verdict == Verdict::Same)?;
        // What follows the scheme of the house stays, whatever others write.
        let kept = follows(context, &mine.text, &source) == Some(true) && follows(context, &other.text, &source) == Some(false);
        let is_better = !kept && other.weight() > mine.weight() && other.documents > 0;
        is_better.then_some((other, source))
    })
}

/// A spelling of this document, and the right one in the others.
struct Deviation<'a> {
    text: &'a str,
    right: &'a str,
    source: SourceForm,
    places: u64,
    documents: u32,
    class: &'static str,
}

impl Deviation<'_> {
    fn report(&self, context: &Context, report: &mut Reporter, spans: &[Span]) {
        let places = counted(self.places as usize, "place", "places");
        let documents = counted(self.documents as usize, "other document", "other documents");
        let (usual, form) = (self.right, &self.source.form);
        let count = format!("“{}” {} here, “{usual}” {} in {documents}", self.text, spans.len(), self.places);
        for &span in spans {
            let seen = context.slice(span);
            let right = in_case_of(seen, self.text, usual);
            let message = format!("“{seen}” here, “{usual}” in {places} of {documents}; both romanise {form}. Write “{right}”.");
            report
                .at(span, self.class, message)
                .evidence("count", count.as_str(), None)
                .evidence("source-form", &**form, Some(self.source.language.romanization_table()))
                .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
                .group(format!("names:{form}"))
                .done();
        }
    }
}
