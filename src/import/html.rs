//! Saved pages: `.html`, `.htm`. The main text is found as a browser's reading view finds it; the date
//! line and the lead, which such a view leaves out, are fetched from between headline and text.

use std::collections::HashSet;

use dom_smoothie::{Config, Readability, TextMode};

use super::date_line::{DateLine, DateLineKind};
use super::draft::Draft;
use super::error::ImportError;
use super::file::File;
use super::findings::Findings;
use super::limits::LIMIT_BYTES;
use super::lines::{is_prose, letters, lines};
use super::paragraphs::paragraphs;
use super::{Format, Sureness, blocks, databases, page_head, page_tree};
use crate::model::Budget;

/// A page of the web.
pub(super) const HTML: Format = Format {
    name: "Web page",
    extensions: EXTENSIONS,
    media_type: "text/html",
    is_risky: true,
    recognizes: |file| match is_page(file.head()) {
        true => Sureness::Sure,
        false => Sureness::likely_if(file.is_named(EXTENSIONS) && file.text().is_ok()),
    },
    read,
};

const EXTENSIONS: &[&str] = &["html", "htm", "xhtml"];

/// Parts of a page that are never of an article.
const OUTSIDE: &str =
    "head, script, style, noscript, template, iframe, nav, footer, form, button, select, dialog";

/// Drawings and formulas: none is text, and their titles are not the page's.
const DRAWINGS: &str = "svg, math";

/// Marks between a headline and the name of the site.
const SITE_MARKS: &[&str] = &[" - ", " – ", " — ", " | ", " :: ", " » ", " « "];

/// At most so many names of sites, sections and papers follow a title.
const MOST_SITES: usize = 8;

/// At most so many lines stand between headline and text.
const LEAD_LINES: usize = 14;

/// A shorter line above the text is a button or a heading of the site.
const LEAD: usize = 60;

/// Whether a text is a page, whatever its file is called.
fn is_page(text: &str) -> bool {
    let head = text.get(..text.ceil_char_boundary(2000)).unwrap_or_default().trim_start();
    if !head.starts_with('<') {
        return false;
    }
    let head = head.to_ascii_lowercase();
    ["<!doctype html", "<html", "<head"].iter().any(|tag| head.starts_with(tag))
        || ["<html", "<body", "<div", "<p>"].iter().any(|tag| head.contains(tag))
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    articles_of_page(file.text()?, None, findings)
}

/// What a page is: an export of a database, or an article, which stood at this address if it does not say itself.
pub(super) fn articles_of_page(
    html: &str,
    url: Option<&str>,
    findings: &mut Findings<'_, '_>,
) -> Result<(), ImportError> {
    let budget = findings.worth(html.len());
    if databases::is_europresse(html) {
        let page = page_tree::parse(html, &budget)?;
        return databases::read_europresse(&page, findings);
    }
    if databases::may_be_export(html) {
        let text = blocks::text_of_html(html, &budget)?;
        if databases::split(&text, findings)? {
            return Ok(());
        }
    }
    let bytes = html.len() as u64;
    if bytes > LIMIT_BYTES {
        return Err(ImportError::TooLarge { bytes });
    }
    let mut draft = draft(html, &budget)?;
    draft.stated.url = draft.stated.url.or_else(|| url.map(str::to_owned));
    findings.article(draft)
}

/// The article of a page.
fn draft(html: &str, budget: &Budget) -> Result<Draft, ImportError> {
    // The search for the main text drops some line breaks; a space keeps the words around them apart.
    let html = html.replace("<br", " <br").replace("<BR", " <BR");
    let document = page_tree::parse(&html, budget)?;
    document.select(DRAWINGS).remove();
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut page =
        Readability::with_document(document, None, Some(config)).map_err(|_| ImportError::NoArticle)?;
    let mut stated = page_head::stated(&page);
    page.doc.select(OUTSIDE).remove();
    let whole = paragraphs(&page.doc.formatted_text());
    stated.title = stated.title.map(|title| as_printed(&title, &whole));
    let article = page.parse().map_err(|_| ImportError::NoArticle)?;
    let mut text = paragraphs(&article.text_content);
    if !lines(&text).any(is_prose) {
        return Err(ImportError::NoArticle);
    }
    let lead = lead(&whole, &text, stated.title.as_deref());
    text.splice(0..0, lead);
    Ok(Draft { paragraphs: text, stated })
}

/// The title as far as the page itself prints it: what follows is the name of the site.
fn as_printed(title: &str, whole: &[String]) -> String {
    let printed: HashSet<String> =
        lines(whole).filter(|line| line.len() <= title.len()).map(letters).collect();
    let mut head = title;
    // Names of sites stand at the end; a title of many parts is a list.
    for _ in 0..MOST_SITES {
        if printed.contains(&letters(head)) {
            return head.to_owned();
        }
        match SITE_MARKS.iter().filter_map(|mark| head.rfind(mark)).max().and_then(|at| head.get(..at)) {
            Some(shorter) => head = shorter,
            None => break,
        }
    }
    title.to_owned()
}

/// What stands between the headline and the first line of the text: the date line with its place, the
/// byline, the lead. Without a headline on the page, the paragraph right above the text.
fn lead(whole: &[String], text: &[String], title: Option<&str>) -> Vec<String> {
    let whole: Vec<&str> = lines(whole).collect();
    let first = lines(text).next().map(letters).unwrap_or_default();
    let Some(start) = whole.iter().position(|line| letters(line) == first) else { return Vec::new() };
    let title = title.map(letters).unwrap_or_default();
    let from = start.saturating_sub(LEAD_LINES);
    let above = whole.get(from..start).unwrap_or_default();
    match above.iter().rposition(|line| letters(line) == title) {
        Some(headline) => of_article(above.get(headline + 1..).unwrap_or_default()),
        None => {
            above.last().filter(|line| is_prose(line)).map(|line| (*line).to_owned()).into_iter().collect()
        }
    }
}

/// The lines that are of the article: days, the place next to one, bylines, and longer lines.
fn of_article(above: &[&str]) -> Vec<String> {
    let is_day = |line: &&str| DateLine::read(line).is_some_and(|read| read.kind != DateLineKind::Later);
    let mut kept = Vec::new();
    let mut below_day = false;
    for line in above {
        let place = below_day && line.split_whitespace().count() <= 4 && line.starts_with(char::is_uppercase);
        let day = is_day(line);
        if day || place || line.starts_with("By ") || line.chars().count() >= LEAD {
            kept.push((*line).to_owned());
        }
        below_day = day;
    }
    kept
}
