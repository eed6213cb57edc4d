//! Residue: what belongs to the page and not to the text.
//!
//! In: the blocks and phrase hits of a document. Out: findings on whole lines, most of them deletions.
//! Must not know: other groups' rules, formats, reports.

mod boilerplate;
mod duplicate_line;
mod hashtag_echo;

use super::Rule;
use crate::document::Token;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[&boilerplate::Boilerplate, &duplicate_line::DuplicateLine, &hashtag_echo::HashtagEcho];

/// Whether a token at the start of a line shows that somebody speaks: a quotation mark or a dash.
fn opens_speech(token: &Token) -> bool {
    token.opens_quotation() || matches!(token.mark(), Some('–' | '—'))
}
