//! Archives of the web: `.warc`, and packed `.warc.gz`. Each page that a server answered with is read as if a
//! browser had saved it.

use std::io::{self, BufRead, Read};

use flate2::read::{GzDecoder, ZlibDecoder};

use super::package::unpack;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::limits::LIMIT_OF_MANY_BYTES;
use crate::import::pages::articles_of_page;
use crate::import::remark::Remark;
use crate::import::{Format, Sureness, characters, decode};

/// Pages of the web in an archive.
pub(in crate::import) const WARC: Format = Format {
    name: "Web archive",
    extensions: &["warc"],
    media_type: "application/warc",
    is_risky: true,
    is_decoded: false,
    large: Large::AsItComes(|_| true, "Cut it into smaller files."),
    recognizes: |file| Sureness::sure_if(file.begins(b"WARC/")),
    read,
};

const DAMAGED: ImportError = ImportError::Damaged { what: "a web archive" };

/// A head has no more bytes.
const LONGEST_HEAD: u64 = 65_536;

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let broken = |error: io::Error| ImportError::BrokenOff(error.kind());
    let (mut stream, mut content) = (file.stream(), Vec::new());
    let mut others = 0;
    while let Some(head) = next_head(&mut stream)? {
        findings.budget.spend(0)?;
        let length: u64 =
            value(&head, "content-length").and_then(|length| length.parse().ok()).ok_or(DAMAGED)?;
        let is_answer = value(&head, "warc-type") == Some("response");
        let url = value(&head, "warc-target-uri").map(|url| url.trim_matches(['<', '>']));
        // A film is no page, and larger than any.
        let is_large = length > LIMIT_OF_MANY_BYTES;
        content.clear();
        findings.comes(length.min(LIMIT_OF_MANY_BYTES) as usize);
        let mut left = stream.by_ref().take(length);
        if is_answer {
            let most = if is_large { LONGEST_HEAD } else { length };
            left.by_ref().take(most).read_to_end(&mut content).map_err(broken)?;
        }
        io::copy(&mut left, &mut io::sink()).map_err(broken)?;
        if is_large {
            others += usize::from(is_answer && page_of(&content).is_some());
        } else if is_answer && let Some(html) = page(&content, findings)? {
            match articles_of_page(&html, url, findings) {
                Err(ImportError::Cancelled) => return Err(ImportError::Cancelled),
                Err(_) => others += 1,
                Ok(()) => {}
            }
        }
    }
    if others > 0 {
        findings.remark(Remark::OtherPages { count: others });
    }
    Ok(())
}

/// The headers of the next record; none where there is no more of them.
fn next_head(stream: &mut impl BufRead) -> Result<Option<String>, ImportError> {
    let (mut within, mut head) = (stream.take(LONGEST_HEAD), Vec::new());
    loop {
        let before = head.len();
        within.read_until(b'\n', &mut head).map_err(|error| ImportError::BrokenOff(error.kind()))?;
        let line = head.get(before..).unwrap_or_default();
        match line.trim_ascii().is_empty() {
            // Records have empty lines between them.
            true if before == 0 && line.ends_with(b"\n") => head.clear(),
            true if before == 0 => return Ok(None),
            true if line.ends_with(b"\n") => return Ok(Some(String::from_utf8_lossy(&head).into_owned())),
            // It breaks off.
            true => return Err(DAMAGED),
            false => {}
        }
    }
}

/// The headers at the head of these bytes, and what follows the empty line below them.
fn split_head(bytes: &[u8]) -> Option<(String, &[u8])> {
    let within = bytes.get(..LONGEST_HEAD as usize).unwrap_or(bytes);
    let (end, gap) = match within.windows(4).position(|four| four == b"\r\n\r\n") {
        Some(end) => (end, 4),
        None => (within.windows(2).position(|two| two == b"\n\n")?, 2),
    };
    Some((String::from_utf8_lossy(within.get(..end)?).into_owned(), bytes.get(end + gap..)?))
}

/// The value of a header, whose name is in lower case.
fn value<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(known, _)| known.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The headers of the page that a server answered with and what follows them, if it is one.
fn page_of(answer: &[u8]) -> Option<(String, &[u8])> {
    let (head, body) = split_head(answer).filter(|_| answer.starts_with(b"HTTP/"))?;
    let is_html = value(&head, "content-type").is_some_and(|kind| kind.contains("html"));
    let is_fine = head.lines().next().is_some_and(|status| status.contains(" 200"));
    (is_html && is_fine).then_some((head, body))
}

/// The page that a server answered with, if it is one.
fn page(answer: &[u8], findings: &mut Findings<'_, '_>) -> Result<Option<String>, ImportError> {
    let Some((head, body)) = page_of(answer) else { return Ok(None) };
    let is_chunked = value(&head, "transfer-encoding").is_some_and(|how| how.eq_ignore_ascii_case("chunked"));
    let body = if is_chunked { joined(body) } else { body.to_owned() };
    let packed: Option<Box<dyn Read + '_>> = match value(&head, "content-encoding") {
        Some("gzip" | "x-gzip") => Some(Box::new(GzDecoder::new(body.as_slice()))),
        Some("deflate") => Some(Box::new(ZlibDecoder::new(body.as_slice()))),
        // Some archives keep the header of a page that they have unpacked.
        _ => None,
    };
    let unpacked = packed.map(|packed| unpack(packed, DAMAGED, findings)).transpose();
    let bytes = match unpacked {
        Ok(Some(bytes)) => bytes,
        Err(ImportError::TooMuchWithin) => return Err(ImportError::TooMuchWithin),
        _ => body.clone(),
    };
    Ok(decode::decode(&bytes).ok().map(|html| characters::tidy(&html)))
}

/// A body that was sent in pieces, each below its length.
fn joined(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let (length, rest) = body.split_at(end);
        let length = String::from_utf8_lossy(length);
        let length = length.split(';').next().unwrap_or_default().trim();
        // What was not sent in pieces after all.
        let Ok(length) = usize::from_str_radix(length, 16) else { return body.to_owned() };
        let rest = rest.get(2..).unwrap_or_default();
        if length == 0 {
            break;
        }
        whole.extend_from_slice(rest.get(..length).unwrap_or(rest));
        body = rest.get(length.saturating_add(2)..).unwrap_or_default();
    }
    whole
}
