//! Bytes to text: by the byte order mark, then by what a page says of itself, then as UTF-8, and
//! only then by a guess from the letters.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::encodings::TextEncoding;
use super::error::ImportError;

/// How far into a page its encoding may be declared; browsers look as far.
const DECLARED_WITHIN: usize = 2048;

/// One character in so many may be undecodable: a damaged byte does not cost the whole article.
const DAMAGE: usize = 200;

/// The text that these bytes are.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    decode_and_tell(bytes).map(|(text, _)| text)
}

/// The text that these bytes are in this encoding, as somebody says. A mark of it at the beginning is no text.
pub(super) fn decode_in(said: TextEncoding, bytes: &[u8]) -> Result<String, ImportError> {
    let encoding = said.encoding();
    let mark = Encoding::for_bom(bytes).filter(|(marked, _)| *marked == encoding).map_or(0, |(_, mark)| mark);
    let wrong = |_| ImportError::NotInEncoding { encoding: encoding.name() };
    read(encoding, bytes.get(mark..).unwrap_or_default()).map_err(wrong)
}

/// The text that these bytes are, and in which encoding.
pub(super) fn decode_and_tell(bytes: &[u8]) -> Result<(String, TextEncoding), ImportError> {
    let told = |encoding: &'static Encoding| move |text| (text, TextEncoding::of(encoding));
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return read(encoding, bytes.get(mark..).unwrap_or_default()).map(told(encoding));
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return read(encoding, bytes).map(told(encoding));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), TextEncoding::UTF_8));
    }
    if let Some(encoding) = declared(bytes).filter(|encoding| *encoding != UTF_8)
        && let Ok(text) = read(encoding, bytes)
    {
        return Ok((text, TextEncoding::of(encoding)));
    }
    // A few damaged bytes in UTF-8 are likelier than another encoding that looks just like it.
    if let Ok(text) = read(UTF_8, bytes)
        && text.chars().any(|c| !c.is_ascii() && c != char::REPLACEMENT_CHARACTER)
    {
        return Ok((text, TextEncoding::UTF_8));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let text = read(guess, bytes)?;
    if guess.is_single_byte() && !has_words(&text) {
        return Err(ImportError::Undecodable { encoding: "text in any encoding" });
    }
    Ok((text, TextEncoding::of(guess)))
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

/// The text that these bytes are if they are UTF-8; what is not is replaced. Nearly all are, which is told many
/// times faster than what is not.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// How many bytes tell whether a text without a mark is UTF-16.
const SAMPLE: usize = 8192;

/// Signs that stand in every text of some length. In UTF-16 the bytes of each are a sign that no text has if
/// they are exchanged, and in no other encoding do its bytes stand side by side.
const SIGNS: &[char] = &[' ', '\n', '\u{3002}', '\u{ff0c}'];

/// UTF-16 in any language, told by its spaces, ends of lines, commas and periods.
pub(super) fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    // Of the two bytes of each sign one stands in hardly any other text.
    if ![0, 0x02, 0xff].iter().any(|odd| sample.contains(odd)) {
        return None;
    }
    let signs = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let (mut signs, mut strange, mut all) = (0, 0, 0);
        for c in text.chars() {
            all += 1;
            signs += usize::from(SIGNS.contains(&c));
            // Bytes of anything else make characters that nobody uses.
            let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
            let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
            strange += usize::from(control || private || c == char::REPLACEMENT_CHARACTER);
        }
        if strange * 100 > all { 0 } else { signs }
    };
    // Of languages without spaces too there is a period or an end of a line in some hundred characters.
    let fewest = sample.len() / 2 / 400;
    [UTF_16LE, UTF_16BE]
        .into_iter()
        .map(|encoding| (signs(encoding), encoding))
        .filter(|(signs, _)| *signs > fewest)
        .max_by_key(|(signs, _)| *signs)
        .map(|(_, encoding)| encoding)
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
    fn utf_16_without_a_mark_is_read_in_any_language() {
        for text in [
            "The ministers met on Friday.",
            "Министр иностранных дел провёл переговоры с коллегой в Минске.\n",
            "外交部长在北京会见了来访的外国同行，双方就一些问题交换了意见。",
            "一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一一\n",
            "التقى الوزيران يوم الجمعة.\r\n",
            "Μια γραμμή\nκαι μία ακόμη",
        ] {
            let bytes = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
            for bytes in [bytes(u16::to_le_bytes), bytes(u16::to_be_bytes)] {
                assert_eq!(decode(&bytes).as_deref(), Ok(text));
                assert_eq!(super::super::sniff::refuse_binary(&bytes), Ok(()));
            }
        }
    }

    #[test]
    fn what_is_not_utf_16_is_not_taken_for_it() {
        let western = b"The minister\x92s visit to the caf\xe9 in Orl\xe9ans ended on Friday.\r\n".repeat(20);
        let zeros = [0; 4000];
        let counts: Vec<u8> = (0..2000_u32).flat_map(u32::to_le_bytes).collect();
        for bytes in [&western[..], &zeros, &counts, "北京，外交部。 ".repeat(99).as_bytes(), b"", b"a"]
        {
            assert_eq!(utf_16_without_mark(bytes), None, "{:?}", bytes.get(..20));
        }
    }

    #[test]
    fn what_is_not_text_is_refused() {
        assert!(matches!(decode(b"\xff\xfe\0\xd8\0\xd8\0\xd8"), Err(ImportError::Undecodable { .. })));
        let noise: Vec<u8> =
            (0..4000u32).map(|i| 0x80 | (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(matches!(decode(&noise), Err(ImportError::Undecodable { .. })));
    }
}
