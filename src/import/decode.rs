//! Bytes to text: by the byte order mark, then by what a page says of itself, then as UTF-8, and
//! only then by a guess from the letters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ImportError;

/// How far into a page its encoding may be declared; browsers look as far.
const DECLARED_WITHIN: usize = 2048;

/// One character in so many may be undecodable: a damaged byte does not cost the whole article.
const DAMAGE: usize = 200;

/// The text that these bytes are.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return read(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return read(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    if let Some(encoding) = declared(bytes).filter(|encoding| *encoding != UTF_8)
        && let Ok(text) = read(encoding, bytes)
    {
        return Ok(text);
    }
    // A few damaged bytes in UTF-8 are likelier than another encoding that looks just like it.
    if let Ok(text) = read(UTF_8, bytes)
        && text.chars().any(|c| !c.is_ascii() && c != char::REPLACEMENT_CHARACTER)
    {
        return Ok(text);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let text = read(guess, bytes)?;
    if guess.is_single_byte() && !has_words(&text) {
        return Err(ImportError::Undecodable { encoding: "text in any encoding" });
    }
    Ok(text)
}

/// Whether a text falls into words. Any bytes at all are letters of some single-byte encoding; what
/// tells a language is that there are spaces between them.
fn has_words(text: &str) -> bool {
    const LONGEST_WORD: usize = 60;
    text.split_whitespace().all(|word| word.len() < 4 * LONGEST_WORD)
        || text.chars().filter(|c| c.is_whitespace()).count() * LONGEST_WORD > text.chars().count()
}

/// Decodes, unless too much of it cannot be.
fn read(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, ImportError> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        let lost = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
        if lost > text.chars().count() / DAMAGE {
            return Err(ImportError::Undecodable { encoding: encoding.name() });
        }
    }
    Ok(text.into_owned())
}

/// UTF-16 of a language with Latin letters has a zero in every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..512).unwrap_or(bytes);
    let zeros = |from: usize| {
        sample.iter().skip(from).step_by(2).filter(|&&b| b == 0).count() * 10 > sample.len() * 4
    };
    match (zeros(0), zeros(1)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// What `<meta charset=…>` or `<?xml encoding=…?>` says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    ["charset=", "encoding="].iter().find_map(|key| {
        let (_, rest) = head.split_once(key)?;
        let label: String = rest
            .trim_start_matches(['"', '\'', ' '])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
            .collect();
        Encoding::for_label(label.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_decides_before_anything_else() {
        assert_eq!(decode(b"\xff\xfeT\0\xe9\0").as_deref(), Ok("Té"));
        assert_eq!(decode(b"\xfe\xff\0T\0\xe9").as_deref(), Ok("Té"));
        assert_eq!(decode(b"\xef\xbb\xbfT\xc3\xa9").as_deref(), Ok("Té"));
    }

    #[test]
    fn a_page_that_names_its_encoding_is_believed() {
        let page = b"<html><head><meta charset=\"windows-1251\"></head>\xcc\xe8\xed\xf1\xea</html>";
        assert!(decode(page).is_ok_and(|text| text.contains("Минск")));
    }

    #[test]
    fn utf_8_is_believed_over_a_page_that_names_another() {
        let page = "<meta charset=iso-8859-1>Čapeková";
        assert_eq!(decode(page.as_bytes()).as_deref(), Ok(page));
    }

    #[test]
    fn without_a_word_the_letters_decide() {
        let western = b"The minister\x92s visit to the caf\xe9 in Orl\xe9ans ended on Friday.";
        assert_eq!(
            decode(western).as_deref(),
            Ok("The minister’s visit to the café in Orléans ended on Friday.")
        );
        let utf_16: Vec<u8> = "No mark, but UTF-16.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf_16).as_deref(), Ok("No mark, but UTF-16."));
    }

    #[test]
    fn what_is_not_text_is_refused() {
        assert!(matches!(decode(b"\xff\xfe\0\xd8\0\xd8\0\xd8"), Err(ImportError::Undecodable { .. })));
        let noise: Vec<u8> =
            (0..4000u32).map(|i| 0x80 | (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(matches!(decode(&noise), Err(ImportError::Undecodable { .. })));
    }
}
