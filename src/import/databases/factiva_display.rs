//! Factiva as it is read on the screen (RTF, pages): headline, names, "513 words", day, paper, language, copyright,
//! the text, and "Document GRDN000020310422e7410001p".

use super::fields::{is_copyright, names};
use super::line_by_line::{Gathered, Lines};
use super::{Layout, Split, paragraphs_of};
use crate::import::date_line::DateLine;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;

pub(super) const LAYOUT: Layout = Layout {
    name: "Factiva as it is read",
    marks: &["Factiva", "factiva"],
    recognizes,
    split: Split::Lines(split),
};

/// "words" in the languages of the database.
const WORDS: &[&str] = &[
    "words", "mots", "wörter", "palabras", "parole", "woorden", "palavras", "слов", "słów", "字", "語", "ord",
];

/// Lines of the page around the articles, in lower case.
const AROUND: &[&str] = &["dow jones", "factiva", "dow jones factiva", "search summary", "page"];

fn recognizes(text: &str) -> bool {
    text.lines().any(is_end) && text.lines().any(is_length)
}

/// "Document GRDN000020310422e7410001p"
fn is_end(line: &str) -> bool {
    let number = line.trim().strip_prefix("Document ").unwrap_or_default();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (18..=34).contains(&number.len()) && digits >= 12 && number.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// "513 words"
fn is_length(line: &str) -> bool {
    let Some((count, word)) = line.trim().split_once([' ', '\u{a0}']) else { return false };
    let is_count = count.starts_with(|c: char| c.is_ascii_digit())
        && count.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    is_count && WORDS.contains(&word.trim().to_lowercase().as_str())
}

fn split(lines: &mut Lines<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut article = Gathered::default();
    while let Some(line) = lines.next()? {
        if is_end(line) {
            if let Some(draft) = draft(&article.lines()) {
                findings.article(draft)?;
            }
            article.clear();
        } else {
            article.push(line);
        }
    }
    Ok(())
}

/// An article from its lines; what ends without a length is a summary of the search.
fn draft(lines: &[&str]) -> Option<Draft> {
    let length = lines.iter().position(|line| is_length(line))?;
    let said = |lines: &[&str]| -> Vec<String> {
        let lines = lines.iter().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty() && !is_around(line)).collect()
    };
    let above = said(lines.get(..length)?);
    let title_at = (0..above.len()).max_by_key(|at| above.get(*at).map_or(0, String::len))?;
    let byline = above.get(title_at + 1).and_then(|line| names(line));
    let mut stated = Stated { title: above.get(title_at).cloned(), byline, ..Stated::default() };

    let below = lines.get(length + 1..)?;
    // The copyright is the last line above the text.
    let rights = below.iter().take(24).position(|line| is_copyright(line));
    let head = said(below.get(..rights.unwrap_or(0))?);
    let mut head = head.into_iter().skip_while(|line| {
        stated.published = DateLine::read(line).map(|read| read.day);
        stated.published.is_none()
    });
    head.next();
    stated.publisher = head.find(|line| !is_hour(line));
    let text = below.get(rights.map_or(0, |at| at + 1)..)?;
    Some(Draft { paragraphs: paragraphs_of(text), stated })
}

fn is_around(line: &str) -> bool {
    let lower = line.to_lowercase();
    AROUND.contains(&lower.as_str())
        || lower.starts_with("page ") && lower.contains(" of ")
        || is_copyright(line)
}

/// "15:32"
fn is_hour(line: &str) -> bool {
    line.len() <= 12 && line.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_known_by_its_length_and_its_number() {
        assert!(is_end("Document GRDN000020310422e7410001p"));
        assert!(!is_end("Document of the conference"));
        assert!(is_length("1,513 words") && is_length("65 mots") && !is_length("words fail"));
        let text = "News\nMinisters meet in the old customs house\nBy Ann Lowe\n513 words\n22 April 2031\n15:32\nThe Courier\n\
            CRR\n3\nEnglish\n(c) 2031 The Courier\n\nThey met on Friday.\n\nThey parted.\n";
        let draft = draft(&text.lines().collect::<Vec<_>>()).unwrap();
        assert_eq!(draft.stated.title.as_deref(), Some("Ministers meet in the old customs house"));
        assert_eq!(draft.stated.byline.as_deref(), Some("Ann Lowe"));
        assert_eq!(draft.stated.publisher.as_deref(), Some("The Courier"));
        assert_eq!(draft.paragraphs, ["They met on Friday.", "They parted."]);
    }
}
