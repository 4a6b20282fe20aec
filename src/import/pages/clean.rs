//! Which parts of a page can be of no article: by the element, by being hidden, and by what their own class calls
//! them. A class is believed only of a part that does not hold the article: sites call anything anything.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use rustc_hash::{FxHashMap, FxHashSet};
use scraper::{Html, Node};

use super::nodes::{At, attribute, elements, name};
use crate::import::blocks::is_without_text;

/// Elements that hold no text of an article.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "nav", "footer", "button", "select", "dialog", "aside", "figcaption", "menu", "label", "caption",
];

/// Elements that hold none where the whole article is not in them.
const SELDOM: &[&str] = &["form", "header", "figure"];

/// Words of a class or an id that are of no article however much text there is: terms of privacy are long.
const SURELY: &[&str] = &["onetrust", "consent", "cookie", "cookies", "gdpr", "ccpa"];

const ROLES: &[&str] = &[
    "navigation",
    "complementary",
    "dialog",
    "alertdialog",
    "banner",
    "contentinfo",
    "search",
    "menu",
    "toolbar",
];

/// Words of a class or an id that say what a part is, in lower case.
#[rustfmt::skip]
const CLASSES: &[&str] = &[
    "newsletter", "newsletters", "consent", "cookie", "cookies", "gdpr", "share", "sharing", "sharebar", "shares",
    "socials", "breadcrumb", "breadcrumbs", "banner", "outbrain", "taboola", "advert", "adverts", "advertisement",
    "advertising", "sponsored", "caption", "captions", "credit", "credits", "figcaption", "copyright", "imprint",
    "tweet", "twitter", "instagram", "tiktok", "facebook", "poll", "polls", "quiz", "survey", "playlist", "mostread",
    "trending", "comments", "disqus", "signup", "subscribe", "subscription", "abo", "donate", "donation", "feedback",
    "rating", "toolbar", "readmore", "recirculation", "recirc", "promobox", "disclaimer", "tooltip", "factbox",
];

/// Two words beside each other that say it.
#[rustfmt::skip]
const PAIRS: &[(&str, &str)] = &[
    ("sr", "only"), ("visually", "hidden"), ("visuallyhidden", ""), ("screen", "reader"), ("screenreader", ""),
    ("most", "read"), ("read", "more"), ("read", "also"), ("also", "read"), ("external", "content"), ("opt", "in"),
    ("more", "from"), ("author", "bio"), ("about", "author"), ("sign", "up"), ("video", "player"),
];

/// Words that say it of a part that is mostly links.
#[rustfmt::skip]
const LISTS: &[&str] = &[
    "related", "teaser", "teasers", "promo", "promos", "recommended", "recommendation", "recommendations", "more",
    "links", "linklist", "tags", "tag", "topics", "keywords", "list", "box", "infobox", "embed", "read", "next",
    "latest", "popular", "widget", "sidebar", "carousel", "slider", "social", "author", "card", "cards", "inline",
];

/// A part with so many of a hundred letters of the page may be the article.
const ARTICLE_PERCENT: usize = 30;

/// A list of links has so many of a hundred of its letters in them.
const LINKS_PERCENT: usize = 50;

/// What hides from eyes only is short: whole articles are hidden until a script shows them.
const LONGEST_HIDDEN: usize = 600;

/// How many letters an element holds, and how many of them in links; whether the page's heading is in it.
#[derive(Clone, Copy, Default)]
struct Weight {
    letters: usize,
    linked: usize,
    headed: bool,
}

/// The elements that can be of no article, but for those within others.
pub(super) fn outside(page: &Html) -> FxHashSet<NodeId> {
    let weights = weights(page);
    let whole = weights.get(&page.tree.root().id()).map_or(0, |weight| weight.letters);
    let is_outside = |element: &At<'_>| {
        let weight = weights.get(&element.id()).copied().unwrap_or_default();
        let may_be_article = weight.headed || weight.letters * 100 > whole * ARTICLE_PERCENT;
        NEVER.contains(&name(*element))
            || !weight.headed
                && is_called(*element, |words| words.iter().any(|word| SURELY.contains(&word.as_str())))
            || !may_be_article
                && (SELDOM.contains(&name(*element))
                    || is_hidden(*element, weight)
                    || is_called_outside(*element, weight))
    };
    elements(page).filter(is_outside).map(|element| element.id()).collect()
}

