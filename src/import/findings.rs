//! What a format finds in a file, as it finds it: articles, further files, and what is to be told of it all.
//!
//! Nothing of a file is kept longer than it is needed: each article goes to whoever asked for it before the next
//! is read. Only the first waits for the second, because the only article of a file has no number.

use std::num::NonZeroU32;
use std::rc::Rc;

use super::assemble::{self, Origin};
use super::beside::Beside;
use super::draft::Draft;
use super::encodings::TextEncoding;
use super::error::ImportError;
use super::file::{File, Identified};
use super::limits::{LIMIT_BYTES, LIMIT_OF_MANY_BYTES, steps};
use super::page_block::PageBlock;
use super::read_as::ReadAs;
use super::reference::{Named, Reference};
use super::remark::{Remark, Remarks};
use super::tables::KnownColumns;
use super::{Format, read_file};
use crate::lexicon::Lexicon;
use crate::model::{Article, Budget, CancelToken, Digest, Sha256Hex};

/// Files may lie so deep within each other: a page in a message in an archive.
const DEEPEST: usize = 4;

/// So many files are read from within one.
const MOST_FILES: usize = 20_000;

/// So many bytes are unpacked from within one file.
const MOST_UNPACKED: u64 = 250_000_000;

/// A message of a mailbox may hold so many bytes for each that it has. A picture is written in fewer letters, an
/// archive of texts is packed to a tenth.
const UNPACKED_PER_BYTE: u64 = 16;

/// So many files are attached to each message of a mailbox, on average.
const FILES_IN_MESSAGE: usize = 8;

/// What is found in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// An article.
    Article(Article),
    /// An article that lies in another file.
    Named(Named),
}

/// Who takes what is found.
pub(super) enum Taker<'a> {
    /// One who knows no other files.
    Articles(&'a mut dyn FnMut(Article)),
    /// One who looks for the files that are named.
    All(&'a mut dyn FnMut(Found)),
    /// One who wants to see all that is on saved pages, each with the digest by which its article is known.
    Pages(&'a mut dyn FnMut(Sha256Hex, Vec<PageBlock>)),
}

/// All that is found in the file that was opened, and in the files within it.
pub(super) struct Opened<'a> {
    pub lexicon: &'a Lexicon,
    pub cancel: &'a CancelToken,
    /// The encoding of its text, and of all within it, where somebody says it.
    pub encoding: Option<TextEncoding>,
    /// What is known of the columns of tables, in all within it too.
    columns: Option<&'a KnownColumns>,
    /// What is known of the file that is being read.
    known: Known,
    /// Takes each article.
    taker: Taker<'a>,
    /// How many it took, those in other files included.
    pub taken: usize,
    /// What is to be told.
    pub remarks: Remarks,
    depth: usize,
    files_left: usize,
    unpacked_left: u64,
}

/// What is known of a file before it is read.
#[derive(Default)]
struct Known {
    /// What a list says of its article, if it is the only one.
    reference: Option<Reference>,
    /// The archive in which it lies, and its path there.
    place: Option<(Rc<Beside>, String)>,
}

/// What is found in one file.
pub(super) struct Findings<'f, 'a> {
    file: &'f (dyn Identified + 'f),
    format: &'static Format,
    opened: &'f mut Opened<'a>,
    /// The work that the file is worth.
    pub budget: Budget,
    /// How many articles were found, those included that could not be taken.
    found: u32,
    /// How many entries have no text.
    without_text: usize,
    /// The first article, until it is known whether it is the only one.
    first: Option<Draft>,
}

impl<'a> Opened<'a> {
    pub fn new(lexicon: &'a Lexicon, cancel: &'a CancelToken, how: ReadAs<'a>, taker: Taker<'a>) -> Self {
        let (remarks, files_left, unpacked_left) = (Remarks::default(), MOST_FILES, MOST_UNPACKED);
        let known = Known { reference: how.reference.cloned(), place: None };
        let (ReadAs { encoding, columns, .. }, taken, depth) = (how, 0, 0);
        Self {
            lexicon,
            cancel,
            encoding,
            columns,
            known,
            taker,
            taken,
            remarks,
            depth,
            files_left,
            unpacked_left,
        }
    }

    /// How the file that was opened is read, and all within it.
    pub fn how(&self) -> ReadAs<'a> {
        ReadAs { reference: None, encoding: self.encoding, columns: self.columns }
    }

    fn take(&mut self, article: Article) {
        self.taken += 1;
        match &mut self.taker {
            Taker::Articles(each) => each(article),
            Taker::All(each) => each(Found::Article(article)),
            Taker::Pages(_) => {}
        }
    }
}

