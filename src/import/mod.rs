//! Stand-in until the import room is merged.
use crate::lexicon::Lexicon;
use crate::model::{Article, Sha256Hex, Text};
use std::path::Path;
/// Stand-in.
#[derive(Debug)]
pub struct Format {
    /// Endings.
    pub extensions: &'static [&'static str],
}
/// Stand-in.
pub const FORMATS: &[Format] = &[Format { extensions: &["txt", "md", "html", "htm"] }];
/// Stand-in.
pub const LIMIT_BYTES: u64 = 20_000_000;
/// Stand-in.
#[derive(Debug, thiserror::Error)]
#[error("stand-in")]
pub struct ImportError;
/// Stand-in.
pub fn is_article(path: &Path) -> bool {
    path.extension()
        .is_some_and(|e| FORMATS.iter().any(|f| f.extensions.iter().any(|x| e.eq_ignore_ascii_case(x))))
}
/// Stand-in.
///
/// # Errors
/// None.
pub fn import(file_name: &str, bytes: &[u8], _: &Lexicon) -> Result<Article, ImportError> {
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| ImportError)?;
    Ok(Article {
        file_name: file_name.into(),
        sha256: Sha256Hex::of(bytes),
        media_type: "text/plain".into(),
        language: Some("en".into()),
        title: text.lines().next().map(str::to_owned),
        publisher: None,
        byline: None,
        url: None,
        published: None,
        dateline: None,
        text: Text::new(text),
    })
}
