//! Walking folders for the files that can be opened.
//!
//! Nothing is passed by in silence: what is not among the files is told with the reason, or counted.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::StoreError;
use super::library::LIBRARY_EXTENSION;
use crate::model::CancelToken;

/// What there is in a folder and all folders below it.
#[derive(Debug, Default)]
pub struct FolderFiles {
    /// The files that are wanted, in the order of their paths.
    pub files: Vec<PathBuf>,
    /// The folders below that could not be read, and why.
    pub unreadable: Vec<StoreError>,
    /// What else there is.
    pub left_out: LeftOut,
}

/// What of a folder was left out: how many files and folders of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Files of other kinds by the endings of their names, in lower case and with the dot; empty for none.
    pub other_kinds: BTreeMap<String, usize>,
    /// Files and folders whose names begin with a dot.
    pub hidden: usize,
    /// Links to files and folders that lie outside of the folder.
    pub leading_out: usize,
}

impl LeftOut {
    /// How many files, folders and links there are.
    pub fn count(&self) -> usize {
        self.other_kinds.values().sum::<usize>() + self.hidden + self.leading_out
    }
}

/// "2 .docx, 1 .pdf, 1 without ending, 3 hidden, 1 link that leads out of the folder"
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// So many endings are told by themselves, the most frequent first.
        const TOLD: usize = 8;
        let mut kinds: Vec<(&str, usize)> =
            self.other_kinds.iter().map(|(ending, count)| (ending.as_str(), *count)).collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let rest: usize = kinds.iter().skip(TOLD).map(|(_, count)| count).sum();
        let name = |ending: &str| if ending.is_empty() { "without ending" } else { ending }.to_owned();
        let mut parts: Vec<(usize, String)> =
            kinds.iter().take(TOLD).map(|(ending, count)| (*count, name(ending))).collect();
        parts.push((rest, "with other endings".to_owned()));
        parts.push((self.hidden, "hidden".to_owned()));
        let link = if self.leading_out == 1 { "link that leads" } else { "links that lead" };
        parts.push((self.leading_out, format!("{link} out of the folder")));
        let told = parts.iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told.map(|(count, what)| format!("{count} {what}")).collect();
        f.write_str(&told.join(", "))
    }
}

/// The files in a folder and all folders below it that `wanted` says yes to, and what else there is. Hidden
/// files and folders stay out, and so does what a link leads to outside of the folder. Ends early, with what
/// was found so far, where nobody waits any more.
///
/// # Errors
/// If the folder itself cannot be read.
pub fn files_within(
    folder: &Path,
    wanted: impl Fn(&Path) -> bool,
    cancel: &CancelToken,
) -> Result<FolderFiles, StoreError> {
    let root = fs::canonicalize(folder).map_err(|error| StoreError::reading(folder, error))?;
    let mut found = FolderFiles::default();
    let mut folders = vec![folder.to_owned()];
    // Links can lead back up; a folder is walked once, by its real name.
    let mut walked = HashSet::new();
    while let Some(next) = folders.pop() {
        if !walked.insert(fs::canonicalize(&next).unwrap_or_else(|_| next.clone())) {
            continue;
        }
        let entries = match fs::read_dir(&next) {
            Ok(entries) => entries,
            Err(error) if next == folder => return Err(StoreError::reading(folder, error)),
            Err(error) => {
                found.unreadable.push(StoreError::reading(&next, error));
                continue;
            }
        };
        for entry in entries {
            if cancel.is_cancelled() {
                return Ok(found);
            }
            match entry {
                Ok(entry) => found.take(&entry, &root, &wanted, &mut folders),
                Err(error) => {
                    found.unreadable.push(StoreError::reading(&next, error));
                    break;
                }
            }
        }
    }
    found.files.sort();
    Ok(found)
}

