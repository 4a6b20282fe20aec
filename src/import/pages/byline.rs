//! Who wrote the article of a page: people rather than the paper, which many sites name in their stead.

use scraper::Html;

use super::blocks::Block;
use super::clean::words_of_name;
use super::linked::Linked;
use super::nodes::{At, attribute, elements, is_within, name, words};
use crate::import::lines::{is_prose, letters};

/// Authors that are accounts of the site's software.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "webmaster",
    "super user",
    "editor",
    "user",
    "root",
    "staff",
    "redaktion",
    "redacción",
    "newsroom",
    "news desk",
    "online",
];

/// Words of a class that say that a name is the author's.
const CLASSES: &[&str] =
    &["author", "authors", "autor", "autoren", "byline", "auteur", "yazar", "writer", "authored"];

/// How the lines with names begin, in lower case.
const BEFORE: &[&str] =
    &["by", "von", "von:", "de", "par", "por", "text:", "av", "di", "door", "autor:", "author:"];

/// A line of names is no longer.
const LONGEST: usize = 90;

/// The authors, or whoever the page names in their stead.
pub(super) fn byline(
    page: &Html,
    blocks: &[Block],
    linked: &Linked,
    metas: &[String],
    site: Option<&str>,
) -> Option<String> {
    let sites: Vec<String> = [site, linked.site.as_deref()].into_iter().flatten().map(letters).collect();
    let is_named = |name: &str| {
        let account = NOBODY.contains(&name.to_lowercase().as_str());
        let address = ["://", "www.", "@"].iter().any(|mark| name.contains(mark));
        !address && !account && !letters(name).is_empty()
    };
    let is_somebody = |name: &&str| is_named(name) && !sites.contains(&letters(name));
    let joined = |names: &[String], is: &dyn Fn(&&str) -> bool| {
        let names: Vec<&str> = names.iter().map(String::as_str).filter(is).collect();
        Some(names.join(", ")).filter(|names| !names.is_empty())
    };
    let meta = || metas.iter().filter(|meta| is_somebody(&meta.as_str()));
    joined(&linked.authors, &is_somebody)
        .or_else(|| meta().find(|meta| !is_initials(meta)).cloned())
        .or_else(|| printed(page, &sites))
        .or_else(|| signed(blocks))
        .or_else(|| meta().next().cloned())
        .or_else(|| joined(&linked.organizations, &|name| is_named(name)))
        .or_else(|| joined(&linked.authors, &|name| is_named(name)))
}

/// Whether a name is the paper's, or an author's short sign: one word in capitals.
fn is_initials(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_uppercase())
}

/// The names of the first line that begins as bylines do and stands above the text: "Von: Ana Torre, Jon Lind".
fn signed(blocks: &[Block]) -> Option<String> {
    /// The lead and the first paragraph may stand above it.
    const BELOW: usize = 2;
    let mut prose = 0;
    let above = blocks.iter().filter(|block| block.outside.is_none()).take_while(|block| {
        prose += usize::from(is_prose(&block.text));
        prose <= BELOW
    });
    above.flat_map(|block| block.text.lines()).find_map(|line| {
        let (first, rest) = line.split_once(' ')?;
        let begins = BEFORE.contains(&first.to_lowercase().as_str()) && rest.starts_with(char::is_uppercase);
        begins.then(|| names(rest)).flatten()
    })
}

/// The first names of people in an element that is said to be the author's.
fn printed(page: &Html, sites: &[String]) -> Option<String> {
    let is_author = |element: &At<'_>| {
        let says = |key: &str| {
            attribute(*element, key)
                .is_some_and(|value| value.split_whitespace().any(|each| each == "author"))
        };
        let classes = attribute(*element, "class").unwrap_or_default().split_whitespace();
        says("rel")
            || says("itemprop")
            || classes
                .map(words_of_name)
                .any(|words| words.iter().any(|word| CLASSES.contains(&word.as_str())))
    };
    let around =
        |element: At<'_>| is_within(element, |above| matches!(name(above), "nav" | "aside" | "footer"));
    let mut lines = elements(page).filter(is_author).filter(|element| !around(*element)).map(words);
    lines.find_map(|line| names(&line).filter(|names| !sites.contains(&letters(names))))
}

