//! Settings: the command line, and where it says nothing the `postedit.toml` nearest to each input.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Failure;
use super::args::Choice;
use super::input::Input;
use crate::check::{Checker, Settings};
use crate::config::{Config, FILE_NAME};
use crate::finding::{Confidence, Severity};
use crate::house::{Entry, Glossary, House, Wording};
use crate::knowledge::Knowledge;
use crate::report::Note;
use crate::rules::Selection;

/// The severity that makes a run fail where nobody says otherwise.
const FAIL_ON: Severity = Severity::Minor;

/// What an input goes by.
pub(super) struct Settled {
    /// The checker with its settings.
    pub checker: Checker,
    /// The least severity that makes the run fail.
    pub fail_on: Severity,
    /// Whether the document is read together with others.
    pub across: bool,
}

/// An input and what it goes by.
pub(super) struct Job {
    pub input: Result<Input, Note>,
    pub settled: Arc<Settled>,
}

/// Settles what each input goes by; tables are opened once, a file is read once.
pub(super) struct Settler<'a> {
    choice: &'a Choice,
    fail_on: Option<Severity>,
    across: bool,
    base: Checker,
    /// By folder, so that neighbours are settled together.
    folders: HashMap<PathBuf, Arc<Settled>>,
    /// By file; `None` where there is none.
    files: HashMap<Option<PathBuf>, Arc<Settled>>,
}

impl<'a> Settler<'a> {
    /// For a run with these options.
    pub fn new(choice: &'a Choice, fail_on: Option<Severity>, across: bool) -> Result<Self, Failure> {
        let base = Checker::builder().build()?;
        Ok(Self { choice, fail_on, across, base, folders: HashMap::new(), files: HashMap::new() })
    }

    /// What each input goes by; an error where a file of settings is not sound, before anything is printed.
    pub fn jobs(mut self, inputs: Vec<Result<Input, Note>>) -> Result<Vec<Job>, Failure> {
        let jobs = inputs.into_iter().map(|input| {
            let folder = input.as_ref().ok().and_then(Input::folder).unwrap_or_default();
            Ok(Job { settled: self.of(&folder)?, input })
        });
        let jobs = jobs.collect::<Result<Vec<_>, Failure>>()?;
        if jobs.is_empty() {
            self.of(Path::new(""))?;
        }
        Ok(jobs)
    }

    /// What the files of a folder go by.
    fn of(&mut self, folder: &Path) -> Result<Arc<Settled>, Failure> {
        if let Some(settled) = self.folders.get(folder) {
            return Ok(settled.clone());
        }
        let file = match (&self.choice.config, self.choice.no_config) {
            (Some(path), _) => Some(path.clone()),
            (None, true) => None,
            (None, false) => nearest(folder)?,
        };
        let settled = match self.files.get(&file) {
            Some(settled) => settled.clone(),
            None => {
                let settled = Arc::new(self.settle(file.as_deref())?);
                self.files.insert(file, settled.clone());
                settled
            }
        };
        self.folders.insert(folder.to_owned(), settled.clone());
        Ok(settled)
    }

    /// The settings of the command line over those of the file.
    fn settle(&self, path: Option<&Path>) -> Result<Settled, Failure> {
        let file = path.map_or(Ok(Config::default()), |path| read(path, self.base.knowledge()))?;
        let settings = Settings {
            selection: self.choice.selection(&file)?,
            min_confidence: self.choice.min_confidence.or(file.min_confidence).unwrap_or(Confidence::Medium),
            hints: self.choice.hints || file.hints.unwrap_or(false),
        };
        let house = house(path.unwrap_or(Path::new(FILE_NAME)), &file)?;
        Ok(Settled {
            checker: self.base.with_settings(settings).with_house(house),
            fail_on: self.fail_on.or(file.fail_on).unwrap_or(FAIL_ON),
            across: self.across || file.across.unwrap_or(false),
        })
    }
}

impl Choice {
    /// A checker with the settings of the current folder.
    pub fn checker(&self) -> Result<Checker, Failure> {
        let mut settler = Settler::new(self, None, false)?;
        Ok(settler.of(Path::new(""))?.checker.clone())
    }

    /// `--select` sets aside what the file selects and ignores; `--ignore` alone adds to the file's.
    fn selection(&self, file: &Config) -> Result<Selection, Failure> {
        if self.select.is_empty() {
            let ignore: Vec<&String> = file.ignore.iter().chain(&self.ignore).collect();
            return Ok(Selection::new(&file.select.iter().collect::<Vec<_>>(), &ignore)?);
        }
        Ok(Selection::new(&self.select, &self.ignore)?)
    }
}

fn read(path: &Path, knowledge: &Knowledge) -> Result<Config, Failure> {
    let name = path.display().to_string();
    Ok(Config::parse(&name, &text_of(path, &name)?, knowledge)?)
}

fn text_of(path: &Path, name: &str) -> Result<String, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("{name}: there is no such file"),
        std::io::ErrorKind::InvalidData => format!("{name}: not UTF-8; save it as UTF-8"),
        _ => format!("{name}: {error}"),
    })?;
    Ok(text)
}

/// The house style that a file of settings and its glossary make.
fn house(path: &Path, file: &Config) -> Result<House, Failure> {
    let names = &file.names;
    let toml = path.display();
    let own = names.spellings.iter().filter_map(|(name, line)| Entry::new(name, &[], &format!("{toml}:{line}")));
    let mut entries: Vec<Entry> = own.collect();
    if let Some(glossary) = &names.glossary {
        let path = path.parent().unwrap_or(Path::new("")).join(glossary);
        let name = path.display().to_string();
        let text = text_of(&path, &name).map_err(|error| format!("{error} (`glossary` in {toml} names it)"))?;
        entries.extend(Glossary::parse(&name, &text)?);
    }
    let schemes: BTreeMap<_, Box<str>> =
        names.scheme.iter().map(|(language, scheme)| (*language, scheme.as_str().into())).collect();
    let wording =
        |(text, line): &(String, usize)| Wording { text: text.as_str().into(), origin: format!("{toml}:{line}").into() };
    let acronyms = file.acronyms.iter().map(|(acronym, written)| (acronym.as_str().into(), wording(written)));
    Ok(House::new(entries, schemes).with_acronyms(acronyms.collect()).with_marks(file.punctuation))
}

/// The nearest file, from a folder up to the root of the repository, named as a reader in the current folder would.
fn nearest(folder: &Path) -> Result<Option<PathBuf>, Failure> {
    let here = std::env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let start = tidy(&here.join(folder));
    for folder in start.ancestors() {
        if folder.join(FILE_NAME).is_file() {
            return Ok(Some(seen_from(&here, folder).join(FILE_NAME)));
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    Ok(None)
}

/// A path without `.` and `..`.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => {
                tidy.pop();
            }
            part => tidy.push(part),
        }
    }
    tidy
}

fn seen_from(here: &Path, folder: &Path) -> PathBuf {
    if let Ok(below) = folder.strip_prefix(here) {
        return below.to_owned();
    }
    match here.strip_prefix(folder) {
        Ok(up) => std::iter::repeat_n("..", up.components().count()).collect(),
        Err(_) => folder.to_owned(),
    }
}
