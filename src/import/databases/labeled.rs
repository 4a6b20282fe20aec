//! ProQuest and EBSCO: lines of a rule between the articles, or their numbers, and a label before each field, the
//! text among them: "Publication title: …", "Full text: …", "Accession Number: …". The text of EBSCO may follow the
//! last field without a label.

use super::fields::{names, people, turned};
use super::labels::{Label, Writing};
use super::numbers::{self, Number};
use super::{Layout, Split, paragraphs_of};
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::lines::is_prose;
use crate::import::remark::Remark;

pub(super) const LAYOUT: Layout = Layout {
    name: "ProQuest and EBSCO",
    marks: &[
        "ProQuest document ID",
        "ProQuest Document ID",
        "Publication title",
        "Publication Title",
        "Accession Number",
        "Accession number",
        "Record Number:",
    ],
    recognizes,
    split: Split::Text(split),
};

fn recognizes(text: &str) -> bool {
    let writing = Writing::of(text);
    let labels = || text.lines().filter_map(|line| writing.label_of(line)).map(|(label, _)| label);
    let has = |wanted: Label| labels().any(|label| label == wanted);
    has(Label::Id) && (has(Label::Publisher) || has(Label::Source)) && has(Label::Title)
}

/// What parts two articles.
enum Part {
    /// A line of a rule.
    Rule,
    /// "Document 2 of 20", "Record: 2"
    Number(Number),
}

impl Part {
    fn of(line: &str) -> Option<Self> {
        let line = line.trim();
        if line.len() >= 20 && line.bytes().all(|byte| matches!(byte, b'_' | b'=' | b'-' | b'*')) {
            return Some(Self::Rule);
        }
        let number = |word: &str| word.trim().parse::<usize>().ok();
        let told = match line.strip_prefix("Document ") {
            Some(rest) => rest.split_once(" of ").and_then(|(this, of)| Some((number(this)?, number(of)?))),
            None => number(line.strip_prefix("Record:")?).map(|this| (this, this)),
        };
        told.map(|(number, of)| Self::Number(Number { number, of }))
    }
}

fn split(text: &str, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let writing = Writing::of(text);
    let (mut record, mut numbers, mut without_text) = (Record::default(), Vec::new(), 0);
    let mut end = |record: &mut Record<'_>, findings: &mut Findings<'_, '_>| {
        let record = std::mem::take(record);
        match record.is_one().then(|| record.draft()) {
            Some(Some(draft)) => findings.article(draft),
            Some(None) => {
                without_text += 1;
                Ok(())
            }
            None => Ok(()),
        }
    };
    for line in text.lines() {
        if let Some(part) = Part::of(line) {
            end(&mut record, findings)?;
            numbers.extend(match part {
                Part::Number(number) => Some(number),
                Part::Rule => None,
            });
            continue;
        }
        match writing.label_of(line) {
            Some((label, value)) => {
                if record.ends_before(label) {
                    end(&mut record, findings)?;
                }
                record.0.push((label, vec![value]));
            }
            None => record.go_on(line),
        }
    }
    end(&mut record, findings)?;
    if let Some(remark) = numbers::remark(None, &numbers, findings.found()) {
        findings.remark(remark);
    }
    if without_text > 0 {
        findings.remark(Remark::WithoutText { count: without_text });
    }
    Ok(())
}

/// The fields of an article, in their order, with the lines of each.
#[derive(Default)]
struct Record<'t>(Vec<(Label, Vec<&'t str>)>);

impl<'t> Record<'t> {
    fn has(&self, wanted: Label) -> bool {
        self.0.iter().any(|(label, _)| *label == wanted)
    }

    fn go_on(&mut self, line: &'t str) {
        if let Some((_, lines)) = self.0.last_mut() {
            lines.push(line);
        }
    }

    /// Whether this label is of the next article: pages have no rule between them.
    fn ends_before(&self, label: Label) -> bool {
        let is_first = matches!(label, Label::Title | Label::Byline | Label::Abstract | Label::Text);
        // In ProQuest the text comes first, and its number after the paper.
        let is_whole = || self.has(label) || label != Label::Title && self.has(Label::Publisher);
        is_first && self.has(Label::Id) && is_whole()
    }

    /// Whether it is of an article, and not the cover or the list of contents.
    fn is_one(&self) -> bool {
        self.has(Label::Id)
            || self.has(Label::Title)
                && [Label::Publisher, Label::Source, Label::Text].iter().any(|label| self.has(*label))
    }

