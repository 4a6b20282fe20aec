//! What a saved page states of its article outside the text: in `<meta>` and `<link>` elements, in
//! JSON-LD, in `<time>`.

use std::collections::HashMap;

use dom_query::NodeRef;
use dom_smoothie::Readability;

use super::characters::single_spaced;
use super::draft::Stated;
use super::issued::stated_day;
use super::lines::letters;
use crate::calendar::Told;

/// Names of `<meta>` elements for each thing, in lower case, the most telling first.
const TITLE: &[&str] = &["articletitle", "og:title", "twitter:title", "dc.title", "dcterms.title"];
const SITE: &[&str] = &["og:site_name", "sitename", "dc.publisher", "dcterms.publisher", "application-name"];
const AUTHOR: &[&str] =
    &["author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl"];
const ADDRESS: &[&str] = &["og:url", "twitter:url", "url"];
const LANGUAGE: &[&str] = &["og:locale", "language", "content-language", "dc.language", "dcterms.language"];
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "article:published_time", "og:published_time", "article:published", "datepublished", "publishdate",
    "publish_date", "publish-date", "publication_date", "pubdate", "citation_publication_date", "citation_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date", "dcterms.date", "date", "article.created", "available", "release_date", "releasedate",
];

/// Elements whose hour is the article's, the surest first.
const TIMES: &[&str] = &[
    "[itemprop=datePublished]",
    "time[pubdate]",
    "article header time[datetime]",
    "article time[datetime]",
    "main time[datetime]",
];

/// Authors that are accounts of the site's software.
const NOBODY: &[&str] =
    &["admin", "administrator", "webmaster", "super user", "editor", "user", "root", "staff"];

/// Shorter headings are names of sections.
const SHORTEST_HEADING: usize = 12;

/// What a page states of its article.
pub(super) fn stated(page: &Readability) -> Stated {
    let metas = metas(page);
    let meta = |names: &[&str]| names.iter().find_map(|name| metas.get(*name)).cloned();
    let linked = page.parse_json_ld();
    let linked = linked.as_ref();
    let text = |value: &str| Some(single_spaced(value).into_owned()).filter(|value| !value.is_empty());
    let link = |selector: &str| page.doc.select(selector).attr("href").and_then(|href| text(&href));
    let site = linked.and_then(|ld| text(ld.site_name.as_deref()?)).or_else(|| meta(SITE));
    let day = linked.and_then(|ld| stated_day(ld.published_time.as_deref()?));
    let language = page.doc.select("html").attr("lang").and_then(|lang| text(&lang));
    Stated {
        title: title(page, linked.and_then(|ld| text(&ld.title)).or_else(|| meta(TITLE)), site.as_deref()),
        byline: linked
            .and_then(|ld| text(ld.byline.as_deref()?))
            .or_else(|| meta(AUTHOR))
            .filter(|author| !author.contains("://") && !NOBODY.contains(&author.to_lowercase().as_str())),
        published: day
            .or_else(|| PUBLISHED.iter().find_map(|name| stated_day(metas.get(*name)?)))
            .or_else(|| time(page)),
        url: link("link[rel=canonical]").or_else(|| meta(ADDRESS)).filter(|url| url.contains("://")),
        language: language.or_else(|| meta(LANGUAGE)),
        publisher: site,
    }
}

/// The contents of the `<meta>` elements by their names.
fn metas(page: &Readability) -> HashMap<String, String> {
    let mut metas = HashMap::new();
    for element in page.doc.select("meta[content]").iter() {
        let content = single_spaced(&element.attr_or("content", "")).into_owned();
        let named = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| element.attr(key));
        if let Some(name) = named.filter(|_| !content.is_empty()) {
            metas.entry(name.to_lowercase()).or_insert(content);
        }
    }
    metas
}

/// The day of the article's `<time>`.
fn time(page: &Readability) -> Option<Told> {
    let day = |element: NodeRef<'_>| {
        let attribute = ["datetime", "content"].iter().find_map(|key| stated_day(&element.attr(key)?));
        attribute.or_else(|| stated_day(&element.text()))
    };
    let first = |selector: &&str| page.doc.select(selector).nodes().first().copied();
    TIMES.iter().find_map(|selector| day(first(selector)?)).or_else(|| day(time_below_headline(page)?))
}

/// The first `<time>` that follows an `<h1>` beside it. Each element is gone over once, whereas a selector
/// would look from each `<time>` back over all elements before it.
fn time_below_headline<'p>(page: &'p Readability) -> Option<NodeRef<'p>> {
    let following = |headline: &NodeRef<'p>| {
        let mut next = headline.next_element_sibling();
        while let Some(element) = next.filter(|element| !element.has_name("h1")) {
            if element.has_name("time") && element.has_attr("datetime") {
                return Some(element);
            }
            next = element.next_element_sibling();
        }
        None
    };
    page.doc.select("h1").nodes().iter().find_map(following)
}

/// The headline without the site's name: the longest heading that the page's title begins with, or
/// else the title up to the mark that parts it from the site.
fn title(page: &Readability, stated: Option<String>, site: Option<&str>) -> Option<String> {
    let window = single_spaced(&page.doc.select("title").iter().next().map(|t| t.text()).unwrap_or_default())
        .into_owned();
    let stated_outright = stated.is_some();
    let full = stated.or_else(|| Some(window.clone()).filter(|title| !title.is_empty()));
    let headings = page.doc.select("h1, h2, h3");
    let headings = || headings.iter().map(|heading| single_spaced(&heading.text()).into_owned());
    let titles = [full.as_deref().map(letters).unwrap_or_default(), letters(&window)];
    let begins = |heading: &String| {
        let heading = letters(heading);
        heading.len() >= SHORTEST_HEADING && titles.iter().any(|title| title.starts_with(&heading))
    };
    if let Some(heading) = headings().filter(begins).max_by_key(String::len) {
        return Some(heading);
    }
    let own = page.doc.select("article h1, main h1, article h2, main h2");
    let own = || {
        own.iter()
            .map(|heading| single_spaced(&heading.text()).into_owned())
            .find(|heading| !heading.is_empty())
    };
    match full {
        Some(full) if stated_outright || own().is_none() => Some(without_site(&full, site).to_owned()),
        _ => own().or_else(|| headings().find(|heading| !heading.is_empty())),
    }
}

/// The title up to " | Site" or " - Site".
fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    for mark in [" | ", " :: ", " » ", " « ", " • "] {
        if let Some((first, _)) = title.split_once(mark) {
            return first.trim();
        }
    }
    let site = site.map(letters).unwrap_or_default();
    for mark in [" – ", " — ", " - "] {
        if let Some((first, last)) = title.rsplit_once(mark)
            && letters(last) == site
        {
            return first.trim();
        }
    }
    title
}
