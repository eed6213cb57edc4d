//! Speech without quotation marks: `– We will come, – said Petrov.`
//!
//! In: a dash after a pause within a block, or at its beginning. Out: findings on the dashes that set off speech.
//! Must not know: quotation marks, but for where they are.

use super::{Closings, Place, attribution, gap};
use crate::document::RegionKind;
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// Fewest tokens before the dash where no other dash opens the speech; fewer are a form of address ("Sir, –").
const SHORTEST_SPEECH: usize = 4;

/// What is known of the block at hand while its dashes are walked through.
#[derive(Default)]
pub(super) struct Dialogue {
    /// The dash that opens a block in which an attribution will follow.
    opened: Option<usize>,
    /// The block in which an attribution has been found, by its first token.
    attributed: Option<usize>,
}

impl Dialogue {
    /// A dash at the beginning of a block: a line of dialogue, if an attribution follows on a further dash.
    pub(super) fn open(&mut self, context: &Context, closings: &Closings, place: &Place) {
        let later = (place.dash + 2..place.end).any(|at| sets_off(context, &Place { dash: at, ..*place }));
        let quoted = closings.any_in(place.start, place.end);
        self.opened = (later && !quoted).then_some(place.start);
    }

    /// A spaced dash within a block, after a pause: before an attribution, or after one.
    pub(super) fn dash(&mut self, context: &Context, report: &mut Reporter, closings: &Closings, place: &Place) {
        let tokens = context.tokens();
        let spoken = self.opened == Some(place.start);
        let after = spoken && self.attributed == Some(place.start);
        let sets_off = sets_off(context, place);
        if !spoken && place.dash < place.start + SHORTEST_SPEECH {
            return;
        }
        let resumes = after && matches!(tokens[place.dash - 1].mark(), Some(',' | '.'));
        if !sets_off && !resumes {
            return;
        }
        if spoken && self.attributed != Some(place.start) {
            let first = tokens[place.start].span();
            report
                .at(first, "unquoted", "A dash opens the speech. Set the speech between quotation marks instead.")
                .group("punctuation:dialogue")
                .done();
        }
        self.attributed = Some(place.start);
        let span = gap(tokens, place.dash);
        // Within quotation marks the attribution would seem to be part of what is said.
        let quoted = !spoken && context.document.inside(span, RegionKind::Quotation) && !closings.is_closing(place.dash + 1);
        let what = if sets_off { "before" } else { "after" };
        let advice = if quoted { "Close the quotation before it" } else { "Take the dash out" };
        let draft = report.at(span, "unquoted", format!("A dash stands {what} the words that tell who speaks. {advice}."));
        let draft = if spoken { draft.group("punctuation:dialogue") } else { draft };
        // Where the dashes stand for quotation marks, nothing else would tell where the speech ends.
        let safety = if spoken { Safety::Unsafe } else { Safety::Safe };
        if quoted { draft.done() } else { draft.fix("Take the dash out", safety, &[(span, "")]).done() }
    }
}

/// Whether a dash after a comma, a question or exclamation mark stands before an attribution.
fn sets_off(context: &Context, place: &Place) -> bool {
    let tokens = context.tokens();
    let Some(dash) = tokens.get(place.dash).filter(|t| t.is_dash() && t.space_before() && !t.break_before()) else {
        return false;
    };
    let pause = place.dash.checked_sub(1).and_then(|at| tokens.get(at));
    let paused = pause.is_some_and(|t| matches!(t.mark(), Some(',' | '?' | '!' | '…')) && !t.space_before());
    let free = tokens.get(place.dash + 1).is_some_and(|t| t.space_before() && !t.break_before());
    paused && free && !dash.break_before() && attribution::verb(context, place.dash + 1, place.end).is_some()
}
