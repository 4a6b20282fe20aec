//! `chancery schema`: what a record holds, as JSON Schema.

use super::outcome::{Outcome, WELL};
use super::streams::Streams;
use crate::model::schema;

pub(super) fn run(streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    serde_json::to_writer_pretty(&mut *streams.out, &schema()).map_err(std::io::Error::from)?;
    streams.out.write_all(b"\n")?;
    streams.out.flush()?;
    Ok(WELL)
}
