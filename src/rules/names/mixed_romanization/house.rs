//! Names that the house has approved in one spelling: every other spelling of them gives way, whatever the document has
//! more of. A name that the list spells exactly as the text does is right, though another entry may sound like it.

use rustc_hash::FxHashMap;

use super::{Settled, in_case_of, scheme};
use crate::document::{RegionKind, Span};
use crate::facts::names::{MentionKind, SpellingId, Word};
use crate::fix::Safety;
use crate::house::{Entry, Fit};
use crate::rules::{Context, Reporter};

pub(super) fn check(context: &Context, report: &mut Reporter, settled: &mut Settled) {
    if !context.house.has_no_names() {
        let mut work = Work { context, lasts: FxHashMap::default(), fulls: FxHashMap::default(), others: FxHashMap::default() };
        work.full_names(report, settled);
        work.short_names(report, settled);
        work.words(report, settled);
    }
    scheme::check(context, report, settled);
}

/// A word, the word that the house approves for it, and how they fit.
struct Part<'a> {
    word: Word,
    right: &'a str,
    fit: Fit,
}

/// How a spelling fits the last words of the names on the list.
type Fits<'a> = Vec<(&'a Entry, Fit)>;
/// Of a full name, how its given name and its surname fit the name it is.
type Full<'a> = Option<(&'a Entry, Fit, Fit)>;

struct Work<'a> {
    context: &'a Context<'a>,
    /// By spelling, so that each is held against the list once.
    lasts: FxHashMap<SpellingId, Fits<'a>>,
    fulls: FxHashMap<(SpellingId, SpellingId), Full<'a>>,
    /// Whether a surname is that of somebody who is not on the list.
    others: FxHashMap<SpellingId, bool>,
}

