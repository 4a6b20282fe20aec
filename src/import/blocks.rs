//! The text of a page, or of a part of it, in blocks with an empty line between them: what an export or a message
//! says, all of it. The search for the main text (`html`) would take its lists and fields for clutter.

use ego_tree::NodeId;
use scraper::Node;

use super::error::ImportError;
use super::pages::{At, parse};
use crate::model::Budget;

/// Elements that stand by themselves.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
];

/// Elements without text.
#[rustfmt::skip]
const WITHOUT_TEXT: &[&str] = &[
    "button", "canvas", "datalist", "head", "iframe", "input", "math", "noframes", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "audio",
];

/// Whether an element of this name stands by itself.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether nothing in an element of this name is text.
pub(super) fn is_without_text(name: &str) -> bool {
    WITHOUT_TEXT.contains(&name)
}

/// Whether a text is written in tags: a cell of a table or a field of a wire may be.
pub(super) fn is_marked_up(text: &str) -> bool {
    ["<p>", "<p ", "<br", "<div", "</p>", "<P>", "<BR"].iter().any(|tag| text.contains(tag))
}

/// The text of a page or a part of one that stands as it is written.
pub(super) fn text_of_html(html: &str, budget: &Budget) -> Result<String, ImportError> {
    Ok(text_of(parse(html, budget)?.tree.root()))
}

/// The text below a node.
pub(super) fn text_of(root: At<'_>) -> String {
    text_with(root, None)
}

/// The text below a node, in which these words stand for one of the nodes.
pub(super) fn text_with(root: At<'_>, instead: Option<(NodeId, &str)>) -> String {
    let mut text = Blocks::default();
    let mut open: Vec<At<'_>> = Vec::new();
    let mut next = root.first_child();
    loop {
        while let Some(node) = next {
            let goes_in = match instead.filter(|(id, _)| *id == node.id()) {
                Some((_, words)) => {
                    text.block();
                    text.push(words);
                    text.block();
                    false
                }
                None => text.enter(node),
            };
            match goes_in.then(|| node.first_child()).flatten() {
                Some(child) => {
                    open.push(node);
                    next = Some(child);
                }
                None => {
                    text.leave(node);
                    next = node.next_sibling();
                }
            }
        }
        let Some(parent) = open.pop() else { return text.end() };
        text.leave(parent);
        next = parent.next_sibling();
    }
}

/// Text as it grows, block by block.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    text: String,
    /// How many ends of lines stand before what comes next.
    breaks: usize,
    space: bool,
}

impl Blocks {
    /// Begins with a node. Says whether what is in it is text.
    fn enter(&mut self, node: At<'_>) -> bool {
        let name = match node.value() {
            Node::Text(words) => {
                self.push(words);
                return false;
            }
            Node::Element(element) => element.name(),
            other => return other.is_document() || other.is_fragment(),
        };
        if name == "br" {
            self.line();
        }
        if BLOCKS.contains(&name) {
            self.block();
        }
        !WITHOUT_TEXT.contains(&name)
    }

    fn leave(&mut self, node: At<'_>) {
        if node.value().as_element().is_some_and(|element| BLOCKS.contains(&element.name())) {
            self.block();
        }
    }

    /// What comes next is a block of its own.
    pub fn block(&mut self) {
        self.breaks = self.breaks.max(2);
    }

    /// What comes next is in another line.
    pub fn line(&mut self) {
        self.breaks += 1;
    }

    /// Adds words. Any white space is one space.
    pub fn push(&mut self, words: &str) {
        self.space |= words.starts_with(char::is_whitespace);
        for (at, word) in words.split_whitespace().enumerate() {
            if self.breaks > 0 && !self.text.is_empty() {
                self.text.push_str(if self.breaks > 1 { "\n\n" } else { "\n" });
            } else if (self.space || at > 0) && !self.text.is_empty() {
                self.text.push(' ');
            }
            (self.breaks, self.space) = (0, false);
            self.text.push_str(word);
        }
        self.space |= words.ends_with(char::is_whitespace);
    }

    /// All of it.
    pub fn end(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CancelToken;

    #[test]
    fn blocks_stand_apart_and_words_in_a_block_together() {
        let html = "<table><tr><td><b>HD</b>&nbsp;</td><td>Ministers\n <i>meet</i>s</td></tr></table>\
                    <p>One<br>two<br><br>three</p>four<script>no()</script>";
        let text = text_of_html(html, &Budget::new(100_000, CancelToken::default())).unwrap();
        assert_eq!(text, "HD\n\nMinisters meets\n\nOne\ntwo\n\nthree\n\nfour");
    }
}
