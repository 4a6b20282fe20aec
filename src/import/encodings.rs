//! The encodings in which texts are: which can be chosen, and what people call them.

use std::fmt;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// An encoding of text, of those of the Encoding Standard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TextEncoding(&'static Encoding);

/// An encoding that can be chosen, with the writing that it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedEncoding {
    /// Its name in the Encoding Standard.
    pub name: &'static str,
    /// What it is for: "Cyrillic".
    pub writing: &'static str,
}

/// The encodings that can be chosen. The likely ones come first: those of files that are found today, and then of each
/// writing the one of Windows before the others.
pub const ENCODINGS: &[NamedEncoding] = &[
    NamedEncoding { name: "UTF-8", writing: "all writings" },
    NamedEncoding { name: "windows-1252", writing: "Western European" },
    NamedEncoding { name: "windows-1251", writing: "Cyrillic" },
    NamedEncoding { name: "windows-1250", writing: "Central European" },
    NamedEncoding { name: "windows-1256", writing: "Arabic" },
    NamedEncoding { name: "GBK", writing: "Chinese, simplified" },
    NamedEncoding { name: "Big5", writing: "Chinese, traditional" },
    NamedEncoding { name: "Shift_JIS", writing: "Japanese" },
    NamedEncoding { name: "EUC-KR", writing: "Korean" },
    NamedEncoding { name: "windows-1254", writing: "Turkish" },
    NamedEncoding { name: "windows-1253", writing: "Greek" },
    NamedEncoding { name: "windows-1255", writing: "Hebrew" },
    NamedEncoding { name: "windows-1257", writing: "Baltic" },
    NamedEncoding { name: "windows-1258", writing: "Vietnamese" },
    NamedEncoding { name: "windows-874", writing: "Thai" },
    NamedEncoding { name: "UTF-16LE", writing: "all writings, as Windows saves them" },
    NamedEncoding { name: "UTF-16BE", writing: "all writings, the bytes exchanged" },
    NamedEncoding { name: "ISO-8859-15", writing: "Western European, with the euro" },
    NamedEncoding { name: "ISO-8859-2", writing: "Central European" },
    NamedEncoding { name: "ISO-8859-3", writing: "Southern European" },
    NamedEncoding { name: "ISO-8859-4", writing: "Northern European" },
    NamedEncoding { name: "ISO-8859-5", writing: "Cyrillic" },
    NamedEncoding { name: "ISO-8859-6", writing: "Arabic" },
    NamedEncoding { name: "ISO-8859-7", writing: "Greek" },
    NamedEncoding { name: "ISO-8859-8", writing: "Hebrew" },
    NamedEncoding { name: "ISO-8859-10", writing: "Nordic" },
    NamedEncoding { name: "ISO-8859-13", writing: "Baltic" },
    NamedEncoding { name: "ISO-8859-14", writing: "Celtic" },
    NamedEncoding { name: "ISO-8859-16", writing: "Romanian" },
    NamedEncoding { name: "KOI8-R", writing: "Russian" },
    NamedEncoding { name: "KOI8-U", writing: "Ukrainian" },
    NamedEncoding { name: "IBM866", writing: "Cyrillic, of DOS" },
    NamedEncoding { name: "gb18030", writing: "Chinese, all of it" },
    NamedEncoding { name: "EUC-JP", writing: "Japanese, of Unix" },
    NamedEncoding { name: "ISO-2022-JP", writing: "Japanese, of mail" },
    NamedEncoding { name: "macintosh", writing: "Western European, of old Macs" },
    NamedEncoding { name: "x-mac-cyrillic", writing: "Cyrillic, of old Macs" },
];

impl TextEncoding {
    /// The one that nearly all texts are in.
    pub const UTF_8: Self = Self(UTF_8);

    /// The encoding of this name, or of one of the many others that it goes by, such as "latin1" and "cp1251".
    pub fn named(name: &str) -> Option<Self> {
        let asked = name.trim();
        let known = Encoding::for_label(asked.as_bytes()).or_else(|| {
            // "cp1251" is known, "cp-1251" and "windows1251" are what people write.
            let plain: String = asked.chars().filter(char::is_ascii_alphanumeric).collect();
            let plain = plain.to_ascii_lowercase();
            let number = plain.strip_prefix("windows").or_else(|| plain.strip_prefix("cp"));
            Encoding::for_label(format!("windows-{}", number?).as_bytes())
        });
        // One that is no encoding of texts, but of what must not be read.
        known.filter(|encoding| encoding.name() != "replacement").map(Self)
    }

    /// Its name in the Encoding Standard.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    pub(super) fn of(encoding: &'static Encoding) -> Self {
        Self(encoding)
    }

    pub(super) fn encoding(self) -> &'static Encoding {
        self.0
    }

    /// Whether each of its characters has two bytes or four.
    pub(super) fn is_wide(self) -> bool {
        self.0 == UTF_16LE || self.0 == UTF_16BE
    }
}

/// "windows-1251"
impl fmt::Debug for TextEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// "windows-1251 (Cyrillic)"
impl fmt::Display for NamedEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.writing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_that_can_be_chosen_is_known_by_its_name_and_stands_there_once() {
        for (at, named) in ENCODINGS.iter().enumerate() {
            assert_eq!(TextEncoding::named(named.name).map(TextEncoding::name), Some(named.name));
            assert!(ENCODINGS.iter().skip(at + 1).all(|other| other.name != named.name), "{named}");
        }
    }

    #[test]
    fn encodings_go_by_the_names_that_people_use() {
        for (said, name) in [
            ("utf8", "UTF-8"),
            (" Latin1 ", "windows-1252"),
            ("CP1251", "windows-1251"),
            ("cp-1250", "windows-1250"),
            ("Windows1256", "windows-1256"),
            ("gb2312", "GBK"),
            ("shift-jis", "Shift_JIS"),
        ] {
            assert_eq!(TextEncoding::named(said).map(TextEncoding::name), Some(name), "{said}");
        }
        for said in ["", "morse", "hz-gb-2312", "windows-9999"] {
            assert_eq!(TextEncoding::named(said), None, "{said}");
        }
    }
}
