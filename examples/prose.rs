//! Prints ten megabytes of news-like prose made from `corpora/`, for whole-process measurements.
//!
//! `cargo run --release --example prose > prose.txt`, or `-- FOLDER` for the same prose in files of one page each, or
//! `-- FOLDER BYTES` for so much of it.

#[path = "../benches/speed/prose.rs"]
mod prose;

use std::io::Write;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let bytes = std::env::args().nth(2).and_then(|word| word.parse().ok()).unwrap_or(10_000_000);
    let pages = prose::pages(&corpora, bytes);
    let Some(folder) = std::env::args().nth(1) else {
        return std::io::stdout().lock().write_all(pages.concat().as_bytes());
    };
    std::fs::create_dir_all(&folder)?;
    for (number, page) in pages.iter().enumerate() {
        std::fs::write(Path::new(&folder).join(format!("{number:05}.txt")), page)?;
    }
    Ok(())
}
