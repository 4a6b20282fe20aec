//! `chancery check`: whether files hold valid records, and where not.

use std::io;
use std::path::{Path, PathBuf};

use super::outcome::{Outcome, of_each};
use super::streams::{Streams, say};
use crate::store::LibraryError;
use crate::work::{check_file, is_library, open_to_read};

pub(super) fn run(files: &[PathBuf], streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    of_each(files, streams, |path, streams| match is_library(path) {
        true => is_sound(path, streams),
        false => is_valid(path, streams),
    })
}

/// Whether a file holds valid records. Says what is wrong where it does not.
fn is_valid(path: &Path, streams: &mut Streams<'_>) -> io::Result<bool> {
    let name = path.display();
    match check_file(path) {
        Ok(Ok(1)) => say(streams.out, format_args!("{name}: 1 valid record"))?,
        Ok(Ok(count)) => say(streams.out, format_args!("{name}: {count} valid records"))?,
        Ok(Err(faults)) => {
            for fault in faults {
                say(streams.out, format_args!("{name}: {fault}"))?;
            }
            return Ok(false);
        }
        Err(error) => {
            streams.complain(error);
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a library is sound. Says what is wrong where it is not.
fn is_sound(path: &Path, streams: &mut Streams<'_>) -> io::Result<bool> {
    let wrong = match open_to_read(path).and_then(|library| library.check()) {
        Ok(wrong) => wrong,
        Err(error) => {
            streams.complain(error);
            return Ok(false);
        }
    };
    let name = path.display();
    for line in &wrong {
        say(streams.out, format_args!("{name}: {line}"))?;
    }
    match wrong.is_empty() {
        true => say(streams.out, format_args!("{name}: a sound library"))?,
        false => streams.complain(LibraryError::Damaged(path.to_owned())),
    }
    Ok(wrong.is_empty())
}
