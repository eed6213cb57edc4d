//! Work on many inputs at once, with results in the order of the inputs.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc;

use super::Failure;

/// How many inputs each thread may be ahead of the one whose turn it is; bounds what is held in memory.
const AHEAD: usize = 16;

/// Calls `work` on the inputs in parallel and hands each result to `take` in the order of the inputs, as soon as it and
/// all before it are done. An error of `take` ends the run.
pub(super) fn in_order<I: Send, T: Send>(
    threads: Option<NonZeroUsize>,
    inputs: Vec<I>,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // Nought means one thread a core.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, NonZeroUsize::get)).build()?;
    let ahead = AHEAD * pool.current_num_threads();
    let work = &work;
    pool.in_place_scope_fifo(|scope| {
        let (send, receive) = mpsc::channel();
        let mut waiting = inputs.into_iter().enumerate();
        let (mut started, mut turn) = (0, 0);
        let mut done = BTreeMap::new();
        loop {
            for (i, input) in waiting.by_ref().take((turn + ahead).saturating_sub(started)) {
                let send = send.clone();
                started = i + 1;
                scope.spawn_fifo(move |_| {
                    let result = catch_unwind(AssertUnwindSafe(|| work(input)));
                    // Nobody listens any more when the run was ended early.
                    let _ = send.send((i, result));
                });
            }
            if turn == started {
                return Ok(());
            }
            let Ok((i, result)) = receive.recv() else { return Ok(()) };
            done.insert(i, result.unwrap_or_else(|panic| resume_unwind(panic)));
            while let Some(result) = done.remove(&turn) {
                turn += 1;
                take(result)?;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_an_error_ends_the_run() {
        for threads in [1, 3] {
            let mut seen = Vec::new();
            let slow_first = |i: usize| {
                std::thread::sleep(std::time::Duration::from_micros(if i.is_multiple_of(7) { 500 } else { 0 }));
                i
            };
            in_order(NonZeroUsize::new(threads), (0..200).collect(), slow_first, |i| {
                seen.push(i);
                Ok(())
            })
            .expect("no error");
            assert!(seen.iter().copied().eq(0..200));
        }
        let mut seen = 0;
        let end = in_order(
            None,
            (0..500).collect(),
            |i: usize| i,
            |i| {
                seen += 1;
                if i == 3 { Err("enough".into()) } else { Ok(()) }
            },
        );
        assert!(end.is_err() && seen == 4);
    }
}
