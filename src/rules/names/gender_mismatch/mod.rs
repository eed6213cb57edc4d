//! A given name of one gender with a surname in the form of the other.
//!
//! In: the full names of a document, the given names and the endings of surnames of the tables. Out: a finding on each
//! surname whose form is that of the other gender, with the agreeing form as the fix.
//! Must not know: how mentions are found.

use crate::facts::Needs;
use crate::facts::names::{MentionKind, Names, SpellingId, Word};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::source::{Gender, SurnameEnding, fold_latin};
use crate::knowledge::{Knowledge, WordClass};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "names/gender-mismatch",
    summary: "a man’s given name with a woman’s surname, or the reverse",
    why: "a surname in the other form names another person, the wife or the brother",
    category: "accuracy/mistranslation",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "other-form-stands",
            what: "the agreeing form of the surname stands in the document too",
            by_definition: None,
        },
        Class { id: "given-name-only", what: "only the table of given names tells", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::NAMES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `names/gender-mismatch`
#[derive(Debug)]
pub(super) struct GenderMismatch;

impl Rule for GenderMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let names = context.facts.names();
        let genders: Vec<Option<Gender>> =
            names.spellings().iter().map(|spelling| gender(&spelling.text, spelling.given, context.knowledge)).collect();
        for mention in names.mentions() {
            let MentionKind::Full { given, surname } = mention.kind else { continue };
            let Some(gender) = genders[given.spelling as usize] else { continue };
            if let Some(mismatch) = mismatch(context, names, given.spelling, surname.spelling, gender)
                && !is_couple(context, given)
            {
                report_word(context, report, given, surname, &mismatch);
            }
        }
    }
}

/// The gender of a given name, where all names that the word spells have one.
fn gender(text: &str, given: bool, knowledge: &Knowledge) -> Option<Gender> {
    let mut folded = Vec::new();
    if given {
        fold_latin(text, &mut folded);
    }
    let mut names = knowledge.source.given_names.of(&folded);
    let first = names.next()?.gender;
    names.all(|name| name.gender == first).then_some(first)
}

/// Whether a given name is the second of two that share a surname: “Leonid and Olga Kotov” is English for both.
fn is_couple(context: &Context, given: Word) -> bool {
    let before = |back: usize| (given.start as usize).checked_sub(back);
    let linked = before(1).is_some_and(|at| context.is(at, WordClass::Function));
    let first = before(2).and_then(|at| context.facts.names().words_from(at).first()).filter(|word| word.end < given.start);
    linked && first.is_some_and(|word| context.facts.names().spelling(word.spelling).given)
}

/// A surname in the other gender's form.
struct Mismatch<'a> {
    /// The agreeing form.
    right: String,
    gender: Gender,
    /// Where the agreeing form stands.
    model: Option<&'a Word>,
}

fn mismatch<'a>(
    context: &Context,
    names: &'a Names,
    given: SpellingId,
    surname: SpellingId,
    gender: Gender,
) -> Option<Mismatch<'a>> {
    let other = if gender == Gender::Male { Gender::Female } else { Gender::Male };
    let spelling = names.spelling(surname);
    if spelling.english || spelling.patronymic {
        return None;
    }
    let endings: Vec<&SurnameEnding> = context.knowledge.source.surname_genders.of(&spelling.text, other).collect();
    if endings.is_empty() {
        return None;
    }
    let right = |ending: &SurnameEnding| {
        let stem = spelling.text.strip_suffix(ending.of(other)).unwrap_or(&spelling.text);
        format!("{stem}{}", ending.of(gender))
    };
    // A form that agrees already is right, whatever else it ends in (“Maria Lozovaya”).
    if context
        .knowledge
        .source
        .surname_genders
        .of(&spelling.text, gender)
        .any(|e| e.of(gender).len() > endings[0].of(other).len())
    {
        return None;
    }
    let stands = |ending: &&SurnameEnding| {
        let right = right(ending);
        let id = context.names.spelling(&right)?;
        borne_alike(context, given, id).then_some((right, id))
    };
    if let Some((right, id)) = endings.iter().find_map(stands) {
        return Some(Mismatch { right, gender, model: names.words().iter().find(|word| word.spelling == id) });
    }
    // Women abroad keep a man's form, so a woman's given name must be one that only Slavic languages have.
    let slavic = !names.spelling(given).proper;
    let sure = endings.iter().find(|ending| ending.sure && (gender == Gender::Male || slavic))?;
    Some(Mismatch { right: right(sure), gender, model: None })
}

/// Whether the agreeing form can be the same person's: it stands after the same given name, or after none.
fn borne_alike(context: &Context, given: SpellingId, surname: SpellingId) -> bool {
    let givens = context.names.givens(surname);
    givens.is_empty() || givens.contains(&given)
}

fn report_word(context: &Context, report: &mut Reporter, given: Word, surname: Word, mismatch: &Mismatch) {
    let Some(span) = context.document.span_of(surname.tokens()) else { return };
    let (seen, right) = (context.slice(span), &mismatch.right);
    let right = if seen.chars().any(char::is_lowercase) { right.clone() } else { right.to_uppercase() };
    let (is, form) = if mismatch.gender == Gender::Male { ("a man’s", "a woman’s") } else { ("a woman’s", "a man’s") };
    let message = format!("“{}” is {is} name, “{seen}” has {form} ending. Write “{right}”.", context.words(given.tokens()));
    let class = if mismatch.model.is_some() { "other-form-stands" } else { "given-name-only" };
    let mut draft = report
        .at(span, class, message)
        .evidence("table", context.words(given.tokens()), Some("source/given_names"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right)])
        .group(format!("names:{}", mismatch.right));
    if let Some(place) = mismatch.model.and_then(|word| context.document.span_of(word.tokens())) {
        draft = draft.compare(place, format!("“{}” here", context.slice(place)));
    }
    draft.done();
}
