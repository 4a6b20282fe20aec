//! ProQuest and EBSCO in plain text: lines of a rule between the articles, and a label before each field, the
//! text among them: "Publication title: …", "Full text: …", "Accession Number: …".

use super::fields::names;
use super::{Layout, paragraphs_of};
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::remark::Remark;

pub(super) const LAYOUT: Layout = Layout {
    marks: &["ProQuest document ID:", "Publication title:", "Accession Number:"],
    recognizes,
    split,
};

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Title,
    Publisher,
    /// The paper with day and page: "Courier, The. 04/22/2031, p3".
    Source,
    Published,
    Byline,
    Text,
    Abstract,
    Url,
    /// The number under which the database has it.
    Id,
    Other,
}

/// Labels in lower case.
#[rustfmt::skip]
const LABELS: &[(Label, &[&str])] = &[
    (Label::Title, &["title", "headline", "document title"]),
    (Label::Publisher, &["publication title", "publication", "journal", "newspaper", "journal name"]),
    (Label::Source, &["source"]),
    (Label::Published, &["publication date", "date", "pub date"]),
    (Label::Byline, &["author", "authors", "byline"]),
    (Label::Text, &["full text", "body", "text", "article text"]),
    (Label::Abstract, &["abstract", "abstract (summary)", "abstract (english)"]),
    (Label::Url, &["document url", "url", "persistent link to this record", "permalink"]),
    (Label::Id, &["proquest document id", "accession number"]),
    (Label::Other, &[
        "subject", "subject terms", "location", "people", "company / organization", "company", "publication subject",
        "publisher", "place of publication", "country of publication", "issn", "source type", "language of publication",
        "language", "document type", "copyright", "last updated", "database", "pages", "first page", "publication year",
        "section", "identifier / keyword", "credit", "column", "word count", "full text word count", "classification",
        "edition", "volume", "issue", "year", "number of pages", "publication info", "publication frequency", "links",
        "dateline", "product name", "geographic terms", "people terms", "images", "e-issn", "document feature",
        "publisher information", "company/entity", "translation of title", "contact us at",
    ]),
];

fn recognizes(text: &str) -> bool {
    let labels = || text.lines().filter_map(label_of).map(|(label, _)| label);
    let has = |wanted: Label| labels().any(|label| label == wanted);
    has(Label::Id) && (has(Label::Publisher) || has(Label::Source)) && has(Label::Title)
}

fn label_of(line: &str) -> Option<(Label, &str)> {
    let (label, value) = line.trim().split_once(':')?;
    let label = label.trim().to_lowercase();
    let (known, _) = LABELS.iter().find(|(_, labels)| labels.contains(&label.as_str()))?;
    Some((*known, value.trim()))
}

/// Whether a line parts two articles: a rule, "Document 2 of 20", "Record: 2".
fn parts(line: &str) -> bool {
    let line = line.trim();
    let rule = line.len() >= 20 && line.bytes().all(|byte| matches!(byte, b'_' | b'=' | b'-' | b'*'));
    let number = |rest: &str| rest.split(' ').all(|word| word == "of" || word.parse::<usize>().is_ok());
    rule || line.strip_prefix("Document ").is_some_and(number)
        || line.strip_prefix("Record: ").is_some_and(number)
}

fn split(text: &str, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let lines: Vec<&str> = text.lines().collect();
    let mut without_text = 0;
    for record in lines.split(|line| parts(line)) {
        let record = Record::read(record);
        if !record.is_one() {
            continue;
        }
        match record.draft() {
            Some(draft) => findings.article(draft)?,
            None => without_text += 1,
        }
    }
    if without_text > 0 {
        findings.remark(Remark::WithoutText { count: without_text });
    }
    Ok(())
}

/// The fields of an article, in their order, with the lines of each.
struct Record<'t>(Vec<(Label, Vec<&'t str>)>);

impl<'t> Record<'t> {
    fn read(lines: &[&'t str]) -> Self {
        let mut fields: Vec<(Label, Vec<&str>)> = Vec::new();
        for line in lines {
            match label_of(line) {
                Some((label, value)) => fields.push((label, vec![value])),
                None => {
                    if let Some((_, lines)) = fields.last_mut() {
                        lines.push(line);
                    }
                }
            }
        }
        Self(fields)
    }

    /// Whether it is of an article, and not the cover or the list of contents.
    fn is_one(&self) -> bool {
        let has = |wanted: Label| self.0.iter().any(|(label, _)| *label == wanted);
        has(Label::Id)
            || has(Label::Title) && (has(Label::Publisher) || has(Label::Source) || has(Label::Text))
    }

    /// The first line of a field.
    fn value(&self, wanted: Label) -> Option<&'t str> {
        let mut lines = self.0.iter().filter(|(label, _)| *label == wanted).flat_map(|(_, lines)| lines);
        lines.find(|line| !line.trim().is_empty()).map(|line| line.trim())
    }

    fn text(&self, wanted: Label) -> Option<Vec<String>> {
        let (_, lines) =
            self.0.iter().filter(|(label, _)| *label == wanted).max_by_key(|(_, lines)| lines.len())?;
        Some(paragraphs_of(lines)).filter(|paragraphs| !paragraphs.is_empty())
    }

    fn draft(self) -> Option<Draft> {
        let paragraphs = self.text(Label::Text).or_else(|| self.text(Label::Abstract))?;
        let source = self.value(Label::Source);
        let publisher = self.value(Label::Publisher).or(source);
        // "The Courier; London (UK)", "Courier, The. 04/22/2031, p3"
        let publisher = publisher.and_then(|name| name.split(';').next()?.split(". ").next());
        let published = self.value(Label::Published).or(source).and_then(stated_day);
        let stated = Stated {
            title: self.value(Label::Title).map(str::to_owned),
            publisher: publisher.map(|name| turned(name.trim())),
            byline: self.value(Label::Byline).and_then(names),
            published,
            url: self.value(Label::Url).map(str::to_owned),
            language: None,
        };
        Some(Draft { paragraphs, stated })
    }
}

/// "Courier, The" is "The Courier".
fn turned(name: &str) -> String {
    name.strip_suffix(", The").map_or_else(|| name.to_owned(), |name| format!("The {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_among_labels_ends_where_the_next_label_stands() {
        let text = "Document 1 of 2\n\nMinisters meet\n\nAuthor: Lowe, Ann\n\nFull text: They met on Friday.\n\nThe minister: \
            a man of few words.\n\nSubject: Ports\n\nTitle: Ministers meet\nPublication title: The Courier; London (UK)\n\
            Publication date: Apr 22, 2031\nProQuest document ID: 1234\n";
        assert!(recognizes(text));
        let lines: Vec<&str> = text.lines().skip(1).collect();
        let draft = Record::read(&lines).draft().unwrap();
        assert_eq!(draft.paragraphs, ["They met on Friday.", "The minister: a man of few words."]);
        assert_eq!(draft.stated.publisher.as_deref(), Some("The Courier"));
        assert_eq!(draft.stated.title.as_deref(), Some("Ministers meet"));
    }

    #[test]
    fn papers_that_begin_with_the_article_are_turned() {
        assert_eq!(turned("Courier, The"), "The Courier");
        assert!(parts("____________________________") && parts("Record: 7") && parts("Document 1 of 20"));
        assert!(!parts("Document of the talks"));
    }
}
