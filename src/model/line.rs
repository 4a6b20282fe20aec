//! One line of text: what names, titles and places are, wherever they come from.
//!
//! A name that is two lines breaks every list that has a line a name, and one with control characters
//! can do what it likes with a terminal. So both are taken out where a [`Line`] is made: from what is
//! typed, from a page, from a saved file or a library of an earlier version. Spaces stay as they are,
//! because a line is also what somebody is just typing.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};

/// Text without line breaks and control characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Line(String);

impl Line {
    /// The line itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this text is one line as it stands.
    pub fn is_one(text: &str) -> bool {
        !text.chars().any(breaks)
    }
}

/// Whether a character ends a line or is none that can be read.
fn breaks(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// Line breaks and tabs become a space, each run of them one; other control characters go.
fn in_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut after_break = false;
    for letter in text.chars() {
        let is_break = breaks(letter) && letter.is_whitespace();
        if is_break && !after_break {
            line.push(' ');
        } else if !breaks(letter) {
            line.push(letter);
        }
        after_break = is_break || after_break && breaks(letter);
    }
    line
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        if Self::is_one(&text) { Self(text) } else { Self(in_one_line(&text)) }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Line {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<Cow<'_, str>> for Line {
    fn from(text: Cow<'_, str>) -> Self {
        text.into_owned().into()
    }
}

impl From<Line> for String {
    fn from(line: Line) -> Self {
        line.0
    }
}

impl Deref for Line {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Line {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Line {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl PartialEq<str> for Line {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Line {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<String> for Line {
    fn eq(&self, other: &String) -> bool {
        self.0 == *other
    }
}

impl PartialEq<Line> for String {
    fn eq(&self, other: &Line) -> bool {
        *self == other.0
    }
}

impl PartialEq<Line> for str {
    fn eq(&self, other: &Line) -> bool {
        *self == *other.0
    }
}

impl PartialEq<Line> for &str {
    fn eq(&self, other: &Line) -> bool {
        **self == *other.0
    }
}

impl<'de> Deserialize<'de> for Line {
    /// Files and libraries of earlier versions may hold names of several lines: they go on opening.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl JsonSchema for Line {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Line".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(Line::from(text).as_str(), expected, "{text:?}");
        let read: Line = serde_json::from_value(text.into()).unwrap();
        assert_eq!(read.as_str(), expected, "{text:?} in a file");
    }

    #[test]
    fn line_breaks_become_a_space_and_control_characters_go() {
        check("Malta", "Malta");
        check("Foreign\nMinister", "Foreign Minister");
        check("Foreign\r\nMinister", "Foreign Minister");
        check("Foreign\u{2028}Minister\u{85}of\tMalta", "Foreign Minister of Malta");
        check("Mal\0ta\u{1b}[31m", "Malta[31m");
        check("Malta\r", "Malta ");
    }

    #[test]
    fn what_is_being_typed_keeps_its_spaces() {
        check("Maria ", "Maria ");
        check("  Maria  Zerafa", "  Maria  Zerafa");
    }

    proptest! {
        #[test]
        fn whatever_the_text_a_line_is_one_line_and_stays_so(text in any::<String>()) {
            let line = Line::from(text.as_str());
            prop_assert!(Line::is_one(&line));
            prop_assert!(line.lines().count() <= 1);
            prop_assert_eq!(&Line::from(line.as_str()), &line);
            if Line::is_one(&text) {
                prop_assert_eq!(line.as_str(), text);
            }
        }
    }
}
