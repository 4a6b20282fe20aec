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

use self::around::{Kept, Known};
use self::blocks::{Block, Kind};
use self::main_text::Found;
use rustc_hash::FxHashSet;

use super::draft::Draft;
use super::error::ImportError;
use super::file::File;
use super::findings::Findings;
use super::large::Large;
use super::limits::LIMIT_BYTES;
use super::lines::is_prose;
use super::page_block::{PageBlock, WhyLeftOut};
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
    large: Large::CUT,
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
    let page = draft(html, &budget)?;
    findings.page(|| page.told());
    let mut draft = page.draft;
    draft.stated.url = draft.stated.url.or_else(|| url.map(str::to_owned));
    findings.article(draft)
}

/// What a page is read as.
struct Page {
    draft: Draft,
    blocks: Vec<Block>,
    /// Which of the blocks are of the article.
    kept: Kept,
}

/// Reads a page.
fn draft(html: &str, budget: &Budget) -> Result<Page, ImportError> {
    let mut page = parse(html, budget)?;
    let linked = linked::Linked::of(&page, budget)?;
    let outside = clean::outside(&page);
    let all = blocks::of_page(&page, &outside);
    let (stated, titles, description) = head::stated(&page, &all, &linked);
    clean::remove(&mut page, &outside);
    let mut kept = Kept::default();
    let found = match main_text::find(&page, &all, &linked, budget)? {
        Found::Text(text) => text,
        Found::Blocks(taken) => {
            let known = Known {
                titles: &titles,
                body: &linked.body,
                wants_day: stated.published.is_none(),
                wants_byline: stated.byline.is_none(),
            };
            kept = around::remove(&taken, &all, &known, budget)?;
            let lead = around::lead(&kept.blocks, &all, &titles, description.as_deref());
            kept.blocks.splice(0..0, lead);
            printed(&kept.blocks, &all)
        }
    };
    let paragraphs = paragraphs(&found.join("\n\n"));
    if !paragraphs.iter().any(|paragraph| is_prose(paragraph)) {
        return Err(ImportError::NoArticle);
    }
    Ok(Page { draft: Draft { paragraphs, stated }, blocks: all, kept })
}

impl Page {
    /// All that is on the page, with why each paragraph was left out that is not of the article.
    fn told(&self) -> Vec<PageBlock> {
        let own: FxHashSet<usize> = self.kept.blocks.iter().copied().collect();
        let told = |(at, block): (usize, &Block)| {
            let why = || block.outside.or_else(|| self.kept.left_out.get(&at).copied());
            let why = (!own.contains(&at)).then(|| why().unwrap_or(WhyLeftOut::Elsewhere));
            PageBlock { text: paragraphs(&block.text).join("\n\n"), why }
        };
        self.blocks.iter().enumerate().map(told).collect()
    }
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
