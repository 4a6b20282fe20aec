//! Evidence: the words of the article that support a value, and who pointed at them.
//!
//! Saved as the W3C Web Annotation model has it (<https://www.w3.org/TR/annotation-model/#selectors>):
//! a quotation with what stands before and after, and its position in code points.

use std::borrow::Cow;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::text::{Span, Text};

/// How many characters before and after a quotation are kept to recognize it by.
const CONTEXT: usize = 32;

/// A quotation from an article's reading text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The words themselves: `text[start:end]` in code points.
    exact: String,
    /// Up to 32 characters before them.
    prefix: String,
    /// Up to 32 characters after them.
    suffix: String,
    /// The first code point of the words in `article.text`.
    start: usize,
    /// The code point after their last.
    end: usize,
    /// Which rule of the engine pointed at them, or `reviewer`.
    rule: RuleName,
}

/// The name of a rule of the engine, such as `modal_will`, or [`RuleName::REVIEWER`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RuleName(Cow<'static, str>);

impl RuleName {
    /// Evidence that a person pointed at.
    pub const REVIEWER: RuleName = RuleName::new("reviewer");

    /// Stands where a record of version 1 says nothing of the words that a value was read from.
    pub const OF_VERSION_1: RuleName = RuleName::new("version_1");

    /// The name of a rule in the engine's lists.
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// The name as it is saved.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Evidence {
    /// Quotes a span of the text, on the word of this rule.
    pub fn quote(text: &Text, span: Span, rule: RuleName) -> Self {
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        let chars = text.chars_of(span);
        Self {
            exact: text.slice(span).to_owned(),
            prefix: before.get(from..).unwrap_or_default().to_owned(),
            suffix: after.get(..to).unwrap_or_default().to_owned(),
            start: chars.start,
            end: chars.end,
            rule,
        }
    }

    /// Where the words stand in their article. None when the text at that place is another one,
    /// as in a file that was changed by hand.
    pub fn span(&self, text: &Text) -> Option<Span> {
        text.span_of_chars(self.start..self.end).filter(|&span| text.slice(span) == self.exact)
    }

    /// The words themselves.
    pub fn exact(&self) -> &str {
        &self.exact
    }

    /// What stands before them, up to 32 characters.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What stands after them, up to 32 characters.
    pub fn suffix(&self) -> &str {
        &self.suffix
    }

    /// Where they stand in the text, in code points.
    pub fn chars(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Who pointed at them.
    pub fn rule(&self) -> &RuleName {
        &self.rule
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_carries_its_surroundings() {
        let text =
            Text::new("On Friday, Čaputová said that Slovakia will reopen the harbour line by June, again.");
        let at = text.find("Slovakia").unwrap()..text.find(", again").unwrap();
        let evidence = Evidence::quote(&text, text.span(at.clone()).unwrap(), RuleName::new("modal_will"));
        assert_eq!(evidence.exact(), "Slovakia will reopen the harbour line by June");
        assert_eq!(evidence.prefix, "On Friday, Čaputová said that ");
        assert_eq!(evidence.suffix, ", again.");
        assert_eq!(evidence.span(&text).map(Span::bytes), Some(at));
    }

    #[test]
    fn a_quotation_of_another_text_has_no_place() {
        let text = Text::new("Slovakia will reopen the line.");
        let evidence = Evidence::quote(&text, text.span(0..8).unwrap(), RuleName::REVIEWER);
        assert_eq!(evidence.span(&Text::new("Slovenia will reopen the line.")), None);
        assert_eq!(evidence.span(&Text::new("")), None);
    }
}
