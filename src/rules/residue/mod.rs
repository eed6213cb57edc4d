//! Residue: what belongs to the page and not to the text.
//!
//! In: the blocks and phrase hits of a document. Out: findings on whole lines, most of them deletions.
//! Must not know: other groups' rules, formats, reports.

mod boilerplate;
mod duplicate_line;
mod hashtag_echo;
mod repetition_loop;
mod translator_chatter;
mod transliterated_word;
mod truncated_heading;

use super::Rule;
use crate::document::Token;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &boilerplate::Boilerplate,
    &duplicate_line::DuplicateLine,
    &hashtag_echo::HashtagEcho,
    &repetition_loop::RepetitionLoop,
    &translator_chatter::TranslatorChatter,
    &transliterated_word::TransliteratedWord,
    &truncated_heading::TruncatedHeading,
];

/// Whether a token at the start of a line shows that somebody speaks: a quotation mark or a dash.
fn opens_speech(token: &Token) -> bool {
    token.opens_quotation() || matches!(token.mark(), Some('–' | '—'))
}
