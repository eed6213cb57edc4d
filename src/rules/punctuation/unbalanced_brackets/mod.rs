//! Brackets without a partner.
//!
//! In: the brackets of each block. Out: a finding on each that nothing opens or closes.
//! Must not know: what stands between brackets.

use super::{beside, code};
use crate::document::{Block, Span, Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "punctuation/unbalanced-brackets",
    summary: "a bracket without a partner",
    why: "readers cannot tell where the aside ends, and a part of it may be missing",
    category: "linguistic-conventions/unpaired-marks",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "open",
            what: "the only bracket of its paragraph that is never closed, nor in the paragraphs after it",
            by_definition: None,
        },
        Class {
            id: "close",
            what: "the only bracket of its paragraph that was never opened, nor in the paragraphs before it",
            by_definition: None,
        },
    ],
    safety: Some(Safety::DisplayOnly),
    languages: &[],
    needs: Needs::NOTHING,
    hint: false,
    page: include_str!("rule.md"),
};

/// Blocks over which an aside may run.
const ASIDE: usize = 4;
/// Tokens beside a bracket among which an address may hold its partner.
const NEAR: usize = 40;
/// Most lone brackets of one block; more are a notation of their own.
const SLIPS: usize = 1;

/// `punctuation/unbalanced-brackets`
#[derive(Debug)]
pub(super) struct UnbalancedBrackets;

impl Rule for UnbalancedBrackets {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut lone: Vec<Lone> = Vec::new();
        for (index, block) in context.document.blocks().iter().enumerate() {
            let left = left_over(context, block);
            if left.len() > SLIPS {
                continue;
            }
            lone.extend(left.into_iter().map(|token| Lone { token, block: index }));
        }
        for (i, bracket) in lone.iter().enumerate() {
            let opens = is_opening(&context.tokens()[bracket.token]);
            let other = if opens { lone.get(i + 1) } else { i.checked_sub(1).and_then(|i| lone.get(i)) };
            let runs_on = other.is_some_and(|other| {
                is_opening(&context.tokens()[other.token]) != opens && other.block.abs_diff(bracket.block) <= ASIDE
            });
            if !runs_on && !is_swallowed(context, bracket, opens) {
                report_lone(context, report, bracket, opens);
            }
        }
    }
}

/// A bracket without a partner in its block.
struct Lone {
    token: usize,
    block: usize,
}

/// Whether the partner of a bracket may be part of an address near it, as in the link of a picture: `[![a](b.svg)](c)`.
fn is_swallowed(context: &Context, bracket: &Lone, opens: bool) -> bool {
    let range = context.document.blocks().get(bracket.block).map(|b| b.tokens()).unwrap_or_default();
    let near = if opens {
        bracket.token..range.end.min(bracket.token + NEAR)
    } else {
        range.start.max(bracket.token.saturating_sub(NEAR))..bracket.token
    };
    let partner = |c: char| if opens { matches!(c, ')' | ']') } else { matches!(c, '(' | '[') };
    let link = |t: &Token| t.kind() == TokenKind::Link && context.slice(t.span()).contains(partner);
    context.tokens().get(near).unwrap_or_default().iter().any(link)
}

fn is_opening(token: &Token) -> bool {
    matches!(token.mark(), Some('(' | '['))
}

/// The brackets of a block that have no partner; a round one may close a square one, as in [0, 1).
fn left_over(context: &Context, block: &Block) -> Vec<usize> {
    let tokens = context.tokens();
    let mut open = Vec::new();
    let mut left = Vec::new();
    for at in block.tokens() {
        match tokens[at].mark() {
            Some('(' | '[') => open.push(at),
            Some(')' | ']') if open.pop().is_none() => left.push(at),
            _ => {}
        }
    }
    left.extend(open);
    left.retain(|&at| !is_sign(context, block, at));
    left.sort_unstable();
    left
}

/// Whether a lone bracket is no slip: a marker of a list, a face, code, an address.
fn is_sign(context: &Context, block: &Block, at: usize) -> bool {
    let tokens = context.tokens();
    // The French way of writing an open interval: ]0, 1].
    let note =
        tokens[at].is_mark('(') && at == block.tokens().start && beside::joined_after(tokens, at).is_some_and(Token::has_digit);
    let interval = tokens[at].is_mark(']') && beside::joined_after(tokens, at).is_some_and(Token::has_digit);
    note || interval
        || code::is_code(context, at)
        || is_marker(context, block, at)
        || is_face(tokens, at)
        || is_doubled(tokens, at)
}

/// "a)", "1)", "iv)" where a list may go on.
fn is_marker(context: &Context, block: &Block, at: usize) -> bool {
    let tokens = context.tokens();
    let Some(label) = beside::joined_before(tokens, at) else { return false };
    let short = context.slice(label.span()).chars().count() <= 3;
    let first = at == block.tokens().start + 1;
    let free = first || beside::before(tokens, at - 1).is_some_and(|t| label.space_before() || t.mark().is_some());
    let roman = context.slice(label.span()).chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    let letter = context.slice(label.span()).chars().count() == 1;
    let roman_first = first && roman;
    (short || first) && free && (roman_first || !label.is_word() && label.is_wordlike() || letter || roman || first)
}

/// The second bracket of “). )”, a doubled mark.
fn is_doubled(tokens: &[Token], at: usize) -> bool {
    let stop = beside::before(tokens, at).is_some_and(|t| t.is_mark('.'));
    stop && at.checked_sub(1).and_then(|i| beside::joined_before(tokens, i)).is_some_and(|t| t.is_mark(')'))
}

/// A face drawn with marks, or a smile of brackets alone: ":)", ";-(", "=)", "))".
fn is_face(tokens: &[Token], at: usize) -> bool {
    let eyes = |t: &Token| {
        matches!(t.mark(), Some(':' | ';' | '-' | '=' | '^' | '*' | '\'' | '(' | ')' | '!' | '?' | '{' | '}' | '|' | '<' | '>'))
    };
    let after_closing = |t: &Token| matches!(t.mark(), Some('!' | '?' | '\'' | '*'));
    let before = beside::joined_before(tokens, at);
    let next = beside::joined_after(tokens, at);
    // A lone bracket after a space, or in place of the full stop, is how Russian chats smile.
    let ends = beside::after(tokens, at).is_none_or(|t| t.space_before() && !t.is_lower());
    let smile = tokens[at].is_mark(')')
        && (ends && before.is_some_and(Token::is_word) || before.is_none() && beside::before(tokens, at).is_some());
    smile
        || before.is_some_and(|t| eyes(t) && !after_closing(t))
        || next.is_some_and(|t| matches!(t.mark(), Some('(' | ')' | ':' | ';' | '-')) && !(t.is_mark(';') || t.is_mark(':')))
}

fn report_lone(context: &Context, report: &mut Reporter, bracket: &Lone, opens: bool) {
    let mark: Span = context.tokens()[bracket.token].span();
    let seen = context.slice(mark);
    let (class, what) = if opens { ("open", "is never closed") } else { ("close", "was never opened") };
    report
        .at(
            mark,
            class,
            format!("“{seen}” {what}. Put its partner where the aside {} or take it out.", if opens { "ends" } else { "begins" }),
        )
        .fix("Take the bracket out", Safety::DisplayOnly, &[(mark, "")])
        .ask(format!("Where does the aside {}?", if opens { "end" } else { "begin" }))
        .done();
}
