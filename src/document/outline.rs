//! The blocks of plain text, which has no markup to tell them.
//!
//! Blank lines separate blocks. Within a run of lines each line is a block of its own, unless the run was
//! wrapped at a right margin: then the lines are one block.

use super::{BlockKind, Outline, Span, Text};

/// Longest line, in code points, that a margin is believed to have made.
const WIDEST_MARGIN: usize = 120;
/// Narrowest margin, in code points; shorter lines are verse, labels or dialogue.
const NARROWEST_MARGIN: usize = 40;
/// Longest heading, in bytes; a longer line is running text even without a full stop.
const LONGEST_HEADING: usize = 200;

/// Finds the blocks of a plain text in order.
pub fn outline_plain(text: &Text) -> Vec<Outline> {
    let mut outline = Vec::new();
    let mut run = Vec::new();
    for line in lines(text) {
        if line.is_empty() {
            close_run(text, &mut run, &mut outline);
        } else {
            run.push(line);
        }
    }
    close_run(text, &mut run, &mut outline);
    outline
}

/// The lines of a text as spans without the white space around them; a blank line is an empty span.
fn lines(text: &Text) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.as_str().split_inclusive('\n').map(move |line| {
        let start = at + line.len() - line.trim_start_matches(is_blank).len();
        let end = at + line.trim_end_matches(is_blank).len();
        at += line.len();
        Span::of(start.min(end)..end.max(start.min(end)))
    })
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

fn close_run(text: &Text, run: &mut Vec<Span>, outline: &mut Vec<Outline>) {
    if run.len() > 1 && is_wrapped(text, run) {
        let span = run[0].cover(run[run.len() - 1]);
        outline.push(Outline { span, kind: kind(text, span, true) });
    } else {
        outline.extend(run.iter().map(|&span| Outline { span, kind: kind(text, span, false) }));
    }
    run.clear();
}

/// Whether a margin made the line breaks: no line is too long, some break falls inside a sentence, and the
/// first word of each line would not have fitted on the line before.
fn is_wrapped(text: &Text, run: &[Span]) -> bool {
    let width = |span: Span| text.slice(span).chars().count();
    let widest = run.iter().map(|&line| width(line)).max().unwrap_or(0);
    let goes_on = |pair: &[Span]| !ends_as_sentence(text.slice(pair[0])) && text.slice(pair[1]).starts_with(char::is_lowercase);
    if !(NARROWEST_MARGIN..=WIDEST_MARGIN).contains(&widest) || !run.windows(2).any(goes_on) {
        return false;
    }
    if run.iter().skip(1).any(|&line| list_marker(text.slice(line))) {
        return false;
    }
    run.windows(2).all(|pair| {
        let first_word = text.slice(pair[1]).split_whitespace().next().map_or(0, |word| word.chars().count());
        // One word of slack: editors break a little early rather than late.
        width(pair[0]) + 1 + first_word + 8 > widest
    })
}

fn kind(text: &Text, span: Span, wrapped: bool) -> BlockKind {
    let line = text.slice(span);
    if list_marker(line) {
        BlockKind::ListItem
    } else if !wrapped && span.len() <= LONGEST_HEADING && !ends_as_sentence(line) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// Whether a line ends with a full stop, a question or exclamation mark or an ellipsis, closing marks aside.
fn ends_as_sentence(line: &str) -> bool {
    let core = line.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']', '“']);
    core.ends_with(['.', '!', '?', '…', ';', ','])
}

/// Whether a line begins with a bullet or a number with a stop or bracket.
fn list_marker(line: &str) -> bool {
    if let Some(rest) = line.strip_prefix(['-', '*', '•', '·', '◦', '▪']) {
        return rest.starts_with([' ', '\t', '\u{a0}']);
    }
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    (1..=3).contains(&digits) && rest.starts_with(['.', ')']) && rest[1..].starts_with([' ', '\t', '\u{a0}'])
}
