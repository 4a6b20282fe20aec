//! Walking folders for the files that can be opened.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::StoreError;

/// The files in a folder and all folders below it that `wanted` says yes to, in the order of their
/// paths. Hidden files and folders stay out; a folder that may not be read is passed by.
///
/// # Errors
/// If the folder itself cannot be read.
pub fn files_within(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, StoreError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    // Links can lead back up; a folder is walked once, by its real name.
    let mut walked = HashSet::new();
    while let Some(next) = folders.pop() {
        let entries = match fs::read_dir(&next) {
            Ok(entries) => entries,
            Err(error) if next == folder => return Err(StoreError::reading(folder, error)),
            Err(_) => continue,
        };
        if !walked.insert(fs::canonicalize(&next).unwrap_or(next)) {
            continue;
        }
        for entry in entries.flatten() {
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if wanted(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_sorted_from_all_depths_and_hidden_ones_stay_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("b/deep")).unwrap();
        for name in ["z.txt", "b/deep/a.txt", "a.txt", ".hidden.txt", "a.png"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let found = files_within(folder.path(), |path| path.extension().is_some_and(|e| e == "txt")).unwrap();
        let names: Vec<_> = found.iter().map(|path| path.strip_prefix(folder.path()).unwrap()).collect();
        assert_eq!(names, [Path::new("a.txt"), Path::new("b/deep/a.txt"), Path::new("z.txt")]);
        assert!(files_within(&folder.path().join("nowhere"), |_| true).is_err());
    }
}
