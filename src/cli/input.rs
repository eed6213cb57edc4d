//! Inputs: files, folders, standard input, in an order that never changes.

use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::args::Inputs;

/// Something to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, with the name it goes by.
    Stdin(String),
}

impl Input {
    /// How reports name it.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Stdin(name) => name.clone(),
        }
    }

    /// Its bytes.
    pub fn bytes(&self) -> std::io::Result<Vec<u8>> {
        match self {
            Self::File(path) => std::fs::read(path),
            Self::Stdin(_) => {
                let mut bytes = Vec::new();
                std::io::stdin().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
        }
    }
}

/// All inputs in order: as named, folders by path. What cannot be walked comes as an error with its path.
pub(super) fn collect(inputs: &Inputs) -> Vec<Result<Input, (String, String)>> {
    let mut found = Vec::new();
    for path in &inputs.paths {
        if path == Path::new("-") {
            found.push(Ok(Input::Stdin(inputs.stdin_filename.clone().unwrap_or_else(|| "-".into()))));
        } else if path.is_dir() {
            found.extend(walk(path));
        } else {
            found.push(Ok(Input::File(path.clone())));
        }
    }
    found
}

/// Kinds of file that are prose, by their ending.
const PROSE: [&str; 3] = ["txt", "text", "md"];

fn walk(folder: &Path) -> Vec<Result<Input, (String, String)>> {
    let walk = WalkBuilder::new(folder).sort_by_file_path(Path::cmp).require_git(false).build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            let prose = entry.path().extension().and_then(|e| e.to_str()).is_some_and(|e| PROSE.contains(&e));
            (is_file && prose).then(|| Ok(Input::File(entry.into_path())))
        }
        Err(error) => Some(Err((folder.to_string_lossy().into_owned(), error.to_string()))),
    })
    .collect()
}
