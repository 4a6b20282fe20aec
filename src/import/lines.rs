//! What a line of an article looks like, without knowing what it says.

use crate::lexicon::fold;

/// From so many characters on, a line is a paragraph of prose whatever it looks like.
const PROSE: usize = 160;

/// A line of so many words that ends like a sentence is one.
const SENTENCE_WORDS: usize = 8;

/// The lines of these paragraphs in order.
pub(super) fn lines(paragraphs: &[String]) -> impl DoubleEndedIterator<Item = &str> {
    paragraphs.iter().flat_map(|paragraph| paragraph.lines()).filter(|line| !line.is_empty())
}

/// Whether a line is running text rather than a headline, date, office, name or address.
pub(super) fn is_prose(line: &str) -> bool {
    const CLOSERS: [char; 9] = ['"', '\'', '”', '’', ')', '»', '」', '』', '）'];
    let ends = line.trim_end_matches(CLOSERS).ends_with(['.', '!', '?', '。', '！', '？', '।', '۔', '؟']);
    line.chars().count() >= PROSE || ends && words_of(line) >= SENTENCE_WORDS && !line.contains("://")
}

/// How many words a line has. Where no spaces stand between them two characters make one, on average.
pub(super) fn words_of(line: &str) -> usize {
    let spaced = line.split_whitespace().count();
    if line.is_ascii() {
        return spaced;
    }
    let is_unspaced = |c: &char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    spaced + line.chars().filter(is_unspaced).count() / 2
}

/// The letters and digits of a line in lower case, so that lines are the same whatever their case,
/// quotes and spaces.
pub(super) fn letters(line: &str) -> String {
    fold(line).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether every letter is a capital, and there are some.
pub(super) fn is_all_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

/// The rest of a line after this word, whatever its case: "By" of "BY JANE EXAMPLE".
pub(super) fn after_word<'l>(line: &'l str, word: &str) -> Option<&'l str> {
    let (head, rest) = (line.get(..word.len())?, line.get(word.len()..)?);
    let parted = rest.starts_with(|c: char| !c.is_alphanumeric());
    (head.eq_ignore_ascii_case(word) && parted).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_told_from_headlines_and_dates() {
        assert!(is_prose("The ministers met on Friday in the old customs house."));
        assert!(!is_prose("Ministers agree to reopen the harbour line"));
        assert!(!is_prose("Visit to Freedonia."));
        assert!(!is_prose("14 March 2021"));
        assert!(is_prose("外交大臣在内罗毕会见了来访的外国同行。"));
        assert!(!is_prose("外交大臣会见外国同行"));
    }

    #[test]
    fn lines_are_alike_whatever_their_dress() {
        assert_eq!(letters("‘Harbour Line’ to re-open"), letters("HARBOUR LINE TO RE‑OPEN"));
        assert_eq!(after_word("BY JANE EXAMPLE", "By"), Some("JANE EXAMPLE"));
        assert_eq!(after_word("Bystanders saw it", "By"), None);
    }
}
