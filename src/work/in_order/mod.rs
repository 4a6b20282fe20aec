//! Work on many things at once, with the results in the order of the things. Of a thing there may be any number of
//! results, which are given out as they come.
//!
//! Nobody waits for ever: who no longer wants the results gets none as soon as he says so, and what takes too
//! long is given up, so that one thing never costs the others. A thread cannot be ended from outside. The one
//! that works on what was given up is told so by its [`CancelToken`] and left alone, and another takes its place.
//!
//! Nothing piles up: who gives results that nobody takes waits before he gives more.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::model::CancelToken;

/// So often it is asked whether the results are still wanted, and what takes too long.
const POLL: Duration = Duration::from_millis(50);

/// How many things may be worked on beyond the one whose turn it is, and how much their results may weigh: while
/// that one takes its time, the memory for the results of the others stays small.
const AHEAD: usize = 256;

/// So much the results may weigh that wait of the thing whose turn it is, however much waits of the others.
const OF_TURN: usize = 8;

/// The longest that a file may be silent. The largest article takes seconds, on a machine with much else to do a
/// minute.
pub const LONGEST: Duration = Duration::from_secs(120);

/// How fast it may go.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// On so many threads.
    pub threads: usize,
    /// Things of so much weight are taken up beyond the one whose turn it is, and results of so much wait.
    pub ahead: usize,
    /// What is silent for longer is given up.
    pub longest: Duration,
}

impl Pace {
    /// That of files: a thread for each core of the machine.
    pub fn of_files() -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        Self { threads, ahead: AHEAD, longest: LONGEST }
    }
}

/// What of memory a thing or a result takes: that of a small file is 1.
pub trait Weighs {
    /// How much.
    fn weight(&self) -> usize {
        1
    }
}

/// What has an article's text in it weighs so much.
pub fn weight_of_text(bytes: usize) -> usize {
    /// Most articles have fewer bytes.
    const LIGHT: usize = 65_536;
    1 + bytes / LIGHT
}

/// The results of some work on each of many things, in their order.
pub struct InOrder<T, R> {
    shared: Arc<Shared<T, R>>,
    results: Receiver<Said<R>>,
    /// Came before their turn, or are of the thing whose turn it is.
    early: BTreeMap<usize, Early<R>>,
    turn: usize,
    cancel: CancelToken,
    longest: Duration,
    /// The result of what was given up.
    given_up: fn(&T) -> R,
    looked_at: Instant,
}

/// What has come of a thing.
struct Early<R> {
    results: VecDeque<R>,
    /// Whether that is all.
    is_done: bool,
}

impl<R> Default for Early<R> {
    fn default() -> Self {
        Self { results: VecDeque::new(), is_done: false }
    }
}

/// What a thread says.
enum Said<R> {
    /// A result of the thing of this number.
    Found(usize, R),
    /// There are no more of them.
    Done(usize),
    /// There are no more things.
    NoMore,
}

/// What a thread is given to work with on a thing.
pub struct Under<'w, R> {
    /// Whether the thing was given up, or nobody wants it any more.
    pub cancel: &'w CancelToken,
    /// Counts whatever shows that the work goes on: bytes that were read.
    pub pulse: &'w Arc<AtomicU64>,
    give: &'w dyn Fn(R),
}

impl<R> Under<'_, R> {
    /// Gives a result. It waits as long as there are too many that nobody has taken.
    pub fn give(&self, result: R) {
        (self.give)(result);
    }
}

