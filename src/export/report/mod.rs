//! The report: one HTML page that holds all that it needs, to be read, printed and passed on. A record a section, with
//! its article and the evidence marked in it; above them what the report is of, the list of records, pictures, and the
//! ledger of commitments.
//!
//! Nothing on the page runs, and nothing is fetched: it says so itself. All text of articles is escaped. What stands at
//! the top is known last, so the records are [set aside](Spool) as they come, and memory holds one at a time.

mod front;
mod html;
mod marks;
mod names;
mod section;
mod seen;

use std::io::{self, BufWriter, Cursor};

pub use html::{Escaped, begin_page, end_page};
pub use section::write_section;

use super::contents::Contents;
use super::{ExportFormat, NewSpool, Out, Records, Shape, Spool};
use seen::Seen;

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "report",
    label: "Report (HTML)",
    about: "A page to read and print: each record with its article and evidence, the commitments, pictures.",
    extension: "html",
    most_rows: None,
    shape: Shape::Page(write),
};

const TITLE: &str = "Meetings and commitments";

/// A place in memory, for what is small.
pub(super) fn in_memory() -> io::Result<Box<dyn Spool>> {
    Ok(Box::new(Cursor::new(Vec::new())))
}

/// A part of the page that is set aside.
struct Part(BufWriter<Box<dyn Spool>>);

impl Part {
    fn new(spool: &mut NewSpool<'_>) -> io::Result<Self> {
        Ok(Self(BufWriter::new(spool()?)))
    }

    /// Puts it where it belongs.
    fn put(self, out: &mut Out<'_>) -> io::Result<()> {
        let mut spool = self.0.into_inner()?;
        spool.rewind()?;
        io::copy(&mut spool, out)?;
        Ok(())
    }
}

fn write(
    records: &mut Records<'_>,
    contents: Contents,
    spool: &mut NewSpool<'_>,
    out: &mut Out<'_>,
) -> io::Result<()> {
    let (mut list, mut ledger, mut sections) = (Part::new(spool)?, Part::new(spool)?, Part::new(spool)?);
    let mut seen = Seen::default();
    let mut first_title = None;
    for record in records {
        seen.add(&record);
        let at = seen.records;
        first_title.get_or_insert_with(|| record.article.name().to_owned());
        front::listed_record(&record, at, &mut list.0)?;
        front::ledger_rows(&record, at, &mut ledger.0)?;
        write_section(&record, at, contents, &mut sections.0)?;
    }
    match first_title {
        // A record alone is told by itself.
        Some(title) if seen.records == 1 => {
            begin_page(out, &title)?;
            sections.put(out)?;
        }
        _ => {
            begin_page(out, TITLE)?;
            front::cover(&seen, TITLE, out)?;
            out.write_all(b"<section id=\"contents\">\n<h2>Contents</h2>\n<ol class=\"contents\">\n")?;
            list.put(out)?;
            out.write_all(b"</ol>\n</section>\n")?;
            front::pictures(&seen, out)?;
            if seen.commitments > 0 {
                out.write_all(front::LEDGER.as_bytes())?;
                ledger.put(out)?;
                out.write_all(front::LEDGER_END.as_bytes())?;
            }
            out.write_all(b"<div id=\"records\">\n")?;
            sections.put(out)?;
            out.write_all(b"</div>\n")?;
        }
    }
    end_page(out)
}
