//! Failures of one job: the first are told one by one, of the rest only the number, so that a bad
//! folder or a full disk does not fill the window.

/// How many failures of one job are told one by one.
const TOLD_ONE_BY_ONE: usize = 8;

/// Counts the failures of one job.
#[derive(Debug, Default)]
pub struct Failures(usize);

impl Failures {
    /// Counts one. Says whether to tell it by itself.
    pub fn tells_next(&mut self) -> bool {
        self.0 += 1;
        self.0 <= TOLD_ONE_BY_ONE
    }

    /// How many were not told by themselves.
    pub fn untold(&self) -> usize {
        self.0.saturating_sub(TOLD_ONE_BY_ONE)
    }
}
