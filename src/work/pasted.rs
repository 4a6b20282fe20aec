//! What was pasted: files that were copied in a file manager, or text, which is treated as if it were a file and gets
//! a name from its first words.

use std::path::PathBuf;

use percent_encoding::percent_decode_str;

/// What some file managers write above the addresses of files: what is to be done with them.
const DEEDS: &[&str] = &["copy", "cut"];

/// The files, if files were copied and not their text: then each line is the address or the whole path of one. That
/// one is not there is told when it is opened.
pub fn copied_files(text: &str) -> Option<Vec<PathBuf>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let files: Option<Vec<PathBuf>> =
        lines.skip_while(|line| DEEDS.contains(line)).map(copied_file).collect();
    files.filter(|files| !files.is_empty())
}

fn copied_file(line: &str) -> Option<PathBuf> {
    let path = match line.strip_prefix("file://") {
        Some(address) => {
            percent_decode_str(address.get(address.find('/')?..)?).decode_utf8().ok()?.into_owned()
        }
        None => line.to_owned(),
    };
    Some(PathBuf::from(path)).filter(|path| path.is_absolute())
}

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
    fn files_that_were_copied_in_a_file_manager_are_opened_themselves() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("talks in Sfax, día 1.txt");
        std::fs::write(&path, "They met.").unwrap();
        let address = format!("file://{}/talks%20in%20Sfax,%20d%C3%ADa%201.txt", folder.path().display());
        let files = Some(vec![path.clone()]);
        assert_eq!(copied_files(&format!("copy\n{address}")), files, "as GNOME writes it");
        assert_eq!(copied_files(&format!("{address}\r\n")), files, "as KDE writes it");
        assert_eq!(copied_files(&path.display().to_string()), files);
        let missing = "/nowhere/at/all.txt";
        assert_eq!(copied_files(missing), Some(vec![missing.into()]), "opening it says that it is not there");
        for text in ["", "copy", "They met in Sfax."] {
            assert_eq!(copied_files(text), None, "{text}");
        }
        let prose = format!("They met.\n{}", path.display());
        assert_eq!(copied_files(&prose), None, "a path within prose is prose");
    }

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
