//! What a column holds, by its name: "date_publish" is when an article was issued, "maintext" its text.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a column of a table of articles holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnRole {
    /// The articles themselves.
    Text,
    /// Their headlines.
    Title,
    /// The days on which they were issued.
    Published,
    /// Who issued them.
    Publisher,
    /// Who wrote them.
    Byline,
    /// Where they are found on the web.
    #[serde(rename = "address")]
    Url,
    /// The languages in which they are written.
    Language,
}

impl ColumnRole {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] =
        &[Self::Text, Self::Title, Self::Published, Self::Publisher, Self::Byline, Self::Url, Self::Language];

    /// The word for it on the command line and in settings.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Title => "title",
            Self::Published => "published",
            Self::Publisher => "publisher",
            Self::Byline => "byline",
            Self::Url => "address",
            Self::Language => "language",
        }
    }

    /// What the window calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Title => "Headline",
            Self::Published => "Published",
            Self::Publisher => "Publisher",
            Self::Byline => "Byline",
            Self::Url => "Address",
            Self::Language => "Language",
        }
    }

    /// The one that this word is for: its own, or one by which such columns are known.
    pub fn named(word: &str) -> Option<Self> {
        let own = Self::ALL.iter().find(|role| role.word().eq_ignore_ascii_case(word.trim()));
        let ranked = || Self::ALL.iter().filter_map(|role| Some((role.rank(word)?, role))).min();
        own.or_else(|| ranked().map(|(_, role)| role)).copied()
    }

    /// The words for all of them: "text, title, published …".
    pub fn words() -> String {
        Self::ALL.iter().map(|role| role.word()).collect::<Vec<_>>().join(", ")
    }

    /// Its names in letters and digits alone, the surest first.
    #[rustfmt::skip]
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Title => &[
                "title", "headline", "heading", "headlines", "titre", "titel", "titulo", "titolo", "headlinemain", "header",
                "articletitle", "newstitle", "pagetitle", "subject", "name",
            ],
            Self::Text => &[
                "text", "texts", "maintext", "fulltext", "articletext", "body", "bodytext", "bodyhtml", "bodyxhtml",
                "bodies", "content", "contenthtml", "contenttext", "articlebody", "article", "articlecontent", "story",
                "storytext", "texte", "volltext", "texto", "testo", "rawtext", "cleantext", "document", "documenttext",
                "newstext", "transcript", "paragraphs", "contentencoded", "contentrendered", "markdown", "html",
                "description", "summary", "abstract",
            ],
            Self::Published => &[
                "published", "datepublish", "publishdate", "datepublished", "publisheddate", "publishedat", "publishedon",
                "publicationdate", "pubdate", "publishtime", "date", "datum", "fecha", "data", "dates", "day",
                "datetime", "issued", "firstpublished", "firstcreated", "versioncreated", "webpublicationdate", "created",
                "createdat", "timestamp", "time",
            ],
            Self::Publisher => &[
                "publisher", "publication", "publicationname", "newspaper", "outlet", "medium", "mediaoutlet", "media",
                "sitename", "site", "agency", "provider", "source", "sourcename", "sourcedomain", "domain", "website",
                "journal", "quelle", "zeitung", "journalname", "fuente", "fonte",
            ],
            Self::Byline => &["byline", "author", "authors", "authorname", "creator", "writer", "reporter", "auteur", "autor", "autore"],
            Self::Url => &["url", "link", "canonicalurl", "weburl", "articleurl", "permalink", "uri", "address", "href"],
            Self::Language => &["language", "lang", "langue", "sprache"],
        }
    }

    /// How surely a column of this name has it: the lower, the surer.
    pub(super) fn rank(self, name: &str) -> Option<usize> {
        let name: String =
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        self.names().iter().position(|known| *known == name)
    }
}

impl fmt::Display for ColumnRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_written() {
        assert_eq!(ColumnRole::Published.rank("Date_Publish"), ColumnRole::Published.rank("datePublish"));
        assert!(
            ColumnRole::Text.rank("Full text").is_some()
                && ColumnRole::Text.rank("text") < ColumnRole::Text.rank("summary")
        );
        assert_eq!(ColumnRole::Title.rank("population"), None);
    }
    #[test]
    fn a_role_is_called_by_its_word_or_as_its_columns_are() {
        for role in ColumnRole::ALL {
            assert_eq!(ColumnRole::named(role.word()), Some(*role));
            assert_eq!(ColumnRole::named(&role.label().to_uppercase()), Some(*role));
            assert_eq!(serde_json::to_value(role).unwrap(), role.word(), "settings have the same words");
        }
        assert_eq!(ColumnRole::named("url"), Some(ColumnRole::Url));
        assert_eq!(ColumnRole::named("population"), None);
    }
}