    /// The first line of a field.
    fn value(&self, wanted: Label) -> Option<&'t str> {
        let mut lines = self.0.iter().filter(|(label, _)| *label == wanted).flat_map(|(_, lines)| lines);
        lines.find(|line| !line.trim().is_empty()).map(|line| line.trim())
    }

    fn text(&self, wanted: Label) -> Option<Text> {
        let (_, lines) =
            self.0.iter().filter(|(label, _)| *label == wanted).max_by_key(|(_, lines)| lines.len())?;
        Text::of(lines)
    }

    /// What stands below the last field, if that is a text.
    fn below(&self) -> Option<Text> {
        let (_, lines) = self.0.last()?;
        let value = lines.iter().position(|line| !line.trim().is_empty())?;
        let text = Text::of(lines.get(value + 1..)?)?;
        text.paragraphs.iter().any(|paragraph| is_prose(paragraph)).then_some(text)
    }

    /// The headline. EBSCO ends it like a sentence.
    fn title(&self) -> Option<String> {
        let title = self.value(Label::Title)?;
        let bare = title.strip_suffix('.').filter(|bare| bare.ends_with(char::is_lowercase));
        Some(bare.filter(|_| self.has(Label::Source)).unwrap_or(title).to_owned())
    }

    fn draft(self) -> Option<Draft> {
        let text = self.text(Label::Text).or_else(|| self.below()).or_else(|| self.text(Label::Abstract))?;
        let source = self.value(Label::Source);
        let publisher = self.value(Label::Publisher).or(source);
        // "The Courier; London (UK)", "Courier, The. 04/22/2031, p3"
        let publisher = publisher.and_then(|name| name.split(';').next()?.split(". ").next());
        let published = self.value(Label::Published).or(source).and_then(stated_day);
        let stated = Stated {
            title: self.title(),
            publisher: publisher.map(|name| turned(name.trim())),
            byline: self.value(Label::Byline).and_then(people).or(text.byline),
            published,
            url: self.value(Label::Url).filter(|url| url.contains("://")).map(str::to_owned),
            language: None,
        };
        Some(Draft { paragraphs: text.paragraphs, stated })
    }
}

/// A text, and who is named below it.
struct Text {
    paragraphs: Vec<String>,
    byline: Option<String>,
}

impl Text {
    /// The text of these lines: EBSCO ends it by a row of tildes, below which its author stands, and whose property
    /// it is.
    fn of(lines: &[&str]) -> Option<Self> {
        let is_end = |line: &&str| line.trim().len() >= 4 && line.trim().bytes().all(|byte| byte == b'~');
        let is_property = |line: &&str| {
            let line = line.trim();
            line.starts_with("Copyright of ") && line.contains("property of")
        };
        let property = lines.iter().position(is_property).unwrap_or(lines.len());
        let lines = lines.get(..property)?;
        let end = lines.iter().position(is_end).unwrap_or(lines.len());
        let mut below = lines.get(end..)?.iter().skip(1).map(|line| line.trim());
        let byline = below.find(|line| line.starts_with("By ")).and_then(names);
        let paragraphs = paragraphs_of(lines.get(..end)?);
        (!paragraphs.is_empty()).then_some(Self { paragraphs, byline })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(text: &str) -> Record<'_> {
        let (writing, mut record) = (Writing::of(text), Record::default());
        for line in text.lines() {
            match writing.label_of(line) {
                Some((label, value)) => record.0.push((label, vec![value])),
                None => record.go_on(line),
            }
        }
        record
    }

    #[test]
    fn a_text_among_labels_ends_where_the_next_label_stands() {
        let text = "Ministers meet\n\nAuthor: Lowe, Ann\n\nFull text: They met on Friday.\n\nThe minister: \
            a man of few words.\n\nSubject: Ports\n\nTitle: Ministers meet\nPublication title: The Courier; London (UK)\n\
            Publication date: Apr 22, 2031\nProQuest document ID: 1234\n";
        assert!(recognizes(text));
        let draft = record(text).draft().unwrap();
        assert_eq!(draft.paragraphs, ["They met on Friday.", "The minister: a man of few words."]);
        assert_eq!(draft.stated.publisher.as_deref(), Some("The Courier"));
        assert_eq!(draft.stated.title.as_deref(), Some("Ministers meet"));
        assert_eq!(draft.stated.byline.as_deref(), Some("Ann Lowe"));
    }

    #[test]
    fn a_text_without_a_label_stands_below_the_last_field() {
        let text = "Title:\n   Ministers meet.\nSource:\n   Courier, The. 04/22/2031, p3.\nAccession Number:\n   7\n\
            Database:\n   Newspaper Source\n\nMinisters meet\n\nThey met on Friday in the old customs house of Lund.\n\n\
            ~~~~~~~~\nBy Ann Lowe\n\nCopyright of Courier, The is the property of The Courier and may not be copied.\n";
        let draft = record(text).draft().unwrap();
        assert_eq!(
            draft.paragraphs,
            ["Ministers meet", "They met on Friday in the old customs house of Lund."]
        );
        assert_eq!(draft.stated.publisher.as_deref(), Some("The Courier"));
        assert_eq!(draft.stated.byline.as_deref(), Some("Ann Lowe"));
    }

    #[test]
    fn rules_and_numbers_part_articles() {
        let number = |line: &str| match Part::of(line) {
            Some(Part::Number(number)) => Some((number.number, number.of)),
            _ => None,
        };
        assert!(matches!(Part::of("____________________________"), Some(Part::Rule)));
        assert_eq!((number("Record: 7"), number("Document 1 of 20")), (Some((7, 7)), Some((1, 20))));
        assert!(Part::of("Document of the talks").is_none() && Part::of("Record: a word").is_none());
    }
}
