//! What a rule says about itself, once.

use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::Language;

/// A kind of evidence that a rule distinguishes; each has its own measured confidence.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// The name within the rule (`full-name`).
    pub id: &'static str,
    /// What it rests on, in words.
    pub what: &'static str,
    /// Why it needs no measuring: an error by definition. `None` for all others.
    pub by_definition: Option<&'static str>,
}

/// All that a rule says about itself; lists, pages, schemas and reports are printed from it.
#[derive(Debug)]
pub struct Meta {
    /// `group/name-of-the-fault`; also the rule's folder.
    pub id: &'static str,
    /// What it finds, in one line without a full stop.
    pub summary: &'static str,
    /// Why it matters, in one sentence; part of every finding.
    pub why: &'static str,
    /// The MQM type.
    pub category: &'static str,
    /// How bad, if true; a finding may say otherwise of itself.
    pub severity: Severity,
    /// The kinds of evidence it distinguishes.
    pub classes: &'static [Class],
    /// The safest fix that it offers; `None` where it offers none.
    pub safety: Option<Safety>,
    /// Source languages it was made for; empty: any.
    pub languages: &'static [Language],
    /// The facts it asks for.
    pub needs: Needs,
    /// Whether all its findings are hints, shown only when asked for.
    pub hint: bool,
    /// Its page, in Markdown.
    pub page: &'static str,
}

impl Meta {
    /// The part of the id before the slash.
    pub fn group(&self) -> &'static str {
        Self::group_of(self.id)
    }

    /// The part of a rule's id before the slash.
    pub fn group_of(id: &'static str) -> &'static str {
        id.split('/').next().unwrap_or(id)
    }

    /// The evidence class with this name.
    pub fn class(&self, id: &str) -> Option<&'static Class> {
        self.classes.iter().find(|class| class.id == id)
    }
}
