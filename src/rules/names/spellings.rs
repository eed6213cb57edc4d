//! How rules of names report two spellings of what should be spelt alike.

use crate::concordance::Uses;
use crate::document::{RegionKind, Span};
use crate::facts::names::{SourceForm, schemes};
use crate::finding::counted;
use crate::fix::Safety;
use crate::rules::{Context, Draft, Reporter};

/// How many places with the right spelling are shown beside a finding.
const SHOWN: usize = 2;

/// A spelling and its places in the text, in order.
#[derive(Clone, Debug)]
pub(super) struct Spelling<'a> {
    pub(super) text: &'a str,
    pub(super) spans: Vec<Span>,
}

/// What is known of two spellings besides where they stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    pub(super) class: &'static str,
    /// Ends the sentence “A” here, “B” there; …
    pub(super) reason: &'a str,
    /// The form that gives both.
    pub(super) source: Option<&'a SourceForm>,
    pub(super) group: &'a str,
    /// Of the fix where a majority decides.
    pub(super) safety: Safety,
}

/// A spelling with its words in the text but those in code and addresses.
pub(super) fn words_of<'a>(context: &Context<'a>, uses: &Uses) -> Spelling<'a> {
    let spans = uses.words.iter().filter_map(|word| context.document.span_of(word.tokens()));
    let spans = spans.filter(|span| !context.document.inside(*span, RegionKind::Code)).collect();
    Spelling { text: &context.facts.names().spelling(uses.spelling).text, spans }
}

/// Reports every place of the rarer spelling, with `right` for it.
pub(super) fn report_rare(
    context: &Context,
    report: &mut Reporter,
    rare: &Spelling,
    usual: &Spelling,
    right: &str,
    ground: &Ground,
) {
    // One place against one is no majority, where only singulars and plurals together make it.
    let safety = if usual.spans.len() > 1 { ground.safety } else { ground.safety.min(Safety::Unsafe) };
    for &span in &rare.spans {
        let seen = context.slice(span);
        let right = in_case_of(seen, rare.text, right);
        let places = counted(usual.spans.len(), "other place", "other places");
        let message = format!("“{seen}” here, “{}” in {places}; {}. Write “{right}”.", usual.text, ground.reason);
        let count = format!("“{}” {}, “{}” {}", rare.text, rare.spans.len(), usual.text, usual.spans.len());
        let mut draft = report
            .at(span, ground.class, message)
            .evidence("count", count, None)
            .fix(format!("Write “{right}”"), safety, &[(span, &right)])
            .group(ground.group);
        if let Some(source) = ground.source {
            draft = draft.evidence("source-form", &*source.form, Some(source.language.romanization_table()));
            draft = with_schemes(draft, context, [rare.text, usual.text], source);
        }
        for &other in usual.spans.iter().take(SHOWN) {
            draft = draft.compare(other, format!("“{}” here", context.slice(other)));
        }
        draft.done();
    }
}

/// Adds which scheme of romanisation each of two spellings follows, where both follow one.
fn with_schemes<'r, 'a>(draft: Draft<'r, 'a>, context: &Context, spellings: [&str; 2], source: &SourceForm) -> Draft<'r, 'a> {
    let scheme = |spelling: &str| schemes(spelling, source, context.knowledge).first().map(|scheme| scheme.name);
    match spellings.map(scheme) {
        [Some(one), Some(other)] if one != other => {
            draft.evidence("scheme", format!("“{}” {one}, “{}” {other}", spellings[0], spellings[1]), None)
        }
        _ => draft,
    }
}

/// Reports two spellings with as many places each, once, at the first place of the later; both are offered.
/// `preferred` is the one that the press writes, where a table knows.
pub(super) fn report_tie(
    context: &Context,
    report: &mut Reporter,
    earlier: &Spelling,
    later: &Spelling,
    preferred: Option<&str>,
    ground: &Ground,
) {
    let (Some(&there), Some(&here)) = (earlier.spans.first(), later.spans.first()) else { return };
    // A third spelling that the press writes settles nothing between these two.
    let preferred = preferred.filter(|word| [earlier.text, later.text].contains(word));
    let advice = preferred.map_or("Choose one".into(), |word| format!("The press writes “{word}”"));
    let count = times(later.spans.len());
    let (seen, other) = (context.slice(here), context.slice(there));
    let message = format!("“{seen}” here, “{other}” earlier, {count} each; {}. {advice}.", ground.reason);
    let mut draft = report.at(here, ground.class, message).group(ground.group).compare(there, format!("“{other}” here"));
    if let Some(source) = ground.source {
        draft = draft.evidence("source-form", &*source.form, Some(source.language.romanization_table()));
        draft = with_schemes(draft, context, [later.text, earlier.text], source);
    }
    for also in &later.spans[1..] {
        draft = draft.also(*also, format!("“{}” here", context.slice(*also)));
    }
    // The form that the press writes comes first; without one the first spelling of the text does, as a choice only.
    let choices = [(earlier, later), (later, earlier)];
    let order = if preferred == Some(later.text) { [1, 0] } else { [0, 1] };
    for (place, choice) in order.into_iter().enumerate() {
        let (word, other) = choices[choice];
        let safety = if preferred.is_some() && place == 0 { Safety::Unsafe } else { Safety::DisplayOnly };
        let edits: Vec<(Span, &str)> = other.spans.iter().map(|span| (*span, word.text)).collect();
        draft = draft.fix(format!("Write “{}”", word.text), safety, &edits);
    }
    draft.done();
}

/// The right word as it is to stand where `seen` stands, which may be all in capitals.
pub(super) fn in_case_of(seen: &str, usual_case: &str, right: &str) -> String {
    if seen == usual_case { right.to_owned() } else { right.to_uppercase() }
}

/// How often, in words.
pub(super) fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
