//! Provenance: which values a step changed, found by comparing the record before with the one after.
//!
//! The comparison knows nothing of the fields: it walks the two as JSON. Values in a list that have
//! an `id` are compared with their namesakes wherever they stand; other lists count as one value.
//! People and commitments that are the same in both are not written out: there may be hundreds, and
//! the comparison is made with every letter that is typed.

use serde::Serialize;
use serde_json::{Map, Value};

use super::edit::Hand;
use crate::model::{Article, Commitment, Dateline, Day, Edit, Meeting, Participant, Record};

/// The part of a record whose changes are accounted for. The review says itself who and when.
#[derive(Serialize)]
struct Accounted<'r> {
    article: ArticleFacts<'r>,
    meeting: Gathering<'r>,
    commitments: Vec<Part<'r, Commitment>>,
}

#[derive(Serialize)]
struct ArticleFacts<'r> {
    title: Option<&'r str>,
    publisher: Option<&'r str>,
    byline: Option<&'r str>,
    url: Option<&'r str>,
    published: Option<Day>,
    dateline: Option<&'r Dateline>,
}

impl<'r> ArticleFacts<'r> {
    fn of(article: &'r Article) -> Self {
        Self {
            title: article.title.as_deref(),
            publisher: article.publisher.as_deref(),
            byline: article.byline.as_deref(),
            url: article.url.as_deref(),
            published: article.published,
            dateline: article.dateline.as_ref(),
        }
    }
}

#[derive(Serialize)]
struct Gathering<'r> {
    #[serde(flatten)]
    meeting: Meeting,
    /// Takes the place of the meeting's own list, which is empty.
    participants: Vec<Part<'r, Participant>>,
}

/// An element of a list: whole, or only its id where the other state has the very same.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<'r, T> {
    Whole(&'r T),
    Same { id: &'r str },
}

/// The changes between two states of a record.
pub fn edits(before: &Record, after: &Record, hand: &Hand) -> Vec<Edit> {
    let mut edits = Vec::new();
    compare("", &accounted(before, after), &accounted(after, before), &mut |path, from, to| {
        edits.push(Edit { at: hand.at, by: hand.by.as_str().into(), path, from, to });
    });
    edits
}

fn accounted(record: &Record, other: &Record) -> Value {
    let participants = parts(&record.meeting.participants, &other.meeting.participants, |p| p.id.as_str());
    let meeting = Meeting { participants: Vec::new(), ..record.meeting.clone() };
    let part = Accounted {
        article: ArticleFacts::of(&record.article),
        meeting: Gathering { meeting, participants },
        commitments: parts(&record.commitments, &other.commitments, |c| c.id.as_str()),
    };
    // Only maps with keys that are no strings cannot be JSON, and a record has none.
    serde_json::to_value(part).unwrap_or_default()
}

fn parts<'r, T: PartialEq>(list: &'r [T], other: &[T], id: fn(&T) -> &str) -> Vec<Part<'r, T>> {
    let part = |(at, part): (usize, &'r T)| {
        // Most stand where they stood.
        let is_same = other.get(at) == Some(part) || other.contains(part);
        if is_same { Part::Same { id: id(part) } } else { Part::Whole(part) }
    };
    list.iter().enumerate().map(part).collect()
}

type Found<'f> = dyn FnMut(String, Value, Value) + 'f;

fn compare(path: &str, before: &Value, after: &Value, found: &mut Found<'_>) {
    match (before, after) {
        _ if before == after => {}
        (Value::Object(before), Value::Object(after)) => compare_objects(path, before, after, found),
        (Value::Array(before), Value::Array(after)) => match (Named::all(before), Named::all(after)) {
            (Some(before), Some(after)) => compare_lists(path, &before, &after, found),
            _ => found(path.to_owned(), Value::from(before.clone()), Value::from(after.clone())),
        },
        _ => found(path.to_owned(), before.clone(), after.clone()),
    }
}

fn compare_objects(
    path: &str,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    found: &mut Found<'_>,
) {
    for (key, to) in after {
        compare(&format!("{path}/{key}"), before.get(key).unwrap_or(&Value::Null), to, found);
    }
    // A value that is not written out while there is none is gone with its key.
    for (key, from) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
        compare(&format!("{path}/{key}"), from, &Value::Null, found);
    }
}

/// An element of a list that is known by its id.
struct Named<'v> {
    id: &'v str,
    at: usize,
    value: &'v Value,
}

impl<'v> Named<'v> {
    /// The elements of a list, if all of them have ids.
    fn all(list: &'v [Value]) -> Option<Vec<Self>> {
        let named =
            |(at, value): (usize, &'v Value)| Some(Self { id: value.get("id")?.as_str()?, at, value });
        list.iter().enumerate().map(named).collect()
    }

    fn among<'l>(&self, list: &'l [Self]) -> Option<&'l Self> {
        list.iter().find(|other| other.id == self.id)
    }
}

fn compare_lists(path: &str, before: &[Named<'_>], after: &[Named<'_>], found: &mut Found<'_>) {
    for gone in before.iter().filter(|old| old.among(after).is_none()) {
        found(format!("{path}/{}", gone.at), gone.value.clone(), Value::Null);
    }
    for new in after {
        let place = format!("{path}/{}", new.at);
        match new.among(before) {
            Some(old) => compare(&place, old.value, new.value, found),
            None => found(place, Value::Null, new.value.clone()),
        }
    }
    let order = |list: &[Named<'_>], other: &[Named<'_>]| -> Vec<String> {
        list.iter().filter(|named| named.among(other).is_some()).map(|named| named.id.to_owned()).collect()
    };
    let (was, is) = (order(before, after), order(after, before));
    if was != is {
        // The list as a whole has another order: its ids tell which.
        found(path.to_owned(), Value::from(was), Value::from(is));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(before: Value, after: Value, expected: &[(&str, Value, Value)]) {
        let mut found = Vec::new();
        compare("", &before, &after, &mut |path, from, to| found.push((path, from, to)));
        let expected: Vec<_> =
            expected.iter().map(|(path, from, to)| ((*path).to_owned(), from.clone(), to.clone())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_change_is_found_where_it_is() {
        check(
            json!({"a": {"b": 1, "c": 2}}),
            json!({"a": {"b": 1, "c": 3}}),
            &[("/a/c", json!(2), json!(3))],
        );
        check(json!({"a": [1]}), json!({"a": [1, 2]}), &[("/a", json!([1]), json!([1, 2]))]);
        check(json!({"a": null}), json!({"a": {"b": 1}}), &[("/a", json!(null), json!({"b": 1}))]);
        check(
            json!({"a": 1}),
            json!({"b": 2}),
            &[("/b", json!(null), json!(2)), ("/a", json!(1), json!(null))],
        );
    }

    #[test]
    fn what_has_an_id_is_followed_through_its_list() {
        let (p, q) = (json!({"id": "p1", "n": 1}), json!({"id": "p2", "n": 2}));
        let q2 = json!({"id": "p2", "n": 3});
        check(json!([p, q]), json!([q2]), &[("/0", p.clone(), json!(null)), ("/0/n", json!(2), json!(3))]);
        check(json!([p]), json!([p, q]), &[("/1", json!(null), q.clone())]);
        check(json!([p, q]), json!([q, p]), &[("", json!(["p1", "p2"]), json!(["p2", "p1"]))]);
    }
}
