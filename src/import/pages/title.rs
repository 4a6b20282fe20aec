//! What the article of a page is called. A page says it in several places, and not always alike: the heading above
//! the text, what it tells those who share it, search engines, and the window. The one that most of them agree on
//! is taken, without the name of the site behind it.

use scraper::Html;

use super::linked::Linked;
use super::nodes::{elements, name, words};
use crate::import::lines::letters;

/// Marks between a headline and the name of the site, in the order in which they are looked for.
const MARKS: &[&str] = &[" | ", " :: ", " » ", " « ", " • ", " – ", " — ", " - ", "|", "ㅣ", "-"];

/// Marks that stand in no headline.
const NO_HEADLINE: &[&str] = &[" | ", " :: ", " » ", " « ", " • "];

/// Shorter headings are names of sections.
const SHORTEST: usize = 6;

/// A title that a page gives, and how much it counts.
#[derive(Debug)]
pub(super) struct Title {
    pub text: String,
    letters: String,
    counts: u32,
}

/// All titles that a page gives of its article.
pub(super) fn titles(
    page: &Html,
    linked: &Linked,
    metas: &[Option<String>; 3],
    site: Option<&str>,
) -> Vec<Title> {
    let all =
        |wanted: &'static str| elements(page).filter(move |element| name(*element) == wanted).map(words);
    let [shared, tweeted, other] = metas;
    let mut titles: Vec<Title> = Vec::new();
    let mut add = |text: Option<String>, counts: u32| {
        let text = text.unwrap_or_default();
        let letters = letters(&text);
        if letters.chars().count() >= SHORTEST {
            titles.push(Title { text, letters, counts });
        }
    };
    // Of those that count the same, the first is taken: the heading as it is printed.
    all("h1").take(8).enumerate().for_each(|(at, heading)| add(Some(heading), if at == 0 { 12 } else { 7 }));
    add(shared.clone(), 20);
    add(linked.headline.clone(), 20);
    add(tweeted.clone(), 3);
    add(all("title").next(), 5);
    add(other.clone(), 5);
    add(linked.name.clone(), 1);
    let known: Vec<String> = titles.iter().map(|title| title.letters.clone()).collect();
    let site = site.map(letters).unwrap_or_default();
    for title in &mut titles {
        title.text = without_site(&title.text, &known, &site).to_owned();
        title.letters = letters(&title.text);
    }
    titles
}

/// The title that counts most, with all that say the same.
pub(super) fn best(titles: &[Title]) -> Option<String> {
    let counts = |title: &Title| {
        titles.iter().filter(|other| other.letters == title.letters).map(|other| other.counts).sum::<u32>()
    };
    titles.iter().rev().max_by_key(|title| counts(title)).map(|title| title.text.clone())
}

/// The title up to the mark before the name of the site: what stands before it is a title by itself elsewhere, or
/// what stands behind it is the site's name, or the mark stands in no headline.
fn without_site<'t>(title: &'t str, known: &[String], site: &str) -> &'t str {
    let parts = || {
        MARKS.iter().flat_map(|mark| {
            title
                .rmatch_indices(mark)
                .map(|(at, mark)| {
                    (title.get(..at).unwrap_or_default(), title.get(at + mark.len()..).unwrap_or_default())
                })
                .take(8)
        })
    };
    let confirmed = parts()
        .map(|(first, _)| first)
        .filter(|first| known.contains(&letters(first)) && letters(first).chars().count() >= SHORTEST);
    if let Some(shortest) = confirmed.min_by_key(|first| first.len()) {
        return shortest.trim();
    }
    if let Some((first, _)) =
        parts().find(|(first, last)| !first.is_empty() && !site.is_empty() && letters(last) == site)
    {
        return first.trim();
    }
    let marked = NO_HEADLINE.iter().filter_map(|mark| title.find(mark)).min();
    marked.and_then(|at| title.get(..at)).unwrap_or(title).trim()
}
