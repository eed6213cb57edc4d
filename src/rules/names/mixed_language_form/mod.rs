//! One person or place in the forms of two languages.
//!
//! In: the words of names and the bearers of a document, and the table of cognates. Out: a hint at the form with fewer
//! places, with both as choices.
//! Must not know: which form is right; that is a matter of house style.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use super::spellings::times;
use crate::concordance::Bearer;
use crate::document::{RegionKind, Span, TokenKind};
use crate::facts::Needs;
use crate::facts::names::{MentionKind, Word, compare};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::{Bears, CognateForm, fold_latin};
use crate::knowledge::{Language, WordClass};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/mixed-language-form",
    summary: "one person or place in the forms of two languages",
    why: "readers may take the two forms for two places or people, and a form can be read as taking a side",
    category: "style/inconsistent-style",
    severity: Severity::Neutral,
    classes: &[
        Class { id: "place", what: "a place under the names of two languages", by_definition: None },
        Class { id: "person", what: "one surname after the forms of one given name in two languages", by_definition: None },
    ],
    safety: Some(Safety::DisplayOnly),
    languages: &[Language::Russian, Language::Ukrainian, Language::Belarusian],
    needs: Needs::NAMES,
    hint: true,
    page: include_str!("rule.md"),
};

/// Of people whose given name has forms in two languages, so many are held against each other.
const MOST_COMPARED: usize = 64;
/// How near, in tokens, a word must stand that makes a form part of another name: “Odessa, Texas”.
const BESIDE: usize = 2;
/// How far apart, in tokens, two forms may stand of which one explains the other.
const GLOSS: usize = 4;
/// Years of which historians write; a place then is called what they call it.
const YEARS: RangeInclusive<u32> = 800..=1945;

/// `names/mixed-language-form`
#[derive(Debug)]
pub(super) struct MixedLanguageForm;

impl Rule for MixedLanguageForm {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        check_words(context, report);
        check_bearers(context, report);
    }
}

/// A form with the text of its first spelling and its places.
#[derive(Default)]
struct Form<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

/// Places, and surnames that are known in two forms.
fn check_words(context: &Context, report: &mut Reporter) {
    let mut by_name: BTreeMap<u16, BTreeMap<Option<Language>, Form>> = BTreeMap::new();
    let found = forms_of(context);
    for (at, (tokens, form)) in found.iter().enumerate() {
        let (tokens, form) = (tokens.clone(), *form);
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|i| found.get(i));
        if beside.into_iter().any(|other| explains(context, other, &(tokens.clone(), form))) {
            continue;
        }
        if let Some(span) = place_of(context, tokens, form) {
            let entry = by_name.entry(form.name).or_default().entry(form.language).or_default();
            if entry.spans.is_empty() {
                entry.text = context.slice(span);
            }
            entry.spans.push(span);
        }
    }
    for forms in by_name.into_values() {
        report_forms(context, report, "place", forms.into_iter().collect());
    }
}

/// Whether two forms of one name stand so close that one explains the other: “Lviv and not Lvov”, “Kyiv (formerly Kiev)”.
fn explains(context: &Context, a: &(Range<usize>, CognateForm), b: &(Range<usize>, CognateForm)) -> bool {
    let gap = a.0.end.min(b.0.end)..a.0.start.max(b.0.start);
    let token = |at: usize| context.tokens().get(at);
    let bracket = gap.clone().any(|at| token(at).is_some_and(|token| token.is_mark('(')));
    let plain = |at: usize| context.is(at, WordClass::Function) || token(at).is_some_and(|token| !token.is_wordlike());
    let one_name = a.1.name == b.1.name && a.1.language != b.1.language;
    let one_sentence = context.document.sentence_of(a.0.start) == context.document.sentence_of(b.0.start);
    one_name && one_sentence && gap.len() <= GLOSS && (bracket || gap.clone().all(plain))
}

