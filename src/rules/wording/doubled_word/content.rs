//! Words of meaning, names and numbers that stand twice: “hours hours”, “Public Public”, “2022 2022”, “killed, killed”.
//!
//! In: the place of the first of two equal tokens. Out: a deletion of the second, which is never safe.
//! Must not know: words that may stand twice; those are the table's.

use super::{CONTENT_WORD, NAME, NUMBER, OVER_COMMA};
use super::{in_code, kind_at, quoted_alone};
use crate::document::{BlockKind, RegionKind, Token, TokenKind};
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::Doubling;
use crate::rules::{Context, Reporter};

/// Letters of the shortest word that no abbreviation, syllable of a song or code looks like.
const SHORTEST: usize = 3;
/// Letters of a name that is not made of one syllable said twice ("Bora Bora").
const LONG_NAME: usize = 7;
/// Places of a spelling looked at when a name is sought that stands alone.
const SEARCHED: usize = 4000;

/// Reports two equal tokens side by side.
pub(super) fn side_by_side(context: &Context, report: &mut Reporter, at: usize) {
    let tokens = context.tokens();
    let (Some(first), Some(second)) = (tokens.get(at), tokens.get(at + 1)) else { return };
    let class = match first.kind() {
        TokenKind::Number if number_is_slip(context, at) => NUMBER,
        TokenKind::Word if !word_may_double(context, at, at + 2) => {
            if first.is_title_case() && second.is_title_case() {
                if !name_is_slip(context, at) {
                    return;
                }
                NAME
            } else if second.is_lower() && (first.is_lower() || opens_sentence(context, at)) {
                CONTENT_WORD
            } else {
                return;
            }
        }
        _ => return,
    };
    report_pair(context, report, at, 1, class);
}

/// Reports two equal words with a comma between them.
pub(super) fn over_comma(context: &Context, report: &mut Reporter, at: usize) {
    let tokens = context.tokens();
    let (Some(first), Some(comma), Some(second)) = (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2)) else { return };
    if !comma.is_mark(',') || comma.space_before() || first.kind() != TokenKind::Word || word_may_double(context, at, at + 3) {
        return;
    }
    let Some(before) = at.checked_sub(1) else { return };
    let preposition = |i| kind_at(context, i, Doubling::Function) || kind_at(context, i, Doubling::Adverbial);
    let ended = tokens.get(at + 3).is_none_or(|t| matches!(t.mark(), Some('.' | ',' | ';')));
    // After “as” and “than” a comparison follows, which is a figure of speech.
    let goes_on =
        preposition(at + 3) && !kind_at(context, at + 3, Doubling::Comparing) && !kind_at(context, at + 3, Doubling::Joint);
    let stands_alone = ended || goes_on || first.is_title_case() && kind_at(context, at + 3, Doubling::Joint);
    let word = context.slice(first.span());
    let slip = if first.is_title_case() && second.is_title_case() {
        // “from Germany, Germany and”: before a list or an address another thing follows.
        preposition(before)
    } else if first.is_lower() && second.is_lower() {
        let after_be = kind_at(context, before, Doubling::Copula) || kind_at(context, before, Doubling::Auxiliary);
        let done = context.knowledge.doubled.ends(word, Doubling::Participle);
        let in_phrase = tokens.get(before).is_some_and(|t| t.is_word() && t.is_lower())
            && !context.is(before, WordClass::Pronoun)
            && !context.is(before, WordClass::Function);
        after_be || (done || ended) && in_phrase
    } else {
        false
    };
    // A third time makes it a figure of speech, and so do somebody's own words.
    let hashes = context.facts.hashes();
    let again = |i: Option<usize>| i.is_some_and(|i| hashes.get(i) == hashes.get(at));
    let rhetoric =
        again(at.checked_sub(2)) || again(Some(at + 4)) || context.document.inside(first.span(), RegionKind::Quotation);
    if slip && stands_alone && !rhetoric {
        report_pair(context, report, at, 2, OVER_COMMA);
    }
}

