//! What bytes are, whatever their file is called: pictures, archives and programs are told from text
//! by how they begin.

use std::path::Path;

use super::decode;
use super::error::ImportError;

/// So many of the first bytes tell what a file is.
pub const START_BYTES: u64 = 8192;

const PICTURE: &str =
    "An article in a picture has to be typed in or read by a text recognition program first.";
const ARCHIVE: &str = "Unpack it and open the articles inside.";
const DOCUMENT: &str = "Open it in its own program and save the article as text (.txt) or as a page (.html).";
const TABLE: &str = "Save each article of it by itself as text (.txt).";
const MAIL: &str = "Open it in a mail program and save the message as text (.txt).";
const WEB: &str = "Open it in a browser and save the article as a page (.html).";
const OTHER: &str = "Open a .txt, .md or .html file.";

/// First bytes, what a file is that has them, and what to do with it.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (b"GIF87a", "a GIF picture", PICTURE),
    (b"GIF89a", "a GIF picture", PICTURE),
    (b"II*\0", "a TIFF picture", PICTURE),
    (b"MM\0*", "a TIFF picture", PICTURE),
    (b"BM\xff\xff", "a BMP picture", PICTURE),
    (b"%PDF-", "a PDF document", DOCUMENT),
    (b"{\\rtf", "an RTF document", DOCUMENT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", DOCUMENT),
    (b"PK\x05\x06", "an empty ZIP archive", OTHER),
    (b"\x1f\x8b", "a gzip archive", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", ARCHIVE),
    (b"Rar!\x1a\x07", "a RAR archive", ARCHIVE),
    (b"BZh", "a bzip2 archive", ARCHIVE),
    (b"\xfd7zXZ\0", "an XZ archive", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", ARCHIVE),
    (b"SQLite format 3\0", "a database", OTHER),
    (b"\x7fELF", "a program", OTHER),
    (b"MZ\x90\0", "a program", OTHER),
    (b"OggS", "a sound recording", OTHER),
    (b"ID3", "a sound recording", OTHER),
    (b"fLaC", "a sound recording", OTHER),
];

/// Words within the first bytes of files that begin with a length: (offset, word, what, remedy).
const SIGNATURES_WITHIN: &[(usize, &[u8], &str, &str)] = &[
    (8, b"WEBP", "a WebP picture", PICTURE),
    (8, b"WAVE", "a sound recording", OTHER),
    (4, b"ftyp", "a film or a picture of a telephone", OTHER),
];

/// How a ZIP archive begins: with its first file.
const ZIP: &[u8] = b"PK\x03\x04";

/// What ZIP archives are that have such a name or type near their beginning.
const ZIPPED: &[(&[u8], &str, &str)] = &[
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text", DOCUMENT),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file", DOCUMENT),
    (b"mimetypeapplication/epub+zip", "an e-book", DOCUMENT),
    (b"word/", "a Word document", DOCUMENT),
    (b"xl/", "an Excel workbook", TABLE),
    (b"ppt/", "a PowerPoint presentation", DOCUMENT),
    (b"[Content_Types].xml", "an Office document", DOCUMENT),
];

/// What files with these endings are, in lower case, where their bytes are text.
const TEXTS: &[(&[&str], &str, &str)] = &[
    (&["csv", "tsv"], "a table", TABLE),
    (&["eml"], "an e-mail", MAIL),
    (&["mht", "mhtml", "webarchive", "warc"], "a page of the web in an archive", WEB),
    (&["json", "jsonl"], "a file of records or of other data", OTHER),
    (&["xml", "rss"], "a file of data (XML)", OTHER),
];

/// How many bytes are looked at for control characters.
const SAMPLE: usize = 8192;

/// Why a file whose name does not end as an article's is none, by how it begins and by its ending; nothing if
/// neither tells.
pub fn why_no_article(path: &Path, start: &[u8]) -> Option<ImportError> {
    if start.is_empty() {
        return Some(ImportError::Empty);
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let by_ending = TEXTS.iter().find(|(endings, ..)| endings.contains(&ending.as_str()));
    let by_ending = by_ending.map(|(_, looks_like, remedy)| ImportError::Binary { looks_like, remedy });
    refuse_binary(start).err().or(by_ending)
}

/// Refuses bytes that are certainly no text in any encoding.
pub(super) fn refuse_binary(bytes: &[u8]) -> Result<(), ImportError> {
    let known = known(bytes);
    if let Some((looks_like, remedy)) = known {
        return Err(ImportError::Binary { looks_like, remedy });
    }
    let is_wide =
        encoding_rs::Encoding::for_bom(bytes).is_some() || decode::utf_16_without_mark(bytes).is_some();
    if !is_wide && has_many_controls(bytes) {
        return Err(ImportError::Binary { looks_like: "a file of another program", remedy: OTHER });
    }
    Ok(())
}

/// What bytes are that begin like this, and what to do with them.
fn known(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(ZIP) {
        let start = bytes.get(..SAMPLE).unwrap_or(bytes);
        let holds = |name: &[u8]| start.windows(name.len()).any(|window| window == name);
        let zipped = ZIPPED.iter().find(|(name, ..)| holds(name));
        return Some(zipped.map_or(("a ZIP archive", ARCHIVE), |(_, what, remedy)| (*what, *remedy)));
    }
    let begins = SIGNATURES.iter().find(|(signature, ..)| bytes.starts_with(signature));
    let within = SIGNATURES_WITHIN
        .iter()
        .find(|(at, signature, ..)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(signature)));
    let begins = begins.map(|(_, what, remedy)| (*what, *remedy));
    begins.or(within.map(|(_, _, what, remedy)| (*what, *remedy)))
}

/// Whether more than one byte in a hundred is a control character that no text has. The odd one
/// stands in scanned and telegraphed articles.
fn has_many_controls(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let controls = sample.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b));
    controls.count() * 100 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_archives_are_named() {
        let what = |bytes: &[u8]| match refuse_binary(bytes) {
            Err(ImportError::Binary { looks_like, .. }) => Some(looks_like),
            _ => None,
        };
        assert_eq!(what(b"\x89PNG\r\n\x1a\n..."), Some("a PNG picture"));
        assert_eq!(what(b"RIFF\x10\0\0\0WEBPVP8 "), Some("a WebP picture"));
        assert_eq!(what(b"%PDF-1.7\n"), Some("a PDF document"));
        assert_eq!(what(&[0, 1, 2, 3, 4, 5]), Some("a file of another program"));
    }

    #[test]
    fn documents_in_archives_are_named() {
        let what = |names: &[&str]| {
            let names: String = names.iter().map(|name| format!("PK\x03\x04\x14\0{name}....")).collect();
            match refuse_binary(names.as_bytes()) {
                Err(ImportError::Binary { looks_like, .. }) => looks_like,
                _ => "text",
            }
        };
        assert_eq!(what(&["[Content_Types].xml", "word/document.xml"]), "a Word document");
        assert_eq!(what(&["mimetypeapplication/vnd.oasis.opendocument.text"]), "an OpenDocument text");
        assert_eq!(what(&["talks.txt"]), "a ZIP archive");
    }

    #[test]
    fn what_is_no_article_by_its_name_is_told_by_what_it_is() {
        let why =
            |name: &str, start: &[u8]| why_no_article(Path::new(name), start).map(|why| why.to_string());
        let says = |name: &str, start: &[u8], what: &str| {
            let why = why(name, start).unwrap_or_default();
            assert!(why.contains(what), "{name}: {why}");
        };
        says("a.pdf", b"%PDF-1.7\n", "a PDF document");
        says("a.zip", b"PK\x05\x06\0\0", "an empty ZIP archive");
        says("a.docx", b"", "empty");
        says("a.bin", &[0, 1, 2, 3], "a file of another program");
        says("a.CSV", b"title,text\n", "a table");
        says("a.eml", b"From: a\n", "an e-mail");
        assert_eq!(why("notes", b"The ministers met."), None, "it may be text: only its ending is wrong");
    }

    #[test]
    fn text_passes_in_any_encoding() {
        for text in [&b"Valletta, 14 March"[..], b"caf\xe9", b"\xff\xfeA\0B\0", "北京".as_bytes()] {
            assert_eq!(refuse_binary(text), Ok(()));
        }
        let mut scanned = b"A scanned page has the odd form feed \x0c and bell \x07. ".repeat(5);
        scanned.extend(b"It is text all the same.".repeat(20));
        assert_eq!(refuse_binary(&scanned), Ok(()));
    }
}
