//! Bylines and credits: whoever signs a text spells the name as he likes, so nobody is named there.

use crate::document::{Block, BlockKind, Document, Token};
use crate::knowledge::{Knowledge, WordClass, WordId};

/// Longer lines say more than who did it.
const LONGEST: usize = 16;
/// How many words may stand before the colon or the “by”: “Text and photographs:”.
const LABEL: usize = 4;

/// Whether a block is a byline (“By Anna Orlova”) or a credit (“Photo: A. Orlov”, “Translated by A. Orlov”).
pub(super) fn is_credit(document: &Document, knowledge: &Knowledge, words: &[WordId], block: &Block) -> bool {
    let tokens = block.tokens();
    let is_credit = |at: usize| knowledge.vocabulary.is(words, at, WordClass::Credit);
    if block.kind() != BlockKind::Heading || tokens.len() > LONGEST || !is_credit(tokens.start) {
        return false;
    }
    let token = |at: usize| document.tokens().get(at).filter(|_| at < tokens.end);
    let label = (tokens.start..tokens.end.min(tokens.start + LABEL))
        .take_while(|&at| is_credit(at) || knowledge.vocabulary.is(words, at, WordClass::Function));
    let rest = tokens.start + label.count();
    let colon = token(rest).is_some_and(|t| t.is_mark(':'));
    // Without a colon all that follows must be names: “By Anna Orlova, Minsk”.
    let is_named = |t: &Token| !t.is_word() || t.is_capitalized();
    let named = rest < tokens.end && (rest..tokens.end).all(|at| token(at).is_some_and(is_named));
    colon || named
}
