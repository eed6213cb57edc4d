//! An initial that was copied by its look.

use crate::concordance::Bearer;
use crate::facts::names::MentionKind;
use crate::finding::counted;
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

pub(super) fn check(context: &Context, report: &mut Reporter) {
    let names = context.facts.names();
    for mention in names.mentions() {
        let MentionKind::Initial { initial, surname } = mention.kind else { continue };
        let begins = context.knowledge.source.initials.of(initial);
        // Where somebody's given name begins so, the initial may be his.
        let is_his = || names.spellings().iter().any(|spelling| spelling.given && spelling.text.starts_with(initial));
        if begins.is_empty() || is_his() {
            continue;
        }
        let text = &names.spelling(surname.spelling).text;
        let bears = |bearer: &&Bearer| bearer.surnames.iter().any(|variant| variant.text == *text) && !bearer.givens.is_empty();
        let mut bearers = context.names.bearers().iter().filter(bears);
        // Of two bearers the initial may be that of a third.
        let (Some(bearer), None) = (bearers.next(), bearers.next()) else { continue };
        let given = &bearer.givens[0].text;
        let Some(right) = given.chars().next().filter(|first| begins.contains(first)) else { continue };
        let at = (0..4).filter_map(|back| (surname.start as usize).checked_sub(back)).find(|&at| {
            context
                .tokens()
                .get(at)
                .is_some_and(|token| context.slice(token.span()).starts_with(initial) && at < surname.start as usize)
        });
        let token = at.and_then(|at| context.tokens().get(at));
        let Some(span) =
            token.and_then(|t| context.document.text().span(t.span().start()..t.span().start() + initial.len_utf8()))
        else {
            continue;
        };
        let places = counted(bearer.givens[0].places.len(), "place", "places");
        let message = format!(
            "“{initial}. {text}” is {given} {text} in {places}: “{initial}” looks like the Cyrillic letter for “{right}”. Write “{right}”."
        );
        report
            .at(span, "look-alike", message)
            .evidence("table", format!("{initial} for {right}"), Some("source/initials"))
            .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, &right.to_string())])
            .group(format!("names:{text}"))
            .done();
    }
}