/// The words that are forms of a place or a surname, in the order of the text.
fn forms_of(context: &Context) -> Vec<(Range<usize>, CognateForm)> {
    let names = context.facts.names();
    let cognates = &context.knowledge.source.cognates;
    let persons = surnames_of_people(context);
    let mut folded = Vec::new();
    let mut fold = |text: &str, person: bool| {
        fold_latin(text, &mut folded);
        let named = |form: &&CognateForm| match cognates.name(**form).map(|name| name.bears) {
            // Whose surname is that of a town is not the town.
            Some(Bears::Place) => !person,
            Some(Bears::Surname) => true,
            _ => false,
        };
        let forms: Vec<CognateForm> = cognates.of(&folded).iter().filter(named).copied().collect();
        (forms, cognates.begins(&folded))
    };
    let spellings = names.spellings().iter().zip(&persons);
    let known: Vec<_> = spellings.map(|(spelling, &person)| fold(&spelling.text, person)).collect();
    let mut found = Vec::new();
    for (word, next) in names.words().iter().zip(names.words().iter().skip(1).map(Some).chain([None])) {
        let Some((forms, begins)) = known.get(word.spelling as usize) else { continue };
        let next = next.filter(|next| *begins && next.start == word.end);
        let tokens = word.tokens().start..next.map_or(word.tokens(), Word::tokens).end;
        let (of_two, _) = next.map_or_else(Default::default, |_| fold(context.words(tokens.clone()), false));
        let (tokens, forms) = if of_two.is_empty() { (word.tokens(), forms) } else { (tokens, &of_two) };
        found.extend(forms.iter().map(|form| (tokens.clone(), *form)));
    }
    // Countries are words of no name.
    for at in (0..context.tokens().len()).filter(|&at| context.is(at, WordClass::Country)) {
        found.extend(fold(context.word(at), false).0.into_iter().map(|form| (at..at + 1, form)));
    }
    found.sort_by_key(|(tokens, form)| (tokens.start, form.name));
    found
}

/// For each spelling, whether somebody bears it as a surname.
fn surnames_of_people(context: &Context) -> Vec<bool> {
    let names = context.facts.names();
    let mut persons = vec![false; names.spellings().len()];
    for mention in names.mentions() {
        let is_person = match mention.kind {
            MentionKind::Full { given, .. } => names.spelling(given.spelling).given,
            MentionKind::Initial { .. } => true,
            MentionKind::Single { titled, .. } => titled,
        };
        if let Some(person) = persons.get_mut(mention.kind.surname().spelling as usize) {
            *person |= is_person;
        }
    }
    persons
}

/// Where a word stands, unless it is somebody's own words or part of a name that is right as it stands.
fn place_of(context: &Context, tokens: Range<usize>, form: CognateForm) -> Option<Span> {
    let name = context.knowledge.source.cognates.name(form)?;
    let sentence = context.document.sentences().get(context.document.sentence_of(tokens.start))?.tokens();
    let near = sentence.start.max(tokens.start.saturating_sub(BESIDE))..sentence.end.min(tokens.end + BESIDE);
    let fixed = near.into_iter().any(|token| name.fixed.contains(&context.hash(token)));
    let span = context.document.span_of(tokens.clone())?;
    let own = [RegionKind::Quotation, RegionKind::Code, RegionKind::Link].iter().any(|kind| context.document.inside(span, *kind));
    (!fixed && !own && !names_more(context, tokens.end) && !is_history(context, tokens.start)).then_some(span)
}

/// Whether a capitalised English word goes on with a name: Kiev Street is called so.
fn names_more(context: &Context, end: usize) -> bool {
    let next = context.tokens().get(end).is_some_and(|token| token.is_word() && token.is_title_case() && token.space_before());
    next && context.knowledge.lexicon.is_common(&context.word(end).to_lowercase())
}

/// Whether a year stands in the sentence in which nobody yet asked for the form of another language.
fn is_history(context: &Context, token: usize) -> bool {
    let sentences = context.document.sentences();
    let Some(sentence) = sentences.get(context.document.sentence_of(token)) else { return false };
    let is_year = |at: usize| {
        let number = context.tokens().get(at).is_some_and(|token| token.kind() == TokenKind::Number);
        number && context.word(at).parse::<u32>().is_ok_and(|year| YEARS.contains(&year))
    };
    sentence.tokens().any(is_year)
}

