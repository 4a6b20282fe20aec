//! A reading explained in print: the text line by line, under each line the words that support a
//! value with the working behind it, and at the end the record in short.
//!
//! ```text
//!       Foreign Minister Maria Example met her guest on Friday.
//! date                                                  ^^^^^^ 2021-03-12, from the weekday (day_of_contact)
//!           "Friday" on or before Sunday 14 March 2021 is Friday 12 March 2021
//! ```

use std::fmt::Write;

use super::Reading;
use super::propose::day::Days;
use crate::model::{
    Article, Commitment, Day, Evidence, Line, Location, MeetingDate, MeetingKind, Participant, Party, Span,
};

/// How wide the text is set.
const WIDTH: usize = 96;

/// The whole reading, for a terminal or a file, in a fixed-width font.
pub(super) fn explain(reading: &Reading) -> String {
    let mut page = head(&reading.record.article);
    page.push('\n');
    let marks = marks(reading);
    for line in lines(&reading.record.article.text) {
        let text = reading.record.article.text.get(line.clone()).unwrap_or_default();
        let _ = writeln!(page, "{}", format!("      {text}").trim_end());
        for mark in marks.iter().filter(|mark| mark.span.start() < line.end && mark.span.end() > line.start) {
            page.push_str(&under(&line, text, mark));
        }
    }
    page.push('\n');
    page.push_str(&summary(reading));
    page
}

/// What the import found of the article itself.
fn head(article: &Article) -> String {
    let mut head = String::new();
    let text = |line: &Option<Line>| line.clone().map(String::from);
    let dateline = article.dateline.as_ref().map(|dateline| {
        let country = dateline.country.as_ref().map(ToString::to_string);
        joined(&[
            dateline.place.clone().map(String::from),
            country,
            dateline.date.map(|date| date.to_string()),
        ])
    });
    for (name, value) in [
        ("title", text(&article.title)),
        ("publisher", text(&article.publisher)),
        ("byline", text(&article.byline)),
        ("published", article.published.map(|day| day.to_string())),
        ("dateline", dateline),
        ("language", article.language.clone()),
    ] {
        let _ = writeln!(head, "{name:<10} {}", value.as_deref().unwrap_or("–"));
    }
    head
}

/// Words that support a value.
struct Mark {
    field: String,
    span: Span,
    /// The value and the rule that proposed it.
    says: String,
    /// How the rule came to it.
    working: Option<String>,
}

fn marks(reading: &Reading) -> Vec<Mark> {
    let record = &reading.record;
    let text = &record.article.text;
    let mut marks = Vec::new();
    let mut note = |field: &str, says: &str, evidence: &[Evidence]| {
        for quoted in evidence {
            let says = format!("{says} ({})", quoted.rule().as_str());
            let working = reading.trace.why(quoted, &record.article).map(str::to_owned);
            marks.extend(quoted.span(text).map(|span| Mark { field: field.to_owned(), span, says, working }));
        }
    };
    if let Some(date) = &record.meeting.date {
        note("date", &day(date), &date.evidence);
    }
    if let Some(location) = &record.meeting.location {
        note("place", &place(location), &location.evidence);
    }
    for person in &record.meeting.participants {
        note(person.id.as_str(), &who(person), &person.evidence);
    }
    for commitment in &record.commitments {
        note(commitment.id.as_str(), &bond(commitment), &commitment.evidence);
    }
    if let Some(kind) = &record.meeting.kind {
        note("kind", kind.value.saved(), &kind.evidence);
    }
    marks.sort_by_key(|mark| (mark.span.start(), mark.span.end()));
    marks
}

/// The text cut into lines that fit, in bytes.
fn lines(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let end = start + paragraph.trim_end().len();
        let (mut from, mut space) = (start, None);
        for (at, c) in text.get(start..end).unwrap_or_default().char_indices() {
            let at = start + at;
            if width(text.get(from..at).unwrap_or_default()) >= WIDTH
                && let Some(space) = space.take()
            {
                lines.push(from..space);
                from = space + 1;
            }
            if c == ' ' {
                space = Some(at);
            }
        }
        lines.push(from..end);
        start += paragraph.len();
    }
    lines
}

