//! Rules: one folder a rule, grouped; and what all rules share.
//!
//! In: a [`Context`], all that a rule may see of one document. Out: [`crate::finding::Finding`]s, through a [`Reporter`].
//! A rule is pure: no files, clock, randomness or global state; it never panics and never reads another rule's findings.
//! Must not know: formats, configuration, reports; a rule must not know another rule.

mod calibration;
mod context;
mod meta;
mod noun;
mod phrase;
mod quoted;
mod reporter;
mod selection;
mod severities;

mod acronyms;
mod names;
mod numbers;
mod punctuation;
mod residue;
mod terms;
mod wording;

pub use calibration::{Calibration, CalibrationError, Measured};
pub use context::Context;
pub use meta::{Class, Meta};
pub use quoted::keep_to_quotations;
pub use reporter::{Draft, Reporter};
pub use selection::{Selection, Selector, UnknownSelector};
pub use severities::Severities;

/// A rule. Its `mod.rs` says what it is ([`Meta`]) and checks; its `rule.md` is its page, its `cases.md` its proof.
pub trait Rule: Sync {
    /// All that the rule says about itself.
    fn meta(&self) -> &'static Meta;

    /// Reports what it finds in one document.
    fn check(&self, context: &Context, report: &mut Reporter);
}

/// All rules, by group and within a group by id.
pub fn all() -> impl Iterator<Item = &'static dyn Rule> {
    [acronyms::RULES, names::RULES, numbers::RULES, punctuation::RULES, residue::RULES, terms::RULES, wording::RULES]
        .into_iter()
        .flatten()
        .copied()
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static dyn Rule> {
    all().find(|rule| rule.meta().id == id)
}

#[cfg(test)]
mod tests;
