//! What the command line comes to: the window, or an exit code.

use std::io;
use std::path::{Path, PathBuf};

use super::streams::Streams;

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

/// Looks at each of these files and says whether all was well; what is wrong with one keeps nobody from the others.
///
/// # Errors
/// If what is found cannot be printed.
pub(super) fn of_each(
    files: &[PathBuf],
    streams: &mut Streams<'_>,
    mut is_well: impl FnMut(&Path, &mut Streams<'_>) -> io::Result<bool>,
) -> anyhow::Result<Outcome> {
    let mut outcome = WELL;
    for path in files {
        if !is_well(path, streams)? {
            outcome = NOT_ALL_WELL;
        }
    }
    streams.out.flush()?;
    Ok(outcome)
}
