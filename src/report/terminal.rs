//! The report for people: the sentence with the place underlined, what is wrong, what to write, and why.

use std::collections::{HashMap, HashSet};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level as Heading, Message, Renderer, Snippet};

use super::Summary;
use super::excerpt::Excerpt;
use super::view::{Checked, Outcome};
use super::words::change;
use super::wrap::{one_line, printable, wrap};
use crate::document::{LineIndex, Span};
use crate::finding::{Confidence, Finding, Role, Severity, counted};
use crate::fix::Safety;

/// How many other places are listed before "and n more".
const PLACES: usize = 8;

/// How a report for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether colours are used, as ANSI escape codes.
    pub color: bool,
    /// The width of the lines in characters.
    pub width: usize,
}

/// The findings of one document: a block for each cause, the places of one group together. Why a rule matters is said at
/// its first finding only.
pub fn pretty(outcome: &Outcome, look: Look) -> String {
    let Some(checked) = &outcome.checked else { return String::new() };
    // In one group, the places of one rule; another rule has something else to say.
    let mut members: HashMap<(&str, &str), Vec<&Finding>> = HashMap::new();
    for finding in &checked.findings {
        if let Some(group) = &finding.group {
            members.entry((group, finding.rule)).or_default().push(finding);
        }
    }
    let page = Page::new(&outcome.path, checked, look);
    let mut out = String::new();
    let mut explained = HashSet::new();
    for finding in &checked.findings {
        let places = finding.group.as_deref().and_then(|group| members.get(&(group, finding.rule)));
        let places = places.map_or(&[][..], Vec::as_slice);
        if places.first().is_none_or(|first| std::ptr::eq(*first, finding)) {
            let why = explained.insert(finding.rule);
            out.push_str(&page.block(finding, places.get(1..).unwrap_or_default(), why));
            out.push_str("\n\n");
        }
    }
    out
}

/// The findings of one document, one line each: `path:line:column: severity rule message`.
pub fn short(outcome: &Outcome) -> String {
    let Some(checked) = &outcome.checked else { return String::new() };
    let text = checked.reading.document.text();
    let lines = LineIndex::new(text);
    let line = |f: &Finding| {
        let at = lines.position(text, f.span.start());
        format!("{}:{}:{}: {} {} {}\n", outcome.path, at.line, at.column, f.severity.name(), f.selector(), one_line(&f.message))
    };
    checked.findings.iter().map(line).collect()
}

/// The last line: how many findings, and how many of them can be mended.
pub fn closing(summary: &Summary) -> String {
    let read = counted(summary.documents, "file", "files");
    if summary.findings == 0 {
        return format!("No findings in {read}.\n");
    }
    let found = counted(summary.findings, "finding", "findings");
    let place = match (summary.with_findings, summary.documents) {
        (a, b) if a == b => read,
        (a, _) => format!("{a} of {read}"),
    };
    let mend = match (summary.fixable, summary.fixable_unsafe) {
        (0, 0) => String::new(),
        (safe, 0) => format!(" ({safe} can be fixed with `postedit fix`)"),
        (0, more) => format!(" ({more} can be fixed with `postedit fix --unsafe`)"),
        (safe, more) => format!(" ({safe} can be fixed with `postedit fix`, {more} more with `--unsafe`)"),
    };
    format!("{found} in {place}{mend}.\n")
}

/// One document with what all its blocks need.
struct Page<'a> {
    path: &'a str,
    checked: &'a Checked,
    lines: LineIndex,
    look: Look,
    renderer: Renderer,
}

impl<'a> Page<'a> {
    fn new(path: &'a str, checked: &'a Checked, look: Look) -> Self {
        let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
        // The excerpt is cut to the width already; a margin of the renderer's own would cut it again.
        let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(look.width + 40);
        Self { path, checked, lines: LineIndex::new(checked.reading.document.text()), look, renderer }
    }

    /// Line and column, as `5:206`.
    fn at(&self, span: Span) -> String {
        let at = self.lines.position(self.checked.reading.document.text(), span.start());
        format!("{}:{}", at.line, at.column)
    }

    fn block(&self, finding: &Finding, others: &[&Finding], why: bool) -> String {
        let document = &self.checked.reading.document;
        let line = self.lines.position(document.text(), finding.span.start()).line;
        // The number of the line, a bar and the spaces around them.
        let gutter = line.to_string().len() + 3;
        let excerpt = Excerpt::new(document, finding.span, self.look.width.saturating_sub(gutter));
        let level = heading(finding.severity);
        let id = finding.selector();
        let title = level.clone().primary_title(self.title(finding)).id(&id);
        let mut snippet = Snippet::source(excerpt.line.as_str()).line_start(line);
        if let Some(place) = excerpt.place(finding.span) {
            snippet = snippet.annotation(AnnotationKind::Primary.span(place));
        }
        for related in &finding.related {
            if let Some(place) = excerpt.place(related.span) {
                snippet = snippet.annotation(AnnotationKind::Context.span(place).label(one_line(&related.message)));
            }
        }
        let mut notes = self.notes(finding, others, &excerpt, gutter);
        if why {
            notes.push(self.note(Heading::HELP, "why", finding.why, gutter));
        }
        let block = self.renderer.render(&[title.element(snippet).elements(notes)]);
        // Line and column of the file; the renderer knows the excerpt only.
        block.replacen("╭▸ ", &format!("╭▸ {}:{}", printable(self.path), self.at(finding.span)), 1)
    }

