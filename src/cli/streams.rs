//! Where a command reads from and writes to: the terminal's streams, or a test's.

use std::fmt;
use std::io::Write;

/// Standard output and standard error.
pub struct Streams<'s> {
    /// Results.
    pub out: &'s mut (dyn Write + Send),
    /// Messages.
    pub err: &'s mut (dyn Write + Send),
    /// Whether a person watches the messages as they come.
    pub watched: bool,
}

impl Streams<'_> {
    /// Tells what went wrong. When nobody listens there is nobody to tell that either.
    pub(super) fn complain(&mut self, message: impl fmt::Display) {
        let _ = writeln!(self.err, "chancery: {message}");
    }
}

impl fmt::Debug for Streams<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streams").field("watched", &self.watched).finish_non_exhaustive()
    }
}
