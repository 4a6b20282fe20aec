//! Lists of references in an archive: the files that they name lie in it too, as they would in a folder.

use rustc_hash::{FxHashMap, FxHashSet};

use super::reference::Reference;

/// What lists say of the files that lie beside them, by the paths of these.
#[derive(Debug, Default)]
pub(super) struct Beside {
    paths: FxHashSet<String>,
    said: FxHashMap<String, Reference>,
}

impl Beside {
    /// An archive with articles at these paths. A list names no further list, so those are not among them.
    pub fn of(paths: impl Iterator<Item = impl AsRef<str>>) -> Self {
        let paths = paths.filter_map(|path| resolved("", path.as_ref())).collect();
        Self { paths, said: FxHashMap::default() }
    }

    /// Notes what the list at this path says of other files, of each article those that it may lie in.
    pub fn note(&mut self, list: &str, said: Vec<(Vec<String>, Reference)>) {
        for (files, reference) in said {
            for path in self.there(list, &files) {
                self.said.entry(path).or_insert_with(|| reference.clone());
            }
        }
    }

    /// What a list says of the file at this path.
    pub fn said_of(&self, path: &str) -> Option<&Reference> {
        self.said.get(&resolved("", path)?)
    }

    /// Whether one of the files that the list at this path names so is read by itself.
    pub fn has_one(&self, list: &str, files: &[String]) -> bool {
        !self.there(list, files).is_empty()
    }

    fn there(&self, list: &str, files: &[String]) -> Vec<String> {
        let folder = list.rfind(['/', '\\']).and_then(|end| list.get(..end)).unwrap_or_default();
        let paths = files.iter().filter_map(|file| resolved(folder, file));
        paths.filter(|path| self.paths.contains(path)).collect()
    }
}

/// The path that is meant in a folder, without steps up and down; none where it leads out of the archive.
fn resolved(folder: &str, path: &str) -> Option<String> {
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split(['/', '\\']).chain(path.split(['/', '\\'])) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_list_says_is_found_by_the_path_in_the_archive() {
        let files = ["files/1/a.html", "../b.html", "../../c.html", "list.bib"].map(str::to_owned).to_vec();
        let paths = ["export/files/1/a.html", "b.html", "c.html"];
        let mut beside = Beside::of(paths.iter());
        beside.note("export/list.bib", vec![(files, Reference::default())]);
        assert!(beside.said_of("export\\files/1/a.html").is_some() && beside.said_of("./b.html").is_some());
        assert!(beside.said_of("c.html").is_none(), "that would lie outside");
        assert!(beside.said_of("export/list.bib").is_none(), "a list names no list");
        assert!(beside.has_one("export/list.bib", &["x.html".to_owned(), "../b.html".to_owned()]));
        assert!(!beside.has_one("list.bib", &["files/1/a.html".to_owned()]));
    }
}
