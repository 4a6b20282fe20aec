//! What is asked of an element of a page, in few words.

use ego_tree::NodeRef;
use scraper::{Html, Node};

use crate::import::characters::single_spaced;

/// An element, a text or whatever else stands in a page.
pub(in crate::import) type At<'p> = NodeRef<'p, Node>;

/// The name of an element; of other nodes none.
pub(in crate::import) fn name<'p>(node: At<'p>) -> &'p str {
    node.value().as_element().map_or("", |element| element.name())
}

/// What an element's attribute says.
pub(in crate::import) fn attribute<'p>(node: At<'p>, key: &str) -> Option<&'p str> {
    node.value().as_element()?.attr(key)
}

/// Whether an element is of this class.
pub(in crate::import) fn has_class(node: At<'_>, class: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split_whitespace().any(|each| each == class))
}

/// All the elements of a page in their order.
pub(in crate::import) fn elements(page: &Html) -> impl Iterator<Item = At<'_>> {
    page.tree.root().descendants().filter(|node| node.value().is_element())
}

/// All text in a node, with one space between words.
pub(in crate::import) fn words(node: At<'_>) -> String {
    let mut all = String::new();
    let mut skipped = None;
    for edge in node.traverse() {
        match edge {
            ego_tree::iter::Edge::Open(inner) if skipped.is_none() => match inner.value() {
                Node::Text(text) => all.push_str(text),
                Node::Element(element) => match element.name() {
                    "script" | "style" | "noscript" | "template" | "svg" => skipped = Some(inner.id()),
                    "br" => all.push(' '),
                    _ => {}
                },
                _ => {}
            },
            ego_tree::iter::Edge::Close(inner) if skipped == Some(inner.id()) => skipped = None,
            _ => {}
        }
    }
    single_spaced(&all).into_owned()
}

/// Whether a node stands in an element that is so.
pub(in crate::import) fn is_within(node: At<'_>, is: impl Fn(At<'_>) -> bool) -> bool {
    node.ancestors().any(is)
}
