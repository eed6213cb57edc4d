//! Settings: the command line, and where it says nothing the `postedit.toml` nearest to each input.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::Failure;
use super::args::Choice;
use super::input::Input;
use super::pack::{Tables, beside};
use crate::check::{Checker, Settings};
use crate::config::{Choices, Config, FILE_NAME};
use crate::finding::Severity;
use crate::house::{Entry, Glossary, House, Style};
use crate::knowledge::Pack;
use crate::report::Note;
use crate::rules::{Selection, Selector, Severities, UnknownSelector};

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

/// Settles what each input goes by; tables are opened once, a file of settings is read once.
pub(super) struct Settler<'a> {
    choice: &'a Choice,
    fail_on: Option<Severity>,
    across: bool,
    base: Checker,
    /// The file of settings of each folder, `None` where there is none; neighbours have one.
    folders: HashMap<PathBuf, Option<PathBuf>>,
    /// The files of settings that were read.
    files: HashMap<PathBuf, Arc<Rules>>,
    /// By file, and by which of its overrides match.
    settled: HashMap<(Option<PathBuf>, Vec<usize>), Arc<Settled>>,
    /// The tables of a house that were opened, each with its checker.
    opened: Vec<(Pack, Checker)>,
    /// Rows that the command line names and that none of the tables had so far, each with what is to be said of it.
    missing: BTreeMap<String, Option<UnknownSelector>>,
}

impl<'a> Settler<'a> {
    /// For a run with these options.
    pub fn new(choice: &'a Choice, fail_on: Option<Severity>, across: bool) -> Result<Self, Failure> {
        let base = Checker::builder().build()?;
        let (folders, files, settled) = (HashMap::new(), HashMap::new(), HashMap::new());
        let (opened, missing) =
            (Vec::new(), choice.select.iter().chain(&choice.ignore).map(|word| (word.clone(), None)).collect());
        Ok(Self { choice, fail_on, across, base, folders, files, settled, opened, missing })
    }

    /// What each input goes by; an error where a file of settings is not sound, before anything is printed.
    pub fn jobs(mut self, inputs: Vec<Result<Input, Note>>) -> Result<Vec<Job>, Failure> {
        let jobs = inputs.into_iter().map(|input| {
            let path = input.as_ref().map(|input| input.path().to_owned()).unwrap_or_default();
            Ok(Job { settled: self.of(&path)?, input })
        });
        let jobs = jobs.collect::<Result<Vec<_>, Failure>>()?;
        if jobs.is_empty() {
            self.of(Path::new(""))?;
        }
        self.all_rows_are_known()?;
        Ok(jobs)
    }

    /// Whether each row that the command line names stands in some of the tables that were opened: folders may have packs of
    /// their own.
    fn all_rows_are_known(&mut self) -> Result<(), Failure> {
        match std::mem::take(&mut self.missing).into_values().flatten().next() {
            Some(missing) => Err(missing.into()),
            None => Ok(()),
        }
    }

    /// What a file goes by; an empty path stands for the current folder.
    fn of(&mut self, input: &Path) -> Result<Arc<Settled>, Failure> {
        let Some(path) = self.file_of(input.parent().unwrap_or(Path::new("")))? else {
            return self.settled_by(None, Vec::new(), || Ok(Arc::default()));
        };
        let rules = match self.files.get(&path) {
            Some(rules) => rules.clone(),
            None => {
                let rules = Arc::new(Rules::read(&path, &self.base, &mut self.opened)?);
                self.files.insert(path.clone(), rules.clone());
                rules
            }
        };
        self.settled_by(Some(path), rules.matching(input), || Ok(rules))
    }

    /// The file of settings of a folder.
    fn file_of(&mut self, folder: &Path) -> Result<Option<PathBuf>, Failure> {
        if let Some(path) = &self.choice.config {
            return Ok(Some(path.clone()));
        }
        if self.choice.no_config {
            return Ok(None);
        }
        if let Some(found) = self.folders.get(folder) {
            return Ok(found.clone());
        }
        let found = nearest(folder)?;
        self.folders.insert(folder.to_owned(), found.clone());
        Ok(found)
    }

    /// The settings of the command line over those of a file with some of its overrides.
    fn settled_by(
        &mut self,
        path: Option<PathBuf>,
        matching: Vec<usize>,
        rules: impl FnOnce() -> Result<Arc<Rules>, Failure>,
    ) -> Result<Arc<Settled>, Failure> {
        let key = (path, matching);
        if let Some(settled) = self.settled.get(&key) {
            return Ok(settled.clone());
        }
        let rules = rules()?;
        let base = rules.checker.as_ref().unwrap_or(&self.base);
        let checked = |word: &String| Selector::parse(word.trim()).and_then(|selector| selector.check(base.knowledge()));
        self.missing.retain(|word, missing| match checked(word) {
            Ok(()) => false,
            Err(error) => {
                *missing = Some(error);
                true
            }
        });
        let settled = Arc::new(self.settle(&rules, &key.1)?);
        self.settled.insert(key, settled.clone());
        Ok(settled)
    }

