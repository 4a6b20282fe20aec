//! What stands above the records: what the report is of, the list of its records, the pictures, and the ledger of all
//! commitments.

use std::io;

use super::html::{DOT, Escaped, Words};
use super::seen::Seen;
use crate::charts::Gallery;
use crate::export::Out;
use crate::export::words::{firmness, listed, parties, short_place};
use crate::lexicon::Lexicon;
use crate::model::{Record, Ruling, counted, number};

/// How wide the pictures are, as wide as the page's column.
const WIDTH: f32 = 860.0;

/// The title, and what the report is of.
pub(super) fn cover(seen: &Seen, title: &str, out: &mut Out<'_>) -> io::Result<()> {
    writeln!(out, "<header class=\"cover\">\n<h1>{}</h1>", Escaped(title))?;
    let days = seen.days.map(|(first, last)| match first == last {
        true => first.without_weekday(),
        false => format!("{} to {}", first.without_weekday(), last.without_weekday()),
    });
    let of = format!("{} of {}", counted(seen.records, "record"), counted(seen.articles(), "article"));
    let reviewed = format!("{} reviewed", number(seen.reviewed));
    let facts = [Some(of), days, Some(counted(seen.commitments, "commitment")), Some(reviewed)];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    writeln!(out, "<p class=\"facts\">{}</p>", Escaped(&facts.join(DOT)))?;
    let pictures = if seen.is_pictured() { "<a href=\"#pictures\">Pictures</a>\u{a0}· " } else { "" };
    let ledger = if seen.commitments > 0 { "<a href=\"#ledger\">Commitments</a>\u{a0}· " } else { "" };
    writeln!(
        out,
        "<nav><a href=\"#contents\">Contents</a>{DOT}{pictures}{ledger}<a href=\"#records\">Records</a></nav>"
    )?;
    writeln!(out, "</header>")
}

/// A line of the list of records.
pub(super) fn listed_record(record: &Record, at: usize, out: &mut Out<'_>) -> io::Result<()> {
    let meeting = &record.meeting;
    let day = meeting.date.as_ref().map(|date| date.start.without_weekday());
    let place = meeting.location.as_ref().map(|location| short_place(location, &Lexicon::built_in()));
    let who = parties(meeting.parties());
    let facts = [day.as_deref(), Some(&*who), place.as_deref(), record.article.publisher.as_deref()];
    let facts: Vec<String> = facts
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .map(|fact| Words(fact).to_string())
        .collect();
    writeln!(
        out,
        "<li><a href=\"#r{at}\">{}</a> <span class=\"facts\">{}</span></li>",
        Words(record.article.name()),
        facts.join(DOT)
    )
}

/// A row of the ledger for each commitment of a record.
pub(super) fn ledger_rows(record: &Record, at: usize, out: &mut Out<'_>) -> io::Result<()> {
    // On paper a link says where it leads by the number of the record.
    let day = record.meeting.date.as_ref().map(|date| format!("{DOT}{}", date.start)).unwrap_or_default();
    for (place, said) in record.commitments.iter().enumerate() {
        let (bound, toward) = (parties(&said.parties), parties(&said.toward));
        let words = Escaped(&said.text);
        let struck = if said.ruling == Ruling::RuledOut { " class=\"struck\"" } else { "" };
        let by = said.deadline.map(crate::model::PartialDate::in_words).unwrap_or_default();
        let terms = listed([Some(by.as_str()), said.condition.as_deref()]);
        writeln!(
            out,
            "<tr{struck}><td>{}</td><td dir=\"auto\"><a href=\"#r{at}-c{}\">{words}</a></td><td>{}</td><td>{}</td>\
             <td>{}</td><td class=\"day\"><a href=\"#r{at}\">{at}{day}</a></td></tr>",
            Words(&bound),
            place + 1,
            Words(&toward),
            firmness(said.obligation),
            Words(&terms),
        )?;
    }
    Ok(())
}

/// What stands above the rows of the ledger.
pub(super) const LEDGER: &str = "<section id=\"ledger\">\n<h2>Commitments</h2>\n<table class=\"ledger\">\n<thead><tr>\
    <th scope=\"col\">Bound</th><th scope=\"col\">Commitment</th><th scope=\"col\">Toward</th>\
    <th scope=\"col\">Firmness</th><th scope=\"col\">By when, if</th><th scope=\"col\">Record</th></tr></thead>\n<tbody>\n";

/// What stands below them.
pub(super) const LEDGER_END: &str = "</tbody>\n</table>\n</section>\n";

/// The pictures that stand on anything.
pub(super) fn pictures(seen: &Seen, out: &mut Out<'_>) -> io::Result<()> {
    if !seen.is_pictured() {
        return Ok(());
    }
    writeln!(out, "<section id=\"pictures\">\n<h2>Pictures</h2>")?;
    let gallery = seen.with_facts(Gallery::of);
    for hung in gallery.pictures().filter(|hung| hung.articles() > 0) {
        writeln!(out, "<figure>\n{}</figure>", hung.in_page(WIDTH))?;
    }
    writeln!(out, "</section>")
}
