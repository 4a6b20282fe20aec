//! What of a saved page is not in the text of its article: the paragraphs that were left out, each with its place in
//! the text, so that it can be brought back there.

use std::collections::HashSet;

use crate::import::{PageBlock, WhyLeftOut as Why};
use crate::model::{Article, Span, Text};

/// A paragraph of a page that the text of its article does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words.
    pub text: String,
    /// As what it was left out, in a word or a few: "caption".
    pub why: &'static str,
    /// It would stand after the paragraph that ends with this byte of the text.
    after: usize,
}

impl LeftOut {
    /// The text with the paragraph at its place.
    pub fn brought_back(&self, text: &Text) -> Text {
        let (before, rest) = text.split_at_checked(self.after).unwrap_or((text, ""));
        Text::new(match before {
            "" => format!("{}\n\n{rest}", self.text),
            _ => format!("{before}\n\n{}{rest}", self.text),
        })
    }

    /// The paragraph after which it would stand; none at the beginning.
    pub fn place(&self, text: &Text) -> Option<Span> {
        let before = text.get(..self.after)?;
        text.span(before.rfind("\n\n").map_or(0, |end| end + 2)..self.after)
    }
}

/// The paragraphs of a page, in its order, that the text of its article does not have. Words of menus and buttons are
/// of no account.
pub fn left_out(blocks: &[PageBlock], article: &Article) -> Vec<LeftOut> {
    let text = &article.text;
    let mut known: HashSet<String> = text.split("\n\n").chain(text.lines()).map(letters).collect();
    let mut found = Vec::new();
    // What stands above the text on the page stands below the headline here.
    let mut after = article.headline().map_or(0, Span::end);
    for block in blocks {
        let words = letters(&block.text);
        let is_known = known.contains(&words);
        // What was taken may stand there as a part of a paragraph.
        let at = if is_known || block.why.is_none() {
            text.get(after..).and_then(|rest| rest.find(&block.text))
        } else {
            None
        };
        if let Some(at) = at {
            after += at + block.text.len();
        } else if !is_known && is_worth_telling(block) {
            let why = block.why.map_or("head or foot", Why::in_words);
            found.push(LeftOut { text: block.text.clone(), why, after: end_of_paragraph(text, after) });
            // What the page says several times is told once.
            known.insert(words);
        }
    }
    found
}

/// The end of the paragraph in which this byte stands; the beginning stands before all of them.
fn end_of_paragraph(text: &Text, from: usize) -> usize {
    if from == 0 {
        return 0;
    }
    text.get(from..).and_then(|rest| rest.find("\n\n")).map_or(text.len(), |at| from + at)
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a paragraph says anything: of the parts that stand on every page only whole sentences do.
fn is_worth_telling(block: &PageBlock) -> bool {
    const OF_THE_SITE: &[Why] = &[Why::Navigation, Why::Foot, Why::Form, Why::Social, Why::Hidden];
    let is_of_site = block.why.is_some_and(|why| OF_THE_SITE.contains(&why));
    let (fewest_words, fewest_letters) = if is_of_site { (8, 40) } else { (3, 12) };
    let words = block.text.split_whitespace().count();
    let letters = block.text.chars().filter(|c| c.is_alphanumeric()).count();
    // Where words are not parted by spaces their letters are counted.
    words >= fewest_words || words < 3 && letters >= fewest_letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str, why: Option<Why>) -> PageBlock {
        PageBlock { text: text.into(), why }
    }

    fn article(text: &str) -> Article {
        Article { title: Some("Ministers meet".into()), ..Article::plain("talks.html", text) }
    }

    #[test]
    fn what_was_left_out_comes_back_where_it_stands_on_the_page() {
        let page = [
            block("Home News Sport", Some(Why::Navigation)),
            block("Ministers meet", Some(Why::Headline)),
            block("The two ministers in Valletta.", Some(Why::Caption)),
            block("They met on Friday.", None),
            block("Read also: Bridge closed", Some(Why::Teaser)),
            block("They parted on Sunday.", None),
            block("Read also: Bridge closed", Some(Why::Teaser)),
        ];
        let mut article = article("Ministers meet\n\nThey met on Friday.\n\nThey parted on Sunday.");
        let told = |article: &Article| -> Vec<(String, &str)> {
            left_out(&page, article).into_iter().map(|found| (found.text, found.why)).collect()
        };
        assert_eq!(
            told(&article),
            [
                ("The two ministers in Valletta.".into(), "caption"),
                ("Read also: Bridge closed".into(), "teaser")
            ]
        );
        let found = left_out(&page, &article);
        assert_eq!(
            found[1].place(&article.text).map(|span| article.text.slice(span)),
            Some("They met on Friday.")
        );
        for text in ["The two ministers in Valletta.", "Read also: Bridge closed"] {
            let found = left_out(&page, &article).into_iter().find(|found| found.text == text).unwrap();
            article.text = found.brought_back(&article.text);
        }
        assert_eq!(
            &*article.text,
            "Ministers meet\n\nThe two ministers in Valletta.\n\nThey met on Friday.\n\nRead also: Bridge closed\n\n\
             They parted on Sunday."
        );
        assert_eq!(told(&article), []);
    }

    #[test]
    fn a_text_without_a_headline_has_room_above_it() {
        let page =
            [block("Talks were held in Valletta.", Some(Why::Aside)), block("They met on Friday.", None)];
        let article = Article { title: None, ..article("They met on Friday.") };
        let found = left_out(&page, &article);
        // Without anything before it there is no paragraph to stand after.
        assert_eq!(
            &*found[0].brought_back(&article.text),
            "Talks were held in Valletta.\n\nThey met on Friday."
        );
    }
}
