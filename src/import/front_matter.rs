//! Front matter: the lines between `---` and `---` that stand above a Markdown text and say what it
//! is. Of YAML only `key: value` is read; deeper structures are passed over.

use super::draft::Stated;
use super::issued::stated_day;

/// Longer front matter is a text between two rules.
const MOST_LINES: usize = 60;

/// The front matter of a text, if it has one, and the text below it.
pub(super) fn split(text: &str) -> Option<(Stated, &str)> {
    let start = text.trim_start();
    let mut at = start.strip_prefix("---\n").map(|_| "---\n".len())?;
    let mut stated = Stated::default();
    let mut pairs = 0;
    for line in start.get(at..)?.split_inclusive('\n').take(MOST_LINES) {
        at += line.len();
        let line = line.trim_end();
        if matches!(line, "---" | "...") {
            return (pairs > 0).then(|| (stated, start.get(at..).unwrap_or_default()));
        }
        if let Some((key, value)) = line.split_once(':') {
            pairs += 1;
            state(&mut stated, key.trim(), value);
        } else if !line.starts_with([' ', '-', '#']) && !line.is_empty() {
            return None;
        }
    }
    None
}

/// Notes what one line says. The first of several keys for the same thing counts.
fn state(stated: &mut Stated, key: &str, value: &str) {
    let value = value.trim().trim_matches(['"', '\'']).trim_matches(['[', ']']).trim();
    if value.is_empty() {
        return;
    }
    let field = match key.to_ascii_lowercase().as_str() {
        "title" | "headline" => &mut stated.title,
        "publisher" | "source" | "site" | "publication" | "outlet" => &mut stated.publisher,
        "author" | "authors" | "byline" => &mut stated.byline,
        "url" | "link" | "canonical" | "permalink" => &mut stated.url,
        "lang" | "language" => &mut stated.language,
        "date" | "published" | "publish_date" | "pubdate" | "issued" => {
            stated.published = stated.published.or_else(|| stated_day(value));
            return;
        }
        _ => return,
    };
    field.get_or_insert_with(|| value.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateOrder;
    use crate::model::Day;

    #[test]
    fn keys_are_understood_and_the_text_follows() {
        let text = "---\ntitle: \"Ministers: the line opens\"\ndate: 2021-03-14\ntags:\n  - harbour\nsource: Example Wire\n---\nThey met.\n";
        let (stated, rest) = split(text).unwrap();
        assert_eq!(stated.title.as_deref(), Some("Ministers: the line opens"));
        let day = stated.published.and_then(|told| told.day(None, &DateOrder::default()));
        assert_eq!(day, Day::new(2021, 3, 14));
        assert_eq!(stated.publisher.as_deref(), Some("Example Wire"));
        assert_eq!(rest, "They met.\n");
    }

    #[test]
    fn a_text_between_two_rules_is_no_front_matter() {
        assert!(split("---\nThe ministers met on Friday.\n---\nThey parted.").is_none());
        assert!(split("---\ntitle: Never closed\n").is_none());
    }
}
