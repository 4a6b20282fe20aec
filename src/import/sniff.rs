//! What bytes are, whatever their file is called: pictures, archives and programs are told from text
//! by how they begin.

use super::ImportError;

const PICTURE: &str =
    "An article in a picture has to be typed in or read by a text recognition program first.";
const ARCHIVE: &str = "Unpack it and open the articles inside.";
const DOCUMENT: &str = "Open it in its own program and save the article as text (.txt) or as a page (.html).";
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
    (b"PK\x03\x04", "a ZIP archive or an Office document", DOCUMENT),
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

/// How many bytes are looked at for control characters.
const SAMPLE: usize = 8192;

/// Refuses bytes that are certainly no text in any encoding.
pub(super) fn refuse_binary(bytes: &[u8]) -> Result<(), ImportError> {
    let begins = SIGNATURES.iter().find(|(signature, ..)| bytes.starts_with(signature));
    let within = SIGNATURES_WITHIN
        .iter()
        .find(|(at, signature, ..)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(signature)));
    let known = begins.map(|(_, what, remedy)| (*what, *remedy));
    if let Some((looks_like, remedy)) = known.or(within.map(|(_, _, what, remedy)| (*what, *remedy))) {
        return Err(ImportError::Binary { looks_like, remedy });
    }
    if encoding_rs::Encoding::for_bom(bytes).is_none() && has_many_controls(bytes) {
        return Err(ImportError::Binary { looks_like: "a file of another program", remedy: OTHER });
    }
    Ok(())
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
    fn text_passes_in_any_encoding() {
        for text in [&b"Valletta, 14 March"[..], b"caf\xe9", b"\xff\xfeA\0B\0", "北京".as_bytes()] {
            assert_eq!(refuse_binary(text), Ok(()));
        }
        let mut scanned = b"A scanned page has the odd form feed \x0c and bell \x07. ".repeat(5);
        scanned.extend(b"It is text all the same.".repeat(20));
        assert_eq!(refuse_binary(&scanned), Ok(()));
    }
}
