//! Packs as folders, and the tables that a file of settings names.

use std::path::{Path, PathBuf};

use super::Failure;
use super::settings::{text_of, tidy};
use crate::config::TermsConfig;
use crate::house::{Entry, Glossary};
use crate::knowledge::{Pack, PackFile};

/// What a house brings along.
#[derive(Default)]
pub(super) struct Tables {
    /// For the tables.
    pub pack: Pack,
    /// Its lists of names.
    pub names: Vec<Entry>,
    /// Its marked examples: how errors call the file, and the text.
    pub cases: Vec<(String, String)>,
}

impl Tables {
    /// Adds the folder of a pack.
    pub fn add_folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let name = folder.display();
        if !folder.is_dir() {
            return Err(format!("{name}: there is no such folder; a pack is a folder with tables").into());
        }
        let mut known = 0;
        for path in files(folder)? {
            let inner = path.strip_prefix(folder).unwrap_or(&path).components().map(|part| part.as_os_str().to_string_lossy());
            let inner = inner.collect::<Vec<_>>().join("/");
            let Some(file) = PackFile::of(&inner) else {
                return Err(format!("{}: no file of a pack; known: {}", path.display(), PackFile::KNOWN).into());
            };
            known += usize::from(file != PackFile::ForPeople);
            self.add_file(file, &path)?;
        }
        match known {
            0 => Err(format!("{name}: the pack is empty; known files: {}", PackFile::KNOWN).into()),
            _ => Ok(()),
        }
    }

    fn add_file(&mut self, file: PackFile, path: &Path) -> Result<(), Failure> {
        let name = path.display().to_string();
        if file == PackFile::ForPeople {
            return Ok(());
        }
        let text = text_of(path, &name)?;
        match file {
            PackFile::Names => self.names.extend(Glossary::parse(&name, &text)?),
            PackFile::Cases => self.cases.push((name, text)),
            _ => self.pack.add(file, &name, text)?,
        }
        Ok(())
    }

    /// Adds what the table `[terms]` of a file of settings says; `settings` is the path of that file.
    pub fn add_terms(&mut self, terms: &TermsConfig, settings: &Path) -> Result<(), Failure> {
        for glossary in &terms.glossaries {
            let path = beside(settings, glossary);
            let name = path.display().to_string();
            let text =
                text_of(&path, &name).map_err(|error| format!("{error} (`glossaries` in {} names it)", settings.display()))?;
            self.pack.add(PackFile::Terms, &name, text)?;
        }
        terms.terms(&settings.display().to_string()).for_each(|term| self.pack.add_term(term));
        Ok(())
    }
}

/// A path as seen from the folder of a file.
pub(super) fn beside(file: &Path, path: &str) -> PathBuf {
    tidy(&file.parent().unwrap_or(Path::new("")).join(path))
}

/// All files of a folder in order, those that are hidden left out.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let walk = ignore::WalkBuilder::new(folder).standard_filters(false).hidden(true).sort_by_file_path(Path::cmp).build();
    let mut files = Vec::new();
    for entry in walk {
        let entry = entry?;
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}
