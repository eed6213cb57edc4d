//! How a rule reports: a draft that is filled and handed in.

use super::{Calibration, Context, Meta};
use crate::document::{Edit, RegionKind, Span};
use crate::finding::{Confidence, Evidence, Finding, Fingerprint, Related, Role, Severity};
use crate::fix::{Fix, Safety};
use crate::house::Quotations;

/// Takes the findings of one rule on one document.
#[derive(Debug)]
pub struct Reporter<'a> {
    context: Context<'a>,
    calibration: &'a Calibration,
    meta: &'static Meta,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Reporter<'a> {
    /// A reporter for one rule.
    pub fn new(context: Context<'a>, calibration: &'a Calibration, meta: &'static Meta, findings: &'a mut Vec<Finding>) -> Self {
        Self { context, calibration, meta, findings }
    }

    /// Begins a finding: the place, the evidence class (one of the rule's), and what is wrong.
    pub fn at(&mut self, span: Span, class: &'static str, message: impl Into<String>) -> Draft<'_, 'a> {
        debug_assert!(self.meta.class(class).is_some(), "{} has no evidence class “{class}”", self.meta.id);
        let finding = Finding {
            rule: self.meta.id,
            row: None,
            class,
            category: self.meta.category,
            span,
            message: message.into(),
            why: self.meta.why,
            severity: self.meta.severity,
            confidence: self.confidence(span, class),
            evidence: Vec::new(),
            fixes: Vec::new(),
            related: Vec::new(),
            group: None,
            ask: None,
            hint: self.meta.hint,
            fingerprint: Fingerprint::default(),
        };
        Draft { reporter: self, finding }
    }

    /// The measured confidence of the class; somebody's own words lower it by one level for wording rules.
    fn confidence(&self, span: Span, class: &str) -> Confidence {
        let measured = self.calibration.confidence(self.meta, class);
        let spoken = self.meta.group() == "wording" && self.context.house.style().quotations != Quotations::All;
        let quoted = spoken && self.context.document.inside(span, RegionKind::Quotation);
        if quoted { measured.lowered() } else { measured }
    }
}

/// A finding that is being filled; [`Draft::done`] hands it in.
#[derive(Debug)]
#[must_use = "a draft is reported by `done`"]
pub struct Draft<'r, 'a> {
    reporter: &'r mut Reporter<'a>,
    finding: Finding,
}

impl Draft<'_, '_> {
    /// The row of the rule's table that hit.
    pub fn row(mut self, key: &str) -> Self {
        self.finding.row = Some(key.to_owned());
        self
    }

    /// Another severity than the rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.finding.severity = severity;
        self
    }

    /// Something the finding rests on.
    pub fn evidence(mut self, kind: &'static str, value: impl Into<String>, from: Option<&'static str>) -> Self {
        self.finding.evidence.push(Evidence { kind, value: value.into(), from });
        self
    }

    /// A way to mend it; the first one added is the best. One that would change nothing is left out.
    pub fn fix(mut self, title: impl Into<String>, safety: Safety, edits: &[(Span, &str)]) -> Self {
        let text = self.reporter.context.document.text();
        let edits: Vec<Edit> = edits.iter().filter_map(|(span, new)| Edit::new(text, *span, new)).collect();
        self.finding.fixes.extend(Fix::new(title, safety, edits));
        self
    }

    /// A place that is evidence and right as it stands.
    pub fn compare(self, span: Span, message: impl Into<String>) -> Self {
        self.related(span, Role::Compare, message.into())
    }

    /// A place with the same fault where nothing is proposed.
    pub fn also(self, span: Span, message: impl Into<String>) -> Self {
        self.related(span, Role::Also, message.into())
    }

    fn related(mut self, span: Span, role: Role, message: String) -> Self {
        self.finding.related.push(Related { span, role, message });
        self
    }

    /// The name shared by all places of one cause.
    pub fn group(mut self, name: impl Into<String>) -> Self {
        self.finding.group = Some(name.into());
        self
    }

    /// The question for the author or translator.
    pub fn ask(mut self, question: impl Into<String>) -> Self {
        self.finding.ask = Some(question.into());
        self
    }

    /// Hands the finding in.
    pub fn done(self) {
        debug_assert!(
            self.finding.fixes.iter().all(|fix| Some(fix.safety()) <= self.reporter.meta.safety),
            "{} offers a safer fix than it says",
            self.finding.rule
        );
        self.reporter.findings.push(self.finding);
    }
}
