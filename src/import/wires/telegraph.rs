//! The wire formats of the telegraph's time, ANPA 1312 and IPTC 7901: a header between control bytes, the text
//! between others, and how it is filed at its end.

use crate::calendar::Told;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::large::Large;
use crate::import::paragraphs::paragraphs;
use crate::import::source::entry;
use crate::import::{Format, Sureness, characters, decode};

/// A story as a wire sends it.
pub(in crate::import) const TELEGRAPH: Format = Format {
    name: "Wire story",
    extensions: &["anpa", "iptc"],
    media_type: "application/x-news-wire",
    is_risky: false,
    is_decoded: false,
    large: Large::AsItComes(|_| true, "Cut it into smaller files."),
    recognizes: |file| Sureness::sure_if(is_wire(file.bytes)),
    read,
};

/// Begins a header, begins the text, ends the text, ends all.
const HEADER: u8 = 0x01;
const TEXT: u8 = 0x02;
const END_OF_TEXT: u8 = 0x03;
const END: u8 = 0x04;

/// A header has no more bytes.
const LONGEST_HEADER: usize = 400;

/// Whether these bytes begin like a wire: a header in letters, and a text without zeros after it.
fn is_wire(bytes: &[u8]) -> bool {
    const SAMPLE: usize = 8192;
    const SHORTEST_HEADER: usize = 8;
    let Some(start) = bytes.iter().take(16).position(|byte| *byte == HEADER) else { return false };
    let after = bytes.get(start + 1..).unwrap_or_default();
    let Some(end) = after.iter().take(LONGEST_HEADER).position(|byte| *byte == TEXT) else { return false };
    let (header, text) = after.split_at_checked(end).unwrap_or_default();
    let is_of_header =
        |byte: &u8| matches!(byte, b' '..=b'~' | b'\r' | b'\n' | b'\t' | 0x11 | 0x13 | 0x16 | 0x1e | 0x1f);
    header.len() >= SHORTEST_HEADER
        && header.iter().all(is_of_header)
        && !text.iter().take(SAMPLE).any(|byte| *byte == 0)
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    // A file may hold all that came over the wire in an hour, or in a year.
    let (mut stream, mut story) = (file.stream(), Vec::new());
    while entry(&mut stream, END, &mut story)? {
        if story.last() == Some(&END) {
            story.pop();
        }
        let text_at = story.iter().take(LONGEST_HEADER).position(|byte| *byte == TEXT);
        let Some((_, text)) = text_at.and_then(|at| story.split_at_checked(at)) else { continue };
        let mut parts = text.splitn(2, |byte| *byte == END_OF_TEXT);
        let mut part = || decode::decode(parts.next().unwrap_or_default());
        let (text, below) = (part()?, part()?);
        let mut draft = draft(&text);
        draft.stated.published = draft.stated.published.or_else(|| below.lines().find_map(filed_on));
        findings.article(draft)?;
    }
    Ok(())
}

fn draft(text: &str) -> Draft {
    let mut stated = Stated::default();
    let mut body = String::new();
    let mut above = true;
    for line in text.split(['\n', '\r', '\u{1e}']) {
        let set_in = line.starts_with(['\t', ' ']) || line.starts_with("\u{1}\t");
        let line = characters::tidy(line);
        // Where the control bytes were lost, a mark stands in for them.
        let line = line.trim().trim_start_matches('^');
        if is_filing(line) {
            stated.published = filed_on(line);
            break;
        }
        if line.is_empty() {
            body.push('\n');
            continue;
        }
        if above && !set_in && header_line(line, &mut stated) {
            continue;
        }
        above &= !set_in;
        // A paragraph begins a line that is set in.
        body.push_str(if set_in { "\n\n" } else { "\n" });
        body.push_str(line.trim_end_matches('<'));
    }
    let quotes = |text: &str| text.replace("``", "“").replace("''", "”").replace(" _ ", " – ");
    Draft { paragraphs: paragraphs(&quotes(&body)), stated }
}

/// Takes a line above the text: its slug, headline, note to editors, names. Says whether it was one.
fn header_line(line: &str, stated: &mut Stated) -> bool {
    let marked = line.ends_with('<');
    let line = line.trim_end_matches(['<', '=']).trim();
    let words = line.split_whitespace().count();
    if let Some(name) = line.strip_prefix("By ") {
        stated.byline.get_or_insert_with(|| name.trim().to_owned());
        return true;
    }
    if line.starts_with("(Eds") || line.contains(" Photo ") || line.starts_with("Eds:") {
        return true;
    }
    // "BC-AS--China-Escape, 3rd Ld-Writethru,827": words that are joined with hyphens.
    let is_slug = line.matches('-').count() * 2 >= words && words <= 8 && line.contains("--") || words == 1;
    if is_slug {
        return true;
    }
    if marked && stated.title.is_none() {
        stated.title = Some(line.to_owned());
        return true;
    }
    if stated.byline.is_some() && stated.publisher.is_none() && words <= 4 {
        stated.publisher = Some(line.to_owned());
        return true;
    }
    false
}

/// "AP-WF-05-09-17 0056GMT": below the text.
fn is_filing(line: &str) -> bool {
    let upper =
        |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | ' ' | '<' | '+' | ':');
    line.contains("GMT") && line.len() < 40 && line.trim_end_matches('<').chars().all(upper)
}

/// "05-09-17" in such a line: American agencies write the month first.
fn filed_on(line: &str) -> Option<Told> {
    if !is_filing(line) {
        return None;
    }
    let digits: Vec<&str> = line
        .split([' ', '-'])
        .filter(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    let [month, day, year] = digits.get(..3)? else { return None };
    let century = if *year < "70" { "20" } else { "19" };
    stated_day(&format!("{century}{year}-{month}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateOrder;
    use crate::model::Day;

    #[test]
    fn what_the_wire_adds_is_no_text() {
        let text = "\u{1}BC-EU--Harbor Line, 3rd Ld-Writethru,827<\r\n\u{1}Ministers agree to reopen the harbor line<\r\n\
            \u{1}AP Photo XHG401<\r\n\u{1}(Eds: Minor edits.)<\r\n\u{1}By ANN LOWE=\r\n\u{1}Example Press=\r\n\
            \t   VALLETTA (EP) _ The ministers met ``in the old customs house,'' they said.\r\n \r\n\t   They parted.\r\n\
            \t   \u{1}EP-WF-05-09-31 0056GMT<\r\n";
        let draft = draft(text);
        assert_eq!(draft.stated.title.as_deref(), Some("Ministers agree to reopen the harbor line"));
        assert_eq!(draft.stated.byline.as_deref(), Some("ANN LOWE"));
        assert_eq!(draft.stated.publisher.as_deref(), Some("Example Press"));
        let day = draft.stated.published.and_then(|told| told.day(None, &DateOrder::default()));
        assert_eq!(day, Day::new(2031, 5, 9));
        assert_eq!(
            draft.paragraphs,
            ["VALLETTA (EP) – The ministers met “in the old customs house,” they said.", "They parted."]
        );
    }
}
