//! Which words before a bracket an acronym is short for: the method of A. S. Schwartz and M. A. Hearst, “A simple
//! algorithm for identifying abbreviation definitions in biomedical text” (Pacific Symposium on Biocomputing, 2003).

/// How many words before a bracket may belong to a long form: the fewer of five more than the letters and twice as many.
pub(super) fn most_words(letters: usize) -> usize {
    (letters + 5).min(letters * 2)
}

/// The byte at which the long form begins in `candidate`, which ends where the long form ends.
///
/// Letters are matched from the right; each may stand anywhere, the first must begin a word.
pub(super) fn long_form(short: &str, candidate: &str) -> Option<usize> {
    let mut chars = candidate.char_indices().rev().peekable();
    let mut letters = short.chars().rev().filter(|c| c.is_alphanumeric()).peekable();
    while let Some(letter) = letters.next() {
        let first = letters.peek().is_none();
        loop {
            let (at, c) = chars.next()?;
            let begins_word = chars.peek().is_none_or(|(_, before)| !before.is_alphanumeric());
            if same(c, letter) && (!first || begins_word) {
                if first {
                    return Some(at);
                }
                break;
            }
        }
    }
    None
}

fn same(a: char, b: char) -> bool {
    a.to_lowercase().eq(b.to_lowercase())
}
