//! Reading the file of one article again in another way, and proposing its records of what it says then.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::importing::Import;
use super::named::{Said, ToRead};
use super::read::{OpenError, Pulse, each_article, unless_it_crashes};
use crate::extract;
use crate::import::{KnownColumns, LIMIT_OF_MANY_BYTES, PageBlock, Reference, TextEncoding};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken, Line, Record, Sha256Hex};
use crate::review::{LeftOut, ReadAnew, Wanted, article_read_anew, article_without_hand};
use crate::store::{self, StoreError};

/// Why the file of an article was not read again, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// It is not where it was.
    #[error("The file is not at {} any more. Put it back there, or open it from where it is now.", .0.display())]
    Gone(PathBuf),
    /// It holds something else by now.
    #[error("{} holds another text by now than when it was opened. Open it again to have that as an article of its own.", .0.display())]
    Changed(PathBuf),
    /// It holds an article, but not in this way.
    #[error("{0}")]
    Otherwise(String),
}

/// Reads the file of an article again, in this encoding; a table with the columns that are known. What a person has set of the article stays.
///
/// # Errors
/// If the file is gone, is another by now, or cannot be read so.
pub fn read_again(
    source: &Path,
    record: &Record,
    (encoding, columns): (TextEncoding, Arc<KnownColumns>),
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<ReadAnew, NotRead> {
    is_still(source, &record.article)?;
    let before = record.article.encoding.as_deref().and_then(TextEncoding::named);
    let alone =
        ToRead::alone(source.to_owned()).said(Said { columns, ..Said::default() }).in_encoding(before);
    // What a list of references said of the article when it was opened stays so: the list need not be there any more.
    let reference = the_article(&alone, &record.article, lexicon, cancel)
        .ok()
        .and_then(|alone| Reference::beyond(&article_without_hand(record, &alone), &alone));
    let file = ToRead { reference, ..alone.in_encoding(Some(encoding)) };
    let article = the_article(&file, &record.article, lexicon, cancel)?;
    let article = Arc::new(article_read_anew(record, article));
    let records = extract::records(&article, lexicon);
    Ok(ReadAnew { records, wanted: Wanted::Encoding(encoding.name().to_owned()) })
}

/// The article of a file whose bytes are those of this one, however they are read.
fn the_article(
    file: &ToRead,
    article: &Article,
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Article, NotRead> {
    let (mut found, mut error) = (None, None);
    each_article(file, lexicon, cancel, &Pulse::default(), &mut |read| match read {
        Ok(read) if read.sha256 == article.sha256 => {
            found.get_or_insert(read);
        }
        Ok(_) => {}
        Err(why) => {
            error.get_or_insert(why);
        }
    });
    found.ok_or_else(|| {
        error.map_or_else(|| NotRead::Changed(file.path.clone()), |why| not_read(&file.path, why))
    })
}

/// Reads all that is on the saved page that an article is of.
///
/// # Errors
/// If the file is gone, is another by now, or cannot be read.
pub fn read_page(
    source: &Path,
    article: &Article,
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Vec<PageBlock>, NotRead> {
    is_still(source, article)?;
    let encoding = article.encoding.as_deref().and_then(TextEncoding::named);
    let file = ToRead::alone(source.to_owned()).in_encoding(encoding);
    let mut page = None;
    let each = &mut |sha256, blocks| {
        if sha256 == article.sha256 {
            page = Some(blocks);
        }
    };
    let pulse = &Pulse::default();
    let import = Import { file: &file, lexicon, cancel, pulse };
    unless_it_crashes(source, || import.pages(each)).map_err(|why| not_read(source, why))?;
    page.ok_or_else(|| NotRead::Changed(source.to_owned()))
}

/// The article of a record with a paragraph that was left out of it, and what is proposed of that.
pub fn with_paragraph(record: &Record, paragraph: &LeftOut, lexicon: &Lexicon) -> ReadAnew {
    let text = paragraph.brought_back(&record.article.text);
    let article = Arc::new(Article { text, ..Article::clone(&record.article) });
    let records = extract::records(&article, lexicon);
    ReadAnew { records, wanted: Wanted::Paragraph(paragraph.text.clone()) }
}

/// Whether the file is there and what it was, where it is that of the article itself and no archive around that.
fn is_still(source: &Path, article: &Article) -> Result<(), NotRead> {
    let bytes = store::read(source, LIMIT_OF_MANY_BYTES).map_err(|why| not_read(source, why.into()))?;
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    let is_its_own = *article.file_name == *Line::from(&*name);
    if is_its_own && Sha256Hex::of(&bytes) != article.sha256 {
        return Err(NotRead::Changed(source.to_owned()));
    }
    Ok(())
}

fn not_read(source: &Path, error: OpenError) -> NotRead {
    match error {
        OpenError::Store(StoreError::Missing(_)) => NotRead::Gone(source.to_owned()),
        OpenError::Import { error, .. } => NotRead::Otherwise(error.to_string()),
        other => NotRead::Otherwise(other.to_string()),
    }
}
