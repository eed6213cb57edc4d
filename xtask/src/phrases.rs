//! `cargo xtask phrases`: compiles the tables of phrases to the index that the crate embeds.
//!
//! Both are committed. A test in the crate's module of phrases holds the index to the tables, so a change of a table
//! without this command fails there.

use std::error::Error;
use std::fs;
use std::path::Path;

const INDEX: &str = "src/knowledge/phrases.idx";

/// Runs the chore.
pub fn run() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask does not lie inside a workspace")?;
    let index = postedit::knowledge::compile_phrases()?;
    let path = root.join(INDEX);
    fs::write(&path, &index).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{} bytes of index", index.len());
    Ok(())
}