fn report_pair(context: &Context, report: &mut Reporter, at: usize, apart: usize, class: &'static str) {
    let tokens = context.tokens();
    let document = context.document;
    let (Some(first), Some(second)) = (tokens.get(at), tokens.get(at + apart)) else { return };
    if document.sentence_of(at) != document.sentence_of(at + apart) || in_code(context, first.span()) {
        return;
    }
    let (Some(both), Some(surplus)) =
        (document.span_of(at..at + apart + 1), document.text().span(first.span().end()..second.span().end()))
    else {
        return;
    };
    if context.is_verbatim(both) {
        return;
    }
    let word = context.slice(first.span());
    // “Those who voted voted against”: two clauses meet, and neither word can go.
    let clauses = at.checked_sub(1).is_some_and(|before| kind_at(context, before, Doubling::SubjectClause));
    let draft = report.at(
        both,
        class,
        if clauses {
            format!("“{word}” stands twice in a row, and readers take it for a slip. Put it in other words.")
        } else {
            format!("“{word}” stands twice. Write it once, or find the word that is missing.")
        },
    );
    if clauses {
        draft.done();
    } else {
        draft.fix(format!("Write “{word}” once"), Safety::Unsafe, &[(surplus, "")]).done();
    }
}

/// Whether a word is of a kind that English doubles, or stands where words are doubled: before a hyphen, alone
/// between quotation marks, in a row of three, in a song.
fn word_may_double(context: &Context, at: usize, end: usize) -> bool {
    let tokens = context.tokens();
    let Some(first) = tokens.get(at) else { return true };
    let closed = context.is(at, WordClass::Function)
        || context.is(at, WordClass::Pronoun)
        || context.is(at, WordClass::Speech) && !kind_at(context, at, Doubling::Participle)
        || kind_at(context, at, Doubling::Emphatic)
        || kind_at(context, at, Doubling::TwiceNamed)
        || kind_at(context, at, Doubling::Joint)
        || kind_at(context, at, Doubling::SubjectClause);
    let glued = |token: Option<&Token>| token.is_some_and(|t| !t.space_before() && matches!(t.mark(), Some('’' | '\'' | '/')));
    let hashes = context.facts.hashes();
    let third = |i: Option<usize>| i.is_some_and(|i| hashes.get(i) == hashes.get(at));
    closed
        || first.span().len() < SHORTEST
        || third(at.checked_sub(1))
        || third(Some(end))
        || tokens.get(end - 1).is_none_or(|second| !second.space_before())
        || glued(tokens.get(end))
        || tokens.get(end).is_some_and(Token::is_clitic)
        || tokens.get(end).is_some_and(|t| t.is_mark('-') && !t.space_before())
        || quoted_alone(context, at..end)
}

fn opens_sentence(context: &Context, at: usize) -> bool {
    let document = context.document;
    document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.tokens().start == at)
}

/// Whether a name that stands twice is one that stands alone elsewhere, is an English word, or is long.
fn name_is_slip(context: &Context, at: usize) -> bool {
    let word = context.word(at);
    let hashes = context.facts.hashes();
    let Some(&hash) = hashes.get(at) else { return false };
    let start = at.saturating_sub(SEARCHED);
    let near = hashes.get(start..hashes.len().min(at + SEARCHED)).unwrap_or_default();
    let (mut alone, mut twice, mut last) = (0, 0, usize::MAX);
    for (i, _) in near.iter().enumerate().filter(|(_, other)| **other == hash) {
        if last != usize::MAX && i == last + 1 {
            (alone, twice, last) = (alone - 1, twice + 1, usize::MAX);
        } else {
            (alone, last) = (alone + 1, i);
        }
    }
    let lexicon = &context.knowledge.lexicon;
    let english = || lexicon.is_word(&word.to_lowercase()) || lexicon.is_word(word);
    // What is written twice in more places than one is called so.
    twice == 1 && (alone > 0 || word.len() >= LONG_NAME || english())
}

/// Whether a number that stands twice is one of running prose: words on both sides, and no list, score or table.
fn number_is_slip(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let document = context.document;
    let Some(second) = tokens.get(at + 1) else { return false };
    let digits = context.word(at).bytes().filter(u8::is_ascii_digit).count();
    let before = at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.is_word() && t.is_lower())
        || at.checked_sub(1).is_some_and(|before| context.is(before, WordClass::Preposition));
    let after =
        tokens.get(at + 2).is_none_or(|t| t.is_word() || t.is_mark('.') && tokens.get(at + 3).is_none_or(Token::space_before));
    let prose = document.blocks().get(document.block_of(at)).is_some_and(|b| b.kind() == BlockKind::Paragraph);
    digits >= 2 && before && after && prose && second.space_before() && !second.break_before()
}
