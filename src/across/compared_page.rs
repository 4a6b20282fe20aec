//! Two reports side by side as a page: what each tells of the meeting, of those who took part and of what was undertaken,
//! and how the two stand; below it both records, with the words that support them.

use std::io;
use std::ops::Range;

use super::reports::{Aligned, Compared, Difference, Wording};
use super::side_by_side::SideBySide;
use crate::export::{Contents, Escaped, Out, begin_page, end_page, write_section};
use crate::lexicon::Lexicon;
use crate::model::{Commitment, Participant, Record};
use crate::review::PartValue;

/// What of the records stands on the page: quotations, but no articles, whose rights others have.
const CONTENTS: Contents = Contents { texts: false, rejected: false, edits: false };

/// How two values stand.
#[derive(Clone, Copy)]
enum Standing {
    Same,
    Reworded,
    Differs,
    OnlyFirst,
    OnlySecond,
}

impl Standing {
    fn of<T>(compared: &Compared<T>) -> Self {
        match compared {
            Compared::Agree => Self::Same,
            Compared::Differ { .. } => Self::Differs,
            Compared::OnlyHere(_) => Self::OnlyFirst,
            Compared::OnlyThere(_) => Self::OnlySecond,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Reworded => "reworded",
            Self::Differs => "differs",
            Self::OnlyFirst => "only in the first",
            Self::OnlySecond => "only in the second",
        }
    }
}

/// A row: what is compared, the two sides as HTML, how they stand, and in what else they are not the same.
struct Row<'d> {
    what: &'d str,
    sides: [Option<String>; 2],
    standing: Standing,
    differences: &'d [Difference],
}

impl SideBySide {
    /// Writes the two as a page.
    ///
    /// # Errors
    /// When `out` takes no more.
    pub fn write_page(&self, out: &mut Out<'_>) -> io::Result<()> {
        let (first, second) = (self.record_here.without_ruled_out(), self.record_there.without_ruled_out());
        begin_page(out, &format!("Two reports: {}", first.article.name()))?;
        writeln!(out, "<header class=\"cover\">\n<h1>Two reports side by side</h1>\n</header>")?;
        writeln!(out, "<table class=\"compared\">\n<thead><tr><td class=\"part\"></td>")?;
        head("r1", &first, out)?;
        writeln!(out, "<td class=\"how-they-stand\"></td>")?;
        head("r2", &second, out)?;
        writeln!(out, "</tr></thead>\n<tbody>")?;
        self.meeting(&first, &second, out)?;
        self.participants(&first, &second, out)?;
        self.commitments(&first, &second, out)?;
        writeln!(out, "</tbody>\n</table>")?;
        for (at, record) in [&first, &second].into_iter().enumerate() {
            let record = CONTENTS.of(std::borrow::Cow::Borrowed(record));
            write_section(&record, at + 1, CONTENTS, out)?;
        }
        end_page(out)
    }

    fn meeting(&self, first: &Record, second: &Record, out: &mut Out<'_>) -> io::Result<()> {
        group("Meeting", out)?;
        for part in &self.divergence.meeting {
            let said = |record: &Record| part.on.get(record, None).and_then(|value| in_words(&value));
            let sides = [said(first), said(second)].map(|words| words.map(|words| plain(&words)));
            row(
                &Row { what: part.on.name, sides, standing: Standing::of(&part.values), differences: &[] },
                out,
            )?;
        }
        Ok(())
    }

    fn participants(&self, first: &Record, second: &Record, out: &mut Out<'_>) -> io::Result<()> {
        group("Participants", out)?;
        let person = |section, record: &Record, id: Option<&_>| {
            let mut people = record.meeting.participants.iter().enumerate();
            let (at, person): (_, &Participant) = people.find(|(_, person)| Some(&person.id) == id)?;
            let title = person.title.as_ref().map(|title| format!(", {title}")).unwrap_or_default();
            let party = person.party.as_ref().map(|party| format!(" ({})", party.name)).unwrap_or_default();
            let name = plain(&person.name);
            Some(format!(
                "<a href=\"#{section}-p{}\">{name}</a>{}",
                at + 1,
                plain(&format!("{title}{party}"))
            ))
        };
        for aligned in &self.divergence.participants {
            let (here, there, standing, differences) = match aligned {
                Aligned::Both(pair) => {
                    let differs = pair.differences.iter().any(|other| other.values.differs());
                    let standing = if differs { Standing::Differs } else { Standing::Same };
                    (Some(&pair.here), Some(&pair.there), standing, &*pair.differences)
                }
                Aligned::OnlyHere(id) => (Some(id), None, Standing::OnlyFirst, &[][..]),
                Aligned::OnlyThere(id) => (None, Some(id), Standing::OnlySecond, &[][..]),
            };
            let sides = [person("r1", first, here), person("r2", second, there)];
            row(&Row { what: "", sides, standing, differences }, out)?;
        }
        Ok(())
    }

