//! News-like prose of any length, made from the sentences of `corpora/`, the same on every run.
//!
//! Paragraphs are drawn anew from the sentences of both the marked and the clean pages, so no paragraph repeats, while
//! names, acronyms and quotations come as often as in the pages. The marked pages hold ten times the faults of translated
//! news, so nine of ten are taken as corrected. Sentences that hold only one end of a quotation are left out: shuffled,
//! they would leave every other quotation open.

use std::fs;
use std::path::{Path, PathBuf};

use postedit::document::{BlockKind, Conventions, Document, Text};
use postedit::score::Marked;

/// Bytes of a page.
const PAGE: usize = 6000;

/// Pages of together at least `bytes` bytes.
pub fn pages(corpora: &Path, bytes: usize) -> Vec<String> {
    let sentences = sentences(corpora);
    let mut draw = Draw(0x2545_F491_4F6C_DD1D);
    let mut pages = Vec::new();
    let mut total = 0;
    while total < bytes {
        let mut page = String::new();
        while page.len() < PAGE {
            for _ in 0..3 + draw.below(3) {
                page.push_str(&sentences[draw.below(sentences.len())]);
                page.push(' ');
            }
            page.truncate(page.trim_end().len());
            page.push_str("\n\n");
        }
        total += page.len();
        pages.push(page);
    }
    pages
}

fn sentences(corpora: &Path) -> Vec<String> {
    let mut files: Vec<PathBuf> = ["clean", "translated"]
        .iter()
        .flat_map(|folder| fs::read_dir(corpora.join(folder)).expect("corpora can be read"))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut sentences = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let source = fs::read_to_string(file).expect("a page");
        let marked = Marked::parse(&source).expect("sound marks");
        let text = if number % 10 == 0 { marked.text } else { marked.corrected(|_| true) };
        let document = Document::plain(Text::new(text).expect("a page"), &Conventions::default());
        let running = document.sentences().iter().filter(|s| document.blocks()[s.block()].kind() == BlockKind::Paragraph);
        let words = running.filter_map(|s| document.span_of(s.tokens())).map(|span| document.slice(span).replace('\n', " "));
        sentences.extend(words.filter(|sentence| quotations_pair(sentence)));
    }
    assert!(sentences.len() > 500, "the corpora were found");
    sentences
}

fn quotations_pair(sentence: &str) -> bool {
    let count = |mark: char| sentence.matches(mark).count();
    count('“') == count('”') && count('‘') <= count('’') && count('"').is_multiple_of(2)
}

/// A xorshift generator (G. Marsaglia, 2003): the same numbers on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
