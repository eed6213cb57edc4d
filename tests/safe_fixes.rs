//! A law of `punctuation/`, `numbers/` and `residue/`: for any text, no safe fix changes a letter (but for its case) or a
//! digit, save those that put a Latin letter for its look-alike and those that take an invisible character out; and
//! after all safe fixes a second check finds nothing safe to mend.

use std::path::Path;

use postedit::finding::Confidence;
use postedit::fix::Safety;
use postedit::rules::Selection;
use postedit::{Checker, Level, Settings, correct};
use proptest::prelude::*;

const GROUPS: [&str; 3] = ["punctuation/", "numbers/", "residue/"];

/// The rules whose safe fixes may put one letter for another.
const LETTERS: [&str; 1] = ["residue/mixed-script"];

fn checker() -> Checker {
    let selection = Selection::new(&GROUPS, &[]).expect("these groups exist");
    let settings = Settings { selection, min_confidence: Confidence::Low, hints: true, ..Settings::default() };
    Checker::builder().settings(settings).build().expect("the tables are in order")
}

/// The letters and digits of a text in lower case; marks that combine with a letter are no letters.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn keeps_letters(checker: &Checker, text: &str) {
    let reading = checker.read(text.as_bytes()).expect("text");
    for finding in checker.check_reading(&reading) {
        for fix in finding.fixes.iter().filter(|fix| fix.safety() == Safety::Safe && !LETTERS.contains(&finding.rule)) {
            let (mut before, mut after) = (String::new(), String::new());
            for edit in fix.edits() {
                before.push_str(reading.document.slice(edit.span()));
                after.push_str(edit.replacement());
            }
            assert_eq!(letters(&before), letters(&after), "{}: “{}” in {text:?}", finding.rule, fix.title());
        }
    }
}

fn converges(checker: &Checker, text: &str) {
    let once = correct(checker, text.as_bytes(), Level::Safe).expect("any text is corrected");
    let reading = checker.read(&once.bytes).expect("text");
    let left = checker.check_reading(&reading).into_iter().filter(|finding| Level::Safe.takes(finding)).count();
    assert_eq!(left, 0, "{text:?}\nbecame\n{:?}", String::from_utf8_lossy(&once.bytes));
}

/// What texts are made of where marks, numbers and odd characters meet.
fn pieces() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        ".", ",", ";", ":", "?", "!", "…", "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "「", "」", "(", ")", "[", "]", "–",
        "—", "-", " - ", "№", "%", "$", "€", "&quot;", "&amp;", "<br>", "\\\"", "⁇", "\u{fffd}", "<unk>", "\u{200b}", "\u{ad}",
        "\u{feff}", "\u{301}", "，", "。", "、", "：", "（", "）", "،", "؟", "Ã©", "â€™", "{0}", "%s", "XNUMX", "#", "@", "```",
        " ", "  ", "\u{a0}", "\n", "\n\n", " . .", "?..", "!!!", "?!", "```\n",
    ]);
    let words = prop::sample::select(vec![
        "The",
        "the",
        "a",
        "minister",
        "said",
        "that",
        "Minsk",
        "Belarus",
        "russia",
        "thursday",
        "february",
        "Bеlarus",
        "СССР",
        "слова",
        "hutor",
        "plant",
        "newspaper",
        "Petrov",
        "brigade",
        "brigades",
        "year",
        "thousand",
        "mln",
        "o'clock",
        "rub",
        "NATO",
        "VETA",
        "Lenta.ru",
        "a.m.",
        "etc.",
        "No",
        "N",
        "de",
        "la",
        "que",
        "und",
        "square",
        "meter",
        "men",
        "very",
    ]);
    let numbers = prop::sample::select(vec![
        "1",
        "2",
        "64",
        "2022",
        "10 000",
        "10,000",
        "10.000",
        "99,7",
        "0,5",
        "24.02.2022",
        "03.04.2022",
        "14.20",
        "5-th",
        "90-s",
        "3.5",
        "1,234,567",
    ]);
    prop_oneof![
        4 => (words, prop::bool::ANY).prop_map(|(word, spaced)| if spaced { format!(" {word}") } else { word.to_owned() }),
        3 => (marks, prop::bool::ANY).prop_map(|(mark, spaced)| if spaced { format!(" {mark}") } else { mark.to_owned() }),
        1 => (numbers, prop::bool::ANY).prop_map(|(number, spaced)| if spaced { format!(" {number}") } else { number.to_owned() }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn safe_fixes_change_no_letter_and_leave_nothing_safe(parts in prop::collection::vec(pieces(), 1..60)) {
        let text = parts.concat();
        CHECKER.with(|checker| {
            keeps_letters(checker, &text);
            converges(checker, &text);
        });
    }
}

thread_local! {
    static CHECKER: Checker = checker();
}

#[test]
fn safe_fixes_keep_the_letters_of_all_pages() {
    let checker = checker();
    for folder in ["corpora/translated", "corpora/clean"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for page in std::fs::read_dir(folder).expect("corpora").flatten() {
            let text = std::fs::read_to_string(page.path()).expect("a page");
            keeps_letters(&checker, &text);
            converges(&checker, &text);
        }
    }
}
