//! The names of the fields that ProQuest and EBSCO write before what they know of an article, in all kinds of files
//! that they give.

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
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
    (Label::Publisher, &["publication title", "publication", "journal", "newspaper", "journal name", "paper"]),
    (Label::Source, &["source"]),
    (Label::Published, &["publication date", "date", "pub date"]),
    (Label::Byline, &["author", "authors", "byline", "by"]),
    (Label::Text, &["full text", "body", "text", "article text"]),
    (Label::Abstract, &["abstract", "abstract (summary)", "abstract (english)"]),
    (Label::Url, &[
        "document url", "url", "persistent link to this record", "permalink", "persistent link to this record (permalink)",
    ]),
    (Label::Id, &["proquest document id", "accession number", "record number"]),
    (Label::Other, &[
        "subject", "subject terms", "subjects", "location", "people", "company / organization", "company",
        "publication subject", "publisher", "place of publication", "country of publication", "issn", "source type",
        "language of publication", "language", "document type", "copyright", "last updated", "database", "pages",
        "first page", "publication year", "section", "identifier / keyword", "credit", "column", "word count",
        "full text word count", "classification", "edition", "volume", "issue", "year", "number of pages",
        "publication info", "publication frequency", "links", "dateline", "product name", "geographic terms",
        "people terms", "images", "e-issn", "document feature", "publisher information", "company/entity",
        "translation of title", "contact us at", "database copyright", "cut and paste", "reviews & products",
        "author-supplied keywords", "naics/industry codes", "proquest document link", "ticker", "isbn", "page",
    ]),
];

/// Headings that stand in a line by themselves, without a colon.
const HEADINGS: &[(Label, &[&str])] = &[
    (Label::Text, &["FULL TEXT", "Full text", "Full Text"]),
    (Label::Abstract, &["ABSTRACT", "ABSTRACT (ENGLISH)", "ABSTRACT (SUMMARY)"]),
    (Label::Other, &["DETAILS", "LINKS", "ProQuest document link", "Bibliography", "Terms and Conditions"]),
];

/// How labels are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Each with a colon.
    Colons,
    /// Each in a line by itself: it stood in a cell of a table.
    Cells,
}

impl Writing {
    /// How a text writes its labels: one that has the name of a number in a line by itself is a table.
    pub fn of(text: &str) -> Self {
        let is_cell = |line: &str| label_named(line.trim()) == Some(Label::Id);
        if text.lines().any(is_cell) { Self::Cells } else { Self::Colons }
    }

    /// The label of a line, and what follows it.
    pub fn label_of(self, line: &str) -> Option<(Label, &str)> {
        let line = line.trim();
        let with_colon = || {
            let (label, value) = line.split_once(':')?;
            Some((label_named(label.trim_end())?, value.trim()))
        };
        let heading =
            || HEADINGS.iter().find(|(_, headings)| headings.contains(&line)).map(|(label, _)| *label);
        let alone = || heading().or_else(|| label_named(line).filter(|_| self == Self::Cells));
        with_colon().or_else(|| alone().map(|label| (label, "")))
    }
}

/// What a label says that is written so, in any case.
fn label_named(label: &str) -> Option<Label> {
    /// The longest has no more bytes.
    const LONGEST: usize = 48;
    if label.len() > LONGEST {
        return None;
    }
    let lower = label.to_lowercase();
    LABELS.iter().find(|(_, labels)| labels.contains(&lower.as_str())).map(|(label, _)| *label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_a_colon_or_is_a_heading_or_stands_in_a_cell() {
        let colons = Writing::of("Title: Ministers meet\nAccession Number: 7\n");
        assert_eq!(colons.label_of("  Title:  Ministers meet"), Some((Label::Title, "Ministers meet")));
        assert_eq!(colons.label_of("FULL TEXT"), Some((Label::Text, "")));
        assert_eq!(colons.label_of("Title"), None);
        assert_eq!(colons.label_of("The minister: a man of few words."), None);
        let cells = Writing::of("Title\n\nMinisters meet\n\nProQuest document ID\n\n7\n");
        assert_eq!(cells.label_of("Title"), Some((Label::Title, "")));
    }
}
