//! One concept under several acronyms in one document: "SVO" and "SMO", "AFU" and "VSU".
//!
//! In: the forms of one concept among the senses. Out: a finding on each mention of the forms in the minority, in one group
//! with the wrong renderings of the same concept. Must not know: how forms are told to be of one concept.

mod house;

use super::{group_of, source_of, wording};
use crate::facts::Needs;
use crate::facts::acronyms::Mention;
use crate::facts::senses::{Member, leading};
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::knowledge::acronyms::{Concept, Standing};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/inconsistent",
    summary: "one thing under several acronyms",
    why: "readers take two acronyms for two things",
    category: "terminology/inconsistent-use",
    severity: Severity::Major,
    classes: &[
        Class {
            id: "one-concept",
            what: "the tables give several acronyms of the text to one concept, one of them read letter by letter from the source",
            by_definition: None,
        },
        Class {
            id: "house-style",
            what: "an acronym for which the house has fixed another wording",
            by_definition: Some("the house style says how it is to be written"),
        },
    ],
    safety: Some(Safety::Unsafe),
    languages: &Language::WITH_ACRONYMS,
    needs: Needs::SENSES,
    hint: false,
    page: include_str!("rule.md"),
};

/// `acronyms/inconsistent`
#[derive(Debug)]
pub(super) struct Inconsistent;

impl Rule for Inconsistent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let settled = house::check(context, report);
        let open = |m: &&[Member]| m.first().is_some_and(|m| !settled.contains(&m.concept));
        for members in context.facts.senses().members().chunk_by(|a, b| a.concept == b.concept).filter(open) {
            let Some(concept) = members.first().and_then(|m| context.knowledge.acronyms.concept(m.concept)) else {
                continue;
            };
            match members {
                [only] => report_beside_wrong(context, report, concept, only),
                _ => report_minority(context, report, concept, members),
            }
        }
    }
}

/// Whether a form is left letter by letter: then each of the forms is no English, which is another rule's business.
fn is_left(member: &Member) -> bool {
    matches!(member.standing, Standing::Own | Standing::Letters)
}

fn report_minority(context: &Context, report: &mut Reporter, concept: &Concept, members: &[Member]) {
    let Some(lead) = leading(members) else { return };
    let lead_text = text(context, lead);
    let Some(first) = lead.mentions.first().and_then(|&i| mention(context, i)) else { return };
    // Two forms that English has both ("AFU", "UAF") are a matter of house style.
    let odd = |m: &&Member| {
        m.form != lead.form
            && !m.introduced
            && (m.standing != Standing::English || lead.standing != Standing::English)
            && !is_left(lead)
    };
    for member in members.iter().filter(odd) {
        let todo = if lead.standing == Standing::English || concept.english.is_empty() {
            format!("Write “{lead_text}”")
        } else {
            "Choose one".to_owned()
        };
        for place in member.mentions.iter().filter_map(|&i| mention(context, i)) {
            let seen = context.slice(place.span);
            let message = format!(
                "“{seen}” here, “{lead_text}” in {}; both render {}. {todo}.",
                counted(lead.mentions.len(), "other place", "other places"),
                source_of(concept, member.source)
            );
            let mut draft = report
                .at(place.span, "one-concept", message)
                .evidence("count", format!("“{seen}” {}, “{lead_text}” {}", member.mentions.len(), lead.mentions.len()), None)
                .evidence("table", source_of(concept, member.source), Some("source/acronyms"))
                .group(group_of(concept))
                .compare(first.span, format!("“{}” here", context.slice(first.span)));
            if lead.standing == Standing::English {
                // What is no English gives way to what is; of two that English has the house may prefer either.
                let safety = if is_left(member) { Safety::Unsafe } else { Safety::DisplayOnly };
                draft = wording::add_choice(draft, context, place, lead_text, safety);
            }
            draft.done();
        }
    }
}

/// A form read letter by letter, never explained, beside a wrong rendering of the same concept.
fn report_beside_wrong(context: &Context, report: &mut Reporter, concept: &Concept, only: &Member) {
    let verdicts = context.facts.senses().verdicts();
    let wrong: Vec<&Mention> = verdicts
        .iter()
        .filter(|v| v.concept == only.concept && v.standing > Standing::Letters)
        .filter_map(|v| mention(context, v.mention))
        .collect();
    let Some(first) = wrong.first() else { return };
    if only.standing == Standing::English || only.defined || only.mentions.len() > wrong.len() {
        return;
    }
    let other = context.slice(first.span);
    for place in only.mentions.iter().filter_map(|&i| mention(context, i)) {
        let seen = context.slice(place.span);
        let side = if first.token < place.token { "above" } else { "below" };
        let message = format!(
            "“{seen}” stands for the same thing as “{other}” {side}, and neither is explained: both render {}. Choose one wording.",
            source_of(concept, only.source)
        );
        let draft = report
            .at(place.span, "one-concept", message)
            .evidence("sibling", format!("“{other}”"), None)
            .evidence("table", source_of(concept, only.source), Some("source/acronyms"))
            .group(group_of(concept))
            .compare(first.span, format!("“{other}” here"))
            .ask(format!("How shall {} be written?", source_of(concept, only.source)));
        wording::add_choices(draft, context, place, &[concept], false).done();
    }
}

fn mention<'a>(context: &Context<'a>, index: usize) -> Option<&'a Mention> {
    context.facts.acronyms().mentions().get(index)
}

fn text<'a>(context: &Context<'a>, member: &Member) -> &'a str {
    context.facts.acronyms().forms().get(member.form).map_or("", |form| &form.text)
}
