//! Bytes to text, in the encoding that they are in, at once or as they come.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, Encoding, UTF_8};

use super::encoding::encoding_of;
use super::encodings::TextEncoding;
use super::error::ImportError;
use super::limits::PART;

/// The text that these bytes are.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ImportError> {
    decode_and_tell(None, bytes).map(|(text, _)| text)
}

/// The text that these bytes are, and in which encoding, if nobody says it.
pub(super) fn decode_and_tell(
    said: Option<TextEncoding>,
    bytes: &[u8],
) -> Result<(String, TextEncoding), ImportError> {
    let encoding = encoding_of(said, bytes, &mut |look| {
        look(bytes);
        Ok(())
    })?;
    let text = bytes.get(mark(encoding, bytes)..).unwrap_or_default();
    let text = match std::str::from_utf8(text) {
        Ok(text) if encoding == UTF_8 => text.to_owned(),
        _ => encoding.decode_without_bom_handling(text).0.into_owned(),
    };
    Ok((text, TextEncoding::of(encoding)))
}

/// The text that these bytes are if they are UTF-8; what is not is replaced. Nearly all are, which is told many
/// times faster than what is not.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// How long the byte order mark of an encoding is that these bytes begin with.
pub(super) fn mark(encoding: &'static Encoding, start: &[u8]) -> usize {
    Encoding::for_bom(start).filter(|(marked, _)| *marked == encoding).map_or(0, |(_, mark)| mark)
}

/// Decodes what comes next, in the place of what was there before.
pub(super) fn decode_part(decoder: &mut Decoder, part: &[u8], text: &mut String, is_last: bool) {
    text.clear();
    text.reserve(decoder.max_utf8_buffer_length(part.len()).unwrap_or(3 * part.len() + 16));
    let _ = decoder.decode_to_string(part, text, is_last);
}

/// The text of bytes as they come.
pub(super) struct Decoded<R> {
    bytes: R,
    decoder: Decoder,
    /// How many bytes of the mark are still to come.
    mark: usize,
    part: Vec<u8>,
    text: String,
    /// How much of the text was taken.
    at: usize,
    is_all: bool,
}

impl<R: Read> Decoded<R> {
    pub fn new(bytes: R, encoding: &'static Encoding, mark: usize) -> Self {
        let (decoder, part) = (encoding.new_decoder_without_bom_handling(), vec![0; PART]);
        Self { bytes, decoder, mark, part, text: String::new(), at: 0, is_all: false }
    }
}

impl<R: Read> BufRead for Decoded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at >= self.text.len() && !self.is_all {
            let count = self.bytes.read(&mut self.part)?;
            self.is_all = count == 0;
            let skipped = self.mark.min(count);
            self.mark -= skipped;
            let part = self.part.get(skipped..count).unwrap_or_default();
            decode_part(&mut self.decoder, part, &mut self.text, self.is_all);
            self.at = 0;
        }
        Ok(self.text.as_bytes().get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::encoding::utf_16_without_mark;

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
