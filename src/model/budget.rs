//! How much work may be done on one file, and whether anybody still waits for it.
//!
//! Work is counted in steps and not in seconds, so that a file that is given up is given up on every machine.
//! Whoever does work in a loop asks [`Budget::spend`] and stops when it says so:
//!
//! ```
//! use chancery::model::{Budget, CancelToken, GivenUp};
//!
//! let cancel = CancelToken::default();
//! let budget = Budget::new(10, cancel.clone());
//! assert_eq!(budget.spend(9), Ok(()));
//! assert_eq!(budget.spend(2), Err(GivenUp::TooMuchWork));
//! cancel.cancel();
//! assert_eq!(budget.spend(0), Err(GivenUp::Cancelled));
//! ```

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether some work is still wanted. Its clones are one: who cancels any of them cancels all.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// Nobody wants the work any more.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether nobody wants the work any more.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why work was given up before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenUp {
    /// Nobody wants it any more.
    Cancelled,
    /// It takes more steps than any honest file does.
    TooMuchWork,
}

/// The steps that are left for one file.
#[derive(Debug)]
pub struct Budget {
    left: Cell<u64>,
    cancel: CancelToken,
}

impl Budget {
    /// A budget of so many steps, for work that can be cancelled.
    pub fn new(steps: u64, cancel: CancelToken) -> Self {
        Self { left: Cell::new(steps), cancel }
    }

    /// Takes so many steps.
    ///
    /// # Errors
    /// If fewer are left, and from then on always; or if the work was cancelled.
    pub fn spend(&self, steps: u64) -> Result<(), GivenUp> {
        if self.cancel.is_cancelled() {
            return Err(GivenUp::Cancelled);
        }
        let left = self.left.get().checked_sub(steps);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(GivenUp::TooMuchWork)
    }

    /// How many steps are left.
    pub fn left(&self) -> u64 {
        self.left.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_once_and_for_all() {
        let budget = Budget::new(3, CancelToken::default());
        assert_eq!(budget.spend(2), Ok(()));
        assert_eq!(budget.left(), 1);
        assert_eq!(budget.spend(2), Err(GivenUp::TooMuchWork));
        assert_eq!(budget.spend(1), Err(GivenUp::TooMuchWork), "what was too much once stays so");
    }

    #[test]
    fn who_cancels_ends_all_work_that_shares_the_token() {
        let cancel = CancelToken::default();
        let budgets = [1, 2].map(|steps| Budget::new(steps, cancel.clone()));
        cancel.cancel();
        assert!(budgets.iter().all(|budget| budget.spend(0) == Err(GivenUp::Cancelled)));
    }
}
