//! What is found in the manual: the sections that have all the words that are typed, or else the most of them.

use super::chapters::{CHAPTERS, Place, Section};

/// A section that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub place: Place,
    pub heading: &'static str,
    /// The words around the first of those that are sought.
    pub around: String,
}

/// So many words are shown before the one that was found, and so many from it on.
const BEFORE: usize = 3;
const FROM: usize = 9;

/// The sections with all of these words or beginnings of them, or where none has all, those with the most: first those
/// that have one in their heading, each in the order of the manual.
pub(super) fn find(typed: &str) -> Vec<Hit> {
    let sought: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let mut hits = Vec::new();
    for (chapter, of) in CHAPTERS.iter().enumerate() {
        for (number, section) in of.sections().enumerate() {
            let heading = section.heading.to_lowercase();
            let text = plain(&section);
            let whole = format!("{heading}\n{}", text.to_lowercase());
            let found: Vec<&String> = sought.iter().filter(|word| whole.contains(*word)).collect();
            let Some(first) = found.first() else { continue };
            let is_headed = found.iter().any(|word| heading.contains(*word));
            let place = Place { chapter, section: number };
            let hit = Hit { place, heading: section.heading, around: around(&text, first) };
            hits.push((found.len(), !is_headed, hit));
        }
    }
    let most = hits.iter().map(|(found, ..)| *found).max();
    hits.retain(|(found, ..)| Some(*found) == most);
    hits.sort_by_key(|(_, is_below, _)| *is_below);
    hits.into_iter().map(|(.., hit)| hit).collect()
}

/// What a section says, without marks.
fn plain(section: &Section) -> String {
    let mut parts = section.body.split("](");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once(')').map_or(part, |(_, rest)| rest));
    }
    text.replace(['*', '`', '|', '[', '#'], " ")
}

/// The words around the first that holds this.
fn around(text: &str, sought: &str) -> String {
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    let at = words.iter().position(|word| word.to_lowercase().contains(sought)).unwrap_or_default();
    let from = at.saturating_sub(BEFORE);
    let shown: Vec<&str> = words.iter().skip(from).take(BEFORE + FROM).copied().collect();
    format!("{}{}…", if from > 0 { "… " } else { "" }, shown.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_comes_before_a_text_and_as_many_words_as_can_be_must_be_there() {
        let hits = find("obligation");
        assert_eq!(hits.first().map(|hit| hit.heading), Some("Obligation"));
        assert_eq!(find("obligation zzz"), hits, "a word that is nowhere hides nothing");
        let both = find("obligation precision");
        assert!(!both.is_empty() && both.len() < hits.len(), "sections with both hide those with one");
        assert!(find("zzz").is_empty());
        assert!(find("  ").is_empty());
    }

    #[test]
    fn what_is_found_is_shown_without_marks_and_links() {
        let section = Section { heading: "H", body: "See **the** [list of files](files.md#tables) and `x`." };
        assert_eq!(around(&plain(&section), "list"), "See the list of files and x…");
    }
}
