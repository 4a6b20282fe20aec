//! What bytes are, whatever their file is called: pictures, archives and programs are told from text
//! by how they begin.

use super::encoding;
use super::error::ImportError;
use super::file::File;

/// So many of the first bytes tell what a file is.
pub const START_BYTES: u64 = 65_536;

pub(super) const PICTURE: &str =
    "An article in a picture has to be typed in or read by a text recognition program first.";
const ARCHIVE: &str = "Unpack it and open the articles inside.";
const DOCUMENT: &str = "Open it in its own program and save the article as text (.txt) or as a page (.html).";
const MAIL: &str = "Open it in a mail program and save the message again (.eml), or its text (.txt).";
const WEB: &str = "Open it in a browser and save the article as a page (.html).";
const OTHER: &str = "Open a .txt, .md or .html file.";
pub(super) const OFFICE: &str = "Open it in Word or LibreOffice and save it as .docx.";
pub(super) const LOCKED: &str = "Open it with its password in its own program and save a copy without one.";
const LINES: &str =
    "Save it with a column of texts that is called \"text\", and one that is called \"title\".";

/// First bytes, what a file is that has them, and what to do with it.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (b"GIF87a", "a GIF picture", PICTURE),
    (b"GIF89a", "a GIF picture", PICTURE),
    (b"II*\0", "a TIFF picture", PICTURE),
    (b"MM\0*", "a TIFF picture", PICTURE),
    (b"BM\xff\xff", "a BMP picture", PICTURE),
    (b"{\\rtf", "an RTF document", DOCUMENT),
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
    (b"xl/", "an Excel workbook", LINES),
    (b"ppt/", "a PowerPoint presentation", DOCUMENT),
    (b"[Content_Types].xml", "an Office document", DOCUMENT),
];

/// How a PDF document begins.
pub(super) const PDF_START: &[u8] = b"%PDF-";

/// How the files of the older Office programs begin.
pub(super) const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What files of the older Office programs are that have a stream of this name.
const STREAMS: &[(&str, &str, &str)] = &[
    ("EncryptedPackage", "a locked Office document", LOCKED),
    ("WordDocument", "a Word 97 document", OFFICE),
    ("Workbook", "an Excel 97 workbook", LINES),
    ("PowerPoint Document", "a PowerPoint 97 presentation", DOCUMENT),
    ("__properties_version1.0", "an Outlook message", MAIL),
];

/// What files with these endings are, in lower case, where their bytes are text and no format reads them.
const TEXTS: &[(&[&str], &str, &str)] = &[
    (&["csv", "tsv", "tab"], "a table in which no column of texts was found", LINES),
    (&["eml", "mbox"], "no whole e-mail, whatever its name says", MAIL),
    (&["mht", "mhtml", "webarchive", "warc"], "no whole page of the web in an archive", WEB),
    (&["json", "jsonl", "ndjson"], "a file of other data (JSON)", LINES),
    (&["xml", "rss", "atom"], "a file of data (XML) that Chancery does not know", DOCUMENT),
];

/// How many bytes are looked at for control characters.
const SAMPLE: usize = 8192;

/// Whether a file is kept as text by its name, but for one that no format reads.
pub(super) fn is_other_text(file: &File<'_>) -> bool {
    TEXTS.iter().any(|(endings, ..)| file.is_named(endings))
}

/// Why no format reads a file.
pub(super) fn why_none(file: &File<'_>) -> ImportError {
    if let Err(error) = file.text() {
        return error;
    }
    let by_ending = TEXTS.iter().find(|(endings, ..)| file.is_named(endings));
    let (looks_like, remedy) =
        by_ending.map_or(("a file of another program", OTHER), |(_, what, remedy)| (*what, *remedy));
    ImportError::Binary { looks_like, remedy }
}

/// Refuses bytes that are certainly no text in any encoding.
pub(super) fn refuse_binary(bytes: &[u8]) -> Result<(), ImportError> {
    let known = known(bytes);
    if let Some((looks_like, remedy)) = known {
        return Err(ImportError::Binary { looks_like, remedy });
    }
    let is_wide =
        encoding_rs::Encoding::for_bom(bytes).is_some() || encoding::utf_16_without_mark(bytes).is_some();
    if !is_wide && has_many_controls(bytes) {
        return Err(ImportError::Binary { looks_like: "a file of another program", remedy: OTHER });
    }
    Ok(())
}

