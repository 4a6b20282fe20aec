//! A dialect of XML that news are written in: which element is an article, and where in it its title, its day and
//! its text stand.

use crate::import::blocks;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::issued::stated_day;
use crate::import::paragraphs::paragraphs;
use crate::import::xml::Element;
use crate::model::Budget;

/// Where something stands in an article: the name of an element at any depth, those right in it after slashes, and
/// an attribute after `@`: "contentMeta/headline", "pubdata@date.publication".
pub(super) type Place = &'static str;

/// How the articles of a kind of XML are written.
#[derive(Debug)]
pub(super) struct Dialect {
    /// The outermost elements that it has.
    pub roots: &'static [&'static str],
    /// The elements that are articles.
    pub articles: &'static [&'static str],
    /// The title, at the first place that has one. So are the others.
    pub title: &'static [Place],
    pub byline: &'static [Place],
    pub published: &'static [Place],
    pub publisher: &'static [Place],
    /// Who issues all that stands in a feed, where an article does not say it: in the elements around it.
    pub feed: &'static [Place],
    pub dateline: &'static [Place],
    pub url: &'static [Place],
    pub language: &'static [Place],
    /// The places of the text: all that the first of these lists has.
    pub texts: &'static [&'static [Place]],
    /// Says that an element is no article, if it has something else than this at a place: what WordPress keeps
    /// beside its posts.
    pub only: Option<(Place, &'static [&'static str])>,
}

/// Elements that stand by themselves in a text.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "p", "para", "paragraph", "block", "div", "hl1", "hl2", "h1", "h2", "h3", "h4", "li", "tr", "td", "blockquote",
    "bq", "table", "ul", "ol", "dl", "dt", "dd", "pre", "section", "note",
];

/// Elements in a text that are none of it.
const WITHOUT: &[&str] =
    &["media", "media-caption", "figure", "style", "script", "table.head", "body.head", "head"];

impl Dialect {
    /// The article that an element is, below those around it; nothing if it is none or has no text.
    pub fn draft(
        &self,
        article: &Element,
        around: &[Element],
        budget: &Budget,
    ) -> Result<Option<Draft>, ImportError> {
        if let Some((place, known)) = self.only
            && value(article, place).is_some_and(|is| !known.contains(&is.as_str()))
        {
            return Ok(None);
        }
        let first = |places: &[Place]| places.iter().find_map(|place| value(article, place));
        // The nearest knows best.
        let outside = |places: &[Place]| {
            around.iter().rev().find_map(|outer| places.iter().find_map(|place| value(outer, place)))
        };
        let mut paragraphs = Vec::new();
        for places in self.texts {
            for element in places.iter().flat_map(|place| elements(article, place)) {
                paragraphs.extend(text(element, budget)?);
            }
            if !paragraphs.is_empty() {
                break;
            }
        }
        let title = first(self.title).map(|title| without_tags(&title));
        if paragraphs.is_empty() {
            // A flash is nothing but a headline; an entry of a feed without text leads to a page.
            let Some(flash) = title.clone().filter(|_| self.feed.is_empty()) else { return Ok(None) };
            paragraphs.push(flash);
        }
        let stands_in_text =
            |line: &String| paragraphs.iter().take(1).any(|text| text.starts_with(line.as_str()));
        // Without a headline the line would be taken for one.
        let dateline = first(self.dateline).filter(|line| title.is_some() && !stands_in_text(line));
        paragraphs.splice(0..0, dateline);
        let published = self.published.iter().filter_map(|place| value(article, place));
        let stated = Stated {
            title,
            publisher: first(self.publisher).or_else(|| outside(self.feed)).map(|name| bare(&name)),
            byline: first(self.byline).as_deref().and_then(by),
            published: published.into_iter().find_map(|day| stated_day(&day)),
            url: first(self.url).filter(|url| url.contains("://")),
            language: first(self.language),
        };
        Ok(Some(Draft { paragraphs, stated }))
    }
}

/// "/ritzau/" is ritzau, and "reuters.com" stays.
fn bare(name: &str) -> String {
    name.trim_matches(['/', ' ']).to_owned()
}

/// A title that was written with tags or their entities.
fn without_tags(title: &str) -> String {
    let mut plain = String::new();
    let mut rest = title;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        match tag.split_once('>') {
            Some((_, after)) => rest = after,
            None => return title.to_owned(),
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "By Ann Lowe, Staff Reporter" is Ann Lowe.
fn by(line: &str) -> Option<String> {
    let name = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")).unwrap_or(line);
    let name = name.split(',').next()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The elements at a place.
fn elements<'e>(article: &'e Element, place: &str) -> Vec<&'e Element> {
    let mut steps = place.split('@').next().unwrap_or_default().split('/');
    let Some(first) = steps.next().filter(|first| !first.is_empty()) else { return vec![article] };
    let mut found = article.all(first);
    for step in steps {
        found = found.into_iter().flat_map(Element::elements).filter(|element| element.is(step)).collect();
    }
    found
}

/// What stands at a place, in one line.
fn value(article: &Element, place: &str) -> Option<String> {
    let attribute = place.split_once('@').map(|(_, attribute)| attribute);
    let said = |element: &Element| match attribute {
        Some(attribute) => element.attribute(attribute).map(str::to_owned),
        None => Some(element.words()),
    };
    elements(article, place).into_iter().filter_map(said).find(|said| !said.trim().is_empty())
}

/// The paragraphs of an element: by its elements, or by the tags or the lines that its text has.
fn text(element: &Element, budget: &Budget) -> Result<Vec<String>, ImportError> {
    let has_blocks = BLOCKS.iter().any(|name| element.elements().any(|child| child.is(name)))
        || element.elements().any(|child| child.elements().next().is_some());
    if has_blocks {
        let text = element.blocks(BLOCKS, WITHOUT);
        return Ok(text.split("\n\n").map(str::to_owned).filter(|block| !block.is_empty()).collect());
    }
    let raw = element.raw();
    if blocks::is_marked_up(&raw) {
        return Ok(paragraphs(&blocks::text_of_html(&raw, budget)?));
    }
    // Wires set the first line of a paragraph in by some spaces.
    let lines = raw.lines().map(|line| match line.starts_with("  ") && !line.trim().is_empty() {
        true => format!("\n{line}"),
        false => line.to_owned(),
    });
    Ok(paragraphs(&lines.collect::<Vec<_>>().join("\n")))
}
