//! Inputs: files, folders, standard input, in an order that never changes.

use std::collections::HashSet;
use std::io::{IsTerminal, Read};
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;

use super::args::Inputs;
use crate::report::{Note, NoteLevel};

/// Kinds of file that are prose, by their ending.
const PROSE: [&str; 3] = ["txt", "text", "md"];

/// Something to be read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

    /// Where it lies; of standard input, the name it goes by.
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Stdin(name) => Path::new(name),
        }
    }

    /// How a patch names it: relative to the current folder, with `/` between folders.
    pub fn patch_name(&self) -> Vec<u8> {
        let here = std::env::current_dir().unwrap_or_default();
        let path = plain(self.path().strip_prefix(&here).unwrap_or(self.path()));
        let parts: Vec<&[u8]> = path.components().map(|part| part.as_os_str().as_encoded_bytes()).collect();
        parts.join(&b'/')
    }

    /// Its bytes.
    ///
    /// # Errors
    /// A note that names it and says what happened.
    pub fn bytes(&self) -> Result<Vec<u8>, Note> {
        let read = match self {
            Self::File(path) => std::fs::read(path),
            Self::Stdin(_) => {
                let mut bytes = Vec::new();
                std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        read.map_err(|error| self.failed(&error))
    }

    /// It with its bytes.
    ///
    /// # Errors
    /// A note that names it and says what happened.
    pub fn read(self) -> Result<(Self, Vec<u8>), Note> {
        let bytes = self.bytes()?;
        Ok((self, bytes))
    }

    /// A note on what went wrong with it, in words.
    pub fn failed(&self, error: &std::io::Error) -> Note {
        let words = match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
            std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            _ => error.to_string(),
        };
        Note::new(&self.name(), NoteLevel::Error, words)
    }
}

impl Inputs {
    /// Whether nothing was named and somebody at a terminal would wait for a report that waits for them.
    pub fn would_wait(&self) -> bool {
        self.paths.is_empty() && std::io::stdin().is_terminal()
    }
}

/// All inputs in order, each once: as named, folders by path. What cannot be walked comes as a note.
pub(super) fn collect(inputs: &Inputs) -> Vec<Result<Input, Note>> {
    let stdin = [PathBuf::from("-")];
    let paths = if inputs.paths.is_empty() { &stdin[..] } else { &inputs.paths };
    let mut found = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            found.push(Ok(Input::Stdin(inputs.stdin_filename.clone().unwrap_or_else(|| "-".into()))));
        } else if path.is_dir() {
            found.extend(walk(path));
        } else {
            found.push(Ok(Input::File(plain(path))));
        }
    }
    let mut seen = HashSet::new();
    found.retain(|input| input.as_ref().map_or(true, |input| seen.insert(input.clone())));
    found
}

/// The prose of a folder.
fn walk(folder: &Path) -> Vec<Result<Input, Note>> {
    let name = folder.to_string_lossy();
    let walk = WalkBuilder::new(folder).sort_by_file_path(Path::cmp).require_git(false).build();
    let mut found: Vec<Result<Input, Note>> = walk
        .filter_map(|entry| match entry {
            Ok(entry) => {
                let is_file =
                    entry.file_type().is_some_and(|kind| kind.is_file()) || entry.path_is_symlink() && entry.path().is_file();
                (is_file && is_prose(entry.path())).then(|| Ok(Input::File(plain(entry.path()))))
            }
            Err(error) => Some(Err(Note::new(&name, NoteLevel::Error, error.to_string()))),
        })
        .collect();
    if found.is_empty() {
        let endings = PROSE.map(|ending| format!(".{ending}")).join(", ");
        let message = format!("no prose in this folder (files that end in {endings} and are not ignored by git)");
        found.push(Err(Note::new(&name, NoteLevel::Warning, message)));
    }
    found
}

fn is_prose(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str());
    ending.is_some_and(|ending| PROSE.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// A path without the `.` parts, which say nothing.
fn plain(path: &Path) -> PathBuf {
    let parts: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if parts.as_os_str().is_empty() { path.to_owned() } else { parts }
}
