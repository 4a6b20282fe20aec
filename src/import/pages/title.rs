//! What the article of a page is called. A page says it in several places, and not always alike: the heading above
//! the text, what it tells those who share it, search engines, and the window. The one that most of them agree on
//! is taken, without the name of the site behind it.
//!
//! Some sites put words for search engines into the `<h1>`, as the last step of the path to the page ("Home >
//! Politics > …"), and print the headline in the `<h2>` below.

use scraper::Html;

use super::clean::is_called;
use super::linked::Linked;
use super::nodes::{At, elements, is_within, name, words};
use crate::import::lines::letters;

/// Marks between a headline and the name of the site, in the order in which they are looked for.
const MARKS: &[&str] = &[" | ", " :: ", " » ", " « ", " • ", " – ", " — ", " - ", "|", "ㅣ", "-"];

/// Marks that stand in no headline.
const NO_HEADLINE: &[&str] = &[" | ", " :: ", " » ", " « ", " • "];

/// Shorter headings are names of sections.
const SHORTEST: usize = 6;

/// So much the heading counts that is printed above the text.
const PRINTED: u32 = 12;

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
    let all = |wanted: &'static str| elements(page).filter(move |element| name(*element) == wanted);
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
    let (steps, headings): (Vec<At<'_>>, Vec<At<'_>>) = all("h1").take(8).partition(|h1| is_step(*h1));
    let below = steps.last().filter(|_| headings.is_empty()).and_then(|step| heading_below(page, *step));
    for (at, heading) in headings.into_iter().chain(below).enumerate() {
        let counts = if at == 0 { PRINTED } else { 7 };
        with_and_without_subject(heading).into_iter().for_each(|title| add(title, counts));
    }
    steps.into_iter().for_each(|step| add(Some(words(step)), 6));
    add(shared.clone(), 20);
    add(linked.headline.clone(), 20);
    add(tweeted.clone(), 3);
    add(all("title").next().map(words), 5);
    add(other.clone(), 5);
    add(linked.alternative.clone(), 4);
    add(linked.name.clone(), 1);
    let known: Vec<String> = titles.iter().map(|title| title.letters.clone()).collect();
    let site = site.map(letters).unwrap_or_default();
    for title in &mut titles {
        title.text = without_site(&title.text, &known, &site).to_owned();
        title.letters = letters(&title.text);
    }
    titles
}

/// Whether a heading is the last step of the path to the page.
fn is_step(heading: At<'_>) -> bool {
    const AROUND: usize = 4;
    let is_path =
        |element: At<'_>| is_called(element, |words| words.iter().any(|word| word.starts_with("breadcrumb")));
    is_within(heading, |above| matches!(name(above), "li" | "nav"))
        || is_path(heading)
        || heading.ancestors().take(AROUND).any(is_path)
}

/// The first `<h2>` that follows.
fn heading_below<'p>(page: &'p Html, step: At<'p>) -> Option<At<'p>> {
    let mut below = elements(page).skip_while(|element| element.id() != step.id());
    below.find(|element| {
        name(*element) == "h2" && !is_within(*element, |above| matches!(name(above), "nav" | "aside"))
    })
}

/// A heading as one line, and without the words above it that say its subject where it is made of the two.
fn with_and_without_subject(heading: At<'_>) -> [Option<String>; 2] {
    let is_part = |part: &At<'_>| matches!(name(*part), "span" | "div" | "strong" | "em" | "b");
    let parts: Vec<At<'_>> = heading.children().filter(|child| !words(*child).is_empty()).take(3).collect();
    let &[first, second] = parts.as_slice() else { return [Some(words(heading)), None] };
    if !is_part(&first) || !is_part(&second) {
        return [Some(words(heading)), None];
    }
    let (subject, headline) = (words(first), words(second));
    let mark = if subject.ends_with(char::is_alphanumeric) { ":" } else { "" };
    [Some(format!("{subject}{mark} {headline}")), Some(headline)]
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

#[cfg(test)]
mod tests {
    use crate::import::pages::draft;
    use crate::model::{Budget, CancelToken};

    /// The title of a page with this head and this above its text.
    fn title(head: &str, above: &str) -> Option<String> {
        let text: String = (1..6)
            .map(|day| format!("<p>On day {day} Foreign Minister Maria Example received her guest in the customs house, and both spoke for two hours.</p>"))
            .collect();
        let page = format!(
            "<html><head>{head}</head><body><main><article>{above}{text}</article></main></body></html>"
        );
        draft(&page, &Budget::new(u64::MAX, CancelToken::default())).unwrap().draft.stated.title
    }

    /// A page that says one thing to search engines and another to its readers.
    fn torn(heading: &str) -> Option<String> {
        let head = "<title>Customs house talks: who met whom</title>\
            <meta property=og:title content=\"Customs house talks: who met whom\">\
            <script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ministers meet by the sea\"}</script>";
        title(head, heading)
    }

    #[test]
    fn the_last_step_of_a_path_is_no_headline_and_the_heading_below_it_is() {
        for heading in [
            "<ol><li><a href=/>Home</a></li><li><h1>Customs house talks: who met whom</h1></li></ol>\
             <h2>Ministers meet by the sea</h2>",
            "<div class=path-breadcrumb><a href=/>Home</a><h1>Customs house talks: who met whom</h1></div>\
             <h2><span>Harbor line</span> <span>Ministers meet by the sea</span></h2>",
            "<h1 class=breadcrumb_last>Customs house talks: who met whom</h1><h2>Ministers meet by the sea</h2>",
        ] {
            assert_eq!(torn(heading).as_deref(), Some("Ministers meet by the sea"), "{heading}");
        }
        let printed = "<h1>Customs house talks: who met whom</h1><h2>Ministers meet by the sea</h2>";
        assert_eq!(torn(printed).as_deref(), Some("Customs house talks: who met whom"));
    }

    #[test]
    fn the_subject_above_a_headline_goes_where_the_page_leaves_it_out_elsewhere() {
        let heading = "<h1><span>Harbor line</span> <span>Ministers meet by the sea</span></h1>";
        let head = |title: &str| format!("<meta property=og:title content=\"{title}\">");
        let with = |shared: &str| title(&head(shared), heading);
        assert_eq!(with("Ministers meet by the sea").as_deref(), Some("Ministers meet by the sea"));
        assert_eq!(
            with("Harbor line: Ministers meet by the sea").as_deref(),
            Some("Harbor line: Ministers meet by the sea")
        );
    }
}
