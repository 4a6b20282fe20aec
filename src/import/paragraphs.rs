//! Lines to paragraphs. A text may break its lines at some width, and leave blank lines between
//! paragraphs; or have a paragraph a line. Lists, addresses and signatures keep their lines.
//!
//! A line was broken at the margin if the next word would not have fitted: its length, a space and
//! that word exceed the margin. Where nearly all breaks of a text are of this kind, it is wrapped.
//!
//! A page that was copied may also break its lines around every link and every word in italics. Such
//! lines begin with the comma that follows the link; where a text has several, they are joined.

use std::borrow::Cow;

use super::characters::single_spaced;
use super::lines::{is_all_capitals, is_prose};

/// The narrowest and widest margin that anybody breaks lines at.
const MARGIN: std::ops::RangeInclusive<usize> = 40..=100;

/// From so many characters on, a line of an unwrapped text is a paragraph of its own.
const LONG: usize = 100;

/// Of a hundred breaks within blocks, how many must be at the margin in a wrapped text.
const WRAPPED_PERCENT: usize = 70;

/// Of a hundred breaks of so many or more, how many must be in a sentence that a small letter continues where a
/// text is wrapped by eye.
const RAGGED_PERCENT: usize = 60;
const RAGGED_FROM: usize = 5;

/// A line may stay so short of the margin: some writers break by eye, and some spaces were doubled.
const SLACK: usize = 6;

/// The paragraphs of a text in order, with `\n` between the lines that one keeps.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines = mended(text.lines().map(single_spaced).collect());
    let blocks: Vec<&[Cow<'_, str>]> =
        lines.split(|line| line.is_empty()).filter(|block| !block.is_empty()).collect();
    let margin = margin(&blocks);
    blocks.into_iter().flat_map(|block| split_block(block, margin)).collect()
}

/// The lines of a text, with those joined that were broken around its links.
fn mended(lines: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    /// One line that begins with a comma may be a slip.
    const SLIPS: usize = 2;
    if lines.iter().filter(|line| goes_on(line)).count() < SLIPS {
        return lines;
    }
    let mut mended: Vec<Cow<'_, str>> = Vec::new();
    // Whether the line before ends in the middle of a sentence, as its own breaks tell.
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        let link = lines.get(at + 1).is_some_and(|next| goes_on(next)) && length(line) < LONG;
        let joins = goes_on(line) || open || link || line.starts_with(char::is_lowercase);
        let last = mended.last_mut().filter(|last| !line.is_empty() && !last.is_empty());
        match last.filter(|last| joins && (goes_on(line) || !ends_a_sentence(last))) {
            Some(last) => {
                let last = last.to_mut();
                last.push(' ');
                last.push_str(line);
                open = !ends_a_sentence(line);
            }
            None => {
                mended.push(line.clone());
                open = line.ends_with(['(', ',']);
            }
        }
    }
    mended
}

/// Whether a line begins with a mark that belongs to the line before.
fn goes_on(line: &str) -> bool {
    let mut marks = line.chars();
    let closes = marks.next().is_some_and(|mark| matches!(mark, ',' | '.' | ';' | ')'));
    closes && marks.next().is_none_or(|next| next == ' ' || next == '.' || next == ',')
}

/// The paragraphs of lines without a blank line between.
fn split_block(block: &[Cow<'_, str>], margin: Option<usize>) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before: Option<&str> = None;
    for line in block {
        match (before, paragraphs.last_mut()) {
            (Some(before), Some(paragraph)) => match break_between(before, line, margin) {
                Break::Margin => {
                    paragraph.push(' ');
                    paragraph.push_str(line);
                }
                Break::Line => {
                    paragraph.push('\n');
                    paragraph.push_str(line);
                }
                Break::Paragraph => paragraphs.push(line.to_string()),
            },
            _ => paragraphs.push(line.to_string()),
        }
        before = Some(line);
    }
    paragraphs
}

/// Why a line ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    /// The next word did not fit.
    Margin,
    /// The line is an item, a part of an address or a signature.
    Line,
    /// The line is a whole paragraph.
    Paragraph,
}

fn break_between(line: &str, next: &str, margin: Option<usize>) -> Break {
    if let Some(margin) = margin {
        let at_margin = fills(line, next, margin.saturating_sub(SLACK)) && length(line) <= margin;
        // "Prince\nNorodom": a line that ends no sentence and reaches far goes on with a name, too.
        let goes_on = runs_on(line, next) || !ends_a_sentence(line) && length(line) * 4 > margin * 3;
        if !begins_item(next) && (at_margin || goes_on && length(line) * 2 > margin) {
            return Break::Margin;
        }
    }
    let whole = |line: &str| length(line) >= LONG || is_prose(line);
    if whole(line) && !begins_item(next) || whole(next) { Break::Paragraph } else { Break::Line }
}

