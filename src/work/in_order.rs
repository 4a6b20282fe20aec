//! Work on many things at once, with the results in the order of the things.
//!
//! Nobody waits for ever: who no longer wants the results gets none as soon as he says so, and what takes too
//! long is given up, so that one thing never costs the others. A thread cannot be ended from outside. The one
//! that works on what was given up is told so by its [`CancelToken`] and left alone, and another takes its place.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::model::CancelToken;

/// So often it is asked whether the results are still wanted, and what takes too long.
const POLL: Duration = Duration::from_millis(50);

/// How many things may be worked on beyond the one whose turn it is: while that one takes its time, the
/// memory for the results of the others stays small.
const AHEAD: usize = 256;

/// The longest that a file may take. The largest article takes seconds, on a machine with much else to do a minute.
pub const LONGEST: Duration = Duration::from_secs(120);

/// The results of some work on each of many things, in their order.
pub struct InOrder<T, R> {
    shared: Arc<Shared<T, R>>,
    results: Receiver<(usize, R)>,
    /// Came before their turn.
    early: BTreeMap<usize, R>,
    turn: usize,
    cancel: CancelToken,
    longest: Duration,
    /// The result of what was given up.
    given_up: fn(&T) -> R,
    looked_at: Instant,
}

/// What is done with each thing, unless it is cancelled.
type Work<T, R> = Box<dyn Fn(&T, &CancelToken) -> R + Send + Sync>;

/// What the threads share.
struct Shared<T, R> {
    things: Vec<T>,
    work: Work<T, R>,
    sender: Mutex<Sender<(usize, R)>>,
    state: Mutex<State>,
    /// There may be something to begin with again.
    begin: Condvar,
}

#[derive(Default)]
struct State {
    /// How many things were begun with.
    begun: usize,
    turn: usize,
    running: Vec<Running>,
    /// Nobody wants any more results.
    is_over: bool,
}

/// A thing that is being worked on.
struct Running {
    number: usize,
    since: Instant,
    cancel: CancelToken,
}

/// Does `work` on every thing, on as many threads as the machine has cores. Cancelling ends the results, and
/// so does dropping them. What takes longer than `longest` is given up with the result `given_up`.
pub fn in_order<T: Send + Sync + 'static, R: Send + 'static>(
    things: Vec<T>,
    cancel: CancelToken,
    longest: Duration,
    work: impl Fn(&T, &CancelToken) -> R + Send + Sync + 'static,
    given_up: fn(&T) -> R,
) -> InOrder<T, R> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(things.len());
    let (sender, results) = channel();
    let (sender, state) = (Mutex::new(sender), Mutex::default());
    let shared = Arc::new(Shared { things, work: Box::new(work), sender, state, begin: Condvar::new() });
    (0..threads).for_each(|_| Shared::start_thread(&shared));
    let looked_at = Instant::now();
    InOrder { shared, results, early: BTreeMap::new(), turn: 0, cancel, longest, given_up, looked_at }
}

impl<T: Send + Sync + 'static, R: Send + 'static> Shared<T, R> {
    fn start_thread(shared: &Arc<Self>) {
        let shared = shared.clone();
        thread::spawn(move || shared.work());
    }

    /// Works until there is nothing more to do, or until it was given up over something.
    fn work(&self) {
        let sender = self.sender.lock().unwrap_or_else(PoisonError::into_inner).clone();
        while let Some((number, cancel)) = self.begin_next() {
            let Some(thing) = self.things.get(number) else { return };
            let result = (self.work)(thing, &cancel);
            if !self.end(number) || sender.send((number, result)).is_err() {
                return;
            }
        }
    }

    /// The next thing, once its turn is near.
    fn begin_next(&self) -> Option<(usize, CancelToken)> {
        let far_ahead = |state: &mut State| {
            !state.is_over && state.begun < self.things.len() && state.begun >= state.turn + AHEAD
        };
        let mut state =
            self.begin.wait_while(self.state(), far_ahead).unwrap_or_else(PoisonError::into_inner);
        if state.is_over || state.begun == self.things.len() {
            return None;
        }
        let (number, cancel) = (state.begun, CancelToken::default());
        state.begun += 1;
        state.running.push(Running { number, since: Instant::now(), cancel: cancel.clone() });
        Some((number, cancel))
    }

    /// Something is done. Says whether it was still wanted.
    fn end(&self, number: usize) -> bool {
        let mut state = self.state();
        let running = state.running.iter().position(|running| running.number == number);
        running.map(|at| state.running.swap_remove(at)).is_some()
    }
}

