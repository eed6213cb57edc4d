//! Wording that is a matter of the house: spellings of places that two languages claim, words that take a side, notes that a
//! law asks for.
//!
//! In: the hits of its table, what the house says of each matter. Out: a finding for each form that the house does not want
//! where it stands, with its own.
//! Must not know: which matters there are, and which form is better; where the house says nothing, nothing is found.

mod form;

use std::cell::OnceCell;

use form::{Form, is_meant};
use rustc_hash::FxHashSet;

use crate::document::RegionKind;
use crate::facts::names::{MentionKind, SpellingId};
use crate::facts::{Needs, PhraseHit};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::house::Treatment;
use crate::knowledge::phrase::{PhraseRow, PhraseTable, Sureness};
use crate::rules::{Class, Context, Draft, Meta, Reporter, Rule};

const OTHER_FORM: &str = "other-form";
const UNQUOTED: &str = "unquoted";
const ASK: &str = "ask";

static META: Meta = Meta {
    id: "terms/sensitive",
    summary: "a form that the house does not use, or decides on each time",
    why: "readers take a spelling or a word of this kind for a position, and it should be that of the house",
    category: "terminology/wrong-term",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: ASK,
            what: "a matter on which the house decides each time",
            by_definition: Some("the house asks to see each place"),
        },
        Class {
            id: OTHER_FORM,
            what: "another form than that of the house",
            by_definition: Some("the house says which form it writes"),
        },
        Class {
            id: UNQUOTED,
            what: "words outside quotation marks that the house leaves to those whom it quotes",
            by_definition: Some("the house says that it does not use the words itself"),
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::HITS.and(Needs::NAMES).and(Needs::WORDS),
    hint: false,
    page: include_str!("rule.md"),
};

/// `terms/sensitive`
#[derive(Debug)]
pub(super) struct Sensitive;

impl Rule for Sensitive {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let people = People::default();
        for hit in context.facts.hits(PhraseTable::Sensitive) {
            let Some(row) = context.knowledge.phrases.row(hit.row) else { continue };
            let Some(treatment) = context.house.treatment(&row.key) else { continue };
            let Some(form) = Form::of(context, hit, row) else { continue };
            if is_meant(context, hit, row, &form) && !people.have(context, hit) {
                treat(context, report, hit, row, &form, treatment);
            }
        }
    }
}

fn treat(context: &Context, report: &mut Reporter, hit: &PhraseHit, row: &PhraseRow, form: &Form, treatment: &Treatment) {
    match treatment {
        Treatment::Form(wanted) => other_form(context, report, hit, row, form, wanted),
        Treatment::QuotedOnly if context.document.inside(hit.span, RegionKind::Quotation) => {}
        Treatment::QuotedOnly => {
            let message = format!(
                "“{}” outside quotation marks: the house does not use these words itself. Leave them to those whom you quote, or \
                 say it in other words.",
                form.seen
            );
            suggest(context, begin(report, hit, row, UNQUOTED, message, treatment), hit, form).done();
        }
        Treatment::Ask => {
            let message = format!("“{}”: the house decides on this each time. Ask whether it may stand here.", form.seen);
            let draft = begin(report, hit, row, ASK, message, treatment).ask(format!("May “{}” stand here?", form.seen));
            suggest(context, draft, hit, form).done();
        }
    }
}

/// Reports a form that is not the one the house writes.
fn other_form(context: &Context, report: &mut Reporter, hit: &PhraseHit, row: &PhraseRow, form: &Form, wanted: &str) {
    let Some(right) = row.choice_named(wanted).and_then(|number| form.answers.get(number)) else { return };
    if form.is(right) {
        return;
    }
    let message = format!("“{}” here; the house writes “{right}”. Write “{right}”.", form.seen);
    let clear = row.safety != Sureness::DisplayOnly && form::fits_article(context, hit, right);
    let safety = if clear { Safety::Unsafe } else { Safety::DisplayOnly };
    begin(report, hit, row, OTHER_FORM, message, &Treatment::Form(wanted.into()))
        .fix(format!("Write “{right}”"), safety, &[(hit.span, right)])
        .done();
}

fn begin<'r, 'a>(
    report: &'r mut Reporter<'a>,
    hit: &PhraseHit,
    row: &PhraseRow,
    class: &'static str,
    message: String,
    treatment: &Treatment,
) -> Draft<'r, 'a> {
    report
        .at(hit.span, class, message)
        .row(&row.key)
        .group(format!("{}:{}", META.id, row.key))
        .evidence("house", format!("{} = {}", row.key, treatment.word()), None)
        .evidence("table", row.key.as_str(), Some(PhraseTable::Sensitive.evidence()))
}

/// Adds the other forms of the matter, to choose from.
fn suggest<'r, 'a>(context: &Context, draft: Draft<'r, 'a>, hit: &PhraseHit, form: &Form) -> Draft<'r, 'a> {
    let others = form.answers.iter().filter(|answer| !form.is(answer) && form::fits_article(context, hit, answer));
    others.fold(draft, |draft, answer| draft.fix(format!("Write “{answer}”"), Safety::DisplayOnly, &[(hit.span, answer)]))
}

/// The surnames of the people whom a document names, found when a form is met.
#[derive(Default)]
struct People(OnceCell<FxHashSet<SpellingId>>);

impl People {
    /// Whether a form is the surname of somebody in the document: Lvov and Nikolaev are men as well as towns.
    fn have(&self, context: &Context, hit: &PhraseHit) -> bool {
        let names = context.facts.names();
        let word = names.words_from(hit.tokens.start).first().filter(|word| word.start as usize == hit.tokens.start);
        word.is_some_and(|word| self.0.get_or_init(|| surnames(context)).contains(&word.spelling))
    }
}

fn surnames(context: &Context) -> FxHashSet<SpellingId> {
    let names = context.facts.names();
    let of_person = |kind: &MentionKind| match kind {
        MentionKind::Full { given, .. } => names.spelling(given.spelling).given,
        MentionKind::Initial { .. } => true,
        MentionKind::Single { titled, .. } => *titled,
    };
    names.mentions().iter().map(|mention| mention.kind).filter(of_person).map(|kind| kind.surname().spelling).collect()
}