    fn commitments(&self, first: &Record, second: &Record, out: &mut Out<'_>) -> io::Result<()> {
        group("Commitments", out)?;
        let said = |section, record: &Record, id: Option<&_>, marks: &[Range<usize>]| {
            let mut all = record.commitments.iter().enumerate();
            let (at, said): (_, &Commitment) = all.find(|(_, said)| Some(&said.id) == id)?;
            Some(format!("<a href=\"#{section}-c{}\">{}</a>", at + 1, marked(&said.text, marks)))
        };
        for aligned in &self.divergence.commitments {
            let (here, there, standing, differences) = match aligned {
                Aligned::Both(pair) if pair.wording == Wording::Alike => {
                    (Some(&pair.here), Some(&pair.there), Standing::Same, &*pair.differences)
                }
                Aligned::Both(pair) => {
                    (Some(&pair.here), Some(&pair.there), Standing::Reworded, &*pair.differences)
                }
                Aligned::OnlyHere(id) => (Some(id), None, Standing::OnlyFirst, &[][..]),
                Aligned::OnlyThere(id) => (None, Some(id), Standing::OnlySecond, &[][..]),
            };
            let (ours, theirs) = match aligned {
                Aligned::Both(pair) => match &pair.wording {
                    Wording::Otherwise { here, there } => (&**here, &**there),
                    Wording::Alike => (&[][..], &[][..]),
                },
                _ => (&[][..], &[][..]),
            };
            let sides = [said("r1", first, here, ours), said("r2", second, there, theirs)];
            row(&Row { what: "", sides, standing, differences }, out)?;
        }
        Ok(())
    }
}

/// The headline of a report, with who issued it and when.
fn head(section: &str, record: &Record, out: &mut Out<'_>) -> io::Result<()> {
    let article = &record.article;
    let day = article.published.map(|day| day.without_weekday());
    let facts: Vec<&str> = [article.publisher.as_deref(), day.as_deref()].into_iter().flatten().collect();
    writeln!(
        out,
        "<th scope=\"col\"><a href=\"#{section}\">{}</a><span class=\"facts\">{}</span></th>",
        plain(article.name()),
        plain(&facts.join("\u{a0}· "))
    )
}

fn group(what: &str, out: &mut Out<'_>) -> io::Result<()> {
    writeln!(out, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">{what}</th></tr>")
}

fn row(row: &Row<'_>, out: &mut Out<'_>) -> io::Result<()> {
    let side = |side: &Option<String>| {
        side.clone().unwrap_or_else(|| "<span class=\"none\">not said</span>".to_owned())
    };
    let [first, second] = row.sides.each_ref().map(side);
    let class = if matches!(row.standing, Standing::Differs) { " differs" } else { "" };
    write!(out, "<tr><td class=\"part\">{}</td><td>{first}</td>", row.what)?;
    write!(out, "<td class=\"how-they-stand{class}\">{}", row.standing.label())?;
    let differences: Vec<String> = row.differences.iter().filter_map(difference).collect();
    if !differences.is_empty() {
        write!(out, "<ul>{}</ul>", differences.join(""))?;
    }
    writeln!(out, "</td><td>{second}</td></tr>")
}

/// In what else the two are not the same.
fn difference(of: &Difference) -> Option<String> {
    let words = match &of.values {
        Compared::Agree => return None,
        Compared::Differ { here, there } => format!("{}: {here}, or {there}", of.label()),
        Compared::OnlyHere(here) => format!("{}: {here}, only in the first", of.label()),
        Compared::OnlyThere(there) => format!("{}: {there}, only in the second", of.label()),
    };
    Some(format!("<li>{}</li>", plain(&words)))
}

fn in_words(value: &PartValue) -> Option<String> {
    match value {
        PartValue::Country(Some(code)) => {
            let known = Lexicon::built_in().party(code.as_str()).map(|row| row.party.name.to_string());
            Some(known.unwrap_or_else(|| code.to_string()))
        }
        value => value.in_words(),
    }
}

fn plain(words: &str) -> String {
    format!("<bdi>{}</bdi>", Escaped(words))
}

/// Words of which some stretches stand in one report only.
fn marked(text: &str, stretches: &[Range<usize>]) -> String {
    let escaped = |range: Range<usize>| Escaped(text.get(range).unwrap_or_default()).to_string();
    let mut words = String::new();
    let mut from = 0;
    for stretch in stretches {
        words.push_str(&escaped(from..stretch.start));
        words.push_str(&format!("<mark>{}</mark>", escaped(stretch.clone())));
        from = stretch.end;
    }
    words.push_str(&escaped(from..text.len()));
    format!("<bdi>{words}</bdi>")
}
