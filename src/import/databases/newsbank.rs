//! NewsBank (Access World News): headline, a line of day and paper ("April 22, 2031 | Courier, The (Lund, Merand)"),
//! fields, how many words, a link, the text, and whose rights these are. Older exports have the paper before the day,
//! in one line or in two, and a field a line.

use super::fields::{Field, dateline_above, field_of, is_copyright, names, turned};
use super::{Layout, Split, paragraphs_of};
use crate::calendar::Told;
use crate::import::date_line::{DateLine, DateLineKind};
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::findings::Findings;
use crate::import::lines::is_prose;

pub(super) const LAYOUT: Layout = Layout {
    name: "NewsBank",
    marks: &[
        "Read News Document",
        "OpenURL Link",
        "OpenURL Article Bookmark",
        "Author/Byline:",
        "Record Number:",
        "Estimated printed pages:",
        "Readability:",
        "NewsBank",
        "Newsbank",
        "Access World News",
    ],
    recognizes,
    split: Split::Text(split),
};

/// Links that stand above each text, in lower case.
const LINKS: &[&str] = &["read news document", "openurl link", "openurl article bookmark"];

/// How fields begin above a text that only NewsBank has, in lower case.
const ABOVE: &[&str] = &["edition:", "readability:", "estimated printed pages:"];

/// How lines begin that stand below a text beside the fields, in lower case.
const BELOW: &[&str] = &["caption:", "captions:", "memo:", "memo/notes:", "correction:", "notes:"];

/// A line of day and paper has no more characters.
const LONGEST: usize = 160;

/// So many lines below the day and the paper may stand above the link.
const HEAD: usize = 28;

/// A headline has at most so many lines.
const TITLE_LINES: usize = 4;

fn recognizes(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    (0..lines.len()).any(|at| Source::at(&lines, at).is_some())
}

/// Where an article tells its paper and its day.
struct Source<'t> {
    paper: &'t str,
    day: Told,
    /// The first of its lines, and the first below them.
    from: usize,
    to: usize,
}

impl<'t> Source<'t> {
    /// The one that ends in the line at this place, if there is one, with what NewsBank writes below it.
    fn at(lines: &[&'t str], at: usize) -> Option<Self> {
        let line = lines.get(at)?.trim();
        let in_line = || in_one_line(line).map(|(paper, day)| Self { paper, day, from: at, to: at + 1 });
        let source = in_line().or_else(|| Self::in_two(lines, at, day_of(line)?))?;
        let is_told = next(lines, source.to).is_some_and(|(_, line)| is_head(line) || is_words(line));
        is_told.then_some(source)
    }

    /// The one whose day stands here, with the paper above it, or in some pages below.
    fn in_two(lines: &[&'t str], at: usize, day: Told) -> Option<Self> {
        let (below, line) = next(lines, at + 1)?;
        if !is_head(line) && !is_words(line) {
            let is_paper = is_name(line) && !line.ends_with(['.', '!', '?', ':', ',']);
            return is_paper.then_some(Self { paper: line, day, from: at, to: below + 1 });
        }
        // Paragraphs of a document have an empty line between them.
        let above = [1, 2].into_iter().filter_map(|lines| at.checked_sub(lines));
        let mut named = above.filter_map(|from| Some((from, lines.get(from)?.trim())));
        let (from, paper) = named.find(|(_, line)| !line.is_empty())?;
        is_name(paper).then_some(Self { paper, day, from, to: at + 1 })
    }
}

/// The next line that is not empty, and where it stands.
fn next<'t>(lines: &[&'t str], from: usize) -> Option<(usize, &'t str)> {
    /// So many empty lines may stand before it.
    const EMPTY: usize = 8;
    let mut below = lines.iter().enumerate().skip(from).take(EMPTY).map(|(at, line)| (at, line.trim()));
    below.find(|(_, line)| !line.is_empty())
}

/// Paper and day, where one line has both.
fn in_one_line(line: &str) -> Option<(&str, Told)> {
    if line.chars().count() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let sides =
        line.split_once(" | ").into_iter().chain(["-", "–", "|"].iter().filter_map(|s| line.rsplit_once(s)));
    sides.map(|(one, other)| (one.trim(), other.trim())).find_map(|(one, other)| {
        let (day, paper) = day_of(one).map(|day| (day, other)).or_else(|| Some((day_of(other)?, one)))?;
        is_name(paper).then_some((paper, day))
    })
}

/// The day that is all that a line says.
fn day_of(line: &str) -> Option<Told> {
    DateLine::read(line).filter(|read| read.kind == DateLineKind::Alone).map(|read| read.day)
}

fn is_name(line: &str) -> bool {
    let is_line = line.contains(char::is_alphabetic) && line.chars().count() < LONGEST;
    is_line && !is_prose(line) && field_of(line).is_none()
}

/// Whether a line stands between the day and the text: fields with bars between them, or a link.
fn is_head(line: &str) -> bool {
    let is_field = |part: &str| field_of(part).is_some() || begins(part, ABOVE);
    is_link(line) || line.split(" | ").all(is_field)
}

fn is_link(line: &str) -> bool {
    begins(line, LINKS)
}

/// Whether a line begins with one of these words, whatever its case.
fn begins(line: &str, words: &[&str]) -> bool {
    let is_it = |word: &&str| line.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    words.iter().any(is_it)
}

/// "394 Words"; the number may stand in a line of its own.
fn is_words(line: &str) -> bool {
    let count =
        line.strip_suffix("ords").and_then(|line| line.strip_suffix(['w', 'W'])).unwrap_or(line).trim();
    line.len() < LONGEST && count.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}

