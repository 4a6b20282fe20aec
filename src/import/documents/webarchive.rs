//! Pages that Safari saved with their pictures into one file: `.webarchive`. A list of properties in Apple's binary
//! form, of which only the page itself, its address and its encoding are looked up.

use encoding_rs::Encoding;

use crate::import::characters::tidy;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::pages::articles_of_page;
use crate::import::sniff::holds;
use crate::import::{Format, Sureness, decode};

/// A page with what belongs to it.
pub(in crate::import) const WEBARCHIVE: Format = Format {
    name: "Web archive of Safari",
    extensions: &["webarchive"],
    media_type: "application/x-webarchive",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(file.begins(START) && holds(file.bytes, PAGE.as_bytes())),
    read,
};

const START: &[u8] = b"bplist00";
const PAGE: &str = "WebMainResource";
const DAMAGED: ImportError = ImportError::Damaged { what: "a page in an archive (.webarchive)" };

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    findings.budget.spend(file.bytes.len() as u64)?;
    let list = Properties::open(file.bytes).ok_or(DAMAGED)?;
    let page = list.of(list.top, PAGE).ok_or(DAMAGED)?;
    let text = |name: &str| list.of(page, name).and_then(|at| list.text(at));
    let bytes = list.of(page, "WebResourceData").and_then(|at| list.bytes(at)).ok_or(DAMAGED)?;
    let url = text("WebResourceURL");
    if text("WebResourceMIMEType").is_some_and(|kind| !kind.contains("html")) {
        let name = url.as_deref().and_then(|url| url.rsplit('/').next()).unwrap_or(file.name);
        return findings.file(name, bytes);
    }
    let encoding = text("WebResourceTextEncodingName").and_then(|name| Encoding::for_label(name.as_bytes()));
    let html = match encoding {
        Some(encoding) => encoding.decode(bytes).0.into_owned(),
        None => decode::decode(bytes)?,
    };
    articles_of_page(&tidy(&html), url.as_deref().filter(|url| url.contains("://")), findings)
}

/// Values, each with its place in the file.
struct Properties<'b> {
    bytes: &'b [u8],
    /// Where the places of the values stand.
    places: usize,
    /// How many bytes a place has.
    place_size: usize,
    /// How many bytes the number of a value has.
    number_size: usize,
    /// The number of the outermost value.
    top: usize,
}

impl<'b> Properties<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        const END: usize = 32;
        let end = bytes.get(bytes.len().checked_sub(END)?..)?;
        let size =
            |at: usize| end.get(at).map(|size| usize::from(*size)).filter(|size| (1..=8).contains(size));
        Some(Self {
            bytes,
            places: number(end.get(24..32)?)?,
            place_size: size(6)?,
            number_size: size(7)?,
            top: number(end.get(16..24)?)?,
        })
    }

    /// What a value is, how long, and what follows that.
    fn value(&self, which: usize) -> Option<(u8, usize, &'b [u8])> {
        let at = self.places.checked_add(which.checked_mul(self.place_size)?)?;
        let place = number(self.bytes.get(at..at.checked_add(self.place_size)?)?)?;
        let (marker, rest) = self.bytes.get(place..)?.split_first()?;
        let (kind, length) = (marker >> 4, usize::from(marker & 0x0f));
        if length < 0x0f {
            return Some((kind, length, rest));
        }
        // A long one has its length as a number of its own.
        let (marker, rest) = rest.split_first()?;
        let size = 1_usize.checked_shl(u32::from(marker & 0x0f)).filter(|size| *size <= 8)?;
        let (length, rest) = rest.split_at_checked(size)?;
        Some((kind, number(length)?, rest))
    }

    /// The number of the value that a dictionary has under a name.
    fn of(&self, dictionary: usize, name: &str) -> Option<usize> {
        const DICTIONARY: u8 = 0xd;
        let (kind, length, rest) = self.value(dictionary)?;
        let (names, rest) = rest.split_at_checked(length.checked_mul(self.number_size)?)?;
        let mut names = names.chunks_exact(self.number_size);
        let is_it = |key: &[u8]| number(key).and_then(|key| self.text(key)).is_some_and(|key| key == name);
        let at = names.position(is_it).filter(|_| kind == DICTIONARY)?;
        number(rest.chunks_exact(self.number_size).nth(at)?)
    }

    fn bytes(&self, which: usize) -> Option<&'b [u8]> {
        const DATA: u8 = 4;
        let (kind, length, rest) = self.value(which)?;
        rest.get(..length).filter(|_| kind == DATA)
    }

    fn text(&self, which: usize) -> Option<String> {
        const LETTERS: u8 = 5;
        const WIDE: u8 = 6;
        let (kind, length, rest) = self.value(which)?;
        match kind {
            LETTERS => Some(String::from_utf8_lossy(rest.get(..length)?).into_owned()),
            WIDE => {
                let wide = rest.get(..length.checked_mul(2)?)?;
                Some(encoding_rs::UTF_16BE.decode_without_bom_handling(wide).0.into_owned())
            }
            _ => None,
        }
    }
}

/// A number whose first byte weighs most.
fn number(bytes: &[u8]) -> Option<usize> {
    let number =
        bytes.iter().try_fold(0_u64, |number, byte| Some(number.checked_mul(256)? + u64::from(*byte)));
    number.and_then(|number| usize::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_contains_itself_or_points_outside_ends() {
        // A dictionary whose only value, under the name "a", is itself.
        let mut cyclic = START.to_vec();
        cyclic.extend(b"\xd1\x01\x00\x51a");
        cyclic.extend([8, 11]);
        cyclic.extend([0, 0, 0, 0, 0, 0, 1, 1]);
        for number in [2_u64, 0, 13] {
            cyclic.extend(number.to_be_bytes());
        }
        let list = Properties::open(&cyclic).unwrap();
        assert_eq!(list.of(list.top, "a"), Some(0));
        assert_eq!((list.of(0, "b"), list.bytes(0), list.text(0)), (None, None, None));
        assert!(list.value(usize::MAX).is_none() && list.value(2000).is_none());
        assert!(Properties::open(b"bplist00").is_none());
    }
}
