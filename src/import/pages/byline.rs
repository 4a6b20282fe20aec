//! Who wrote the article of a page: people rather than the paper, which many sites name in their stead.

use scraper::Html;

use super::clean::words_of_name;
use super::linked::Linked;
use super::nodes::{At, attribute, elements, is_within, name, words};
use crate::import::lines::letters;

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
    linked: &Linked,
    meta: Option<String>,
    site: Option<&str>,
) -> Option<String> {
    let sites: Vec<String> = [site, linked.site.as_deref()].into_iter().flatten().map(letters).collect();
    let is_named = |name: &str| {
        let account = NOBODY.contains(&name.to_lowercase().as_str());
        !name.contains("://") && !name.contains("www.") && !account && !letters(name).is_empty()
    };
    let is_somebody = |name: &&str| is_named(name) && !sites.contains(&letters(name));
    let joined = |names: &[String], is: &dyn Fn(&&str) -> bool| {
        let names: Vec<&str> = names.iter().map(String::as_str).filter(is).collect();
        Some(names.join(", ")).filter(|names| !names.is_empty())
    };
    joined(&linked.authors, &is_somebody)
        .or_else(|| meta.filter(|meta| is_somebody(&meta.as_str())))
        .or_else(|| printed(page, &sites))
        .or_else(|| joined(&linked.organizations, &|name| is_named(name)))
        .or_else(|| joined(&linked.authors, &|name| is_named(name)))
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
}