/// What is done with each thing, unless it is cancelled.
type Work<T, R> = Box<dyn Fn(&T, &Under<'_, R>) + Send + Sync>;

/// Where the things come from. Waiting for one may take its time.
type Things<T> = Box<dyn Iterator<Item = T> + Send>;

/// What the threads share. Whoever locks both `things` and `state` locks `things` first.
struct Shared<T, R> {
    things: Mutex<Things<T>>,
    work: Work<T, R>,
    sender: Mutex<Sender<Said<R>>>,
    state: Mutex<State<T>>,
    /// There may be something to go on with: a thing to begin, or room for a result.
    goes_on: Condvar,
    ahead: usize,
}

struct State<T> {
    /// How many things were begun with.
    begun: usize,
    /// What those weigh whose last result was not given out, in their order.
    heavy: VecDeque<usize>,
    /// The same in all.
    weight: usize,
    turn: usize,
    running: Vec<Running<T>>,
    /// What the results weigh that were not given out.
    waiting: usize,
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
    pulse: Arc<AtomicU64>,
    /// What was counted when it was looked at last.
    counted: u64,
    /// What its results weigh that were not given out.
    waiting: usize,
    /// Whether it waits until some of them are.
    is_held: bool,
}

impl<T> State<T> {
    fn running(&mut self, number: usize) -> Option<&mut Running<T>> {
        self.running.iter_mut().find(|running| running.number == number)
    }
}

/// Does `work` on every thing, at this pace. Cancelling ends the results, and so does dropping them. What takes
/// too long is given up with the result `given_up`. Things are taken from where they come as their turn is near,
/// so that there may be any number of them.
pub fn in_order<T, I, R>(
    things: I,
    cancel: CancelToken,
    pace: Pace,
    work: impl Fn(&T, &Under<'_, R>) + Send + Sync + 'static,
    given_up: fn(&T) -> R,
) -> InOrder<T, R>
where
    T: Weighs + Send + Sync + 'static,
    I: IntoIterator<Item = T, IntoIter: Send + 'static>,
    R: Weighs + Send + 'static,
{
    let things = things.into_iter();
    let threads = things.size_hint().1.map_or(pace.threads, |most| pace.threads.min(most.max(1)));
    let (sender, results) = channel();
    let state = State {
        begun: 0,
        heavy: VecDeque::new(),
        weight: 0,
        turn: 0,
        running: Vec::new(),
        waiting: 0,
        is_all: false,
        is_over: false,
    };
    let shared = Arc::new(Shared {
        things: Mutex::new(Box::new(things)),
        work: Box::new(work),
        sender: Mutex::new(sender),
        state: Mutex::new(state),
        goes_on: Condvar::new(),
        ahead: pace.ahead,
    });
    (0..threads).for_each(|_| Shared::start_thread(&shared));
    let (early, longest, looked_at) = (BTreeMap::new(), pace.longest, Instant::now());
    InOrder { shared, results, early, turn: 0, cancel, longest, given_up, looked_at }
}

impl<T: Weighs + Send + Sync + 'static, R: Weighs + Send + 'static> Shared<T, R> {
    fn start_thread(shared: &Arc<Self>) {
        let shared = shared.clone();
        thread::spawn(move || shared.work());
    }

    /// Works until there is nothing more to do, or until it was given up over something.
    fn work(&self) {
        let sender = self.sender.lock().unwrap_or_else(PoisonError::into_inner).clone();
        while let Some((number, thing, cancel, pulse)) = self.begin_next() {
            let give = |result| self.give(number, result, &sender);
            (self.work)(&thing, &Under { cancel: &cancel, pulse: &pulse, give: &give });
            if !self.end(number, &sender) {
                return;
            }
        }
        // Where nobody listens any more there is nobody to tell.
        let _ = sender.send(Said::NoMore);
    }

    /// The next thing, once its turn is near. Time that it takes to come is not counted as work on it.
    fn begin_next(&self) -> Option<(usize, Arc<T>, CancelToken, Arc<AtomicU64>)> {
        let mut things = self.things.lock().unwrap_or_else(PoisonError::into_inner);
        let far_ahead = |state: &mut State<T>| !state.is_over && !state.is_all && state.weight >= self.ahead;
        let state = self.goes_on.wait_while(self.state(), far_ahead).unwrap_or_else(PoisonError::into_inner);
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
        let (number, cancel, pulse) = (state.begun, CancelToken::default(), Arc::default());
        state.begun += 1;
        state.heavy.push_back(thing.weight());
        state.weight += thing.weight();
        state.running.push(Running {
            number,
            thing: thing.clone(),
            since: Instant::now(),
            cancel: cancel.clone(),
            pulse: Arc::clone(&pulse),
            counted: 0,
            waiting: 0,
            is_held: false,
        });
        Some((number, thing, cancel, pulse))
    }

    /// Hands on a result once there is room for it. What was given up has none any more.
    fn give(&self, number: usize, result: R, sender: &Sender<Said<R>>) {
        let weight = result.weight();
        let mut state = self.state();
        loop {
            let (is_full, is_turn) = (state.waiting >= self.ahead, state.turn == number);
            let is_over = state.is_over;
            let Some(running) = state.running(number).filter(|_| !is_over) else { return };
            running.is_held = is_full && !(is_turn && running.waiting < OF_TURN);
            if !running.is_held {
                running.since = Instant::now();
                running.waiting += weight;
                break;
            }
            state = self.goes_on.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waiting += weight;
        // As long as the state is locked, it is not given up.
        let _ = sender.send(Said::Found(number, result));
    }

    /// A result was given out.
    fn given(&self, number: usize, weight: usize) {
        let mut state = self.state();
        state.waiting = state.waiting.saturating_sub(weight);
        if let Some(running) = state.running(number) {
            running.waiting = running.waiting.saturating_sub(weight);
        }
        drop(state);
        self.goes_on.notify_all();
    }

    /// Something is done. Says whether it was still wanted.
    fn end(&self, number: usize, sender: &Sender<Said<R>>) -> bool {
        let mut state = self.state();
        let running = state.running.iter().position(|running| running.number == number);
        let was_wanted = running.map(|at| state.running.swap_remove(at)).is_some();
        was_wanted && sender.send(Said::Done(number)).is_ok()
    }
}

impl<T, R> Shared<T, R> {
    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Weighs + Send + Sync + 'static, R: Weighs + Send + 'static> InOrder<T, R> {
    /// Whether the last result was given.
    fn is_all(&self) -> bool {
        let state = self.shared.state();
        state.is_all && self.turn == state.begun
    }

    /// The next result of the thing whose turn it is, if it has come; of the thing after it once there are no more.
    fn due(&mut self) -> Option<R> {
        while let Some(early) = self.early.get_mut(&self.turn) {
            if let Some(result) = early.results.pop_front() {
                self.shared.given(self.turn, result.weight());
                return Some(result);
            }
            if !early.is_done {
                return None;
            }
            self.early.remove(&self.turn);
            self.turn += 1;
            let mut state = self.shared.state();
            state.turn = self.turn;
            state.weight -= state.heavy.pop_front().unwrap_or_default();
            drop(state);
            self.shared.goes_on.notify_all();
        }
        None
    }

    fn note(&mut self, said: Said<R>) {
        match said {
            Said::Found(number, result) => self.early.entry(number).or_default().results.push_back(result),
            Said::Done(number) => self.early.entry(number).or_default().is_done = true,
            Said::NoMore => {}
        }
    }

    /// Gives up what takes too long.
    fn look_after(&mut self) {
        if self.looked_at.elapsed() < POLL {
            return;
        }
        self.looked_at = Instant::now();
        let longest = self.longest;
        let mut state = self.shared.state();
        for running in &mut state.running {
            let counted = running.pulse.load(Ordering::Relaxed);
            if running.is_held || std::mem::replace(&mut running.counted, counted) != counted {
                running.since = Instant::now();
            }
        }
        let overdue: Vec<Running<T>> =
            state.running.extract_if(.., |running| running.since.elapsed() > longest).collect();
        drop(state);
        if overdue.is_empty() {
            return;
        }
        // What they gave before stays.
        while let Ok(said) = self.results.try_recv() {
            self.note(said);
        }
        for running in overdue {
            running.cancel.cancel();
            let result = (self.given_up)(&running.thing);
            let early = self.early.entry(running.number).or_default();
            self.shared.state().waiting += result.weight();
            early.results.push_back(result);
            early.is_done = true;
            Shared::start_thread(&self.shared);
        }
    }
}

impl<T: Weighs + Send + Sync + 'static, R: Weighs + Send + 'static> Iterator for InOrder<T, R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        while !self.is_all() && !self.cancel.is_cancelled() {
            if let Some(result) = self.due() {
                return Some(result);
            }
            match self.results.recv_timeout(POLL) {
                Ok(said) => self.note(said),
                Err(RecvTimeoutError::Timeout) => {}
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
        self.shared.goes_on.notify_all();
    }
}

impl<T, R> fmt::Debug for InOrder<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InOrder").field("turn", &self.turn).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
