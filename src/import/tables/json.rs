//! JSON: an article as programs that collect pages write it (news-please, ninjs, the interfaces of sites and
//! agencies), a list of them, or one a line.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::io::BufRead;

use serde::de::{Deserializer as _, Error as _, IgnoredAny, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::columns::draft;
use super::head::TableHead;
use super::json_sample::Sample;
use super::json_values::Values;
use super::roles::ColumnRole;
use super::within::Within;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::limits::{BEGINNING_BYTES, LIMIT_BYTES, LONGEST_ENTRY};
use crate::import::source::entry;
use crate::import::{Format, Sureness, sniff};

/// Articles in JSON.
pub(in crate::import) const JSON: Format = Format {
    name: "Articles in JSON",
    extensions: &["json", "jsonl", "ndjson"],
    media_type: "application/json",
    is_risky: false,
    is_decoded: true,
    large: Large::AsItComes(
        |file| Shape::of(file) != Shape::Within,
        "Save it with one article a line (.jsonl), or as a table (.csv): of such, files of any size are read.",
    ),
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
                && ColumnRole::Text.rank(name).is_some(),
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

/// How articles stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// In a list, from the first byte on.
    List,
    /// One a line.
    Lines,
    /// Deeper within it, or it is one.
    Within,
}

impl Shape {
    fn of(file: &File<'_>) -> Self {
        Self::of_text(&file.beginning_lines())
    }

    /// That of a text with these whole lines at its beginning.
    fn of_text(beginning: &str) -> Self {
        /// So many lines tell.
        const SAMPLE: usize = 9;
        let beginning = beginning.trim_start_matches('\u{feff}').trim_start();
        if beginning.starts_with('[') {
            return Self::List;
        }
        let lines = beginning.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE);
        let (mut all, mut objects) = (0, 0);
        for line in lines {
            all += 1;
            // One may be damaged.
            objects += usize::from(serde_json::from_str::<HashMap<String, IgnoredAny>>(line).is_ok());
        }
        if all > 1 && objects * 2 > all { Self::Lines } else { Self::Within }
    }
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let shape = Shape::of(file);
    let values = match file.columns {
        Some(known) => sample(file, shape).map_or(Ok(Values::AsKnown), |sample| sample.values(known))?,
        None => Values::AsKnown,
    };
    let read = match shape {
        Shape::List => read_list(file, findings, &values),
        Shape::Lines => read_lines(&mut file.decoded_stream()?, findings, &values),
        Shape::Within => read_whole(file, findings, &values),
    };
    match read {
        Ok(()) | Err(ImportError::Damaged { .. }) if findings.found() == 0 => Err(sniff::other_json()),
        read => read,
    }
}

/// Its first objects, if there are several or it begins as a file of several does.
fn sample(file: &File<'_>, shape: Shape) -> Option<Sample> {
    let mut sample = Sample::default();
    match shape {
        Shape::List => {
            let first = First(&mut sample);
            // It may be cut off where the beginning ends.
            let _ =
                serde_json::Deserializer::from_str(text_of(&file.beginning_lines())).deserialize_seq(first);
        }
        Shape::Lines => {
            let beginning = file.beginning_lines();
            let objects = beginning.lines().filter_map(|line| serde_json::from_str(text_of(line)).ok());
            objects.for_each(|object: Map<String, Value>| sample.add(Values::AsKnown.source(&object)));
        }
        Shape::Within if file.bytes.len() as u64 > LIMIT_BYTES => return None,
        Shape::Within => {
            let value: Value = serde_json::from_str(text_of(&file.decoded().ok()?)).ok()?;
            objects(&value, 0, &Values::AsKnown).into_iter().for_each(|object| sample.add(object));
        }
    }
    sample.is_whole =
        file.is_held() && (shape == Shape::Within || (file.bytes.len() as u64) < BEGINNING_BYTES);
    Some(sample)
}

/// How it begins, if it is a table: an article by itself is none, nor is a list of which no name says anything.
pub(super) fn head(file: &File<'_>, _: &mut Findings<'_, '_>) -> Result<Option<TableHead>, ImportError> {
    let shape = Shape::of(file);
    let sample = sample(file, shape).filter(|sample| shape != Shape::Within || sample.is_of_several());
    let head = sample.map(|sample| sample.head());
    Ok(head.filter(|head| head.columns.iter().any(|column| column.guess.is_some())))
}

