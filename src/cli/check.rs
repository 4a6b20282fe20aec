//! `chancery check`: whether files hold valid records, and where not.

use std::path::PathBuf;

use super::{NOT_ALL_WELL, Outcome, Streams, WELL};
use crate::app::check_file;

pub(super) fn run(files: &[PathBuf], streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let mut outcome = WELL;
    for path in files {
        let name = path.display();
        match check_file(path) {
            Ok(Ok(1)) => writeln!(streams.out, "{name}: 1 valid record")?,
            Ok(Ok(count)) => writeln!(streams.out, "{name}: {count} valid records")?,
            Ok(Err(faults)) => {
                for fault in faults {
                    writeln!(streams.out, "{name}: {fault}")?;
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
