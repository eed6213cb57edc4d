//! Which marks close a quotation.
//!
//! In: a document. Out: for a mark that closes, where its quotation opens.
//! Must not know: what stands around.

use crate::document::{Document, MarkRole};

/// The closing marks of a document, sorted, with the opening ones where there are any.
pub(super) struct Closings(Vec<(usize, Option<usize>)>);

impl Closings {
    /// Those of a document.
    pub(super) fn of(document: &Document) -> Self {
        let quotations = document.quotations();
        let paired = quotations.pairs().iter().filter_map(|q| q.close.map(|close| (close, Some(q.open))));
        let lone = quotations.lone().iter().filter(|mark| mark.role == MarkRole::Closing).map(|mark| (mark.token, None));
        let mut all: Vec<_> = paired.chain(lone).collect();
        all.sort_unstable();
        Self(all)
    }

    /// Where the quotation opens that this token closes; `Some(None)` where nothing opens it, `None` where the token
    /// closes nothing.
    pub(super) fn opening_of(&self, token: usize) -> Option<Option<usize>> {
        let place = self.0.binary_search_by_key(&token, |&(close, _)| close).ok()?;
        self.0.get(place).map(|&(_, open)| open)
    }

    /// Whether a token closes a quotation.
    pub(super) fn is_closing(&self, token: usize) -> bool {
        self.opening_of(token).is_some()
    }

    /// Whether a quotation closes between two tokens.
    pub(super) fn any_in(&self, from: usize, to: usize) -> bool {
        let place = self.0.partition_point(|&(close, _)| close < from);
        self.0.get(place).is_some_and(|&(close, _)| close < to)
    }
}