/// Whether a line ends the text above it.
fn is_foot(line: &str) -> bool {
    let is_rights = || is_copyright(line) && line.contains(|c: char| c.is_ascii_digit());
    matches!(field_of(line), Some((Field::Foot, _))) || begins(line, BELOW) || is_rights()
}

fn split(text: &str, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let lines: Vec<&str> = text.lines().collect();
    let sources: Vec<Source<'_>> = (0..lines.len()).filter_map(|at| Source::at(&lines, at)).collect();
    let mut before = 0;
    let titles: Vec<(usize, Option<String>)> = sources
        .iter()
        .map(|source| title(&lines, std::mem::replace(&mut before, source.to), source.from))
        .collect();
    let ends = titles.iter().skip(1).map(|(from, _)| *from).chain([lines.len()]);
    for ((source, (_, title)), end) in sources.iter().zip(&titles).zip(ends) {
        findings.article(draft(source, title.clone(), lines.get(source.to..end).unwrap_or_default()))?;
    }
    Ok(())
}

/// The headline that stands above a line, below another, and where it begins.
fn title(lines: &[&str], above: usize, below: usize) -> (usize, Option<String>) {
    let mut from = below;
    let mut words = Vec::new();
    for at in (above..below).rev() {
        let line = lines.get(at).map(|line| line.trim()).unwrap_or_default();
        let is_end =
            line.is_empty() || is_foot(line) || line.to_lowercase().ends_with("all rights reserved.");
        match is_end || words.len() == TITLE_LINES {
            true if words.is_empty() && line.is_empty() => {}
            true => break,
            false => words.push(line),
        }
        from = at;
    }
    words.reverse();
    (from, (!words.is_empty()).then(|| words.join(" ")))
}

/// An article from the lines below its day and paper, up to the next headline.
fn draft(source: &Source<'_>, title: Option<String>, lines: &[&str]) -> Draft {
    let mut stated = Stated {
        title,
        publisher: Some(paper(source.paper)),
        published: Some(source.day),
        ..Stated::default()
    };
    let mut dateline = None;
    let link = lines.iter().take(HEAD).position(|line| is_link(line.trim()));
    let mut at = 0;
    while let Some(line) = lines.get(at).map(|line| line.trim()) {
        let is_above =
            line.is_empty() || link.is_some_and(|link| at <= link) || is_head(line) || is_words(line);
        if !is_above {
            break;
        }
        for (field, value) in line.split(" | ").filter_map(field_of) {
            match field {
                Field::Byline => stated.byline = names(&without_addresses(value)),
                Field::Dateline => dateline = Some(value.to_owned()),
                _ => {}
            }
        }
        at += 1;
    }
    let text = lines.get(at..).unwrap_or_default();
    let end = text.iter().position(|line| is_foot(line.trim())).unwrap_or(text.len());
    let mut paragraphs = paragraphs_of(text.get(..end).unwrap_or_default());
    let dateline = dateline_above(dateline, &paragraphs);
    paragraphs.splice(0..0, dateline);
    Draft { paragraphs, stated }
}

/// Names without the addresses of their mail.
fn without_addresses(names: &str) -> String {
    names.split_whitespace().filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ")
}

/// "Courier, The (Lund, Merand)" is "The Courier".
fn paper(name: &str) -> String {
    let bare = name.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map_or(name, |(name, _)| name);
    turned(bare.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_and_day_stand_in_one_line_or_in_two() {
        for line in [
            "April 22, 2031 | Courier, The (Lund, Merand)",
            "Courier, The (Lund, Merand) - Tuesday, April 22, 2031",
            "Courier, The (Lund, Merand)-April 22, 2031",
        ] {
            let (name, day) = in_one_line(line).unwrap();
            assert!(day.is_full(), "{line}");
            assert_eq!(paper(name), "The Courier", "{line}");
        }
        let lines = [
            "Ministers meet",
            "",
            "Courier",
            "April 22, 2031",
            "Author: Ann Lowe",
            "",
            "Estimated printed pages: 1",
        ];
        let source = Source::at(&lines, 3).unwrap();
        assert_eq!((source.paper, source.from, source.to), ("Courier", 2, 4));
        let lines = [
            "Ministers meet",
            "",
            "April 22, 2031",
            "",
            "Courier, The (Lund)",
            "",
            "Author/Byline: Ann Lowe a@b.example",
        ];
        let source = Source::at(&lines, 2).unwrap();
        assert_eq!((source.paper, source.from, source.to), ("Courier, The (Lund)", 2, 5));
        assert_eq!(draft(&source, None, &lines[5..]).stated.byline.as_deref(), Some("Ann Lowe"));
        for line in ["Talks of April 22, 2031 - a review", "April 22, 2031", "They met | they parted"] {
            assert!(in_one_line(line).is_none(), "{line}");
        }
    }

    #[test]
    fn a_day_in_a_text_begins_no_article() {
        let lines = [
            "The Courier",
            "April 22, 2031",
            "",
            "They met in the old customs house.",
            "Section: one of four.",
        ];
        assert!(Source::at(&lines, 1).is_none());
    }

    #[test]
    fn rights_of_more_than_one_line_are_no_headline() {
        let lines = [
            "© Copyright © 2031 The Courier,",
            "Courier Group. All rights reserved.",
            "Ministers meet",
            "again",
        ];
        assert_eq!(title(&lines, 0, 4), (2, Some("Ministers meet again".to_owned())));
    }
}
