//! Text that was pasted, as if it were a file: it gets a name from its first words.

use std::path::PathBuf;

/// How many letters of the first words go into the name.
const LETTERS: usize = 48;

/// What such a text would be called as a file. The source of a web page is one.
pub fn file_name(text: &str) -> PathBuf {
    let start = text.trim_start();
    let is_page = ["<!doctype html", "<html"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag)));
    if is_page {
        return "pasted page.html".into();
    }
    let line = start.lines().next().unwrap_or_default();
    // What file systems do not take, and what would be an ending.
    let plain = |c: char| if c.is_alphanumeric() || " -_'’,".contains(c) { c } else { ' ' };
    let letters: String = line.chars().take(LETTERS).map(plain).collect();
    let words = letters.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { "pasted.txt".into() } else { format!("{words}.txt").into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_text_is_named_after_its_first_words() {
        let name = |text: &str| file_name(text).display().to_string();
        assert_eq!(name("\n Envoys meet: talks in Sfax\n\nMore."), "Envoys meet talks in Sfax.txt");
        assert_eq!(name("../../etc/passwd"), "etc passwd.txt");
        assert_eq!(name("…\n"), "pasted.txt");
        assert_eq!(name("<!DOCTYPE html><title>Talks</title>"), "pasted page.html");
        assert_eq!(name(&"long ".repeat(100)).chars().count(), LETTERS + ".txt".len());
    }
}
