//! Characters that nobody sees, where no script and no picture needs them; and the stress marks of Slavic dictionaries.
//!
//! In: runs of invisible characters, acute accents that combine. Out: deletions. Must not know: words.

use unicode_normalization::UnicodeNormalization;

use crate::document::{RegionKind, Span};
use crate::facts::Needs;
use crate::facts::characters::Script;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const UNSEEN: Option<&str> = Some("nobody sees the character; scripts, pictures and code that need it are told apart");

static META: Meta = Meta {
    id: "residue/invisible-character",
    summary: "a character that nobody sees, inside a word or beside it",
    why: "searches, spellcheckers and screen readers do not know a word that has it",
    category: "linguistic-conventions/character-encoding",
    severity: Severity::Minor,
    classes: &[
        Class { id: "zero-width", what: "a space, joiner or byte order mark without width", by_definition: UNSEEN },
        Class { id: "soft-hyphen", what: "a place where a word might be divided", by_definition: UNSEEN },
        Class { id: "direction", what: "a mark of writing direction beside Latin letters", by_definition: UNSEEN },
        Class { id: "stress", what: "a stress mark that was left on a romanised word", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::CHARACTERS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `residue/invisible-character`
#[derive(Debug)]
pub(super) struct InvisibleCharacter;

impl Rule for InvisibleCharacter {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        for &span in context.facts.characters().invisible() {
            let Some(c) = context.document.text().char_at(span.start()) else { continue };
            if !context.document.inside(span, RegionKind::Code) && !is_needed(context, span, c) {
                tell(context, report, span, c);
            }
        }
        for &span in context.facts.characters().stressed() {
            report_stress(context, report, span);
        }
    }
}

fn tell(context: &Context, report: &mut Reporter, span: Span, c: char) {
    let class = match c {
        '\u{ad}' => "soft-hyphen",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "direction",
        _ => "zero-width",
    };
    let count = context.slice(span).chars().count();
    let times = if count > 1 { format!(", {count} times") } else { String::new() };
    let message = format!("{} (U+{:04X}{times}) stands here, and nobody sees it. Delete it.", name(c), u32::from(c));
    report.at(span, class, message).fix("Delete the invisible character", Safety::Safe, &[(span, "")]).done();
}

fn name(c: char) -> &'static str {
    match c {
        '\u{ad}' => "A soft hyphen",
        '\u{200b}' => "A zero-width space",
        '\u{200c}' => "A zero-width non-joiner",
        '\u{200d}' => "A zero-width joiner",
        '\u{2060}' => "A word joiner",
        '\u{feff}' => "A byte order mark",
        '\u{fffc}' => "The mark of an object that was lost",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "A mark of writing direction",
        _ => "A character without width",
    }
}

/// How far a letter may stand from a mark of its script, in characters.
const REACH: usize = 8;

/// Whether a script or a picture beside it needs the character. A soft hyphen at the end of a line divides a word there.
fn is_needed(context: &Context, span: Span, c: char) -> bool {
    let text = context.document.text().as_str();
    let (before, after) = (text.get(..span.start()).unwrap_or_default(), text.get(span.end()..).unwrap_or_default());
    if c == '\u{feff}' {
        return false;
    }
    if c == '\u{ad}' {
        return after.starts_with(['\n', '\r']);
    }
    let picture = |c: Option<char>| c.is_some_and(|c| c >= '\u{2190}' && Script::of(c).is_none());
    if c == '\u{200d}' && picture(before.chars().next_back()) && picture(after.chars().next()) {
        return true;
    }
    let script = |c: char| Script::of(c) == Some(Script::Other);
    before.chars().rev().take(REACH).any(script) || after.chars().take(REACH).any(script)
}

/// A longer word, in bytes, is no word.
const LONGEST: usize = 64;

/// A stress mark after a vowel of a word that English does not write with one.
fn report_stress(context: &Context, report: &mut Reporter, span: Span) {
    let text = context.document.text();
    let Some(base) = text.as_str().get(..span.start()).and_then(|before| before.chars().next_back()) else { return };
    let Some(token) = context.document.token_at(span.end()).checked_sub(1).and_then(|at| context.tokens().get(at)) else {
        return;
    };
    if token.span().len() > LONGEST {
        return;
    }
    let word = context.slice(token.span());
    let plain = word.replace(context.slice(span), "");
    let vowel = matches!(base.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    // "café" in two characters is right; only the way it is stored is rare.
    let composed: String = word.nfc().flat_map(char::to_lowercase).collect();
    let loan = [plain.to_lowercase(), composed].iter().any(|word| context.knowledge.lexicon.is_word(word));
    if !vowel || !plain.is_ascii() || !token.span().contains(span) || loan {
        return;
    }
    let Some(place) = text.span(span.start() - base.len_utf8()..span.end()) else { return };
    report
        .at(place, "stress", format!("“{word}” has the stress mark of a dictionary. Write “{plain}”."))
        .fix(format!("Write “{plain}”"), Safety::Unsafe, &[(span, "")])
        .done();
}
