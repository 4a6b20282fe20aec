//! What stands around an article without being of it: share buttons, cookie lines, navigation,
//! end marks, lines of copyright. Only whole short lines go; a sentence of the article stays whatever
//! words are in it.

use super::lines::is_prose;

/// Lines that are nothing else, in lower case and without marks around.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "share", "share this", "share this article", "share this page", "share this story", "share on", "share via",
    "share on facebook", "share on twitter", "share on x", "share on linkedin", "share on whatsapp",
    "share by email", "email this page", "facebook", "twitter", "linkedin", "whatsapp", "telegram", "instagram",
    "youtube", "pinterest", "reddit", "tweet", "copy link", "email", "e-mail", "print", "print this page",
    "print this article", "print article", "printer friendly version", "save", "bookmark", "download pdf",
    "text size", "font size", "listen to this article", "read aloud", "add to favorites", "add to favourites",
    "related links", "related articles", "related news", "related stories", "related content", "related",
    "see also", "read also", "read more", "more news", "more on this story", "latest news", "most read",
    "most popular", "recommended", "you may also like", "you might also like", "trending", "advertisement",
    "advertising", "sponsored", "skip to main content", "skip to content", "skip to navigation", "back to top",
    "go to top", "top of page", "back", "back to list", "back to news", "home", "menu", "main menu", "search", "close",
    "previous", "next", "previous article", "next article", "previous post", "next post", "load more",
    "subscribe", "subscribe now", "sign up", "sign in", "log in", "login", "register", "newsletter", "comments",
    "no comments", "leave a comment", "leave a reply", "post a comment", "follow us", "contact us", "about us",
    "accept", "accept all", "accept all cookies", "reject all", "cookie settings", "cookie policy",
    "privacy policy", "terms of use", "terms and conditions", "all rights reserved", "sitemap", "site map",
    "please follow and like us", "loading", "loading...", "end", "ends", "-ends-", "ad_1", "ad_2", "source",
];

/// How lines begin that are nothing else, in lower case.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "share this:", "share:", "share on:", "tags:", "tagged:", "filed under", "posted in:", "categories:",
    "related:", "read more:", "see also:", "read also:", "also read:", "follow us on", "follow us:",
    "click to share", "click here to", "click to email", "you are here:", "breadcrumb", "copyright ©",
    "copyright (c)", "© ", "©2", "(c) 2", "all rights reserved", "subscribe to our", "sign up for our",
    "sign up to our", "this site uses cookies", "this website uses cookies", "we use cookies", "our site uses cookies",
    "our website uses cookies", "by using this site", "by using our site", "by continuing to browse",
    "by continuing to use", "cookies on ", "like this:", "skip to ",
];

/// A line that begins like boilerplate is it only up to this length.
const LONGEST: usize = 300;

/// The longest of [`LINES`], with marks around it, has at most so many bytes.
const LONGEST_BUTTON: usize = 60;

/// Marks that stand alone where a text ends.
const END_MARKS: &[&str] = &["###", "\\###", "\\#\\#\\#", "# # #", "-30-", "– 30 –", "- 30 -", "XXX"];

/// Removes the lines that are not of the article.
pub(super) fn remove(paragraphs: &mut Vec<String>) {
    for paragraph in paragraphs.iter_mut() {
        if paragraph.lines().any(is_boilerplate) {
            let kept: Vec<&str> = paragraph.lines().filter(|line| !is_boilerplate(line)).collect();
            *paragraph = kept.join("\n");
        }
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
    let begins = BEGINNINGS.iter().find(|known| begins_with(line, known));
    // "By continuing to use force …" is no notice.
    let notice =
        begins.is_some_and(|begins| !begins.contains("by ") || line.to_lowercase().contains("cookie"));
    notice || line.len() <= LONGEST_BUTTON && is_button(line)
}

/// Whether a line is one of those that stand by themselves, whatever marks are around it.
fn is_button(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    LINES.contains(&bare) || LINES.contains(&bare.trim_end_matches('.')) && !is_prose(line)
}

/// Whether a line begins with these words, in any case.
fn begins_with(line: &str, words: &str) -> bool {
    line.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words))
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
