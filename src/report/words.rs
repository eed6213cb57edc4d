//! Changes for reading: word by word, `[-old-]{+new+}` or in colours.

use std::ops::Range;

use anstyle::{AnsiColor, Style};
use similar::{Algorithm, ChangeTag, DiffTag, TextDiff, capture_diff_slices};

use super::diff::{heading, lines, rules_of, starts};
use super::terminal::Look;
use super::wrap::{printable, wrap};
use crate::correct::Applied;
use crate::document::{Document, Span};
use crate::finding::Finding;
use crate::fix::Fix;

/// What goes.
pub(crate) const OLD: Style = AnsiColor::Red.on_default();
/// What comes.
pub(crate) const NEW: Style = AnsiColor::Green.on_default();
const FAINT: Style = Style::new().dimmed();
/// The longest change that is shown in a line.
const LONGEST: usize = 60;

/// Only the paragraphs that change, word by word, with the rules under each.
pub fn words(path: &str, old: &[u8], new: &[u8], applied: &[Applied], look: Look) -> String {
    let (old, new) = (lines(old), lines(new));
    let starts = starts(&new);
    let mut out = String::new();
    for (before, after) in changed(&old, &new) {
        let side = |lines: Option<&[&[u8]]>| String::from_utf8_lossy(&lines.unwrap_or_default().concat()).into_owned();
        let place = format!("{path}:{}", before.start + 1);
        out.push_str(&painted(&place, Style::new().bold(), look.color));
        out.push('\n');
        let causes = heading(&rules_of(after.clone(), applied, &starts));
        for paragraph in compared(&side(old.get(before)), &side(new.get(after)), look) {
            wrap(&paragraph, look.width.saturating_sub(2)).iter().for_each(|line| out.push_str(&format!("  {line}\n")));
        }
        out.push_str(&painted(&format!("  {causes}"), FAINT, look.color));
        out.push_str("\n\n");
    }
    out
}

/// The lines that differ, old and new; line by line where there are as many of them, since a line is a paragraph then.
fn changed(old: &[&[u8]], new: &[&[u8]]) -> Vec<(Range<usize>, Range<usize>)> {
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let pairs = ops.into_iter().filter(|op| op.tag() != DiffTag::Equal).flat_map(|op| {
        let (before, after) = (op.old_range(), op.new_range());
        if before.len() == after.len() {
            before.zip(after).map(|(i, j)| (i..i + 1, j..j + 1)).collect()
        } else {
            vec![(before, after)]
        }
    });
    pairs.collect()
}

