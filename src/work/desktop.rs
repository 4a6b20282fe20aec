//! Showing a file by the desktop: the folder that it lies in, or the file itself in whatever program opens such files.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// The desktop's own way to open what a path names.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(target_os = "windows") {
    "explorer"
} else {
    "xdg-open"
};

/// Asks the desktop to open this file or folder. Nobody waits for the program that does.
///
/// # Errors
/// If the path names nothing, or the desktop has no program to ask.
pub fn open_by_desktop(path: &Path) -> io::Result<()> {
    path.metadata()?;
    let mut command = Command::new(OPENER);
    command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => io::Error::other(format!("the program {OPENER} is not installed")),
        _ => error,
    })?;
    // Whoever has started a program has to hear of its end.
    thread::spawn(move || child.wait());
    Ok(())
}
