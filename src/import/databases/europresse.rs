//! Europresse: a page of many articles, in which paper, day and headline are told by the classes of their
//! elements. Below each text stand the number of the document and a certificate.

use scraper::Html;

use crate::import::blocks::text_with;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::lines::{is_prose, words_of};
use crate::import::pages::{At, elements, has_class, name, words};

/// The name of the paper above each article, on the older pages and on the newer ones.
const PAPERS: &[&str] = &["DocPublicationName", "rdp__DocPublicationName"];
const HEADS: &[&str] = &["DocHeader", "rdp__DocHeader"];
const TITLES: &[&str] = &["TitreArticleVisu", "titreArticleVisu", "rdp__articletitle"];
/// The text, where it has an element of its own.
const TEXTS: &[&str] = &["docOcurrContainer", "DocText"];

/// How lines begin below a text, in lower case.
const BELOW: &[&str] = &[
    "numéro de document",
    "document number",
    "número de documento",
    "ce certificat",
    "certificat émis",
    "this certificate",
    "news·",
    "note(s) :",
    "illustration(s) :",
    "cet article est paru",
];

/// Stands where the headline was taken out.
const HERE: &str = "\u{1}";

/// Whether a page as it is written is such an export.
pub(in crate::import) fn is_europresse(html: &str) -> bool {
    html.contains("DocPublicationName")
}

/// Takes the articles out of the page.
pub(in crate::import) fn read(page: &Html, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    for paper in elements(page).filter(|element| is_of(*element, PAPERS)) {
        if let Some(article) = article_around(paper) {
            // Each is looked through a few times, and a page may have them all within one.
            findings.budget.spend(8 * article.descendants().count() as u64)?;
            findings.article(draft(paper, article))?;
        }
    }
    Ok(())
}

/// Whether an element is of one of these classes.
fn is_of(element: At<'_>, classes: &[&str]) -> bool {
    classes.iter().any(|class| has_class(element, class))
}

/// The element of the whole article that a name of a paper stands in.
fn article_around<'d>(paper: At<'d>) -> Option<At<'d>> {
    let named = |wanted: &str| paper.ancestors().find(|element| name(*element) == wanted);
    named("article").or_else(|| named("td")).or_else(|| paper.parent())
}

fn draft(paper: At<'_>, article: At<'_>) -> Draft {
    let all = |classes: &'static [&str]| article.descendants().filter(|element| is_of(*element, classes));
    let head: Vec<String> = all(HEADS).map(words).collect();
    let titles = all(TITLES).next();
    let title = titles.map(words);
    let whole = text_with(all(TEXTS).next().unwrap_or(article), titles.map(|title| (title.id(), HERE)));
    let text = whole.split_once(HERE).map_or(whole.as_str(), |(_, below)| below);
    let is_below = |line: &str| BELOW.iter().any(|begins| line.to_lowercase().starts_with(begins));
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let mut paragraphs: Vec<String> =
        blocks.take_while(|block| !is_below(block)).map(str::to_owned).collect();
    let stated = Stated {
        title: title.filter(|title| !title.is_empty()),
        // "Magazine 1, no. 5968" is a paper and its number.
        publisher: words(paper).split(", no").next().map(|name| name.trim().to_owned()),
        published: stated_day(&head.join(" ")),
        byline: take_byline(&mut paragraphs),
        ..Stated::default()
    };
    Draft { paragraphs, stated }
}

/// Right below the headline may stand who wrote it.
fn take_byline(paragraphs: &mut Vec<String>) -> Option<String> {
    let first = paragraphs.first()?;
    let is_name =
        words_of(first) <= 6 && !is_prose(first) && !first.ends_with(['.', ':']) && !first.contains('\n');
    (is_name && paragraphs.len() > 1).then(|| paragraphs.remove(0))
}
