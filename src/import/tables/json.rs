//! JSON: an article as programs that collect pages write it (news-please, ninjs, the interfaces of sites and
//! agencies), a list of them, or one a line.

use serde_json::{Map, Value};

use super::columns::draft;
use super::roles::Role;
use crate::import::draft::Draft;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::remark::Remark;
use crate::import::{Format, Sureness, sniff};
use crate::model::Budget;

/// Articles in JSON.
pub(in crate::import) const JSON: Format = Format {
    name: "Articles in JSON",
    extensions: &["json", "jsonl", "ndjson"],
    media_type: "application/json",
    is_risky: false,
    is_decoded: true,
    recognizes: |file| Sureness::likely_if(looks_like_json(file.head())),
    read,
};

/// Whether a text begins as an object or a list of them does.
fn looks_like_json(text: &str) -> bool {
    let text = text.trim_start();
    let first = text.trim_start_matches(['{', '[', ' ', '\n']);
    first.len() < text.len() && text.starts_with(['{', '[']) && first.starts_with(['"', '}', ']'])
}

/// Whether a file in JSON that begins so is of articles, and not of records that this program has written.
pub(in crate::import) fn is_of_articles(start: &[u8]) -> bool {
    /// Stands in every record, near its beginning.
    const OF_RECORDS: [&str; 2] = ["\"chancery.record", "\"sha256\""];
    let start = String::from_utf8_lossy(start);
    if OF_RECORDS.iter().any(|mark| start.contains(mark)) {
        return false;
    }
    let mut parts = start.split('"').peekable();
    let mut named = std::iter::from_fn(|| {
        let name = parts.next()?;
        Some(
            parts.peek().is_some_and(|next| next.trim_start().starts_with(':'))
                && Role::Text.rank(name).is_some(),
        )
    });
    named.any(|is_text| is_text)
}

/// Lists of articles stand under these names, or right in the file.
const LISTS: &[&str] = &[
    "articles",
    "items",
    "results",
    "docs",
    "documents",
    "data",
    "entries",
    "hits",
    "response",
    "news",
    "stories",
    "rows",
];

/// What an object in the place of words holds the words under.
const WITHIN: &[&str] =
    &["rendered", "main", "name", "original", "value", "text", "title", "content", "default", "en"];

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let text = file.decoded()?;
    let text = text.trim_start_matches('\u{feff}');
    let budget = findings.worth(text.len());
    let mut without_text = 0;
    let one = |object: &Map<String, Value>, findings: &mut Findings<'_, '_>| {
        budget.spend(1)?;
        let Some(draft) = article(object, &budget)? else { return Ok(1) };
        findings.article(draft).map(|()| 0)
    };
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            for object in objects(&value, 0) {
                without_text += one(object, findings)?;
            }
        }
        // A line each.
        Err(_) => {
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                match serde_json::from_str::<Value>(line) {
                    Ok(Value::Object(object)) => without_text += one(&object, findings)?,
                    _ => without_text += 1,
                }
            }
        }
    }
    if findings.found() == 0 {
        return Err(sniff::other_json());
    }
    if without_text > 0 {
        findings.remark(Remark::WithoutText { count: without_text });
    }
    Ok(())
}

/// The objects that may be articles.
fn objects(value: &Value, depth: usize) -> Vec<&Map<String, Value>> {
    match value {
        Value::Array(elements) => elements.iter().filter_map(Value::as_object).map(source).collect(),
        Value::Object(object) if text_of(object).is_some() => vec![object],
        Value::Object(object) if depth < 4 => {
            let mut lists = LISTS.iter().filter_map(|name| object.get(*name));
            let found =
                lists.find_map(|list| Some(objects(list, depth + 1)).filter(|found| !found.is_empty()));
            found.unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// What a search engine found is below "_source", what a database exports below "fields".
pub(super) fn source(object: &Map<String, Value>) -> &Map<String, Value> {
    ["_source", "source", "fields", "article", "doc"]
        .iter()
        .filter_map(|name| object.get(*name)?.as_object())
        .find(|inner| text_of(inner).is_some())
        .unwrap_or(object)
}

/// The words under the surest name for something.
fn value_of(object: &Map<String, Value>, role: Role) -> Option<String> {
    let ranked = object.iter().filter_map(|(name, value)| Some((role.rank(name)?, value)));
    let mut ranked: Vec<(usize, &Value)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let parted = if role == Role::Text { "\n\n" } else { ", " };
    ranked.into_iter().find_map(|(_, value)| words(value, parted, 0))
}

fn text_of(object: &Map<String, Value>) -> Option<String> {
    value_of(object, Role::Text).filter(|text| text.contains(|c: char| c.is_alphabetic()))
}

/// The words of a value: itself, those of its elements, or what stands under the name for words.
fn words(value: &Value, parted: &str, depth: usize) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()).filter(|words| !words.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(elements) if depth < 3 => {
            let all: Vec<String> =
                elements.iter().filter_map(|element| words(element, parted, depth + 1)).collect();
            // Of several versions of a text one is enough.
            let is_objects = elements.iter().all(Value::is_object);
            if is_objects {
                all.into_iter().next()
            } else {
                Some(all.join(parted)).filter(|all| !all.is_empty())
            }
        }
        Value::Object(object) if depth < 3 => WITHIN
            .iter()
            .filter_map(|name| object.get(*name))
            .find_map(|value| words(value, parted, depth + 1)),
        _ => None,
    }
}

pub(super) fn article(object: &Map<String, Value>, budget: &Budget) -> Result<Option<Draft>, ImportError> {
    let Some(text) = text_of(object) else { return Ok(None) };
    budget.spend(text.len() as u64)?;
    draft(&text, |role| value_of(object, role), budget)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(json: &str) -> Vec<String> {
        let value: Value = serde_json::from_str(json).unwrap();
        objects(&value, 0).into_iter().filter_map(text_of).collect()
    }

    #[test]
    fn articles_are_found_where_programs_put_them() {
        assert_eq!(texts(r#"{"title": "Talks", "maintext": "They met."}"#), ["They met."]);
        assert_eq!(
            texts(r#"[{"content": {"rendered": "They met."}}, {"text": ["One.", "Two."]}]"#),
            ["They met.", "One.\n\nTwo."]
        );
        assert_eq!(texts(r#"{"hits": {"hits": [{"_source": {"body": "They met."}}]}}"#), ["They met."]);
        assert_eq!(
            texts(r#"{"bodies": [{"contentType": "text/plain", "value": "They met."}]}"#),
            ["They met."]
        );
        assert_eq!(texts(r#"{"name": "chancery", "version": 1}"#), [""; 0]);
    }
}
