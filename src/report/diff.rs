//! The patch: a unified diff that `git apply` and `patch -p1` take, with the rules of each hunk in its heading.

use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

use crate::correct::Applied;

/// Unchanged lines shown on each side of a change.
const CONTEXT: usize = 3;

/// The patch that makes `new` of `old`, byte for byte; empty where they are equal.
///
/// `path` is relative to the folder in which the patch will be applied. A line ends with `\n` and nothing else, so
/// that carriage returns stay what they are: part of a line.
pub fn unified(path: &[u8], old: &[u8], new: &[u8], applied: &[Applied]) -> Vec<u8> {
    if old == new {
        return Vec::new();
    }
    let (old, new) = (lines(old), lines(new));
    let mut out = Vec::new();
    for (mark, side) in [("---", "a/"), ("+++", "b/")] {
        out.extend_from_slice(format!("{mark} ").as_bytes());
        out.extend_from_slice(&quoted(side, path));
        out.push(b'\n');
    }
    let starts = starts(&new);
    for hunk in group_diff_ops(capture_diff_slices(Algorithm::Myers, &old, &new), CONTEXT) {
        write_hunk(&mut out, &hunk, &old, &new, &rules_of(span(&hunk, DiffOp::new_range), applied, &starts));
    }
    out
}

/// The lines of a file, each with its `\n`.
pub(super) fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|&b| b == b'\n').collect()
}

/// The byte at which each line starts.
pub(super) fn starts(lines: &[&[u8]]) -> Vec<usize> {
    let mut at = 0;
    let start = |line: &&[u8]| {
        at += line.len();
        at - line.len()
    };
    lines.iter().map(start).collect()
}

