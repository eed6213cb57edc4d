//! Residue: what the page, the source language, a program or a translation engine left in the text.
//!
//! In: the blocks, words, characters and phrase hits of a document. Out: findings on lines, words and characters.
//! Must not know: other groups' rules, formats, reports.

mod boilerplate;
mod duplicate_line;
mod escaped_entity;
mod hashtag_echo;
mod invisible_character;
mod mixed_script;
mod mojibake;
mod placeholder;
mod repetition_loop;
mod replacement_mark;
mod shown;
mod translator_chatter;
mod transliterated_word;
mod truncated_heading;
mod untranslated;

use super::Rule;
use crate::document::Token;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &boilerplate::Boilerplate,
    &duplicate_line::DuplicateLine,
    &escaped_entity::EscapedEntity,
    &hashtag_echo::HashtagEcho,
    &invisible_character::InvisibleCharacter,
    &mixed_script::MixedScript,
    &mojibake::Mojibake,
    &placeholder::Placeholder,
    &repetition_loop::RepetitionLoop,
    &replacement_mark::ReplacementMark,
    &translator_chatter::TranslatorChatter,
    &transliterated_word::TransliteratedWord,
    &truncated_heading::TruncatedHeading,
    &untranslated::Untranslated,
];

/// Whether a token at the start of a line shows that somebody speaks: a quotation mark or a dash.
fn opens_speech(token: &Token) -> bool {
    token.opens_quotation() || matches!(token.mark(), Some('–' | '—'))
}
