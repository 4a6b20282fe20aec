//! What is under way: counted by tickets, and told to whoever waits.
//!
//! Everything that will be answered carries a [`Ticket`] until the answer is taken; what is dropped on the way
//! gives its ticket back by itself. So nobody counts answers, and nobody waits for one that cannot come.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use super::task::{Pool, Task};
use crate::model::CancelToken;

/// Called from other threads whenever there is something to receive.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Where work in the background is begun, and whether any of it is still to be answered.
#[derive(Clone)]
pub struct Background {
    bell: Arc<Bell>,
    pool: Arc<Pool>,
    tickets: Arc<AtomicUsize>,
}

/// Tells those who wait that something has happened.
struct Bell {
    wake: Wake,
    rung: Mutex<u64>,
    heard: Condvar,
}

/// Something that will be answered.
pub struct Ticket {
    tickets: Arc<AtomicUsize>,
    bell: Arc<Bell>,
}

impl Background {
    /// Nothing is under way. `wake` is called whenever there is something to receive.
    pub fn new(wake: Wake) -> Self {
        let bell = Bell { wake, rung: Mutex::new(0), heard: Condvar::new() };
        Self { bell: Arc::new(bell), pool: Arc::default(), tickets: Arc::default() }
    }

    /// Work of its own on the same threads, with the same one to wake: what is under way in one is not under
    /// way in the other.
    pub fn apart(&self) -> Self {
        Self { tickets: Arc::default(), ..self.clone() }
    }

    /// A ticket for something that will be answered.
    pub fn ticket(&self) -> Ticket {
        self.tickets.fetch_add(1, Ordering::SeqCst);
        Ticket { tickets: self.tickets.clone(), bell: self.bell.clone() }
    }

    /// Whether any answer is still to come, or is there and was not taken yet.
    pub fn is_awaited(&self) -> bool {
        self.tickets.load(Ordering::SeqCst) > 0
    }

    /// Works something out on a thread of the pool, unless nobody wants it any more when its turn comes.
    pub fn work<T: Send + 'static>(&self, work: impl FnOnce(&CancelToken) -> T + Send + 'static) -> Task<T> {
        let (task, begin) = self.later(work);
        begin();
        task
    }

    /// Work that is not begun yet, and what begins it.
    pub fn later<T: Send + 'static>(
        &self,
        work: impl FnOnce(&CancelToken) -> T + Send + 'static,
    ) -> (Task<T>, impl FnOnce() + Send + 'static) {
        let (task, job) = Task::new(self, |&mut (), cancel: &CancelToken| work(cancel));
        let pool = self.pool.clone();
        (task, move || pool.put(job))
    }

    /// Wakes whoever receives.
    pub(super) fn wake(&self) {
        (self.bell.wake)();
    }

    /// How often anything has happened until now. To be asked before looking whether there is something to
    /// receive; then [`Background::wait`] misses nothing.
    pub fn now(&self) -> u64 {
        *self.bell.rung.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until something has happened since.
    pub fn wait(&self, since: u64) {
        let rung = self.bell.rung.lock().unwrap_or_else(PoisonError::into_inner);
        // Only this very thread can have nothing to wait for, and it does not come here then.
        drop(self.bell.heard.wait_while(rung, |rung| *rung == since));
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.tickets.fetch_sub(1, Ordering::SeqCst);
        self.bell.ring();
    }
}

impl Bell {
    fn ring(&self) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.heard.notify_all();
    }
}

impl Background {
    /// Something has happened.
    pub(super) fn ring(&self) {
        self.bell.ring();
    }
}

impl fmt::Debug for Background {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Background").field("tickets", &self.tickets).finish_non_exhaustive()
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticket")
    }
}
