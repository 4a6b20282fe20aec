//! What stands around an article without being of it: share buttons, cookie lines, navigation,
//! end marks, lines of copyright. Only whole short lines go; a sentence of the article stays whatever
//! words are in it.

use std::sync::LazyLock;

use super::lines::{is_prose, lines};
use crate::lexicon::{LineWord, foot_of, line_words, says_in_line};

/// A line that begins like boilerplate is it only up to this length.
const LONGEST: usize = 300;

/// The longest button, with marks around it, has at most so many bytes.
const LONGEST_BUTTON: usize = 60;

/// Marks that stand alone where a text ends.
const END_MARKS: &[&str] = &["###", "\\###", "\\#\\#\\#", "# # #", "-30-", "– 30 –", "- 30 -", "XXX"];

/// Removes the lines that are not of the article. The one that begins the foot of the page stays, so that
/// whoever reads on knows that other texts follow.
pub(super) fn remove(paragraphs: &mut Vec<String>) {
    let mut left = foot_of(&lines(paragraphs).collect::<Vec<_>>());
    for paragraph in paragraphs.iter_mut() {
        let mut kept = Vec::new();
        for line in paragraph.lines() {
            let is_foot = left == Some(0);
            left = left.and_then(|left| left.checked_sub(usize::from(!line.is_empty())));
            if is_foot || !is_boilerplate(line) {
                kept.push(line);
            }
        }
        *paragraph = kept.join("\n");
    }
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
}

/// Whether a line is none of the article.
fn is_boilerplate(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let line = line.trim();
    if END_MARKS.contains(&line) {
        return true;
    }
    // "By continuing to use force …" is no notice.
    let by = line.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("by "));
    let notice =
        is_notice(line) && (!by || ["cookie", "sign"].iter().any(|word| line.to_lowercase().contains(word)));
    notice || line.len() <= LONGEST_BUTTON && is_button(line)
}

/// The words that notices begin with, in lower case.
static NOTICES: LazyLock<Vec<&'static str>> = LazyLock::new(|| line_words(LineWord::Notice).collect());

/// Whether a line is a notice of the page that it stands on, whatever its case.
fn is_notice(line: &str) -> bool {
    NOTICES.iter().any(|notice| {
        let begins = line.get(..notice.len()).is_some_and(|head| head.eq_ignore_ascii_case(notice));
        let goes_on = || line.get(notice.len()..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        begins && !(notice.ends_with(char::is_alphabetic) && goes_on())
    })
}

/// Whether a line is one of those that stand by themselves, whatever marks are around it.
fn is_button(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let says = |words: &str| says_in_line(words, LineWord::Button) || says_in_line(words, LineWord::Foot);
    says(bare) || says(bare.trim_end_matches('.')) && !is_prose(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left_of(lines: &[&str]) -> Vec<String> {
        let mut paragraphs: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        remove(&mut paragraphs);
        paragraphs
    }

    #[test]
    fn buttons_cookies_and_end_marks_go() {
        assert!(
            left_of(&[
                "Share this:",
                "Print",
                "[ad_1]",
                "\\###",
                "© 2021 Ministry of Foreign Affairs",
                "We use cookies to give you the best experience.",
                "« Previous article",
            ])
            .is_empty()
        );
    }

    #[test]
    fn notices_are_known_by_how_they_begin() {
        assert!(is_notice("We use cookies to give you the best experience."));
        assert!(is_notice("© 2021 Harbor News"));
        assert!(!is_notice("Subscribe tomorrow"));
        assert!(!is_notice("The two sides will share data."));
    }

    #[test]
    fn the_line_that_begins_the_foot_of_a_page_stays() {
        let text = "The ministers met in the old customs house. ".repeat(5);
        let left = left_of(&[&text, "Share this:", "Related articles", "Bridge closed", "Subscribe now"]);
        assert_eq!(left, [&text, "Related articles", "Bridge closed"]);
        assert_eq!(left_of(&["Bridge closed", "Related articles", &text]), ["Bridge closed", &text]);
    }

    #[test]
    fn sentences_with_the_same_words_stay() {
        let prose = [
            "Share prices fell after the talks.",
            "The two sides will share this year's data on the river.",
            "By continuing to use force, the minister said, nothing is won.",
            "Print media were excluded from the talks.",
            "* * * *",
        ];
        assert_eq!(left_of(&prose), prose);
    }
}
