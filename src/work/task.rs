//! A task: one thing that is worked out on another thread, for one who wants it.
//!
//! Whoever holds the [`Task`] wants the answer; whoever drops it has cancelled the work. What was not begun is
//! never begun then, and what is under way can ask whether it is [cancelled](CancelToken::is_cancelled).

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::{fmt, thread};

use super::background::{Background, Ticket};
use crate::model::CancelToken;

/// How many tasks of all kinds are worked on at a time: more than there are cores, since most of them wait for
/// the disk now and then.
const WORKERS: usize = 4;

/// Something that is worked out in the background. Dropped, it is cancelled.
pub struct Task<T> {
    answer: Receiver<(T, Ticket)>,
    cancel: CancelToken,
}

/// A piece of work for a thread that has a `C` to do it with.
pub(super) type Job<C = ()> = Box<dyn FnOnce(&mut C) + Send>;

impl<T: Send + 'static> Task<T> {
    /// A task, and the job that answers it. The job does nothing once the task is dropped.
    pub(super) fn new<C>(
        background: &Background,
        work: impl FnOnce(&mut C, &CancelToken) -> T + Send + 'static,
    ) -> (Self, Job<C>) {
        let (sender, answer) = channel();
        let cancel = CancelToken::default();
        let (its_cancel, ticket, background) = (cancel.clone(), background.ticket(), background.clone());
        let job = move |with: &mut C| {
            if its_cancel.is_cancelled() {
                return;
            }
            // A fault over one thing costs that thing only: its asker learns that no answer will come.
            match catch_unwind(AssertUnwindSafe(|| work(with, &its_cancel))) {
                Ok(done) => {
                    let _ = sender.send((done, ticket));
                }
                Err(_) => {
                    // In this order: who sees that no answer comes must not find it awaited still.
                    drop(ticket);
                    drop(sender);
                }
            }
            background.ring();
            background.wake();
        };
        (Self { answer, cancel }, Box::new(job))
    }
}

impl<T> Task<T> {
    /// Takes the answer of the task in this place, once it is there. The place is empty then, and also when
    /// the work has failed.
    pub fn answer(place: &mut Option<Self>) -> Option<T> {
        let answer = place.as_ref()?.answer.try_recv();
        if !matches!(answer, Err(TryRecvError::Empty)) {
            *place = None;
        }
        answer.ok().map(|(answer, _)| answer)
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}

impl<T> fmt::Debug for Task<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Task")
    }
}

/// A task, and what it was asked about.
#[derive(Debug)]
pub struct Asked<K, T> {
    /// What it was asked about.
    pub about: K,
    task: Option<Task<T>>,
}

impl<K, T> Asked<K, T> {
    /// Something was asked; no task where there is nobody to ask.
    pub fn new(about: K, task: Option<Task<T>>) -> Self {
        Self { about, task }
    }

    /// Takes the answer to what was asked in this place, once it is there or can come no more. The place is
    /// empty then.
    pub fn answer(place: &mut Option<Self>) -> Option<(K, Option<T>)> {
        let asked = place.as_mut()?;
        let answer = Task::answer(&mut asked.task);
        let is_over = asked.task.is_none();
        place.take_if(|_| is_over).map(|asked| (asked.about, answer))
    }
}

/// The threads that work on tasks, one after the other. They are started when they are first needed, and end
/// with the pool.
#[derive(Default)]
pub(super) struct Pool {
    queue: Arc<Queue>,
    workers: Mutex<usize>,
}

#[derive(Default)]
struct Queue {
    /// The jobs to do; none once the pool is gone.
    jobs: Mutex<(VecDeque<Job>, bool)>,
    more: Condvar,
}

impl Pool {
    /// Puts a job behind those that wait already.
    pub fn put(&self, job: Job) {
        self.queue.jobs.lock().unwrap_or_else(PoisonError::into_inner).0.push_back(job);
        self.queue.more.notify_one();
        let mut workers = self.workers.lock().unwrap_or_else(PoisonError::into_inner);
        if *workers < WORKERS {
            *workers += 1;
            let queue = self.queue.clone();
            thread::spawn(move || {
                while let Some(job) = queue.next() {
                    job(&mut ());
                }
            });
        }
    }
}

impl Queue {
    fn next(&self) -> Option<Job> {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match (jobs.1, jobs.0.pop_front()) {
                (true, _) => return None,
                (false, Some(job)) => return Some(job),
                (false, None) => jobs = self.more.wait(jobs).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.queue.jobs.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.queue.more.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn settle<T>(background: &Background, task: &mut Option<Task<T>>) -> Option<T> {
        loop {
            let now = background.now();
            if let Some(answer) = Task::answer(task) {
                return Some(answer);
            }
            if task.is_none() {
                return None;
            }
            background.wait(now);
        }
    }

    fn background() -> Background {
        Background::new(Arc::new(|| {}))
    }

    #[test]
    fn a_task_is_awaited_until_its_answer_is_taken() {
        let background = background();
        let mut task = Some(background.work(|_| 6 * 7));
        assert!(background.is_awaited());
        assert_eq!(settle(&background, &mut task), Some(42));
        assert!(!background.is_awaited() && task.is_none());
    }

    #[test]
    fn work_that_fails_leaves_nobody_waiting() {
        let background = background();
        let mut task: Option<Task<u8>> = Some(background.work(|_| panic!("a fault")));
        assert_eq!(settle(&background, &mut task), None);
        assert!(!background.is_awaited());
    }

    #[test]
    fn what_is_dropped_is_cancelled_and_what_waits_is_never_begun() {
        let background = background();
        let begun = Arc::new(AtomicUsize::new(0));
        let waits_for_its_end = |_: usize| {
            let begun = begun.clone();
            background.work(move |cancel| {
                begun.fetch_add(1, Ordering::SeqCst);
                while !cancel.is_cancelled() {
                    thread::yield_now();
                }
            })
        };
        let mut tasks: Vec<_> = (0..WORKERS + 5).map(waits_for_its_end).collect();
        while begun.load(Ordering::SeqCst) < WORKERS {
            thread::yield_now();
        }
        // The last ones first, so that none of them is begun in place of another.
        while let Some(task) = tasks.pop() {
            drop(task);
        }
        while background.is_awaited() {
            let now = background.now();
            if background.is_awaited() {
                background.wait(now);
            }
        }
        assert_eq!(begun.load(Ordering::SeqCst), WORKERS);
    }
}
