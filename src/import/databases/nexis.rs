//! Nexis as it exported until 2019, and as Factiva's rivals still print it: "7 of 100 DOCUMENTS", the paper, the
//! day, the headline, fields in capitals, the text, and more fields below it.

use super::fields::{Field, dateline_above, field_of, is_copyright, names};
use super::line_by_line::{Gathered, Lines};
use super::numbers::{self, Number, number_of, said_on_cover};
use super::{Layout, Split, paragraphs_of};
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;

pub(super) const LAYOUT: Layout = Layout {
    name: "Nexis",
    marks: &[
        " DOCUMENTS",
        " DOKUMENTE",
        " DOCUMENTOS",
        " DOCUMENTI",
        " DOCUMENTEN",
        " DOCUMENT\n",
        " DOCUMENT<",
        "DOCFULL",
        "LOAD-DATE:",
        "DATE-CHARGEMENT:",
    ],
    recognizes,
    split: Split::Lines(split),
};

fn recognizes(text: &str) -> bool {
    let fields = || text.lines().filter_map(field_of).map(|(field, _)| field);
    let has_number = text.lines().any(|line| number_of(line).is_some());
    let has = |wanted: Field| fields().any(|field| field == wanted);
    has_number && fields().next().is_some() || has(Field::Head) && has(Field::Foot)
}

fn split(lines: &mut Lines<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut said = None;
    // Above the first number stands the cover.
    let mut article = Gathered::default();
    while let Some(line) = lines.next()? {
        let Some(number) = number_of(line) else {
            article.push(line);
            continue;
        };
        match numbers.is_empty() {
            true => said = said_on_cover(article.text()),
            false => findings.article(draft(&article.lines()))?,
        }
        article.clear();
        numbers.push(number);
    }
    // An export of one article may have no number.
    findings.article(draft(&article.lines()))?;
    if let Some(remark) = numbers::remark(said, &numbers, findings.found()) {
        findings.remark(remark);
    }
    Ok(())
}

/// What stands in an article, block by block.
#[derive(Default)]
struct Reading<'t> {
    stated: Stated,
    /// The lines of the headline.
    title: Vec<&'t str>,
    dateline: Option<String>,
    highlight: Option<String>,
    /// Whether a field came, so that what comes next without one is the text.
    had_field: bool,
    body: Vec<&'t str>,
}

/// An article from its lines, those below its number.
fn draft(lines: &[&str]) -> Draft {
    let mut reading = Reading::default();
    let mut rest = lines;
    while let Some(start) = rest.iter().position(|line| !line.trim().is_empty()) {
        let from = rest.get(start..).unwrap_or_default();
        let end = from.iter().position(|line| line.trim().is_empty()).unwrap_or(from.len());
        let block = from.get(..end).unwrap_or_default();
        if reading.head(block) {
            rest = from.get(end..).unwrap_or_default();
        } else {
            reading.body = text_of(from);
            break;
        }
    }
    reading.draft()
}

