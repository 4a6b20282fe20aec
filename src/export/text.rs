//! Plain text, for notes, mails and footnotes: who met, where and when, what was undertaken, and a citation of the
//! article.

use std::io;

use super::contents::Contents;
use super::words::{citation, days, firmness, listed, parties, person, place, terms};
use super::{ExportFormat, Out, Records, Shape, Stream};
use crate::lexicon::Lexicon;
use crate::model::{Commitment, Record, Role};

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "text",
    label: "Plain text",
    about: "Who met, where and when, the commitments, and a citation, for notes and mails.",
    extension: "txt",
    most_rows: None,
    shape: Shape::File(Stream { one: None, all: write }),
};

/// What stands between two records.
const BETWEEN: &str = "\n———\n\n";

fn write(records: &mut Records<'_>, _: Contents, out: &mut Out<'_>) -> io::Result<()> {
    for (at, record) in records.enumerate() {
        if at > 0 {
            out.write_all(BETWEEN.as_bytes())?;
        }
        out.write_all(record_as_text(&record).as_bytes())?;
    }
    Ok(())
}

/// A record as text.
fn record_as_text(record: &Record) -> String {
    let meeting = &record.meeting;
    let kind = meeting.kind.as_ref().map(|kind| kind.value.label());
    let day = meeting.date.as_ref().map(days);
    let place = meeting.location.as_ref().map(|at| place(at, &Lexicon::built_in()));
    let mut paragraphs = vec![listed([kind, day.as_deref(), place.as_deref()])];
    let people: Vec<String> = meeting
        .participants
        .iter()
        .map(|one| match one.role {
            Role::Principal => person(one),
            role => format!("{}, {}", person(one), role.saved()),
        })
        .collect();
    paragraphs.push(people.join("\n"));
    if !record.commitments.is_empty() {
        let said = record.commitments.iter().enumerate().map(|(at, said)| commitment(at + 1, said));
        paragraphs.push(format!("Commitments\n{}", said.collect::<Vec<_>>().join("\n")));
    }
    paragraphs.push(citation(&record.article));
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n") + "\n"
}

/// `1. Malta, toward Tunisia: Malta will reopen the line. (plain; by June 2021)`
fn commitment(number: usize, said: &Commitment) -> String {
    let toward = (!said.toward.is_empty()).then(|| format!("toward {}", parties(&said.toward)));
    let who = listed([Some(&*parties(&said.parties)), toward.as_deref()]);
    let who = if who.is_empty() { String::new() } else { format!("{who}: ") };
    let mut about = vec![firmness(said.obligation).to_lowercase()];
    about.extend(terms(said));
    let words = said.text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{number}. {who}{words} ({})", about.join("; "))
}
