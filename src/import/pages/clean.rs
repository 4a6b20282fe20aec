//! Which parts of a page can be of no article: by the element, by being hidden, and by what their own class calls
//! them. A class is believed only of a part that does not hold the article: sites call anything anything.

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use rustc_hash::FxHashMap;
use scraper::{Html, Node};

use super::nodes::{At, attribute, elements, name};
use crate::import::blocks::is_without_text;
use crate::import::page_block::WhyLeftOut as Why;

/// Elements that hold no text of an article.
#[rustfmt::skip]
const NEVER: &[(&str, Why)] = &[
    ("nav", Why::Navigation), ("menu", Why::Navigation), ("footer", Why::Foot), ("aside", Why::Aside),
    ("figcaption", Why::Caption), ("caption", Why::Caption), ("button", Why::Form), ("select", Why::Form),
    ("label", Why::Form), ("dialog", Why::Notice),
];

/// Elements that hold none where the whole article is not in them.
const SELDOM: &[(&str, Why)] = &[("form", Why::Form), ("header", Why::Navigation), ("figure", Why::Caption)];

/// Words of a class or an id that are of no article however much text there is: terms of privacy are long.
const SURELY: &[&str] = &["onetrust", "consent", "cookie", "cookies", "gdpr", "ccpa"];

#[rustfmt::skip]
const ROLES: &[(&str, Why)] = &[
    ("navigation", Why::Navigation), ("menu", Why::Navigation), ("banner", Why::Navigation),
    ("toolbar", Why::Navigation), ("search", Why::Form), ("complementary", Why::Aside), ("dialog", Why::Notice),
    ("alertdialog", Why::Notice), ("contentinfo", Why::Foot),
];

/// Words of a class or an id that say what a part is, in lower case.
#[rustfmt::skip]
const CLASSES: &[(Why, &[&str])] = &[
    (Why::Caption, &["caption", "captions", "figcaption"]),
    (Why::Credit, &["credit", "credits", "copyright"]),
    (Why::Notice, &[
        "newsletter", "newsletters", "consent", "cookie", "cookies", "gdpr", "signup", "subscribe", "subscription",
        "abo", "donate", "donation", "feedback", "disclaimer", "imprint",
    ]),
    (Why::Social, &[
        "share", "sharing", "sharebar", "shares", "socials", "tweet", "twitter", "instagram", "tiktok", "facebook",
    ]),
    (Why::Navigation, &["breadcrumb", "breadcrumbs", "banner", "toolbar"]),
    (Why::Advertisement, &[
        "outbrain", "taboola", "advert", "adverts", "advertisement", "advertising", "sponsored",
    ]),
    (Why::Form, &["poll", "polls", "quiz", "survey", "rating"]),
    (Why::Teaser, &["playlist", "mostread", "trending", "readmore", "recirculation", "recirc", "promobox"]),
    (Why::Comments, &["comments", "disqus"]),
    (Why::Aside, &["tooltip", "factbox"]),
];

/// Two words beside each other that say it.
#[rustfmt::skip]
const PAIRS: &[(Why, &[(&str, &str)])] = &[
    (Why::Hidden, &[
        ("sr", "only"), ("visually", "hidden"), ("visuallyhidden", ""), ("screen", "reader"), ("screenreader", ""),
    ]),
    (Why::Teaser, &[
        ("most", "read"), ("read", "more"), ("read", "also"), ("also", "read"), ("more", "from"), ("video", "player"),
    ]),
    (Why::Notice, &[("external", "content"), ("opt", "in"), ("sign", "up")]),
    (Why::Aside, &[("author", "bio"), ("about", "author")]),
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

/// The elements that can be of no article, but for those within others; and as what.
pub(super) fn outside(page: &Html) -> FxHashMap<NodeId, Why> {
    let weights = weights(page);
    let whole = weights.get(&page.tree.root().id()).map_or(0, |weight| weight.letters);
    let of =
        |list: &[(&str, Why)], said: &str| list.iter().find(|(known, _)| *known == said).map(|(_, why)| *why);
    let why = |element: At<'_>| {
        let weight = weights.get(&element.id()).copied().unwrap_or_default();
        let may_be_article = weight.headed || weight.letters * 100 > whole * ARTICLE_PERCENT;
        let surely = |words: &[String]| words.iter().any(|word| SURELY.contains(&word.as_str()));
        if let Some(why) = of(NEVER, name(element)) {
            Some(why)
        } else if !weight.headed && is_called(element, surely) {
            Some(Why::Notice)
        } else if may_be_article {
            None
        } else if let Some(why) = of(SELDOM, name(element)) {
            Some(why)
        } else if is_hidden(element, weight) {
            Some(Why::Hidden)
        } else if let Some(why) = attribute(element, "role").and_then(|role| of(ROLES, role)) {
            Some(why)
        } else {
            called_outside(element, weight)
        }
    };
    elements(page).filter_map(|element| Some((element.id(), why(element)?))).collect()
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

/// As what a word of its class or id says that it is of the page around an article, if one does.
fn called_outside(element: At<'_>, weight: Weight) -> Option<Why> {
    let is_list = weight.linked * 100 >= weight.letters * LINKS_PERCENT;
    let mut found = None;
    is_called(element, |words| {
        let follows = |at: usize, second: &str| words.get(at + 1).is_some_and(|next| next == second);
        let is_pair = |(first, second): &(&str, &str)| {
            let mut all = words.iter().enumerate();
            all.any(|(at, word)| word == first && (second.is_empty() || follows(at, second)))
        };
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        let by_word = CLASSES.iter().find(|(_, known)| has(known)).map(|(why, _)| *why);
        let by_pair = || PAIRS.iter().find(|(_, pairs)| pairs.iter().any(is_pair)).map(|(why, _)| *why);
        let as_list = || (is_list && has(LISTS)).then_some(Why::Teaser);
        found = by_word.or_else(as_list).or_else(by_pair);
        found.is_some()
    });
    found
}

/// Whether the words of one of its classes, or of its id, are so.
pub(super) fn is_called(element: At<'_>, mut is: impl FnMut(&[String]) -> bool) -> bool {
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
pub(super) fn remove(page: &mut Html, outside: &FxHashMap<NodeId, Why>) {
    let gone = |node: &At<'_>| {
        outside.contains_key(&node.id())
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