impl<T, R> Shared<T, R> {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Send + Sync + 'static, R: Send + 'static> InOrder<T, R> {
    /// Gives up what takes too long.
    fn look_after(&mut self) {
        if self.looked_at.elapsed() < POLL {
            return;
        }
        self.looked_at = Instant::now();
        let longest = self.longest;
        let mut state = self.shared.state();
        let overdue: Vec<Running> =
            state.running.extract_if(.., |running| running.since.elapsed() > longest).collect();
        drop(state);
        for running in overdue {
            running.cancel.cancel();
            let thing = self.shared.things.get(running.number);
            self.early.extend(thing.map(|thing| (running.number, (self.given_up)(thing))));
            Shared::start_thread(&self.shared);
        }
    }
}

impl<T: Send + Sync + 'static, R: Send + 'static> Iterator for InOrder<T, R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        while self.turn < self.shared.things.len() && !self.cancel.is_cancelled() {
            if let Some(result) = self.early.remove(&self.turn) {
                self.turn += 1;
                self.shared.state().turn = self.turn;
                self.shared.begin.notify_all();
                return Some(result);
            }
            match self.results.recv_timeout(POLL) {
                Ok((number, result)) => {
                    self.early.insert(number, result);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            self.look_after();
        }
        None
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.shared.things.len() - self.turn;
        (0, Some(left))
    }
}

impl<T, R> Drop for InOrder<T, R> {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.is_over = true;
        state.running.iter().for_each(|running| running.cancel.cancel());
        self.shared.begin.notify_all();
    }
}

impl<T, R> fmt::Debug for InOrder<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InOrder").field("turn", &self.turn).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn wanted() -> CancelToken {
        CancelToken::default()
    }

    /// Works until it is told that nobody waits any more.
    fn for_ever(cancel: &CancelToken) {
        while !cancel.is_cancelled() {
            thread::yield_now();
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let slow_first = |n: &u64, _: &CancelToken| {
            thread::sleep(Duration::from_millis(if n.is_multiple_of(7) { 5 } else { 0 }));
            n * 2
        };
        let all = in_order((0..1000).collect(), wanted(), LONGEST, slow_first, |_| 0);
        assert_eq!(all.collect::<Vec<u64>>(), (0..1000).map(|n| n * 2).collect::<Vec<_>>());
        assert_eq!(in_order(Vec::<u64>::new(), wanted(), LONGEST, |n, _| *n, |n| *n).count(), 0);
    }

    #[test]
    fn what_takes_too_long_is_given_up_and_costs_the_others_nothing() {
        let work = |n: &u64, cancel: &CancelToken| {
            // More of them than there are threads, and none of them ever ends.
            while n.is_multiple_of(5) && !cancel.is_cancelled() {
                thread::yield_now();
            }
            Some(*n)
        };
        let all = in_order((0..40).collect(), wanted(), Duration::from_millis(200), work, |_| None);
        let results: Vec<Option<u64>> = all.collect();
        assert_eq!(results.len(), 40);
        assert!(results.iter().zip(0..).all(|(result, n)| result.is_some() != (n % 5 == 0)), "{results:?}");
    }

    #[test]
    fn stopping_does_not_wait_for_what_is_being_worked_on() {
        let cancel = wanted();
        let stop = cancel.clone();
        let work = move |n: &u64, cancel: &CancelToken| {
            if *n == 3 {
                stop.cancel();
                for_ever(cancel);
            }
            *n
        };
        let results: Vec<u64> = in_order((0..9).collect(), cancel, LONGEST, work, |_| 0).collect();
        assert!(results.len() <= 3, "{results:?}");
    }

    #[test]
    fn few_results_are_kept_while_an_early_one_takes_its_time() {
        static DONE: AtomicUsize = AtomicUsize::new(0);
        let work = |n: &usize, cancel: &CancelToken| {
            if *n == 0 {
                for_ever(cancel);
            }
            DONE.fetch_add(1, Ordering::Relaxed);
        };
        let mut all = in_order((0..AHEAD * 4).collect(), wanted(), Duration::from_millis(300), work, |_| ());
        assert_eq!(all.next(), Some(()), "the first was given up");
        assert!(DONE.load(Ordering::Relaxed) <= AHEAD + 8);
        assert_eq!(all.count(), AHEAD * 4 - 1);
    }
}
