//! Counts in words, as messages, reports and lists tell them.

/// “1 place”, “3 places”: a count with what is counted, as it is called when there is one and when there are many.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
