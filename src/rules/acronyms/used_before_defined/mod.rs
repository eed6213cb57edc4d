//! An acronym that stands in running text before the place that explains it.
//!
//! In: the forms of a document with their definitions. Out: one hint a form at its first mention in running text, with the
//! long form to write there. Must not know: what acronyms mean in a source language, which is the business of other rules.

mod foreign;

use std::ops::Range;

use super::{running, wording};
use crate::facts::Needs;
use crate::facts::acronyms::{Form, Mention};
use crate::finding::{Severity, counted};
use crate::fix::Safety;
use crate::knowledge::acronyms::Rank;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/used-before-defined",
    summary: "an acronym used before the place that explains it",
    why: "a reader meets the acronym without its meaning and finds it only later",
    category: "style/unclear-reference",
    severity: Severity::Neutral,
    classes: &[Class { id: "later", what: "the bracket that explains it stands further down", by_definition: None }],
    safety: Some(Safety::DisplayOnly),
    languages: &[],
    needs: Needs::SENSES,
    hint: true,
    page: include_str!("rule.md"),
};

/// How many tokens before a mention are searched for its long form in words.
const BEFORE: usize = 2_000;

/// `acronyms/used-before-defined`
#[derive(Debug)]
pub(super) struct UsedBeforeDefined;

impl Rule for UsedBeforeDefined {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let judged = running::judged(context);
        for (index, form) in context.facts.acronyms().forms().iter().enumerate() {
            if is_glossed(context, form) || judged.contains(&index) {
                continue;
            }
            if let Some((first, long)) = early(context, form) {
                report_one(context, report, form, first, long);
            }
        }
    }
}

/// Whether the text tells what a form is in other words than its long form; a bracket behind it with the long form is a
/// gloss, too. A name before a bracket, of whatever letters, is a long form here.
fn is_glossed(context: &Context, form: &Form) -> bool {
    let all = context.facts.acronyms().definitions();
    let mut own = form.definitions.iter().filter_map(|&i| all.get(i)).peekable();
    let told = if own.peek().is_none() { foreign::long_form(context, form).is_none() } else { own.all(|d| d.long_first) };
    form.glossed && told
}

/// The first mention in running text, and the long form further down that explains it, in another sentence.
fn early<'a>(context: &Context<'a>, form: &Form) -> Option<(&'a Mention, Range<usize>)> {
    let (long, is_own) = if form.definitions.is_empty() {
        (foreign::long_form(context, form)?, false)
    } else {
        let definition = *running::definitions(context, form).first()?;
        (definition.long.clone(), running::is_of_form(context, form, definition))
    };
    let first = running::first_mention(context, form)?;
    let before = context.document.sentence_of(first.token) < context.document.sentence_of(long.start) && !first.dotted;
    // "UAE" for an association of exporters: what stands above is the country.
    let other = || running::is_known_to_all(context, form, Rank::Household) && !is_own;
    let known = || running::is_known_to_all(context, form, Rank::Commonest);
    (before && !known() && !other() && !stands_in_words(context, first.token, &long)).then_some((first, long))
}

/// Whether the words of a long form stand before a token already.
fn stands_in_words(context: &Context, token: usize, long: &Range<usize>) -> bool {
    let words: Vec<u64> = running::content(context, long.clone()).map(|at| context.hash(at)).collect();
    let before: Vec<u64> = running::content(context, token.saturating_sub(BEFORE)..token).map(|at| context.hash(at)).collect();
    before.windows(words.len().max(1)).any(|window| window == words)
}

fn report_one(context: &Context, report: &mut Reporter, form: &Form, first: &Mention, long: Range<usize>) {
    let seen = context.slice(first.span);
    let words = context.words(long.clone());
    let distance = context.document.sentence_of(long.start).saturating_sub(context.document.sentence_of(first.token));
    let below = counted(distance, "sentence below", "sentences below");
    let message = format!("“{seen}” stands here before it is explained: “{words}” follows {below}. Spell it out here.");
    let mut draft = report.at(first.span, "later", message).group(format!("acronyms:{}", form.text));
    if let Some(place) = context.document.span_of(long) {
        draft = draft.compare(place, format!("“{}” is explained here", form.text));
    }
    if let Some(choice) = running::introduction(context, first, form, words) {
        draft = wording::add_choice(draft, context, first, &choice, Safety::DisplayOnly);
    }
    draft.done();
}
