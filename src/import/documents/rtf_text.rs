//! The text of an RTF document: groups in braces, control words after backslashes, and bytes in code pages. What
//! stands in tables of fonts and styles, in headers, pictures and codes of fields is no text.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::import::error::ImportError;
use crate::model::Budget;

/// Groups that begin with one of these words are no text.
#[rustfmt::skip]
const WITHOUT: &[&str] = &[
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "header", "headerl", "headerr",
    "headerf", "footer", "footerl", "footerr", "footerf", "listtable", "listoverridetable", "rsidtbl", "generator",
    "themedata", "colorschememapping", "latentstyles", "datastore", "xmlnstbl", "revtbl", "bkmkstart", "bkmkend",
    "annotation", "atnid", "atnauthor", "listtext", "pntext", "nonshppict", "deleted", "private", "filetbl",
];

/// A document has no more fonts.
const MOST_FONTS: usize = 1000;

/// Groups lie no deeper within each other.
const DEEPEST: usize = 500;

/// What holds within a group.
#[derive(Clone, Copy)]
struct Group {
    is_text: bool,
    /// Whether words of it were struck out, or are hidden.
    is_hidden: bool,
    encoding: &'static Encoding,
    /// So many characters stand in for one of Unicode, for programs that know none.
    stand_ins: usize,
}

/// Reads a document. One that breaks off is read as far as it goes.
pub(super) fn text_of(bytes: &[u8], budget: &Budget) -> Result<String, ImportError> {
    let first = Group { is_text: true, is_hidden: false, encoding: WINDOWS_1252, stand_ins: 1 };
    let mut reading = Reading {
        bytes,
        at: 0,
        text: String::new(),
        pending: Vec::new(),
        high: None,
        skip: 0,
        group: first,
        fonts: Vec::new(),
        font: None,
    };
    let mut groups: Vec<Group> = Vec::new();
    while let Some(byte) = reading.next() {
        budget.spend(1)?;
        match byte {
            b'{' => {
                reading.flush();
                if groups.len() == DEEPEST {
                    return Err(ImportError::TooIntricate);
                }
                groups.push(reading.group);
            }
            b'}' => {
                reading.flush();
                match groups.pop() {
                    Some(group) => reading.group = group,
                    None => break,
                }
            }
            b'\\' => reading.control(),
            b'\r' | b'\n' => {}
            byte => reading.byte(byte),
        }
    }
    reading.flush();
    Ok(reading.text)
}

struct Reading<'b> {
    bytes: &'b [u8],
    at: usize,
    text: String,
    /// Bytes of text that are not decoded yet.
    pending: Vec<u8>,
    /// The first half of a character beyond the sixteen bits that RTF counts in.
    high: Option<u16>,
    /// So many characters more stand in for the one before.
    skip: usize,
    group: Group,
    /// The fonts with encodings of their own.
    fonts: Vec<(i32, &'static Encoding)>,
    /// The font whose entry in the table is read.
    font: Option<i32>,
}

