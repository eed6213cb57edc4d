//! One body or thing under two English names: “Supreme Rada” beside “Verkhovna Rada”.
//!
//! In: the hits of the table of names, of which each row is one thing. Out: the names that are rarer in the document, with the
//! usual one.
//! Must not know: which things there are; which of the names is better, but where the table's first one would give way.

use std::collections::BTreeMap;

use crate::document::Span;
use crate::facts::{Needs, PhraseHit};
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::phrase::{PhraseRow, PhraseTable};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "terms/mixed-rendering",
    summary: "one body, war, treaty or day under two English names",
    why: "readers take two names for two bodies, and a search for one of them misses the other",
    category: "terminology/inconsistent-use",
    severity: Severity::Minor,
    classes: &[Class {
        id: "known",
        what: "a name of a thing that has another name at least twice as often, by a table of names",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// How many times as often the usual name stands.
const TIMES: usize = 2;

/// `terms/mixed-rendering`
#[derive(Debug)]
pub(super) struct MixedRendering;

/// One place of a name: the line of its row, and the hit.
struct Place<'a> {
    line: usize,
    hit: &'a PhraseHit,
}

impl Rule for MixedRendering {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut things: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
        for hit in context.facts.hits(PhraseTable::Rendering) {
            if let Some(row) = context.knowledge.phrases.row(hit.row)
                && let Some(phrase) = row.phrases.get(hit.phrase)
                && is_name(context, hit)
            {
                things.entry(hit.row).or_default().push(Place { line: phrase.line, hit });
            }
        }
        for (row, places) in things {
            if let Some(row) = context.knowledge.phrases.row(row) {
                judge(context, report, row, &places);
            }
        }
    }
}

/// Reports the rarer names of one thing.
fn judge(context: &Context, report: &mut Reporter, row: &PhraseRow, places: &[Place]) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    places.iter().for_each(|place| *counts.entry(place.line).or_default() += 1);
    let count = |line: usize| counts.get(&line).copied().unwrap_or_default();
    let usual = places.iter().max_by_key(|place| (count(place.line), std::cmp::Reverse(place.hit.tokens.start)));
    let Some(usual) = usual.filter(|usual| count(usual.line) < places.len()) else { return };
    let explained =
        |place: &Place| in_brackets(context, place.hit) || place.line != usual.line && is_explained(context, place.hit);
    if several_owners(context, places) || places.iter().any(explained) {
        return;
    }
    let most = count(usual.line);
    for place in places.iter().filter(|place| place.line != usual.line && most >= TIMES * count(place.line)) {
        let mut models = places.iter().filter(|model| model.line == usual.line);
        if !is_longer(context, place.hit, &mut models) && !is_quoted(context, place.hit) {
            report_place(context, report, row, place, usual, most);
        }
    }
}

fn report_place(context: &Context, report: &mut Reporter, row: &PhraseRow, place: &Place, usual: &Place, most: usize) {
    let (seen, right) = (context.slice(place.hit.span), context.slice(usual.hit.span));
    let (span, new) = with_article(context, place.hit, right);
    let source = row.source.as_deref().unwrap_or_default();
    let places = counted(most, "place", "places");
    // The usual name of the table may be the better one, though it is rarer here.
    let (safety, advice) = match place.line {
        0 => (Safety::DisplayOnly, format!("Choose one; “{seen}” is the usual name.")),
        _ => (Safety::Unsafe, format!("Write “{right}”.")),
    };
    report
        .at(place.hit.span, "known", format!("“{seen}” is what the text calls “{right}” in {places}: {source}. {advice}"))
        .row(&row.key)
        .evidence("table", source, Some(row.table.evidence()))
        .compare(usual.hit.span, format!("“{right}” here"))
        .fix(format!("Write “{right}”"), safety, &[(span, &new)])
        .group(format!("rendering:{}", row.key))
        .done();
}

/// The place and the words that stand there after the change: with the indefinite article before it, which may change.
fn with_article(context: &Context, hit: &PhraseHit, right: &str) -> (Span, String) {
    let plain = (hit.span, right.to_owned());
    let Some(before) = hit.tokens.start.checked_sub(1) else { return plain };
    let Some(article) = context.tokens().get(before).map(|token| token.span()) else { return plain };
    let vowel = |word: &str| word.starts_with(['A', 'E', 'I', 'O', 'U']);
    let seen = context.slice(article);
    let indefinite = context.is(before, WordClass::Article) && vowel(&seen.to_uppercase());
    if !indefinite || vowel(context.slice(hit.span)) == vowel(right) {
        return plain;
    }
    let letter = seen.get(..1).unwrap_or_default();
    let ending = if vowel(right) { "n" } else { "" };
    (article.cover(hit.span), format!("{letter}{ending} {right}"))
}

