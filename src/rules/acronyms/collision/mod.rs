//! A definition in brackets that gives an acronym another sense than the one readers know: "Union State (US)".
//!
//! In: the collisions among the senses. Out: a finding on each bracket, which is deleted; where the acronym goes on in the
//! sense of the bracket, those places are named. Must not know: how senses are told apart.

use crate::document::Span;
use crate::facts::Needs;
use crate::facts::acronyms::Definition;
use crate::facts::senses::{self, Proof};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/collision",
    summary: "an acronym defined as something other than what readers know it for",
    why: "readers take the acronym in its usual sense, here and wherever it follows",
    category: "terminology/wrong-term",
    severity: Severity::Critical,
    classes: &[
        Class {
            id: "defined-otherwise",
            what: "a table row names the acronym as a wrong rendering of the long form, or the usual sense stands in the same text",
            by_definition: None,
        },
        Class {
            id: "commonest",
            what: "the acronym is among the commonest of English, and the long form is a name of something else",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Safe),
    languages: &Language::WITH_ACRONYMS,
    needs: Needs::SENSES,
    hint: false,
    page: include_str!("rule.md"),
};

/// How many places with the usual sense are shown beside a finding.
const SHOWN: usize = 3;

/// `acronyms/collision`
#[derive(Debug)]
pub(super) struct Collision;

impl Rule for Collision {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for collision in context.facts.senses().collisions() {
            if let Some(definition) = context.facts.acronyms().definitions().get(collision.definition) {
                report_one(context, report, collision, definition);
            }
        }
    }
}

fn report_one(context: &Context, report: &mut Reporter, collision: &senses::Collision, definition: &Definition) {
    let Some((place, cut)) = bracket(context, definition) else { return };
    let acronyms = context.facts.acronyms();
    let Some(mention) = acronyms.mentions().get(definition.mention) else { return };
    let Some(form) = acronyms.forms().get(mention.form) else { return };
    let short = &form.text;
    let long = super::quoted(context, definition.long.clone());
    let known = context.knowledge.acronyms.sense(form.key).map_or("", |s| s.words.first().copied().unwrap_or_default());
    let elsewhere = match collision.known.len() {
        0 => String::new(),
        count => format!(", which it means in {} here", super::places(count)),
    };
    let source = match collision.proof {
        Proof::Row(concept) => context.knowledge.acronyms.concept(concept),
        Proof::KnownSenseToo | Proof::Commonest => None,
    };
    let class = if collision.proof == Proof::Commonest { "commonest" } else { "defined-otherwise" };
    let why = source.map_or(String::new(), |c| format!(" The source seems to have {}.", super::source_of(c, 0)));
    let todo = match collision.local.len() {
        0 => "Delete the bracket.".to_owned(),
        count => format!("Delete the bracket and spell the name out in {} below.", super::places(count)),
    };
    let message = format!("“{short}” is explained as {long}, but readers know it as “{known}”{elsewhere}.{why} {todo}");
    // Nothing is lost with an acronym that a table calls wrong and that is not used again.
    let lossless = source.is_some() && collision.local.is_empty();
    let safety = if lossless { Safety::Safe } else { Safety::Unsafe };
    let mut draft = report
        .at(place, class, message)
        .evidence("definition", format!("{long} ({short})"), None)
        .group(source.map_or_else(|| format!("acronyms:{short}"), super::group_of));
    if let Some(concept) = source {
        draft = draft.evidence("table", super::source_of(concept, 0), Some("source/acronyms"));
    }
    if let Some(cut) = cut {
        draft = draft.fix(format!("Delete “({short})”"), safety, &[(cut, "")]);
    }
    for mention in collision.known.iter().filter_map(|&i| acronyms.mentions().get(i)).take(SHOWN) {
        draft = draft.compare(mention.span, format!("“{}” in the usual sense", context.slice(mention.span)));
    }
    for mention in collision.local.iter().filter_map(|&i| acronyms.mentions().get(i)) {
        draft = draft.also(mention.span, format!("“{}” for {long}: spell it out", context.slice(mention.span)));
    }
    draft.done();
}

/// The bracket, and what is deleted with it: the white space before it. A bracket that says more is not deleted.
fn bracket(context: &Context, definition: &Definition) -> Option<(Span, Option<Span>)> {
    let place = context.document.span_of(definition.bracket.clone())?;
    let before = context.tokens().get(definition.bracket.start.checked_sub(1)?)?;
    // The two marks, the acronym, and an article.
    let bare = definition.bracket.len() <= 4;
    Some((place, bare.then(|| before.span().at_end().cover(place))))
}
