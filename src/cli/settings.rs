//! Settings: the command line, and where it says nothing the nearest `postedit.toml`.

use std::path::{Path, PathBuf};

use super::Failure;
use super::args::Choice;
use crate::check::{Checker, Settings};
use crate::config::{Config, FILE_NAME};
use crate::finding::{Confidence, Severity};
use crate::rules::Selection;

/// The severity that makes a run fail where nobody says otherwise.
const FAIL_ON: Severity = Severity::Minor;

/// What a run goes by.
pub(super) struct Settled {
    /// The checker with its settings.
    pub checker: Checker,
    /// The least severity that makes the run fail.
    pub fail_on: Severity,
}

impl Choice {
    /// A checker with these settings.
    pub fn checker(&self) -> Result<Checker, Failure> {
        Ok(self.settle(None)?.checker)
    }

    /// The settings of the command line over those of the file.
    pub fn settle(&self, fail_on: Option<Severity>) -> Result<Settled, Failure> {
        let file = match (&self.config, self.no_config) {
            (Some(path), _) => read(path)?,
            (None, true) => Config::default(),
            (None, false) => nearest()?.map_or(Ok(Config::default()), |path| read(&path))?,
        };
        let settings = Settings {
            selection: self.selection(&file)?,
            min_confidence: self.min_confidence.or(file.min_confidence).unwrap_or(Confidence::Medium),
            hints: self.hints || file.hints.unwrap_or(false),
        };
        let checker = Checker::builder().settings(settings).build()?;
        Ok(Settled { checker, fail_on: fail_on.or(file.fail_on).unwrap_or(FAIL_ON) })
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

fn read(path: &Path) -> Result<Config, Failure> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    Ok(Config::parse(&name, &text)?)
}

/// The nearest file, from the current folder up to the root of the repository.
fn nearest() -> Result<Option<PathBuf>, Failure> {
    let here = std::env::current_dir().map_err(|error| format!("the current folder: {error}"))?;
    for (up, folder) in here.ancestors().enumerate() {
        if folder.join(FILE_NAME).is_file() {
            // Named from here, as a reader would.
            let name: PathBuf = std::iter::repeat_n("..", up).collect();
            return Ok(Some(name.join(FILE_NAME)));
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    Ok(None)
}
