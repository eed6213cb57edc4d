//! Elements of HTML in angle brackets, with spaces inside as translation sets them.

use super::{Escape, mark_at};
use crate::document::Token;
use crate::knowledge::WordClass;
use crate::rules::Context;

/// Attributes are followed over so many tokens.
const LONGEST: usize = 24;

/// `<br>`, `</b>`, `< / i >`, `<a href="x">`, from the opening bracket.
pub(super) fn tag(context: &Context, at: usize) -> Option<Escape> {
    let start = context.tokens().get(at)?.span();
    let slash = mark_at(context, at + 1, '/').is_some();
    let name = at + 1 + usize::from(slash);
    let word = context.tokens().get(name).filter(|t| t.is_wordlike())?;
    let block = context.is(name, WordClass::BlockTag);
    if !block && !context.is(name, WordClass::InlineTag) || word.is_title_case() && word.span().len() > 1 {
        return None;
    }
    let end = closing(context, name + 1)?;
    let span = start.cover(context.tokens().get(end)?.span());
    let text = context.document.text().as_str();
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let before = before_tags(text.get(..span.start())?).chars().next_back();
    let after = text.get(span.end()..)?.chars().next();
    let apart = spaced(before) || spaced(after);
    // An element that begins a line parts the words beside it; one within a line does not.
    let right = if block && !apart { String::from(" ") } else { String::new() };
    let mut escape = Escape::whole(span, "tag", right, end + 1);
    // Of two spaces that meet, one goes.
    if spaced(before) && after == Some(' ') {
        escape.edit.0 = context.document.text().span(span.start()..span.end() + 1)?;
    }
    Some(escape)
}

/// So many elements in a row are looked over, each of so many bytes at most.
const ROW: (usize, usize) = (4, 12);

/// The text before elements that stand close together at its end.
fn before_tags(text: &str) -> &str {
    let (tags, longest) = ROW;
    let mut rest = text;
    for _ in 0..tags {
        let open = rest.strip_suffix('>').and_then(|inner| inner.rfind('<').filter(|open| inner.len() - open <= longest));
        let Some(head) = open.and_then(|open| rest.get(..open)) else { break };
        rest = head;
    }
    rest
}

/// The index of the closing bracket: at once, after a slash, or after attributes, which have an equals sign.
fn closing(context: &Context, at: usize) -> Option<usize> {
    let rest = context.tokens().get(at..)?;
    let length = rest.iter().take(LONGEST).take_while(|t| !t.is_mark('>') && !t.is_mark('<')).count();
    let inner = rest.get(..length)?;
    let plain = inner.iter().all(|t| t.is_mark('/')) && length <= 1;
    let attributes = inner.iter().any(|t| t.is_mark('=')) && inner.first().is_some_and(Token::space_before);
    (rest.get(length)?.is_mark('>') && (plain || attributes)).then_some(at + length)
}
