//! Documents and messages: what people write, send and keep, and the archives that they keep it in.

mod archive;
mod docx;
mod mail;
mod mbox;
mod mhtml;
mod odt;
mod outlook;
mod package;
mod pdf;
mod rtf;
mod rtf_text;
mod warc;
mod webarchive;
mod word97;

pub(super) use archive::{GZIP, TAR, ZIP};
pub(super) use docx::DOCX;
pub(super) use mail::MAIL;
pub(super) use mbox::MBOX;
pub(super) use mhtml::MHTML;
pub(super) use odt::ODT;
pub(super) use outlook::OUTLOOK;
pub(super) use package::{Package, ZIP_START};
pub(super) use pdf::PDF;
pub(super) use rtf::RTF;
pub(super) use warc::WARC;
pub(super) use webarchive::WEBARCHIVE;
pub(super) use word97::WORD_97;

use super::databases;
use super::draft::{Draft, Stated};
use super::error::ImportError;
use super::findings::Findings;
use super::paragraphs::paragraphs;

/// What a document's text is: an export of a database, or an article.
fn articles_of(
    text: &str,
    title: Option<String>,
    findings: &mut Findings<'_, '_>,
) -> Result<(), ImportError> {
    if databases::split(text, findings)? {
        return Ok(());
    }
    findings.article(Draft { paragraphs: paragraphs(text), stated: Stated { title, ..Stated::default() } })
}

/// The same of a document whose paragraphs are known.
fn articles_of_draft(draft: Draft, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    match databases::split(&draft.paragraphs.join("\n\n"), findings)? {
        true => Ok(()),
        false => findings.article(draft),
    }
}