/// Whether the words are a name of their own: with their capitals, and not the end of a longer name.
fn is_name(context: &Context, hit: &PhraseHit) -> bool {
    let tokens = context.tokens();
    let capital = |i: usize| tokens.get(i).is_some_and(|t| t.is_capitalized());
    let last = hit.tokens.end.saturating_sub(1);
    // A year may end a name.
    let ends = capital(last) || tokens.get(last).is_some_and(|t| t.has_digit());
    capital(hit.tokens.start) && ends && !context.is_verbatim(hit.span) && !ends_longer_name(context, hit)
}

fn ends_longer_name(context: &Context, hit: &PhraseHit) -> bool {
    let document = context.document;
    let Some(before) = hit.tokens.start.checked_sub(1) else { return false };
    let Some(token) = context.tokens().get(before) else { return false };
    let sentence = document.sentences().get(document.sentence_of(hit.tokens.start)).map(|s| s.tokens()).unwrap_or_default();
    let joined = token.is_mark('-') || token.is_capitalized() && !token.is_clitic();
    let opens = before == sentence.start || !sentence.contains(&before);
    let own =
        [WordClass::Nationality, WordClass::Country, WordClass::Function].into_iter().all(|class| !context.is(before, class));
    joined && !opens && own
}

/// Whether the places have different owners (“the Serbian …”, “… of Ukraine”), so that they are different bodies.
fn several_owners(context: &Context, places: &[Place]) -> bool {
    let mut owners = places.iter().filter_map(|place| owner(context, place.hit));
    let Some(first) = owners.next() else { return false };
    owners.any(|other| other != first)
}

/// The hash of the nationality before a name, or of the country behind it.
fn owner(context: &Context, hit: &PhraseHit) -> Option<u64> {
    let is = |at: usize, class: WordClass| context.is(at, class);
    let before = hit.tokens.start.checked_sub(1);
    let clitic = |at: usize| context.tokens().get(at).is_some_and(|t| t.is_clitic());
    let whose = before.filter(|&at| clitic(at)).and_then(|at| at.checked_sub(1)).or(before);
    let whose = whose.filter(|&at| is(at, WordClass::Nationality) || is(at, WordClass::Country) || is(at, WordClass::Land));
    whose.or_else(|| behind(context, hit)).map(|at| context.hash(at))
}

/// Whether a name goes on with what none of the usual ones has and is no country (“the Supreme Council of Antiquities”).
fn is_longer<'a>(context: &Context, hit: &PhraseHit, models: &mut impl Iterator<Item = &'a Place<'a>>) -> bool {
    let country = |at: usize| context.is(at, WordClass::Country) || context.is(at, WordClass::Land);
    behind(context, hit)
        .filter(|&at| !country(at))
        .is_some_and(|at| !models.any(|model| owner(context, model.hit) == Some(context.hash(at))))
}

/// The capitalised word behind a name and “of”.
fn behind(context: &Context, hit: &PhraseHit) -> Option<usize> {
    let of = Some(hit.tokens.end).filter(|&at| context.is(at, WordClass::Genitive))?;
    let skip = usize::from(context.is(of + 1, WordClass::Article));
    Some(of + 1 + skip).filter(|&at| context.tokens().get(at).is_some_and(|t| t.is_capitalized()))
}

/// Whether the name stands in brackets, as another name of the same thing does.
fn in_brackets(context: &Context, hit: &PhraseHit) -> bool {
    let before = hit.tokens.start.checked_sub(1).and_then(|at| context.tokens().get(at));
    before.is_some_and(|t| matches!(t.mark(), Some('(' | '[')))
}

/// Whether the sentence speaks of another name.
fn is_explained(context: &Context, hit: &PhraseHit) -> bool {
    let document = context.document;
    let sentence = document.sentences().get(document.sentence_of(hit.tokens.start)).map(|s| s.tokens()).unwrap_or_default();
    sentence.into_iter().any(|at| context.is(at, WordClass::Renaming))
}

/// Whether quotation marks stand right around the name: it is spoken of as a name.
fn is_quoted(context: &Context, hit: &PhraseHit) -> bool {
    let tokens = context.tokens();
    let before = hit.tokens.start.checked_sub(1).and_then(|at| tokens.get(at));
    before.is_some_and(|t| t.opens_quotation()) && tokens.get(hit.tokens.end).is_some_and(|t| t.closes_quotation())
}
