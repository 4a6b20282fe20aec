//! What the command line comes to: the window, or an exit code.

use std::path::PathBuf;

/// What the command line comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Open the window on these files, over this library or else the user's own.
    Window(Vec<PathBuf>, Option<PathBuf>),
    /// Done, with this exit code.
    Exit(u8),
}

/// All went well.
pub const WELL: Outcome = Outcome::Exit(0);
/// Something did not.
pub const NOT_ALL_WELL: Outcome = Outcome::Exit(1);
/// The command was not understood.
pub const NOT_UNDERSTOOD: Outcome = Outcome::Exit(2);
