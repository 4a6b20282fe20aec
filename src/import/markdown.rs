//! Markdown: `.md`. Headings, emphasis, links, lists and tables become text without their marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::characters::single_spaced;
use super::draft::{Draft, Stated};
use super::error::ImportError;
use super::large::Large;
use super::shallow::shallow;
use super::{Format, Sureness, front_matter};
use crate::model::Budget;

/// Text with marks for headings, emphasis and links.
pub(super) const MARKDOWN: Format = Format {
    name: "Markdown",
    extensions: EXTENSIONS,
    media_type: "text/markdown",
    is_risky: false,
    is_decoded: true,
    large: Large::CUT,
    recognizes: |file| match file.text() {
        Ok(text) if front_matter::split(text).is_some() => Sureness::Sure,
        Ok(_) => Sureness::likely_if(file.is_named(EXTENSIONS)),
        Err(_) => Sureness::No,
    },
    read: |file, findings| {
        file.is_one_article()?;
        let draft = read(file.text()?, &findings.budget)?;
        findings.article(draft)
    },
};

const EXTENSIONS: &[&str] = &["md", "markdown"];

/// A heading this far down is one within the article.
const HEADLINE_WITHIN: usize = 3;

fn read(text: &str, budget: &Budget) -> Result<Draft, ImportError> {
    let (mut stated, body) = front_matter::split(text).unwrap_or((Stated::default(), text));
    let mut reading = Reading::default();
    let body = shallow(body);
    for event in Parser::new_ext(&body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        budget.spend(1)?;
        reading.take(event);
    }
    reading.end_paragraph();
    stated.title = stated.title.or(reading.headline);
    Ok(Draft { paragraphs: reading.paragraphs, stated })
}

/// The reading text as it grows.
#[derive(Default)]
struct Reading {
    paragraphs: Vec<String>,
    /// The paragraph that is being read.
    current: String,
    /// The first heading, if it stands at the top.
    headline: Option<String>,
    /// The next number of each list that is open; none for bullets.
    lists: Vec<Option<u64>>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.current.push_str(&text),
            Event::Html(html) | Event::InlineHtml(html) => self.push_without_tags(&html),
            Event::SoftBreak => self.current.push(' '),
            Event::HardBreak => self.current.push('\n'),
            Event::Rule => self.end_paragraph(),
            Event::Start(Tag::List(first)) => {
                if self.lists.is_empty() {
                    self.end_paragraph();
                }
                self.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_paragraph();
                }
            }
            Event::Start(Tag::Item) => self.begin_item(),
            Event::End(TagEnd::TableCell) => self.current.push(' '),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => self.current.push('\n'),
            Event::End(TagEnd::Paragraph) if !self.lists.is_empty() => self.current.push('\n'),
            Event::End(TagEnd::Heading(_)) => {
                let heading = single_spaced(&self.current).into_owned();
                if self.headline.is_none() && self.paragraphs.len() < HEADLINE_WITHIN && !heading.is_empty() {
                    self.headline = Some(heading);
                }
                self.end_paragraph();
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) if self.lists.is_empty() => {
                self.end_paragraph()
            }
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table | TagEnd::HtmlBlock) => {
                self.end_paragraph();
            }
            _ => {}
        }
    }

    /// An item of a list begins a line; numbers are words of the article, bullets are marks.
    fn begin_item(&mut self) {
        if !self.current.is_empty() && !self.current.ends_with('\n') {
            self.current.push('\n');
        }
        if let Some(Some(number)) = self.lists.last_mut() {
            self.current.push_str(&format!("{number}. "));
            *number += 1;
        }
    }

    fn end_paragraph(&mut self) {
        let lines: Vec<String> = self
            .current
            .lines()
            .map(|line| single_spaced(line).into_owned())
            .filter(|line| !line.is_empty())
            .collect();
        if !lines.is_empty() {
            self.paragraphs.push(lines.join("\n"));
        }
        self.current.clear();
    }

    /// Keeps the words between tags.
    fn push_without_tags(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, tag)) = rest.split_once('<') {
            self.current.push_str(before);
            if tag.starts_with("br") {
                self.current.push('\n');
            }
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
        self.current.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CancelToken;

    fn paragraphs(text: &str) -> Vec<String> {
        read(text, &Budget::new(1000, CancelToken::default())).unwrap().paragraphs
    }

    #[test]
    fn marks_become_plain_text() {
        assert_eq!(
            paragraphs(
                "# Talks\n\nThe *minister* met **her** [counterpart](https://x.example)\nin `Valletta`.\n"
            ),
            ["Talks", "The minister met her counterpart in Valletta."]
        );
    }

    #[test]
    fn lists_keep_a_line_an_item() {
        assert_eq!(
            paragraphs("They agreed:\n\n- on a bridge\n- on a ferry\n\n1. First\n2. Second\n"),
            ["They agreed:", "on a bridge\non a ferry", "1. First\n2. Second"]
        );
    }

    #[test]
    fn tables_keep_their_words() {
        assert_eq!(
            paragraphs("| Side | Envoy |\n|---|---|\n| Malta | Example |\n"),
            ["Side Envoy\nMalta Example"]
        );
    }
}
