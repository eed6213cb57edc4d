//! Straight and curly quotation marks in one document.
//!
//! In: the quotations of a document. Out: a finding on each of the minority, with the marks of the majority.
//! Must not know: which of the two is better.

use super::code;
use super::quote_style::{self, House};
use crate::document::{Quotation, QuoteStyle, Span};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::house::QuoteMarks;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/mixed-quotes",
    summary: "straight quotation marks among curly ones, or curly among straight",
    why: "two kinds of marks in one text show that it was put together and not read through",
    category: "linguistic-conventions/punctuation",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "minority",
            what: "two quotations or more, and a third of all at most, between marks of the other kind",
            by_definition: None,
        },
        Class {
            id: "house-style",
            what: "a quotation between marks that are not those of the house",
            by_definition: Some("the house says which marks it uses"),
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::NOTHING,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest odd pairs that are worth a word; one alone may be copied from elsewhere as it was.
const FEWEST: usize = 2;
/// One in so many may be the odd one out; where more are, there is no majority to follow.
const SHARE: usize = 3;

/// `punctuation/mixed-quotes`
#[derive(Debug)]
pub(super) struct MixedQuotes;

impl Rule for MixedQuotes {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let (straight, curly) = quote_style::counts(context);
        let house = context.house.marks().quotes;
        let curly_is_right = house.map_or(straight < curly, |marks| marks == QuoteMarks::Curly);
        let (few, many) = if curly_is_right { (straight, curly) } else { (curly, straight) };
        if house.is_none() && (few < FEWEST || few * SHARE > few + many) {
            return;
        }
        let (odd, kind, usual) =
            if curly_is_right { (QuoteStyle::Straight, "straight", "curly") } else { (QuoteStyle::Curly, "curly", "straight") };
        let class = if house.is_some() { "house-style" } else { "minority" };
        let marks = House::of(context).within(None);
        for pair in context.document.quotations().pairs().iter().filter(|q| q.depth == 0 && q.style == odd) {
            let Some((open, close)) = ends(context, pair) else { continue };
            let message = match house {
                Some(_) => format!("This quotation stands between {kind} marks; the house sets {usual} ones."),
                None => {
                    let others = few.saturating_sub(1);
                    format!(
                        "{many} quotations stand between {usual} marks, this one and {others} more between {kind} ones. Write {usual} marks."
                    )
                }
            };
            report
                .at(open.cover(close), class, message)
                .evidence("count", format!("{usual}: {many}; {kind}: {few}"), None)
                .fix(format!("Write {usual} marks"), Safety::Safe, &[(open, marks.open), (close, marks.close)])
                .group("mixed-quotes")
                .done();
        }
    }
}

/// The marks of a quotation within one block, both of one kind.
fn ends(context: &Context, pair: &Quotation) -> Option<(Span, Span)> {
    let (open, close) = (context.tokens().get(pair.open)?, context.tokens().get(pair.close?)?);
    let straight = |mark: char| mark == '"' || mark == '\u{ff02}';
    let alike = straight(open.mark()?) == straight(close.mark()?);
    let one_block = context.document.block_of(pair.open) == context.document.block_of(pair.close?);
    (alike && one_block && !code::is_code(context, pair.open)).then(|| (open.span(), close.span()))
}