impl<'f, 'a> Findings<'f, 'a> {
    pub fn new(file: &'f File<'_>, format: &'static Format, opened: &'f mut Opened<'a>) -> Self {
        let budget = Budget::new(steps(file.bytes.len()), opened.cancel.clone());
        Self { file, format, opened, budget, found: 0, without_text: 0, first: None }
    }

    /// An article was found. One that cannot be taken costs the others nothing.
    ///
    /// # Errors
    /// If nobody waits any more, or the file takes too much work.
    pub fn article(&mut self, draft: Draft) -> Result<(), ImportError> {
        self.budget.spend(0)?;
        self.found += 1;
        if self.found == 1 {
            self.first = Some(draft);
            return Ok(());
        }
        self.tell_first();
        self.take_numbered(draft, self.found);
        Ok(())
    }

    /// The only article of its file was found, before what else lies in it.
    ///
    /// # Errors
    /// If it cannot be taken, or nobody waits any more.
    pub fn only_article(&mut self, draft: Draft) -> Result<(), ImportError> {
        self.budget.spend(0)?;
        self.take_only(draft)?;
        self.found += 1;
        Ok(())
    }

    /// An article was named that lies in other files, and what there is of it here.
    ///
    /// # Errors
    /// If nobody waits any more.
    pub fn named(
        &mut self,
        files: Vec<String>,
        reference: Reference,
        draft: Draft,
    ) -> Result<(), ImportError> {
        self.budget.spend(0)?;
        self.found += 1;
        self.tell_first();
        let instead = self.assembled(draft).ok().map(|article| numbered(article, self.found));
        if let Taker::All(each) = &mut self.opened.taker {
            self.opened.taken += 1;
            each(Found::Named(Named { files, reference, instead }));
        }
        Ok(())
    }

    /// A saved page was read; `blocks` gives all that is on it, if somebody wants to see that.
    pub fn page(&mut self, blocks: impl FnOnce() -> Vec<PageBlock>) {
        if let Taker::Pages(each) = &mut self.opened.taker {
            // Of a file that cannot be read to its end that is told anyhow.
            if let Ok(sha256) = self.file.digest() {
                each(sha256, blocks());
            }
        }
    }

    /// Whether somebody looks for files that are named here.
    pub fn may_name(&self) -> bool {
        self.opened.depth == 0 && matches!(self.opened.taker, Taker::All(_))
    }

    /// Whether the archive in which this file lies has one of these files, which is read by itself.
    pub fn lies_beside(&self, files: &[String]) -> bool {
        let place = self.opened.known.place.as_ref();
        place.is_some_and(|(archive, path)| archive.has_one(path, files))
    }

    /// The encoding that somebody says.
    pub fn encoding(&self) -> Option<TextEncoding> {
        self.opened.encoding
    }

    /// Takes the article that stands alone in its file, by whose digest it is known. A list that names the file
    /// knows more of it.
    fn take_only(&mut self, draft: Draft) -> Result<(), ImportError> {
        let stated = match &self.opened.known.reference {
            Some(reference) => reference.over(draft.stated),
            None => draft.stated,
        };
        let article = self.assembled(Draft { stated, ..draft })?;
        self.opened.take(Article { sha256: self.file.digest()?, ..article });
        Ok(())
    }

    fn take_numbered(&mut self, draft: Draft, number: u32) {
        let name = draft.stated.title.clone();
        match self.assembled(draft) {
            Ok(article) => self.opened.take(numbered(article, number)),
            Err(error) => self.remark(Remark::not_taken(number, name, error)),
        }
    }

    fn assembled(&mut self, draft: Draft) -> Result<Article, ImportError> {
        let bytes = draft.paragraphs.iter().map(String::len).sum::<usize>() as u64;
        if bytes > LIMIT_BYTES {
            return Err(ImportError::TooLarge { bytes });
        }
        // By what it is known depends on whether it is the only one.
        let sha256 = Digest::default().finish();
        let Format { media_type, is_decoded, .. } = *self.format;
        let encoding = self.file.encoding().filter(|encoding| is_decoded && *encoding != TextEncoding::UTF_8);
        let origin = Origin { file_name: self.file.name(), sha256, media_type, encoding };
        assemble::article(draft, origin, self.opened.lexicon)
    }

    /// The first turns out to be one of several.
    fn tell_first(&mut self) {
        self.file.forget_digest();
        if let Some(first) = self.first.take() {
            self.take_numbered(first, 1);
        }
    }