    fn settle(&self, rules: &Rules, matching: &[usize]) -> Result<Settled, Failure> {
        let overrides = matching.iter().filter_map(|&number| rules.config.overrides.get(number));
        let said = overrides.fold(rules.config.choices.clone(), |choices, over| choices.with(&over.choices));
        let profile = self.choice.profile.or(said.profile).unwrap_or_default();
        let sources =
            if self.choice.source_lang.is_empty() { said.sources.clone() } else { Some(self.choice.source_lang.clone()) };
        let base = rules.checker.as_ref().unwrap_or(&self.base);
        let selection = self.choice.selection(&said)?;
        let settings = Settings {
            selection,
            min_confidence: self.choice.min_confidence.or(said.min_confidence).unwrap_or(profile.min_confidence()),
            hints: self.choice.hints || said.hints.unwrap_or(profile.hints()),
            sources: sources.unwrap_or_default(),
            severities: Severities::new(said.severity),
        };
        let style = Style { quotations: said.quotations.unwrap_or_default(), ..rules.config.style.clone() };
        Ok(Settled {
            checker: base.with_settings(settings).with_house(rules.house.clone().with_style(style)),
            fail_on: self.fail_on.or(said.fail_on).unwrap_or(FAIL_ON),
            across: self.across || rules.config.across.unwrap_or(false),
        })
    }
}

/// A file of settings with all that it names, read.
#[derive(Default)]
struct Rules {
    config: Config,
    house: House,
    /// The checker with the tables of its packs and glossaries, where it has any.
    checker: Option<Checker>,
    /// For each override: the files it is for.
    paths: Vec<Gitignore>,
}

impl Rules {
    /// Reads a file; tables that were opened for another are not opened again.
    fn read(path: &Path, base: &Checker, opened: &mut Vec<(Pack, Checker)>) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let text = text_of(path, &name)?;
        let (packs, terms) = Config::tables(&name, &text, base.knowledge())?;
        let mut tables = Tables::default();
        for pack in packs {
            tables.add_folder(&beside(path, &pack)).map_err(|error| format!("{error} (`packs` in {name} names it)"))?;
        }
        tables.add_terms(&terms, path)?;
        let known = opened.iter().find(|(pack, _)| *pack == tables.pack).map(|(_, checker)| checker.clone());
        let checker = match known {
            _ if tables.pack.is_empty() => None,
            Some(checker) => Some(checker),
            None => {
                let checker = base.with_pack(&tables.pack)?;
                opened.push((tables.pack, checker.clone()));
                Some(checker)
            }
        };
        let knowledge = checker.as_ref().unwrap_or(base).knowledge();
        let config = Config::parse(&name, &text, knowledge)?;
        let house = house(path, &config, tables.names)?;
        let paths = config.overrides.iter().map(|over| patterns(path, &over.paths)).collect::<Result<_, _>>()?;
        Ok(Self { config, house, checker, paths })
    }

    /// Which of the overrides are for a file.
    fn matching(&self, input: &Path) -> Vec<usize> {
        let input = tidy(&std::env::current_dir().unwrap_or_default().join(input));
        let fits =
            |paths: &Gitignore| input.starts_with(paths.path()) && paths.matched_path_or_any_parents(&input, false).is_ignore();
        self.paths.iter().enumerate().filter(|(_, paths)| fits(paths)).map(|(number, _)| number).collect()
    }
}

/// The files that an override is for, seen from the folder of the file of settings.
fn patterns(path: &Path, paths: &[String]) -> Result<Gitignore, Failure> {
    let here = std::env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    let mut builder = GitignoreBuilder::new(tidy(&here.join(path.parent().unwrap_or(Path::new("")))));
    for pattern in paths {
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        builder.add_line(None, pattern).map_err(|error| format!("{}: `overrides`: `{pattern}`: {error}", path.display()))?;
    }
    Ok(builder.build()?)
}

impl Choice {
    /// A checker with the settings of the current folder.
    pub fn checker(&self) -> Result<Checker, Failure> {
        let mut settler = Settler::new(self, None, false)?;
        let checker = settler.of(Path::new(""))?.checker.clone();
        settler.all_rows_are_known()?;
        Ok(checker)
    }

    /// `--select` sets aside what the file selects and ignores; `--ignore` alone adds to the file's.
    fn selection(&self, file: &Choices) -> Result<Selection, Failure> {
        if self.select.is_empty() {
            let ignore: Vec<&String> = file.ignore.iter().chain(&self.ignore).collect();
            return Ok(Selection::new(&file.select.iter().collect::<Vec<_>>(), &ignore)?);
        }
        Ok(Selection::new(&self.select, &self.ignore)?)
    }
}

pub(super) fn text_of(path: &Path, name: &str) -> Result<String, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("{name}: there is no such file"),
        std::io::ErrorKind::InvalidData => format!("{name}: not UTF-8; save it as UTF-8"),
        _ => format!("{name}: {error}"),
    })?;
    Ok(text)
}

/// The house style that a file of settings, its glossary and the lists of its packs make.
fn house(path: &Path, file: &Config, packed: Vec<Entry>) -> Result<House, Failure> {
    let toml = path.display();
    let mut listed = match &file.names.glossary {
        Some(glossary) => {
            let path = beside(path, glossary);
            let name = path.display().to_string();
            let text = text_of(&path, &name).map_err(|error| format!("{error} (`glossary` in {toml} names it)"))?;
            Glossary::parse(&name, &text)?
        }
        None => Vec::new(),
    };
    listed.extend(packed);
    Ok(file.house(&toml.to_string(), listed))
}

/// The nearest file, from a folder up to the root of the repository, named as a reader in the current folder would.
pub(super) fn nearest(folder: &Path) -> Result<Option<PathBuf>, Failure> {
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

/// A path without `.`, and without `..` but at its beginning.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir if tidy.file_name().is_some() => {
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
