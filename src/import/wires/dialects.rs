//! The dialects of XML that are known, each a row: NewsML-G2, NewsML 1, NITF, the export of Factiva, feeds, and
//! those agencies' own that follow the same habits.

use super::dialect::Dialect;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::remark::Remark;
use crate::import::{Format, Sureness, xml};

/// News in XML.
pub(in crate::import) const NEWS_XML: Format = Format {
    name: "News in XML",
    extensions: &["xml", "rss", "atom", "nitf", "newsml"],
    media_type: "application/xml",
    is_risky: false,
    is_decoded: true,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(dialect_of(file.head()).is_some()),
    read,
};

/// The dialects; the last takes what says title and text in so many words.
const DIALECTS: &[Dialect] = &[
    // NewsML-G2
    Dialect {
        roots: &["newsMessage", "newsItem", "packageItem"],
        articles: &["newsItem"],
        title: &["contentMeta/headline", "hedline/hl1", "itemMeta/title", "title"],
        byline: &["contentMeta/by", "byline", "contentMeta/creator/name"],
        published: &[
            "contentMeta/contentCreated",
            "itemMeta/firstCreated",
            "itemMeta/versionCreated",
            "date.issue@norm",
        ],
        publisher: &[
            "contentMeta/infoSource/name",
            "contentMeta/infoSource@literal",
            "rightsInfo/copyrightHolder/name",
            "rightsInfo/copyrightHolder@literal",
            "itemMeta/provider/name",
            "itemMeta/provider@literal",
        ],
        feed: &[],
        dateline: &["contentMeta/dateline", "body.head/dateline"],
        url: &[],
        language: &["contentMeta/language@tag", "@lang"],
        texts: &[&["body.content"], &["inlineXML/html/body"], &["inlineXML"], &["inlineData"]],
        only: None,
    },
    // NewsML 1
    Dialect {
        roots: &["NewsML"],
        articles: &["NewsItem"],
        title: &["NewsLines/HeadLine", "hedline/hl1"],
        byline: &["NewsLines/ByLine", "byline"],
        published: &[
            "NewsManagement/FirstCreated",
            "NewsManagement/ThisRevisionCreated",
            "NewsIdentifier/DateId",
            "date.issue@norm",
        ],
        publisher: &[
            "AdministrativeMetadata/Provider/Party@FormalName",
            "Provider/Party@FormalName",
            "NewsLines/CreditLine",
            "NewsIdentifier/ProviderId",
        ],
        feed: &[],
        dateline: &["NewsLines/DateLine", "body.head/dateline"],
        url: &[],
        language: &["DescriptiveMetadata/Language@FormalName"],
        texts: &[&["body.content"], &["DataContent"]],
        only: None,
    },
    // NITF
    Dialect {
        roots: &["nitf"],
        articles: &["nitf"],
        title: &["body.head/hedline/hl1", "hedline/hl1", "head/title"],
        byline: &["byline/person", "byline"],
        published: &[
            "docdata/date.issue@norm",
            "pubdata@date.publication",
            "dateline/story.date@norm",
            "docdata/date.release@norm",
        ],
        publisher: &[
            "pubdata@name",
            "docdata/doc.copyright@holder",
            "body.head/distributor",
            "docdata/du-key@key",
        ],
        feed: &[],
        dateline: &["body.head/dateline"],
        url: &["pubdata@ex-ref"],
        language: &["@lang"],
        texts: &[&["body.content"], &["body"]],
        only: None,
    },
    // Factiva
    Dialect {
        roots: &["PPSResponse", "ppsArticleResponse", "GetArticleResponse", "ArticleResponse"],
        articles: &["article"],
        title: &["headline"],
        byline: &["byline"],
        published: &["publicationDate", "publicationDateTime"],
        publisher: &["sourceName", "publisherName"],
        feed: &[],
        dateline: &[],
        url: &[],
        language: &["baseLanguage"],
        texts: &[&["leadParagraph", "tailParagraphs", "tailParagraph"]],
        only: None,
    },
    // RSS, and what WordPress exports
    Dialect {
        roots: &["rss", "RDF"],
        articles: &["item"],
        title: &["title"],
        byline: &["creator", "author"],
        published: &["post_date", "pubDate", "date"],
        publisher: &["source"],
        feed: &["channel/title", "title"],
        dateline: &[],
        url: &["link", "@about", "guid"],
        language: &["language"],
        texts: &[&["encoded"], &["description"], &["summary"]],
        only: Some(("post_type", &["post", "page"])),
    },
    // Atom
    Dialect {
        roots: &["feed", "entry"],
        articles: &["entry"],
        title: &["title"],
        byline: &["author/name"],
        published: &["published", "issued", "updated"],
        publisher: &["source/title"],
        feed: &["title"],
        dateline: &[],
        url: &["link@href"],
        language: &["@lang"],
        texts: &[&["content"], &["summary"]],
        only: None,
    },
    // Agencies' own: RBNews of Ritzau and those that call a text a text
    Dialect {
        roots: &[
            "RBNews",
            "news",
            "story",
            "document",
            "doc",
            "article",
            "articles",
            "root",
            "documents",
            "corpus",
        ],
        articles: &["RBNews", "news", "story", "document", "doc", "article"],
        title: &["headline", "title", "heading", "hl1"],
        byline: &["byline", "author", "creator"],
        published: &["PublishDate", "published", "publicationDate", "pubdate", "date", "@date", "datetime"],
        publisher: &["origin", "source", "publisher", "publication", "agency", "newspaper", "@source"],
        feed: &[],
        dateline: &["town", "dateline"],
        url: &["url", "link"],
        language: &["language", "lang"],
        texts: &[&["content"], &["body"], &["text"], &["fulltext"]],
        only: None,
    },
];