/// People whose surname stands after two forms of one given name.
fn check_bearers(context: &Context, report: &mut Reporter) {
    let cognates = &context.knowledge.source.cognates;
    let mut folded = Vec::new();
    let mut by_name: BTreeMap<u16, Vec<(Option<Language>, &Bearer)>> = BTreeMap::new();
    for bearer in context.names.bearers() {
        let Some(given) = bearer.givens.first() else { continue };
        fold_latin(&given.text, &mut folded);
        for form in cognates.of(&folded) {
            by_name.entry(form.name).or_default().push((form.language, bearer));
        }
    }
    for bearers in by_name.values() {
        let bearers = &bearers[..bearers.len().min(MOST_COMPARED)];
        for (i, (language, bearer)) in bearers.iter().enumerate() {
            let same = bearers[i + 1..].iter().find(|(other, twin)| {
                let (a, b) = (&bearer.givens[0].text, &twin.givens[0].text);
                other != language && cognates.are(a, b) && is_one_surname(context, bearer, twin)
            });
            if let Some((other, twin)) = same {
                let form = |bearer: &'_ Bearer| {
                    let spans = bearer.givens[0].places.iter().filter_map(|place| given_span(context, place.mention));
                    spans.collect::<Vec<_>>()
                };
                let forms = vec![
                    (*language, Form { text: &bearer.givens[0].text, spans: form(bearer) }),
                    (*other, Form { text: &twin.givens[0].text, spans: form(twin) }),
                ];
                report_forms(context, report, "person", forms);
            }
        }
    }
}

fn is_one_surname(context: &Context, a: &Bearer, b: &Bearer) -> bool {
    let (Some(a), Some(b)) = (a.surnames.first(), b.surnames.first()) else { return false };
    a.text == b.text || compare(&a.text, &b.text, context.knowledge).source.is_some()
}

fn given_span(context: &Context, mention: u32) -> Option<Span> {
    let mention = context.facts.names().mentions().get(mention as usize)?;
    context.document.span_of(mention.kind.given()?.tokens())
}

/// How a form's language is called.
fn name_of(language: Option<Language>) -> &'static str {
    language.map_or("local", Language::name)
}

/// Reports the form with fewer places, of two with as many the one that turns up later, at its first place.
fn report_forms(context: &Context, report: &mut Reporter, class: &'static str, mut forms: Vec<(Option<Language>, Form)>) {
    forms.sort_by_key(|(_, form)| (std::cmp::Reverse(form.spans.len()), form.spans.first().copied()));
    let [(language, usual), (other, rare), ..] = &forms[..] else { return };
    let (Some(&here), Some(&there)) = (rare.spans.first(), usual.spans.first()) else { return };
    let message = format!(
        "“{}” ({}) here, “{}” ({}) {}: one name in the forms of two languages. Choose one for the whole text.",
        rare.text,
        name_of(*other),
        usual.text,
        name_of(*language),
        times(usual.spans.len())
    );
    let mut draft = report
        .at(here, class, message)
        .evidence("count", format!("“{}” {}, “{}” {}", rare.text, rare.spans.len(), usual.text, usual.spans.len()), None)
        .evidence("table", format!("{} {}", usual.text, rare.text), Some("source/cognates"))
        .compare(there, format!("“{}” here", context.slice(there)))
        .group(format!("names:{}", usual.text));
    for also in &rare.spans[1..] {
        draft = draft.also(*also, format!("“{}” here", context.slice(*also)));
    }
    for (form, others) in [(usual, rare), (rare, usual)] {
        let edits: Vec<(Span, &str)> = others.spans.iter().map(|span| (*span, form.text)).collect();
        draft = draft.fix(format!("Write “{}”", form.text), Safety::DisplayOnly, &edits);
    }
    draft.done();
}