/// The two sides as one text with the changes marked, one string a line that has any.
fn compared(old: &str, new: &str, look: Look) -> Vec<String> {
    let (old, new) = (printable(old), printable(new));
    let diff = TextDiff::from_unicode_words(old.as_str(), new.as_str());
    let mut out = String::new();
    let mut run: Option<(ChangeTag, String)> = None;
    for change in diff.iter_all_changes() {
        match &mut run {
            Some((tag, words)) if *tag == change.tag() => words.push_str(change.value()),
            _ => {
                if let Some((tag, words)) = run.replace((change.tag(), change.value().to_owned())) {
                    out.push_str(&marked(tag, &words, look.color));
                }
            }
        }
    }
    if let Some((tag, words)) = run {
        out.push_str(&marked(tag, &words, look.color));
    }
    out.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// A run of words; marks close and open again around line breaks, so that each line can stand alone.
fn marked(tag: ChangeTag, words: &str, color: bool) -> String {
    let mark = |piece: &str| match (tag, color) {
        (ChangeTag::Equal, _) => piece.to_owned(),
        (ChangeTag::Delete, true) => painted(piece, OLD.strikethrough(), true),
        (ChangeTag::Insert, true) => painted(piece, NEW, true),
        (ChangeTag::Delete, false) => format!("[-{piece}-]"),
        (ChangeTag::Insert, false) => format!("{{+{piece}+}}"),
    };
    words.split('\n').map(|piece| if piece.is_empty() { String::new() } else { mark(piece) }).collect::<Vec<_>>().join("\n")
}

/// What a fix of a finding changes, as “old → new”, widened to whole words; `None` where that would be too long to read,
/// or only white space changes.
pub(super) fn change(document: &Document, finding: &Finding, fix: &Fix, color: bool) -> Option<String> {
    let mut places: Vec<Span> = Vec::new();
    for edit in fix.edits() {
        let span = if finding.span.touches(edit.span()) { edit.span().cover(finding.span) } else { edit.span() };
        let span = widened(document, span);
        match places.last_mut() {
            Some(last) if last.end() >= span.start() => *last = last.cover(span),
            _ => places.push(span),
        }
    }
    let changes: Vec<String> = places.into_iter().map(|span| shown(document, fix, span, color)).collect::<Option<_>>()?;
    Some(changes.join(", "))
}

/// One widened place before and after.
fn shown(document: &Document, fix: &Fix, span: Span, color: bool) -> Option<String> {
    let old = document.slice(span);
    let mut new = old.to_owned();
    for edit in fix.edits().iter().rev().filter(|edit| span.contains(edit.span())) {
        new.replace_range(edit.span().start() - span.start()..edit.span().end() - span.start(), edit.replacement());
    }
    let readable = |words: &str| words.chars().count() <= LONGEST && printable(words) == words && !words.contains('\n');
    if !readable(old) || !readable(&new) || old.trim() == new.trim() {
        return None;
    }
    let new = if new.trim().is_empty() { "(nothing)" } else { new.trim() };
    Some(format!("{} → {}", painted(old.trim(), OLD, color), painted(new, NEW, color)))
}

/// A span widened to the words that it touches; marks alone take the word before along.
fn widened(document: &Document, span: Span) -> Span {
    let first = document.token_at(span.start() + 1).saturating_sub(1);
    let near = document.tokens().iter().skip(first).take_while(|t| t.span().start() <= span.end());
    let touching = |t: &Span| t.touches(span) || t.end() == span.start() || t.start() == span.end();
    let wide = near.map(|t| t.span()).filter(touching).fold(span, Span::cover);
    if document.slice(wide).contains(char::is_alphanumeric) {
        return wide;
    }
    let before = document.token_at(wide.start()).checked_sub(1).and_then(|i| document.tokens().get(i));
    before.map_or(wide, |token| wide.cover(token.span()))
}

/// A text in a style, or as it is.
pub(crate) fn painted(text: &str, style: Style, color: bool) -> String {
    if color { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Look = Look { color: false, width: 60 };

    #[test]
    fn changed_paragraphs_are_shown_word_by_word() {
        let old = b"One stays.\n\nSergey said it. They left.\n\nThree stays.\n";
        let new = b"One stays.\n\nSergei said it. They left.\n\nThree stays.\n";
        let places = std::iter::once(17..18).collect();
        let applied = [Applied { rule: "names/x", title: String::new(), safe: false, places }];
        let page = words("a.txt", old, new, &applied, PLAIN);
        assert_eq!(page, "a.txt:3\n  [-Sergey-]{+Sergei+} said it. They left.\n  names/x (unsafe)\n\n");
        let look = Look { color: true, ..PLAIN };
        assert!(words("a.txt", old, new, &applied, look).contains("\x1b[32mSergei\x1b[0m"));
    }

    #[test]
    fn a_deleted_line_is_marked_by_itself() {
        assert_eq!(compared("a b\r\nc d\r\n", "a b\r\n", PLAIN), ["a b", "[-c d-]"]);
        assert_eq!(
            compared("\u{feff}a\rb,,\x1b[31m", "a\rb,\x1b[31m", PLAIN),
            ["a b,[-,-]\u{fffd}[31m"],
            "nothing reaches the terminal"
        );
    }
}
