//! The main text of a page: which of its blocks are the article's. A library judges by what most pages have in
//! common, and the blocks that it found are taken as the page prints them; what still is of the page among them is
//! left to `around`. Where a page tells its text to search engines as well, that is a second witness.

use ego_tree::iter::Edge;
use rustc_hash::FxHashSet;
use scraper::{Html, Node};
use trafilatura::dom::Document;
use trafilatura::{HtmlDateMode, Options, extract_document};

use super::blocks::Block;
use super::linked::Linked;
use super::nodes::At;
use crate::import::blocks::text_of_html;
use crate::import::error::ImportError;
use crate::import::lines::letters;
use crate::model::Budget;

/// Shorter blocks are found only where they stand alone, not within others.
const SHORT: usize = 25;

/// So many of the first letters of a block tell that it is the same, if something within was left out.
const BEGINNING: usize = 40;

/// The text that is told to search engines is taken where so many of a hundred of its letters were found, or fewer.
const FOUND_PERCENT: usize = 70;

/// Deeper elements that only hold another are not handed over. Few pages are as deep.
const DEEP: usize = 100;

/// What was found of a page's text.
pub(super) enum Found {
    /// These blocks, by their places.
    Blocks(Vec<usize>),
    /// Text that the page's blocks do not have.
    Text(Vec<String>),
}

/// Finds the main text of a page from which was taken what can be of no article.
pub(super) fn find(
    page: &Html,
    blocks: &[Block],
    linked: &Linked,
    budget: &Budget,
) -> Result<Found, ImportError> {
    let mut options = Options::default().with_fallback(true).with_exclude_comments(true);
    options.html_date_mode = HtmlDateMode::Disabled;
    let found = match extract_document(handed_over(page), &options) {
        Ok(found) => text_of_html(&found.content_html, budget)?,
        Err(_) => String::new(),
    };
    let paragraphs: Vec<String> = found.split("\n\n").map(str::to_owned).collect();
    let witness = Witness::new(&paragraphs);
    let mut taken = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.outside.is_none()) {
        if witness.has(block, budget)? {
            taken.push(at);
        }
    }
    let body: usize = linked.body.iter().map(|paragraph| letters(paragraph).len()).sum();
    let taken_letters: usize =
        taken.iter().filter_map(|at| blocks.get(*at)).map(|block| block.letters.len()).sum();
    if body > 400 && taken_letters * 100 < body * FOUND_PERCENT {
        let said = Witness::new(&linked.body);
        let mut said_blocks = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            if block.letters.len() >= SHORT && said.has(block, budget)? {
                said_blocks.push(at);
            }
        }
        let printed: usize =
            said_blocks.iter().filter_map(|at| blocks.get(*at)).map(|block| block.letters.len()).sum();
        let enough = printed * 100 >= body * 90 && printed * 100 <= body * 115;
        return Ok(if enough { Found::Blocks(said_blocks) } else { Found::Text(linked.body.clone()) });
    }
    if taken_letters * 100 < witness.all.len() * FOUND_PERCENT {
        return Ok(Found::Text(paragraphs));
    }
    Ok(Found::Blocks(taken))
}

/// The page as the library has it, node by node. Left to parse it, the library would take a page of any depth, and
/// its walks through a deep one end the process: so it gets the tree that [`super::parse`] has counted and found
/// shallow enough, and no text to parse. It looks for text less deep than browsers: deep down, elements that only hold
/// another are left out.
fn handed_over(page: &Html) -> Document {
    let mut document = Document::parse("");
    let root = document.root();
    for child in document.child_nodes(root) {
        document.remove(child, false);
    }
    let mut open = vec![root];
    for edge in page.tree.root().traverse() {
        let parent = open.last().copied().unwrap_or(root);
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => {
                    let text = document.create_text_node(text);
                    document.append_child(parent, text);
                }
                Node::Element(_) if open.len() > DEEP && is_wrapper(node) => open.push(parent),
                Node::Element(element) => {
                    let own = document.sub_element(parent, element.name());
                    element.attrs().for_each(|(key, value)| document.set_attribute(own, key, value));
                    open.push(own);
                }
                _ => {}
            },
            Edge::Close(node) if node.value().is_element() => drop(open.pop()),
            Edge::Close(_) => {}
        }
    }
    document
}

/// Whether an element holds nothing but one other.
fn is_wrapper(element: At<'_>) -> bool {
    let is_blank = |node: &At<'_>| node.value().as_text().is_some_and(|text| text.trim().is_empty());
    let mut held = element.children().filter(|node| !is_blank(node)).take(2);
    held.next().is_some_and(|only| only.value().is_element()) && held.next().is_none()
}

/// A text that blocks are looked for in.
pub(super) struct Witness {
    paragraphs: FxHashSet<String>,
    pub all: String,
}

impl Witness {
    pub fn new(paragraphs: &[String]) -> Self {
        let paragraphs: Vec<String> =
            paragraphs.iter().flat_map(|paragraph| paragraph.lines()).map(letters).collect();
        Self { all: paragraphs.concat(), paragraphs: paragraphs.into_iter().collect() }
    }

    /// Whether a block is in it.
    pub fn has(&self, block: &Block, budget: &Budget) -> Result<bool, ImportError> {
        if self.paragraphs.contains(&block.letters) {
            return Ok(true);
        }
        if block.letters.len() < SHORT {
            return Ok(false);
        }
        budget.spend(1 + self.all.len() as u64 / 32)?;
        let has = |part: &str| memchr::memmem::find(self.all.as_bytes(), part.as_bytes()).is_some();
        if has(&block.letters) {
            return Ok(true);
        }
        let beginning = block.letters.get(..block.letters.floor_char_boundary(BEGINNING)).unwrap_or_default();
        Ok(block.letters.len() > 2 * BEGINNING && has(beginning))
    }
}

#[cfg(test)]
mod tests {
    use crate::import::pages::draft;
    use crate::model::{Budget, CancelToken};

    /// Parts that lie in each other as deep as a page may go, and that parsers open again, close early or move.
    const DEEP: &[&str] = &[
        "<div>",
        "<blockquote>",
        "<ul><li>",
        "<table><tbody><tr><td>",
        "<table><font a{}><p>",
        "<a href=/{}><div>",
        "<div><font a{}>",
        "<strong a{}><em a{}><p>",
        "<p><i a{}><button>",
        "<p><font a{}><object>",
        "<span><div>",
        "<ruby><rb><rt>",
        "<svg><foreignObject>",
        "<section><header>",
    ];

    /// A page of prose below parts that lie in each other.
    fn page(part: &str, times: usize) -> String {
        let deep: String = (0..times).map(|number| part.replace("{}", &number.to_string())).collect();
        let prose = |at: usize| {
            format!(
                "<p>In room {at} Foreign Minister Maria Example and her guest spoke for two hours on Friday.</p>"
            )
        };
        let text: String = (0..12).map(prose).collect();
        format!("<html><body><article><h1>Ministers meet</h1>{deep}{text}</article></body></html>")
    }

    /// Tests run in threads with little of a stack: a walk that goes deeper than the page ends all of them.
    #[test]
    fn pages_of_any_depth_are_read_or_refused() {
        let budget = || Budget::new(u64::MAX, CancelToken::default());
        let mut read = 0;
        for part in DEEP {
            for times in [20, 120, 240, 480, 4_000] {
                read += usize::from(draft(&page(part, times), &budget()).is_ok());
            }
        }
        assert!(read > 2 * DEEP.len(), "{read} are read");
    }
}
