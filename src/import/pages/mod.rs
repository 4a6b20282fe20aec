//! Saved pages: `.html`, `.htm`. What can be of no article goes out by its element and its name (`clean`), the main
//! text of the rest is found (`main_text`), what still stands in it of the page goes out by its words (`around`),
//! and the head of the page (`head`) says what the article is called, who wrote it, and when.

mod around;
mod attributes;
mod blocks;
mod byline;
mod clean;
mod head;
mod linked;
mod main_text;
mod nodes;
mod sink;
mod title;
mod tree;

pub(super) use nodes::{At, elements, has_class, name, words};
pub(super) use tree::parse;

use self::around::Known;
use self::blocks::{Block, Kind};
use self::main_text::Found;
use super::draft::Draft;
use super::error::ImportError;
use super::file::File;
use super::findings::Findings;
use super::limits::LIMIT_BYTES;
use super::lines::is_prose;
use super::paragraphs::paragraphs;
use super::{Format, Sureness, blocks as text, databases};
use crate::model::Budget;

/// A page of the web.
pub(super) const HTML: Format = Format {
    name: "Web page",
    extensions: EXTENSIONS,
    media_type: "text/html",
    is_risky: true,
    is_decoded: true,
    recognizes: |file| match is_page(file.head()) {
        true => Sureness::Sure,
        false => Sureness::likely_if(file.is_named(EXTENSIONS) && file.text().is_ok()),
    },
    read,
};

const EXTENSIONS: &[&str] = &["html", "htm", "xhtml"];

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
        let page = parse(html, &budget)?;
        return databases::read_europresse(&page, findings);
    }
    if databases::may_be_export(html) {
        let text = text::text_of_html(html, &budget)?;
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
    let mut page = parse(html, budget)?;
    let linked = linked::Linked::of(&page, budget)?;
    let outside = clean::outside(&page);
    let all = blocks::of_page(&page, &outside);
    let (stated, titles, description) = head::stated(&page, &all, &linked);
    clean::remove(&mut page, &outside);
    let found = match main_text::find(&page, &all, &linked, budget)? {
        Found::Text(text) => text,
        Found::Blocks(taken) => {
            let known = Known {
                titles: &titles,
                body: &linked.body,
                wants_day: stated.published.is_none(),
                wants_byline: stated.byline.is_none(),
            };
            let mut kept = around::remove(&taken, &all, &known, budget)?;
            let lead = around::lead(&kept, &all, &titles, description.as_deref());
            kept.splice(0..0, lead);
            printed(&kept, &all)
        }
    };
    let paragraphs = paragraphs(&found.join("\n\n"));
    if !paragraphs.iter().any(|paragraph| is_prose(paragraph)) {
        return Err(ImportError::NoArticle);
    }
    Ok(Draft { paragraphs, stated })
}

/// These blocks as paragraphs; the items of a list are one.
fn printed(kept: &[usize], blocks: &[Block]) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before = None;
    for at in kept {
        let Some(block) = blocks.get(*at) else { continue };
        let goes_on = block.kind == Kind::Item
            && before == at.checked_sub(1)
            && at.checked_sub(1).and_then(|at| blocks.get(at)).is_some_and(|block| block.kind == Kind::Item);
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some(list) => {
                list.push('\n');
                list.push_str(&block.text);
            }
            None => paragraphs.push(block.text.clone()),
        }
        before = Some(*at);
    }
    paragraphs
}
