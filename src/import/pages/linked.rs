//! What a page says of its article in JSON-LD, for search engines: headline, authors, day, publisher, and on one
//! page of four the text itself.

use std::collections::VecDeque;

use scraper::Html;
use serde_json::{Map, Value};

use super::nodes::{attribute, elements, name};
use crate::calendar::Told;
use crate::import::blocks;
use crate::import::characters::{single_spaced, tidy};
use crate::import::error::ImportError;
use crate::import::issued::stated_day;
use crate::import::paragraphs::paragraphs;
use crate::model::Budget;

/// What a page says of its article in JSON-LD.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub headline: Option<String>,
    /// Another headline, as some sites print it.
    pub alternative: Option<String>,
    /// The name of the article, or of whatever it is a part of.
    pub name: Option<String>,
    /// People and, where it does not tell, whatever has a name.
    pub authors: Vec<String>,
    /// Those of the authors that are said to be no people.
    pub organizations: Vec<String>,
    pub published: Option<Told>,
    pub site: Option<String>,
    pub description: Option<String>,
    /// The text, in paragraphs where it has some.
    pub body: Vec<String>,
}

/// More objects are not looked at.
const MOST_OBJECTS: usize = 2_000;

/// More authors than an article has.
const MOST_AUTHORS: usize = 20;

impl Linked {
    /// What is said of the article of this page.
    pub fn of(page: &Html, budget: &Budget) -> Result<Self, ImportError> {
        let scripts = elements(page).filter(|element| {
            name(*element) == "script"
                && attribute(*element, "type")
                    .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
        });
        let mut objects = Vec::new();
        for script in scripts {
            let text: String =
                script.children().filter_map(|child| Some(&**child.value().as_text()?)).collect();
            budget.spend(text.len() as u64)?;
            if let Ok(value) = serde_json::from_str::<Value>(&mended(&text)) {
                collect(value, &mut objects);
            }
        }
        let Some(article) =
            objects.iter().filter(|object| is_article(object)).max_by_key(|object| weight(object))
        else {
            return Ok(Self { site: site(&objects), published: day_of_page(&objects), ..Self::default() });
        };
        let text = |key: &str| {
            article.get(key).and_then(Value::as_str).map(|value| plain(value, budget)).transpose()
        };
        let body = match article.get("articleBody").and_then(Value::as_str) {
            Some(body) => paragraphs(&with_breaks(body, budget)?),
            None => Vec::new(),
        };
        let published =
            article.get("datePublished").or_else(|| article.get("dateCreated")).and_then(Value::as_str);
        let publisher =
            article.get("publisher").into_iter().flat_map(|publisher| names(publisher, &objects)).next();
        let author = article.get("author").or_else(|| article.get("creator"));
        let each = author
            .map(|author| author.as_array().cloned().unwrap_or_else(|| vec![author.clone()]))
            .unwrap_or_default();
        let is_organization = |value: &Value| {
            value.as_object().is_some_and(|object| is_a(object, |kind| kind.ends_with("Organization")))
        };
        let (organizations, people): (Vec<Value>, Vec<Value>) = each.into_iter().partition(is_organization);
        let authors = names(&Value::Array(people), &objects);
        let organizations = names(&Value::Array(organizations), &objects);
        Ok(Self {
            headline: text("headline")?,
            alternative: text("alternativeHeadline")?,
            name: text("name")?,
            authors,
            organizations,
            published: published.and_then(stated_day),
            site: publisher.or_else(|| site(&objects)),
            description: text("description")?,
            body,
        })
    }
}

