//! Lines: the words of short lines that stand around an article, in whatever language, such as "Published",
//! "Source" and "Ministry". The table is `assets/tables/lines.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table::{TableError, classes, rows};

classes! {
    /// What a word or phrase says in a line around an article.
    LineWord {
        /// Stands around the day of an article and says nothing of its own: "published".
        Date = "date",
        /// Begins a line that says when the article was published, at the foot too: "published".
        Published = "published",
        /// Makes that day one of a later change: "updated".
        Later = "later",
        /// Stands before who issued it: "source".
        Source = "source",
        /// All that a line above a headline says: "press release".
        Release = "release",
        /// How the name of an office begins: "ministry".
        Office = "office",
        /// All that a line says which is no part of a text: "share on facebook".
        Button = "button",
        /// How a line begins that is no part of a text: "we use cookies".
        Notice = "notice",
        /// All that a label says of a text which is no report: "obituary".
        Label = "label",
        /// All that a line says below which a page goes on with other texts: "related articles".
        Foot = "foot",
    }
}

/// The words of the table with what they may say.
type LineWords = FxHashMap<&'static str, Vec<LineWord>>;

static LINES: LazyLock<LineWords> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the table is part of the program, and a test reads it")]
    read().expect("the table of lines is in order")
});

fn read() -> Result<LineWords, TableError> {
    let mut lines = LineWords::default();
    for row in rows("lines", include_str!("../../assets/tables/lines.tsv"), ["words", "class"])? {
        let row = row?;
        let [words, class] = row.cells;
        lines.entry(words).or_default().push(LineWord::named(class).ok_or_else(|| row.unknown(class))?);
    }
    Ok(lines)
}

/// Whether these words, in lower case, say this in a line around an article.
pub fn says_in_line(words: &str, class: LineWord) -> bool {
    LINES.get(words).is_some_and(|classes| classes.contains(&class))
}

/// All words that say this, in lower case.
pub fn line_words(class: LineWord) -> impl Iterator<Item = &'static str> {
    LINES.iter().filter(move |(_, classes)| classes.contains(&class)).map(|(words, _)| *words)
}

/// The longest line that begins the foot of a page, with its count and marks.
const LONGEST_MARKER: usize = 50;

/// A paragraph of so many bytes is text.
const TEXT: usize = 100;

/// The line where the foot of a page begins, below which it goes on with teasers of other texts, comments
/// and notices: "Related articles", "Comments (12)". Where more of the text stands below than above, or much
/// of it, such a line is a heading.
pub fn foot_of(lines: &[&str]) -> Option<usize> {
    /// So many paragraphs below it are still an author's note or a comment.
    const FEW: usize = 4;
    let is_text = |line: &&&str| line.len() >= TEXT;
    let mut above = 0;
    let total = lines.iter().filter(is_text).count();
    lines.iter().position(|line| {
        above += usize::from(line.len() >= TEXT);
        let below = total - above;
        above > 0 && below <= FEW && below < above && is_marker(line)
    })
}

/// "Related articles:", "Comments (12)", "— Most read —".
fn is_marker(line: &str) -> bool {
    if line.len() > LONGEST_MARKER {
        return false;
    }
    let lower = line.to_lowercase().replace('’', "'");
    says_in_line(lower.trim_matches(|c: char| !c.is_alphabetic()), LineWord::Foot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_something_once_and_in_lower_case() {
        let lines = read().unwrap();
        for (words, classes) in lines {
            assert_eq!(words, words.to_lowercase());
            assert!((1..classes.len()).all(|at| !classes[..at].contains(&classes[at])), "{words}");
        }
    }

    #[test]
    fn words_of_several_languages_are_known() {
        for (words, class) in [
            ("published", LineWord::Date),
            ("опубликовано", LineWord::Date),
            ("güncelleme", LineWord::Later),
            ("来源", LineWord::Source),
            ("communiqué de presse", LineWord::Release),
            ("ministerio", LineWord::Office),
            ("related articles", LineWord::Foot),
        ] {
            assert!(says_in_line(words, class), "{words}");
        }
        assert!(!says_in_line("ministers", LineWord::Office));
    }

    #[test]
    fn a_foot_begins_where_little_text_follows() {
        let text = "The ministers met. ".repeat(8);
        let text = text.as_str();
        assert_eq!(foot_of(&[text, text, "Comments (12)", "Ana: We will see."]), Some(2));
        assert_eq!(foot_of(&[text, "RELATED STORIES:", "Bridge closed"]), Some(1));
        assert_eq!(foot_of(&["Topics", text, text]), None, "a heading of the text");
        assert_eq!(foot_of(&[text, "Discussion", text, text]), None);
        assert_eq!(foot_of(&[text, "The topics were discussed", "Bridge closed"]), None);
    }
}