/// The row beneath a line that shows a mark's part of it; after its last part stands what it says,
/// and in a row of its own how that was found.
fn under(line: &std::ops::Range<usize>, text: &str, mark: &Mark) -> String {
    let column =
        |byte: usize| width(text.get(..byte.clamp(line.start, line.end) - line.start).unwrap_or(text));
    let (from, to) = (column(mark.span.start()), column(mark.span.end()));
    let carets = "^".repeat(to.saturating_sub(from));
    let whole = mark.span.end() <= line.end;
    let says = if whole { mark.says.as_str() } else { "…" };
    let working = mark.working.as_ref().filter(|_| whole).map(|working| format!("          {working}\n"));
    format!("{:<6}{}{carets} {says}\n{}", mark.field, " ".repeat(from), working.unwrap_or_default())
}

/// How many columns a fixed-width font takes for these words, as far as our fixtures go.
fn width(words: &str) -> usize {
    let of = |c: char| match u32::from(c) {
        0x200d | 0x300..=0x36f | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 => 2,
        0x1f1e6..=0x1f1ff => 1,
        0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    };
    words.chars().map(of).sum()
}

/// The record in short.
fn summary(reading: &Reading) -> String {
    let record = &reading.record;
    let meeting = &record.meeting;
    let mut out = format!("kind  {}\n", meeting.known_kind().map_or("–", MeetingKind::saved));
    let date = meeting.date.as_ref().map_or("–".to_owned(), day);
    let place = meeting.location.as_ref().map_or("–".to_owned(), place);
    let _ = writeln!(out, "date  {date}");
    if meeting.may_be_contact() {
        for choice in reading.trace.days().iter().skip(1) {
            let Days { start, end, basis } = choice.value;
            let _ = writeln!(out, "  or  {}: {}", days(start, end, basis.label()), choice.why.working);
        }
    }
    let _ = writeln!(out, "place {place}");
    if meeting.may_have_place() {
        for choice in reading.trace.places().iter().skip(1) {
            let _ = writeln!(out, "  or  {}: {}", choice.value, choice.why.working);
        }
    }
    for person in &meeting.participants {
        let _ = writeln!(out, "{:<6}{}", person.id.as_str(), who(person));
    }
    for commitment in &record.commitments {
        let says = format!("{}: {}", bond(commitment), commitment.text.replace('\n', " "));
        let _ = writeln!(out, "{:<6}{says}", commitment.id.as_str());
    }
    out
}

/// "2021-03-12, from the weekday".
fn day(date: &MeetingDate) -> String {
    days(date.start, date.end, date.told())
}

fn days(start: Day, end: Option<Day>, basis: &str) -> String {
    let days = joined_by(" to ", &[Some(start), end].map(|day| day.as_ref().map(Day::to_string)));
    format!("{days}, {basis}")
}

/// "Valletta, MLT, in Old Customs House".
fn place(location: &Location) -> String {
    let country = location.country.as_ref().map(ToString::to_string);
    let venue = location.venue.as_ref().map(|venue| format!("in {venue}"));
    joined(&[location.place.clone().map(String::from), country, venue])
}

/// "Maria Example, Foreign Minister, MLT, principal".
fn who(person: &Participant) -> String {
    let party = person.party.as_ref().map(|party| party.code.to_string());
    let role = Some(person.role.saved().to_owned());
    joined(&[Some(person.name.to_string()), person.title.clone().map(String::from), party, role])
}

/// "MLT to TUN, plain, by 2021-06, precision 2, said by p1".
fn bond(commitment: &Commitment) -> String {
    let codes = |parties: &[Party]| {
        let codes: Vec<&str> = parties.iter().map(|party| party.code.as_str()).collect();
        (!codes.is_empty()).then(|| codes.join(" "))
    };
    let parties = joined_by(" to ", &[codes(&commitment.parties), codes(&commitment.toward)]);
    joined(&[
        Some(parties),
        Some(commitment.obligation.saved().to_owned()),
        commitment.deadline.map(|deadline| format!("by {deadline}")),
        commitment.condition.as_ref().map(|condition| format!("[{condition}]")),
        Some(format!("precision {}", commitment.precision.get())),
        commitment.speaker.as_ref().map(|speaker| format!("said by {speaker}")),
        (!commitment.topics.is_empty()).then(|| format!("on {}", commitment.topics.join(" "))),
    ])
}

fn joined(parts: &[Option<String>]) -> String {
    joined_by(", ", parts)
}

fn joined_by(between: &str, parts: &[Option<String>]) -> String {
    let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    parts.join(between)
}
