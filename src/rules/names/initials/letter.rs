//! An initial that was copied by its look, or that lost a letter of its sound.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{disagrees, partner};
use crate::concordance::Bearer;
use crate::document::Span;
use crate::facts::names::{MentionKind, SpellingId, Word};
use crate::finding::counted;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::rules::{Context, Reporter};

/// How many tokens before a surname its first initial can stand.
const BEFORE: usize = 6;

pub(super) fn check(context: &Context, report: &mut Reporter) {
    let names = context.facts.names();
    let mut people: Option<People> = None;
    for mention in names.mentions() {
        let MentionKind::Initial { initial, surname } = mention.kind else { continue };
        let begins = context.knowledge.source.initials.of(initial);
        if begins.is_empty() {
            continue;
        }
        let people = people.get_or_insert_with(|| People::of(context));
        let text = &*names.spelling(surname.spelling).text;
        let Some((given, places)) = people.only(text, initial) else { continue };
        let Some(right) = given.chars().next().filter(|first| begins.contains(first)) else { continue };
        if let Some(span) = place_of(context, initial, surname) {
            report_letter(report, span, initial, right, (given, text, places));
        }
    }
}

/// Who bears a surname.
struct People<'a> {
    /// For each surname the given names before it, each with its places.
    givens: FxHashMap<&'a str, Vec<(&'a str, usize)>>,
    /// The given names that share a surname with the one before it: “Bohdan” in “Bohdan and Vasyl Kryvoruchko”.
    partners: FxHashMap<&'a str, Vec<&'a str>>,
    /// Surnames that several bear, since one of them is told by a word after it.
    families: FxHashSet<&'a str>,
}

impl<'a> People<'a> {
    fn of(context: &'a Context<'a>) -> Self {
        let names = context.facts.names();
        let text = |id: SpellingId| &*names.spelling(id).text;
        let mut people = Self { givens: FxHashMap::default(), partners: FxHashMap::default(), families: FxHashSet::default() };
        for bearer in context.names.bearers() {
            people.add(context, bearer);
        }
        for mention in names.mentions() {
            let word = mention.kind.surname();
            // “Drozdik the elder” is not the only one.
            if context.is(word.end as usize, WordClass::Article) {
                people.families.insert(text(word.spelling));
            }
            let MentionKind::Full { given, surname } = mention.kind else { continue };
            if let Some(other) = partner(context, given) {
                people.partners.entry(text(surname.spelling)).or_default().push(text(other.spelling));
            }
        }
        people
    }

    /// Adds a bearer under each spelling of the surname but one that only a slip gave: the other gender's form.
    fn add(&mut self, context: &Context<'a>, bearer: &'a Bearer) {
        let Some(given) = bearer.givens.first() else { return };
        // “Expect Vargin” names nobody but Vargin.
        let names = context.facts.names();
        let given_id = context.names.spelling(&given.text);
        if given_id.is_some_and(|id| names.spelling(id).english && !names.spelling(id).given) {
            return;
        }
        for surname in &bearer.surnames {
            if !matches!((given_id, context.names.spelling(&surname.text)), (Some(given), Some(surname)) if disagrees(context, given, surname))
            {
                self.givens.entry(&surname.text).or_default().push((&given.text, given.places.len()));
            }
        }
    }

    /// The given name of the only bearer, and its places, unless the initial is that of somebody named beside; of two
    /// bearers the initial may be that of a third.
    fn only(&self, surname: &str, initial: char) -> Option<(&'a str, usize)> {
        let [only] = self.givens.get(surname)?.as_slice() else { return None };
        if self.families.contains(surname) {
            return None;
        }
        let partners = self.partners.get(surname).into_iter().flatten();
        partners.into_iter().all(|given| !given.starts_with(initial)).then_some(*only)
    }
}

/// Where the initial of a surname stands.
fn place_of(context: &Context, initial: char, surname: Word) -> Option<Span> {
    let mut found = None;
    for at in (0..surname.start as usize).rev().take(BEFORE) {
        let token = context.tokens().get(at)?;
        let word = context.word(at);
        let letters = word.chars().count() == 1 || token.is_dotted() || context.is(at, WordClass::Initial);
        if token.is_capitalized() && letters {
            // The first initial is the farthest of those that follow each other.
            found = if word.starts_with(initial) { Some(token.span()) } else { found };
        } else if !token.is_mark('.') {
            break;
        }
    }
    let span = found?;
    context.document.text().span(span.start()..span.start() + initial.len_utf8())
}

fn report_letter(report: &mut Reporter, span: Span, initial: char, right: char, (given, surname, places): (&str, &str, usize)) {
    let places = counted(places, "place", "places");
    let message = format!(
        "“{initial}. {surname}” is {given} {surname} in {places}: the Cyrillic letter of “{right}” looks like “{initial}”. Write “{right}”."
    );
    report
        .at(span, "look-alike", message)
        .evidence("table", format!("{initial} for {right}"), Some("source/initials"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right.to_string())])
        .group(format!("names:{given} {surname}"))
        .done();
}
