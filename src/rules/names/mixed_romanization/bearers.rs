//! People who are named in full: their given names and surnames.

use super::{APOSTROPHE, Ground, Role, Settled, Spelling, report_rare, report_tie, word_of};
use crate::concordance::{Place, Variant};
use crate::document::Span;
use crate::facts::names::{Verdict, compare, differ_in_apostrophes};
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

pub(super) fn check(context: &Context, report: &mut Reporter, settled: &Settled) {
    for bearer in context.names.doubtful_bearers() {
        for (variants, role) in [(&bearer.givens, Role::Given), (&bearer.surnames, Role::Surname)] {
            let mut places = variants.iter().flat_map(|variant| &variant.places);
            if !places.any(|place| word_of(context, *place, role).is_some_and(|word| settled.has(&word))) {
                check_variants(context, report, variants, role);
            }
        }
    }
}

/// Reports every place whose spelling has fewer places than the most frequent one, and on a tie the later of two.
fn check_variants(context: &Context, report: &mut Reporter, variants: &[Variant], role: Role) {
    // Of several with as many places the first in the text.
    let rank = |variant: &&Variant| (std::cmp::Reverse(variant.places.len()), variant.places.first().copied());
    let Some(usual) = variants.iter().min_by_key(rank) else { return };
    let usual_spelling = spelling(context, usual, role);
    for other in variants.iter().filter(|other| other.text != usual.text) {
        let found = compare(&other.text, &usual.text, context.knowledge);
        let (same, apostrophe) = (found.verdict == Verdict::Same, found.source.is_none());
        // Spellings that differ in accents or capitals alone have no form to show: that is another fault than this.
        if apostrophe && !differ_in_apostrophes(&other.text, &usual.text) {
            continue;
        }
        let tied = other.places.len() == usual.places.len();
        let class = match role {
            _ if apostrophe => "apostrophe",
            _ if !same => "likely",
            _ if tied => "tie",
            Role::Given => "given-name",
            Role::Surname => "surname",
        };
        let form = found.source.as_ref().map_or(&*usual.text, |source| &source.form);
        let reason = if apostrophe { APOSTROPHE.to_owned() } else { format!("both romanise {form}") };
        let ground = Ground {
            class,
            reason: &reason,
            source: found.source.as_ref(),
            group: &format!("names:{form}"),
            safety: if same { Safety::Safe } else { Safety::Unsafe },
        };
        let other = spelling(context, other, role);
        if !tied {
            report_rare(context, report, &other, &usual_spelling, &usual.text, &ground);
        } else if same {
            let preferred = context.knowledge.source.preferred(other.text, &usual.text);
            let preferred = preferred.filter(|_| role == Role::Given);
            report_tie(context, report, &usual_spelling, &other, preferred, &ground);
        }
    }
}

fn spelling<'a>(context: &Context, variant: &'a Variant, role: Role) -> Spelling<'a> {
    let spans = variant.places.iter().filter_map(|place| span(context, *place, role)).collect();
    Spelling { text: &variant.text, spans }
}

/// Where the given name or the surname of a mention stands.
fn span(context: &Context, place: Place, role: Role) -> Option<Span> {
    context.document.span_of(word_of(context, place, role)?.tokens())
}
