//! Inputs one by one, or together: where documents are read across, all are counted before any is done for good.

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::Failure;
use super::input::Input;
use super::pool::in_order;
use super::settings::{Job, Settled};
use crate::check::Checker;
use crate::concordance::{Corpus, Counts};
use crate::report::Note;

/// A document that was read and counted.
pub(super) struct First<T> {
    /// What came of it by itself; it holds unless other documents have something to say. `None` where that is not wanted.
    pub done: Option<T>,
    /// What it says of names; `None` where it could not be read.
    pub counts: Option<Counts>,
}

/// How inputs are worked on.
pub(super) trait Work: Sync {
    /// What comes of one.
    type Done: Send;

    /// Works on an input by itself, or with what others say in the checker.
    fn work(&self, checker: &Checker, settled: &Settled, input: &Input, bytes: &[u8]) -> Self::Done;

    /// Works on it while it is counted; nothing may be changed yet.
    fn first(&self, settled: &Settled, input: &Input, bytes: &[u8], number: u32) -> First<Self::Done>;

    /// What comes of an input that cannot be read.
    fn failed(&self, settled: &Settled, note: Note) -> Self::Done;
}

/// An input after the first reading.
struct Held<T> {
    input: Result<Input, Note>,
    settled: Arc<Settled>,
    /// Standard input cannot be read twice.
    bytes: Option<Vec<u8>>,
    done: Option<T>,
    /// Of its forms of names; empty where it is not read across.
    fingerprints: Box<[u64]>,
}

/// How many times inputs are read.
pub(super) fn passes(jobs: &[Job]) -> usize {
    if jobs.iter().any(|job| job.settled.across) { 2 } else { 1 }
}

/// Counts the names of a document whose work cannot be done before all are counted.
pub(super) fn count<T>(settled: &Settled, bytes: &[u8], number: u32) -> First<T> {
    let reading = settled.checker.read(bytes).ok();
    First { done: None, counts: reading.map(|reading| settled.checker.count_names(&reading.document, number)) }
}

/// Works on all inputs in parallel and hands what comes of each to `take`, in their order; `counted` is told of each that
/// was read for the first of two times.
pub(super) fn each<W: Work>(
    work: &W,
    threads: Option<NonZeroUsize>,
    jobs: Vec<Job>,
    take: impl FnMut(W::Done) -> Result<(), Failure>,
    mut counted: impl FnMut(),
) -> Result<(), Failure> {
    let alone = |Job { input, settled }: Job| match input.and_then(Input::read) {
        Ok((input, bytes)) => work.work(&settled.checker, &settled, &input, &bytes),
        Err(note) => work.failed(&settled, note),
    };
    if passes(&jobs) == 1 {
        return in_order(threads, jobs, alone, take);
    }
    let (mut held, mut counts) = (Vec::with_capacity(jobs.len()), Counts::default());
    let numbered = jobs.into_iter().enumerate().collect();
    in_order(
        threads,
        numbered,
        |(number, job)| first(work, job, number as u32),
        |(one, more): (Held<W::Done>, Counts)| {
            counted();
            held.push(one);
            counts.merge(more);
            Ok(())
        },
    )?;
    let Some(checker) = held.first().map(|one| one.settled.checker.clone()) else { return Ok(()) };
    let corpus = Arc::new(Corpus::new(counts, checker.knowledge()));
    in_order(threads, held, |one| second(work, one, &corpus), take)
}

fn first<W: Work>(work: &W, job: Job, number: u32) -> (Held<W::Done>, Counts) {
    let Job { input, settled } = job;
    let mut held = Held { input, settled, bytes: None, done: None, fingerprints: Box::default() };
    let input = match &held.input {
        // What is not read across is done when its turn to be printed comes.
        Ok(input) if held.settled.across => input,
        _ => return (held, Counts::default()),
    };
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(note) => {
            held.input = Err(note);
            return (held, Counts::default());
        }
    };
    let First { done, counts } = work.first(&held.settled, input, &bytes, number);
    let counts = counts.unwrap_or_default();
    held.done = done;
    held.fingerprints = counts.fingerprints();
    held.bytes = matches!(input, Input::Stdin(_)).then_some(bytes);
    (held, counts)
}

fn second<W: Work>(work: &W, held: Held<W::Done>, corpus: &Arc<Corpus>) -> W::Done {
    let Held { input, settled, bytes, done, fingerprints } = held;
    let concerned = settled.across && corpus.concerns(&fingerprints);
    if let Some(done) = done.filter(|_| !concerned) {
        return done;
    }
    let read = input.and_then(|input| match bytes {
        Some(bytes) => Ok((input, bytes)),
        None => input.read(),
    });
    match read {
        Ok((input, bytes)) if concerned => work.work(&settled.checker.with_corpus(corpus.clone()), &settled, &input, &bytes),
        Ok((input, bytes)) => work.work(&settled.checker, &settled, &input, &bytes),
        Err(note) => work.failed(&settled, note),
    }
}
