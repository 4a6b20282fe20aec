//! The headline: found among the first lines, put on top, and kept once.
//!
//! Papers and ministries print it twice, below the date or in capitals; a letterhead ("MEDIA RELEASE",
//! "Ministry of Foreign Affairs", the day) may stand above it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::date_line::{DateLine, DateLineKind};
use super::dateline::Opening;
use super::lines::{after_word, is_prose, letters, words_of};
use crate::lexicon::{Lexicon, LineWord, line_words, says_in_line};

/// A headline has no more characters, unless it is a line by itself without any sentence.
const LONGEST: usize = 300;

/// So many lines are looked at, for a headline below a letterhead and for its repetition.
const HEAD: usize = 8;

/// So many of the first paragraphs may be letterheads, headlines or both.
const LETTERHEADS: usize = 3;

/// How a line of a letterhead begins, or all that it says, in lower case letters alone.
const LETTERHEAD: &[&str] =
    &["officeof", "ministryof", "departmentof", "ministerfor", "embassyof", "permanentmission"];

/// What a line above a headline says that tells only what sort of text follows, in letters alone.
static RELEASES: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| line_words(LineWord::Release).map(letters).collect());

/// A headline is broken into at most so many lines.
const TITLE_LINES: usize = 3;

/// Words that do not end a headline.
const HANGING: &[&str] = &["of", "and", "the", "to", "in", "on", "for", "with", "by", "from", "at", "a", "&"];

/// A sentence with more words than a headline has.
const SENTENCE_WORDS: usize = 13;

/// Finds the headline, puts it first as a paragraph of its own, and removes its repetitions.
pub(super) fn settle(
    paragraphs: &mut Vec<String>,
    stated: Option<&str>,
    lexicon: &Lexicon,
) -> Option<String> {
    let title = match stated {
        Some(title) => {
            remove_line(paragraphs, title);
            title.to_owned()
        }
        None => take(paragraphs, lexicon)?,
    };
    remove_repetitions(paragraphs, &title);
    paragraphs.insert(0, title.clone());
    Some(title)
}

/// Takes the first line that can be a headline out of the first paragraphs.
fn take(paragraphs: &mut Vec<String>, lexicon: &Lexicon) -> Option<String> {
    paragraphs.iter_mut().take(LETTERHEADS).for_each(join_broken_headline);
    let head: Vec<&str> = super::lines::lines(paragraphs).take(HEAD).collect();
    let mut title = None;
    for (at, line) in head.iter().enumerate() {
        let next = head.get(at + 1).copied().unwrap_or_default();
        if is_letterhead(line, lexicon) {
            continue;
        }
        title = is_headline(line, next, lexicon).then(|| (*line).to_owned());
        break;
    }
    let title = title?;
    let title = below_furniture(paragraphs, &title, lexicon).unwrap_or(title);
    remove_line(paragraphs, &title);
    Some(title)
}

/// So many lines of a page may stand above its headline.
const FURNITURE: usize = 24;

/// The headline below the menus and teasers of a page: where the first line shares no word with the text, the
/// line above the text that shares most.
fn below_furniture(paragraphs: &[String], first: &str, lexicon: &Lexicon) -> Option<String> {
    const SHARED: usize = 2;
    /// And so many lines of the text are asked.
    const TEXT: usize = 10;
    let all: Vec<&str> = super::lines::lines(paragraphs).take(FURNITURE + TEXT).collect();
    let text = all.iter().position(|line| is_prose(line)).filter(|&text| text < FURNITURE)?;
    let (head, text) = all.split_at_checked(text)?;
    let mut told = text.iter().take(TEXT).flat_map(|line| stems(line));
    // Nearly every first line is the headline, and the first sentence shows it.
    let own: Vec<String> = stems(first).collect();
    if told.any(|stem| own.contains(&stem)) {
        return None;
    }
    let told: FxHashSet<String> = text.iter().take(TEXT).flat_map(|line| stems(line)).collect();
    let shared = |line: &str| stems(line).filter(|stem| told.contains(stem)).count();
    let lines = head.iter().enumerate().filter(|(at, line)| {
        let next = head.get(at + 1).copied().unwrap_or_default();
        !is_letterhead(line, lexicon) && is_headline(line, next, lexicon) && is_no_credit(line)
    });
    // Of equals the first.
    let best = lines.rev().map(|(_, line)| (shared(line), *line)).max_by_key(|(shared, _)| *shared)?;
    (best.0 >= SHARED).then(|| best.1.to_owned())
}

/// Whether a line is neither a caption nor a byline.
fn is_no_credit(line: &str) -> bool {
    line.len() < LONGEST && !line.contains("Photo") && after_word(line, "By").is_none()
}

/// The longer words of a line, each by its first letters: "Kenya" and "Kenyan" are one.
fn stems(line: &str) -> impl Iterator<Item = String> {
    const LETTERS: usize = 5;
    let words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= LETTERS);
    words.map(|word| word.chars().take(LETTERS).flat_map(char::to_lowercase).collect())
}