impl Reading<'_> {
    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// A byte of the text.
    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.group.is_text && !self.group.is_hidden {
            self.high = None;
            self.pending.push(byte);
        }
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        self.skip = 0;
        if !self.pending.is_empty() {
            let (text, _) = self.group.encoding.decode_without_bom_handling(&self.pending);
            self.text.push_str(&text);
            self.pending.clear();
        }
    }

    fn push(&mut self, text: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        self.flush();
        if self.group.is_text && !self.group.is_hidden {
            self.text.push_str(text);
        }
    }

    /// What follows a backslash.
    fn control(&mut self) {
        let Some(byte) = self.next() else { return };
        match byte {
            b'\'' => {
                let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
                if let (Some(high), Some(low)) = (digit(self.next()), digit(self.next())) {
                    self.byte((high * 16 + low) as u8);
                }
            }
            b'*' => self.group.is_text = false,
            b'~' => self.push(" "),
            b'_' => self.push("-"),
            b'-' => {}
            b'\r' | b'\n' => self.push("\n\n"),
            b'\\' | b'{' | b'}' => self.byte(byte),
            byte if byte.is_ascii_alphabetic() => self.word(),
            _ => {}
        }
    }

    /// A control word with its number, and the space that ends it.
    fn word(&mut self) {
        let from = self.at - 1;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            self.at += 1;
        }
        let word = self.bytes.get(from..self.at).unwrap_or_default();
        let word = std::str::from_utf8(word).unwrap_or_default();
        let number_from = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let number = self.bytes.get(number_from..self.at).unwrap_or_default();
        let number: Option<i32> = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok());
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        self.act(word, number);
    }

    fn act(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" | "row" | "cell" | "nestcell" => self.push("\n\n"),
            "line" => self.push("\n"),
            "tab" => self.push("\t"),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "emspace" | "enspace" | "qmspace" => self.push(" "),
            "u" => self.unicode(number.unwrap_or_default()),
            "uc" => self.group.stand_ins = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8),
            "v" | "deleted" => {
                self.flush();
                self.group.is_hidden = number != Some(0);
            }
            "plain" => self.group.is_hidden = false,
            "bin" => {
                self.at =
                    self.at.saturating_add(usize::try_from(number.unwrap_or_default()).unwrap_or_default())
            }
            "ansicpg" => self.encode(number.and_then(of_code_page)),
            "mac" => self.encode(Some(encoding_rs::MACINTOSH)),
            "f" => {
                let own =
                    self.fonts.iter().find(|(font, _)| Some(*font) == number).map(|(_, encoding)| *encoding);
                self.font = number;
                self.encode(own);
            }
            "fcharset" => {
                let encoding = number.and_then(of_charset);
                // They are looked through at each change of the font.
                if self.fonts.len() < MOST_FONTS {
                    self.fonts.extend(self.font.zip(encoding));
                }
            }
            word if WITHOUT.contains(&word) => {
                self.flush();
                self.group.is_text = false;
            }
            _ => {}
        }
    }

    fn encode(&mut self, encoding: Option<&'static Encoding>) {
        if let Some(encoding) = encoding {
            self.flush();
            self.group.encoding = encoding;
        }
    }

    /// A character by its number, in sixteen bits with a sign; what stands in for it is passed over.
    fn unicode(&mut self, number: i32) {
        let unit = (number & 0xffff) as u16;
        let units = [self.high.unwrap_or_default(), unit];
        let units = if self.high.is_some() { &units[..] } else { &units[1..] };
        match char::decode_utf16(units.iter().copied()).next() {
            Some(Ok(character)) => {
                self.push(character.encode_utf8(&mut [0; 4]));
                self.high = None;
            }
            _ => {
                self.flush();
                self.high = Some(unit);
            }
        }
        self.skip = self.group.stand_ins;
    }
}

/// The encoding of a code page of Windows.
fn of_code_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font by its number for a set of characters.
fn of_charset(number: i32) -> Option<&'static Encoding> {
    let page = match number {
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    of_code_page(page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CancelToken;

    fn text(rtf: &str) -> String {
        text_of(rtf.as_bytes(), &Budget::new(1_000_000, CancelToken::default())).unwrap()
    }

    #[test]
    fn only_what_is_read_is_text() {
        let rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}{\\*\\generator X;}{\\info{\\author Ann}}\
            {\\header Page 1}\\f0 Caf\\'e9 \\u8220?talks\\u8221?\\par They\\b  met\\b0 .{\\v hidden}\\par{\\f1 \\'cc\\'e8\\'ed}\\par \\u-10179?\\u-8704?}";
        assert_eq!(text(rtf), "Café “talks”\n\nThey met.\n\nМин\n\n😀");
    }

    #[test]
    fn what_breaks_off_is_read_as_far_as_it_goes() {
        assert_eq!(text("{\\rtf1 They met\\par and \\'"), "They met\n\nand ");
        assert_eq!(text("{\\rtf1 a\\bin99999 b"), "a");
    }
}