impl<'t> Reading<'t> {
    /// Takes a block above the text. Says whether it was one.
    fn head(&mut self, block: &[&'t str]) -> bool {
        let first = block.first().copied().unwrap_or_default();
        if field_of(first).is_some() {
            return self.fields(block);
        }
        if self.had_field {
            return false;
        }
        if is_copyright(first) {
            return true;
        }
        if self.stated.published.is_none() {
            self.paper_and_day(block);
            return true;
        }
        if self.title.is_empty() && !is_edition(first) {
            // A field may follow without an empty line.
            let end = block.iter().position(|line| field_of(line).is_some()).unwrap_or(block.len());
            let (title, fields) = block.split_at_checked(end).unwrap_or((block, &[]));
            self.title = title.iter().map(|line| line.trim()).collect();
            return fields.is_empty() || self.fields(fields);
        }
        is_edition(first) && self.title.is_empty()
    }

    /// Above the headline stand the paper, and the day with the edition.
    fn paper_and_day(&mut self, block: &[&str]) {
        for line in block {
            let day = stated_day(line).filter(|_| line.contains(|c: char| c.is_ascii_digit()));
            if day.is_some() {
                self.stated.published = day;
                return;
            }
            let name = line.trim();
            if self.stated.publisher.is_none() && name.contains(char::is_alphabetic) {
                self.stated.publisher = Some(name.to_owned());
            }
        }
    }

    /// Takes fields above the text, each of which may go on in the next line. Says whether it is still above.
    fn fields(&mut self, block: &[&'t str]) -> bool {
        self.had_field = true;
        let mut at = 0;
        while let Some((field, value)) = block.get(at).and_then(|line| field_of(line)) {
            let more = block.get(at + 1..).unwrap_or_default();
            let more = more.iter().take_while(|line| field_of(line).is_none()).count();
            match field {
                Field::Body if !value.is_empty() || more > 0 => return false,
                Field::Foot | Field::MaybeFoot => return false,
                _ => {}
            }
            let lines = block.get(at + 1..=at + more).unwrap_or_default().iter().map(|line| line.trim());
            let value = [value]
                .into_iter()
                .chain(lines)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            self.field(field, value);
            at += 1 + more;
        }
        true
    }

    fn field(&mut self, field: Field, value: String) {
        match field {
            Field::Byline => self.stated.byline = self.stated.byline.take().or_else(|| names(&value)),
            Field::Dateline => self.dateline = Some(value),
            Field::Highlight => self.highlight = Some(value),
            Field::Url => self.stated.url = Some(value),
            Field::Title => self.stated.title = Some(value),
            Field::Body | Field::Head | Field::Foot | Field::MaybeFoot => {}
        }
    }

    fn draft(mut self) -> Draft {
        if !self.title.is_empty() {
            self.stated.title = Some(self.title.join(" "));
        }
        let mut paragraphs = paragraphs_of(&self.body);
        let dateline = dateline_above(self.dateline, &paragraphs);
        let above = self.highlight.filter(|line| !line.is_empty()).into_iter().chain(dateline);
        paragraphs.splice(0..0, above);
        Draft { paragraphs, stated: self.stated }
    }
}

/// The lines of the text: up to the first field below it, or to whose copyright it is.
fn text_of<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let is_foot = |line: &&str| {
        matches!(field_of(line), Some((Field::Foot | Field::MaybeFoot, _)))
            || is_copyright(line) && line.contains(|c: char| c.is_ascii_digit())
    };
    let end = lines.iter().position(is_foot).unwrap_or(lines.len());
    let mut text: Vec<&str> = lines.get(..end).unwrap_or_default().to_vec();
    if let Some(first) = text.first_mut()
        && let Some((Field::Body, value)) = field_of(first)
    {
        *first = value;
    }
    text
}

/// "Edition 1;", "3 Star Edition", "Correction Appended": between day and headline.
fn is_edition(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    let words = line.split_whitespace().count();
    let ends = line.trim_end_matches([';', '.']);
    words <= 5
        && (line.starts_with("edition")
            || ends.ends_with("edition")
            || ends.ends_with("ausgabe")
            || ends == "correction appended")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_paper_edition_and_headline_are_told_apart() {
        let lines: Vec<&str> = "\n   The Selwyn Courier (Merand)\n\n  April 22, 2031 Tuesday\n     Edition 1;\n   Harbor\n\n\
            Quota falls to 2000 by 4\npoints; 1999 accord dead\n\nBYLINE: By ANN LOWE,\n and Jon Lind\nSECTION: NEWS; Pg. 3\n\n\
            LENGTH: 60 words\n\nDATELINE: LUND\n\nThey met in the old customs house.\n\n\nThey parted as friends.\n\n\
            LOAD-DATE: April 23, 2031\nLANGUAGE: ENGLISH\n\n  Copyright 2031 The Selwyn Courier\n"
            .lines().collect();
        let draft = draft(&lines);
        assert_eq!(draft.stated.title.as_deref(), Some("Quota falls to 2000 by 4 points; 1999 accord dead"));
        assert_eq!(draft.stated.publisher.as_deref(), Some("The Selwyn Courier (Merand)"));
        assert_eq!(draft.stated.byline.as_deref(), Some("ANN LOWE, and Jon Lind"));
        assert_eq!(
            draft.paragraphs,
            ["LUND", "They met in the old customs house.", "They parted as friends."]
        );
    }
}