/// The names of a line that holds nothing else: "Von Ana Torre und Jon Lind".
fn names(line: &str) -> Option<String> {
    if line.len() > LONGEST {
        return None;
    }
    let (first, rest) = line.split_once(' ')?;
    let line = if BEFORE.contains(&first.to_lowercase().as_str()) { rest } else { line };
    let line = line.split(['|', '•', '·', '(']).next()?.trim().trim_end_matches([',', '.', ':']);
    let parts: Vec<&str> = line
        .split([',', '&', '/'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" und "))
        .map(str::trim)
        .collect();
    let is_name = |part: &&str| {
        let mut words = part.split(' ');
        let small = |word: &str| {
            matches!(word, "de" | "da" | "del" | "der" | "van" | "von" | "al" | "bin" | "la" | "di")
        };
        (2..=5).contains(&part.split(' ').count())
            && words.all(|word| word.starts_with(|c: char| c.is_uppercase()) || small(word))
            && !part.chars().any(|c| c.is_ascii_digit() || matches!(c, ':' | '?' | '!' | '@'))
    };
    let people: Vec<&str> = parts.into_iter().take_while(is_name).collect();
    Some(people.join(", ")).filter(|people| !people.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::pages::draft;
    use crate::model::{Budget, CancelToken};

    #[test]
    fn a_line_of_names_gives_people_and_nothing_else() {
        for (line, expected) in [
            ("By Ana Torre", Some("Ana Torre")),
            ("Von: Ana Torre und Jon Lind", Some("Ana Torre, Jon Lind")),
            ("Ana Torre, Valletta correspondent", Some("Ana Torre")),
            ("JON VAN DER LIND | Harbor News", Some("JON VAN DER LIND")),
            ("Read more from our authors", None),
            ("Published 14 March 2021", None),
            ("Redaktion", None),
        ] {
            assert_eq!(names(line).as_deref(), expected, "{line}");
        }
    }

    /// The byline of a page with this head and this above its text.
    fn of_page(head: &str, above: &str) -> Option<String> {
        let text = "<p>Foreign Minister Maria Example received her guest in the customs house on Friday.</p>";
        let page = format!(
            "<html><head>{head}</head><body><article><h1>Talks</h1>{above}{text}</article></body></html>"
        );
        let budget = Budget::new(u64::MAX, CancelToken::default());
        draft(&page, &budget).unwrap().draft.stated.byline
    }

    #[test]
    fn people_come_before_addresses_accounts_and_the_initials_of_the_paper() {
        let meta = |name: &str, content: &str| format!("<meta name={name} content=\"{content}\">");
        let account = meta("article:author", "https://pages.example/harbor");
        for (head, above, expected) in [
            (meta("author", "a.torre@harbor.example"), "<p>Von Ana Torre</p>", Some("Ana Torre")),
            (meta("author", "HN"), "<p>von <a href=/ana>Dr. Ana Torre</a></p>", Some("Dr. Ana Torre")),
            (meta("author", "HN"), "", Some("HN")),
            (account.clone() + &meta("counter:author", "Ana Torre"), "", Some("Ana Torre")),
            (
                account.clone(),
                "<ul><li>3 minutes</li><li>Von: Ana Torre, Jon Lind</li></ul>",
                Some("Ana Torre, Jon Lind"),
            ),
            (account.clone(), "<p>Von der Leyen</p>", None),
            (account, "<p>Von vielen Seiten</p>", None),
        ] {
            assert_eq!(of_page(&head, above).as_deref(), expected, "{head} {above}");
        }
    }
}