impl FolderFiles {
    /// Puts one file or folder where it belongs.
    fn take(
        &mut self,
        entry: &fs::DirEntry,
        root: &Path,
        wanted: impl Fn(&Path) -> bool,
        folders: &mut Vec<PathBuf>,
    ) {
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            self.left_out.hidden += 1;
            return;
        }
        // The folder says what its entries are, even where they themselves may not be asked.
        let kind = entry.file_type();
        let is_link = kind.as_ref().is_ok_and(fs::FileType::is_symlink);
        // A link that leads nowhere is told when it is opened.
        if is_link && fs::canonicalize(&path).is_ok_and(|real| !real.starts_with(root)) {
            self.left_out.leading_out += 1;
            return;
        }
        let is_folder = if is_link { path.is_dir() } else { kind.is_ok_and(|kind| kind.is_dir()) };
        if is_folder {
            folders.push(path);
        } else if wanted(&path) {
            self.files.push(path);
        } else if !is_of_a_library(&path) {
            let ending =
                path.extension().map(|ending| format!(".{}", ending.to_string_lossy().to_lowercase()));
            *self.left_out.other_kinds.entry(ending.unwrap_or_default()).or_default() += 1;
        }
    }
}

/// Whether a file is a library or one of those that stand beside one: `talks.chancery`, `talks.chancery-wal`,
/// `talks.chancery-damaged-2021-03-12`. Nobody misses them among articles.
fn is_of_a_library(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let (name, beside) = ending.split_at_checked(LIBRARY_EXTENSION.len()).unwrap_or_default();
    name.eq_ignore_ascii_case(LIBRARY_EXTENSION) && (beside.is_empty() || beside.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What there is in a folder for those who want texts.
    fn found(folder: &Path) -> FolderFiles {
        let is_text = |path: &Path| path.extension().is_some_and(|ending| ending == "txt");
        files_within(folder, is_text, &CancelToken::default()).unwrap()
    }

    fn names(folder: &Path, found: &FolderFiles) -> Vec<String> {
        let name = |path: &PathBuf| path.strip_prefix(folder).unwrap().display().to_string();
        found.files.iter().map(name).collect()
    }

    #[test]
    fn files_come_sorted_from_all_depths_and_what_is_left_out_is_counted() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("b/deep")).unwrap();
        fs::create_dir_all(folder.path().join(".hidden")).unwrap();
        for name in ["z.txt", "b/deep/a.txt", "a.txt", ".hidden.txt", "a.png", "b/c.PNG", "b/deep/d.pdf", "e"]
        {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let found = found(folder.path());
        assert_eq!(names(folder.path(), &found), ["a.txt", "b/deep/a.txt", "z.txt"]);
        assert_eq!(found.left_out.to_string(), "2 .png, 1 without ending, 1 .pdf, 2 hidden");
        assert_eq!(found.left_out.count(), 6);
        let nowhere = folder.path().join("nowhere");
        assert!(files_within(&nowhere, |_| true, &CancelToken::default()).is_err());
    }

    #[test]
    fn nobody_waits_for_a_walk_that_was_cancelled() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "").unwrap();
        let cancel = CancelToken::default();
        cancel.cancel();
        assert_eq!(files_within(folder.path(), |_| true, &cancel).unwrap().files, [] as [PathBuf; 0]);
    }

    #[cfg(unix)]
    mod links {
        use super::*;
        use std::os::unix::fs::symlink;

        #[test]
        fn links_lead_to_what_is_within_the_folder_and_not_out_of_it() {
            let outside = tempfile::tempdir().unwrap();
            fs::write(outside.path().join("secret.txt"), "").unwrap();
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            fs::create_dir_all(at("below/.store")).unwrap();
            fs::write(at("below/.store/1234"), "").unwrap();
            symlink(at("below/.store/1234"), at("kept.txt")).unwrap();
            symlink(folder.path(), at("below/up")).unwrap();
            symlink(outside.path(), at("below/out")).unwrap();
            symlink(outside.path().join("secret.txt"), at("secret.txt")).unwrap();
            symlink("/", at("root")).unwrap();
            symlink("nowhere", at("lost.txt")).unwrap();
            let found = found(folder.path());
            assert_eq!(names(folder.path(), &found), ["kept.txt", "lost.txt"]);
            assert_eq!(found.left_out.leading_out, 3);
            assert!(found.left_out.to_string().ends_with("3 links that lead out of the folder"));
        }

        #[test]
        fn a_chosen_folder_may_be_a_link_itself() {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("real")).unwrap();
            fs::write(folder.path().join("real/a.txt"), "").unwrap();
            let chosen = folder.path().join("chosen");
            symlink("real", &chosen).unwrap();
            assert_eq!(names(&chosen, &found(&chosen)), ["a.txt"]);
        }
    }
}
