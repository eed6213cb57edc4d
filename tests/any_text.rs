//! Any text can be read, checked and corrected: broken pages do not panic, and what is long costs no more than its length.

use std::path::Path;

use postedit::finding::Confidence;
use postedit::{Checker, Level, Settings, correct};

/// What machines, keyboards and encodings leave in a text.
const ODD: [&str; 24] = [
    "\u{301}",
    "\u{200b}",
    "\u{202e}",
    "אב",
    "😀",
    "İ",
    "ß",
    "\u{2028}",
    "\u{feff}",
    "“",
    "”",
    "\"",
    "«",
    "‘",
    "'",
    " — ",
    ". .",
    "(US)",
    "# ",
    "#Tag",
    "\r",
    "\n\n",
    "Сергей",
    "the the",
];

fn checker() -> Checker {
    let settings = Settings { min_confidence: Confidence::Low, hints: true, ..Settings::default() };
    Checker::builder().settings(settings).build().expect("the tables are in order")
}

/// The next number of a fixed row that looks like chance.
fn next(state: &mut u64, below: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as usize % below.max(1)
}

/// A page cut anywhere, with odd pieces put in and a byte spoilt now and then.
fn spoilt(page: &str, state: &mut u64) -> Vec<u8> {
    let mut chars: Vec<char> = page.chars().collect();
    let cut = next(state, chars.len());
    chars.drain(..cut);
    chars.truncate(600);
    for _ in 0..next(state, 30) {
        let (at, piece) = (next(state, chars.len() + 1), ODD[next(state, ODD.len())]);
        chars.splice(at..at, piece.chars());
    }
    let mut bytes = chars.into_iter().collect::<String>().into_bytes();
    if next(state, 8) == 0 && !bytes.is_empty() {
        let at = next(state, bytes.len());
        bytes[at] = 0xE2;
    }
    bytes
}

#[test]
fn spoilt_pages_are_checked_and_corrected_once_for_all() {
    let (checker, mut state) = (checker(), 1);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/translated");
    let mut pages: Vec<_> = std::fs::read_dir(folder).expect("corpora").flatten().map(|entry| entry.path()).collect();
    pages.sort();
    for page in pages.iter().filter_map(|path| std::fs::read_to_string(path).ok()) {
        for _ in 0..6 {
            let bytes = spoilt(&page, &mut state);
            let Ok(once) = correct(&checker, &bytes, Level::Unsafe) else {
                panic!("not corrected: {}", String::from_utf8_lossy(&bytes));
            };
            let twice = correct(&checker, &once.bytes, Level::Unsafe).expect("corrected once already");
            assert_eq!(twice.bytes, once.bytes, "{}", String::from_utf8_lossy(&bytes));
        }
    }
}

/// What stands without end in some broken pages.
const PIECES: [&str; 44] = [
    "“",
    "“‘",
    "«a ",
    "\"",
    "a-",
    ".",
    "a.",
    ". .",
    "the the ",
    "is is ",
    "# ",
    "a\r",
    "(US) ",
    "Sergei Sergey ",
    "№ ",
    "№5 ",
    "「",
    "» ",
    "( ",
    ")",
    "a) ",
    "[a",
    "5х",
    "10 000 ",
    "10.000,5 ",
    "24.02.2022 ",
    "14.20 ",
    "&amp;",
    "&quot;a",
    "\u{200b}",
    "a\u{ad}",
    "⁇ ",
    "Bеl",
    "?..",
    "! ",
    "a, ",
    "hutor ",
    "– ",
    "“ – ",
    "said: ",
    ", that ",
    "слово ",
    "de la que ",
    "Ã©",
];

/// Anything that grows with the square of the length takes minutes here, not a moment.
#[test]
fn long_runs_of_one_thing_are_checked_in_a_moment() {
    let checker = checker();
    for piece in PIECES {
        let text = format!("{}aa", piece.repeat(60_000 / piece.len()));
        let reading = checker.read(text.as_bytes()).expect("text");
        checker.check_reading(&reading);
    }
}
