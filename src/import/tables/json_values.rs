//! Where in an object the words of an article stand: under the surest of the names that are known, or under those that
//! somebody says.

use serde_json::{Map, Value};

use super::choice::ColumnRoles;
use super::names::compared;
use super::roles::ColumnRole;

/// What an object in the place of words holds the words under.
const WITHIN: &[&str] =
    &["rendered", "main", "name", "original", "value", "text", "title", "content", "default", "en"];

/// What a search engine found is below "_source", what a database exports below "fields".
const BELOW: &[&str] = &["_source", "source", "fields", "article", "doc"];

/// Under which names values stand.
pub(super) enum Values {
    /// Under the surest that is known and has something below it.
    AsKnown,
    /// Under these: as they are said, and as names are compared.
    Said(Vec<(ColumnRole, String, String)>),
}

impl Values {
    /// Under the names that somebody says.
    pub fn said(roles: &ColumnRoles) -> Self {
        Self::Said(roles.all().map(|(role, said)| (role, said.to_owned(), compared(said))).collect())
    }

    /// The words that an article has for this.
    pub fn value(&self, object: &Map<String, Value>, role: ColumnRole) -> Option<String> {
        let parted = if role == ColumnRole::Text { "\n\n" } else { ", " };
        match self {
            Self::AsKnown => {
                let ranked = object.iter().filter_map(|(name, value)| Some((role.rank(name)?, value)));
                let mut ranked: Vec<(usize, &Value)> = ranked.collect();
                ranked.sort_by_key(|(rank, _)| *rank);
                ranked.into_iter().find_map(|(_, value)| words(value, parted, 0))
            }
            Self::Said(_) => words(self.said_value(object, role)?, parted, 0),
        }
    }

    /// The text of an article.
    pub fn text(&self, object: &Map<String, Value>) -> Option<String> {
        self.value(object, ColumnRole::Text).filter(|text| text.contains(|c: char| c.is_alphabetic()))
    }

    /// The object in which the values stand: this one, or one within it.
    pub fn source<'o>(&self, object: &'o Map<String, Value>) -> &'o Map<String, Value> {
        let mut within = BELOW.iter().filter_map(|name| object.get(*name)?.as_object());
        match self {
            Self::AsKnown => within.find(|inner| self.text(inner).is_some()).unwrap_or(object),
            Self::Said(_) => {
                let known = Self::AsKnown.source(object);
                let has_it =
                    |object: &&Map<String, Value>| self.said_value(object, ColumnRole::Text).is_some();
                [known, object].into_iter().chain(within).find(has_it).unwrap_or(known)
            }
        }
    }

    fn said_value<'o>(&self, object: &'o Map<String, Value>, role: ColumnRole) -> Option<&'o Value> {
        let Self::Said(all) = self else { return None };
        let (_, said, wanted) = all.iter().find(|(known, ..)| *known == role)?;
        let alike = || object.iter().find(|(name, _)| compared(name) == *wanted).map(|(_, value)| value);
        object.get(said).or_else(alike)
    }
}

/// The words of a value: itself, those of its elements, or what stands under the name for words.
pub(super) fn words(value: &Value, parted: &str, depth: usize) -> Option<String> {
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
