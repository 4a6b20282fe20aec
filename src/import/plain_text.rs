//! Plain text: `.txt`. Marks of Markdown that slipped into it are taken off whole lines.

use super::draft::Draft;
use super::large::Large;
use super::paragraphs::paragraphs;
use super::{Format, Sureness, databases, sniff};

/// Text without markup.
pub(super) const PLAIN_TEXT: Format = Format {
    name: "Text",
    extensions: &["txt", "text"],
    media_type: "text/plain",
    is_risky: false,
    is_decoded: true,
    large: Large::AsItComes(databases::comes, "Cut it into its articles."),
    // Any text could be an article, whatever its name, but for what only another program reads.
    recognizes: |file| match file.text() {
        Ok(_) if !sniff::is_other_text(file) => Sureness::Possible,
        _ => Sureness::No,
    },
    read: |file, findings| {
        if databases::split_file(file, findings)? {
            return Ok(());
        }
        file.is_one_article()?;
        findings.article(draft(file.text()?))
    },
};

/// The article of a text.
pub(super) fn draft(text: &str) -> Draft {
    let unmarked: Vec<&str> = text.lines().map(unmarked).collect();
    Draft { paragraphs: paragraphs(&unmarked.join("\n")), ..Draft::default() }
}

/// The line without `# ` before it or `*…*` around it.
fn unmarked(line: &str) -> &str {
    let trimmed = line.trim();
    let heading = trimmed.trim_start_matches('#');
    if heading.len() < trimmed.len() && heading.starts_with(' ') && heading.contains(char::is_alphabetic) {
        return heading.trim_end_matches('#').trim();
    }
    for mark in ["**", "__", "*", "_"] {
        if let Some(inner) = trimmed.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark))
            && !inner.contains(mark)
            && inner.contains(char::is_alphabetic)
        {
            return inner.trim();
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_around_a_line_are_not_text() {
        assert_eq!(unmarked("## Ministers agree"), "Ministers agree");
        assert_eq!(unmarked("*President Jane Example  *"), "President Jane Example");
        assert_eq!(unmarked("**Ministers agree**"), "Ministers agree");
        assert_eq!(unmarked("#1 in the list"), "#1 in the list");
        assert_eq!(unmarked("* * * *"), "* * * *");
        assert_eq!(unmarked("*one* and *two*"), "*one* and *two*");
    }
}
