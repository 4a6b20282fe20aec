//! What a printed page has around its text: running heads and feet, page numbers, and the lines by which a browser
//! says what it printed. They go out; the day of issue and the address that they say are kept.

use rustc_hash::FxHashMap;

use super::Piece;
use crate::calendar::Told;
use crate::import::date_line::DateLine;

/// So many blocks at either end of a page may be its head or foot.
const EDGE: usize = 3;

/// A head or foot has no more characters.
const LONGEST: usize = 160;

/// What heads and feet say of the article.
#[derive(Debug, Default)]
pub(super) struct Margins {
    /// The day of the issue.
    pub day: Option<Told>,
    /// Where the page came from.
    pub url: Option<String>,
}

/// Takes heads, feet and numbers out of the pages.
pub(super) fn take(pages: &mut [Vec<Piece>]) -> Margins {
    let repeated = repeated(pages);
    let mut margins = Margins::default();
    for page in pages {
        let last = page.len();
        let mut at = 0;
        page.retain(|piece| {
            let is_edge = at < EDGE || at + EDGE >= last;
            at += 1;
            let is_margin = is_edge
                && (is_page_number(&piece.text)
                    || is_of_browser(&piece.text)
                    || repeated.contains_key(&alike(&piece.text)));
            if is_margin {
                margins.note(&piece.text);
            }
            !is_margin
        });
    }
    margins
}

impl Margins {
    fn note(&mut self, text: &str) {
        let address = text.split_whitespace().find(|word| word.contains("://"));
        self.url = self.url.take().or_else(|| address.map(str::to_owned));
        // A browser prints its own day, with the hour.
        if self.day.is_none() && !is_of_browser(text) {
            self.day = DateLine::read(text).map(|line| line.day);
        }
    }
}

/// The heads and feet that stand on several pages, whatever the number in them.
fn repeated(pages: &[Vec<Piece>]) -> FxHashMap<String, usize> {
    let mut on_pages: FxHashMap<String, usize> = FxHashMap::default();
    for page in pages {
        let edges = page.iter().take(EDGE).chain(page.iter().skip(EDGE).rev().take(EDGE));
        let mut on_page: Vec<String> = edges
            .filter(|piece| piece.text.chars().count() <= LONGEST)
            .map(|piece| alike(&piece.text))
            .collect();
        on_page.sort_unstable();
        on_page.dedup();
        for text in on_page {
            *on_pages.entry(text).or_default() += 1;
        }
    }
    // Left and right pages have heads of their own; the first may have none.
    let least = (pages.len() / 3).max(2);
    on_pages.retain(|text, count| *count >= least && text.chars().any(char::is_alphanumeric));
    on_pages
}

/// A line without its numbers.
fn alike(text: &str) -> String {
    let mut alike = String::new();
    for word in text.to_lowercase().split_whitespace() {
        match word.bytes().any(|byte| byte.is_ascii_digit()) && !word.contains("://") {
            true => alike.push('#'),
            false => alike.push_str(word),
        }
    }
    alike
}

/// "3", "- 3 -", "Page 3 of 9", "3/9", "Seite 3".
fn is_page_number(text: &str) -> bool {
    const WORDS: &[&str] =
        &["page", "seite", "página", "pagina", "pág", "pag", "p", "s", "of", "von", "de", "sur", "di", "van"];
    const MOST: usize = 4;
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = words.iter().filter(|word| is_number(word)).count();
    let known = |word: &&str| is_number(word) || WORDS.contains(&&*word.to_lowercase());
    (1..=MOST).contains(&words.len()) && (1..=2).contains(&numbers) && words.iter().all(known)
}

/// What a browser prints on top, "4/22/31, 10:05 AM  Ministers agree", and below, "https://… 1/3".
fn is_of_browser(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let clock = words.next().unwrap_or_default();
    let is_day = first.ends_with(',')
        && first.split(['/', '.', '-']).count() == 3
        && first.trim_end_matches(',').bytes().all(|b| b.is_ascii_digit() || b"/.-".contains(&b));
    let is_clock = clock.contains(':') && clock.starts_with(|c: char| c.is_ascii_digit());
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let is_number = last.contains('/') && last.bytes().all(|b| b.is_ascii_digit() || b == b'/');
    text.chars().count() <= 400
        && (is_day && is_clock || first.contains("://") && (is_number || clock.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;
    use crate::calendar::DateOrder;
    use crate::model::Day;

    fn pages(pages: &[&[&str]]) -> Vec<Vec<Piece>> {
        let piece = |text: &&str| Piece { text: (*text).to_owned(), kind: Kind::Text };
        pages.iter().map(|page| page.iter().map(piece).collect()).collect()
    }

    fn texts(pages: &[Vec<Piece>]) -> Vec<Vec<&str>> {
        pages.iter().map(|page| page.iter().map(|piece| piece.text.as_str()).collect()).collect()
    }

    #[test]
    fn heads_feet_and_numbers_go_and_the_day_of_the_issue_stays() {
        let head = "The Selwyn Courier, 22 April 2031";
        let mut pages = pages(&[
            &[head, "They met.", "They spoke.", "They ate.", "They parted.", "1"],
            &[head, "One day passed.", "So did two.", "1999", "Then three.", "So it went.", "Page 2 of 2"],
        ]);
        let margins = take(&mut pages);
        let first = vec!["They met.", "They spoke.", "They ate.", "They parted."];
        assert_eq!(
            texts(&pages),
            [first, vec!["One day passed.", "So did two.", "1999", "Then three.", "So it went."]]
        );
        let day = margins.day.and_then(|told| told.day(None, &DateOrder::default()));
        assert_eq!(day, Day::new(2031, 4, 22));
    }

    #[test]
    fn what_a_browser_prints_around_a_page_is_no_text_and_its_day_is_nobodys() {
        let mut pages = pages(&[&[
            "4/30/31, 10:05 AM Ministers agree on the harbor line",
            "Ministers agree on the harbor line",
            "They met.",
            "https://courier.example/2031/04/22/harbor 1/1",
        ]]);
        let margins = take(&mut pages);
        assert_eq!(texts(&pages), [["Ministers agree on the harbor line", "They met."]]);
        assert_eq!(margins.day, None);
        assert_eq!(margins.url.as_deref(), Some("https://courier.example/2031/04/22/harbor"));
    }

    #[test]
    fn sentences_with_numbers_are_no_page_numbers() {
        for text in ["In 2031", "3 ministers", "Point 4 of the plan", "Page by page"] {
            assert!(!is_page_number(text), "{text}");
        }
        for text in ["3", "- 3 -", "Page 3 of 9", "3/9", "Seite 12"] {
            assert!(is_page_number(text), "{text}");
        }
    }
}
