//! A page in blocks, as it is printed: each with how much of it is links, whether it is a heading or an item of a
//! list, and whether it stands in a part of the page that can be of no article.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use rustc_hash::FxHashMap;
use scraper::{Html, Node};

use super::nodes::{At, name};
use crate::import::blocks::{is_block, is_without_text};
use crate::import::characters::{single_spaced, tidy};
use crate::import::lines::letters;
use crate::import::page_block::WhyLeftOut as Why;

/// What a block is by its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading; of the whole page is the first.
    Heading(u8),
    /// An item of a list.
    Item,
    /// Whatever else.
    Text,
}

/// A paragraph, heading, item or label of a page.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its words, with `\n` between its lines.
    pub text: String,
    /// Its letters alone, as [`letters`] gives them.
    pub letters: String,
    /// How many letters and digits of it stand in links.
    linked: usize,
    /// How many of them in italics or small print.
    slanted: usize,
    /// How many it has.
    all: usize,
    pub kind: Kind,
    /// As what it stands in a part of the page that can be of no article, if it does.
    pub outside: Option<Why>,
}

impl Block {
    /// How many of a hundred letters are in links.
    pub fn linked_percent(&self) -> usize {
        100 * self.linked / self.all.max(1)
    }

    /// Whether all of it is in italics or small print, as notes are.
    pub fn is_note(&self) -> bool {
        self.slanted * 100 >= self.all * 90
    }
}

/// The blocks of a page in their order. `outside` are the elements that can be of no article.
pub(super) fn of_page(page: &Html, outside: &FxHashMap<NodeId, Why>) -> Vec<Block> {
    let mut reading = Reading::default();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => reading.open(node, outside),
            Edge::Close(node) => reading.close(node, outside),
        }
    }
    reading.end();
    reading.blocks
}

/// The blocks so far, and the one that grows.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    slanted: usize,
    /// The element without text that is being gone over.
    skipped: Option<NodeId>,
    /// How many of each are open.
    links: usize,
    slants: usize,
    outside: Vec<Why>,
    items: usize,
    headings: Vec<u8>,
}

impl Reading {
    fn open(&mut self, node: At<'_>, outside: &FxHashMap<NodeId, Why>) {
        if self.skipped.is_some() {
            return;
        }
        if let Node::Text(text) = node.value() {
            let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
            self.linked += if self.links > 0 { letters } else { 0 };
            self.slanted += if self.slants > 0 { letters } else { 0 };
            self.text.extend(text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
            return;
        }
        let element = name(node);
        if is_without_text(element) {
            self.skipped = Some(node.id());
            return;
        }
        if is_block(element) {
            self.end();
        }
        match element {
            "br" if self.text.trim_end_matches(' ').ends_with('\n') => self.end(),
            "br" => self.text.push('\n'),
            "a" => self.links += 1,
            "em" | "i" | "small" => self.slants += 1,
            "li" | "dd" => self.items += 1,
            _ => self.headings.extend(heading(element)),
        }
        self.outside.extend(outside.get(&node.id()));
    }

    fn close(&mut self, node: At<'_>, outside: &FxHashMap<NodeId, Why>) {
        if self.skipped.is_some() {
            if self.skipped == Some(node.id()) {
                self.skipped = None;
            }
            return;
        }
        let element = name(node);
        if is_block(element) {
            self.end();
        }
        match element {
            "a" => self.links -= 1,
            "em" | "i" | "small" => self.slants -= 1,
            "li" | "dd" => self.items -= 1,
            _ if heading(element).is_some() => drop(self.headings.pop()),
            _ => {}
        }
        if outside.contains_key(&node.id()) {
            self.outside.pop();
        }
    }

    /// The block ends.
    fn end(&mut self) {
        let text = tidy(&std::mem::take(&mut self.text));
        let linked = std::mem::take(&mut self.linked);
        let slanted = std::mem::take(&mut self.slanted);
        let lines: Vec<_> = text.lines().map(single_spaced).filter(|line| !line.is_empty()).collect();
        let text = lines.join("\n");
        let all = text.chars().filter(|c| c.is_alphanumeric()).count();
        if all == 0 {
            return;
        }
        let kind = match self.headings.last() {
            Some(level) => Kind::Heading(*level),
            None if self.items > 0 => Kind::Item,
            None => Kind::Text,
        };
        let letters = letters(&text);
        // The innermost part tells best.
        let outside = self.outside.last().copied();
        self.blocks.push(Block { text, letters, linked, slanted, all, kind, outside });
    }
}

/// The level of a heading.
fn heading(element: &str) -> Option<u8> {
    let level = element.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