/// The margin that this text's lines are broken at, if they are.
fn margin(blocks: &[&[Cow<'_, str>]]) -> Option<usize> {
    // Signatures and addresses have short lines in a wrapped text too.
    let is_text = |block: &&&[Cow<'_, str>]| {
        block.len() > 1 && block.iter().any(|line| length(line) >= *MARGIN.start())
    };
    let blocks = || blocks.iter().filter(is_text);
    let mut lengths: Vec<usize> = blocks().flat_map(|block| block.iter()).map(|line| length(line)).collect();
    lengths.sort_unstable();
    // One line in fifty may stick out: an address of the web does not break.
    let margin = *lengths.get(lengths.len().saturating_sub(1) * 49 / 50)?;
    let (mut breaks, mut at_margin, mut run_on) = (0, 0, 0);
    for (line, next) in blocks().flat_map(|block| block.iter().zip(block.iter().skip(1))) {
        breaks += 1;
        at_margin += usize::from(fills(line, next, margin.saturating_sub(SLACK)));
        run_on += usize::from(runs_on(line, next));
    }
    // Full lines alone prove nothing: in a wrapped text some sentence visibly runs on. Where most do, the lines
    // are wrapped however ragged they are.
    let ragged = breaks >= RAGGED_FROM && run_on * 100 >= breaks * RAGGED_PERCENT;
    let wrapped = at_margin * 100 >= breaks * WRAPPED_PERCENT && run_on > 0 || ragged;
    (MARGIN.contains(&margin) && wrapped).then_some(margin)
}

/// Whether a sentence goes on in the next line. In a text in capitals any word may go on with one.
fn runs_on(line: &str, next: &str) -> bool {
    let loud = || is_all_capitals(line) && is_all_capitals(next) && next.starts_with(char::is_alphabetic);
    !ends_a_sentence(line) && (next.starts_with(char::is_lowercase) || loud())
}

/// Whether the first word of `next` would have gone beyond the margin.
fn fills(line: &str, next: &str, margin: usize) -> bool {
    let word = next.split(' ').next().unwrap_or_default();
    length(line) + 1 + length(word) > margin
}

fn length(line: &str) -> usize {
    line.chars().count()
}

fn ends_a_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', ')', ']'])
        .ends_with(['.', '!', '?', ':', ';', '。', '！', '？'])
}

/// "- item", "• item", "3. item", "(a) item".
fn begins_item(line: &str) -> bool {
    let Some((mark, _)) = line.split_once(' ') else { return false };
    let number = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    matches!(mark, "-" | "–" | "—" | "*" | "•" | "·" | "●" | "o" | "+" | ">")
        || number.len() < mark.len()
            && (number.len() == 1
                || !number.is_empty() && number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_broken_at_a_margin_are_joined() {
        let text = "Minister Petra Example met her counterpart from Freedonia in the old\n\
                    customs house on Friday. They spoke of the harbour line, which has been\n\
                    closed for nine years, and of the bridge.\n\
                    \n\
                    The talks go on in May, when the engineers have measured the piers and\n\
                    the two governments have found the money.";
        let read = paragraphs(text);
        assert_eq!(read.len(), 2);
        assert!(read.iter().all(|paragraph| !paragraph.contains('\n')), "{read:?}");
    }

    #[test]
    fn lines_that_somebody_broke_by_eye_are_joined() {
        let text = "Freedonian leader Petra Example on Friday rejected the demand for talks\n\
                    outside the country, accusing its rivals of trying to make\n\
                    the matter one of others. The parties have asked\n\
                    King Omar Lind to invite them after a row of\n\
                    meetings of the two groups, and with them the party\n\
                    of the minister, to form a government had\n\
                    failed in May.";
        assert_eq!(paragraphs(text).len(), 1, "{:?}", paragraphs(text));
        assert!(!paragraphs(text).concat().contains('\n'));
    }

    #[test]
    fn a_text_in_capitals_is_wrapped_like_any_other() {
        let text = "MINISTER PETRA EXAMPLE SAID TODAY THAT SHE WILL MEET HER COUNTERPART\n\
                    JON LIND OF FREEDONIA IN THE OLD CUSTOMS HOUSE, AND THAT THE TWO OF\n\
                    THEM WILL SPEAK OF THE HARBOR.\n\
                    \n\
                    THE TALKS GO ON.";
        let read = paragraphs(text);
        assert_eq!(read.len(), 2, "{read:?}");
        assert!(read.iter().all(|paragraph| !paragraph.contains('\n')), "{read:?}");
    }

    #[test]
    fn lines_that_were_broken_around_links_are_joined() {
        let text = "The group has four members\nFreedonia\n,\nSylvania\n, and\nOsterlich\n.\n\
                    Freedonian Minister\nPetra Example\n, who led the talks of the\nHarbor Group\n\
                    members, was glad.\nThe talks go on.";
        let joined = [
            "The group has four members Freedonia , Sylvania , and Osterlich .",
            "Freedonian Minister Petra Example , who led the talks of the Harbor Group members, was glad.",
            "The talks go on.",
        ];
        assert_eq!(mended(text.lines().map(Cow::Borrowed).collect()), joined);
        let list = "The ministers\nPetra Example\nJon Lind";
        assert_eq!(mended(list.lines().map(Cow::Borrowed).collect()).len(), 3);
    }

    #[test]
    fn signatures_and_lists_keep_their_lines() {
        let text = "They agreed on three things:\n\n- a bridge\n- a ferry\n- a road\n\nMinistry of Foreign Affairs\nValletta\n14 March 2021";
        let read = paragraphs(text);
        assert_eq!(read.get(1).map(String::as_str), Some("- a bridge\n- a ferry\n- a road"));
        assert_eq!(
            read.get(2).map(String::as_str),
            Some("Ministry of Foreign Affairs\nValletta\n14 March 2021")
        );
    }

    #[test]
    fn a_paragraph_a_line_is_a_paragraph() {
        let long = "The minister said that the two countries had known each other for a long time and would go on to do so. ";
        let read = paragraphs(&format!("{long}\n{long}\n"));
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn items_of_a_list_in_a_wrapped_text_begin_their_own_line() {
        let text = "The ministers, who met for the third time in this year, decided upon\n\
                    the following steps, which both governments will take at once:\n\
                    1. to measure the piers of the bridge, and to publish what has been\n\
                    measured in both languages;\n\
                    2. to meet again in the autumn.";
        assert_eq!(paragraphs(text).first().map(|p| p.lines().count()), Some(3));
    }
}
