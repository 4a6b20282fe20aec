//! Outlook's own messages: `.msg`. A file of the older Office kind, with a stream for each property.

use std::io::{Cursor, Read};
use std::path::Path;

use cfb::CompoundFile;
use encoding_rs::WINDOWS_1252;
use jiff::Span;
use jiff::civil::date;

use super::mail::subject_of;
use super::package::unpack;
use crate::calendar::Told;
use crate::import::blocks;
use crate::import::characters::tidy;
use crate::import::draft::{Draft, Stated};
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::issued::stated_day;
use crate::import::large::Large;
use crate::import::paragraphs::paragraphs;
use crate::import::sniff::{OLE, holds_stream};
use crate::import::{Format, Sureness, decode};

/// A message of Outlook.
pub(in crate::import) const OUTLOOK: Format = Format {
    name: "Outlook message",
    extensions: &["msg"],
    media_type: "application/vnd.ms-outlook",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(file.begins(OLE) && holds_stream(file.bytes, PROPERTIES)),
    read,
};

const PROPERTIES: &str = "__properties_version1.0";
const DAMAGED: ImportError = ImportError::Damaged { what: "an Outlook message" };

/// Properties by their numbers.
const SUBJECT: u16 = 0x0037;
const SENDER: u16 = 0x0c1a;
const BODY: u16 = 0x1000;
const HTML: u16 = 0x1013;
const SENT: u16 = 0x0039;
const DELIVERED: u16 = 0x0e06;
const ATTACHED_BYTES: u16 = 0x3701;
const ATTACHED_NAME: u16 = 0x3707;
const ATTACHED_SHORT_NAME: u16 = 0x3704;

type Message<'b> = CompoundFile<Cursor<&'b [u8]>>;

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut message = CompoundFile::open(Cursor::new(file.bytes)).map_err(|_| DAMAGED)?;
    let root = Path::new("/");
    let text = match words(&mut message, root, BODY, findings)?.filter(|text| !text.trim().is_empty()) {
        Some(text) => tidy(&text),
        None => match stream(&mut message, root, HTML, "0102", findings)? {
            Some(html) => blocks::text_of_html(&tidy(&decode::decode(&html)?), &findings.worth(html.len()))?,
            None => words(&mut message, root, HTML, findings)?.unwrap_or_default(),
        },
    };
    let stated = Stated {
        title: words(&mut message, root, SUBJECT, findings)?.map(|subject| subject_of(&subject)),
        publisher: words(&mut message, root, SENDER, findings)?.map(|name| name.trim().to_owned()),
        published: day(&mut message, findings)?,
        ..Stated::default()
    };
    if !text.trim().is_empty() {
        findings.only_article(Draft { paragraphs: paragraphs(&text), stated })?;
    }
    let folders = message.read_root_storage().filter(|entry| entry.is_storage());
    let attached: Vec<_> = folders.filter(|entry| entry.name().starts_with("__attach")).collect();
    for folder in attached {
        let name = words(&mut message, folder.path(), ATTACHED_NAME, findings)?;
        let name = name.or(words(&mut message, folder.path(), ATTACHED_SHORT_NAME, findings)?);
        let bytes = stream(&mut message, folder.path(), ATTACHED_BYTES, "0102", findings)?;
        // Pictures in a message are there to be looked at.
        let is_picture = |bytes: &[u8]| {
            bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xff\xd8") || bytes.starts_with(b"GIF8")
        };
        if let Some(bytes) = bytes.filter(|bytes| !is_picture(bytes)) {
            findings.file(name.as_deref().unwrap_or("attachment").trim_end_matches('\0'), &bytes)?;
        }
    }
    Ok(())
}

/// The bytes of a property of some type.
fn stream(
    message: &mut Message<'_>,
    folder: &Path,
    property: u16,
    kind: &str,
    findings: &mut Findings<'_, '_>,
) -> Result<Option<Vec<u8>>, ImportError> {
    let path = folder.join(format!("__substg1.0_{property:04X}{kind}"));
    match message.open_stream(path) {
        Ok(stream) => unpack(stream, DAMAGED, findings).map(Some),
        Err(_) => Ok(None),
    }
}

/// A property that is text, in Unicode or in the letters of Windows.
fn words(
    message: &mut Message<'_>,
    folder: &Path,
    property: u16,
    findings: &mut Findings<'_, '_>,
) -> Result<Option<String>, ImportError> {
    if let Some(bytes) = stream(message, folder, property, "001F", findings)? {
        let (text, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(&bytes);
        return Ok(Some(text.trim_end_matches('\0').to_owned()));
    }
    let bytes = stream(message, folder, property, "001E", findings)?;
    Ok(bytes.map(|bytes| match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(),
    }))
}

/// The day on which it was sent, or else delivered.
fn day(message: &mut Message<'_>, findings: &mut Findings<'_, '_>) -> Result<Option<Told>, ImportError> {
    let Ok(stream) = message.open_stream(Path::new("/").join(PROPERTIES)) else { return Ok(None) };
    let bytes = unpack(stream.take(1 << 20), DAMAGED, findings)?;
    let instant = |property: u16| {
        let tag = (u32::from(property) << 16 | 0x0040).to_le_bytes();
        let mut entries = bytes.get(32..).unwrap_or_default().chunks_exact(16);
        let entry = entries.find(|entry| entry.starts_with(&tag))?;
        Some(u64::from_le_bytes(entry.get(8..)?.try_into().ok()?))
    };
    Ok(instant(SENT).or_else(|| instant(DELIVERED)).and_then(day_of))
}

/// A count of tenths of microseconds since 1601.
fn day_of(instant: u64) -> Option<Told> {
    const A_DAY: u64 = 864_000_000_000;
    let days = i64::try_from(instant / A_DAY).ok()?;
    let day = date(1601, 1, 1).checked_add(Span::new().try_days(days).ok()?).ok()?;
    stated_day(&day.to_string())
}