/// Joins two lines at the top that are one headline: the second begins small, or the first ends in a
/// word that something must follow. A day below it ("mar. 22 avr. 2031") is none of it.
fn join_broken_headline(paragraph: &mut String) {
    let Some((line, rest)) = paragraph.split_once('\n') else { return };
    let next = rest.lines().next().unwrap_or_default();
    let hangs = line.split(' ').next_back().is_some_and(|word| HANGING.contains(&word));
    let goes_on = hangs || next.starts_with(char::is_lowercase);
    let is_line = !is_prose(line) && !is_prose(next) && !DateLine::is_alone(next);
    if goes_on && is_line && next.chars().any(char::is_alphabetic) {
        *paragraph = format!("{line} {rest}");
    }
}

/// Whether a line stands above headlines: a day, an office, the kind of text.
fn is_letterhead(line: &str, lexicon: &Lexicon) -> bool {
    if line.len() > LONGEST * 4 {
        return false;
    }
    let said = letters(line);
    // "Press release No. 118/2019"
    let numbered = said.trim_end_matches(|c: char| c.is_ascii_digit());
    let said = if numbered.len() < said.len() { numbered.trim_end_matches("no") } else { &said };
    let short = line.split_whitespace().count() <= 6;
    let office = LETTERHEAD
        .iter()
        .any(|begins| said == *begins || short && begins.ends_with("of") && said.starts_with(begins));
    DateLine::is_alone(line)
        || office
        || RELEASES.contains(said)
        || lexicon.publisher(line).is_some()
        || short && Opening::of_line(line, lexicon).is_some_and(|opening| opening.date.is_some())
        || is_day_with_source(line, lexicon)
}

/// "Example Wire • Published: Mar 14, 2021", "Example Wire 14 March 2021 10:22", "Mar 14 2021 | Ana Torre": a
/// day, and in parts of their own who issued it.
fn is_day_with_source(line: &str, lexicon: &Lexicon) -> bool {
    const WORDS: usize = 12;
    const NAME: usize = 4;
    let is_short = line.split_whitespace().count() <= WORDS && !is_prose(line);
    if !is_short || DateLine::read(line).is_none_or(|read| read.kind != DateLineKind::Accompanied) {
        return false;
    }
    let labeled = line.split(|c: char| !c.is_alphabetic()).any(|word| {
        let word = word.to_lowercase();
        says_in_line(&word, LineWord::Published) || says_in_line(&word, LineWord::Later)
    });
    let separators = |c: char| c.is_ascii_digit() || matches!(c, ',' | '(' | ')' | '|' | '•' | '/' | ':');
    let named = |part: &str| {
        let part = part.trim();
        !part.is_empty() && lexicon.publisher(part.strip_prefix("The ").unwrap_or(part)).is_some()
    };
    let issuer = line.split(separators).any(named);
    let mut parts = line.split(['|', '•', '/', '>']).map(|part| part.split_whitespace().count());
    let parted = line.contains(['|', '•']) && parts.all(|words| words <= NAME);
    labeled || issuer || parted
}

/// Whether a line is no longer than headlines are; a longer one has to be without the end of a sentence.
fn has_length_of_headline(line: &str) -> bool {
    let letters = line.chars().take(2 * LONGEST + 1).count();
    letters <= LONGEST || letters <= 2 * LONGEST && !line.contains(['.', '!', '?', '。'])
}

/// Whether a line can be the headline of what follows.
fn is_headline(line: &str, next: &str, lexicon: &Lexicon) -> bool {
    let words = words_of(line);
    let sentence =
        is_prose(line) && (words >= SENTENCE_WORDS || is_prose(next)) && line.ends_with(['.', '。']);
    let above_date = DateLine::is_alone(next);
    let dated = || {
        Opening::read(line, lexicon).is_some_and(|opening| opening.date.is_some() || opening.agency.is_some())
    };
    has_length_of_headline(line)
        && (above_date || !sentence && !dated())
        && line.contains(char::is_alphabetic)
}

/// Removes the first line that is exactly this one from the head.
fn remove_line(paragraphs: &mut Vec<String>, line: &str) {
    let Some(at) = paragraphs.iter().take(HEAD).position(|paragraph| paragraph.lines().any(|l| l == line))
    else {
        return;
    };
    let Some(paragraph) = paragraphs.get_mut(at) else { return };
    let mut found = false;
    let kept: Vec<&str> =
        paragraph.lines().filter(|l| found || !std::mem::replace(&mut found, *l == line)).collect();
    *paragraph = kept.join("\n");
    if paragraph.is_empty() {
        paragraphs.remove(at);
    }
}

