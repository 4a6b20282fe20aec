//! What a column holds, by its name: "date_publish" is when an article was issued, "maintext" its text.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Title,
    Text,
    Published,
    Publisher,
    Byline,
    Url,
    Language,
}

/// All of them.
pub(super) const ROLES: &[Role] =
    &[Role::Text, Role::Title, Role::Published, Role::Publisher, Role::Byline, Role::Url, Role::Language];

impl Role {
    /// Its names in letters and digits alone, the surest first.
    #[rustfmt::skip]
    pub fn names(self) -> &'static [&'static str] {
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
    pub fn rank(self, name: &str) -> Option<usize> {
        let name: String =
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        self.names().iter().position(|known| *known == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_however_they_are_written() {
        assert_eq!(Role::Published.rank("Date_Publish"), Role::Published.rank("datePublish"));
        assert!(
            Role::Text.rank("Full text").is_some() && Role::Text.rank("text") < Role::Text.rank("summary")
        );
        assert_eq!(Role::Title.rank("population"), None);
    }
}
