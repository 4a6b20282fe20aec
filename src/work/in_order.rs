//! Work on many things at once, with the results in the order of the things.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// The results of some work on each of many things, in their order.
#[derive(Debug)]
pub struct InOrder<R> {
    results: Receiver<(usize, R)>,
    /// Came before their turn.
    early: BTreeMap<usize, R>,
    next: usize,
    of: usize,
}

/// Does `work` on every thing, on as many threads as the machine has cores. Whoever drops the
/// iterator stops the work.
pub fn in_order<T: Send + 'static, R: Send + 'static>(
    things: Vec<T>,
    work: impl Fn(T) -> R + Send + Sync + 'static,
) -> InOrder<R> {
    let of = things.len();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    // A short queue: whoever takes the results slowly slows the work down, and memory stays small.
    let (sender, results) = sync_channel(cores * 4);
    let queue = Arc::new(Mutex::new(things.into_iter().enumerate()));
    let work = Arc::new(work);
    for _ in 0..cores.min(of) {
        let (queue, work, sender) = (queue.clone(), work.clone(), sender.clone());
        thread::spawn(move || {
            loop {
                // The lock is let go before the work begins.
                let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                let Some((number, thing)) = next else { break };
                if sender.send((number, work(thing))).is_err() {
                    break;
                }
            }
        });
    }
    InOrder { results, early: BTreeMap::new(), next: 0, of }
}

impl<R> Iterator for InOrder<R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        loop {
            if let Some(result) = self.early.remove(&self.next) {
                self.next += 1;
                return Some(result);
            }
            let (number, result) = self.results.recv().ok()?;
            self.early.insert(number, result);
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.of - self.next, Some(self.of - self.next))
    }
}

impl<R> ExactSizeIterator for InOrder<R> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let slow_first = |n: u64| {
            thread::sleep(std::time::Duration::from_millis(if n.is_multiple_of(7) { 5 } else { 0 }));
            n * 2
        };
        let results: Vec<u64> = in_order((0..100).collect(), slow_first).collect();
        assert_eq!(results, (0..100).map(|n| n * 2).collect::<Vec<_>>());
        assert_eq!(in_order(Vec::<u64>::new(), |n| n).count(), 0);
    }
}
