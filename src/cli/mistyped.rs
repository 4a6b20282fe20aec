//! Mistyped: a word that is neither a command nor a file. Whoever mistypes a command is told so in the terminal, and
//! which one is near; a window that opens on a file of that name would not say it.

use std::path::{Path, PathBuf};

/// The first word among files to open that is none: there is nothing of that name, and it is not written as a file is,
/// with a folder before it or an ending.
pub(super) fn no_file(files: &[PathBuf]) -> Option<&str> {
    let is_bare = |path: &&PathBuf| path.extension().is_none() && path.components().count() == 1;
    let words = files.iter().filter(is_bare).filter(|path| !path.exists());
    words.filter_map(|path| path.to_str()).find(|word| !word.is_empty())
}

/// The command that a word is nearest to, if one is near enough to be meant.
pub(super) fn meant<'c>(word: &str, commands: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let apart = commands.map(|command| (letters_apart(&word, command), command));
    let (apart, command) = apart.min_by_key(|(apart, _)| *apart)?;
    (3 * apart <= command.len()).then_some(command)
}

/// By how many letters that are missing, too many or others two words differ; two letters in each other's place are one.
fn letters_apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut letter_before = None;
    for (row, letter) in one.chars().enumerate() {
        let mut now = vec![row + 1];
        for (at, there) in other.iter().enumerate() {
            let of = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let changed = of(&last, at) + usize::from(letter != *there);
            let mut least = changed.min(of(&last, at + 1) + 1).min(of(&now, at) + 1);
            let is_swapped = at > 0 && letter_before == Some(*there) && other.get(at - 1) == Some(&letter);
            if is_swapped && !before_last.is_empty() {
                least = least.min(of(&before_last, at - 1) + 1);
            }
            now.push(least);
        }
        before_last = std::mem::replace(&mut last, now);
        letter_before = Some(letter);
    }
    last.last().copied().unwrap_or_default()
}

/// Files that are not there, which the window tells of too.
pub(super) fn missing(files: &[PathBuf]) -> impl Iterator<Item = &Path> {
    files.iter().map(PathBuf::as_path).filter(|path| !path.exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_known_by_most_of_its_letters() {
        let commands = || ["extract", "export", "import", "stats", "check", "man"].into_iter();
        let cases = [
            ("extrct", Some("extract")),
            ("exrtact", Some("extract")),
            ("Stat", Some("stats")),
            ("cehck", Some("check")),
            ("mna", Some("man")),
            ("talks", None),
            ("a", None),
        ];
        for (word, command) in cases {
            assert_eq!(meant(word, commands()), command, "{word}");
        }
    }
}