/// Line ends within strings and marks of scripts around JSON, as sites write them, are no JSON.
fn mended(text: &str) -> String {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let text = text.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>").trim();
    let text = text.trim_end_matches(';');
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// All objects in their order, those within others after them.
fn collect(value: Value, objects: &mut Vec<Map<String, Value>>) {
    let mut queue = VecDeque::from([value]);
    while let Some(next) = queue.pop_front() {
        match next {
            Value::Array(values) => queue.extend(values),
            Value::Object(object) if objects.len() < MOST_OBJECTS => {
                for key in ["@graph", "mainEntity", "mainEntityOfPage", "publisher"] {
                    queue.extend(object.get(key).filter(|within| !within.is_string()).cloned());
                }
                objects.push(object);
            }
            _ => {}
        }
    }
}

/// Whether an object is of this type.
fn is_a(object: &Map<String, Value>, is: impl Fn(&str) -> bool) -> bool {
    match object.get("@type") {
        Some(Value::String(kind)) => is(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    is_a(object, |kind| {
        kind.ends_with("Article")
            || kind.ends_with("BlogPosting")
            || kind.ends_with("ReportageNewsArticle")
            || kind == "Report"
    })
}

/// Of several articles, that of which most is said; of those alike the first.
fn weight(object: &Map<String, Value>) -> usize {
    ["headline", "datePublished", "articleBody", "author"]
        .iter()
        .filter(|key| object.contains_key(**key))
        .count()
}

/// The day of a page that is said to be no article: a check of facts, a page.
fn day_of_page(objects: &[Map<String, Value>]) -> Option<Told> {
    let pages =
        objects.iter().filter(|object| is_a(object, |kind| kind == "ClaimReview" || kind.ends_with("Page")));
    let mut days = pages.filter_map(|page| page.get("datePublished")?.as_str());
    days.find_map(stated_day)
}

/// The name of the site or of who runs it.
fn site(objects: &[Map<String, Value>]) -> Option<String> {
    let named = |kinds: &[&str]| {
        let mut known = objects.iter().filter(|object| is_a(object, |kind| kinds.contains(&kind)));
        known.find_map(|object| object.get("name")?.as_str()).map(|name| single_spaced(name).into_owned())
    };
    named(&["NewsMediaOrganization"]).or_else(|| named(&["WebSite"])).or_else(|| named(&["Organization"]))
}

/// The names that a value gives: itself, or its `name`, or that of the object with its `@id`.
fn names(value: &Value, objects: &[Map<String, Value>]) -> Vec<String> {
    let of_object = |object: &Map<String, Value>| match object.get("name") {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::String(name)) => vec![name.clone()],
        _ => {
            let id = object.get("@id").and_then(Value::as_str);
            let named =
                objects.iter().filter(|other| id.is_some() && other.get("@id").and_then(Value::as_str) == id);
            named
                .filter_map(|other| other.get("name")?.as_str())
                .map(str::to_owned)
                .take(1)
                .collect::<Vec<_>>()
        }
    };
    let found = match value {
        Value::String(name) => vec![name.clone()],
        Value::Object(object) => of_object(object),
        Value::Array(values) => values
            .iter()
            .take(MOST_AUTHORS)
            .flat_map(|each| match each {
                Value::String(name) => vec![name.clone()],
                Value::Object(object) => of_object(object),
                _ => Vec::new(),
            })
            .collect(),
        _ => Vec::new(),
    };
    let mut names: Vec<String> = Vec::new();
    for name in found {
        let name = unescaped(&name);
        let name = single_spaced(&name).into_owned();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A value in one line, as it is read.
fn plain(value: &str, budget: &Budget) -> Result<String, ImportError> {
    Ok(single_spaced(&with_breaks(value, budget)?.replace('\n', " ")).into_owned())
}

/// A value as it is read, with its lines: some sites write it in tags, and some escape it twice.
fn with_breaks(value: &str, budget: &Budget) -> Result<String, ImportError> {
    let mut value = value.to_owned();
    // Twice: "&amp;quot;"
    for _ in 0..2 {
        if blocks::is_marked_up(&value) {
            value = blocks::text_of_html(&value, budget)?;
        } else if value.contains('&') {
            value = unescaped(&value);
        }
    }
    Ok(tidy(&value))
}

/// The text without its entities.
pub(super) fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let budget = Budget::new(crate::import::limits::steps(text.len()), crate::model::CancelToken::default());
    let lines: Result<Vec<String>, ImportError> = text
        .split('\n')
        .map(|line| {
            if line.contains('&') {
                blocks::text_of_html(&line.replace('<', "&lt;"), &budget)
            } else {
                Ok(line.to_owned())
            }
        })
        .collect();
    lines.map_or_else(|_| text.to_owned(), |lines| lines.join("\n"))
}
