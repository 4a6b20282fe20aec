//! A pile of articles on disk, and what is known of it: how much it is, and which words are how rare.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use crate::figure::Figure;
use crate::generator::{Generator, Twin};

/// Articles that have been written to files.
pub struct Pile {
    pub files: Vec<PathBuf>,
    /// Bytes of all files.
    pub bytes: u64,
    /// How many are the same to the byte as an earlier one.
    pub copies: usize,
    /// Of each word, in lower case, in how many files it is.
    pub words: FxHashMap<String, usize>,
}

impl Pile {
    /// Writes so many articles to a folder.
    pub fn make(generator: &Generator, size: u64, folder: &Path) -> anyhow::Result<Self> {
        let mut pile = Self { files: Vec::new(), bytes: 0, copies: 0, words: FxHashMap::default() };
        for number in 0..size {
            let article = generator.article(number);
            let path = folder.join(&article.file_name);
            fs::write(&path, &article.text)?;
            pile.files.push(path);
            pile.bytes += article.text.len() as u64;
            pile.copies += usize::from(matches!(generator.twin_of(number), Some(Twin::Copy(_))));
            for word in words_of(&article.text) {
                *pile.words.entry(word).or_default() += 1;
            }
        }
        Ok(pile)
    }

    /// How much it is.
    pub fn figures(&self) -> Vec<Figure> {
        vec![
            Figure::new("files, MB", format!("{:.1}", self.bytes as f64 / 1e6)),
            Figure::new("different words in them", self.words.len().to_string()),
        ]
    }
}

/// The words of a text in lower case, each once.
pub fn words_of(text: &str) -> HashSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
