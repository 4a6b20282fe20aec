//! Pages that a browser saved with their pictures into one file: `.mhtml`, `.mht`.

use mail_parser::{Message, MimeHeaders, PartType};

use super::mail::{headers, parse};
use crate::import::characters::tidy;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::pages::articles_of_page;
use crate::import::{Format, Sureness};

/// A page in an archive.
pub(in crate::import) const MHTML: Format = Format {
    name: "Web page in one file",
    extensions: &["mhtml", "mht"],
    media_type: "multipart/related",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes,
    read,
};

fn recognizes(file: &File<'_>) -> Sureness {
    if headers(file.bytes) == 0 {
        return Sureness::No;
    }
    let head = String::from_utf8_lossy(file.bytes.get(..4096).unwrap_or(file.bytes)).to_ascii_lowercase();
    let is_page = head.contains("multipart/related")
        && (head.contains("snapshot-content-location") || !head.contains("received:"));
    match is_page {
        true => Sureness::Sure,
        false => Sureness::likely_if(file.is_named(MHTML.extensions)),
    }
}

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    findings.budget.spend(file.bytes.len() as u64)?;
    let message = parse(file.bytes)?;
    let pages = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(html) => Some((part, html)),
        _ => None,
    });
    // The first is the page itself; others are in its frames.
    let Some((part, html)) = pages.into_iter().next() else {
        return Err(ImportError::Damaged { what: "a page in an archive (.mhtml)" });
    };
    let url = address(&message).or_else(|| part.content_location().map(str::to_owned));
    articles_of_page(&tidy(html), url.as_deref().filter(|url| url.contains("://")), findings)
}

/// The address that the browser says.
fn address(message: &Message<'_>) -> Option<String> {
    let header = message.header("Snapshot-Content-Location")?;
    header.as_text().map(|address| address.trim().to_owned())
}
