//! How fast: one page, ten megabytes of prose, tokenising alone, opening the tables, the binary from start to end.
//!
//! `cargo bench`; `docs/benchmarks.md` tells what the figures mean and how they compare.

mod names;
mod prose;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use divan::Bencher;
use divan::counter::BytesCount;
use postedit::Checker;
use postedit::document::{Document, Text};
use postedit::facts::{Facts, Needs};

const MEGABYTES: usize = 10;

fn main() {
    divan::main();
}

fn corpora() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora")
}

fn checker() -> Checker {
    Checker::builder().build().expect("sound tables")
}

fn prose(bytes: usize) -> String {
    prose::pages(&corpora(), bytes).concat()
}

#[divan::bench]
fn page(bencher: Bencher) {
    let (checker, page) = (checker(), prose(1));
    bencher.counter(BytesCount::of_str(&page)).bench(|| checker.check_reading(&checker.read(page.as_bytes()).expect("prose")));
}

#[divan::bench(sample_count = 10)]
fn ten_megabytes(bencher: Bencher) {
    let (checker, text) = (checker(), prose(MEGABYTES * 1_000_000));
    bencher.counter(BytesCount::of_str(&text)).bench(|| checker.check_reading(&checker.read(text.as_bytes()).expect("prose")));
}

#[divan::bench(sample_count = 10)]
fn ten_megabytes_in_pages(bencher: Bencher) {
    let (checker, pages) = (checker(), prose::pages(&corpora(), MEGABYTES * 1_000_000));
    let bytes: usize = pages.iter().map(String::len).sum();
    let check = |page: &String| checker.check_reading(&checker.read(page.as_bytes()).expect("prose")).len();
    bencher.counter(BytesCount::new(bytes)).bench(|| pages.iter().map(check).sum::<usize>());
}

#[divan::bench(sample_count = 10)]
fn ten_megabytes_tokenised_alone(bencher: Bencher) {
    let (checker, text) = (checker(), prose(MEGABYTES * 1_000_000));
    let conventions = &checker.knowledge().conventions;
    let read = || Document::plain(Text::new(text.as_str()).expect("short enough"), conventions);
    bencher.counter(BytesCount::of_str(&text)).bench(read);
}

/// The same with the id of every token in the vocabulary of the tables, which the design counts as part of tokenising.
#[divan::bench(sample_count = 10)]
fn ten_megabytes_tokenised_with_ids(bencher: Bencher) {
    let (checker, text) = (checker(), prose(MEGABYTES * 1_000_000));
    let read = || {
        let reading = checker.read(text.as_bytes()).expect("prose");
        Facts::gather(&reading.document, checker.knowledge(), Needs::WORDS, &[])
    };
    bencher.counter(BytesCount::of_str(&text)).bench(read);
}

#[divan::bench]
fn opening_the_tables() -> Checker {
    checker()
}

#[divan::bench]
fn binary_on_one_page(bencher: Bencher) {
    let page = prose(1);
    bencher.bench(|| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_postedit"))
            .args(["check", "--no-config", "--exit-zero", "--format", "json", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the binary starts");
        child.stdin.take().expect("a pipe").write_all(page.as_bytes()).expect("the page is taken");
        child.wait().expect("the binary ends")
    });
}
