//! Whether an acronym is a noun of its own or stands before the noun that it belongs to: "by NATO", "the NATO summit".

use crate::facts::acronyms::Mention;
use crate::rules::Context;
use crate::rules::noun::After;

/// Whether a possessive ending follows, so that an article before the acronym is its own.
pub(super) fn is_possessor(context: &Context, mention: &Mention) -> bool {
    context.tokens().get(mention.end).is_some_and(|t| t.is_clitic())
}

/// Whether nothing that could be its head follows an acronym. Where an article is `missing`, a word that narrows the
/// noun down ("in US as we know it") tells the same, and what may be a pair of attributes ("from EU to UK law") does not.
pub(super) fn stands_alone(context: &Context, mention: &Mention, missing: bool) -> bool {
    let block = context.document.blocks().get(context.document.block_of(mention.token));
    let end = block.map_or(mention.end, |block| block.tokens().end);
    let sentence = context.document.sentences().get(context.document.sentence_of(mention.token));
    let closes = mention.dotted && sentence.is_some_and(|sentence| sentence.tokens().end == mention.end);
    closes || After { context, end, missing }.ends(mention.end)
}