/// What every element holds, counted in one walk.
fn weights(page: &Html) -> FxHashMap<NodeId, Weight> {
    let mut weights = FxHashMap::default();
    let mut open: Vec<Weight> = Vec::new();
    let (mut links, mut skipped) = (0_usize, 0_usize);
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                let mut weight = Weight::default();
                match node.value() {
                    Node::Text(text) if skipped == 0 => {
                        weight.letters = text.chars().filter(|c| c.is_alphanumeric()).count();
                        weight.linked = if links > 0 { weight.letters } else { 0 };
                    }
                    _ => {
                        links += usize::from(name(node) == "a");
                        skipped += usize::from(is_without_text(name(node)));
                        weight.headed = name(node) == "h1" || name(node) == "body";
                    }
                }
                open.push(weight);
            }
            Edge::Close(node) => {
                let Some(weight) = open.pop() else { continue };
                if !node.value().is_text() {
                    links -= usize::from(name(node) == "a");
                    skipped -= usize::from(is_without_text(name(node)));
                    weights.insert(node.id(), weight);
                }
                if let Some(parent) = open.last_mut() {
                    parent.letters += weight.letters;
                    parent.linked += weight.linked;
                    parent.headed |= weight.headed;
                }
            }
        }
    }
    weights
}

/// Whether nobody sees it.
fn is_hidden(element: At<'_>, weight: Weight) -> bool {
    let says =
        |key: &str, value: &str| attribute(element, key).is_some_and(|said| said.eq_ignore_ascii_case(value));
    let style = || attribute(element, "style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
    weight.letters <= LONGEST_HIDDEN
        && (attribute(element, "hidden").is_some()
            || says("aria-hidden", "true")
            || attribute(element, "style").is_some()
                && (style().contains("display:none") || style().contains("visibility:hidden")))
}

/// Whether its role, or a word of its class or id, says that it is of the page around an article.
fn is_called_outside(element: At<'_>, weight: Weight) -> bool {
    if attribute(element, "role").is_some_and(|role| ROLES.contains(&role)) {
        return true;
    }
    let is_list = weight.linked * 100 >= weight.letters * LINKS_PERCENT;
    is_called(element, |words| {
        let follows = |at: usize, second: &str| words.get(at + 1).is_some_and(|next| next == second);
        let is_pair = |(first, second): &(&str, &str)| {
            let mut all = words.iter().enumerate();
            all.any(|(at, word)| word == first && (second.is_empty() || follows(at, second)))
        };
        let mut each = words.iter().map(String::as_str);
        each.any(|word| CLASSES.contains(&word) || is_list && LISTS.contains(&word))
            || PAIRS.iter().any(is_pair)
    })
}

/// Whether the words of one of its classes, or of its id, are so.
pub(super) fn is_called(element: At<'_>, is: impl Fn(&[String]) -> bool) -> bool {
    let keys = ["class", "id", "data-testid", "data-component"];
    let names = keys.iter().filter_map(|key| attribute(element, key)).flat_map(str::split_whitespace);
    names.map(words_of_name).any(|words| is(&words))
}

/// The words that a class is made of: "article-newsletterBox__text" has "article", "newsletter", "box", "text".
pub(super) fn words_of_name(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || small && c.is_uppercase() {
            words.push(String::new());
        }
        small = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }
    words
}

/// Takes these elements out of the page, and those that hold no text.
pub(super) fn remove(page: &mut Html, outside: &FxHashSet<NodeId>) {
    let gone = |node: &At<'_>| {
        outside.contains(&node.id())
            || is_without_text(name(*node))
            || matches!(node.value(), Node::Comment(_))
    };
    let out: Vec<NodeId> = page.tree.root().descendants().filter(gone).map(|node| node.id()).collect();
    for id in out {
        if let Some(mut node) = page.tree.get_mut(id) {
            node.detach();
        }
    }
}
