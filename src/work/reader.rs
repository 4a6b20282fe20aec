//! The thread that answers questions to the library, so that whoever asks need not wait for the disk.

use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::background::Background;
use super::task::{Job, Task};
use crate::store::{Interrupter, Library};

/// The thread that reads.
#[derive(Debug)]
pub struct Reader {
    /// Taken away to end the thread.
    queue: Option<Sender<Job<Library>>>,
    background: Background,
    interrupter: Interrupter,
    thread: Option<JoinHandle<()>>,
}

impl Reader {
    /// Reads from this library.
    pub fn start(mut library: Library, background: &Background) -> Self {
        let (queue, questions) = channel::<Job<Library>>();
        let interrupter = library.interrupter();
        let thread = thread::spawn(move || {
            for question in questions {
                question(&mut library);
            }
        });
        Self { queue: Some(queue), background: background.clone(), interrupter, thread: Some(thread) }
    }

    /// Asks the library something, after what was asked before. Whoever drops the task is not answered.
    pub fn ask<T: Send + 'static>(&self, question: impl FnOnce(&Library) -> T + Send + 'static) -> Task<T> {
        let (task, job) = Task::new(&self.background, |library: &mut Library, _| question(library));
        if let Some(queue) = &self.queue {
            let _ = queue.send(job);
        }
        task
    }
}

impl Drop for Reader {
    /// The library is not open here any more after this.
    fn drop(&mut self) {
        self.queue = None;
        end(&self.interrupter, self.thread.take());
    }
}

/// Ends a thread that was told to end, and cuts off what it asks its library at the moment.
pub(super) fn end(interrupter: &Interrupter, thread: Option<JoinHandle<()>>) {
    let Some(thread) = thread else { return };
    // Between two questions there is nothing to cut off, so that once is not enough.
    while !thread.is_finished() {
        interrupter.cut_off();
        thread::sleep(Duration::from_millis(1));
    }
    let _ = thread.join();
}
