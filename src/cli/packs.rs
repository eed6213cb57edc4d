//! `postedit packs test`: runs the examples of packs.

use std::path::{Path, PathBuf};

use super::args::{Color, PacksCommand, PacksOptions};
use super::output::Output;
use super::pack::{Tables, beside};
use super::settings::{nearest, text_of};
use super::{Ending, Failure};
use crate::check::Checker;
use crate::config::Config;
use crate::house::House;
use crate::score::Proof;

pub(super) fn run(options: &PacksOptions) -> Result<Ending, Failure> {
    let PacksCommand::Test { folders } = &options.command;
    let base = Checker::builder().build()?;
    let folders = if folders.is_empty() { configured(&base)? } else { folders.clone() };
    let mut output = Output::stdout(Color::Never);
    let mut found = false;
    for folder in &folders {
        let proof = prove(&base, folder)?;
        found |= !proof.faults.is_empty();
        for fault in &proof.faults {
            output.print(format!("{}: {fault}\n", folder.display()).as_bytes())?;
        }
        let verdict = match proof.faults.len() {
            0 => "all hold".to_owned(),
            1 => "1 does not hold".to_owned(),
            faults => format!("{faults} do not hold"),
        };
        let line = format!("{}: {} rows and {} cases tried, {verdict}\n", folder.display(), proof.rows, proof.cases);
        output.print(line.as_bytes())?;
    }
    Ok(Ending::of(false, found))
}

/// The packs that the settings of the current folder name.
fn configured(base: &Checker) -> Result<Vec<PathBuf>, Failure> {
    let none = "no pack is named; give its folder, or name it below `packs` in postedit.toml";
    let path = nearest(Path::new(""))?.ok_or(none)?;
    let name = path.display().to_string();
    let (packs, _) = Config::tables(&name, &text_of(&path, &name)?, base.knowledge())?;
    if packs.is_empty() {
        return Err(none.into());
    }
    Ok(packs.iter().map(|pack| beside(&path, pack)).collect())
}

fn prove(base: &Checker, folder: &Path) -> Result<Proof, Failure> {
    let mut tables = Tables::default();
    tables.add_folder(folder)?;
    let first = base.knowledge().phrases.len();
    let checker = base.with_pack(&tables.pack)?.with_house(House::new(tables.names, Default::default()));
    let mut proof = Proof::default();
    proof.add_rows(&checker, first);
    for (name, page) in &tables.cases {
        proof.add_cases(&checker, name, page);
    }
    Ok(proof)
}