/// Removes the headline where it stands again in the head: alone, in capitals, or before a date.
fn remove_repetitions(paragraphs: &mut Vec<String>, title: &str) {
    let title = letters(title);
    if title.is_empty() {
        return;
    }
    let mut left = HEAD;
    for paragraph in paragraphs.iter_mut().take(HEAD) {
        let head: Vec<&str> = paragraph.lines().take(left).collect();
        let broken = head.len() > 1 && head.len() <= TITLE_LINES && letters(&head.join(" ")) == title;
        let kept: Vec<&str> =
            if broken { Vec::new() } else { head.iter().filter_map(|line| without(line, &title)).collect() };
        left = left.saturating_sub(head.len());
        if kept != head {
            let below = paragraph.lines().skip(head.len());
            *paragraph = kept.into_iter().chain(below).collect::<Vec<_>>().join("\n");
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
}

/// The line without the headline that it repeats: nothing, or the short remark that follows it.
fn without<'l>(line: &'l str, title: &str) -> Option<&'l str> {
    const REMARK: usize = 60;
    // Most lines are of the text, and begin otherwise.
    let begins = letters(line.get(..line.floor_char_boundary(20)).unwrap_or(line));
    if !title.starts_with(&begins) && !begins.starts_with(title) {
        return Some(line);
    }
    let said = if line.len() <= LONGEST * 4 { letters(line) } else { String::new() };
    if said == title {
        return None;
    }
    if title.len() < 15 || !said.starts_with(title) || said.len() > title.len() + REMARK {
        return Some(line);
    }
    let mut left = title.chars().count();
    let end = line.char_indices().find(|(_, c)| {
        let done = left == 0 && c.is_alphanumeric();
        left = left.saturating_sub(usize::from(c.is_alphanumeric()));
        done
    });
    // Only a remark with a day in it: "The talks of the ministers continue" goes on differently.
    let rest = end.and_then(|(at, _)| line.get(at..)).unwrap_or(line);
    Some(if DateLine::read(rest).is_some() { rest } else { line })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headline, and the paragraphs below it, of a text with these paragraphs.
    fn settled(paragraphs: &[&str]) -> (Option<String>, Vec<String>) {
        let mut paragraphs: Vec<String> = paragraphs.iter().map(|p| (*p).to_owned()).collect();
        let title = settle(&mut paragraphs, None, &Lexicon::built_in());
        let below = paragraphs.split_off(usize::from(title.is_some()));
        (title, below)
    }

    const BODY: &str = "Minister Example met her counterpart on Friday, and they agreed to reopen the line.";

    #[test]
    fn the_first_line_that_can_be_one_is_the_headline() {
        for above in [
            "14 March 2021",
            "PRESS RELEASE",
            "Ministry of Foreign Affairs",
            "Valletta, 14 March 2021",
            "Reuters 14 March 2021 10:22",
            "Example Wire • Published: Mar 14, 2021",
            "Mar 14 2021 | Ana Torre",
        ] {
            let (title, below) = settled(&[above, "Ministers agree on the line", BODY]);
            assert_eq!(title.as_deref(), Some("Ministers agree on the line"), "{above}");
            assert_eq!(below, [above, BODY], "the letterhead stays in the text");
        }
    }

    #[test]
    fn menus_and_teasers_above_it_are_no_headline() {
        let headline = "Minister and her counterpart agree to reopen line";
        for above in [
            ["Home News Politics Sport", "Sign in"],
            ["BREAKING", "Governor orders inquiry into ferry fire"],
            ["E-Paper | Mobile Apps", "3 min read"],
        ] {
            let (title, _) = settled(&[above[0], above[1], headline, "By Ana Torre", BODY]);
            assert_eq!(title.as_deref(), Some(headline), "{above:?}");
        }
    }

    #[test]
    fn a_text_that_begins_at_once_has_no_headline() {
        assert_eq!(settled(&[BODY, BODY]), (None, vec![BODY.to_owned(), BODY.to_owned()]));
    }

    #[test]
    fn a_headline_that_ends_like_a_sentence_is_known_by_the_date_below() {
        let long = "Joint statement of the fifth meeting of the Harbour Line Conclave, held on 9 March 2021 in Valletta.";
        assert_eq!(settled(&[long, "Published: 10 March 2021", BODY]).0.as_deref(), Some(long));
    }

    #[test]
    fn repetitions_go_and_remarks_after_them_stay() {
        let (_, below) = settled(&[
            "Ministers agree on the line",
            "MINISTERS AGREE ON THE LINE – Valletta, 14 March 2021",
            BODY,
        ]);
        assert_eq!(below, ["Valletta, 14 March 2021", BODY]);
        let (_, below) =
            settled(&["Ministers agree on the line", "Ministers agree on the line and the bridge"]);
        assert_eq!(below, ["Ministers agree on the line and the bridge"]);
    }

    #[test]
    fn a_headline_in_two_lines_is_one() {
        let (title, _) = settled(&["Ministers agree to reopen the\nharbour line", BODY]);
        assert_eq!(title.as_deref(), Some("Ministers agree to reopen the harbour line"));
    }
}
