//! Files that lists of references name (`.ris`, `.bib`, `.rdf`): they are opened with their list, and what it says of
//! an article is so. A list is the user's own, and so are the files that it names, wherever they lie: Zotero and
//! Better BibTeX write whole paths. All the same a list may come from somebody else. Only what is a file and ends like
//! an article is read, no further list, and nothing on other machines.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use super::importing::read_within_limit;
use super::read::unless_it_crashes;
use crate::import::{self, KnownColumns, ReadAs, Reference, TextEncoding};
use crate::store::is_record_file;

/// What a person says of files before they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The encoding of their text, where it is not to be found out.
    pub encoding: Option<TextEncoding>,
    /// Which columns of tables hold what, where that is not to be guessed.
    pub columns: Arc<KnownColumns>,
    /// Whether the person is to be asked that of other tables.
    pub is_asked: bool,
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ToRead {
    pub path: PathBuf,
    /// What a list says of the article in it.
    pub reference: Option<Reference>,
    /// What a person says of it.
    pub said: Said,
}

impl ToRead {
    /// A file that no list names.
    pub fn alone(path: PathBuf) -> Self {
        Self { path, reference: None, said: Said::default() }
    }

    /// The same, where a person may say in which encoding its text is.
    pub fn in_encoding(self, encoding: Option<TextEncoding>) -> Self {
        Self { said: Said { encoding, ..self.said }, ..self }
    }

    /// The same, of which a person says this.
    pub fn said(self, said: Said) -> Self {
        Self { said, ..self }
    }

    /// What is known of it.
    pub fn how(&self) -> ReadAs<'_> {
        let Said { encoding, columns, .. } = &self.said;
        let columns = Some(&**columns).filter(|columns| !columns.is_empty());
        ReadAs { reference: self.reference.as_ref(), encoding: *encoding, columns }
    }
}

/// These files, and those that the lists among them name, each once and behind its list. Of the files of one article
/// the first is opened with the list; the others only where somebody chose them, too. Of all of
/// them a person may say something.
pub(super) fn with_named(files: Vec<PathBuf>, said: &Said) -> Vec<ToRead> {
    let alone = |path| ToRead::alone(path).said(said.clone());
    if !files.iter().any(|file| import::is_list(file)) {
        return files.into_iter().map(alone).collect();
    }
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut known: HashMap<PathBuf, Reference> = HashMap::new();
    let mut with_list: HashSet<PathBuf> = HashSet::new();
    let mut beside: HashMap<PathBuf, Vec<ToRead>> = HashMap::new();
    for list in files.iter().filter(|file| import::is_list(file)) {
        for (paths, reference) in named_by(list, said.encoding) {
            let first = paths.first().filter(|first| with_list.insert(real(first)));
            let to_read =
                first.map(|path| ToRead { reference: Some(reference.clone()), ..alone(path.clone()) });
            beside.entry(list.clone()).or_default().extend(to_read);
            for path in paths {
                known.entry(real(&path)).or_insert_with(|| reference.clone());
            }
        }
    }
    let mut all = Vec::new();
    for path in files {
        let named = beside.remove(&path).unwrap_or_default();
        let real = real(&path);
        if !with_list.contains(&real) {
            all.push(ToRead { reference: known.get(&real).cloned(), ..alone(path) });
        }
        all.extend(named);
    }
    all
}

/// The files that are there of those that a list names, article by article, and what it says of each.
fn named_by(list: &Path, encoding: Option<TextEncoding>) -> Vec<(Vec<PathBuf>, Reference)> {
    let name = list.file_name().unwrap_or_default().to_string_lossy();
    // What is the matter with the list is told when it is read itself.
    let named = unless_it_crashes(list, || Ok(import::named_in(&name, &read_within_limit(list)?, encoding)));
    let named = named.unwrap_or_default().into_iter();
    named.map(|(files, reference)| (those_there(list, &files).collect(), reference)).collect()
}

/// The files that a list names so, those that are there and may be read.
pub(super) fn those_there(list: &Path, files: &[String]) -> impl Iterator<Item = PathBuf> {
    let folder = list.parent().unwrap_or(Path::new(""));
    let may_be_read = |path: &PathBuf| {
        let is_article = import::is_article(path) && !import::is_list(path) && !is_record_file(path);
        is_article && path.is_file()
    };
    files.iter().filter_map(move |file| {
        ways_to_write(file).into_iter().map(|file| folder.join(file)).find(may_be_read)
    })
}

/// The paths that may be meant by what a list has: some programs write addresses, and some the bars of Windows.
fn ways_to_write(file: &str) -> Vec<String> {
    let path = match file.strip_prefix("file://") {
        Some(path) => path.strip_prefix("localhost").unwrap_or(path),
        None => file,
    };
    let is_elsewhere =
        |path: &str| path.contains("://") || path.starts_with("//") || path.starts_with("\\\\");
    let decoded = percent_decode_str(path).decode_utf8().ok().map(|path| path.into_owned());
    let slashes = if cfg!(windows) { None } else { Some(path.replace('\\', "/")) };
    let mut ways = vec![path.to_owned()];
    for way in decoded.into_iter().chain(slashes) {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways.retain(|way| !way.is_empty() && !is_elsewhere(way));
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_programs_write_it_and_leads_to_no_other_machine() {
        assert_eq!(ways_to_write("files/1/a%20b.html"), ["files/1/a%20b.html", "files/1/a b.html"]);
        assert_eq!(ways_to_write("file:///home/ann/a.html"), ["/home/ann/a.html"]);
        assert_eq!(ways_to_write("files\\1\\a.html").last().unwrap(), "files/1/a.html");
        for elsewhere in [
            "\\\\host\\share\\a.html",
            "//host/share/a.html",
            "https://x.example/a.html",
            "%2F%2Fhost/a.html",
            "",
        ] {
            let ways = ways_to_write(elsewhere);
            assert!(ways.iter().all(|way| way.starts_with('%')), "{ways:?}");
        }
    }
}