/// A text without the mark at its beginning.
fn text_of(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

/// Takes a sample of the elements of a list.
struct First<'s>(&'s mut Sample);

impl<'de> Visitor<'de> for First<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            value.as_object().into_iter().for_each(|object| self.0.add(Values::AsKnown.source(object)));
        }
        Ok(())
    }
}

/// Reads a list, an element after the other.
fn read_list(file: &File<'_>, findings: &mut Findings<'_, '_>, values: &Values) -> Result<(), ImportError> {
    let left = Cell::new(LONGEST_ENTRY);
    let mut text =
        serde_json::Deserializer::from_reader(Within { text: file.decoded_stream()?, left: &left });
    let mut failed = None;
    let list = List { findings, values, left: &left, failed: &mut failed };
    let read = (&mut text).deserialize_seq(list).and_then(|()| text.end());
    match (failed, read) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        (None, Err(_)) if left.get() == 0 => Err(ImportError::TooLarge { bytes: LONGEST_ENTRY }),
        (None, Err(error)) => Err(match error.io_error_kind() {
            Some(kind) => ImportError::BrokenOff(kind),
            None => ImportError::Damaged { what: "a list of articles (JSON)" },
        }),
    }
}

/// Takes the elements of a list as they come.
struct List<'l, 'f, 'a> {
    findings: &'l mut Findings<'f, 'a>,
    values: &'l Values,
    left: &'l Cell<u64>,
    failed: &'l mut Option<ImportError>,
}

impl<'de> Visitor<'de> for List<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            self.left.set(LONGEST_ENTRY);
            let taken = match &value {
                Value::Object(object) => take(self.values.source(object), self.findings, self.values),
                _ => {
                    self.findings.without_text();
                    Ok(())
                }
            };
            if let Err(error) = taken {
                *self.failed = Some(error);
                return Err(A::Error::custom("no more is wanted"));
            }
        }
        Ok(())
    }
}

/// Reads an object a line.
fn read_lines(
    text: &mut impl BufRead,
    findings: &mut Findings<'_, '_>,
    values: &Values,
) -> Result<(), ImportError> {
    let (mut line, mut is_below_end) = (Vec::new(), true);
    while entry(text, b'\n', &mut line)? {
        let is_whole = is_below_end;
        is_below_end = line.ends_with(b"\n") || (line.len() as u64) < LONGEST_ENTRY;
        if !is_whole || line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Map<String, Value>>(&line) {
            Ok(object) => take(values.source(&object), findings, values)?,
            Err(_) => findings.without_text(),
        }
    }
    Ok(())
}

/// Reads what has its articles somewhere within it.
fn read_whole(file: &File<'_>, findings: &mut Findings<'_, '_>, values: &Values) -> Result<(), ImportError> {
    let text = file.decoded()?;
    let text = text_of(&text);
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            objects(&value, 0, values).into_iter().try_for_each(|object| take(object, findings, values))
        }
        Err(_) => read_lines(&mut text.as_bytes(), findings, values),
    }
}

/// Takes the article that an object is.
fn take(
    object: &Map<String, Value>,
    findings: &mut Findings<'_, '_>,
    values: &Values,
) -> Result<(), ImportError> {
    let text = values.text(object).unwrap_or_default();
    let budget = findings.worth(text.len());
    // Nobody may wait for it any more.
    budget.spend(1)?;
    match draft(&text, |role| values.value(object, role), &budget)? {
        Some(draft) => findings.article(draft)?,
        None => findings.without_text(),
    }
    Ok(())
}

/// The objects that may be articles.
fn objects<'v>(value: &'v Value, depth: usize, values: &Values) -> Vec<&'v Map<String, Value>> {
    match value {
        Value::Array(elements) => {
            elements.iter().filter_map(Value::as_object).map(|object| values.source(object)).collect()
        }
        Value::Object(object) if values.text(object).is_some() => vec![object],
        Value::Object(object) if depth < 4 => {
            let mut lists = LISTS.iter().filter_map(|name| object.get(*name));
            let found = lists
                .find_map(|list| Some(objects(list, depth + 1, values)).filter(|found| !found.is_empty()));
            found.unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(json: &str) -> Vec<String> {
        let value: Value = serde_json::from_str(json).unwrap();
        objects(&value, 0, &Values::AsKnown)
            .into_iter()
            .filter_map(|object| Values::AsKnown.text(object))
            .collect()
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