/// A rule that changed something, and whether one of its changes is more than plain `fix` would write.
pub(super) type Cause = (&'static str, bool);

/// The rules whose fixes stand in these new lines, in the order of the text.
pub(super) fn rules_of(lines: Range<usize>, applied: &[Applied], starts: &[usize]) -> Vec<Cause> {
    let lines = lines.start..lines.end.max(lines.start + 1);
    let line_of = |offset: usize| starts.partition_point(|&start| start <= offset).saturating_sub(1);
    let mut here: Vec<(usize, &Applied)> = Vec::new();
    for done in applied {
        let inside = |place: &&Range<usize>| {
            let last = line_of(place.end.saturating_sub(1).max(place.start));
            line_of(place.start) < lines.end && last >= lines.start
        };
        here.extend(done.places.iter().find(inside).map(|place| (place.start, done)));
    }
    here.sort_by_key(|(at, done)| (*at, done.rule));
    let mut causes: Vec<Cause> = Vec::new();
    for (_, done) in here {
        match causes.iter_mut().find(|(rule, _)| *rule == done.rule) {
            Some((_, risky)) => *risky |= !done.safe,
            None => causes.push((done.rule, !done.safe)),
        }
    }
    causes
}

/// The causes as a heading names them: `names/x (unsafe), punctuation/y`.
pub(super) fn heading(causes: &[Cause]) -> String {
    let words: Vec<String> =
        causes.iter().map(|(rule, risky)| format!("{rule}{}", if *risky { " (unsafe)" } else { "" })).collect();
    words.join(", ")
}

/// From the first line of a hunk to its last, on one side.
fn span(hunk: &[DiffOp], side: impl Fn(&DiffOp) -> Range<usize>) -> Range<usize> {
    let start = hunk.first().map_or(0, |op| side(op).start);
    start..hunk.last().map_or(start, |op| side(op).end)
}

fn write_hunk(out: &mut Vec<u8>, hunk: &[DiffOp], old: &[&[u8]], new: &[&[u8]], causes: &[Cause]) {
    let range = |r: Range<usize>| {
        // A side without lines names the line before.
        let first = if r.is_empty() { r.start } else { r.start + 1 };
        format!("{first},{}", r.len())
    };
    let (before, after) = (range(span(hunk, DiffOp::old_range)), range(span(hunk, DiffOp::new_range)));
    let heading = heading(causes);
    let space = if heading.is_empty() { "" } else { " " };
    out.extend_from_slice(format!("@@ -{before} +{after} @@{space}{heading}\n").as_bytes());
    for op in hunk {
        if op.tag() == DiffTag::Equal {
            op.old_range().filter_map(|i| old.get(i)).for_each(|line| write_line(out, b' ', line));
            continue;
        }
        op.old_range().filter_map(|i| old.get(i)).for_each(|line| write_line(out, b'-', line));
        op.new_range().filter_map(|i| new.get(i)).for_each(|line| write_line(out, b'+', line));
    }
}

fn write_line(out: &mut Vec<u8>, mark: u8, line: &[u8]) {
    out.push(mark);
    out.extend_from_slice(line);
    if !line.ends_with(b"\n") {
        out.extend_from_slice(b"\n\\ No newline at end of file\n");
    }
}

/// A file name as git writes it in a patch: in C-style quotes where a character would be misread, and with a tab after
/// it where it holds a space, so that `patch` knows its end. Letters of any script stay as they are.
fn quoted(side: &str, path: &[u8]) -> Vec<u8> {
    let special = |b: u8| b < 0x20 || matches!(b, b'"' | b'\\' | 0x7f);
    let broken = std::str::from_utf8(path).is_err();
    let mut out = side.as_bytes().to_vec();
    if !broken && !path.iter().any(|&b| special(b)) {
        out.extend_from_slice(path);
        if path.contains(&b' ') {
            out.push(b'\t');
        }
        return out;
    }
    out.insert(0, b'"');
    for &b in path {
        match b {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', b]),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b if special(b) || (broken && b >= 0x80) => out.extend_from_slice(format!("\\{b:03o}").as_bytes()),
            b => out.push(b),
        }
    }
    out.push(b'"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(rule: &'static str, safe: bool, places: Range<usize>) -> Applied {
        Applied { rule, title: String::new(), safe, places: vec![places] }
    }

    fn text(path: &str, old: &str, new: &str, applied: &[Applied]) -> String {
        String::from_utf8(unified(path.as_bytes(), old.as_bytes(), new.as_bytes(), applied)).expect("UTF-8")
    }

    #[test]
    fn only_line_feeds_end_lines_and_a_missing_one_is_told() {
        let patch = text("a.txt", "a..\rb\r\nc,,", "a.\rb\r\nc,", &[done("p/x", true, 2..2), done("n/y", false, 8..8)]);
        assert_eq!(
            patch,
            "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@ p/x, n/y (unsafe)\n-a..\rb\r\n-c,,\n\
             \\ No newline at end of file\n+a.\rb\r\n+c,\n\\ No newline at end of file\n"
        );
    }

    #[test]
    fn a_rule_is_named_in_the_hunks_it_changed_only() {
        let body = "x\n".repeat(9);
        let (old, new) = (format!("a..\n{body}b..\n"), format!("a.\n{body}b.\n"));
        let patch = text("a", &old, &new, &[done("p/x", true, 2..2), done("p/y", true, new.len() - 1..new.len() - 1)]);
        assert!(patch.contains("@@ -1,4 +1,4 @@ p/x\n") && patch.contains("@@ -8,4 +8,4 @@ p/y\n"), "{patch}");
        assert_eq!(text("a", &old, &old, &[]), "");
    }

    #[test]
    fn a_file_that_becomes_empty_names_line_nought() {
        assert!(text("a", "x\n", "", &[done("p/x", true, 0..0)]).contains("@@ -1,1 +0,0 @@ p/x\n-x\n"));
    }

    #[test]
    fn odd_names_are_quoted() {
        let name = |path: &[u8]| String::from_utf8(quoted("a/", path)).expect("UTF-8");
        assert_eq!(name(b"a.txt"), "a/a.txt");
        assert_eq!(name("о мире.txt".as_bytes()), "a/о мире.txt\t");
        assert_eq!(name(b"say \"a\"\n.txt"), r#""a/say \"a\"\n.txt""#);
        assert_eq!(name(b"\xff\x01"), r#""a/\377\001""#);
    }
}