/// What bytes are that begin like this, and what to do with them.
fn known(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.starts_with(ZIP) {
        let start = bytes.get(..SAMPLE).unwrap_or(bytes);
        let zipped = ZIPPED.iter().find(|(name, ..)| holds(start, name));
        return Some(zipped.map_or(("a ZIP archive", ARCHIVE), |(_, what, remedy)| (*what, *remedy)));
    }
    if bytes.starts_with(PDF_START) {
        // What is packed within it does not show.
        let is_open = !holds(bytes, b"/ObjStm");
        let scanned = is_open && holds(bytes, b"/Image") && !holds(bytes, b"/Font");
        return Some(match (holds(bytes, b"/Encrypt"), scanned) {
            (true, _) => ("a locked PDF document", LOCKED),
            (false, true) => ("a scanned PDF document without text", PICTURE),
            (false, false) => ("a PDF document", DOCUMENT),
        });
    }
    if bytes.starts_with(OLE) {
        let known = STREAMS.iter().find(|(stream, ..)| holds_stream(bytes, stream));
        return Some(
            known.map_or(("an old Office document", DOCUMENT), |(_, what, remedy)| (*what, *remedy)),
        );
    }
    let begins = SIGNATURES.iter().find(|(signature, ..)| bytes.starts_with(signature));
    let within = SIGNATURES_WITHIN
        .iter()
        .find(|(at, signature, ..)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(signature)));
    let begins = begins.map(|(_, what, remedy)| (*what, *remedy));
    begins.or(within.map(|(_, _, what, remedy)| (*what, *remedy)))
}

/// Whether these bytes stand in others: the name of a part in an archive is written plainly before the part and in
/// the list at the end.
pub(super) fn holds(bytes: &[u8], name: &[u8]) -> bool {
    memchr::memmem::find(bytes, name).is_some()
}

/// JSON of something else.
pub(super) fn other_json() -> ImportError {
    ImportError::Binary { looks_like: "a file of other data (JSON)", remedy: LINES }
}

/// Whether a file of the older Office programs has a stream of this name.
pub(super) fn holds_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    holds(bytes, &name)
}

/// Whether a ZIP archive is nothing but one: no document of an office, no e-book.
pub(super) fn is_mere_archive(bytes: &[u8]) -> bool {
    known(bytes).is_some_and(|(what, _)| what == "a ZIP archive")
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

    fn what_it_is(start: &[u8]) -> Option<ImportError> {
        refuse_binary(start).err()
    }

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
    fn documents_of_old_programs_are_named_by_what_is_in_them() {
        let what = |stream: &str| {
            let mut bytes = OLE.to_vec();
            bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
            what_it_is(&bytes).map(|error| error.to_string()).unwrap_or_default()
        };
        assert!(what("WordDocument").contains("a Word 97 document, not an article. Open it in Word"));
        assert!(what("EncryptedPackage").contains("a locked Office document"));
        assert!(what("Else").contains("an old Office document"));
    }

    #[test]
    fn a_pdf_without_text_or_with_a_password_is_named() {
        let what = |inside: &str| {
            let error = what_it_is(format!("%PDF-1.7\n{inside}").as_bytes());
            error.map(|error| error.to_string()).unwrap_or_default()
        };
        assert!(what("<< /Type /XObject /Subtype /Image >>").contains("a scanned PDF document without text"));
        assert!(what("<< /Type /Font >> << /Encrypt 5 0 R >>").contains("a locked PDF document"));
        assert!(what("<< /Type /Font >> << /Subtype /Image >>").contains("a PDF document"));
    }

    #[test]
    fn what_is_text_and_no_article_is_told_by_its_name() {
        let why = |name: &str| why_none(&File::new(name, b"title,text\n")).to_string();
        assert!(why("a.CSV").contains("no column of texts"));
        assert!(why("a.eml").contains("e-mail"));
        assert!(why("a.xml").contains("XML"));
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
