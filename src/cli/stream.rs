//! `chancery extract --stream`: articles in JSON Lines in, records in JSON Lines out, so that whatever runs many
//! machines runs the engine on each of them.

use super::account::Account;
use super::arguments::Extract;
use super::outcome::Outcome;
use super::streams::{JsonOut, Streams};
use crate::export::ExportFormat;
use crate::model::counted;
use crate::work::{extract_lines, lines_of};

pub(super) fn run(asked: &Extract, streams: &mut Streams<'_>) -> anyhow::Result<Outcome> {
    let format = ExportFormat::LINES;
    let input = std::mem::replace(&mut streams.input, Box::new(std::io::empty()));
    let mut account = Account::new(streams.err);
    let mut out = JsonOut::new(&mut *streams.out);
    let (mut lines, mut in_other_languages) = (0, 0);
    for streamed in extract_lines(lines_of(input), asked.threads) {
        lines += 1;
        let number = streamed.number;
        let told = streamed.readings.map_err(|fault| format!("line {number} was passed over: {fault}."));
        let Some(readings) = account.succeeded(told) else { continue };
        in_other_languages += usize::from(readings.main().record.article.is_in_another_language());
        for reading in readings {
            format.write_one(&reading.record, &mut out)?;
        }
        // Who waits for the records of a line before sending the next one gets them.
        std::io::Write::flush(&mut out)?;
    }
    if in_other_languages > 0 {
        account.tell(format!(
            "proposals are made for articles in English only, and none for {}",
            counted(in_other_languages, "article")
        ));
    }
    if account.failures() > 0 {
        let (passed_over, all) = (account.failures(), counted(lines, "line"));
        account.tell(format!("{passed_over} of {all} were passed over"));
    }
    Ok(account.outcome())
}
