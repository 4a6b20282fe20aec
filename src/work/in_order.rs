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

/// How fast it may go.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// On so many threads.
    pub threads: usize,
    /// So many things are taken up beyond the one whose turn it is.
    pub ahead: usize,
    /// What takes longer is given up.
    pub longest: Duration,
}

impl Pace {
    /// That of files: a thread for each core of the machine.
    pub fn of_files() -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        Self { threads, ahead: AHEAD, longest: LONGEST }
    }
}

/// The results of some work on each of many things, in their order.
pub struct InOrder<T, R> {
    shared: Arc<Shared<T, R>>,
    results: Receiver<Said<R>>,
    /// Came before their turn.
    early: BTreeMap<usize, R>,
    turn: usize,
    cancel: CancelToken,
    longest: Duration,
    /// The result of what was given up.
    given_up: fn(&T) -> R,
    looked_at: Instant,
}

/// What a thread says.
enum Said<R> {
    /// The result of the thing of this number.
    Done(usize, R),
    /// There are no more things.
    NoMore,
}

/// What is done with each thing, unless it is cancelled.
type Work<T, R> = Box<dyn Fn(&T, &CancelToken) -> R + Send + Sync>;

/// Where the things come from. Waiting for one may take its time.
type Things<T> = Box<dyn Iterator<Item = T> + Send>;

/// What the threads share. Whoever locks both `things` and `state` locks `things` first.
struct Shared<T, R> {
    things: Mutex<Things<T>>,
    work: Work<T, R>,
    sender: Mutex<Sender<Said<R>>>,
    state: Mutex<State<T>>,
    /// There may be something to begin with again.
    begin: Condvar,
    ahead: usize,
}

struct State<T> {
    /// How many things were begun with.
    begun: usize,
    turn: usize,
    running: Vec<Running<T>>,
    /// There are no more things.
    is_all: bool,
    /// Nobody wants any more results.
    is_over: bool,
}

/// A thing that is being worked on.
struct Running<T> {
    number: usize,
    thing: Arc<T>,
    since: Instant,
    cancel: CancelToken,
}

/// Does `work` on every thing, at this pace. Cancelling ends the results, and so does dropping them. What takes
/// too long is given up with the result `given_up`. Things are taken from where they come as their turn is near,
/// so that there may be any number of them.
pub fn in_order<T, I, R>(
    things: I,
    cancel: CancelToken,
    pace: Pace,
    work: impl Fn(&T, &CancelToken) -> R + Send + Sync + 'static,
    given_up: fn(&T) -> R,
) -> InOrder<T, R>
where
    T: Send + Sync + 'static,
    I: IntoIterator<Item = T, IntoIter: Send + 'static>,
    R: Send + 'static,
{
    let things = things.into_iter();
    let threads = things.size_hint().1.map_or(pace.threads, |most| pace.threads.min(most.max(1)));
    let (sender, results) = channel();
    let state = State { begun: 0, turn: 0, running: Vec::new(), is_all: false, is_over: false };
    let shared = Arc::new(Shared {
        things: Mutex::new(Box::new(things)),
        work: Box::new(work),
        sender: Mutex::new(sender),
        state: Mutex::new(state),
        begin: Condvar::new(),
        ahead: pace.ahead,
    });
    (0..threads).for_each(|_| Shared::start_thread(&shared));
    let (early, longest, looked_at) = (BTreeMap::new(), pace.longest, Instant::now());
    InOrder { shared, results, early, turn: 0, cancel, longest, given_up, looked_at }
}

impl<T: Send + Sync + 'static, R: Send + 'static> Shared<T, R> {
    fn start_thread(shared: &Arc<Self>) {
        let shared = shared.clone();
        thread::spawn(move || shared.work());
    }

    /// Works until there is nothing more to do, or until it was given up over something.
    fn work(&self) {
        let sender = self.sender.lock().unwrap_or_else(PoisonError::into_inner).clone();
        while let Some((number, thing, cancel)) = self.begin_next() {
            let result = (self.work)(&thing, &cancel);
            if !self.end(number) || sender.send(Said::Done(number, result)).is_err() {
                return;
            }
        }
        // Where nobody listens any more there is nobody to tell.
        let _ = sender.send(Said::NoMore);
    }

