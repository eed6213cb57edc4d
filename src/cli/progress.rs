//! A bar on standard error for runs that take long, on a terminal only.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Runs shorter than this show no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts inputs that are done.
pub(super) struct Progress {
    total: u64,
    done: u64,
    began: Instant,
    wanted: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// For that many inputs; `quiet` never shows a bar.
    pub fn new(total: usize, quiet: bool) -> Self {
        let wanted = !quiet && total > 1 && std::io::stderr().is_terminal();
        Self { total: total as u64, done: 0, began: Instant::now(), wanted, bar: None }
    }

    /// One more is done; `print` runs while the bar is out of the way.
    pub fn step<T>(&mut self, print: impl FnOnce() -> T) -> T {
        self.done += 1;
        if self.bar.is_none() && self.wanted && self.began.elapsed() > PATIENCE {
            // The template is constant; without it the bar would only look plainer.
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} left");
            let bar = ProgressBar::new(self.total);
            self.bar = Some(style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style)));
        }
        let Some(bar) = &self.bar else { return print() };
        bar.set_position(self.done);
        bar.suspend(print)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
