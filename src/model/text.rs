//! The reading text of an article, and the spans in it.
//!
//! A [`Text`] is made once, at import, and never changes after: every offset in a record refers to
//! it. A [`Span`] is a stretch of one text. It can only be asked of the text itself, which answers
//! only for stretches that begin and end between characters, so a span cannot cut a letter in two.
//! In memory spans count bytes; in saved files they count Unicode code points, as other languages
//! count the characters of a string. The text converts between the two.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Every how many characters of a text that is not ASCII its byte offset is noted.
const STRIDE: usize = 64;

/// A frozen text that converts between bytes and code points. Cloning it is cheap.
#[derive(Clone)]
pub struct Text {
    content: Arc<str>,
    /// The byte offset of every [`STRIDE`]th character; empty for ASCII, where the two are the same.
    marks: Arc<[usize]>,
}

/// A stretch of a [`Text`] in bytes: at least one character, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Text {
    /// Freezes `content`.
    pub fn new(content: impl Into<Arc<str>>) -> Self {
        let content = content.into();
        let marks = if content.is_ascii() {
            Arc::default()
        } else {
            content.char_indices().map(|(at, _)| at).step_by(STRIDE).collect()
        };
        Self { content, marks }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The span of these bytes, unless they are none, lie outside, or cut a character in two.
    pub fn span(&self, bytes: Range<usize>) -> Option<Span> {
        let stretch = self.content.get(bytes.clone())?;
        (!stretch.is_empty()).then_some(Span { start: bytes.start, end: bytes.end })
    }

    /// The span of these code points, unless they are none or lie outside.
    pub fn span_of_chars(&self, chars: Range<usize>) -> Option<Span> {
        self.span(self.byte_of_char(chars.start)?..self.byte_of_char(chars.end)?)
    }

    /// The span of a part of this text that was borrowed from it, such as a line or a trimmed word.
    /// None for an empty part and for a string from elsewhere.
    pub fn span_of_part(&self, part: &str) -> Option<Span> {
        let start = (part.as_ptr() as usize).checked_sub(self.content.as_ptr() as usize)?;
        self.span(start..start + part.len())
    }

    /// Every place where these words stand by themselves, not as a part of longer ones.
    pub fn whole_words<'t>(&'t self, words: &'t str) -> impl Iterator<Item = Span> + 't {
        let goes_on = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        let places = self.content.match_indices(words).map(move |(at, _)| at..at + words.len());
        let whole = places.filter(move |place| {
            let (before, after) = (self.content.get(..place.start), self.content.get(place.end..));
            !goes_on(before.and_then(|before| before.chars().next_back()))
                && !goes_on(after.and_then(|after| after.chars().next()))
        });
        whole.filter_map(|place| self.span(place))
    }

    /// The words of a span. A span of another text gives what stands there in this one, or nothing.
    pub fn slice(&self, span: Span) -> &str {
        self.content.get(span.bytes()).unwrap_or_default()
    }

    /// Where a span begins and ends, in code points.
    pub fn chars_of(&self, span: Span) -> Range<usize> {
        self.char_of_byte(span.start)..self.char_of_byte(span.end)
    }

    /// How many code points come before this byte.
    pub fn char_of_byte(&self, byte: usize) -> usize {
        if self.marks.is_empty() {
            return byte.min(self.content.len());
        }
        let mark = self.marks.partition_point(|&at| at <= byte).saturating_sub(1);
        let from = self.marks.get(mark).copied().unwrap_or_default();
        let rest = self.content.get(from..).unwrap_or_default();
        mark * STRIDE + rest.char_indices().take_while(|(at, _)| from + at < byte).count()
    }

    /// Where the character with this number begins; the text's length for the number after the
    /// last; none beyond.
    pub fn byte_of_char(&self, number: usize) -> Option<usize> {
        if self.marks.is_empty() {
            return (number <= self.content.len()).then_some(number);
        }
        let from = match self.marks.get(number / STRIDE) {
            Some(&from) => from,
            // Only the number after the last can be meant, where the last mark's stride is full.
            None => return (number == self.char_of_byte(self.content.len())).then_some(self.content.len()),
        };
        let rest = self.content.get(from..)?;
        let mut ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        ends.nth(number % STRIDE).map(|at| from + at)
    }
}

impl Span {
    /// The bytes of the span, half-open.
    pub fn bytes(self) -> Range<usize> {
        self.start..self.end
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end
    }

    /// The shortest span that holds both, which must be of the same text.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a character.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<&str> for Text {
    fn from(content: &str) -> Self {
        Self::new(content)
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.content
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

impl Eq for Text {}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.content)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Text::new)
    }
}

impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_never_cuts_a_character() {
        let text = Text::new("Čaputová met 王毅 🤝 وزير");
        assert!(text.span(0..1).is_none(), "the first letter is two bytes");
        assert!(text.span(0..0).is_none(), "nothing is no evidence");
        assert!(text.span(0..1000).is_none());
        assert_eq!(text.span_of_chars(13..15).map(|s| text.slice(s)), Some("王毅"));
    }

    #[test]
    fn a_part_knows_where_it_stands() {
        let text = Text::new("first line\nsecond line");
        let second = text.lines().nth(1).unwrap();
        assert_eq!(text.span_of_part(second).map(Span::bytes), Some(11..22));
        assert_eq!(text.span_of_part("second line"), None, "the same letters from elsewhere");
    }

    proptest! {
        #[test]
        fn bytes_and_code_points_convert_both_ways(content in "\\PC{0,300}", a in 0usize..300, b in 0usize..300) {
            let text = Text::new(content.as_str());
            let chars: Vec<char> = content.chars().collect();
            let (start, end) = (a.min(b), a.max(b));
            let span = text.span_of_chars(start..end);
            prop_assert_eq!(span.is_some(), start < end && end <= chars.len());
            if let Some(span) = span {
                let expected: String = chars[start..end].iter().collect();
                prop_assert_eq!(text.slice(span), expected);
                prop_assert_eq!(text.chars_of(span), start..end);
            }
        }
    }
}
