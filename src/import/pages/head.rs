//! What a saved page states of its article outside the text: in `<meta>` and `<link>` elements, in
//! JSON-LD, in `<time>`.

use std::collections::HashMap;

use scraper::Html;

use super::blocks::Block;
use super::byline::byline;
use super::linked::{Linked, unescaped};
use super::nodes::{At, attribute, elements, is_within, name, words};
use super::title::{best, titles};
use crate::calendar::Told;
use crate::import::characters::single_spaced;
use crate::import::draft::Stated;
use crate::import::issued::stated_day;

/// Names of `<meta>` elements for each thing, in lower case, the most telling first.
const OTHER_TITLES: &[&str] = &["articletitle", "dc.title", "dcterms.title"];
const DESCRIPTION: &[&str] = &["og:description", "description", "twitter:description"];
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

/// What a page states of its article.
pub(super) fn stated(
    page: &Html,
    blocks: &[Block],
    linked: &Linked,
) -> (Stated, Vec<String>, Option<String>) {
    let metas = metas(page);
    let meta = |names: &[&str]| names.iter().find_map(|name| metas.get(*name)).cloned();
    let text = |value: &str| Some(single_spaced(value).into_owned()).filter(|value| !value.is_empty());
    let site = meta(SITE).or_else(|| linked.site.clone());
    let canonical = elements(page)
        .find(|element| name(*element) == "link" && attribute(*element, "rel") == Some("canonical"));
    let canonical = canonical.and_then(|link| text(attribute(link, "href")?));
    let language = elements(page)
        .find(|element| name(*element) == "html")
        .and_then(|html| text(attribute(html, "lang")?));
    let titles = titles(
        page,
        linked,
        &[meta(&["og:title"]), meta(&["twitter:title"]), meta(OTHER_TITLES)],
        site.as_deref(),
    );
    let stated = Stated {
        title: best(&titles),
        byline: byline(page, blocks, linked, &authors(&metas), site.as_deref()),
        published: linked
            .published
            .or_else(|| PUBLISHED.iter().find_map(|name| stated_day(metas.get(*name)?)))
            .or_else(|| time(page)),
        url: canonical.or_else(|| meta(ADDRESS)).filter(|url| url.contains("://")),
        language: language.or_else(|| meta(LANGUAGE)),
        publisher: site,
    };
    let description = linked.description.clone().or_else(|| meta(DESCRIPTION));
    (stated, titles.into_iter().map(|title| title.text).collect(), description)
}

/// The contents of the `<meta>` elements by their names.
fn metas(page: &Html) -> HashMap<String, String> {
    let mut metas = HashMap::new();
    for element in elements(page).filter(|element| name(*element) == "meta") {
        let content = unescaped(attribute(element, "content").unwrap_or_default());
        let content = single_spaced(&content).into_owned();
        let named =
            ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| attribute(element, key));
        if let Some(name) = named.filter(|_| !content.is_empty()) {
            metas.entry(name.to_lowercase()).or_insert(content);
        }
    }
    metas
}

/// Who the `<meta>` elements say wrote it, the most telling first. Services that count readers have names of their
/// own for it.
fn authors(metas: &HashMap<String, String>) -> Vec<String> {
    let known = AUTHOR.iter().filter_map(|name| metas.get(*name)).cloned();
    let of_service = |name: &str| name.ends_with([':', '.', '-', '_']);
    let mut others: Vec<(&String, &String)> = metas
        .iter()
        .filter(|(name, _)| !AUTHOR.contains(&name.as_str()))
        .filter(|(name, _)| name.strip_suffix("author").is_some_and(of_service))
        .collect();
    others.sort_unstable();
    known.chain(others.into_iter().map(|(_, value)| value.clone())).collect()
}

/// The day of the article's `<time>`: the one that is said to be of publication, or else the surest by its place.
fn time(page: &Html) -> Option<Told> {
    let day = |element: At<'_>| {
        let attribute = ["datetime", "content"].iter().find_map(|key| stated_day(attribute(element, key)?));
        attribute.or_else(|| stated_day(&words(element)))
    };
    let is_time = |element: At<'_>| name(element) == "time" && attribute(element, "datetime").is_some();
    let first = |is: &dyn Fn(At<'_>) -> bool| elements(page).find(|element| is(*element)).and_then(day);
    let within = |element: At<'_>, parts: &[&str]| is_within(element, |around| parts.contains(&name(around)));
    first(&|element| attribute(element, "itemprop") == Some("datePublished"))
        .or_else(|| first(&|element| name(element) == "time" && attribute(element, "pubdate").is_some()))
        .or_else(|| {
            first(&|element| {
                is_time(element) && within(element, &["header"]) && within(element, &["article"])
            })
        })
        .or_else(|| first(&|element| is_time(element) && within(element, &["article"])))
        .or_else(|| first(&|element| is_time(element) && within(element, &["main"])))
        .or_else(|| day(time_below_headline(page)?))
}

/// The first `<time>` that follows an `<h1>` beside it.
fn time_below_headline(page: &Html) -> Option<At<'_>> {
    elements(page).filter(|element| name(*element) == "h1").find_map(|headline| {
        let below = headline.next_siblings().take_while(|element| name(*element) != "h1");
        below
            .into_iter()
            .find(|element| name(*element) == "time" && attribute(*element, "datetime").is_some())
    })
}