    /// The message, its lines broken to stand after severity and rule.
    fn title(&self, finding: &Finding) -> String {
        let prefix = finding.severity.name().len() + finding.selector().len() + "[]: ".len();
        wrap(&one_line(&finding.message), self.look.width.saturating_sub(prefix)).join("\n")
    }

    fn notes(&self, finding: &Finding, others: &[&Finding], excerpt: &Excerpt, gutter: usize) -> Vec<Message<'static>> {
        let note = |level, name, words: &str| self.note(level, name, words, gutter);
        let mut notes = Vec::new();
        let also = self.also(finding, others, excerpt);
        if !also.is_empty() {
            notes.push(note(Heading::NOTE, "also", &also));
        }
        let compare = self.compare(finding, excerpt);
        if !compare.is_empty() {
            notes.push(note(Heading::NOTE, "compare", &compare));
        }
        for (i, fix) in finding.fixes.iter().enumerate() {
            let name = if i == 0 { "fix" } else { "or" };
            let changes =
                change(&self.checked.reading.document, finding, fix, self.look.color).unwrap_or_else(|| one_line(fix.title()));
            let level = Heading::HELP.with_name(name);
            notes.push(level.message(format!("{changes}{}", safety(fix.safety()))));
        }
        if !finding.evidence.is_empty() {
            notes.push(note(Heading::NOTE, "evidence", &evidence(finding)));
        } else if finding.confidence < Confidence::High {
            notes.push(note(Heading::NOTE, "confidence", finding.confidence.name()));
        }
        if let Some(question) = &finding.ask {
            notes.push(note(Heading::NOTE, "ask", &one_line(question)));
        }
        notes
    }

    /// A note, its lines broken to stand after its name.
    fn note(&self, level: Heading<'static>, name: &'static str, words: &str, gutter: usize) -> Message<'static> {
        let room = self.look.width.saturating_sub(gutter + name.len() + ": ".len());
        level.with_name(name).message(wrap(words, room).join("\n"))
    }

    /// The other places with the same fault: of the group, and those for which nothing is proposed.
    fn also(&self, finding: &Finding, others: &[&Finding], excerpt: &Excerpt) -> String {
        let document = &self.checked.reading.document;
        let words = document.slice(finding.span);
        let quoted = |span: Span| match document.slice(span) {
            other if other == words || other.chars().count() > 40 => String::new(),
            other => format!(" “{}”", one_line(other)),
        };
        let group = others.iter().map(|other| self.at(other.span) + &quoted(other.span));
        let related = finding.related.iter().filter(|r| r.role == Role::Also && excerpt.place(r.span).is_none());
        listed(group.chain(related.map(|r| self.at(r.span) + &quoted(r.span))))
    }

    /// The places that are right as they stand, those with the same words together.
    fn compare(&self, finding: &Finding, excerpt: &Excerpt) -> String {
        let mut said: Vec<(&str, Vec<String>)> = Vec::new();
        for related in finding.related.iter().filter(|r| r.role == Role::Compare && excerpt.place(r.span).is_none()) {
            let at = self.at(related.span);
            match said.iter_mut().find(|(message, _)| *message == related.message) {
                Some((_, places)) => places.push(at),
                None => said.push((&related.message, vec![at])),
            }
        }
        let lines = said.into_iter().map(|(message, places)| format!("{} ({})", one_line(message), listed(places.into_iter())));
        lines.collect::<Vec<_>>().join("; ")
    }
}

/// The first places and how many more.
fn listed(places: impl Iterator<Item = String>) -> String {
    let places: Vec<String> = places.collect();
    let more = match places.len().saturating_sub(PLACES) {
        0 => String::new(),
        n => format!(" and {n} more"),
    };
    places.iter().take(PLACES).map(String::as_str).collect::<Vec<_>>().join(", ") + &more
}

/// What the finding rests on, in words, and how sure it is where that is not high.
fn evidence(finding: &Finding) -> String {
    let mut words: Vec<String> = finding
        .evidence
        .iter()
        .map(|e| match e.from {
            Some(table) => format!("{} ({table})", one_line(&e.value)),
            None => one_line(&e.value),
        })
        .collect();
    if finding.confidence < Confidence::High {
        words.push(format!("{} confidence", finding.confidence.name()));
    }
    words.join("; ")
}

fn safety(safety: Safety) -> &'static str {
    match safety {
        Safety::Safe => "",
        Safety::Unsafe => "  (unsafe: read it before you take it)",
        Safety::DisplayOnly => "  (a suggestion, never applied)",
    }
}

fn heading(severity: Severity) -> Heading<'static> {
    match severity {
        Severity::Critical | Severity::Major => Heading::ERROR,
        Severity::Minor => Heading::WARNING,
        Severity::Neutral => Heading::INFO,
    }
    .with_name(severity.name())
}

#[cfg(test)]
mod tests;