impl<'a> Work<'a> {
    fn text(&self, id: SpellingId) -> &'a str {
        &self.context.facts.names().spelling(id).text
    }

    /// The names on the list whose last word the spelling may be.
    fn lasts(&mut self, id: SpellingId) -> &Fits<'a> {
        let context = self.context;
        self.lasts.entry(id).or_insert_with(|| {
            let spelling = context.facts.names().spelling(id);
            let entries = context.house.candidates(&spelling.keys).into_iter();
            entries.filter_map(|entry| Some((entry, entry.fit_last(&spelling.text, context.knowledge)?))).collect()
        })
    }

    /// The name on the list that a full name is: one that is spelt exactly so before any other.
    fn full(&mut self, given: SpellingId, last: SpellingId) -> Full<'a> {
        if let Some(known) = self.fulls.get(&(given, last)) {
            return known.clone();
        }
        let word = self.text(given);
        let knowledge = self.context.knowledge;
        let fits =
            self.lasts(last).iter().filter_map(|(entry, fit)| Some((*entry, entry.fit_given(word, knowledge)?, fit.clone())));
        let right = |(_, given, last): &(&Entry, Fit, Fit)| usize::from(*given != Fit::Right) + usize::from(*last != Fit::Right);
        let found = fits.min_by_key(right);
        self.fulls.insert((given, last), found.clone());
        found
    }

    fn full_names(&mut self, report: &mut Reporter, settled: &mut Settled) {
        for mention in self.context.facts.names().mentions() {
            let MentionKind::Full { given, surname } = mention.kind else { continue };
            let Some((entry, first, last)) = self.full(given.spelling, surname.spelling) else { continue };
            let mut parts = vec![Part { word: surname, right: &entry.last, fit: last }];
            if let Some(right) = &entry.given {
                parts.insert(0, Part { word: given, right, fit: first });
            }
            self.report(report, settled, entry, parts);
        }
    }

    /// Surnames by themselves and after initials, where everybody on the list who may be meant spells it alike, and
    /// nobody else in the document bears it.
    fn short_names(&mut self, report: &mut Reporter, settled: &mut Settled) {
        for mention in self.context.facts.names().mentions() {
            let (initial, word) = match mention.kind {
                MentionKind::Full { .. } => continue,
                MentionKind::Initial { initial, surname } => (Some(initial), surname),
                MentionKind::Single { word, .. } => (None, word),
            };
            let may_be = |entry: &Entry| {
                let given = entry.given.as_deref();
                given.is_some_and(|given| initial.is_none_or(|initial| given.starts_with(initial)))
            };
            let fits: Fits = self.lasts(word.spelling).iter().filter(|(entry, _)| may_be(entry)).cloned().collect();
            let Some((entry, fit)) = fits.iter().find(|(_, fit)| *fit == Fit::Right).or(fits.first()) else { continue };
            if fits.iter().all(|(other, _)| other.last == entry.last) && !self.is_borne_by_another(word.spelling) {
                self.report(report, settled, entry, vec![Part { word, right: &entry.last, fit: fit.clone() }]);
            }
        }
    }

    /// Whether somebody who is not on the list is named in full with this surname.
    fn is_borne_by_another(&mut self, surname: SpellingId) -> bool {
        if let Some(known) = self.others.get(&surname) {
            return *known;
        }
        let bearers = self.context.names.bearers().iter();
        let word = self.text(surname);
        let mut mentions = bearers
            .filter(|bearer| bearer.surnames.iter().any(|variant| *variant.text == *word))
            .flat_map(|bearer| bearer.surnames.iter().flat_map(|variant| &variant.places))
            .filter_map(|place| self.context.facts.names().mentions().get(place.mention as usize))
            .collect::<Vec<_>>()
            .into_iter();
        let found = mentions.any(|mention| match mention.kind {
            MentionKind::Full { given, surname } => self.full(given.spelling, surname.spelling).is_none(),
            _ => false,
        });
        self.others.insert(surname, found);
        found
    }

    /// Names of one word, wherever they stand.
    fn words(&mut self, report: &mut Reporter, settled: &mut Settled) {
        for word in self.context.facts.names().words() {
            if settled.has(word) {
                continue;
            }
            let single = |(entry, _): &&(&Entry, Fit)| entry.given.is_none();
            let fits: Fits = self.lasts(word.spelling).iter().filter(single).cloned().collect();
            if let Some((entry, fit)) = fits.iter().find(|(_, fit)| *fit == Fit::Right).or(fits.first()) {
                self.report(report, settled, entry, vec![Part { word: *word, right: &entry.last, fit: fit.clone() }]);
            }
        }
    }

    /// Reports the parts of a name that are spelt otherwise than the house wants, as one place; all are settled.
    fn report(&self, report: &mut Reporter, settled: &mut Settled, entry: &Entry, parts: Vec<Part>) {
        let context = self.context;
        let mut wrong: Vec<(Span, Part)> = Vec::new();
        for part in parts {
            settled.add(part.word);
            let span = context.document.span_of(part.word.tokens());
            let span = span.filter(|span| part.fit != Fit::Right && !context.document.inside(*span, RegionKind::Code));
            wrong.extend(span.map(|span| (span, part)));
        }
        wrong.sort_by_key(|(span, _)| *span);
        let (Some((first, _)), Some((last, _))) = (wrong.first(), wrong.last()) else { return };
        let span = first.cover(*last);
        let edits: Vec<(Span, String)> = wrong
            .iter()
            .map(|(span, part)| (*span, in_case_of(context.slice(*span), self.text(part.word.spelling), part.right)))
            .collect();
        let edits: Vec<(Span, &str)> = edits.iter().map(|(span, right)| (*span, right.as_str())).collect();
        let right = edits.iter().map(|(_, right)| *right).collect::<Vec<_>>().join(" ");
        let forms: Vec<_> =
            wrong.iter().filter_map(|(_, part)| if let Fit::Wrong(Some(form)) = &part.fit { Some(form) } else { None }).collect();
        let source = forms.iter().map(|form| &*form.form).collect::<Vec<_>>().join(" ");
        let reason = if source.is_empty() { String::new() } else { format!("; both romanise {source}") };
        let (seen, name) = (context.slice(span), &entry.text);
        let mut draft = report
            .at(span, "house-style", format!("“{seen}” here; the house list has “{name}”{reason}. Write “{right}”."))
            .evidence("house", format!("“{name}” in {}", entry.origin), None)
            .fix(format!("Write “{right}”"), Safety::Safe, &edits)
            .group(format!("names:{name}"));
        if let Some(form) = forms.first() {
            draft = draft.evidence("source-form", source, Some(form.language.romanization_table()));
        }
        draft.done();
    }
}
