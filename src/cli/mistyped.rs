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
    let apart = commands.map(|command| (strsim::osa_distance(&word, command), command));
    let (apart, command) = apart.min_by_key(|(apart, _)| *apart)?;
    (3 * apart <= command.len()).then_some(command)
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
