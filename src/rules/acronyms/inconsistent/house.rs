//! Acronyms whose wording the house has fixed: every other acronym for the same thing gives way, whatever the document has more
//! of.
//!
//! In: the forms of the document and the house style. Out: a finding on each place that is written otherwise; the concepts
//! that are settled so. Must not know: how the house came by its style.

use super::wording;
use crate::facts::acronyms::Form;
use crate::fix::Safety;
use crate::house::Wording;
use crate::knowledge::acronyms::{Concept, Reading, Standing};
use crate::rules::{Context, Reporter};

/// Reports what is written otherwise than the house wants; gives the indices of the concepts that the house has settled.
pub(super) fn check(context: &Context, report: &mut Reporter) -> Vec<usize> {
    let mut settled = Vec::new();
    if !context.house.has_acronyms() {
        return settled;
    }
    let tables = &context.knowledge.acronyms;
    for (index, form) in context.facts.acronyms().forms().iter().enumerate() {
        for reading in tables.readings(form.key).iter().filter(|r| r.standing < Standing::Look) {
            let Some(concept) = tables.concept(reading.concept) else { continue };
            let Some(wording) = context.house.acronym(concept) else { continue };
            settled.push(reading.concept);
            // What the text explains in its own words is a word of the text.
            if *form.text != *wording.text && !form.glossed {
                report_form(context, report, (index, form), reading, concept, wording);
            }
        }
    }
    settled
}

fn report_form(
    context: &Context,
    report: &mut Reporter,
    (index, form): (usize, &Form),
    reading: &Reading,
    concept: &Concept,
    wording: &Wording,
) {
    let acronyms = context.facts.acronyms();
    let members = context.facts.senses().members_of(reading.concept);
    let places: Vec<usize> = match members.iter().find(|member| member.form == index) {
        Some(member) => member.mentions.clone(),
        None if is_sure(context, form, reading, concept) => form.mentions.clone(),
        None => judged(context, index, reading.concept),
    };
    let source = super::source_of(concept, reading.source);
    for mention in places.iter().filter_map(|&i| acronyms.mentions().get(i)) {
        let seen = context.slice(mention.span);
        let message = format!("“{seen}” here; the house writes “{0}” for {source}. Write “{0}”.", wording.text);
        let draft = report
            .at(mention.span, "house-style", message)
            .evidence("house", format!("{} in {}", wording.text, wording.origin), None)
            .group(super::group_of(concept));
        wording::add_choice(draft, context, mention, &wording.text, Safety::Unsafe).done();
    }
}

/// The mentions of a form that their company shows to be the concept, left letter by letter.
fn judged(context: &Context, form: usize, concept: usize) -> Vec<usize> {
    let mentions = context.facts.acronyms().mentions();
    let verdicts = context.facts.senses().verdicts().iter();
    let own = verdicts.filter(|v| v.concept == concept && v.standing == Standing::Letters).map(|v| v.mention);
    own.filter(|&i| mentions.get(i).is_some_and(|mention| mention.form == form)).collect()
}

/// Whether a form stands for nothing else by the tables, or for other things only letter by letter.
fn is_sure(context: &Context, form: &Form, reading: &Reading, concept: &Concept) -> bool {
    let tables = &context.knowledge.acronyms;
    let other = |r: &Reading| r.concept != reading.concept && r.standing <= reading.standing.min(Standing::Loan);
    let known_as_it = tables.sense(form.key).is_none_or(|sense| sense.words.iter().any(|name| concept.words.contains(name)));
    known_as_it && !tables.readings(form.key).iter().any(other)
}
