//! How far corrections go: which fixes are carried out without being read first.

use super::{Confidence, Finding};
use crate::fix::Safety;

/// Which fixes are carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Safe fixes of high confidence.
    Safe,
    /// Also unsafe fixes and those of medium confidence.
    Unsafe,
}

impl Level {
    /// Whether the first fix of a finding is carried out.
    pub fn takes(self, finding: &Finding) -> bool {
        let Some(fix) = finding.fixes.first() else { return false };
        match self {
            Self::Safe => fix.safety() == Safety::Safe && finding.confidence == Confidence::High,
            Self::Unsafe => fix.safety() >= Safety::Unsafe && finding.confidence >= Confidence::Medium,
        }
    }
}
