//! `chancery check`: whether files hold valid records, and where not.

use std::path::{Path, PathBuf};

use super::outcome::{NOT_ALL_WELL, Outcome, WELL};
use super::streams::{Streams, say};
use crate::store::LibraryError;
use crate::work::{check_file, is_library, open_to_read};

pub(super) fn run(files: &[PathBuf], streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let mut outcome = WELL;
    for path in files {
        let name = path.display();
        if is_library(path) {
            if !library(path, streams)? {
                outcome = NOT_ALL_WELL;
            }
            continue;
        }
        match check_file(path) {
            Ok(Ok(1)) => say(streams.out, format_args!("{name}: 1 valid record"))?,
            Ok(Ok(count)) => say(streams.out, format_args!("{name}: {count} valid records"))?,
            Ok(Err(faults)) => {
                for fault in faults {
                    say(streams.out, format_args!("{name}: {fault}"))?;
                }
                outcome = NOT_ALL_WELL;
            }
            Err(error) => {
                streams.complain(error);
                outcome = NOT_ALL_WELL;
            }
        }
    }
    streams.out.flush()?;
    Ok(outcome)
}

/// Whether a library is sound. Says what is wrong where it is not.
fn library(path: &Path, streams: &mut Streams<'_>) -> anyhow::Result<bool> {
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