    /// A file was found within this one. What cannot be read of it is told, and costs the others nothing.
    ///
    /// # Errors
    /// If nobody waits any more, or there is more in the file than anybody wants to unpack.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), ImportError> {
        self.known_file(name, bytes, Known::default())
    }

    /// A file was found at this path in an archive, whose lists may say something of it.
    ///
    /// # Errors
    /// As [`Findings::file`].
    pub fn file_in(&mut self, archive: &Rc<Beside>, path: &str, bytes: &[u8]) -> Result<(), ImportError> {
        let reference = archive.said_of(path).cloned();
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        self.known_file(name, bytes, Known { reference, place: Some((archive.clone(), path.to_owned())) })
    }

    fn known_file(&mut self, name: &str, bytes: &[u8], known: Known) -> Result<(), ImportError> {
        self.budget.spend(0)?;
        self.unpacked(bytes.len() as u64)?;
        let opened = &mut *self.opened;
        opened.files_left = opened.files_left.checked_sub(1).ok_or(ImportError::TooMuchWithin)?;
        if opened.depth == DEEPEST {
            opened.remarks.push(Remark::within(name, ImportError::TooMuchWithin));
            return Ok(());
        }
        let around = std::mem::replace(&mut opened.known, known);
        opened.depth += 1;
        let read = read_file(&File::new(name, bytes).read_as(opened.how()), opened);
        opened.depth -= 1;
        opened.known = around;
        match read {
            Err(ImportError::Cancelled) => Err(ImportError::Cancelled),
            Err(error) => {
                opened.remarks.push(Remark::within(name, error));
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    /// A file was found within this one as it is, not packed: what may be unpacked grows with it.
    ///
    /// # Errors
    /// If nobody waits any more, or there is more in the file than anybody wants to unpack.
    pub fn plain_file(&mut self, name: &str, bytes: &[u8]) -> Result<(), ImportError> {
        let opened = &mut *self.opened;
        if opened.depth == 0 {
            let worth = (bytes.len() as u64).saturating_mul(UNPACKED_PER_BYTE);
            opened.unpacked_left = opened.unpacked_left.saturating_add(worth).min(MOST_UNPACKED);
            opened.files_left = opened.files_left.saturating_add(FILES_IN_MESSAGE).min(MOST_FILES);
        }
        self.file(name, bytes)
    }

    /// So many bytes were unpacked.
    ///
    /// # Errors
    /// If these were too many.
    pub fn unpacked(&mut self, bytes: u64) -> Result<(), ImportError> {
        let left = self.opened.unpacked_left.checked_sub(bytes);
        self.opened.unpacked_left = left.ok_or(ImportError::TooMuchWithin)?;
        Ok(())
    }

    /// How many bytes may still be unpacked, of one file.
    pub fn may_unpack(&self) -> u64 {
        self.opened.unpacked_left.min(LIMIT_OF_MANY_BYTES)
    }

    /// An entry was found that has no text.
    pub fn without_text(&mut self) {
        self.without_text += 1;
    }

    /// So much of a large file comes next, which is worth work of its own.
    pub fn comes(&mut self, bytes: usize) {
        self.budget = self.worth(bytes);
    }

    /// A budget of its own for what was unpacked: so much text.
    pub fn worth(&self, bytes: usize) -> Budget {
        Budget::new(steps(bytes), self.opened.cancel.clone())
    }

    /// Something is to be told of the file.
    pub fn remark(&mut self, remark: Remark) {
        self.opened.remarks.push(remark);
    }

    /// How many articles were found so far.
    pub fn found(&self) -> usize {
        self.found as usize
    }

    /// The file was read to its end, or to where it is damaged.
    pub fn end(mut self, read: Result<(), ImportError>) -> Result<(), ImportError> {
        match read {
            Err(ImportError::Cancelled) => return Err(ImportError::Cancelled),
            Err(error) if self.found == 0 => return Err(error),
            // What was found before stays found.
            Err(error) => self.remark(Remark::Rest(error)),
            Ok(()) => {}
        }
        if self.without_text > 0 {
            let count = self.without_text;
            self.remark(Remark::WithoutText { count });
        }
        self.first.take().map_or(Ok(()), |only| self.take_only(only))
    }
}

/// One of several articles of a file is known by what it says itself.
fn numbered(article: Article, number: u32) -> Article {
    Article { part: NonZeroU32::new(number), ..by_itself(article) }
}

/// The article with the digest of what it says itself, so that it is the same in another file.
pub(super) fn by_itself(article: Article) -> Article {
    let published = article.published.map(|day| day.to_string());
    let own = [article.publisher.as_deref(), published.as_deref(), Some(&*article.text)];
    let own = own.map(Option::unwrap_or_default).join("\n");
    Article { sha256: Sha256Hex::of(own.as_bytes()), ..article }
}
