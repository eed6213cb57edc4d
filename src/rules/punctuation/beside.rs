//! What stands right beside a mark, in its own block.

use crate::document::Token;

/// The token before `at` in the same block.
pub(super) fn before(tokens: &[Token], at: usize) -> Option<&Token> {
    let (token, before) = (tokens.get(at)?, tokens.get(at.checked_sub(1)?)?);
    in_one_block(before, token).then_some(before)
}

/// The token after `at` in the same block.
pub(super) fn after(tokens: &[Token], at: usize) -> Option<&Token> {
    let (token, after) = (tokens.get(at)?, tokens.get(at + 1)?);
    in_one_block(token, after).then_some(after)
}

/// The token before `at` with nothing between.
pub(super) fn joined_before(tokens: &[Token], at: usize) -> Option<&Token> {
    before(tokens, at).filter(|_| !tokens[at].space_before())
}

/// The token after `at` with nothing between.
pub(super) fn joined_after(tokens: &[Token], at: usize) -> Option<&Token> {
    after(tokens, at).filter(|next| !next.space_before())
}

/// A block's first token never counts as having a space before it, and never touches the block before.
fn in_one_block(first: &Token, second: &Token) -> bool {
    second.space_before() || first.span().end() == second.span().start()
}
