//! Which quotation marks a document uses, and what stands within what.

use crate::document::{Quotation, QuoteStyle};
use crate::house::QuoteMarks;
use crate::rules::Context;

/// A pair of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub open: &'static str,
    pub close: &'static str,
}

/// The marks that a document should have: those of the house, else those of most of its quotations, curly ones where it
/// has none.
#[derive(Clone, Copy, Debug)]
pub(super) struct House {
    straight: bool,
}

impl House {
    /// Counts the double marks of a document that have a partner of their kind.
    pub(super) fn of(context: &Context) -> Self {
        let straight = match context.house.marks().quotes {
            Some(marks) => marks == QuoteMarks::Straight,
            None => {
                let (straight, curly) = counts(context);
                straight > curly
            }
        };
        Self { straight }
    }

    /// The marks for a quotation within one of this style, or within none: single ones within double ones.
    pub(super) fn within(self, outer: Option<QuoteStyle>) -> Marks {
        let single = outer.is_some_and(|style| style != QuoteStyle::Single);
        match (self.straight, single) {
            (false, false) => Marks { open: "“", close: "”" },
            (false, true) => Marks { open: "‘", close: "’" },
            (true, false) => Marks { open: "\"", close: "\"" },
            (true, true) => Marks { open: "'", close: "'" },
        }
    }
}

/// How many quotations stand between straight marks and how many between curly ones, those within others left out.
pub(super) fn counts(context: &Context) -> (usize, usize) {
    let of = |wanted| {
        let pairs = context.document.quotations().pairs().iter();
        pairs.filter(|q| q.depth == 0 && q.close.is_some() && q.style == wanted).count()
    };
    (of(QuoteStyle::Straight), of(QuoteStyle::Curly))
}

/// Every quotation with the style of the one that encloses it.
pub(super) fn nested<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a Quotation, Option<QuoteStyle>)> {
    let mut around: Vec<(usize, QuoteStyle)> = Vec::new();
    context.document.quotations().pairs().iter().map(move |pair| {
        while around.last().is_some_and(|&(end, _)| end <= pair.span.start()) {
            around.pop();
        }
        let outer = around.last().map(|&(_, style)| style);
        // What nobody closes encloses nothing for sure.
        if pair.close.is_some() {
            around.push((pair.span.end(), pair.style));
        }
        (pair, outer)
    })
}
