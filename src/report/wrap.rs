//! Lines of a width, broken at spaces, and nothing in them that a terminal would obey.

/// Narrower than this no column is made, however narrow the terminal.
const NARROWEST: usize = 24;

/// Breaks a text at spaces into lines of at most `width` characters; a longer word stands on a line by itself.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(NARROWEST);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let length = width_of(word);
        if used > 0 && used + 1 + length > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += length;
        }
    }
    lines
}

/// Somebody's text without what a terminal would obey: control characters and marks that turn the writing direction.
/// Line breaks stay; a byte order mark, and the carriage return before a line break, go.
pub(super) fn printable(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = text.replace("\r\n", "\n");
    let shown = text.chars().filter(|&c| c != '\u{feff}').map(|c| match c {
        '\n' => '\n',
        '\t' | '\r' => ' ',
        c if c.is_control() || turns(c) => '\u{fffd}',
        c => c,
    });
    shown.collect()
}

/// The same on one line.
pub(super) fn one_line(text: &str) -> String {
    printable(text).split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Characters of a word, escape codes not among them.
fn width_of(word: &str) -> usize {
    let mut pieces = word.split('\x1b');
    let plain = pieces.next().map_or(0, |piece| piece.chars().count());
    let after_code = |piece: &str| piece.split_once('m').map_or(0, |(_, rest)| rest.chars().count());
    plain + pieces.map(after_code).sum::<usize>()
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_break_at_spaces_and_lose_no_word() {
        let text = "Readers take it for two men where there is only one.";
        let lines = super::wrap(text, 30);
        assert_eq!(lines, ["Readers take it for two men", "where there is only one."]);
        assert_eq!(lines.join(" "), text);
        assert_eq!(super::wrap("", 30), [""]);
        assert_eq!(super::wrap("\x1b[31mred\x1b[0m word of the twenty-fourth", 24).len(), 2);
    }
}