/// The dialect of a text by its outermost element.
fn dialect_of(text: &str) -> Option<&'static Dialect> {
    let root = root_of(text)?;
    DIALECTS.iter().find(|dialect| dialect.roots.iter().any(|known| known.eq_ignore_ascii_case(root)))
}

/// The local name of the outermost element, after declarations and comments.
fn root_of(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        rest = rest.strip_prefix('<')?;
        let skipped = if let Some(comment) = rest.strip_prefix("!--") {
            comment.split_once("-->")?.1
        } else if rest.starts_with(['?', '!']) {
            rest.split_once('>')?.1
        } else {
            let name = rest.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
            return name.rsplit(':').next();
        };
        rest = skipped.trim_start();
    }
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let text = file.text()?;
    let Some(dialect) = dialect_of(text) else { return Err(ImportError::NoArticle) };
    let budget = findings.worth(text.len());
    let mut without_text = 0;
    xml::each(text, &budget, &mut |around, element| {
        if !dialect.articles.iter().any(|name| element.is(name)) {
            return Ok(Some(element));
        }
        // "document" may stand around articles that were taken already.
        match dialect.draft(&element, around, &budget)? {
            Some(draft) => findings.article(draft)?,
            None => without_text += 1,
        }
        Ok(None)
    })?;
    if without_text > 0 && findings.found() > 0 && dialect.only.is_none() {
        findings.remark(Remark::WithoutText { count: without_text });
    }
    if findings.found() == 0 { Err(ImportError::NoArticle) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialect_is_known_by_the_outermost_element() {
        assert_eq!(
            root_of("<?xml version='1.0'?>\n<!-- a > b -->\n<ns0:newsMessage xmlns='x'>"),
            Some("newsMessage")
        );
        assert_eq!(root_of("<rss version='2.0'>"), Some("rss"));
        assert_eq!(root_of("They met."), None);
        assert!(dialect_of("<kml><Placemark/></kml>").is_none());
    }
}
