//! Nexis Uni and Lexis+ (Word, RTF): headline, paper, day, copyright, fields, "Body", the text, "End of Document".
//! A cover with the job's number and a list of all headlines comes before the first.

use super::fields::{Field, field_of, is_copyright, names};
use super::line_by_line::{Gathered, Lines};
use super::numbers::{self, said_on_cover};
use super::{Layout, Split, paragraphs_of};
use crate::import::date_line::{DateLine, DateLineKind};
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;

pub(super) const LAYOUT: Layout =
    Layout { name: "Nexis Uni", marks: ENDS, recognizes, split: Split::Lines(split) };

/// The line that ends each article, in the languages of the database.
const ENDS: &[&str] = &[
    "End of Document",
    "Ende des Dokuments",
    "Fin du document",
    "Fin del documento",
    "Fine del documento",
    "Einde van document",
    "Fim do documento",
];

/// The line above each text.
const BODIES: &[&str] = &["Body", "Text", "Texte", "Corps", "Hauptteil", "Cuerpo", "Corpo", "Volltext"];

/// So many lines above its fields an article's head begins at most: headline, paper, day, copyright.
const HEAD: usize = 10;

fn recognizes(text: &str) -> bool {
    text.lines().any(is_end) && text.lines().any(is_body)
}

fn is_end(line: &str) -> bool {
    ENDS.contains(&line.trim())
}

fn is_body(line: &str) -> bool {
    BODIES.contains(&line.trim())
}

fn split(lines: &mut Lines<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut article = Gathered::default();
    let mut said = None;
    while let Some(line) = lines.next()? {
        if !is_end(line) {
            article.push(line);
            continue;
        }
        said = said.or_else(|| said_on_cover(article.text()));
        findings.article(draft(&article.lines()))?;
        article.clear();
    }
    // The last may be cut off.
    if article.lines().into_iter().any(is_body) {
        findings.article(draft(&article.lines()))?;
    }
    if let Some(remark) = numbers::remark(said, &[], findings.found()) {
        findings.remark(remark);
    }
    Ok(())
}

/// An article from its lines, and those of the cover if it is the first.
fn draft(lines: &[&str]) -> Draft {
    let body = lines.iter().position(|line| is_body(line));
    // Without a text of its own an article begins its text where its fields end.
    let last_field =
        || lines.iter().rposition(|line| matches!(field_of(line), Some((Field::Head | Field::Byline, _))));
    let body = body.or_else(last_field).unwrap_or(0);
    let (above, below) = lines.split_at_checked(body).unwrap_or((lines, &[]));
    let mut stated = Stated::default();
    let mut opening = Vec::new();
    let mut fields_from = above.len();
    for (at, line) in above.iter().enumerate().rev() {
        let Some((field, value)) = field_of(line) else { continue };
        match field {
            Field::Byline => stated.byline = names(value),
            Field::Dateline | Field::Highlight => opening.insert(0, value.to_owned()),
            Field::Url => stated.url = Some(value.to_owned()),
            Field::Head => {}
            _ => continue,
        }
        fields_from = at;
    }
    head(above.get(..fields_from).unwrap_or_default(), &mut stated);
    let is_foot = |line: &&str| matches!(field_of(line), Some((Field::Foot, _)));
    let text = below.get(1..).unwrap_or_default();
    let end = text.iter().position(is_foot).unwrap_or(text.len());
    let mut paragraphs = paragraphs_of(text.get(..end).unwrap_or_default());
    paragraphs.splice(0..0, opening.into_iter().filter(|line| !line.is_empty()));
    Draft { paragraphs, stated }
}

/// Reads headline, paper and day, which stand right above the fields: the day tells where.
fn head(lines: &[&str], stated: &mut Stated) {
    let said: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let said: Vec<&str> = said.into_iter().filter(|line| !is_copyright(line)).collect();
    let from = said.len().saturating_sub(HEAD);
    let near = said.get(from..).unwrap_or_default();
    let day = |line: &&str| DateLine::read(line).filter(|read| read.kind != DateLineKind::Later);
    let Some(at) = near.iter().rposition(|line| day(line).is_some()) else {
        stated.title = near.first().map(|title| (*title).to_owned());
        return;
    };
    stated.published = near.get(at).and_then(day).map(|read| read.day);
    let mut above = near.get(..at).unwrap_or_default().iter().rev();
    stated.publisher = above.next().map(|paper| (*paper).to_owned());
    stated.title = above.next().map(|title| (*title).to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateOrder;
    use crate::model::Day;

    #[test]
    fn the_cover_is_no_article_and_fields_are_no_text() {
        let text = "Job Number: 00000001\n\nDocuments (1)\n\n1. Ministers meet\nClient/Matter: -None-\n\nMinisters meet\n\n\
            The Selwyn Courier\n\nApril 22, 2031 Tuesday 9:20 AM GMT\n\nCopyright 2031 The Selwyn Courier\nAll Rights Reserved\n\n\
            Section: NEWS; Pg. 3\n\nLength: 60 words\n\nByline: Ann Lowe\n\nHighlight: A day of talks.\n\nBody\n\n\
            They met in the old customs house.\n\nLoad-Date: April 23, 2031";
        let lines: Vec<&str> = text.lines().collect();
        let draft = draft(&lines);
        assert_eq!(draft.stated.title.as_deref(), Some("Ministers meet"));
        assert_eq!(draft.stated.publisher.as_deref(), Some("The Selwyn Courier"));
        assert_eq!(draft.stated.byline.as_deref(), Some("Ann Lowe"));
        let day = draft.stated.published.and_then(|told| told.day(None, &DateOrder::default()));
        assert_eq!(day, Day::new(2031, 4, 22));
        assert_eq!(draft.paragraphs, ["A day of talks.", "They met in the old customs house."]);
    }
}
