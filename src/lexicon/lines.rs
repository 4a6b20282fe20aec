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
        ] {
            assert!(says_in_line(words, class), "{words}");
        }
        assert!(!says_in_line("ministers", LineWord::Office));
    }
}
