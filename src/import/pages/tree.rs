//! A page's elements, read into a tree as browsers read them, with the work counted.
//!
//! The parser looks back through the elements that are open at nearly every tag, so that a page of tags that
//! never close, or that close what was never open, takes it time without end; and the search for the main text
//! walks down into the tree, so that no stack is deep enough for a page that was made to be too deep. Here
//! every look and every element of the parser is a step of the [`Budget`], and a page whose elements lie too
//! deep is given up at the first that does: what is handed on has a known depth and a known size.

use std::cell::RefCell;
use std::collections::VecDeque;

use ego_tree::NodeRef;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, TokenizerResult};
use rustc_hash::FxHashMap;
use scraper::{Html, Node};

use super::attributes;
use super::sink::{Counted, DEEPEST, Handle};
use crate::import::error::ImportError;
use crate::model::Budget;

/// So many bytes are read before it is asked whether to go on.
const PIECE: usize = 1 << 16;

/// Elements that the parser opens again wherever they were left open, and compares with each other.
#[rustfmt::skip]
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Reads a page.
///
/// # Errors
/// If it is deeper or larger than an article's page can be, or takes too much work to read.
pub(in crate::import) fn parse(html: &str, budget: &Budget) -> Result<Html, ImportError> {
    let html = attributes::few(html);
    let counted = Counted::new(budget);
    // As a browser without scripts: what is in <noscript> is there to be read.
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let gate = Gate { builder: TreeBuilder::new(counted, options), formatting: RefCell::default() };
    let tokenizer = Tokenizer::new(gate, TokenizerOpts::default());
    let buffer = BufferQueue::default();
    let mut rest: &str = &html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.ceil_char_boundary(PIECE));
        rest = after;
        buffer.push_back(StrTendril::from_slice(piece));
        // The tokenizer pauses at the end of each script, so that a browser could run it.
        while !matches!(tokenizer.feed(&buffer), TokenizerResult::Done) {}
        tokenizer.sink.sink().go_on()?;
    }
    tokenizer.end();
    let document = tokenizer.sink.builder.sink.into_document()?;
    if is_too_deep(&document) { Err(ImportError::TooIntricate) } else { Ok(document) }
}

/// Whether a tree is deeper than can be walked. Elements that were closed in the wrong order are moved within
/// it, so that only the whole tree tells.
fn is_too_deep(document: &Html) -> bool {
    let mut depth = 0;
    let mut node: NodeRef<'_, Node> = document.tree.root();
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            node = child;
            if depth > DEEPEST {
                return true;
            }
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return false };
            depth -= 1;
            node = parent;
        }
        let Some(next) = node.next_sibling() else { return false };
        node = next;
    }
}

/// Stands between tokenizer and tree builder: lets nothing through once the page was given up, and counts what
/// the tree builder does without asking the tree.
struct Gate<'b> {
    builder: TreeBuilder<Handle, Counted<'b>>,
    /// The formatting elements that are open, by their names.
    formatting: RefCell<FxHashMap<LocalName, Open>>,
}

/// Open elements of one name.
#[derive(Default)]
struct Open {
    /// How many attributes each has. Where more are open than the deepest page has, the first no longer count:
    /// of elements that are alike the parser itself keeps few.
    attributes: VecDeque<u64>,
    /// How many they have together.
    sum: u64,
}

impl Gate<'_> {
    /// Each formatting element is compared with those of its name that are open, attribute by attribute.
    fn count_comparisons(&self, tag: &Tag) {
        if !FORMATTING.contains(&&*tag.name) {
            return;
        }
        let mut formatting = self.formatting.borrow_mut();
        let open = formatting.entry(tag.name.clone()).or_default();
        match tag.kind {
            TagKind::StartTag => {
                // A link within a link ends the one before.
                if matches!(&*tag.name, "a" | "nobr") {
                    *open = Open::default();
                }
                let attributes = tag.attrs.len() as u64;
                self.sink().step(open.sum + open.attributes.len() as u64 * (attributes + 1));
                open.attributes.push_back(attributes);
                open.sum += attributes;
                if open.attributes.len() > DEEPEST {
                    open.sum -= open.attributes.pop_front().unwrap_or_default();
                }
            }
            TagKind::EndTag => open.sum -= open.attributes.pop_back().unwrap_or_default(),
        }
    }

    fn sink(&self) -> &Counted<'_> {
        &self.builder.sink
    }
}

