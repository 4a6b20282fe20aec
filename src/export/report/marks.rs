//! The article with its evidence highlighted: a mark for each quotation, and after it the name of what it supports, as a
//! link to that value. Quotations may lie within each other, overlap, and go on over paragraphs.

use std::io;
use std::ops::Range;

use super::html::Escaped;
use super::names::{Names, marked};
use crate::export::Out;
use crate::export::tables::Quotation;
use crate::model::{Record, Text};

/// A quotation that is found in the text.
struct Mark<'n> {
    bytes: Range<usize>,
    /// Which of the record it is.
    number: usize,
    /// How it looks.
    class: String,
    /// What it supports, in short.
    label: &'n str,
    /// The value that it supports.
    target: &'n str,
}

/// Writes the article of a record with its marks.
pub(super) fn write(record: &Record, names: &Names<'_>, out: &mut Out<'_>) -> io::Result<()> {
    let text = &record.article.text;
    let mut marks = marks(text, names);
    // What begins first, and of those the longest, is the outermost.
    marks.sort_by_key(|mark| (mark.bytes.start, std::cmp::Reverse(mark.bytes.end), mark.number));
    let headline = record.article.headline().map(|span| span.bytes());
    let language = record.article.language.as_deref().unwrap_or_default();
    writeln!(out, "<div class=\"text\" lang=\"{}\">", Escaped(language))?;
    for paragraph in paragraphs(text) {
        let within = |mark: &&Mark<'_>| mark.bytes.start < paragraph.end && paragraph.start < mark.bytes.end;
        let marks: Vec<&Mark<'_>> = marks.iter().filter(within).collect();
        let is_headline = Some(&paragraph) == headline.as_ref();
        // It stands above the record already.
        if is_headline && marks.is_empty() {
            continue;
        }
        write!(out, "<p dir=\"auto\"{}>", if is_headline { " class=\"headline\"" } else { "" })?;
        Writer { text, names, open: Vec::new(), out }.paragraph(&paragraph, &marks)?;
        out.write_all(b"</p>\n")?;
    }
    out.write_all(b"</div>\n")
}

fn marks<'n>(text: &Text, names: &'n Names<'_>) -> Vec<Mark<'n>> {
    let found = names.quotations().filter_map(|(quotation, name)| {
        let Quotation { number, evidence, .. } = quotation;
        let bytes = marked(evidence, text)?;
        Some(Mark { bytes, number: *number, class: name.class(), label: &name.label, target: &name.id })
    });
    found.collect()
}

/// The paragraphs of a text: what stands between empty lines.
fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    let parts = text.split("\n\n").map(move |part| {
        let range = from..from + part.len();
        from = range.end + 2;
        range
    });
    parts.filter(|range| !range.is_empty())
}

/// Writes a paragraph, in which some marks are open at a time.
struct Writer<'w, 'm, 'o> {
    text: &'w Text,
    names: &'w Names<'w>,
    /// From the outermost to the innermost.
    open: Vec<&'m Mark<'m>>,
    out: &'w mut Out<'o>,
}

impl<'m> Writer<'_, 'm, '_> {
    fn paragraph(&mut self, paragraph: &Range<usize>, marks: &[&'m Mark<'m>]) -> io::Result<()> {
        let mut places: Vec<usize> =
            marks.iter().flat_map(|mark| [mark.bytes.start, mark.bytes.end]).collect();
        places.push(paragraph.end);
        places.retain(|place| paragraph.contains(place) || *place == paragraph.end);
        places.sort_unstable();
        places.dedup();
        let mut waiting = marks.iter().copied().peekable();
        let mut from = paragraph.start;
        while let Some(mark) = waiting.next_if(|mark| mark.bytes.start <= from) {
            self.begin(mark, mark.bytes.start == from)?;
        }
        for to in places {
            if to > from {
                write!(self.out, "{}", Escaped(self.text.get(from..to).unwrap_or_default()))?;
                from = to;
            }
            self.end_all_at(to, to == paragraph.end)?;
            while let Some(mark) = waiting.next_if(|mark| mark.bytes.start == to) {
                self.begin(mark, true)?;
            }
        }
        Ok(())
    }

    /// Opens a mark: at its start, or where it goes on.
    fn begin(&mut self, mark: &'m Mark<'m>, is_start: bool) -> io::Result<()> {
        let (class, number) = (&mark.class, mark.number);
        match is_start {
            true => write!(
                self.out,
                "<mark class=\"{class}\" data-q=\"{number}\" id=\"{}\">",
                self.names.mark(number)
            )?,
            false => write!(self.out, "<mark class=\"{class}\" data-q=\"{number}\">")?,
        }
        self.open.push(mark);
        Ok(())
    }

    /// Closes what ends here; at the end of a paragraph, everything. What lies within something that ends, and goes
    /// on, is opened again.
    fn end_all_at(&mut self, place: usize, is_over: bool) -> io::Result<()> {
        let ends = |mark: &Mark<'_>| mark.bytes.end <= place;
        let Some(first) = self.open.iter().position(|mark| is_over || ends(mark)) else { return Ok(()) };
        let closed = self.open.split_off(first);
        for _ in &closed {
            self.out.write_all(b"</mark>")?;
        }
        for mark in closed.iter().rev().filter(|mark| ends(mark)) {
            let (target, label) = (mark.target, mark.label);
            write!(self.out, "<a class=\"ref {}\" href=\"#{target}\">{label}</a>", mark.class)?;
        }
        if !is_over {
            for mark in closed.into_iter().filter(|mark| !ends(mark)) {
                self.begin(mark, false)?;
            }
        }
        Ok(())
    }
}