    /// The next thing, once its turn is near. Time that it takes to come is not counted as work on it.
    fn begin_next(&self) -> Option<(usize, Arc<T>, CancelToken)> {
        let mut things = self.things.lock().unwrap_or_else(PoisonError::into_inner);
        let far_ahead =
            |state: &mut State<T>| !state.is_over && !state.is_all && state.begun >= state.turn + self.ahead;
        let state = self.begin.wait_while(self.state(), far_ahead).unwrap_or_else(PoisonError::into_inner);
        if state.is_over || state.is_all {
            return None;
        }
        drop(state);
        let next = things.next();
        let mut state = self.state();
        let Some(thing) = next.map(Arc::new) else {
            state.is_all = true;
            return None;
        };
        let (number, cancel) = (state.begun, CancelToken::default());
        state.begun += 1;
        let since = Instant::now();
        state.running.push(Running { number, thing: thing.clone(), since, cancel: cancel.clone() });
        Some((number, thing, cancel))
    }

    /// Something is done. Says whether it was still wanted.
    fn end(&self, number: usize) -> bool {
        let mut state = self.state();
        let running = state.running.iter().position(|running| running.number == number);
        running.map(|at| state.running.swap_remove(at)).is_some()
    }
}

impl<T, R> Shared<T, R> {
    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Send + Sync + 'static, R: Send + 'static> InOrder<T, R> {
    /// Whether the last result was given.
    fn is_all(&self) -> bool {
        let state = self.shared.state();
        state.is_all && self.turn == state.begun
    }

    /// Gives up what takes too long.
    fn look_after(&mut self) {
        if self.looked_at.elapsed() < POLL {
            return;
        }
        self.looked_at = Instant::now();
        let longest = self.longest;
        let mut state = self.shared.state();
        let overdue: Vec<Running<T>> =
            state.running.extract_if(.., |running| running.since.elapsed() > longest).collect();
        drop(state);
        for running in overdue {
            running.cancel.cancel();
            self.early.insert(running.number, (self.given_up)(&running.thing));
            Shared::start_thread(&self.shared);
        }
    }
}

impl<T: Send + Sync + 'static, R: Send + 'static> Iterator for InOrder<T, R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        while !self.is_all() && !self.cancel.is_cancelled() {
            if let Some(result) = self.early.remove(&self.turn) {
                self.turn += 1;
                self.shared.state().turn = self.turn;
                self.shared.begin.notify_all();
                return Some(result);
            }
            match self.results.recv_timeout(POLL) {
                Ok(Said::Done(number, result)) => {
                    self.early.insert(number, result);
                }
                Ok(Said::NoMore) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            self.look_after();
        }
        None
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

    fn within(longest: Duration) -> Pace {
        Pace { longest, ..Pace::of_files() }
    }

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
        let all = in_order(0..1000, wanted(), Pace::of_files(), slow_first, |_| 0);
        assert_eq!(all.collect::<Vec<u64>>(), (0..1000).map(|n| n * 2).collect::<Vec<_>>());
        assert_eq!(in_order(Vec::<u64>::new(), wanted(), Pace::of_files(), |n, _| *n, |n| *n).count(), 0);
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
        let all = in_order(0..40, wanted(), within(Duration::from_millis(200)), work, |_| None);
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
        let results: Vec<u64> = in_order(0..9, cancel, Pace::of_files(), work, |_| 0).collect();
        assert!(results.len() <= 3, "{results:?}");
    }

    #[test]
    fn things_are_taken_as_their_turn_comes_however_many_there_are() {
        static TAKEN: AtomicUsize = AtomicUsize::new(0);
        let endless = (0_usize..).inspect(|_| {
            TAKEN.fetch_add(1, Ordering::Relaxed);
        });
        let pace = Pace { threads: 3, ahead: 8, longest: LONGEST };
        let all = in_order(endless, wanted(), pace, |n, _| *n, |n| *n);
        for (given, number) in all.zip(0..500) {
            assert_eq!(given, number);
            assert!(TAKEN.load(Ordering::Relaxed) <= number + 1 + 8);
        }
    }

    #[test]
    fn waiting_for_a_thing_is_no_work_on_it() {
        let slow = (0..3).inspect(|_| thread::sleep(Duration::from_millis(150)));
        let pace = within(Duration::from_millis(60));
        let all = in_order(slow, wanted(), pace, |n, _| Some(*n), |_| None);
        assert_eq!(all.collect::<Vec<_>>(), [Some(0), Some(1), Some(2)]);
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
        let mut all = in_order(0..AHEAD * 4, wanted(), within(Duration::from_millis(300)), work, |_| ());
        assert_eq!(all.next(), Some(()), "the first was given up");
        assert!(DONE.load(Ordering::Relaxed) <= AHEAD + 8);
        assert_eq!(all.count(), AHEAD * 4 - 1);
    }
}