impl TokenSink for Gate<'_> {
    type Handle = Handle;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<Handle> {
        if let Token::TagToken(tag) = &token
            && self.sink().go_on().is_ok()
        {
            self.count_comparisons(tag);
        }
        if self.sink().go_on().is_err() {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line_number)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CancelToken;
    use proptest::prelude::*;

    /// Parts of pages that parsers look back for: tags that never close, that close what was never open, that
    /// are closed in the wrong order, that open others again, that stand where they may not.
    const ENDLESS: &[&str] = &[
        "<p>They met.",
        "</p>",
        "<div>They met.</div>",
        "<div></x>",
        "<div></b>",
        "<i></x>",
        "<b a{}>",
        "<p><b a{}></p>",
        "<b a{}><p></b>",
        "<a href={}>",
        "<a><p>They</a>",
        "<i>They <b>met</i>",
        "<font a{}>They</font>",
        "<nobr>They",
        "<li><dd>",
        "<optgroup><option>",
        "<ul><li>They</ul>",
        "<table><tr><td>",
        "<table>They",
        "<table><b a{}>",
        "<tr><td>They",
        "<td>",
        "<select><option>",
        "<ruby><rt>",
        "<form><input>",
        "<h1>They",
        "<button>",
        "<object><i>",
        "<template>",
        "<svg><g>",
        "<svg><p>",
        "<math><mi>",
        "<body a{}>",
        "<html a{}>",
        "<frameset>",
        "<br>",
        "<!-- -->",
        "&amp;",
        "<script></script>",
        "<x-y>",
        "</x>",
        "<p a{}=1 b>",
        "<",
    ];

    /// How many steps it takes to read a page with this part so many times.
    fn steps(part: &str, times: usize) -> u64 {
        let body: String = (0..times).map(|number| part.replace("{}", &number.to_string())).collect();
        let budget = Budget::new(u64::MAX, CancelToken::default());
        // Whether it is read or given up is no matter here.
        let _ = parse(&format!("<html><body><p>They met.</p>{body}"), &budget);
        u64::MAX - budget.left()
    }

    /// More elements than the deepest page has in each other.
    const SHORT: usize = 4 * DEEPEST;

    /// Twice as much work for a tag of a longer page would be eight times as much in all.
    fn grows_as_the_page(part: &str) -> Result<(), String> {
        let [short, long] = [SHORT, 4 * SHORT].map(|times| steps(part, times));
        if long <= short * 5 { Ok(()) } else { Err(format!("\"{part}\": {short} steps, then {long}")) }
    }

    #[test]
    fn a_page_of_four_times_the_length_takes_four_times_the_work() {
        let wrong = ENDLESS.iter().filter_map(|part| grows_as_the_page(part).err());
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn so_does_any_page(parts in proptest::collection::vec(proptest::sample::select(ENDLESS), 1..5)) {
            prop_assert_eq!(grows_as_the_page(&parts.concat()), Ok(()));
        }

        #[test]
        fn what_is_handed_on_is_never_deeper_than_can_be_walked(
            parts in proptest::collection::vec(proptest::sample::select(ENDLESS), 1..6), times in 1usize..900,
        ) {
            let page = parts.concat().repeat(times);
            let budget = Budget::new(u64::MAX, CancelToken::default());
            if let Ok(document) = parse(&page, &budget) {
                let root = document.tree.root();
                let deepest = root.descendants().map(|node| node.ancestors().count()).max();
                prop_assert!(deepest.unwrap_or_default() <= DEEPEST);
            }
        }
    }

    #[test]
    fn a_page_that_nobody_waits_for_is_given_up() {
        let cancel = CancelToken::default();
        cancel.cancel();
        let read = parse("<p>They met.</p>", &Budget::new(1000, cancel));
        assert_eq!(read.err(), Some(ImportError::Cancelled));
    }

    #[test]
    fn an_honest_page_takes_a_small_part_of_its_budget() {
        let page = include_str!("../../../tests/fixtures/import/saved-page.html");
        let budget = Budget::new(page.len() as u64 * 4, CancelToken::default());
        assert!(parse(page, &budget).is_ok(), "more than four steps a byte");
    }
}
