//! A rule's page on a terminal.

use anstyle::{AnsiColor, Style};

use crate::report::{Look, NEW, OLD, painted, wrap};
use crate::score::Marked;

const TITLE: Style = Style::new().bold().underline();
const SECTION: Style = AnsiColor::Cyan.on_default().bold();
const CODE: Style = AnsiColor::Yellow.on_default();

/// A page of Markdown (headings, paragraphs, lists, examples with marks) as a reader at a terminal wants it.
pub(super) fn page(markdown: &str, look: Look) -> String {
    let mut out = String::new();
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            out.push_str(&example(kind.trim(), &body.join("\n"), look));
        } else if let Some(title) = line.strip_prefix("# ") {
            out.push_str(&format!("{}\n", painted(title, TITLE, look.color)));
        } else if line.starts_with('#') {
            out.push_str(&format!("{}\n", painted(line.trim_start_matches(['#', ' ']), SECTION, look.color)));
        } else {
            let indent = if line.starts_with(['-', '*']) { 2 } else { 0 };
            for (i, part) in wrap(line, look.width.saturating_sub(indent)).iter().enumerate() {
                out.push_str(&" ".repeat(if i > 0 { indent } else { 0 }));
                out.push_str(&code(part, look.color));
                out.push('\n');
            }
        }
    }
    out
}

/// An example with a cross or a tick before it, and what it changes in colours.
fn example(kind: &str, body: &str, look: Look) -> String {
    let (sign, style) = match kind {
        "wrong" => ("✗", OLD),
        "right" => ("✓", NEW),
        _ => (" ", Style::new()),
    };
    let shown = Marked::parse(body).map_or_else(|_| body.to_owned(), |marked| answers(&marked, look.color));
    let mut out = String::new();
    for (i, line) in shown.lines().flat_map(|line| wrap(line, look.width.saturating_sub(4))).enumerate() {
        let lead = if i == 0 { painted(sign, style, look.color) } else { " ".to_owned() };
        out.push_str(&format!("  {lead} {line}\n"));
    }
    out
}

/// The text with each mark as `old → new`.
fn answers(marked: &Marked, color: bool) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mark in &marked.marks {
        out.push_str(marked.text.get(at..mark.range.start).unwrap_or_default());
        let old = marked.text.get(mark.range.clone()).unwrap_or_default();
        let new = mark.rights.as_ref().map(|rights| rights.join(" / "));
        match new {
            Some(new) if color => out.push_str(&(painted(old, OLD.strikethrough(), true) + &painted(&new, NEW, true))),
            Some(new) => out.push_str(&format!("[-{old}-]{{+{new}+}}")),
            None if color => out.push_str(&painted(old, OLD.underline(), true)),
            None => out.push_str(&format!("[{old}]")),
        }
        at = mark.range.end;
    }
    out + marked.text.get(at..).unwrap_or_default()
}

/// Words between backticks in a colour, the backticks left out.
fn code(line: &str, color: bool) -> String {
    if !color || !line.matches('`').count().is_multiple_of(2) {
        return line.to_owned();
    }
    let pieces = line.split('`').enumerate();
    pieces.map(|(i, piece)| if i % 2 == 1 { painted(piece, CODE, true) } else { piece.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_show_what_changes() {
        let markdown = "# group/rule\n\n## Examples\n```wrong\nMet⟦. .→.⟧\n```\n```right\nMet.\n```\n";
        let shown = page(markdown, Look { color: false, width: 60 });
        assert_eq!(shown, "group/rule\n\nExamples\n  ✗ Met[-. .-]{+.+}\n  ✓ Met.\n");
    }
}
