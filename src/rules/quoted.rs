//! Quotations are somebody's words: what of the findings between quotation marks is shown and changed.

use super::Meta;
use crate::document::{Document, RegionKind};
use crate::finding::Finding;
use crate::house::Quotations;

/// The groups whose fixes change marks, figures, stray characters and the spelling of names, and no word of a speaker.
const MECHANICAL: [&str; 4] = ["names", "numbers", "punctuation", "residue"];

/// Holds the findings between quotation marks to what the house allows.
pub fn keep_to_quotations(document: &Document, quotations: Quotations, findings: &mut Vec<Finding>) {
    let spoken = |finding: &Finding| {
        !MECHANICAL.contains(&Meta::group_of(finding.rule)) && document.inside(finding.span, RegionKind::Quotation)
    };
    match quotations {
        Quotations::All => {}
        Quotations::ReportOnly => findings.iter_mut().filter(|finding| spoken(finding)).for_each(Finding::suggest_only),
        Quotations::Mechanical => findings.retain(|finding| !spoken(finding)),
    }
}
