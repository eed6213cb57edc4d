//! Letters that are no acronym to be explained: parts of names and designations, tickers, codes, units.
//!
//! In: a mention. Out: whether it is one of these, by what stands beside it. Must not know: what it stands for.

use crate::document::Token;
use crate::facts::acronyms::Mention;
use crate::knowledge::WordClass;
use crate::rules::Context;

/// The longest code of a currency or a time zone.
const CODE: usize = 3;

/// Whether a mention is a part of a longer name or designation, a code, or told by what stands beside it.
pub(super) fn is_part(context: &Context, mention: &Mention) -> bool {
    let before = mention.token.checked_sub(1).and_then(|at| context.tokens().get(at));
    let after = context.tokens().get(mention.end);
    is_joined(context, mention, before, after)
        || is_enclosed(context, mention, before, after)
        || is_code(context, mention, before, after)
        || is_in_name(context, mention, before, after)
        || is_told(context, mention, before, after)
        || is_place_of_dateline(context, mention, after)
}

/// "BREST, Belarus —", "THE HAGUE —": a place in capitals at the head of a paragraph.
fn is_place_of_dateline(context: &Context, mention: &Mention, after: Option<&Token>) -> bool {
    let head = context.document.blocks().get(context.document.block_of(mention.token)).map_or(0, |block| block.tokens().start);
    let capitals = context.tokens().get(head..mention.token).is_some_and(|before| before.iter().all(Token::is_all_caps));
    capitals && after.is_some_and(|t| matches!(t.mark(), Some(',' | '(' | '.' | ':' | '–' | '—' | '/' | '|')))
}

/// "MiG-29K", "SSC-8", "AC/DC", "Q&A": a part of something with a hyphen, a stroke or an ampersand.
fn is_joined(context: &Context, mention: &Mention, before: Option<&Token>, after: Option<&Token>) -> bool {
    let stroke = |t: &Token| matches!(t.mark(), Some('/' | '&' | '_' | '#' | '@' | '+'));
    let glued_before = before.filter(|_| !context.tokens().get(mention.token).is_some_and(Token::space_before));
    let glued_after = after.filter(|t| !t.space_before());
    let outer = |at: Option<usize>| at.and_then(|at| context.tokens().get(at));
    let big = |t: Option<&Token>| t.is_some_and(|t| t.has_digit() || t.has_capital());
    glued_before.is_some_and(|t| stroke(t) || t.is_mark('-') && big(outer(mention.token.checked_sub(2))))
        || glued_after.is_some_and(|t| stroke(t) || t.is_mark('-') && big(outer(Some(mention.end + 1))))
}

/// "(INTC)", "“ABC”", "(NYSE: X)", "(TASS)": alone in a bracket or between quotation marks, or behind a colon in a bracket.
fn is_enclosed(context: &Context, mention: &Mention, before: Option<&Token>, after: Option<&Token>) -> bool {
    let Some(before) = before else { return false };
    let opens = before.is_mark('(') || before.is_mark('[') || before.opens_quotation();
    let closes = after.is_some_and(|t| matches!(t.mark(), Some(')' | ']' | ',' | ';' | ':')) || t.closes_quotation());
    let labelled = before.is_mark(':')
        && (mention.token.checked_sub(3)).and_then(|at| context.tokens().get(at)).is_some_and(|t| t.is_mark('('));
    opens && closes || labelled
}

/// "500 UAH", "14:20 MSK", "ISO 9001", "5 p.m. EST": a code beside a number.
fn is_code(context: &Context, mention: &Mention, before: Option<&Token>, after: Option<&Token>) -> bool {
    let number = |t: &Token| t.has_digit();
    let short = mention.span.len() <= CODE;
    let clock = before.is_some_and(|t| t.is_dotted() && t.is_lower() || number(t) && context.slice(t.span()).contains(':'));
    after.is_some_and(number) || clock || short && before.is_some_and(number)
}

/// "VTB Arena", "Radio NRJ", "CSKA Moscow": beside another word of a name.
fn is_in_name(context: &Context, mention: &Mention, before: Option<&Token>, after: Option<&Token>) -> bool {
    let same_sentence = |at: usize| context.document.sentence_of(at) == context.document.sentence_of(mention.token);
    let opens_sentence = |at: usize| at == 0 || context.document.sentence_of(at) != context.document.sentence_of(at - 1);
    let name = |at: usize, t: &Token| {
        let other = [WordClass::Nationality, WordClass::Country, WordClass::Title, WordClass::Month, WordClass::Function];
        t.is_title_case() && same_sentence(at) && !other.into_iter().any(|class| context.is(at, class))
    };
    before.zip(mention.token.checked_sub(1)).is_some_and(|(t, at)| name(at, t) && !opens_sentence(at))
        || after.is_some_and(|t| name(mention.end, t))
}

/// "the regulator, RKN, said", "the watchdog RKN": told by a noun right before.
fn is_told(context: &Context, mention: &Mention, before: Option<&Token>, after: Option<&Token>) -> bool {
    let comma = before.is_some_and(|t| matches!(t.mark(), Some(',' | '—' | '–')));
    let closes = after.is_some_and(|t| matches!(t.mark(), Some(',' | '—' | '–' | '.')));
    let noun = mention.token.checked_sub(2).and_then(|at| context.tokens().get(at)).is_some_and(Token::is_lower);
    comma && closes && noun
}
