//! Who is given credit in the text: "Source: Example Wire", "By Jane Example",
//! "(Reporting by Jane Example; Editing by John Sample)".

use super::date_line::DateLine;
use super::lines::{after_word, is_prose, lines};
use crate::calendar::{LINE, find};
use crate::lexicon::{LineWord, says_in_line};

/// A source or a byline has no more characters.
const LONGEST: usize = 80;

/// So many paragraphs at the head and at the foot may hold credits.
const MARGIN: usize = 6;

/// Takes the lines "Source: …" out of head and foot, and gives the source. A line that tells the day as well
/// stays: "Source: Example Wire | 2031-03-14".
pub(super) fn take_source(paragraphs: &mut Vec<String>) -> Option<String> {
    let foot = paragraphs.len().saturating_sub(MARGIN);
    let mut source = None;
    for (at, paragraph) in paragraphs.iter_mut().enumerate() {
        if (at < MARGIN || at >= foot) && paragraph.lines().any(|line| source_of(line).is_some()) {
            source = paragraph.lines().find_map(source_of).map(str::to_owned).or(source);
            let stays = |line: &&str| source_of(line).is_none() || DateLine::read(line).is_some();
            let kept: Vec<&str> = paragraph.lines().filter(stays).collect();
            *paragraph = kept.join("\n");
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    source
}

/// What a line "Source: …" names.
fn source_of(line: &str) -> Option<&str> {
    let line = line.trim_matches(['(', ')', '[', ']', '*', '_', ' ', '【', '】']);
    let (head, source) = line.split_once([':', '：'])?;
    let source = source.split(['|', '•']).next()?;
    // "Source: Example Wire, 14 March 2031"
    let day = find(source, LINE).into_iter().find(|day| day.told.is_full());
    let source = day
        .map_or(Some(source), |day| source.get(..day.bytes.start))?
        .trim_end_matches([',', ' ', '(', '-', '–']);
    let (head, source) = (head.trim_end(), source.trim());
    if head.len() > LONGEST || !says_in_line(&head.to_lowercase(), LineWord::Source) {
        return None;
    }
    (!source.is_empty() && source.chars().count() <= LONGEST && !is_prose(source)).then_some(source)
}

/// The author, as printed.
pub(super) fn byline(paragraphs: &[String]) -> Option<String> {
    let head = lines(paragraphs.get(..MARGIN).unwrap_or(paragraphs));
    let foot = lines(paragraphs.get(paragraphs.len().saturating_sub(2)..).unwrap_or_default());
    head.take(MARGIN * 2).find_map(author_of).or_else(|| foot.rev().find_map(reporter_of))
}

/// The names of a line "By Jane Example".
fn author_of(line: &str) -> Option<String> {
    let names = after_word(line, "By")?;
    // "By Jane Example | 14 March" and "By Jane Example, Valletta correspondent"
    let end = names.find(['|', '/', ',', '•', '(', '—', '–']).unwrap_or(names.len());
    let names = names.get(..end)?.trim().trim_end_matches(['.', ':']);
    is_names(names).then(|| names.to_owned())
}

/// The names after "Reporting by".
fn reporter_of(line: &str) -> Option<String> {
    const REPORTING: [&str; 3] = ["(reporting by ", "reporting by ", "report by "];
    let lower = line.to_ascii_lowercase();
    let from = REPORTING.iter().find_map(|credit| lower.starts_with(credit).then_some(credit.len()))?;
    let names = line.get(from..)?;
    let names = names.split([';', ')', ',', '.']).next()?;
    let names = names.split(" in ").next()?.trim();
    is_names(names).then(|| names.to_owned())
}

/// A few words that begin with capitals, apart from "and" and the small words of names.
fn is_names(text: &str) -> bool {
    const SMALL: [&str; 12] =
        ["and", "with", "de", "da", "del", "der", "van", "von", "al", "bin", "el", "la"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || SMALL.contains(word);
    (1..=10).contains(&words.len())
        && text.chars().count() <= LONGEST
        && words.iter().all(capital)
        && !text.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_line_is_taken_out_and_named() {
        let mut paragraphs = vec!["They met.".to_owned(), "They parted.\nSource: Example Wire".to_owned()];
        assert_eq!(take_source(&mut paragraphs).as_deref(), Some("Example Wire"));
        assert_eq!(paragraphs, ["They met.", "They parted."]);
        let mut paragraphs = vec!["Source: Example Wire | 2021-03-14 10:22 | Editor: ana".to_owned()];
        assert_eq!(take_source(&mut paragraphs).as_deref(), Some("Example Wire"));
        assert_eq!(paragraphs.len(), 1, "it tells the day");
    }

    #[test]
    fn authors_are_named_at_head_or_foot() {
        let named = |line: &str| byline(&[line.to_owned()]);
        assert_eq!(named("By Jane Example").as_deref(), Some("Jane Example"));
        assert_eq!(named("BY JANE EXAMPLE | 14 March 2021").as_deref(), Some("JANE EXAMPLE"));
        assert_eq!(
            named("(Reporting by Jane Example in Valletta; Editing by John Sample)").as_deref(),
            Some("Jane Example")
        );
        assert_eq!(named("By Friday the talks were over"), None);
    }
}
