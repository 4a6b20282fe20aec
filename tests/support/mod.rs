//! What the tests of the engine share: its articles, and the reading of one in print.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery::extract::{self, Reading};
use chancery::import::{self, import};
use chancery::lexicon::Lexicon;

/// The folders of the articles that are read: samples for newcomers, and fixtures in more manners.
const FOLDERS: [&str; 2] = ["assets/samples", "tests/fixtures/extract"];

/// The articles' files, samples first, each folder in the order of its names.
pub fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> =
            entries.map(|entry| entry.path()).filter(|path| is_read(path)).collect();
        found.sort();
        files.append(&mut found);
    }
    files
}

/// A file's name without its folder and ending.
pub fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What the engine makes of a file.
#[expect(clippy::expect_used, reason = "a test stops where a file of its own cannot be read")]
pub fn read(file: &Path) -> Reading {
    let lexicon = Lexicon::built_in();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let bytes = std::fs::read(file).expect("the file is there");
    let article = import(&name, &bytes, &lexicon).expect("the file is an article");
    extract::read(&Arc::new(article), &lexicon).into_main()
}

/// What stands beside the articles and is none: the read-me, and the many openings of `tests/openings.rs`.
const NO_ARTICLES: [&str; 2] = ["README", "openings"];

fn is_read(path: &Path) -> bool {
    import::is_article(path) && !NO_ARTICLES.contains(&stem(path).as_str())
}
